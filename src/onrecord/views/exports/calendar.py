"""A calendar of meetings (iCalendar, RFC 5545): a line of the record for each event, its word beside it."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from onrecord.model.vocabulary import MeetingState
from onrecord.views.meetings import MeetingLine
from onrecord.views.sentences import sentence_at

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?")
STATUS: dict[MeetingState, str] = {
    "proposed": "TENTATIVE",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "under way": "CONFIRMED",
    "held": "CONFIRMED",
    "broken off": "CONFIRMED",
    "cancelled": "CANCELLED",
    "refused": "CANCELLED",
}


def calendar(lines: Iterable[MeetingLine], text_of: Callable[[str], str]) -> tuple[bytes, int]:
    """The calendar, and how many meetings are not in it because their day is unknown.

    A meeting with a time of day begins then, in the zone the text gives or in none; every other lasts its whole days.
    `text_of` gives the text of an article by its id, to quote the sentence from.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Onrecord//Meetings//EN")
    made.add("version", "2.0")
    found = [(line, moment(line.start)) for line in lines]
    events = [_event(line, begins, text_of(line.article.id)) for line, begins in found if begins is not None]
    zones = {at.tzinfo for pair in found for at in (pair[1], moment(pair[0].end)) if isinstance(at, datetime)}
    for part in (*(_zone(z) for z in sorted(zones - {None, UTC}, key=str)), *events):
        made.add_component(part)
    return made.to_ical(), len(found) - len(events)


def moment(value: str | None) -> datetime | date | None:
    """The time or the day of a TIMEX3 value; none for a week, a month, a pattern, or a day that does not exist."""
    try:
        if value and _TIME.fullmatch(value):
            return datetime.fromisoformat(value)
        day = _DAY.fullmatch(value or "")
        return date.fromisoformat(day["day"]) if day else None
    except ValueError:
        return None


def _zone(zone: tzinfo | None) -> "Timezone":
    """What the events of a fixed distance from UTC refer to."""
    from icalendar import Timezone, TimezoneStandard

    always = TimezoneStandard()
    always.add("dtstart", datetime(1970, 1, 1))
    for name in ("tzoffsetfrom", "tzoffsetto"):
        always.add(name, datetime(1970, 1, 1, tzinfo=zone).utcoffset())
    made = Timezone()
    made.add("tzid", str(zone))
    made.add_component(always)
    return made


def _event(line: MeetingLine, begins: datetime | date, text: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{line.id}@onrecord")
    event.add("dtstamp", datetime.fromisoformat(line.article.read_at).astimezone(UTC))
    event.add("dtstart", begins)
    last = moment(line.end)
    if not isinstance(begins, datetime):
        day = last.date() if isinstance(last, datetime) else last or begins
        event.add("dtend", max(day, begins) + timedelta(days=1))
    elif isinstance(last, datetime) and (last.tzinfo is None) == (begins.tzinfo is None) and last > begins:
        event.add("dtend", last)
    event.add("summary", f"{line.who}: {line.forum or line.format or 'meeting'}, {line.state}")
    event.add("status", STATUS[line.state])
    event.add("transp", "TRANSPARENT")
    if line.place:
        event.add("location", line.place)
    if line.article.url:
        event.add("url", line.article.url)
    start, end = min(s.start for s in line.words), max(s.end for s in line.words)
    event.add("description", "\n".join((sentence_at(text, start, end), f"On whose word: {line.word}", _outlet(line))))
    return event


def _outlet(line: MeetingLine) -> str:
    published = line.article.published[:10] if line.article.published else "undated"
    return f"{line.article.outlet or line.article.name}, {published}"
