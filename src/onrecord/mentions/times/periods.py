"""Parts of a year: quarters, halves, seasons, year-ends and holidays."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.data import table
from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.direction import Direction
from onrecord.mentions.times.lexicon import SEASON, SEASONS, YEAR, alternatives, pattern
from onrecord.mentions.times.partial import nearest, year_of
from onrecord.mentions.times.values import add_months, easter, quarter

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_HOLIDAYS = {row["word"]: row["rule"] for row in table("en/time_holidays")}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEAR_AFTER = rf"(?:,?\s+(?:of |in )?(?:(?i:fiscal )?(?P<year>{YEAR})|(?P<deictic>(?i:this|last|next)) (?i:year)))"
_LOOKS: dict[str, Direction] = {"last": "past", "next": "future"}
_STEPS = {"last": -1, "past": 0, "this": 0, "next": 1, "coming": 0}


_QUARTER = pattern(
    rf"(?:\b(?i:the)\s+(?!\w+-))?(?:(?:(?P<year_before>\b{YEAR})"
    r"|\b(?P<deictic_before>(?i:this|last|next)) (?i:year)['’]s)\s+)?"
    r"(?:\b(?:(?i:fiscal|flat|latest|current)[-\s]+)?(?P<which>(?i:first|second|third|fourth|final|last))"
    r"[-\s](?i:quarter)\b"
    rf"|\bQ(?P<figure>[1-4])\b){_YEAR_AFTER}?"
)


def quarter_of_year(m: re.Match[str], context: Context) -> list[Draft]:
    """A quarter: "the third quarter", "second-quarter results", "the fourth quarter of 2021", "Q3 2021"."""
    if (m["which"] or "").lower() == "last" and not _is_of_year(m, context):
        return []
    which = int(m["figure"]) if m["figure"] else _QUARTERS[m["which"].lower()]
    year = m["year"] or m["year_before"]
    if year:
        return [Draft(m.start(), m.end(), "DATE", f"{year}-Q{which}")]
    if context.published is None:
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-Q{which}")]
    deictic = m["deictic"] or m["deictic_before"]
    if deictic:
        value = f"{context.published.year + _STEPS[deictic.lower()]}-Q{which}"
        return [Draft(m.start(), m.end(), "DATE", value, anchor=context.anchor)]
    options = [date(context.published.year + k, 3 * which - 2, 1) for k in (-1, 0, 1)]
    looks = context.direction(m.start(), m.end())
    now = add_months(context.published.replace(day=1), -((context.published.month - 1) % 3))
    soon = [d for d in options if d <= add_months(now, 6)]
    best, others = nearest(soon, now, "future" if looks == "future" else None)
    return [
        Draft(
            m.start(), m.end(), "DATE", quarter(best),
            anchor=context.anchor, alternatives=tuple(quarter(d) for d in others),
        )
    ]  # fmt: skip


def _is_of_year(m: re.Match[str], context: Context) -> bool:
    """Whether a year follows that is counted with nothing: "the last quarter of 2021", not "of 1500 metres"."""
    year = context.tokens(m.start("year"), m.end("year")) if m["year"] else ()
    return "of" in m[0].split() and not any(t.dep_ == "nummod" for t in year)


_PERIOD = pattern(
    rf"\b(?i:the|that) (?:(?P<which>(?i:latest|year-ago|year-earlier|comparable year-ago)|(?P<year>{YEAR}))"
    r" (?i:quarter|period)|(?i:quarter))\b(?! of\b)"
)


def compared_period(m: re.Match[str], context: Context) -> list[Draft]:
    """A period of a business report told from its quarter: "the year-earlier period", "the 1988 quarter"."""
    known = context.quarter_before(m.start())
    which = (m["which"] or "").lower()
    if known is None and which == "latest" and context.published is not None:
        known = quarter(add_months(context.published, -3))
    if known is None:
        return []
    year = m["year"] or str(int(known[:4]) - ("year-" in which))
    return [Draft(m.start(), m.end(), "DATE", year + known[4:], anchor=known)]


_HALF = pattern(rf"\b(?:(?i:the) )?(?P<which>(?i:first|second|last|latter))[-\s](?i:half){_YEAR_AFTER}")


def half(m: re.Match[str], context: Context) -> list[Draft]:
    """Half a year: "the first half of 1990"."""
    number = 1 if m["which"].lower() == "first" else 2
    if m["year"]:
        return [Draft(m.start(), m.end(), "DATE", f"{m['year']}-H{number}")]
    if context.published is None:
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-H{number}")]
    year = context.published.year + _STEPS[(m["deictic"] or "this").lower()]
    return [Draft(m.start(), m.end(), "DATE", f"{year}-H{number}", anchor=context.anchor)]


_SEASON = pattern(
    r"\b(?:(?P<which>(?i:last|next|that|this(?: past| coming)?|the(?: early| late)?)) )?"
    rf"(?P<season>{SEASON})\b{_YEAR_AFTER}?"
)
_IN_SEASON = re.compile(r"(?i)\b(?:in|by|since|until|during|early|late|through)\s+$")


def season(m: re.Match[str], context: Context) -> list[Draft]:
    """A season: "last summer", "in the winter of 2021", "this past spring"."""
    code = SEASONS[m["season"].lower()]
    if not _is_season(m, context):
        return []
    if m["year"]:
        return [Draft(m.start(), m.end(), "DATE", f"{m['year']}-{code}")]
    if context.published is None:
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-{code}")]
    if m["deictic"]:
        year = context.published.year + _STEPS[m["deictic"].lower()]
        return [Draft(m.start(), m.end(), "DATE", f"{year}-{code}", anchor=context.anchor)]
    if (m["which"] or "").lower() == "that":
        known = context.year_before(m.start()) or "XXXX"
        return [Draft(m.start(), m.end(), "DATE", f"{known}-{code}")]
    options = [date(context.published.year + k, _SEASON_STARTS[code], 1) for k in (-2, -1, 0, 1)]
    which = (m["which"] or "").lower().split()
    if which[-1:] == ["last"]:
        others: list[date] = []
        best = max(d for d in options if add_months(d, 3) <= context.published)
    elif which[-1:] == ["next"]:
        best, others = min((d for d in options if d > context.published), default=options[-1]), []
    else:
        looks = "past" if which[-1:] == ["past"] else context.direction(m.start(), m.end())
        best, others = nearest(options, context.published, looks)
    return [
        Draft(
            m.start(), m.end(), "DATE", f"{best.year}-{code}",
            anchor=context.anchor, alternatives=tuple(f"{d.year}-{code}" for d in others),
        )
    ]  # fmt: skip


def _is_season(m: re.Match[str], context: Context) -> bool:
    """Whether the word is the season: "fall" and "spring" are verbs and nouns as well."""
    if m["year"] or m["deictic"]:
        return True
    which = (m["which"] or "").lower()
    if which and not which.startswith("the"):
        return True
    if any(t.pos_ in {"VERB", "AUX"} for t in context.tokens(m.start("season"), m.end())):
        return False
    if re.match(r"\s+of\b", context.text[m.end() : m.end() + 6]):
        return False
    if m["season"].lower() not in {"fall", "spring"}:
        return True
    return _IN_SEASON.search(context.text[max(0, m.start() - 10) : m.start()]) is not None


_YEAR_END = pattern(r"(?i)\b(?:the )?year[-\s]end\b")


def year_end(m: re.Match[str], context: Context) -> list[Draft]:
    """The end of the year: "by year-end"."""
    year, _ = year_of(context, m.start(), m.end(), 12)
    return [Draft(m.start(), m.end(), "DATE", str(year or "XXXX"), mod="END", anchor=context.anchor)]


_HOLIDAY = pattern(
    r"\b(?<!Merry\s)(?<!Happy\s)(?:(?P<which>(?i:last|next|this)) )?"
    rf"(?P<name>{alternatives(_HOLIDAYS)})\b(?:,?\s+(?P<year>{YEAR}))?"
)
_HOLIDAY_WORDS = frozenset(w.lower() for h in _HOLIDAYS for w in re.findall(r"[A-Za-z]{3,}", h)) - {"day", "eve"}


def holiday(m: re.Match[str], context: Context) -> list[Draft]:
    """A holiday whose day is known: "before Christmas", "Easter Sunday 2022"."""
    rule = _HOLIDAYS[" ".join(m["name"].split())]
    if m["year"]:
        day = holiday_date(rule, int(m["year"]))
        return [Draft(m.start(), m.end(), "DATE", day.isoformat())]
    if context.published is None:
        fixed = re.fullmatch(r"\d\d-\d\d", rule)
        return [Draft(m.start(), m.end(), "DATE", f"XXXX-{rule}" if fixed else "XXXX-XX-XX")]
    options = [holiday_date(rule, context.published.year + k) for k in (-1, 0, 1)]
    which = (m["which"] or "").lower()
    looks = _LOOKS.get(which) or context.direction(m.start(), m.end())
    best, others = nearest(options, context.published, looks)
    return [
        Draft(
            m.start(), m.end(), "DATE", best.isoformat(),
            anchor=context.anchor, alternatives=tuple(d.isoformat() for d in others),
        )
    ]  # fmt: skip


def holiday_date(rule: str, year: int) -> date:
    """The day of a holiday's rule in a year: "12-25"; "11-4#4" = fourth Thursday of November; "easter-2"."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if "#" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, weekday, nth = int(rule[:2]), int(rule[3]), int(rule[5:])
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


RULES = (
    Rule("time.quarter", 0.9, frozenset({"quarter", "0"}), _QUARTER, quarter_of_year),
    Rule("time.period", 0.8, frozenset({"quarter", "period"}), _PERIOD, compared_period),
    Rule("time.half", 0.9, frozenset({"half"}), _HALF, half),
    Rule("time.season", 0.85, frozenset(SEASONS), _SEASON, season),
    Rule("time.year_end", 0.9, frozenset({"year"}), _YEAR_END, year_end),
    Rule("time.holiday", 0.9, _HOLIDAY_WORDS, _HOLIDAY, holiday),
)
