"""Calendar dates: days and months, as they are named."""

import re
from datetime import date, timedelta

from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.lexicon import (
    DAY,
    MONTH,
    MONTH_NAME,
    MONTHS,
    ORDINAL,
    WEEKDAY_OR_ABBREVIATION,
    WEEKDAYS,
    YEAR,
    ordinal,
    pattern,
)
from onrecord.mentions.times.partial import day_of_month, nearest, year_of

_MONTH_WORDS = frozenset(MONTHS)
_DEICTIC_YEAR = r"(?P<deictic>(?i:this|last|next)) (?i:year)"
_OPENING = rf"\b(?:(?P<weekday>{WEEKDAY_OR_ABBREVIATION}),?\s+(?:the )?)?"
_YEAR_AFTER = rf"(?:,?\s+(?:of )?(?:(?P<year>{YEAR})|{_DEICTIC_YEAR}))?"
_SPELLED_DAY = rf"(?P<word>(?:the )?(?:{ORDINAL}))\b"
# What may stand before a bare month: "in May", "since March".
_TIME_PREPOSITION = re.compile(
    r"(?i)\b(?:in|of|since|by|from|until|till|through|during|before|after|for|to|and|or|between|every|early|late|mid"
    r"|earlier|later|begin|began|start|started|starting|ends?|ended|ending|around|about|that|year)[-\s(]+$"
)
_RANGE = r"\s?(?:-|–|—|to|through|and|or|until)\s?"


_MONTH_DAY = pattern(rf"{_OPENING}(?P<month>{MONTH}) (?:(?P<day>{DAY})\b|{_SPELLED_DAY}){_YEAR_AFTER}")


def month_day(m: re.Match[str], context: Context) -> list[Draft]:
    """A day of a month, with or without weekday and year: "on Thursday, Dec. 16, 2021"."""
    return _days(m, context)


_DAY_MONTH = pattern(
    rf"{_OPENING}(?:(?:the )?(?<![\d.,/])(?P<day>{DAY})|(?P<word>the {ORDINAL}))(?: of)? (?P<month>{MONTH})(?!\w)"
    + _YEAR_AFTER
)


def day_month(m: re.Match[str], context: Context) -> list[Draft]:
    """A day before its month: "the 16th of December", "16 December 2021"."""
    return _days(m, context)


_MONTH_DAYS = pattern(rf"{_OPENING}(?P<month>{MONTH}) (?P<day>{DAY})(?:{_RANGE})(?P<last>{DAY})\b{_YEAR_AFTER}")
_DAYS_MONTH = pattern(
    rf"\b(?<![\d.,/])(?P<day>{DAY})(?:{_RANGE})(?P<last>{DAY})(?: of)? (?P<month>{MONTH})(?!\w){_YEAR_AFTER}"
)


def month_days(m: re.Match[str], context: Context) -> list[Draft]:
    """Two days of one month, each a find of its own: "from 9 to 13 January", "Jan. 9-13"."""
    return _days(m, context)


def _days(m: re.Match[str], context: Context) -> list[Draft]:
    month = MONTHS[m["month"].lower().rstrip(".")]
    groups = m.groupdict()
    weekday = WEEKDAYS.get((groups.get("weekday") or "").lower().rstrip("."))
    year = _year(m, context)
    drafts = []
    for group in ("day", "word", "last"):
        if not groups.get(group):
            continue
        named = re.sub(r"(?i)^the\s+", "", m[group])
        day = ordinal(named)
        if day is None or not 1 <= day <= 31:
            return []
        if year is not None:
            value = f"{year}-{month:02}-{day:02}"
            others: tuple[str, ...] = ()
            try:
                date.fromisoformat(value)
            except ValueError:
                return []
        else:
            value, others = day_of_month(context, m.start(), m.end(), month, day, weekday)
        drafts.append((value, others))
    cuts = [m.start(), m.end()]
    if len(drafts) == 2:
        cuts = [m.start(), m.end("day"), m.start("last"), m.end()]
    return [
        Draft(cuts[2 * k], cuts[2 * k + 1], "DATE", value, anchor=None if year else context.anchor, alternatives=others)
        for k, (value, others) in enumerate(drafts)
    ]


def _year(m: re.Match[str], context: Context) -> str | None:
    groups = m.groupdict()
    if groups.get("year"):
        return str(m["year"])
    if groups.get("deictic"):
        if context.published is None:
            return "XXXX"
        return str(context.published.year + {"last": -1, "this": 0, "next": 1}[m["deictic"].lower()])
    return None


_MONTH_YEAR = pattern(rf"\b(?P<month>{MONTH}),?\s+(?:of )?(?:(?P<year>{YEAR})|{_DEICTIC_YEAR})\b")


def month_year(m: re.Match[str], context: Context) -> list[Draft]:
    """A month of a year: "August 1988", "in July last year"."""
    month = MONTHS[m["month"].lower().rstrip(".")]
    anchor = None if m["year"] else context.anchor
    return [Draft(m.start(), m.end(), "DATE", f"{_year(m, context)}-{month:02}", anchor=anchor)]


# Months that are also verbs, adjectives or names of people.
_ALSO_NAMES = frozenset({"april", "may", "march", "june", "august"})
_IN_MONTH = re.compile(
    r"(?i)(?:\b(?:in|since|until|till|by|through|during|early|late|mid|between)"
    r"|\b(?:march|april|june),?(?: and| or| to)?)[-\s]+$"
)
_MONTH = pattern(rf"\b(?:(?P<which>(?i:last|next|this(?: past| coming)?)) )?(?P<month>{MONTH_NAME})\b(?! \d)")


def month_alone(m: re.Match[str], context: Context) -> list[Draft]:
    """A month without year: "in January", "last April", "by mid-November"."""
    which = (m["which"] or "").lower().split()[-1:]
    before = context.text[max(0, m.start() - 16) : m.start()]
    name = m["month"].lower()
    if not which:
        if name in _ALSO_NAMES and not (_IN_MONTH if name == "may" else _TIME_PREPOSITION).search(before):
            return []
        if name == "march" and re.match(r"\s+(?:on|for|against|through)\b", context.text[m.end() : m.end() + 10]):
            return []
        if any(t.ent_type_ == "PERSON" for t in context.tokens(m.start(), m.end())):
            return []
    month = MONTHS[name]
    if context.published is None:
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-{month:02}")]
    year, others = year_of(context, m.start(), m.end(), month)
    assert year is not None
    now = context.published
    if which == ["last"]:
        year, others = now.year - (month >= now.month), ()
    elif which == ["next"]:
        year, others = now.year + (month <= now.month), ()
    elif which:
        best, _ = nearest([date(now.year + k, month, 1) for k in (-1, 0, 1)], now.replace(day=1), "present")
        year, others = best.year, ()
    alternatives = tuple(f"{y}-{month:02}" for y in others)
    return [Draft(m.start(), m.end(), "DATE", f"{year}-{month:02}", anchor=context.anchor, alternatives=alternatives)]


_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d))(?![\d/-])"
)


def numeric(m: re.Match[str], context: Context) -> list[Draft]:
    """A date in figures; 1/9/2022 may be January or September and stays open: "signed on 2021-12-15"."""
    if m["iso"]:
        return [Draft(m.start(), m.end(), "DATE", m["iso"])] if _valid(m["iso"]) else []
    first, second, year = int(m["a"]), int(m["b"]), m["y"]
    if len(year) == 2:
        year = ("19" if int(year) > 50 else "20") + year
    options = [f"{year}-{x:02}-{y:02}" for x, y in dict.fromkeys(((first, second), (second, first)))]
    options = [o for o in options if _valid(o)]
    if not options:
        return []
    if len(options) == 1:
        return [Draft(m.start(), m.end(), "DATE", options[0])]
    return [Draft(m.start(), m.end(), "DATE", f"{year}-XX-XX", alternatives=tuple(options))]


def _valid(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_DAY_ALONE = pattern(r"(?<=\bon\s)the (?P<day>\d\d?(?:st|nd|rd|th))(?=\s*[.,;]| of the month)")


def day_alone(m: re.Match[str], context: Context) -> list[Draft]:
    """A day without its month, in the month nearest to publication: "and again on the 25th"."""
    day = int(m["day"][:-2])
    known = context.published or context.day_before(m.start())
    around = [known.replace(day=1) + timedelta(days=k) for k in (-1, 0, 31)] if known else []
    options = [o for o in (f"{d:%Y-%m}-{day:02}" for d in around) if _valid(o)]
    if known is None or not options:
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-XX-{day:02}")]
    looks = context.direction(m.start(), m.end()) or "present"
    best, others = nearest([date.fromisoformat(o) for o in options], known, looks)
    return [
        Draft(
            m.start(), m.end(), "DATE", best.isoformat(),
            anchor=known.isoformat(), alternatives=tuple(o.isoformat() for o in others),
        )
    ]  # fmt: skip


RULES = (
    Rule("time.month_days", 0.95, _MONTH_WORDS, _MONTH_DAYS, month_days),
    Rule("time.month_days", 0.95, _MONTH_WORDS, _DAYS_MONTH, month_days),
    Rule("time.month_day", 0.97, _MONTH_WORDS, _MONTH_DAY, month_day),
    Rule("time.day_month", 0.97, _MONTH_WORDS, _DAY_MONTH, day_month),
    Rule("time.month_year", 0.97, _MONTH_WORDS, _MONTH_YEAR, month_year),
    Rule("time.month", 0.85, _MONTH_WORDS, _MONTH, month_alone),
    Rule("time.numeric", 0.9, frozenset({"0"}), _NUMERIC, numeric),
    Rule("time.day_alone", 0.7, frozenset({"0"}), _DAY_ALONE, day_alone),
)
