"""Numbers that count nothing: dates, ages, names, shares, references back."""

from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.quantities.casualties import harm_befalls
from onrecord.mentions.quantities.numerals import Numeral
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_UNCOUNTED = {row["noun"]: row["few"] == "yes" for row in table("en/uncounted_nouns")}
_LABELS = {
    "no.", "number", "article", "articles", "chapter", "chapters", "section", "sections", "page", "pages", "paragraph",
    "paragraphs", "aged", "age", "sec.", "type", "phase", "category", "tier", "title",
}  # fmt: skip
_CALIBRES = {"mm", "millimeter", "millimetre"}
_NAMES = {"ORG", "GPE", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "LAW"}
_CLOCK = {"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "est", "edt"}
DEFINITE = {"the", "these", "those", "both", "its", "their", "his", "her", "our", "your", "my"}
# "the two envoys", "his three children": below this a definite number refers back and counts nothing new.
FEW = 10
YEARS = range(1500, 2200)
_YEARS = frozenset(map(str, YEARS))


def is_name_or_date(tokens: "Span") -> bool:
    """Days of a month, clock times, list numbers, "Article 5", "Six" in a name."""
    doc = tokens.doc
    first, following = tokens[0], token_after(tokens)
    before = doc[first.i - 1] if first.i else None
    if before is not None and not before.is_space and before.sent.start == first.sent.start:
        if before.ent_type_ in {"DATE", "TIME"} and before.pos_ == "PROPN":
            return True
        if before.pos_ == "PROPN" and first.dep_ in {"nummod", "appos"} and first.head.i < first.i:
            return True
        if _ends_name(before, first):
            return True
        other = first.head.i > first.i and before.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass"} and any(before.lefts)
        if before.text.casefold() in _LABELS and not other:
            return True
        if _is_base(before):
            return True
        if doc[max(0, before.i - 3) : before.i + 1].text.casefold().endswith(("the year", "year of our lord")):
            return True
        if before.text == "of" and before.i and doc[before.i - 1].text.endswith("Group"):  # "Group of 20"
            return True
    if following is not None:
        if following.text.casefold() in _CLOCK or doc[following.i : following.i + 2].text == "local time":
            return True
        if following.ent_type_ == "DATE" and following.pos_ == "PROPN":
            return True
        if following.text in {".", ")"} and first.is_sent_start and first.is_digit:
            return True
        if following.text in {"st", "nd", "rd", "th"} or _is_calibre(following):
            return True
    return (
        first.is_alpha
        and first.is_title
        and not first.is_sent_start
        and first.text.casefold() != "a"
        and first.ent_type_ in _NAMES
    )


def _is_calibre(unit: "Token") -> bool:
    """ "155 [mm] shells" are not 155."""
    if unit.lower_ not in _CALIBRES:
        return False
    things = unit.head
    while things.dep_ == "compound":  # "120 millimetre mortar rounds"
        things = things.head
    return things.i > unit.i and things.tag_ == "NNS"


def _is_base(before: "Token") -> bool:
    """Of a share: "nine out of [ten]", "one in [three] voters"."""
    number = before.nbor(-1) if before.i else None
    if before.lower_ == "of" and number is not None and number.lower_ == "out" and number.i:
        number = number.nbor(-1)
    elif before.lower_ not in {"in", "every"} or (number is not None and number.dep_ == "dobj"):
        return False  # "killed 12 in 40 villages"
    return number is not None and number.like_num and number.text not in _YEARS


def _ends_name(before: "Token", number: "Token") -> bool:
    """ "the Telle Stream 2 partners", "the Mk 41 guns": a figure behind a name that describes the same noun."""
    if not number.text.isdecimal() or not before.head == number.head != before:
        return False
    name = before.pos_ == "PROPN" and before.dep_ in {"compound", "nmod"} and before.ent_type_ not in {"GPE", "NORP"}
    # "gave Berg 150 missiles": one phrase only behind an article, or with a small figure.
    whole = any(c.dep_ == "det" and c.i < before.i for c in number.head.lefts) or int(number.text) < FEW
    return name and whole


def is_uncounted(head: "Token", numeral: Numeral) -> bool:
    """ "two sides", "three times"; not "3,000 words", nor "14 others" who were killed"""
    few = _UNCOUNTED.get(lemma(head))
    return few is not None and not (few and numeral.low > FEW) and not harm_befalls(head)


def refers_back(tokens: "Span", numeral: Numeral) -> bool:
    """ "the two sides", "all three leaders" """
    if numeral.modifier != "exact" or numeral.low >= FEW:
        return False
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and (before.lower_ in {"'s", "’s"} or before.lower_ in DEFINITE | {"other"})


def is_year(tokens: "Span", numeral: Numeral) -> bool:
    """Four bare digits that may be a year."""
    return (
        len(tokens) == 1
        and tokens[0].text.isdecimal()
        and len(tokens[0].text) == 4
        and int(tokens[0].text) in YEARS
        and numeral.modifier == "exact"
    )


def token_after(tokens: "Span") -> "Token | None":
    """The next word of the paragraph."""
    doc, at = tokens.doc, tokens.end
    if at < len(doc) and doc[at].is_space and doc[at].text.count("\n") < 2:
        at += 1
    return doc[at] if at < len(doc) and not doc[at].is_space else None
