"""Years, decades and centuries: "in 2014", "the 1990s", "the 19th century"."""

import re

from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.lexicon import ORDINAL, YEAR, number, ordinal, pattern

# What makes a four-digit number after it a year: "in 2014", "the 2014 vote"; and what may: "and 2016".
_YEAR_PREPOSITION = re.compile(
    r"(?i)(?:\b(?:in|of|since|by|from|until|till|through|during|before|after|last|this|next|early|late|mid|earlier|later"
    r"|begin|began|start|started|starting|ends?|ended|ending|fiscal|circa|the|year|back to)[-\s(]+"
    r"|\b(?:from|between)\b.*\bto\s*|\b(?:mid|post|pre)-|\b\d{4}\s*(?:-|–|/|to)\s*)$"
)
# Before a four-digit number these make it a count, not a year.
_COUNT_BEFORE = re.compile(
    r"(?i)(?:[$£€#№]\s?|[.,/-]|\b(?:nearly|almost|over|than|some|least|to|approximately|no\.|number|page|room|flight|section"
    r"|article|resolution|route|boeing|model)\s*)$"
)
_COUNT_AFTER = re.compile(
    r"(?i)\s*(?:%|percent|per cent|km|kilomet|miles?\b|met(?:er|re)s?\b|feet|tons?\b|dollars|euros|rubles|people|troops"
    r"|soldiers|men\b|hours|hrs|GMT|UTC|degrees)|-(?:foot|mile|meter|member|strong|page|\d)|/\d"
)


_YEAR = pattern(rf"(?P<fiscal>\b(?:(?i:fiscal(?: year)?)|FY) )?(?<![\d$£€#.,/:])\b(?P<year>{YEAR})\b")


def year(m: re.Match[str], context: Context) -> list[Draft]:
    """A year: "in 2014", "the 1990 treaty", "fiscal 1998"."""
    before = context.text[max(0, m.start("year") - 16) : m.start("year")]
    if not m["fiscal"]:
        said = _YEAR_PREPOSITION.search(before) is not None
        if _COUNT_AFTER.match(context.text, m.end()) or (_COUNT_BEFORE.search(before) and not said):
            return []
        if not said and not _dated(m, context, before):
            return []
    return [Draft(m.start(), m.end(), "DATE", m["year"])]


def _dated(m: re.Match[str], context: Context, before: str) -> bool:
    """Whether a bare number reads as a year: in brackets, a time adverb, or before no plural noun it could count."""
    if before.rstrip()[-1:] in {"(", ","} and context.text[m.end() : m.end() + 1] in {")", ",", ".", ";"}:
        return True
    tokens = context.tokens(m.start("year"), m.end("year"))
    if not tokens or int(m["year"]) < 1900:
        return False
    following = tokens[-1].nbor(1) if tokens[-1].i + 1 < len(context.doc) else None
    return following is None or following.tag_ not in {"NNS", "NNPS", "NNP", "JJ"}


_TWO_DIGITS = re.compile(r"(?<=\s)['’‘](?P<yy>\d\d)\b(?!s)")


def two_digit_year(m: re.Match[str], context: Context) -> list[Draft]:
    """A year without its century: "in '98"."""
    century = "20" if int(m["yy"]) < 40 else "19"
    return [Draft(m.start(), m.end(), "DATE", century + m["yy"])]


_SPELLED_YEAR = pattern(
    r"(?i)\b(?:(?P<century>nineteen|twenty) (?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[-\s]\w+)?|ten|eleven|twelve|\w+teen)|(?P<thousand>(?:the )?year two thousand))\b"
)


def spelled_year(m: re.Match[str], context: Context) -> list[Draft]:
    """A year in words: "nineteen ninety-one", "the year two thousand"."""
    if m["thousand"]:
        return [Draft(m.start(), m.end(), "DATE", "2000")]
    rest = number(m["rest"])
    return [Draft(m.start(), m.end(), "DATE", f"{(m['century'].lower() == 'twenty' and 20) or 19}{int(rest or 0):02}")]


_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
_DECADE = pattern(
    r"(?:\b(?i:the) )?(?:(?<!\w)(?P<full>(?:1[5-9]|20)\d0)['’]?s\b|['’‘](?P<short>[1-9]0)s\b"
    rf"|\b(?P<word>(?i:{'|'.join(_DECADES)}))\b)"
)


def decade(m: re.Match[str], context: Context) -> list[Draft]:
    """A decade: "the 1990s", "the late '80s", "the nineties"."""
    if m["full"]:
        return [Draft(m.start(), m.end(), "DATE", m["full"][:3])]
    tens = m["short"][0] if m["short"] else str(_DECADES[m["word"].lower()])
    return [Draft(m.start(), m.end(), "DATE", "19" + tens)]


_CENTURY = pattern(rf"\b(?:(?i:the) )?(?P<which>\d\d?(?:st|nd|rd|th)|{ORDINAL})[-\s](?i:century)\b")


def century(m: re.Match[str], context: Context) -> list[Draft]:
    """A century: "the 20th century", "the nineteenth century"."""
    named = ordinal(m["which"])
    return [Draft(m.start(), m.end(), "DATE", f"{named - 1:02}")] if named and named < 30 else []


_FIGURE = frozenset({"0"})
RULES = (
    Rule("time.year", 0.85, _FIGURE, _YEAR, year),
    Rule("time.two_digit_year", 0.8, _FIGURE, _TWO_DIGITS, two_digit_year),
    Rule("time.spelled_year", 0.8, frozenset({"nineteen", "thousand", "twenty"}), _SPELLED_YEAR, spelled_year),
    Rule("time.decade", 0.95, _FIGURE.union(_DECADES), _DECADE, decade),
    Rule("time.century", 0.95, frozenset({"century"}), _CENTURY, century),
)
