"""Dates as news prints them -> ISO 8601, as precisely as they are written and never guessed."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from datetime import time as clock
from email.utils import parsedate_to_datetime

from onrecord.model import Published, Zone

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
DAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip
# Hours from UTC of the abbreviations that stand for one zone only in English-language news.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
# Zones that are written without saying whether summer time holds, or that several places share: the time is kept, the
# zone is not.
VAGUE_ZONES = ("et", "ct", "mt", "pt", "cst", "ist")

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ZONE = rf"(?P<zone>[+-]\d\d:?\d\d|{'|'.join(sorted([*ZONES, *VAGUE_ZONES], key=len, reverse=True))})"
TIME = (
    rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?(?::(?P<second>\d\d)(?:\.\d+)?)?"
    rf"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?\(?{_ZONE}\b\)?)?"
)
_ISO = re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]+{TIME})?", re.I)
_COMPACT = re.compile(
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z)?)?"
)
_DATES = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<first>\d\d?)[/.](?P<second_number>\d\d?)[/.]{_YEAR}\b"),
)
_TIME = re.compile(rf"(?<![\d/.,])\b{TIME}(?![\d/])", re.I)


def iso_date(written: str) -> str | None:
    """`2022-01-09`, or `2022-01-09T18:30:00-05:00` where a time and a zone are written; none where no one day is meant.

    Reads ISO 8601, RFC 2822 and the English forms ("Jan. 9, 2022 6:30 pm GMT"). `09/01/2022` could be two days and is
    none of them; `2022-01-09 18:30` keeps its time without a zone.
    """
    written = " ".join(written.split())
    for pattern in (_ISO, _COMPACT):
        if match := pattern.fullmatch(written):
            return _assembled(match.groupdict(), match.groupdict())
    if re.match(r"[A-Za-z]{3}, \d", written):
        try:
            return parsedate_to_datetime(written).isoformat()
        except ValueError:
            pass
    for pattern in _DATES:
        if match := pattern.search(written):
            rest = f"{written[: match.start()]} , {written[match.end() :]}"
            times = [t for t in _TIME.finditer(rest) if t["minute"] or t["half"]]
            return _assembled(match.groupdict(), times[0].groupdict() if times else {})
    return None


def stated_date(written: str) -> str:
    """The same for a date that somebody gives; raises `ValueError`, which says how to write one."""
    if (value := iso_date(written)) is None:
        raise ValueError(f"{written!r} is no date: write it as 2022-01-09 or 2022-01-09T18:30:00-05:00")
    return value


def date_in_zones(zones: Iterable[Zone]) -> Published | None:
    """The publication date a dateline holds, one that says "updated" only if no other is there."""
    found = [z.span.text for z in zones if z.kind in {"dateline", "byline"}]
    for line in sorted(found, key=lambda text: "updated" in text.casefold()):
        if value := iso_date(line):
            return Published(value, "dateline")
    return None


def _assembled(day: dict[str, str | None], at: dict[str, str | None]) -> str | None:
    try:
        when = _day(day)
        if when is None or at.get("hour") is None:
            return when.isoformat() if when else None
        return f"{when.isoformat()}T{_clock(at)}{_offset(at.get('zone') or '')}"
    except ValueError:
        return None


def _day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second_number"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None
        return date(year, first, second) if second > 12 or first == second else date(year, second, first)
    month = (parts["month"] or "").casefold()
    return date(year, int(month) if month.isdigit() else MONTHS[month], int(parts["day"] or 0))


def _clock(parts: dict[str, str | None]) -> str:
    hour = int(parts["hour"] or 0)
    if half := (parts.get("half") or "").casefold():
        hour = hour % 12 + (12 if half == "p" else 0)
    return clock(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0)).isoformat()


def _offset(zone: str) -> str:
    if zone[:1] in {"+", "-"} and zone:
        return f"{zone[:3]}:{zone[-2:]}"
    hours = ZONES.get(zone.casefold())
    if hours is None:
        return ""
    sign, span = ("-", timedelta(hours=-hours)) if hours < 0 else ("+", timedelta(hours=hours))
    return f"{sign}{span.seconds // 3600:02d}:00"
