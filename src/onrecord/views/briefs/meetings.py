"""The meetings of a brief: between two sides, what may be one meeting as one line."""

from collections.abc import Iterator, Sequence

from onrecord.model import Meeting
from onrecord.stories.same_meetings import days_of
from onrecord.views.briefs.footnotes import escaped
from onrecord.views.briefs.sheet import MOST, Sheet, day, grouped
from onrecord.views.meetings import MeetingLine, meetings
from onrecord.views.wording import counted


class Meetings:
    """Chooses and writes the lines, and keeps those of meetings that are still open."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.still_open: list[str] = []

    def lines(self) -> Iterator[str]:
        """Those between two sides, from the first day on, in order of their days; what may be one meeting is one line.

        Lines without a day come last, and are one for the same sides and state. Where there are too many, those with a
        day in the negotiation's time stay, then those of most articles.
        """
        between = [(line, sides) for line in meetings(self._sheet.entries) if len(sides := self._who_meet(line)) > 1]
        groups = grouped((self._meeting_key(line, sides), line) for line, sides in between)
        current = [lines for lines in groups.values() if not self._are_earlier(lines)]
        current.sort(key=lambda lines: str(days[0]) if (days := days_of(self._best(lines).start)) else "none")
        kept = sorted(current, key=self._weight, reverse=True)[:MOST]
        for lines in current:
            if lines in kept:
                yield self._meeting(lines)
        now = sum(map(len, current))
        reasons = {
            "not between two of the sides": len(self._sheet.of(Meeting)) - len(between),
            f"before {self._sheet.first_day}": len(between) - now,
            "more": now - sum(map(len, kept)),
        }
        yield from self._sheet.left_out("meetings", reasons)

    def _weight(self, lines: Sequence[MeetingLine]) -> tuple[bool, bool, int, int]:
        days = [d for m in lines if (d := days_of(m.start))]
        in_time = any(str(first) <= str(self._sheet.negotiation.end or first) for first, _ in days)
        return bool(days), in_time, len({m.article.id for m in lines}), len(lines)

    def _meeting_key(self, line: MeetingLine, sides: frozenset[str]) -> tuple[object, ...]:
        if line.group is not None:
            return ("group", line.group)
        if line.start is None:
            return ("no date", sides, line.state)
        return ("date", line.when, sides, line.place, line.forum or line.format, line.state, line.who)

    def _meeting(self, lines: Sequence[MeetingLine]) -> str:
        """One line of what may be one meeting: its day, place and people where told best, all states as they came."""
        told = sorted(lines, key=lambda m: m.article.published or "")
        best = self._best(told)
        states = {m.state: m for m in told[::-1] if m.state != best.state} | {best.state: best}
        in_turn = list(dict.fromkeys(m.state for m in told))
        said = f"{self._when(best, told)}{self._who_and_where(best, told)} - {', then '.join(in_turn)}"
        if len(told) > 1:
            several = f"{len(told)} lines of {counted(len({m.article.id for m in told}), 'article')}"
            said += f"; proposed as one meeting: {several}" if best.group is not None else f"; {several}"
        line = self._sheet.line(said, self._sheet.by_id[best.id])
        line += "".join(self._sheet.notes.mark(self._sheet.by_id[states[s].id]) for s in in_turn if s != best.state)
        if told[-1].state in {"proposed", "postponed"} or "unresolved" in best.flags:
            self.still_open.append(line)
        return line

    def _best(self, lines: Sequence[MeetingLine]) -> MeetingLine:
        """The line that tells most of day, place and people."""
        return max(lines, key=lambda m: (len(m.start or ""), m.place is not None, self._people(m)))

    def _when(self, best: MeetingLine, told: Sequence[MeetingLine]) -> str:
        """Its day, with others that lines give it; without one, when it was told."""
        if best.start is None:
            days = sorted({day(self._sheet.by_id[m.id]) for m in told})
            return f"{best.when} (told {' to '.join(dict.fromkeys([days[0], days[-1]]))})"
        others = dict.fromkeys(m.when for m in told if m.start and not _overlap(m.start, best.start))
        return best.when + (f" (also given: {'; '.join(others)})" if others else "")

    def _who_and_where(self, best: MeetingLine, told: Sequence[MeetingLine]) -> str:
        if best.group is None and len({m.who for m in told}) > 1:
            return f": {self._sheet.side_names(self._who_meet(best))}"
        where = f", {escaped(best.place)}" if best.place else ""
        how = f" ({escaped(best.forum or best.format or '')})" if best.forum or best.format else ""
        return f"{where}: {self._parties(best)}{how}"

    def _who_meet(self, line: MeetingLine) -> frozenset[str]:
        """Ids of the sides at a meeting."""
        entry = self._sheet.by_id[line.id]
        if not isinstance(meeting := entry.find, Meeting):
            return frozenset()
        who = [
            self._sheet.sides.side_of(entry.article, p.name) or self._sheet.sides.side_of(entry.article, p.side)
            for p in meeting.participants
        ]
        return frozenset(s for s in who or [self._sheet.sides.side_of(entry.article, s) for s in meeting.sides] if s)

    def _parties(self, line: MeetingLine) -> str:
        return ", ".join(map(self._sheet.name, line.participants)) or "participants not given"

    def _people(self, line: MeetingLine) -> int:
        return sum(p not in self._sheet.names for p in line.participants)

    def _are_earlier(self, lines: Sequence[MeetingLine]) -> bool:
        dated = [m for m in lines if days_of(m.start)] or lines
        return all(self._sheet.is_earlier(m.end or m.start, self._sheet.by_id[m.id].find) for m in dated)


def _overlap(one: str, other: str) -> bool:
    """Whether two TIMEX3 values may be of one day."""
    a, b = days_of(one), days_of(other)
    return one == other or (a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1])
