"""What a number counts: its noun, the unit as written, and the class."""

import re
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.data import table, words
from onrecord.mentions.quantities.casualties import FATES, HARMS, PEOPLE, harm_befalls
from onrecord.mentions.quantities.numerals import Numeral
from onrecord.mentions.quantities.uncounted import DEFINITE, FEW, YEARS, is_uncounted, is_year, refers_back, token_after
from onrecord.model.vocabulary import QuantityClass
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLASSES: dict[str, QuantityClass] = {
    row["noun"]: row["class"]  # type: ignore[misc]
    for row in table("en/counted_nouns")
}
_DESIGNATIONS: dict[str, QuantityClass] = {
    row["prefix"].casefold(): row["class"]  # type: ignore[misc]
    for row in table("en/designations")
}
_NUMBER_WORDS = words("en/number_words")
_TO_HEAD = {"nummod", "quantmod", "compound", "nmod", "amod", "det", "predet", "npadvmod", "advmod", "poss"}
_NOUNS = {"NOUN", "PROPN"}
_STREETS = {"street", "avenue", "road", "square", "boulevard", "lane"}
_STRONG = {"strong", "member", "man", "soldier", "troop"}  # "a 1,000-member squadron"
_ONE_DAY = {"day", "night", "morning", "afternoon", "evening", "moment", "minute", "second"}  # "one day" is some day
_DAYS = {"ago", "earlier", "later", "hence"}  # "two weeks ago" is a date
_FROM_NOW = ("away", "prior", "from now")
_FROM_A_DAY = {"after", "before"}  # "three days after the vote", too, but not "lasted ten hours before"
_PERCENT = {"percent", "%", "pct"}
_THEM = {"them", "us", "you", "these", "those", "which", "whom"}
_LONGEST_NUMBER = 4  # tokens
_NEAR = 20  # tokens within which "them" was named
_GROUPS = {
    "army", "audience", "crew", "crowd", "force", "garrison", "membership", "population", "staff", "team", "total",
    "workforce",
}  # fmt: skip
_STANDING = {"nsubj", "nsubjpass", "dobj", "attr", "appos", "pobj"}
_TALLIES = {"total", "number", "tally"}
_EXCEEDS = {"exceed", "surpass", "top", "pass"}
_AMOUNTS = {"be", "reach", "approach", "total", "hit", "near", *_EXCEEDS}
# No other plural.
_COLLECTIVE = {
    "people", "staff", "police", "crew", "percent", "craft", "aircraft", "personnel", "horsepower", "mph", "kph",
    "celsius", "fahrenheit",
}  # fmt: skip
# "200 rounds of ammunition" are counted as ammunition.
_PIECES = {"round", "piece", "unit", "type", "kind", "item", "set"}
_SERVICES = {"military", "army", "navy", "force", "guard", "police", "militia"}
MEASURES = {"distance", "duration"}
# Of no armed service, whatever they are sent to do.
_CIVIL = {
    "medical", "civilian", "diplomatic", "consular", "embassy", "humanitarian", "emergency", "hospital", "health",
    "DHS", "FEMA",
}  # fmt: skip
_MUSTERS = {"deploy", "mass", "amass", "mobilize", "mobilise", "station", "field", "muster"}
# "billions of losses" are money, "two losses" are none.
_SUMS = {"loss", "damage", "profit", "debt", "revenue", "cost", "investment", "aid"}
_MILLION = 1e6


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number counts."""

    end: int
    unit: str | None
    class_: QuantityClass
    head: int
    """Index of the token that stands for the whole quantity in the sentence."""
    exceeded: bool = False
    """Whether the verb says that it is more: "the number of dead exceeded 40"."""


def _money(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """An amount with a currency sign: "$200 million in credits"."""
    if numeral.currency is None:
        return None
    head, end = tokens.root, numeral.end
    if head.dep_ == "nummod" and head.head.i == tokens.end and _class(head.head) == "money":
        head, end = head.head, _end(head.head)  # "$5 million dollars"
    return Counted(end=end, unit=numeral.currency, class_="money", head=head.i)


def _percent(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A share: "30 percent of the garrison"."""
    following = token_after(tokens)
    if following is None:
        return None
    last = following
    if following.lower_ == "per" and following.i + 1 < len(tokens.doc):
        last = following.nbor()
    if last.lower_ not in (_PERCENT if last == following else {"cent"}):
        return None
    return Counted(end=_end(last), unit="percent", class_="other", head=following.i)


def _hyphenated(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A measure before its noun: "a 500-kilometer range", "a 5,000-strong force"."""
    doc = tokens.doc
    after = tokens.end
    if after + 1 >= len(doc) or doc[after].text not in {"-", "–"} or doc[after].idx != numeral.end:
        return None
    unit = doc[after + 1]
    if unit.text in _STRONG:
        head = unit.head
        if head.pos_ not in _NOUNS or head.i <= unit.i:
            return None
        armed = _class(head) in {"personnel", "unit"} or lemma(head) in _SERVICES
        force: QuantityClass = "personnel" if armed else "other"
        if force == "other" and unit.text != "strong":
            return None  # "a 28-nation bloc", "a 40-member council"
        name = doc[unit.i + 1 : head.i + 1].text.lstrip(", ")  # "a 5,000-strong, well-armed force"
        return Counted(end=_end(head), unit=name, class_=force, head=head.i)
    class_ = _CLASSES.get(lemma(unit))
    old = doc[after + 2 : after + 4].text.lstrip("-– ").startswith("old")
    if class_ not in {"distance", "duration"} or old:
        return None
    return Counted(end=_end(unit), unit=unit.text, class_=class_, head=unit.i)


def _counted(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A number that modifies its noun: "some 75 battalion tactical groups"."""
    if text[numeral.end : numeral.end + 1] in {"-", "–"}:  # "a 28-nation bloc" counts nations, not blocs
        return None
    if text[numeral.end : numeral.end + 1] == "." and text[numeral.end + 1 : numeral.end + 2].isspace():
        return None  # "Sec. 4. Ships"
    head, following = tokens.root, token_after(tokens)
    if lemma(head) == "quarter":
        head = tokens[-1]  # "a quarter of a million people"
    while head.dep_ in _TO_HEAD and head.head.i > head.i and head.head.i - tokens.end < 12:
        if _is_measure(head, tokens) or (head.tag_ == "NNPS" and head.ent_type_ == "NORP"):
            break  # "gave 41 million Varenians much-needed help"
        head = head.head
    if following is not None and following.pos_ == "ADJ" and _class(following) == "casualties" and head in tokens:
        head = following  # "left 14 dead last year"
    # "left 14 dead", "the six French"
    people = head.pos_ == "ADJ" and (_class(head) == "casualties" or head.ent_type_ == "NORP")
    if following is not None and following.lower_ in {"last", "next"} and _class(head) == "duration":
        return None  # "14 billion last year"
    if head.i < tokens.end or not (people or head.pos_ in _NOUNS) or not _is_one_phrase(tokens, head):
        head_or_none = _noun_run(tokens)
        if head_or_none is None:
            return None
        head = head_or_none
    return _of_head(tokens, _with_gerund(head), numeral)


def _is_measure(noun: "Token", tokens: "Span") -> bool:
    """ "a 20 minute walk", "a 15 meter high tower": so written without a hyphen."""
    plain = noun.tag_ == "NN" and noun.head.tag_ not in {"NNS", "NNPS"}
    # "over the past two months delegations came"
    plain = plain or (noun.tag_ == "NNS" and _CLASSES.get(lemma(noun)) == "duration")
    described = noun.i >= tokens.end and (
        plain or (noun.dep_ == "npadvmod" and noun.head.pos_ in {"ADJ", "ADV"})  # "35 minutes late"
    )
    known = _CLASSES.get(lemma(noun)) in {*MEASURES, "money"} or (lemma(noun) == "degree" and noun.tag_ == "NNS")
    return described and known


def _with_gerund(head: "Token") -> "Token":
    """ "charging stations", where the parser took the gerund for a clause: "vehicle [charging stations]" """
    gerund, noun = (head.doc[i] if i < len(head.doc) else None for i in (head.i + 1, head.i + 2))
    if gerund is None or noun is None or head.tag_ != "NN" or gerund.tag_ != "VBG" or noun.tag_ != "NNS":
        return head
    return noun if noun.head == gerund else head


def _of(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A collective number: "tens of thousands of soldiers", "a pair of bombers"."""
    following = token_after(tokens)
    if following is None or following.text.casefold() != "of":
        return None
    if numeral.modifier != "vague" and tokens[-1].text.casefold() not in {"pair", "couple", "trio", "quartet"}:
        return None
    head = next((c for c in following.children if c.dep_ == "pobj"), None)
    if head is None or head.pos_ not in _NOUNS or head.i <= following.i:
        return None
    return _of_head(tokens, head, numeral, first=following.i + 1)


def _partitive(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A number of those known already: "five of the envoys", "nine of them", "14 out of 29 states"."""
    following, doc = token_after(tokens), tokens.doc
    if following is not None and following.lower_ == "more" and following.i + 1 < len(doc):
        following = following.nbor()  # "two more of the envoys"
    out = following is not None and following.lower_ == "out" and following.i + 1 < len(doc)
    following = doc[following.i + 1] if following is not None and out else following
    if following is None or following.lower_ != "of" or numeral.low == 1 or len(tokens) > _LONGEST_NUMBER:
        return None
    noun = next((c for c in following.children if c.dep_ == "pobj"), None)
    if noun is not None and noun.pos_ == "PRON" and noun.lower_ in _THEM and not refers_back(tokens, numeral):
        before = doc[max(0, tokens.start - _NEAR) : tokens.start]  # "awarded 126 soldiers, 34 of them"
        told = next((t for t in reversed(before) if any(c.dep_ == "nummod" for c in t.lefts)), None)
        class_: QuantityClass = "personnel" if told is not None and _class(told) == "personnel" else "other"
        class_ = "casualties" if harm_befalls(tokens.root) else class_  # "in six days, four of them": no days
        return Counted(end=numeral.end, unit=None, class_=class_, head=tokens.root.i)
    if noun is None or noun.tag_ not in {"NNS", "NNPS"} or not any(_is_whole(c, out) for c in noun.lefts):
        return None
    described = [t for t in noun.lefts if t.dep_ in {"amod", "compound"} and t.ent_type_ not in {"NORP", "GPE"}]
    begin = min((t.i for t in described), default=noun.i)
    unit = tokens.doc[begin : noun.i + 1].text
    class_ = "casualties" if harm_befalls(tokens.root) else _class(noun)
    return Counted(end=numeral.end, unit=unit, class_=class_, head=noun.i)


def _is_whole(token: "Token", out: bool) -> bool:
    """The word before all of those that some are of: "the", and a number after "out of" that makes no share."""
    if not out:
        return token.dep_ == "poss" or token.lower_ in DEFINITE
    return token.text.isdecimal() and int(token.text) > FEW and token.text not in {"12", "20", "50", "100", "1000"}


def _alone(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """A number without a noun: "the march drew tens of thousands", "more than 4,700 left"."""
    root, following = tokens.root, token_after(tokens)
    described = following is not None and (following.pos_ in {*_NOUNS, "NUM"} or following.dep_ == "amod")
    out = following is not None and tokens.doc[following.i : following.i + 2].text.casefold() == "out of"
    if following is not None and (following.lower_ in {"of", "more"} or described or out):
        return None
    if text[numeral.end : numeral.end + 1] in {"-", "–"}:
        return None
    if numeral.modifier == "vague":
        told = root.dep_ == "pobj" and (
            root.head.dep_ in {"agent", "dative"} or (following is not None and following.tag_ == "WP")
        )
        if any(c.dep_ == "amod" for c in root.lefts):
            return None  # "original scores"
        if root.dep_ not in {"nsubj", "nsubjpass", "dobj"} and not told:
            return None
    elif not is_year(tokens, numeral) and (tally := _tally(root)) is not None:
        return Counted(
            end=numeral.end, unit=None, class_=tally.class_, head=tally.head, exceeded=lemma(root.head) in _EXCEEDS
        )
    elif _stands_for_some(root, numeral) and not (is_year(tokens, numeral) or refers_back(tokens, numeral)):
        pass
    elif not _is_standing(root) or not _is_large(text[numeral.number_start : numeral.end], numeral):
        return None
    if harm_befalls(root):
        return Counted(end=numeral.end, unit=None, class_="casualties", head=root.i)
    sums = tokens[-1].lower_ in {"billions", "trillions"} or root.head.lower_ == "worth"
    return Counted(end=numeral.end, unit=None, class_="money" if sums else "other", head=root.i)


def _is_standing(number: "Token") -> bool:
    """Whether a number takes the place of a noun, also in "worth 40 million"."""
    return number.dep_ in _STANDING or number.head.lower_ == "worth"


def _stands_for_some(number: "Token", numeral: Numeral) -> bool:
    """ "Of the victims, three were stabbed"; "including three from Telle"; "a staff numbering more than 700" """
    if numeral.low <= 1 or number.tag_ != "CD" or not number.like_num:
        return False
    subject = number.dep_ in {"nsubj", "nsubjpass"} and number.i < number.head.i
    bare = all(c.dep_ in {"advmod", "quantmod", "punct", "compound"} or c.lower_ == "another" for c in number.lefts)
    if number.left_edge.i and number.left_edge.nbor(-1).pos_ in _NOUNS:
        return False  # "people over 60"
    among = number.dep_ == "pobj" and number.head.lower_ == "including"
    told = number.dep_ == "dobj" and lemma(number.head) in {"number", "total"}
    return told or ((subject or among) and bare)


class _Tally(NamedTuple):
    class_: QuantityClass
    head: int


def _tally(number: "Token") -> "_Tally | None":
    """What a number tells of: "a force of 500", "brought the total of those charged to 25", "the toll rose to 14"."""
    if number.dep_ in {"attr", "dobj"} and lemma(number.head) in _AMOUNTS:  # "the number of dead reached 40"
        told = [s for s in number.head.lefts if s.dep_ == "nsubj" and lemma(s) in _TALLIES]
        counted = next((g for s in told for g in after_of(s)), None)
        if counted is None or any(c.dep_ == "neg" for c in number.head.lefts):
            return None
        if counted.tag_ not in {"NNS", "NNPS"} and counted.lower_ not in FATES | _COLLECTIVE:
            return None  # "the number of the room"
        harmed = counted.lower_ in FATES or any(c.lower_ in FATES - {"missing"} for c in counted.lefts)
        return _Tally("casualties" if harmed else _class(counted), counted.i)
    if number.dep_ != "pobj" or number.head.lower_ not in {"of", "to", "at", "from"}:
        return None
    above = number.head.head
    told = [above]
    if number.head.lower_ != "of":
        told += [*islice(above.ancestors, 3), *(c for c in above.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})]
    elif lemma(above) in _GROUPS:
        return _Tally("personnel" if _class(above) in {"personnel", "unit"} else "other", number.i)
    counted = next((g for t in told for g in after_of(t) if lemma(t) in _TALLIES), None)
    if lemma(above) in {"cap", "limit"}:
        capped = (n for c in told[1:] if c.dep_ == "dobj" for n in (c, *c.conjuncts) if _class(n) != "other")
        counted = counted or next(capped, None)
    if any(lemma(t) == "toll" for t in told) or (counted is not None and counted.lower_ in FATES):
        return _Tally("casualties", number.i)
    if counted is not None and number.head.lower_ != "of":
        return _Tally(_class(counted), counted.i)
    return _Tally("other", number.i) if any(lemma(t) in _TALLIES for t in told[1:]) else None


def after_of(noun: "Token") -> "list[Token]":
    """ "the number of [troops]" """
    of = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
    return [g for c in of for g in c.children if g.dep_ == "pobj"]


def _is_large(text: str, numeral: Numeral) -> bool:
    """Whether a bare number can only be a count: "4,700", "two million"; and no years."""
    years = all(part.isdigit() and int(part) in YEARS for part in re.split(r"\s?[-–—]\s?|\s(?:to|and|or)\s", text))
    return numeral.low >= 1000 and not text.isdigit() and not years


def _harmed(tokens: "Span", numeral: Numeral, text: str) -> Counted | None:
    """People killed or wounded, without a noun: "14 were killed"."""
    verb = tokens.root.head
    if numeral.low == 1:  # "one" is a pronoun as often as a number
        return None
    acted_on = tokens.root.dep_ in {"nsubj", "nsubjpass", "dobj"} and lemma(verb) in HARMS
    if not (acted_on or harm_befalls(tokens.root)) or is_year(tokens, numeral):
        return None
    return Counted(end=numeral.end, unit=None, class_="casualties", head=tokens.root.i)


RULES: tuple[tuple[str, float, Callable[["Span", Numeral, str], Counted | None]], ...] = (
    ("quantity.money", 0.95, _money),
    ("quantity.percent", 0.95, _percent),
    ("quantity.hyphenated", 0.9, _hyphenated),
    ("quantity.of", 0.9, _of),
    ("quantity.counted", 0.9, _counted),
    ("quantity.partitive", 0.85, _partitive),
    ("quantity.harmed", 0.7, _harmed),
    ("quantity.alone", 0.6, _alone),
)


def _of_head(tokens: "Span", head: "Token", numeral: Numeral, first: int | None = None) -> Counted | None:
    """What the noun is counted as, or nothing where the number is a name, a date, an age or refers back."""
    doc = tokens.doc
    class_ = _class(head)
    if head.lower_ in _PERCENT:
        return None  # "12 or almost 13 percent"
    if class_ == "other" and (is_uncounted(head, numeral) or lemma(head) in _STREETS or refers_back(tokens, numeral)):
        return None
    harmed = harm_befalls(head)
    if numeral.low == 1 and numeral.upper == 1 and ((class_ == "other" and not harmed) or lemma(head) in _ONE_DAY):
        return None
    if is_year(tokens, numeral) and (class_ == "other" or head.tag_ not in {"NNS", "NNPS"}):
        return None
    following = doc[head.i + 1] if head.i + 1 < len(doc) else None
    joined = following is not None and following.text in {"-", "–"} and not head.whitespace_
    if following is not None and (joined or following.lower_ in _DAYS | {"old"}) and class_ in MEASURES:
        return None
    if following is not None and following.lower_ == "ago":
        return None  # "56 mins ago"
    if class_ == "duration" and doc[head.i + 1 : head.i + 3].text.casefold() == "of age":
        return None
    if class_ == "duration" and following is not None and following.lower_ in _FROM_A_DAY and _tells_when(head):
        return None
    within = head.dep_ == "pobj" and head.head.lower_ in {"within", "for"}
    if class_ == "duration" and not within and doc[head.i + 1 : head.i + 3].text.casefold().startswith(_FROM_NOW):
        return None
    people = head.ent_type_ == "NORP"  # "six Sudanese"
    # "one person died", "one clerk was killed", and not "one bill died"
    one = numeral.low == 1 and harmed and (lemma(head) in PEOPLE or lemma(head.head) != "die")
    if class_ == "other" and head.tag_ in {"NN", "NNP"} and lemma(head) not in _COLLECTIVE and not (people or one):
        return None
    if harmed:
        class_ = "casualties"
    elif lemma(head) in _SUMS and numeral.low >= _MILLION:
        class_ = "money"
    begin = first if first is not None else tokens.end
    while begin < head.i and (
        (doc[begin].ent_type_ in {"NORP", "GPE"} and doc[begin + 1].text != "-")  # "Varenian-backed groups"
        or doc[begin].pos_ in {"DET", "PUNCT", "CCONJ"}
        or doc[begin].tag_ in {"POS", "PRP$"}
        or doc[begin].lower_ == "more"
        or doc[begin].is_space
    ):
        begin += 1
    last = head if class_ == "duration" else _last_counted(head)
    return Counted(end=_end(last), unit=doc[begin : last.i + 1].text, class_=class_, head=head.i)


def _tells_when(head: "Token") -> bool:
    """Whether a duration stands for a day and is no object or length of a verb."""
    if head.left_edge.i and head.left_edge.nbor(-1).lower_ == "for":
        return False  # "wait for three days before"
    return head.dep_ not in {"dobj", "attr"} and lemma(head.head) not in {"last", "take", "delay", "spend", "go"}


def _last_counted(head: "Token") -> "Token":
    """The end of what is counted: "barrels [of oil]", "charges [and guilty pleas]", else the noun itself."""
    doc = head.doc
    while head.i + 2 < len(doc) and doc[head.i + 1].text == "-" and not doc[head.i].whitespace_:
        head = doc[head.i + 2]  # "co-sponsors"
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if after is None:
        return head
    if after.lower_ == "of" and head.i + 2 < len(doc):
        bare = doc[head.i + 2]
        while bare.dep_ == "compound" and bare.head.i == bare.i + 1 and not bare.ent_type_:
            bare = bare.head  # "sets of draft laws"
        common = bare.pos_ == "NOUN" or (bare.pos_ == "PROPN" and not bare.ent_type_)
        alone = bare.dep_ == "pobj" and common and not list(bare.rights)
        return bare if alone else head
    other = next((c for c in head.rights if c.dep_ == "conj" and c.pos_ in _NOUNS), None)
    if after.lower_ != "and" or other is None or other.left_edge.i != head.i + 2 or other.ent_type_ == "PERSON":
        return head
    plural = other.tag_ in {"NNS", "NNPS"} or lemma(other) in _COLLECTIVE
    apart = other.lower_ in _NUMBER_WORDS or any(c.dep_ in {"nummod", "det", "poss"} for c in other.lefts)
    return head if apart or not plural else other


def _class(head: "Token") -> QuantityClass:
    """By the last two words, the last word, or the letters of a designation ("F-16s")."""
    if any(c.lower_ in {"square", "cubic", "sq"} for c in head.lefts):
        return "other"  # areas and volumes
    words_before = [t for t in head.lefts if t.dep_ in {"compound", "amod", "nmod"} and t.i == head.i - 1]
    for before in words_before:
        if found := _CLASSES.get(f"{lemma(before)} {lemma(head)}"):
            return found
    beside = [t for t in head.lefts if t.dep_ in {"compound", "amod", "nmod"}]
    if lemma(head) == "fighter" and any(map(_designated, head.doc[head.left_edge.i : head.i].text.split()[-1:])):
        return "platform"  # "two F-16 fighters"
    civil = any(t.lower_ in _CIVIL or t.text in _CIVIL for t in beside)
    if lemma(head) == "personnel" and civil and all(t.lower_ not in _SERVICES for t in beside):
        return "other"
    if lemma(head) == "man" and _is_mustered(head):
        return "personnel"  # "massed 40 men"
    kind = next((g for c in head.rights if c.lower_ == "of" and c.dep_ == "prep" for g in c.rights), None)
    if lemma(head) in _PIECES and kind is not None and kind.dep_ == "pobj":
        return _class(kind)
    if lemma(head) == "member" and kind is not None and lemma(kind) in _SERVICES:
        return "personnel"  # "300 members of the armed forces"
    if found := _CLASSES.get(lemma(head)) or _CLASSES.get(head.lower_.removesuffix("s")):
        return found  # a rare plural is its own lemma
    return _designated(head.text) or "other"


def _designated(name: str) -> QuantityClass | None:
    """ "F-16s" """
    prefix, dash, rest = name.partition("-")
    return _DESIGNATIONS.get(prefix.casefold()) if dash and rest[:1].isdigit() else None


def _is_mustered(men: "Token") -> bool:
    """ "Massed some 40 men"; a firm that deploys men has no soldiers."""
    verb = men.head
    if men.dep_ not in {"dobj", "nsubjpass"} or lemma(verb) not in _MUSTERS:
        return False
    armed = any(s.ent_type_ in {"GPE", "NORP"} or lemma(s) in _SERVICES for s in verb.lefts if s.dep_ == "nsubj")
    return armed or lemma(verb) not in {"deploy", "field"}


def _is_one_phrase(tokens: "Span", head: "Token") -> bool:
    """Whether everything between the number and its noun belongs to the noun phrase."""
    between = tokens.doc[tokens.end : head.i]
    if any(t.text in {"(", ")"} and not _is_bracketed(t) for t in between):
        return False
    return all(
        head.is_ancestor(t)
        and (t.pos_ not in {"VERB", "AUX", "ADP", "PART"} or t.dep_ in {"amod", "compound"} or _is_hyphenated(t))
        for t in between
        if not _is_bracketed(t)
    )


def _is_bracketed(token: "Token") -> bool:
    """A part of an abbreviation in brackets: "military intelligence (MI) officers"."""
    first = token.i - {"(": 0, ")": 2}.get(token.text, 1)
    around = token.doc[first : first + 3] if first >= 0 else token.doc[:0]
    return len(around) == 3 and around[0].text == "(" and around[2].text == ")" and around[1].text.isupper()


def _is_hyphenated(token: "Token") -> bool:
    """A part of "state-of-the-art"."""
    doc = token.doc
    return any(doc[i].text == "-" for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc))


def _noun_run(tokens: "Span") -> "Token | None":
    """The last of the nouns right after the number where the parser hung it elsewhere and the noun is a known one."""
    doc, at = tokens.doc, tokens.end
    sentence_end = tokens[-1].sent.end
    if at < sentence_end and doc[at].lower_ in {"last", "next", "this"}:
        return None  # "39 last week"
    while at < sentence_end and (doc[at].pos_ in _NOUNS or (doc[at].tag_ in {"JJ", "VBN"} and at - tokens.end < 2)):
        at += 1
    last = doc[at - 1]
    return last if at > tokens.end and last.pos_ in _NOUNS and _class(last) != "other" else None


def _end(token: "Token") -> int:
    return int(token.idx + len(token.text))
