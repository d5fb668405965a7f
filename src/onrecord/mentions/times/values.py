"""TIMEX3 values: how they are made, how precise they are and which days they cover.

Values follow TimeML 1.2.1 (ISO 8601 with X for what is unknown); a decade has three digits, a century two.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.model.vocabulary import Precision

UNKNOWN_DAY = "XXXX-XX-XX"
# First month of each season in the northern year, as TimeBank's annotators read it; winter runs into the next year.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHAPES: tuple[tuple[Precision, str], ...] = (
    ("time", r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)T\d\d"),
    ("part of day", r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)T[A-Z]{2}"),
    ("weekend", r"[\dX]{4}-W[\dX]{2}-WE"),
    ("day", r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)"),
    ("week", r"[\dX]{4}-W[\dX]{2}"),
    ("quarter", r"[\dX]{4}-Q[\dX]"),
    ("half", r"[\dX]{4}-H[\dX]"),
    ("season", r"[\dX]{4}-(?:SP|SU|FA|WI)"),
    ("month", r"[\dX]{4}-[\dX]{2}"),
    ("year", r"[\dX]{4}"),
    ("decade", r"[\dX]{3}"),
    ("century", r"[\dX]{2}"),
)
_PRECISIONS = tuple(
    (name, re.compile(shape + (r"(?=$|[:+\-Z])" if name == "time" else "$"))) for name, shape in _SHAPES
)


def precision(value: str) -> Precision | None:
    """How precise a DATE or TIME value is; none for durations, sets and PRESENT_REF and the like."""
    return next((name for name, shape in _PRECISIONS if shape.match(value)), None)


def interval(value: str) -> tuple[date, date] | None:
    """First and last day a DATE or TIME value covers; none where a part that counts is unknown."""
    kind = precision(value)
    if kind is None or "X" in value.split("T")[0]:
        return None
    try:
        return _INTERVALS[kind](value)
    except ValueError:
        return None


def week(day: date | None) -> str:
    """The ISO week that holds the day: `2022-W01`."""
    if day is None:
        return "XXXX-WXX"
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month(day: date | None) -> str:
    """The month that holds the day: `2022-01`."""
    return f"{day.year:04}-{day.month:02}" if day else "XXXX-XX"


def quarter(day: date | None) -> str:
    """The calendar quarter that holds the day: `2022-Q1`."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}" if day else "XXXX-QX"


def add_months(day: date, count: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return day.replace(year=year, month=index + 1, day=min(day.day, monthrange(year, index + 1)[1]))


def shifted(day: date | None, unit: str, count: int) -> str:
    """The value `count` units after the day, as precise as the unit: two "M" after 9 January 2022 -> `2022-03`."""
    try:
        return _SHIFTS[unit](day, count)
    except (ValueError, OverflowError):
        return "XXXX"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _day_shift(day: date | None, count: int) -> str:
    return (day + timedelta(days=count)).isoformat() if day else UNKNOWN_DAY


def _week_shift(day: date | None, count: int) -> str:
    return week(day + timedelta(weeks=count) if day else None)


def _month_shift(day: date | None, count: int) -> str:
    return month(add_months(day, count) if day else None)


def _quarter_shift(day: date | None, count: int) -> str:
    return quarter(add_months(day, 3 * count) if day else None)


def _year_shift(day: date | None, count: int) -> str:
    return f"{day.year + count:04}" if day else "XXXX"


def _decade_shift(day: date | None, count: int) -> str:
    return f"{day.year // 10 + count:03}" if day else "XXX"


def _century_shift(day: date | None, count: int) -> str:
    return f"{day.year // 100 + count:02}" if day else "XX"


_SHIFTS: dict[str, Callable[[date | None, int], str]] = {
    "D": _day_shift,
    "W": _week_shift,
    "2W": lambda day, count: _week_shift(day, 2 * count),
    "WE": lambda day, count: _week_shift(day, count) + "-WE",
    "M": _month_shift,
    "Q": _quarter_shift,
    "Y": _year_shift,
    "DE": _decade_shift,
    "CE": _century_shift,
}


def _days(value: str) -> tuple[date, date]:
    day = date.fromisoformat(value[:10])
    return day, day


def _weekend(value: str) -> tuple[date, date]:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return monday + timedelta(days=5), monday + timedelta(days=6)


def _week(value: str) -> tuple[date, date]:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return monday, monday + timedelta(days=6)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    begin = date(year, first, 1)
    return begin, add_months(begin, count) - timedelta(days=1)


_INTERVALS: dict[Precision, Callable[[str], tuple[date, date]]] = {
    "time": _days,
    "part of day": _days,
    "day": _days,
    "weekend": _weekend,
    "week": _week,
    "month": lambda v: _months(int(v[:4]), int(v[5:7]), 1),
    "season": lambda v: _months(int(v[:4]), _SEASONS[v[5:]], 3),
    "quarter": lambda v: _months(int(v[:4]), 3 * int(v[6]) - 2, 3),
    "half": lambda v: _months(int(v[:4]), 6 * int(v[6]) - 5, 6),
    "year": lambda v: _months(int(v), 1, 12),
    "decade": lambda v: _months(int(v) * 10, 1, 120),
    "century": lambda v: _months(int(v) * 100, 1, 1200),
}
