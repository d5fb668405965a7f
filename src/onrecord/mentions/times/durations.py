"""Durations and repeated times: "two years", "the past 72 hours", "every week"."""

import re
from datetime import date, timedelta
from typing import Any

from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.lexicon import (
    MONTH,
    NUMBER,
    PART,
    PARTS,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    number,
    pattern,
)
from onrecord.mentions.times.values import add_months

_UNIT_WORDS = frozenset(UNITS) | frozenset(u + "s" for u in UNITS)
_BACK = frozenset({"past", "last", "previous", "preceding"})
_AHEAD = frozenset({"next", "coming", "following"})
_FRAME = (
    r"(?:(?i:the|these|those|an additional|another)\s+(?!\w+-))?"
    r"(?:(?P<frame>(?i:past|last|previous|preceding|next|coming|following|first|final|latest|full|other)) )?"
)
_RANGE = rf"(?:\s?(?:-|–|to|or)\s?(?P<upper>{NUMBER}))?"
_BETWEEN = (
    r"(?:[-\s]+(?i:more|additional|consecutive|straight|full|whole|solid|long|trading|working|business|calendar|fiscal"
    r"|extra|other))?"
)
# Unit names that say how often.
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
# Behind a part of a named period, which publication does not bound: "the last three months of the year".
_OF_A_PERIOD = re.compile(rf"(?i)\s+of\s+(?:(?:the|this|that|last|next)\s+year|{YEAR}|{MONTH})\b")


_DURATION = pattern(
    rf"\b{_FRAME}(?P<number>{NUMBER}){_RANGE}(?P<half>(?i: and a half))?{_BETWEEN}[-\s]+(?P<unit>{UNIT}(?i:s?))\b"
)


def duration(m: re.Match[str], context: Context) -> list[Draft]:
    """A counted length of time: "two years", "the past 72 hours", "a 10-day visit", "two to three weeks"."""
    before = context.text[max(0, m.start() - 3) : m.start()]
    if _of_age(m, context) or before.endswith(("-", "$", "€", "£")):
        return []
    low = number(m["number"])
    unit = m["unit"].lower()
    if m["upper"]:
        values = tuple(_period(unit, n) for n in (low, number(m["upper"])) if n is not None)
        return [Draft(m.start(), m.end(), "DURATION", _period(unit, None), alternatives=values)]
    if low is not None and m["half"]:
        low += 0.5
    frame = (m["frame"] or "").lower()
    value = _period(unit, low)
    part = frame == "last" and _OF_A_PERIOD.match(context.text, m.end())
    days = {} if part else _anchored(frame, unit, low, context)
    return [Draft(m.start(), m.end(), "DURATION", value, **days)]


def _anchored(frame: str, unit: str, count: float | None, context: Context) -> "dict[str, Any]":
    """The days that "the past two weeks" or "the next 72 hours" cover."""
    if context.published is None or frame not in _BACK | _AHEAD or count is None:
        return {}
    sign = -1 if frame in _BACK else 1
    other = moved(context.published, unit, sign * count)
    days = (other, context.published) if sign < 0 else (context.published, other)
    return {"anchor": context.anchor, "days": days}


def moved(day: date, unit: str, count: float) -> date | None:
    """The day some units away; none where it leaves the calendar."""
    code = UNITS[unit.removesuffix("s")]
    try:
        match code:
            case "M" if unit.startswith("month"):
                return add_months(day, round(count))
            case "Q":
                return add_months(day, round(3 * count))
            case "Y" | "DE" | "CE":
                return add_months(day, round({"Y": 12, "DE": 120, "CE": 1200}[code] * count))
            case "S" | "M" | "H":
                return day + timedelta(hours=count * {"S": 1 / 3600, "M": 1 / 60, "H": 1}[code])
            case _:
                return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[code])
    except (ValueError, OverflowError):
        return None


def _period(unit: str, count: float | None) -> str:
    """TIMEX3 value of a length: two and a half years -> `P2.5Y`, several hours -> `PTXH`."""
    word = unit.removesuffix("s")
    code = UNITS[word]
    clock = "T" if word in {"second", "minute", "hour"} else ""
    if code == "2W":
        code, count = "W", None if count is None else count * 2
    if word == "hour" and count is not None and count % 1:
        return f"PT{int(count)}H{round(count % 1 * 60)}M" if count >= 1 else f"PT{round(count * 60)}M"
    shown = "X" if count is None else f"{count:g}"
    return f"P{clock}{shown}{code}"


_ONE_UNIT = pattern(
    r"\b(?:(?P<half>(?i:half an?|half-))\s?|(?i:an?|an entire|a full|an additional|a further|another"
    r"|(?:the |this )?(?P<past>past))\s)"
    rf"(?P<unit>{UNIT})\b(?:(?P<more>(?i: and a half))|(?i: or (?:so|two))\b)?"
)


def one_unit(m: re.Match[str], context: Context) -> list[Draft]:
    """A length of one: "a year", "half an hour", "the past month"; "$5 a day" is a rate and so a SET."""
    unit = m["unit"].lower()
    if _of_age(m, context) or unit == "quarter" or (unit == "second" and not m["half"]):
        return []
    value = _period(unit, 0.5 if m["half"] else 1.5 if m["more"] else 1)
    if m["past"]:
        return [Draft(m.start(), m.end(), "DURATION", value, **_anchored("past", unit, 1, context))]
    before = context.text[max(0, m.start() - 14) : m.start()].lower()
    rate = re.search(r"(?:\d|\b(?:times|once|twice|cents|dollars|percent|million|billion))\s+$", before)
    return [Draft(m.start(), m.end(), "SET" if rate else "DURATION", value)]


_PLURALS = [u + "s" for u in UNITS]
_BARE = pattern(
    rf"\b(?:(?i:the (?:early|first|final|intervening)) |(?i:the )?(?i:{VAGUE}|couple of) (?:(?i:more|other) )?)?"
    rf"(?P<unit>(?i:{'|'.join(_PLURALS)}))\b"
    r"(?:-(?i:long)\b| (?:and|or) (?:days|weeks|months|years|decades)\b)?(?: (?i:ahead|to come)\b)?"
)


def bare_units(m: re.Match[str], context: Context) -> list[Draft]:
    """A length without number: "for years", "within days", "several weeks", "decades-long"."""
    if _of_age(m, context) or m.group().lower() in {"seconds", "quarters"}:
        return []
    return [Draft(m.start(), m.end(), "DURATION", _period(m["unit"].lower(), None))]


def _of_age(m: re.Match[str], context: Context) -> bool:
    """Whether the length is an age ("52 years old") or a fraction ("three-quarters of"), which are no durations."""
    return re.match(r"[-\s]+(?:olds?\b|of age\b)", context.text[m.end() : m.end() + 9]) is not None or (
        re.search(r"(?i)(?:one|two|three)[-\s]quarters?$", m.group()) is not None
        and context.text[m.end() : m.end() + 3] == " of"
    )


_EVERY = pattern(
    rf"\b(?i:every|each|per) (?:(?P<other>(?i:other|second)) )?(?:(?P<weekday>{WEEKDAY})\b(?: (?P<part>{PART}))?"
    rf"|(?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT}(?i:s?))\b)"
)


def every(m: re.Match[str], context: Context) -> list[Draft]:
    """A repeated time: "every week", "each Thursday", "every two years"."""
    if m["weekday"]:
        part = f"T{PARTS[m['part'].lower()]}" if m["part"] else ""
        return [Draft(m.start(), m.end(), "SET", f"XXXX-WXX-{WEEKDAYS[m['weekday'].lower()]}{part}")]
    if m["unit"]:
        count = number(m["number"]) if m["number"] else 1
        if m["other"]:
            count = 2
        return [Draft(m.start(), m.end(), "SET", _period(m["unit"].lower(), count))]
    return []


_WEEKDAYS = pattern(rf"\b(?P<weekday>{WEEKDAY})(?i:s)?\b(?: (?P<part>{PART})(?i:s)\b|(?<=s))")


def weekdays(m: re.Match[str], context: Context) -> list[Draft]:
    """Weekdays in the plural: "on Mondays", "Tuesday nights"."""
    part = f"T{PARTS[m['part'].lower()]}" if m["part"] else ""
    return [Draft(m.start(), m.end(), "SET", f"XXXX-WXX-{WEEKDAYS[m['weekday'].lower()]}{part}")]


_HOW_OFTEN = re.compile(rf"(?i)\b(?:{'|'.join(_ADVERBS)})\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:][\"”’]?\s+|[“\"]|\n)$")


def how_often(m: re.Match[str], context: Context) -> list[Draft]:
    """An adverb of repetition: "daily", "annually"."""
    word = m.group()
    if word[0].isupper() and context.text[m.end() : m.end() + 2].strip().isupper():
        return []
    if word[0].isupper() and not _SENTENCE_START.search(context.text[max(0, m.start() - 3) : m.start()]):
        return []
    return [Draft(m.start(), m.end(), "SET", _ADVERBS[word.lower()])]


_EVERY_WORDS = frozenset({"every", "each", "per"})
RULES = (
    Rule("time.duration", 0.92, _UNIT_WORDS, _DURATION, duration),
    Rule("time.one_unit", 0.8, frozenset(UNITS), _ONE_UNIT, one_unit),
    Rule("time.units", 0.75, frozenset(_PLURALS), _BARE, bare_units),
    Rule("time.every", 0.93, _EVERY_WORDS, _EVERY, every),
    Rule("time.weekdays", 0.9, frozenset(w for d in WEEKDAYS for w in (d, d + "s")), _WEEKDAYS, weekdays),
    Rule("time.how_often", 0.85, frozenset(_ADVERBS), _HOW_OFTEN, how_often),
)
