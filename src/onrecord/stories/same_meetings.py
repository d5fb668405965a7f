"""Same meeting: lines of one or several articles that may tell of one meeting, proposed with the reason."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from onrecord.model import Entry, Meeting

# A call late in the day is on the next one further east.
CALL_TOLERANCE = timedelta(days=1)
# How far from its article a meeting without a date may lie, by whether it was still to come.
BEHIND, AHEAD = timedelta(days=7), timedelta(days=30)
# "In March" or "in 2018" is no date that tells one meeting from another.
EXACT = timedelta(days=7)
_STILL_AHEAD = {"proposed", "planned", "postponed", "cancelled", "refused"}
_VALUE = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*|-WE)?")


class SameMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that may tell of one meeting. They stay apart in the record: this is a question, not a merger."""

    members: tuple[str, ...]
    """Ids of the lines, in the order of their articles' publication."""
    articles: tuple[str, ...]
    """Ids of the articles they stand in."""
    because: str
    """What agrees, and what does not."""


class _Line(NamedTuple):
    """A meeting as one sentence tells it, made comparable."""

    id: str
    article: str
    meeting: Meeting
    days: tuple[date, date] | None
    """First and last day it can be on; none where neither it nor its article is dated, or its date is a pattern."""
    dated: bool
    people: dict[str, str]
    """Surnames by side."""


def same_meetings(entries: Iterable[Entry]) -> list[SameMeeting]:
    """Groups of lines with the same sides, no other people, days that agree and places that do not speak against it.

    Every line agrees with every other of its group. A line without a date joins only where a single group fits.
    """
    by_sides: dict[frozenset[str], list[_Line]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (e.article.published or "", e.article.id, e.find.begins_at)):
        if isinstance(entry.find, Meeting) and len(set(entry.find.sides)) > 1:
            by_sides[frozenset(entry.find.sides)].append(_line(entry, entry.find))
    groups = [g for lines in by_sides.values() for g in _grouped(lines) if len(g) > 1]
    return [
        SameMeeting(
            members=tuple(line.id for line in g),
            articles=tuple(dict.fromkeys(line.article for line in g)),
            because=_because(g),
        )
        for g in groups
    ]


def days_of(value: str | None) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value; none where it is open, such as `XXXX-WXX-1`."""
    parts = _VALUE.fullmatch(value or "")
    if parts is None:
        return None
    year = int(parts["year"])
    try:
        if parts["week"]:
            monday = date.fromisocalendar(year, int(parts["week"]), 1)
            return monday, monday + timedelta(days=6)
        if parts["day"]:
            day = date(year, int(parts["month"]), int(parts["day"]))
            return day, day
        first, last = (int(parts["month"]),) * 2 if parts["month"] else (1, 12)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None


def _line(entry: Entry, meeting: Meeting) -> _Line:
    days, published = days_of(meeting.start), days_of((entry.article.published or "")[:10])
    around = None
    if days is not None:
        end = days_of(meeting.end)
        around = (days[0], max(days[1], end[1])) if end is not None else days
    elif published is not None and meeting.start is None:
        at = published[0]
        around = (at, at + AHEAD) if meeting.state in _STILL_AHEAD else (at - BEHIND, at)
    return _Line(
        id=meeting.id,
        article=entry.article.id,
        meeting=meeting,
        days=around,
        dated=days is not None and days[1] - days[0] <= EXACT,
        people={
            p.side: p.name.split()[-1].casefold()
            for p in meeting.participants
            if p.side and p.name != p.side and not p.name.startswith("unnamed:")
        },
    )


def _grouped(lines: Sequence[_Line]) -> "list[list[_Line]]":
    groups: list[list[_Line]] = []
    for line in sorted(lines, key=lambda one: not one.dated):
        fitting = [g for g in groups if all(_may_be_one(line, other) for other in g)]
        if len(fitting) == 1 or (fitting and line.dated):
            fitting[0].append(line)
        elif not fitting and line.days is not None:
            groups.append([line])
    order = {line.id: n for n, line in enumerate(lines)}
    return [sorted(g, key=lambda one: order[one.id]) for g in groups]


def _may_be_one(one: _Line, other: _Line) -> bool:
    if one.days is None or other.days is None or not _people_agree(one, other) or not _media_agree(one, other):
        return False
    tolerance = CALL_TOLERANCE if one.dated and other.dated and _is_call(one, other) else timedelta()
    if one.days[0] > other.days[1] + tolerance or other.days[0] > one.days[1] + tolerance:
        return False
    if not (one.dated and other.dated) and not _of_a_kind(one, other):
        return False
    return _places_agree(one, other) or (one.dated and other.dated and len(_common(one, other)) > 1)


def _people_agree(one: _Line, other: _Line) -> bool:
    """Where both name who comes for a side, it is the same person."""
    return all(one.people[side] == other.people[side] for side in one.people.keys() & other.people.keys())


def _media_agree(one: _Line, other: _Line) -> bool:
    """A call is no visit, and has no place."""
    for call, meeting in ((one.meeting, other.meeting), (other.meeting, one.meeting)):
        if call.format == "call" and (meeting.format == "visit" or (meeting.place and meeting.format != "call")):
            return False
    return True


def _places_agree(one: _Line, other: _Line) -> bool:
    """Whether a place is open or named alike."""
    a, b = one.meeting, other.meeting
    if a.place is None or b.place is None or (a.geonameid is not None and a.geonameid == b.geonameid):
        return True
    return a.place.casefold() in b.place.casefold() or b.place.casefold() in a.place.casefold()


def _of_a_kind(one: _Line, other: _Line) -> bool:
    """What a line without a date needs beside: both calls or neither; without any date also both ahead or behind."""
    a, b = one.meeting, other.meeting
    phase = one.dated or other.dated or (a.state in _STILL_AHEAD) == (b.state in _STILL_AHEAD)
    return phase and (a.format == "call") == (b.format == "call")


def _is_call(one: _Line, other: _Line) -> bool:
    return "call" in {one.meeting.format, other.meeting.format}


def _common(one: _Line, other: _Line) -> set[str]:
    return {side for side in one.people.keys() & other.people.keys() if one.people[side] == other.people[side]}


def _because(group: Sequence[_Line]) -> str:
    return "; ".join(_reasons(group))


def _reasons(group: Sequence[_Line]) -> Iterator[str]:
    yield f"same sides: {', '.join(group[0].meeting.sides)}"
    names = [p.name for line in group for p in line.meeting.participants if p.side in line.people]
    if len({name.split()[-1] for name in names}) < len(names):
        longest: dict[str, str] = {}
        for name in names:
            surname = name.split()[-1]
            longest[surname] = max(longest.get(surname, ""), name, key=len)
        yield f"people: {', '.join(longest.values())}"
    starts = list(dict.fromkeys(line.meeting.start for line in group if line.dated and line.meeting.start))
    if starts:
        two = len({days_of(s) for s in starts}) > 1 and any(line.meeting.format == "call" for line in group)
        yield f"{'days' if len(starts) > 1 else 'day'}: {', '.join(starts)}" + (", as of two time zones" if two else "")
    if undated := sum(not line.dated for line in group):
        yield f"without a date, but published near: {undated} of {len(group)}"
    places = list(dict.fromkeys(line.meeting.place for line in group if line.meeting.place))
    if places:
        alike = all(_places_agree(one, other) for one in group for other in group)
        yield f"{'place' if alike else 'places differ'}: {', '.join(places)}"
