"""Counts and measures: numbers with the noun they count."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.mentions.quantities.numerals import Numeral, find_numerals
from onrecord.mentions.quantities.owners import Owners
from onrecord.mentions.quantities.scenes import Scene, Scenes
from onrecord.mentions.sides import Sides
from onrecord.model import Actor, Article, Attribution, Place, Quantity, Time, cut
from onrecord.model.vocabulary import QuantityClass
from onrecord.syntax import lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CLASSES: dict[str, QuantityClass] = {
    row["noun"]: row["class"]  # type: ignore[misc]
    for row in table("en/counted_nouns")
}
_DESIGNATIONS: dict[str, QuantityClass] = {
    row["prefix"].casefold(): row["class"]  # type: ignore[misc]
    for row in table("en/designations")
}
_UNCOUNTED = {row["noun"]: row["few"] == "yes" for row in table("en/uncounted_nouns")}
_TO_HEAD = {"nummod", "quantmod", "compound", "nmod", "amod", "det", "predet", "npadvmod", "advmod", "poss"}
_NOUNS = {"NOUN", "PROPN"}
_STREETS = {"street", "avenue", "road", "square", "boulevard", "lane"}
_STRONG = {"strong", "member", "man", "soldier", "troop"}  # "a 1,000-member squadron"
_LABELS = {"no.", "number", "article", "chapter", "section", "page", "paragraph", "aged", "age"}
_NAMES = {"ORG", "GPE", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "LAW"}
_CLOCK = {"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "est", "edt", "local"}
_DAYS = {"ago", "earlier", "later", "hence"}  # "two weeks ago" is a date
_FROM_NOW = ("away", "prior", "from now")
_FROM_A_DAY = {"after", "before"}  # "three days after the vote", too, but not "lasted ten hours before"
_PERCENT = {"percent", "%", "per", "pct"}
_PLURALS = words("en/number_words")
_HARM = {"kill", "wound", "injure", "die", "hurt", "perish"}
_DEFINITE = {"the", "these", "those", "both", "its", "their", "his", "her", "our"}
# "the two envoys", "his three children": up to this a definite number refers back and counts nothing new.
_FEW = 10
_THEM = {"them", "us", "you", "these", "those", "which", "whom"}
_LONGEST_NUMBER = 4  # tokens
_YEARS = range(1500, 2200)


class _Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number counts."""

    end: int
    unit: str | None
    class_: QuantityClass
    head: int
    """Index of the token that stands for the whole quantity in the sentence."""


def find_quantities(
    doc: "Doc",
    article: Article,
    actors: Iterable[Actor] = (),
    *,
    attributions: Iterable[Attribution] = (),
    times: Iterable[Time] = (),
    places: Iterable[Place] = (),
) -> list[Quantity]:
    """Numbers with the noun they count, by the parse: forces, people, distances, durations, money, shares.

    "roughly 100,000 troops" gives 100,000 to 100,000, `approx`, unit "troops", class `personnel`. Dates, ages,
    ordinals, scores, house and list numbers are no quantities. The span runs from the words of precision to the unit.
    The `times` and `places` of the article say as of when and where, where they stand beside the quantity's verb; its
    `attributions` say whose side "we" is.
    """
    known = list(actors)
    owners, scenes = Owners(known, Sides(article, known, attributions)), Scenes(doc, article, times, places)
    found: list[Quantity] = []
    for numeral in find_numerals(article.text):
        tokens = doc.char_span(numeral.number_start, numeral.end, alignment_mode="expand")
        if tokens is None or tokens.root.dep_ == "gap" or _is_name_or_date(tokens):
            continue
        numeral = _without_preposition(numeral, doc, tokens)
        for rule, score, count in RULES:
            counted = count(tokens, numeral, article.text)
            if counted is None:
                continue
            measure = counted.class_ in _MEASURES
            whole = _whole(doc[counted.head], tokens)
            scene = Scene() if measure else scenes.of(whole)
            found.append(
                Quantity(
                    spans=(cut(article.text, numeral.start, max(counted.end, numeral.end)),),
                    rule=rule,
                    score=score,
                    lower=numeral.lower,
                    upper=numeral.upper,
                    modifier=numeral.modifier,
                    unit=counted.unit,
                    class_=counted.class_,
                    whose=None if measure else owners.of(doc[counted.head], tokens[0], whole),
                    where=scene.where,
                    doing=scene.doing,
                    as_of=scene.as_of,
                )
            )
            break
    return found


def _whole(head: "Token", number: "Span") -> "Token":
    """The token by which the whole hangs in the sentence: "dozens" in "dozens of talks"."""
    while head.dep_ == "pobj" and head.head.lower_ == "of" and number.start <= head.head.head.i < number.end:
        head = head.head.head
    return head


_COLLECTIVE = {"people", "staff", "police", "crew", "percent", "craft", "aircraft", "personnel"}  # no other plural
# "200 rounds of ammunition" are counted as ammunition.
_PIECES = {"round", "piece", "unit", "type", "kind", "item", "set"}
_MEASURES = {"distance", "duration"}


def _money(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """An amount with a currency sign: "$200 million in credits"."""
    if numeral.currency is None:
        return None
    return _Counted(end=numeral.end, unit=numeral.currency, class_="money", head=tokens.root.i)


def _percent(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """A share: "30 percent of the garrison"."""
    following = _token_after(tokens)
    if following is None or following.text.casefold() not in _PERCENT:
        return None
    end = following.i + (1 if following.text.casefold() != "per" else 2)
    return _Counted(end=_end(tokens.doc[end - 1]), unit="percent", class_="other", head=following.i)


def _hyphenated(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
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
        force: QuantityClass = "personnel" if _class(head) in {"personnel", "unit"} else "other"
        if force == "other" and unit.text != "strong":
            return None  # "a 28-nation bloc", "a 40-member council"
        return _Counted(end=_end(head), unit=doc[unit.i + 1 : head.i + 1].text, class_=force, head=head.i)
    class_ = _CLASSES.get(lemma(unit))
    old = after + 3 < len(doc) and doc[after + 2].text in {"-", "–"} and doc[after + 3].text == "old"
    if class_ not in {"distance", "duration"} or old:
        return None
    return _Counted(end=_end(unit), unit=unit.text, class_=class_, head=unit.i)


def _counted(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """A number that modifies its noun: "some 75 battalion tactical groups"."""
    if text[numeral.end : numeral.end + 1] in {"-", "–"}:  # "a 28-nation bloc" counts nations, not blocs
        return None
    head = tokens.root
    while head.dep_ in _TO_HEAD and head.head.i > head.i and head.head.i - tokens.end < 12:
        head = head.head
    if head.i < tokens.end or head.pos_ not in _NOUNS or not _is_one_phrase(tokens, head):
        head_or_none = _noun_run(tokens)
        if head_or_none is None:
            return None
        head = head_or_none
    return _of_head(tokens, _with_gerund(head), numeral)


def _with_gerund(head: "Token") -> "Token":
    """ "charging stations", where the parser took the gerund for a clause: "vehicle [charging stations]" """
    gerund, noun = (head.doc[i] if i < len(head.doc) else None for i in (head.i + 1, head.i + 2))
    if gerund is None or noun is None or head.tag_ != "NN" or gerund.tag_ != "VBG" or noun.tag_ != "NNS":
        return head
    return noun if noun.head == gerund else head


def _of(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """A collective number: "tens of thousands of soldiers", "a pair of bombers"."""
    following = _token_after(tokens)
    if following is None or following.text.casefold() != "of":
        return None
    if numeral.modifier != "vague" and tokens[-1].text.casefold() not in {"pair", "couple", "trio", "quartet"}:
        return None
    head = next((c for c in following.children if c.dep_ == "pobj"), None)
    if head is None or head.pos_ not in _NOUNS or head.i <= following.i:
        return None
    return _of_head(tokens, head, numeral, first=following.i + 1)


def _partitive(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """A number of those known already: "five of the envoys", "nine of them", "14 out of 29 states"."""
    following, doc = _token_after(tokens), tokens.doc
    out = following is not None and following.lower_ == "out" and following.i + 1 < len(doc)
    following = doc[following.i + 1] if following is not None and out else following
    if following is None or following.lower_ != "of" or numeral.low == 1 or len(tokens) > _LONGEST_NUMBER:
        return None
    noun = next((c for c in following.children if c.dep_ == "pobj"), None)
    if noun is not None and noun.pos_ == "PRON" and noun.lower_ in _THEM and not _refers_back(tokens, numeral):
        return _Counted(end=numeral.end, unit=None, class_="other", head=tokens.root.i)
    if noun is None or noun.tag_ not in {"NNS", "NNPS"} or not any(_is_whole(c, out) for c in noun.lefts):
        return None
    described = [t for t in noun.lefts if t.dep_ in {"amod", "compound"} and t.ent_type_ not in {"NORP", "GPE"}]
    begin = min((t.i for t in described), default=noun.i)
    unit = tokens.doc[begin : noun.i + 1].text
    return _Counted(end=numeral.end, unit=unit, class_=_class(noun), head=noun.i)


def _is_whole(token: "Token", out: bool) -> bool:
    """The word before all of those that some are of: "the", and a number after "out of" that makes no share."""
    if not out:
        return token.lower_ in _DEFINITE
    return token.is_digit and int(token.text) > _FEW and token.text not in {"12", "20", "50", "100", "1000"}


def _alone(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """A number without a noun: "the march drew tens of thousands", "more than 4,700 left"."""
    root, following = tokens.root, _token_after(tokens)
    if following is not None and (following.lower_ in {"of", "more"} or following.pos_ in {*_NOUNS, "NUM", "ADJ"}):
        return None
    if numeral.modifier == "vague":
        if root.dep_ not in {"nsubj", "nsubjpass", "dobj"} and not (root.dep_ == "pobj" and root.head.dep_ == "agent"):
            return None
    elif not _is_large(tokens, numeral) or not (
        root.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "appos"}
        or (root.dep_ == "pobj" and root.head.lower_ in {"at", "to", "by", "of"})
    ):
        return None
    if _harm_befalls(root):
        return _Counted(end=numeral.end, unit=None, class_="casualties", head=root.i)
    sums = tokens[-1].lower_ in {"billions", "trillions"}
    return _Counted(end=numeral.end, unit=None, class_="money" if sums else "other", head=root.i)


def _is_large(tokens: "Span", numeral: Numeral) -> bool:
    """Whether a bare number can only be a count: "4,700", "two million"."""
    years = numeral.modifier == "between" and int(numeral.low) in _YEARS and (numeral.upper or 0) in _YEARS
    return numeral.low >= 1000 and not tokens.text.isdigit() and not years


def _harmed(tokens: "Span", numeral: Numeral, text: str) -> _Counted | None:
    """People killed or wounded, without a noun: "14 were killed"."""
    verb = tokens.root.head
    if numeral.low == 1:  # "one" is a pronoun as often as a number
        return None
    if tokens.root.dep_ not in {"nsubj", "nsubjpass", "dobj"} or lemma(verb) not in _HARM or _year(tokens, numeral):
        return None
    return _Counted(end=numeral.end, unit=None, class_="casualties", head=tokens.root.i)


RULES: tuple[tuple[str, float, Callable[["Span", Numeral, str], _Counted | None]], ...] = (
    ("quantity.money", 0.95, _money),
    ("quantity.percent", 0.95, _percent),
    ("quantity.hyphenated", 0.9, _hyphenated),
    ("quantity.of", 0.9, _of),
    ("quantity.counted", 0.9, _counted),
    ("quantity.partitive", 0.85, _partitive),
    ("quantity.harmed", 0.7, _harmed),
    ("quantity.alone", 0.6, _alone),
)


def _of_head(tokens: "Span", head: "Token", numeral: Numeral, first: int | None = None) -> _Counted | None:
    """What the noun is counted as, or nothing where the number is a name, a date, an age or refers back."""
    doc = tokens.doc
    class_ = _class(head)
    if class_ == "other" and (_is_uncounted(head, numeral) or lemma(head) in _STREETS or _refers_back(tokens, numeral)):
        return None
    if numeral.low == 1 and numeral.upper == 1 and class_ in {"other", "duration"}:
        return None
    if _year(tokens, numeral) and (class_ == "other" or head.tag_ not in {"NNS", "NNPS"}):
        return None
    following = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if following is not None and following.text.casefold() in _DAYS | {"old", "-", "–"} and class_ in _MEASURES:
        return None
    if class_ == "duration" and following is not None and following.lower_ in _FROM_A_DAY and _tells_when(head):
        return None
    if class_ == "duration" and doc[head.i + 1 : head.i + 3].text.casefold().startswith(_FROM_NOW):
        return None
    if class_ == "other" and head.tag_ in {"NN", "NNP"} and lemma(head) not in _COLLECTIVE:
        return None
    if _harm_befalls(head):
        class_ = "casualties"
    begin = first if first is not None else tokens.end
    while begin < head.i and (
        doc[begin].ent_type_ in {"NORP", "GPE"}
        or doc[begin].pos_ in {"DET", "PUNCT", "CCONJ"}
        or doc[begin].tag_ in {"POS", "PRP$"}
        or doc[begin].lower_ == "more"
    ):
        begin += 1
    last = head if class_ in _MEASURES else _last_counted(head)
    return _Counted(end=_end(last), unit=doc[begin : last.i + 1].text, class_=class_, head=head.i)


def _is_uncounted(head: "Token", numeral: Numeral) -> bool:
    """ "two things", "three times"; but 3,000 words, and 14 others who were killed"""
    few = _UNCOUNTED.get(lemma(head))
    return few is not None and not (few and numeral.low > _FEW) and not _harm_befalls(head)


def _tells_when(head: "Token") -> bool:
    """Whether a duration stands for a day and is no object or length of a verb."""
    return head.dep_ not in {"dobj", "attr"} and lemma(head.head) not in {"last", "take", "delay", "spend", "go"}


def _last_counted(head: "Token") -> "Token":
    """The end of what is counted: "barrels [of oil]", "charges [and guilty pleas]", else the noun itself."""
    doc = head.doc
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if after is None:
        return head
    if after.lower_ == "of" and head.i + 2 < len(doc):
        bare = doc[head.i + 2]
        common = bare.pos_ == "NOUN" or (bare.pos_ == "PROPN" and not bare.ent_type_)
        alone = bare.dep_ == "pobj" and common and not list(bare.rights)
        return bare if alone else head
    other = next((c for c in head.rights if c.dep_ == "conj" and c.pos_ in _NOUNS), None)
    if after.lower_ != "and" or other is None or other.left_edge.i != head.i + 2 or other.ent_type_ == "PERSON":
        return head
    plural = other.tag_ in {"NNS", "NNPS"} or lemma(other) in _COLLECTIVE
    return head if any(c.dep_ in {"nummod", "det", "poss"} for c in other.lefts) or not plural else other


def _class(head: "Token") -> QuantityClass:
    """By the last two words, the last word, or the letters of a designation ("F-16s")."""
    if any(c.lower_ in {"square", "cubic", "sq"} for c in head.lefts):
        return "other"  # areas and volumes
    words_before = [t for t in head.lefts if t.dep_ in {"compound", "amod", "nmod"} and t.i == head.i - 1]
    for before in words_before:
        if found := _CLASSES.get(f"{lemma(before)} {lemma(head)}"):
            return found
    if lemma(head) in _PIECES and (whole := _last_counted(head)) is not head:
        return _class(whole)
    if found := _CLASSES.get(lemma(head)) or _CLASSES.get(head.lower_.removesuffix("s")):
        return found  # a rare plural is its own lemma
    prefix, dash, rest = head.text.partition("-")
    if dash and rest[:1].isdigit() and (found := _DESIGNATIONS.get(prefix.casefold())):
        return found
    return "other"


def _harm_befalls(head: "Token") -> bool:
    """ "killed 14 people", "14 soldiers were wounded", "people dead" """
    verb = head.head
    if lemma(verb) in _HARM and head.dep_ in {"dobj", "nsubjpass"}:
        return True
    if lemma(head) == "life" and _is_lost(head):
        return True
    if head.dep_ == "nsubj" and _dies(verb):
        return True
    return any(
        (c.dep_ in {"acl", "amod", "oprd"} and c.i == head.i + 1 and (lemma(c) in _HARM or c.text == "dead"))
        or (c.dep_ == "relcl" and (_dies(c) or (lemma(c) in _HARM and passive(c))))
        for c in head.children
    )


def _dies(verb: "Token") -> bool:
    """Whether the verb's subject dies: "died", "lost their lives"."""
    lost = lemma(verb) == "lose" and any(lemma(c) == "life" for c in verb.rights)
    return lost or lemma(verb) in {"die", "perish"}


def _is_lost(lives: "Token") -> bool:
    """ "claimed 40 lives", "at the cost of 40 lives", "40 lives were lost" """
    above = lives.head
    while above.dep_ == "prep" or (above.pos_ == "NUM" or above.lower_ in _PLURALS):
        above = above.head
    return lemma(above) in {"claim", "take", "cost", "lose", "loss", "price"} or any(
        c.dep_ in {"acl", "relcl"} and lemma(c) == "lose" for c in lives.rights
    )


def _refers_back(tokens: "Span", numeral: Numeral) -> bool:
    """ "the two sides", "all three leaders" """
    if numeral.modifier != "exact" or numeral.low > _FEW:
        return False
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and before.text.casefold() in _DEFINITE | {"all", "other"}


def _is_one_phrase(tokens: "Span", head: "Token") -> bool:
    """Whether everything between the number and its noun belongs to the noun phrase."""
    between = tokens.doc[tokens.end : head.i]
    return all(
        head.is_ancestor(t)
        and (t.pos_ not in {"VERB", "AUX", "ADP", "PART"} or t.dep_ in {"amod", "compound"} or _is_hyphenated(t))
        and t.text not in {"(", ")"}
        for t in between
    )


def _is_hyphenated(token: "Token") -> bool:
    """A part of "state-of-the-art"."""
    doc = token.doc
    return any(doc[i].text == "-" for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc))


def _noun_run(tokens: "Span") -> "Token | None":
    """The last of the nouns right after the number where the parser hung it elsewhere and the noun is a known one."""
    doc, at = tokens.doc, tokens.end
    sentence_end = tokens[-1].sent.end
    while at < sentence_end and (doc[at].pos_ in _NOUNS or (doc[at].tag_ in {"JJ", "VBN"} and at - tokens.end < 2)):
        at += 1
    last = doc[at - 1]
    return last if at > tokens.end and last.pos_ in _NOUNS and _class(last) != "other" else None


def _is_name_or_date(tokens: "Span") -> bool:
    """Days of a month, clock times, list numbers, "Article 5", "Six" in a name."""
    doc = tokens.doc
    first, following = tokens[0], _token_after(tokens)
    before = doc[first.i - 1] if first.i else None
    if before is not None and not before.is_space and before.sent.start == first.sent.start:
        if before.ent_type_ in {"DATE", "TIME"} and before.pos_ == "PROPN":
            return True
        if before.pos_ == "PROPN" and first.dep_ in {"nummod", "appos"} and first.head.i < first.i:
            return True
        if before.text.casefold() in _LABELS:
            return True
        if before.lower_ == "of" and before.i > 1 and doc[before.i - 1].lower_ == "out" and doc[before.i - 2].like_num:
            return True  # "nine out of ten"
        if before.text == "of" and before.i and doc[before.i - 1].text.endswith("Group"):  # "Group of 20"
            return True
    if following is not None:
        if following.text.casefold() in _CLOCK:
            return True
        if following.ent_type_ == "DATE" and following.pos_ == "PROPN":
            return True
        if following.text in {".", ")"} and first.is_sent_start and first.is_digit:
            return True
        if following.text in {"st", "nd", "rd", "th"}:
            return True
    return (
        first.is_alpha
        and first.is_title
        and not first.is_sent_start
        and first.text.casefold() != "a"
        and first.ent_type_ in _NAMES
    )


def _year(tokens: "Span", numeral: Numeral) -> bool:
    """Four bare digits that may be a year."""
    return (
        len(tokens) == 1
        and tokens[0].text.isdigit()
        and len(tokens[0].text) == 4
        and int(tokens[0].text) in _YEARS
        and numeral.modifier == "exact"
    )


_PREPOSITIONS = {"about", "around", "over", "under", "above", "below"}


def _without_preposition(numeral: Numeral, doc: "Doc", tokens: "Span") -> Numeral:
    """ "talks about two sites": there "about" is a preposition and says nothing of precision."""
    if numeral.start == numeral.number_start or tokens.start == 0:
        return numeral
    before = doc[tokens.start - 1]
    if before.text.casefold() not in _PREPOSITIONS or before.dep_ != "prep" or before.idx < numeral.start:
        return numeral
    return msgspec.structs.replace(
        numeral, start=numeral.number_start, lower=numeral.low, upper=numeral.low, modifier="exact"
    )


def _token_after(tokens: "Span") -> "Token | None":
    doc = tokens.doc
    return doc[tokens.end] if tokens.end < len(doc) and not doc[tokens.end].is_space else None


def _end(token: "Token") -> int:
    return int(token.idx + len(token.text))
