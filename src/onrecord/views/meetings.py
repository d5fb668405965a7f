"""Meetings: who meets whom, where, when and in what state, article by article."""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from onrecord.mentions.sides import WE
from onrecord.model import ArticleInfo, Entry, Meeting, Participant, Span
from onrecord.model.vocabulary import Flag, MeetingFormat, MeetingState
from onrecord.stories.same_meetings import SameMeeting, days_of, same_meetings
from onrecord.views.names import actor_name
from onrecord.views.whose_word import Word, Words

_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7])")
_PART_OF_DAY = re.compile(r"(?P<day>[\dXW-]+)T(?P<part>MO|MI|AF|EV|NI|DT)")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_CLOCK = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d.*)")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)")
_OPEN_DATE = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


class MeetingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as one article has it. The same meeting in two articles makes two lines."""

    id: str
    when: str
    """As precisely as the text gives it; "date not given" where it does not."""
    start: str | None
    """The same as a TIMEX3 value."""
    end: str | None
    participants: tuple[str, ...]
    """Actor ids of persons and sides; the side alone where its speaker says "we"."""
    place: str | None
    format: MeetingFormat | None
    forum: str | None
    issues: tuple[str, ...]
    """On its agenda, by the negotiation files it was read with."""
    state: MeetingState
    flags: tuple[Flag, ...]
    words: tuple[Span, ...]
    """What tells of it, as written."""
    word: Word
    article: ArticleInfo
    group: int | None = None
    """Number of the proposal that this line and others tell of one meeting; none where nothing is proposed."""
    group_members: tuple[str, ...] = ()
    """Ids of all lines of that group."""
    group_because: str | None = None
    """What the proposal rests on, and what differs."""

    @property
    def who(self) -> str:
        """The participants in one line; "participants not given" where the text names none."""
        return ", ".join(map(actor_name, self.participants)) or "participants not given"

    @property
    def when_or_told(self) -> str:
        """The date; where the text gives no full one, the day on which it was told: "told 2022-01-13"."""
        if _first_day(self.start) is not None or self.article.published is None:
            return self.when
        told = f"told {self.article.published[:10]}"
        return told if self.start is None else f"{self.when}, {told}"


def meetings(entries: Iterable[Entry], *, state: MeetingState | None = None) -> Iterator[MeetingLine]:
    """The meetings by their date, in order of publication where dates agree.

    Those without a full date stand behind those of the day on which they were told; last, what has neither.
    Groups are proposed among all of them, and numbered in that order.
    """
    found = list(entries)
    words = Words(found)
    groups = {id_: group for group in same_meetings(found) for id_ in group.members}
    numbers: dict[SameMeeting, int] = {}
    chosen = [e for e in found if isinstance(e.find, Meeting) and state in (None, e.find.state)]
    for entry in sorted(chosen, key=_order):
        if isinstance(meeting := entry.find, Meeting):
            group = groups.get(meeting.id)
            yield MeetingLine(
                id=meeting.id,
                when=when(meeting),
                start=meeting.start,
                end=meeting.end,
                participants=tuple(dict.fromkeys(map(_participant, meeting.participants))) or meeting.sides,
                place=meeting.place,
                format=meeting.format,
                forum=meeting.forum,
                issues=meeting.issues,
                state=meeting.state,
                flags=meeting.flags,
                words=meeting.spans,
                word=words.of(meeting),
                article=entry.article,
                group=numbers.setdefault(group, len(numbers) + 1) if group else None,
                group_members=group.members if group else (),
                group_because=group.because if group else None,
            )


def when(meeting: Meeting) -> str:
    """The date in words where it is open: "2022-01-10", "a Monday, unresolved", "date not given"."""
    if meeting.start is None:
        return "date not given"
    span = meeting.start + (f" to {meeting.end}" if meeting.end and meeting.end != meeting.start else "")
    return " to ".join(map(_written, span.split(" to ")))


def _written(span: str) -> str:
    if part := _PART_OF_DAY.fullmatch(span):
        return f"{_written(part['day'])}, {_PARTS[part['part']]}"
    if clock := _CLOCK.fullmatch(span):
        return f"{clock['day']}, {clock['time']}"
    if week := _WEEK.fullmatch(span):
        return f"week of {date.fromisocalendar(int(week['year']), int(week['week']), 1)}"
    if weekday := _OPEN_WEEKDAY.fullmatch(span):
        return f"a {day_name[int(weekday['day']) - 1]}, unresolved"
    if day := _OPEN_DATE.fullmatch(span):
        return f"{int(day['day'] or 0) or ''} {month_name[int(day['month'])]}, year unknown".strip()
    return span


def _participant(who: Participant) -> str:
    """Who meets: a spokesman who says "we met" tells of the side, and was not there."""
    says_we = who.span is not None and who.span.text.casefold() in WE
    return who.side if says_we and who.side else who.name


def _first_day(start: str | None) -> str | None:
    """The first day of a TIMEX3 value, its year where nothing else of it is known; none where that is open."""
    if days := days_of(start):
        return days[0].isoformat()
    return start[:4] if start and start[:1].isdigit() else None


def _order(entry: Entry) -> tuple[bool, str, bool, str, str, str, int]:
    start, published = entry.find.start if isinstance(entry.find, Meeting) else None, entry.article.published or ""
    day = _first_day(start)
    at = day or published[:10]
    return not at, at, day is None, (day and start) or "", published, entry.article.id, entry.find.begins_at
