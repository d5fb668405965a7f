"""The brief: a short report in Markdown on one negotiation, with a footnote for every line, and counts of the rest."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import TypeVar

from onrecord.model import (
    Activity,
    ArticleInfo,
    Assessment,
    Entry,
    Find,
    Meeting,
    Negotiation,
    Position,
    Quantity,
    Side,
)
from onrecord.model.vocabulary import Change, Kind, QuantityClass
from onrecord.stories.same_meetings import days_of
from onrecord.views.board import NO_ISSUE, Sides, Telling, act_words, in_order, names_issue
from onrecord.views.footnotes import Footnotes, escaped
from onrecord.views.meetings import MeetingLine, meetings
from onrecord.views.words import LEVEL_WORDS, actor_name, clipped, content_of, counted, joined, outlet_of

# What a brief is made from.
BRIEF_KINDS: tuple[Kind, ...] = (
    "meeting", "position", "activity", "assessment", "quantity", "attribution", "actor",
)  # fmt: skip
# Numbers that belong in a ledger of forces.
FORCES: frozenset[QuantityClass] = frozenset({"personnel", "unit", "platform", "weapon"})
# Lines at most: of meetings and of activities, of numbers and of assessments, and of one side on one issue.
MOST = 20
MOST_OF_THE_REST = 10
MOST_OF_A_SIDE = 3
# An assessment in fewer words says too little by itself.
FEWEST_WORDS = 8
# Words of one position or assessment; its note has them all.
SHOWN_WORDS = 40
# Holders of no side that are named.
OTHERS = 5
# How to list what is counted and not shown.
LISTED_BY = {
    "positions of the sides": "onrecord changed --all",
    "all positions": "onrecord export csv --kind position",
    "meetings": "onrecord meetings",
    "activities": "onrecord export csv --kind activity",
    "numbers": "onrecord export csv --kind quantity",
    "assessments": "onrecord export csv --kind assessment",
}

F = TypeVar("F", bound=Find)
K = TypeVar("K")
V = TypeVar("V")


def brief(
    entries: Iterable[Entry],
    negotiation: Negotiation,
    articles: Sequence[ArticleInfo],
    *,
    as_of: str | None = None,
    since: str | None = None,
    changed: Mapping[str, Change] | None = None,
    sentence: Callable[[Entry], str] | None = None,
) -> str:
    """The brief of a negotiation, in Markdown with footnotes, from the finds of the articles that belong to it.

    It reports what was written and on whose word, and never says whether it is true. Each section shows what concerns
    the sides, and counts what it leaves out. `changed` says of positions, by id, what they change; `sentence` gives
    the sentence around a find, the default its own words: positions of one sentence are one line.
    """
    return _Brief(in_order(entries), negotiation, articles, since, changed or {}, sentence).text(as_of)


class _Brief:
    def __init__(
        self,
        entries: list[Entry],
        negotiation: Negotiation,
        articles: Sequence[ArticleInfo],
        since: str | None,
        changed: Mapping[str, Change],
        sentence: Callable[[Entry], str] | None,
    ) -> None:
        self.entries = entries
        self.negotiation = negotiation
        self.articles = articles
        self.changed = changed
        self.sentence = sentence or (lambda entry: joined(entry.find.spans))
        self.first_day = since or (str(negotiation.start) if negotiation.start else "")
        self.by_id = {e.find.id: e for e in entries}
        self.names = {s.id: s.name for s in negotiation.sides}
        self.sides = Sides(entries, negotiation)
        self.telling = Telling(entries, self.sides, negotiation)
        self.words = self.telling.words
        self.notes = Footnotes(self.words)
        self.still_open: list[str] = []

    def text(self, as_of: str | None) -> str:
        sections = (
            ("Meetings", self.meetings()),
            ("Positions", self.positions()),
            ("On the ground", self.ground()),
            ("Assessments", self.assessments()),
            ("Open", self.open()),
            ("Sourcing", self.sourcing()),
        )
        parts = [f"# {escaped(self.negotiation.name)}\n\n{self.opening(as_of)}"]
        looked_at = counted(len(self.articles), "article")
        for title, lines in sections:
            parts.append(f"## {title}\n\n" + ("\n".join(lines) or f"Nothing found in {looked_at}."))
        return "\n\n".join([*parts, "## Notes", str(self.notes)]).rstrip() + "\n"

    def opening(self, as_of: str | None) -> str:
        days = sorted(a.published[:10] for a in self.articles if a.published)
        dated = f"published from {days[0]} to {days[-1]}" if days else "none with a date"
        when = f"As of {as_of or (days[-1] if days else 'an unknown date')}"
        return (
            f"{when}; from {counted(len(self.articles), 'article')}, {dated}. "
            f"Read by machine (Onrecord {version('onrecord')}) and not reviewed. "
            "What stands here was written or said by the sources in the notes; whether it is true is not judged. "
            "Each section says how much it leaves out, and which command lists all; give that command the database and "
            "the dates of this brief."
        )

    # Meetings

    def meetings(self) -> Iterator[str]:
        """Those between two sides, from the first day on, in order of their days; what may be one meeting is one line.

        Lines without a day come last, and are one for the same sides and state. Where there are too many, those with a
        day in the negotiation's time stay, then those of most articles.
        """
        between = [(line, sides) for line in meetings(self.entries) if len(sides := self.who_meet(line)) > 1]
        groups = _grouped((self.meeting_key(line, sides), line) for line, sides in between)
        current = [lines for lines in groups.values() if not self.are_earlier(lines)]
        current.sort(key=lambda lines: str(days[0]) if (days := days_of(self.best(lines).start)) else "none")
        kept = sorted(current, key=self.weight, reverse=True)[:MOST]
        for lines in current:
            if lines in kept:
                yield self.meeting(lines)
        now = sum(map(len, current))
        reasons = {
            "not between two of the sides": len(self.of(Meeting)) - len(between),
            f"before {self.first_day}": len(between) - now,
            "more": now - sum(map(len, kept)),
        }
        yield from self.left_out("meetings", reasons)

    def weight(self, lines: Sequence[MeetingLine]) -> tuple[bool, bool, int, int]:
        days = [d for m in lines if (d := days_of(m.start))]
        in_time = any(str(first) <= str(self.negotiation.end or first) for first, _ in days)
        return bool(days), in_time, len({m.article.id for m in lines}), len(lines)

    def meeting_key(self, line: MeetingLine, sides: frozenset[str]) -> tuple[object, ...]:
        if line.group is not None:
            return ("group", line.group)
        if line.start is None:
            return ("no date", sides, line.state)
        return ("date", line.when, sides, line.place, line.forum or line.format, line.state, line.who)

    def meeting(self, lines: Sequence[MeetingLine]) -> str:
        """One line of what may be one meeting: its day, place and people where told best, all states as they came."""
        told = sorted(lines, key=lambda m: m.article.published or "")
        best = self.best(told)
        states = {m.state: m for m in told[::-1] if m.state != best.state} | {best.state: best}
        in_turn = list(dict.fromkeys(m.state for m in told))
        said = f"{self.when(best, told)}{self.who_and_where(best, told)} - {', then '.join(in_turn)}"
        if len(told) > 1:
            several = f"{len(told)} lines of {counted(len({m.article.id for m in told}), 'article')}"
            said += f"; proposed as one meeting: {several}" if best.group is not None else f"; {several}"
        line = self.line(said, self.by_id[best.id])
        line += "".join(self.notes.mark(self.by_id[states[s].id]) for s in in_turn if s != best.state)
        if told[-1].state in {"proposed", "postponed"} or "unresolved" in best.flags:
            self.still_open.append(line)
        return line

    def best(self, lines: Sequence[MeetingLine]) -> MeetingLine:
        """The line that tells most of day, place and people."""
        return max(lines, key=lambda m: (len(m.start or ""), m.place is not None, self.people(m)))

    def when(self, best: MeetingLine, told: Sequence[MeetingLine]) -> str:
        """Its day, with others that lines give it; without one, when it was told."""
        if best.start is None:
            days = sorted({_day(self.by_id[m.id]) for m in told})
            return f"{best.when} (told {' to '.join(dict.fromkeys([days[0], days[-1]]))})"
        others = dict.fromkeys(m.when for m in told if m.start and not _overlap(m.start, best.start))
        return best.when + (f" (also given: {'; '.join(others)})" if others else "")

    def who_and_where(self, best: MeetingLine, told: Sequence[MeetingLine]) -> str:
        if best.group is None and len({m.who for m in told}) > 1:
            return f": {self.side_names(self.who_meet(best))}"
        where = f", {escaped(best.place)}" if best.place else ""
        how = f" ({escaped(best.forum or best.format or '')})" if best.forum or best.format else ""
        return f"{where}: {self.parties(best)}{how}"

    def who_meet(self, line: MeetingLine) -> frozenset[str]:
        """Ids of the sides at a meeting."""
        entry = self.by_id[line.id]
        if not isinstance(meeting := entry.find, Meeting):
            return frozenset()
        who = [
            self.sides.side_of(entry.article, p.name) or self.sides.side_of(entry.article, p.side)
            for p in meeting.participants
        ]
        return frozenset(s for s in who or [self.sides.side_of(entry.article, s) for s in meeting.sides] if s)

    def parties(self, line: MeetingLine) -> str:
        return ", ".join(map(self.name, line.participants)) or "participants not given"

    def people(self, line: MeetingLine) -> int:
        return sum(p not in self.names for p in line.participants)

    def are_earlier(self, lines: Sequence[MeetingLine]) -> bool:
        dated = [m for m in lines if days_of(m.start)] or lines
        return all(self.is_earlier(m.end or m.start, self.by_id[m.id].find) for m in dated)

    def is_earlier(self, day: str | None, find: Find) -> bool:
        """Whether it lies before the first day of the brief."""
        days = days_of(day)
        return "historical" in find.flags if days is None else str(days[1]) < self.first_day

    # Positions

    def positions(self) -> Iterator[str]:
        for issue in self.negotiation.issues:
            held = [(p, e) for p, e in self.of(Position) if issue.name in p.issues]
            if held:
                yield f"### {escaped(issue.name[0].upper() + issue.name[1:])}\n"
            for side in self.negotiation.sides:
                if ours := [e for _, e in held if self.sides.of(e) == side.id]:
                    yield f"**{escaped(side.name)}**\n"
                    yield "\n".join(self.of_side(side, ours)) + "\n"
            if others := Counter(self.name(p.holder) for p, e in held if self.sides.of(e) is None):
                yield f"Of no side, not shown: {_most(others)}\n"
        rest = [e for p, e in self.of(Position) if NO_ISSUE in self.issues_of(p)]
        if rest:
            by_side = Counter(self.names.get(self.sides.of(e) or "", "no side") for e in rest)
            yield f"Positions without an issue of the negotiation, not shown: {_most(by_side)}\n"
        if self.of(Position):
            how = [LISTED_BY["positions of the sides"], LISTED_BY["all positions"]]
            yield f"What is not shown: `{how[0]}` lists the positions of the sides, `{how[1]}` all."

    def of_side(self, side: Side, held: Sequence[Entry]) -> Iterator[str]:
        """What stands for a side on an issue, a line for each sentence, and how much more there is."""
        told = self.well_told(side, held)
        in_time = [e for e in told if self.telling.is_in_time(e)] or told
        sentences = _grouped((self.told_together(e), e) for e in self.moves_first(in_time))
        shown = list(_unlike(sentences.values()))[:MOST_OF_A_SIDE]
        for together in shown:
            yield self.of_sentence(sorted(together, key=lambda e: e.find.begins_at), side)
        left = {e.find.id for e in told} - {e.find.id for together in shown for e in together}
        restated = sum(self.changed.get(id_) == "restated" for id_ in left)
        reasons = {
            "restated": restated,
            "not well told": len(held) - len(told),
            "undated or outside the negotiation's dates": len(told) - len(in_time),
        }
        if not shown:
            yield f"- {counted(len(held), 'position')}, none well told"
        elif more := len(left) + len(held) - len(told):
            yield f"- {more} more" + _in_brackets(reasons)

    def well_told(self, side: Side, held: Sequence[Entry]) -> list[Entry]:
        """Those that may stand for the side, the best told first, the latest of them first, as on the board."""
        rank = {
            e.find.id: self.telling.rank(e, e.find, side.id)
            for e in held
            if isinstance(e.find, Position) and not self.words.is_asked(e.find)
        }
        told = [e for e in held[::-1] if e.find.id in rank and rank[e.find.id][0]]
        return sorted(told, key=lambda e: rank[e.find.id], reverse=True)

    def moves_first(self, told: Sequence[Entry]) -> list[Entry]:
        """The first, then what changes anything, the latest first, then the others that are not restated."""
        moves = [e for e in told if self.changed.get(e.find.id) not in {None, "new", "restated"}]
        rest = [e for e in told if self.changed.get(e.find.id) != "restated"]
        found = {e.find.id: e for e in [*told[:1], *in_order(moves)[::-1], *rest]}
        return list(found.values())

    def told_together(self, entry: Entry) -> tuple[str, ...]:
        return entry.article.id, self.sentence(entry), str(self.words.of(entry.find))

    def of_sentence(self, together: Sequence[Entry], side: Side) -> str:
        """The positions of one sentence."""
        said = "; ".join(self.position(e.find, e, side) for e in together if isinstance(e.find, Position))
        notes = "".join(map(self.notes.mark, together))
        return f"- {_day(together[0])}: {said}; {escaped(str(self.words.of(together[0].find)))}{notes}"

    def position(self, position: Position, entry: Entry, side: Side) -> str:
        holder = f"{self.name(position.holder)} " if position.holder != side.id and side.type != "state" else ""
        to = f", to {self.name(position.addressee)}" if position.addressee else ""
        content = escaped(clipped(content_of(position), SHOWN_WORDS))
        said = [f"{holder}{act_words(position.act, position.flags)}{to}: “{content}”"]
        if (condition := position.condition) is not None:
            moves = [f"{self.name(condition.mover)} to move"] if condition.mover else []
            moves += ["reciprocal"] if condition.reciprocal else []
            wording = escaped(joined(condition.spans))
            conditional = "conditional" if wording in content else f"on condition “{wording}”"
            said.append(conditional + (f" ({', '.join(moves)})" if moves else ""))
        if (change := self.changed.get(position.id)) is not None and change != "new":
            said.append(change)
        if not names_issue(position):
            said.append("issue by context")
        if (teller := self.telling.told_by(entry, side.id)) is not None:
            said.append(f"as told by {escaped(teller)}")
        return "; ".join([*said, *_marks(position)])

    # On the ground, and what is thought of it

    def ground(self) -> Iterator[str]:
        """What sides do beside another one, the latest first; the same told again is one line.

        Where there are too many, those published in the negotiation's time stay, then those with a place or a number.
        """
        found = self.of(Activity)
        of_sides = [(a, e) for a, e in found if self.is_between(e, a.holder, *a.partners)]
        current = [(a, e) for a, e in of_sides if not self.is_earlier(a.start, a)]
        groups = list(_grouped((self.activity_key(a), (a, e)) for a, e in current[::-1]).values())
        kept = sorted(
            groups, key=lambda told: (self.telling.is_in_time(told[0][1]), _is_located(told[0][0])), reverse=True
        )
        shown = {told[0][0].id for told in kept[:MOST]}
        yield from (self.activity(told) for told in groups if told[0][0].id in shown)
        reasons = {
            "of no side, or with no other side named near by": len(found) - len(of_sides),
            f"before {self.first_day}": len(of_sides) - len(current),
            "more": sum(map(len, kept[MOST:])),
        }
        yield from self.left_out("activities", reasons)
        yield from self.numbers({a.quantity.find for told in kept[:MOST] for a, _ in told if a.quantity})

    def activity_key(self, a: Activity) -> tuple[object, ...]:
        who = frozenset([a.holder, *a.partners])
        return who, a.what, self.number_of(a), (a.place or "").casefold(), a.state, a.start

    def activity(self, told: Sequence[tuple[Activity, Entry]]) -> str:
        activity, entry = told[0]
        tells = activity.force or activity.quantity or activity.place
        parts = [
            " with ".join(map(self.name, [activity.holder, *activity.partners])),
            " ".join(filter(None, [activity.what, activity.force])),
            self.number_of(activity),
            activity.place,
            None if tells else f"“{clipped(joined(activity.spans))}”",
            activity.state,
            f"told {len(told)} times" if len(told) > 1 else None,
        ]
        when = f"{activity.start} (told {_day(entry)})" if activity.start else f"told {_day(entry)}"
        return self.line(f"{when}: {escaped(', '.join(filter(None, parts)))}", entry)

    def number_of(self, activity: Activity) -> str | None:
        number = self.by_id.get(activity.quantity.find or "") if activity.quantity else None
        return f"“{joined(number.find.spans)}”" if number else None

    def numbers(self, told: set[str | None]) -> Iterator[str]:
        """Numbers of a side's forces that no line above holds, the latest first."""
        found = [(q, e) for q, e in self.of(Quantity) if q.class_ in FORCES and q.id not in told]
        of_sides = [(q, e) for q, e in found if self.is_between(e, q.whose)]
        shown = [
            self.line(f"told {_day(e)}: “{escaped(joined(q.spans))}” ({self.name(q.whose)})", e)
            for q, e in self.latest(of_sides)
        ]
        if shown:
            yield "\nNumbers of forces that stand in no line above:\n"
        yield from shown
        elsewhere = len(found) - len(of_sides)
        reasons = {
            "of no side, or with no other side named near by": elsewhere,
            "the same or more": len(of_sides) - len(shown),
        }
        yield from self.left_out("numbers", reasons)

    def assessments(self) -> Iterator[str]:
        """What is thought where two sides are named, the latest first."""
        found = self.of(Assessment)
        between = [(a, e) for a, e in found if len(self.telling.named_near(e)) > 1 and not self.words.is_asked(a)]
        whole = [(a, e) for a, e in between if len(joined(a.spans).split()) >= FEWEST_WORDS]
        shown = [
            self.line(f"{_day(e)}: “{escaped(clipped(joined(a.spans), SHOWN_WORDS))}”", e)
            for a, e in self.latest(whole)
        ]
        yield from shown
        reasons = {
            "in a question, or without two sides named near by": len(found) - len(between),
            f"of fewer than {FEWEST_WORDS} words": len(between) - len(whole),
            "the same or more": len(whole) - len(shown),
        }
        yield from self.left_out("assessments", reasons)

    def latest(self, found: Sequence[tuple[F, Entry]]) -> list[tuple[F, Entry]]:
        """The latest of them, each wording once; those published in the negotiation's time come first."""
        once: dict[str, tuple[F, Entry]] = {}
        for find, entry in found[::-1]:
            once.setdefault(joined(find.spans).casefold(), (find, entry))
        return sorted(once.values(), key=lambda x: not self.telling.is_in_time(x[1]))[:MOST_OF_THE_REST]

    def is_between(self, entry: Entry, *holders: str | None) -> bool:
        """Whether it is of a side, and another side is named in it or near by."""
        own = {side for h in holders if (side := self.sides.side_of(entry.article, h))}
        return bool(own) and len(own | self.telling.named_near(entry)) > 1

    def left_out(self, what: str, reasons: Mapping[str, int]) -> Iterator[str]:
        """How many are not shown, why, and how to list them."""
        if n := sum(reasons.values()):
            yield f"\nNot shown of the {what}: {n}{_in_brackets(reasons)}; `{LISTED_BY[what]}` lists all."

    # What is missing

    def open(self) -> Iterator[str]:
        """What is undecided, unresolved or not said."""
        if unresolved := sum(p.holder is None for p, _ in self.of(Position)):
            yield f"- Positions whose holder could not be told: {unresolved}"
        yield from self.still_open
        spoken = {(self.sides.of(e), i) for p, e in self.of(Position) for i in self.issues_of(p)}
        for issue in (i.name for i in self.negotiation.issues):
            if silent := [s.name for s in self.negotiation.sides if (s.id, issue) not in spoken]:
                yield f"- {escaped(issue)}: no position found of {escaped(', '.join(silent))}"

    def sourcing(self) -> Iterator[str]:
        """How many articles, whose word, and what is missing."""
        outlets = Counter(outlet_of(a) for a in self.articles)
        named = ", ".join(f"{escaped(o)} ({n})" for o, n in outlets.most_common())
        read, of = counted(len(self.articles), "article"), counted(len(outlets), "outlet")
        yield f"- {read} of {of}: {named}. A copy counts as an article."
        found = self.notes.finds
        for level, n in Counter(self.words.of(find).level for find in found).most_common():
            yield f"- {LEVEL_WORDS.get(level, level)}: {n} of {len(found)} notes ({n / len(found):.0%})"
        if undated := [a.name for a in self.articles if a.published is None]:
            yield f"- Without a date: {escaped(', '.join(undated))}"

    def line(self, said: str, entry: Entry) -> str:
        """A line with what a reader must know of it: words of doubt, flags, on whose word, and its note."""
        word = escaped(str(self.words.of(entry.find)))
        return f"- {'; '.join([said, *_marks(entry.find), word])}{self.notes.mark(entry)}"

    def name(self, actor: str | None) -> str:
        """A side by its name in the file, everybody else by what the record calls them."""
        return escaped(self.names.get(actor or "") or actor_name(actor))

    def side_names(self, sides: Iterable[str]) -> str:
        """Names of sides, in the order of the file."""
        found = set(sides)
        return escaped(", ".join(name for id_, name in self.names.items() if id_ in found))

    def of(self, kind: type[F]) -> list[tuple[F, Entry]]:
        return [(e.find, e) for e in self.entries if isinstance(e.find, kind)]

    def issues_of(self, position: Position) -> tuple[str, ...]:
        return tuple(i.name for i in self.negotiation.issues if i.name in position.issues) or (NO_ISSUE,)


def _overlap(one: str, other: str) -> bool:
    """Whether two TIMEX3 values may be of one day."""
    a, b = days_of(one), days_of(other)
    return one == other or (a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1])


def _is_located(activity: Activity) -> bool:
    return activity.place is not None or activity.quantity is not None


def _marks(find: Find) -> list[str]:
    """Words of doubt, and flags; of these none that the state of a meeting or an activity already says."""
    has_state = getattr(find, "state", None) is not None
    hedged = [f"hedged “{escaped(joined(find.hedges))}”"] if find.hedges else []
    return hedged + [flag for flag in find.flags if not (has_state and flag in {"planned", "negated"})]


def _said(entry: Entry) -> tuple[str, str]:
    act = entry.find.act if isinstance(entry.find, Position) else ""
    return act, content_of(entry.find).casefold()


def _unlike(groups: Iterable[Sequence[Entry]]) -> Iterator[list[Entry]]:
    """The finds of each group that say what none before them says."""
    said: set[tuple[str, str]] = set()
    for group in groups:
        new = list({_said(e): e for e in group if _said(e) not in said}.values())
        said |= set(map(_said, new))
        if new:
            yield new


def _in_brackets(reasons: Mapping[str, int]) -> str:
    """ " (3 restated, 2 not well told)", or nothing."""
    why = ", ".join(f"{n} {reason}" for reason, n in reasons.items() if n)
    return f" ({why})" if why else ""


def _day(entry: Entry) -> str:
    return entry.article.published[:10] if entry.article.published else "undated"


def _most(counts: "Counter[str]") -> str:
    """The most frequent with their numbers, and how many more."""
    named = ", ".join(f"{name} ({n})" for name, n in counts.most_common(OTHERS))
    more = sum(counts.values()) - sum(n for _, n in counts.most_common(OTHERS))
    return named + (f", others ({more})" if more else "")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Values by key, in the order in which keys and values came."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
