"""Weekdays: which Monday is meant.

An explicit date beside it decides, then last, next and this, then a date named before in a narrative of other days,
then where the clause looks: forward to the next such day, else back to the last, both counting the day of publication.
"""

import re
from datetime import date, timedelta

from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.direction import Direction
from onrecord.mentions.times.lexicon import MONTH, ORDINAL, PART, PARTS, WEEKDAY, WEEKDAYS, pattern
from onrecord.model.vocabulary import TimexType

_WORDS = frozenset(w for d in WEEKDAYS if d.endswith("day") for w in (d, d + "s"))
_NAMES = re.compile(r"(?:Black|Bloody|Good|Ash|Palm|Cyber|Super|Fat|Holy|Maundy|Super Bowl|Mardi Gras)\s+$")
_NAMES_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Agreement|Independent|Star|Review|Business)\b"
)
# A week of a named weekday beside it: "Monday of next week", "Tuesday last week".
_WEEK = r"(?:,?\s+(?:of )?(?P<week>(?i:last|next|this)) (?i:week))"
_STEPS = {"last": -1, "this": 0, "next": 1}


_WEEKDAY = pattern(
    r"\b(?:(?P<which>(?i:last|next|this(?: past| coming| last)?|the following|the previous)) )?"
    rf"(?P<weekday>{WEEKDAY})\b(?!,?\s+{MONTH} (?:\d|(?:the )?{ORDINAL}\b))(?: (?P<part>{PART})\b(?!s))?{_WEEK}?"
)


def weekday(m: re.Match[str], context: Context) -> list[Draft]:
    """A weekday with or without part of day: "on Monday", "last Friday", "Saturday night", "Tuesday of next week"."""
    if _NAMES.search(context.text, max(0, m.start() - 20), m.start()) or _NAMES_AFTER.match(context.text, m.end()):
        return []
    number = WEEKDAYS[m["weekday"].lower()]
    part = f"T{PARTS[m['part'].lower()]}" if m["part"] else ""
    kind: TimexType = "TIME" if part else "DATE"
    dated = context.date_before(m.start())
    others: list[date] = []
    if context.published is not None:
        day, others = _resolve(m, context, number, context.published)
    elif dated is not None:
        day = _after(dated, number)
    else:
        return [Draft(m.start(), m.end(), kind, f"XXXX-WXX-{number}{part}")]
    return [
        Draft(
            m.start(), m.end(), kind, day.isoformat() + part,
            anchor=context.anchor, alternatives=tuple(d.isoformat() + part for d in others),
        )
    ]  # fmt: skip


def _resolve(m: re.Match[str], context: Context, number: int, published: date) -> tuple[date, list[date]]:
    if m["week"]:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=_STEPS[m["week"].lower()])
        return monday + timedelta(days=number - 1), []
    before, after = around(published, number)
    which = (m["which"] or "").lower().split()
    if "last" in which or "past" in which or "previous" in which:
        return (before if before < published else before - timedelta(weeks=1)), []
    if "next" in which or "coming" in which:
        return (after if after > published else after + timedelta(weeks=1)), []
    if "following" in which and (day := context.day_before(m.start())) is not None:
        return day + timedelta(days=(number - day.isoweekday() - 1) % 7 + 1), []
    looks = context.direction(m.start(), m.end())
    dated = context.date_before(m.start())
    if dated is not None and looks in {None, "past"} and published - dated > timedelta(days=7):
        return _after(dated, number), [before]
    return chosen(before, after, looks)


def _after(dated: date, number: int) -> date:
    """The first such weekday from a date on."""
    return dated + timedelta(days=(number - dated.isoweekday()) % 7)


def around(published: date, number: int) -> tuple[date, date]:
    """The last and the next such weekday, both including the day itself; 1 is Monday."""
    before = published - timedelta(days=(published.isoweekday() - number) % 7)
    return before, published if before == published else before + timedelta(weeks=1)


def chosen(before: date, after: date, looks: Direction | None) -> tuple[date, list[date]]:
    """The next day for a clause that looks forward, else the last; with the one not taken."""
    best, other = (after, before) if looks in {"present", "future"} else (before, after)
    return best, [other] if other != best else []


RULES = (Rule("time.weekday", 0.9, _WORDS, _WEEKDAY, weekday),)
