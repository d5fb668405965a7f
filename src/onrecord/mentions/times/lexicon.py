"""Names and numbers of times, as tables and as the parts that patterns are built from."""

import re
from collections.abc import Iterable

from onrecord.data import table


def _named(kind: str) -> dict[str, str]:
    return {row["word"].lower(): row["value"] for row in table("en/time_names") if row["class"] == kind}


def _cased(kind: str) -> str:
    """Alternatives of a class of names, longest first, as written or in capitals."""
    names = sorted((row["word"] for row in table("en/time_names") if row["class"] == kind), key=len, reverse=True)
    return "|".join(f"{n}|{n.upper()}" for n in names)


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first."""
    return "|".join(re.escape(w).replace("\\ ", " ") for w in sorted(words, key=len, reverse=True))


MONTHS = {word: int(value) for kind in ("month", "month abbreviation") for word, value in _named(kind).items()}
WEEKDAYS = {word: int(value) for kind in ("weekday", "weekday abbreviation") for word, value in _named(kind).items()}
SEASONS = _named("season")
PARTS = {**_named("part of day"), "noon": "12:00", "midnight": "00:00"}
UNITS = {row["word"]: row["code"] for row in table("en/time_units")}
_NUMBERS = {row["word"]: int(row["value"]) for row in table("en/time_numbers") if row["class"] == "cardinal"}
ORDINALS = {row["word"]: int(row["value"]) for row in table("en/time_numbers") if row["class"] == "ordinal"}
VAGUE = "several|many|some|a few|few|countless|numerous|recent|coming|various"

# Parts of patterns. A blank stands for any white space, see `pattern`.
MONTH_NAME = rf"(?:{_cased('month')})"
MONTH = rf"(?:{_cased('month')}|(?:{_cased('month abbreviation')})\b\.?)"
WEEKDAY = rf"(?:{_cased('weekday')})"
WEEKDAY_OR_ABBREVIATION = rf"(?:{_cased('weekday')}|(?:{_cased('weekday abbreviation')})\b\.?)"
SEASON = rf"(?i:{'|'.join(SEASONS)})"
PART = r"(?i:morning|afternoon|evening|night)"
UNIT = rf"(?i:{alternatives(UNITS)})"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,:]\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
ORDINAL = rf"(?i:{alternatives(ORDINALS)})"
_TENS = alternatives([w for w, v in _NUMBERS.items() if v >= 20])
_ONES = alternatives([w for w, v in _NUMBERS.items() if v < 20])
NUMBER = (
    rf"(?:(?<![\d$£€.,/])\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?: ?\d/\d)?"
    rf"|(?i:(?:{_TENS})(?:[-\s](?:{_ONES}))?|(?:a |one |two |three )?hundred|(?:a |two )?dozen|{_ONES}"
    r"|(?:a )?couple of|a couple))"
)


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern in which each blank stands for any white space."""
    return re.compile(text.replace(" ", r"\s+"))


def number(words: str) -> float | None:
    """The number a phrase names; none for a vague one such as "several".

    "2 1/2" -> 2.5, "twenty-one" -> 21, "a dozen" -> 12
    """
    text = " ".join(words.lower().replace("-", " ").split())
    if text and text[0].isdigit():
        whole, _, fraction = text.replace(",", "").partition(" ")
        if "/" in whole:
            return _ratio(whole)
        return float(whole) + (_ratio(fraction) if fraction else 0)
    if "couple" in text:
        return 2
    if text in {"a", "an"}:
        return 1
    total: float = 0
    for word in text.split():
        if word in {"hundred", "dozen"}:
            total = max(total, 1) * (100 if word == "hundred" else 12)
        elif word == "half":
            total += 0.5
        elif word in _NUMBERS:
            total += _NUMBERS[word]
        elif word not in {"a", "and"}:
            return None
    return total or None


def ordinal(words: str) -> int | None:
    """The number of an ordinal in words or figures: "third", "21st"."""
    if words[:1].isdigit():
        return int(re.sub(r"\D", "", words))
    return ORDINALS.get("-".join(words.lower().split()))


def _ratio(text: str) -> float:
    above, _, below = text.partition("/")
    return int(above) / int(below) if int(below or 0) else 0
