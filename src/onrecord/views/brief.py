"""The brief: a report in Markdown on one negotiation, with a footnote for every line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import TypeVar

from onrecord.model import Activity, ArticleInfo, Assessment, Entry, Find, Meeting, Negotiation, Position, Quantity
from onrecord.model.vocabulary import Kind, QuantityClass
from onrecord.views.board import NO_ISSUE, Sides, act_words, in_order
from onrecord.views.footnotes import Footnotes, escaped
from onrecord.views.meetings import meetings
from onrecord.views.words import LEVEL_WORDS, Words, actor_name, content_of, counted, joined, outlet_of

# What a brief is made from.
BRIEF_KINDS: tuple[Kind, ...] = (
    "meeting", "position", "activity", "assessment", "quantity", "attribution", "actor",
)  # fmt: skip
# Numbers that belong in a ledger of forces.
FORCES: frozenset[QuantityClass] = frozenset({"personnel", "unit", "platform", "weapon"})
OTHERS = "Others"

F = TypeVar("F", bound=Find)


def brief(
    entries: Iterable[Entry], negotiation: Negotiation, articles: Sequence[ArticleInfo], *, as_of: str | None = None
) -> str:
    """The brief of a negotiation, in Markdown with footnotes, from the finds of the articles that belong to it.

    It reports what was written and on whose word, and never says whether it is true.
    """
    return _Brief(in_order(entries), negotiation, articles).text(as_of)


class _Brief:
    def __init__(self, entries: list[Entry], negotiation: Negotiation, articles: Sequence[ArticleInfo]) -> None:
        self.entries = entries
        self.negotiation = negotiation
        self.articles = articles
        self.by_id = {e.find.id: e for e in entries}
        self.words = Words(entries)
        self.sides = Sides(entries, negotiation)
        self.notes = Footnotes(self.words)

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
            "What stands here was written or said by the sources in the notes; whether it is true is not judged."
        )

    def meetings(self) -> Iterator[str]:
        for line in meetings(self.entries):
            where = f", {escaped(line.place)}" if line.place else ""
            how = f" ({escaped(line.forum or line.format or '')})" if line.forum or line.format else ""
            who = ", ".join(map(self.name, line.participants)) or "participants not given"
            yield self.line(f"{line.when}{where}: {who}{how} - {line.state}", self.by_id[line.id])

    def positions(self) -> Iterator[str]:
        names = {s.id: s.name for s in self.negotiation.sides}
        for issue in [*(i.name for i in self.negotiation.issues), NO_ISSUE]:
            held = [(p, e) for p, e in self.of(Position) if issue in self.issues_of(p)]
            if held:
                yield f"### {escaped(issue[0].upper() + issue[1:])}\n"
            for side in [*names, None]:
                if ours := [(p, e) for p, e in held if self.sides.of(e) == side]:
                    yield f"**{escaped(names[side] if side else OTHERS)}**\n"
                    yield "\n".join(self.position(p, e, "" if side else self.name(p.holder)) for p, e in ours) + "\n"

    def position(self, position: Position, entry: Entry, holder: str) -> str:
        to = f" to {self.name(position.addressee)}" if position.addressee else ""
        said = f"{holder} {act_words(position.act, position.flags)}{to}: “{escaped(content_of(position))}”".strip()
        if (condition := position.condition) is not None:
            moves = [f"{self.name(condition.mover)} to move"] if condition.mover else []
            moves += ["reciprocal"] if condition.reciprocal else []
            said += f"; on condition “{escaped(joined(condition.spans))}”" + (f" ({', '.join(moves)})" if moves else "")
        return self.line(f"{_day(entry)}: {said}", entry)

    def ground(self) -> Iterator[str]:
        counted: set[str] = set()
        for activity, entry in self.of(Activity):
            number = self.by_id.get(activity.quantity.find or "") if activity.quantity else None
            counted |= {number.find.id} if number else set()
            parts = [
                " with ".join(map(self.name, [activity.holder, *activity.partners])),
                " ".join(filter(None, [activity.what, activity.force])),
                f"“{escaped(joined(number.find.spans))}”" if number else None,
                activity.place and escaped(activity.place),
                activity.state,
            ]
            yield self.line(f"{_day(entry)}: {', '.join(filter(None, parts))}", entry)
        numbers = [(q, e) for q, e in self.of(Quantity) if q.class_ in FORCES and q.id not in counted]
        if numbers:
            yield "\nNumbers of forces that stand in no line above:\n"
        for quantity, entry in numbers:
            whose = f" ({self.name(quantity.whose)})" if quantity.whose else ""
            yield self.line(f"{_day(entry)}: “{escaped(joined(quantity.spans))}”{whose}", entry)

    def assessments(self) -> Iterator[str]:
        for assessment, entry in self.of(Assessment):
            yield self.line(f"{_day(entry)}: “{escaped(joined(assessment.spans))}”", entry)

    def open(self) -> Iterator[str]:
        """What is undecided, unresolved or not said."""
        unresolved = [self.notes.mark(e) for p, e in self.of(Position) if p.holder is None]
        if unresolved:
            yield f"- Positions whose holder could not be told: {len(unresolved)}{''.join(unresolved)}"
        for line in meetings(self.entries):
            if line.state in {"proposed", "postponed"} or "unresolved" in line.flags:
                mark = self.notes.mark(self.by_id[line.id])
                yield f"- {line.when}: {escaped(line.who)} - {line.state}, as far as this article knows{mark}"
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
        lines = [e.find for e in self.entries if isinstance(e.find, Meeting | Position | Activity | Assessment)]
        for level, n in Counter(self.words.of(find).level for find in lines).most_common():
            yield f"- {LEVEL_WORDS.get(level, level)}: {n} of {len(lines)} lines ({n / len(lines):.0%})"
        if undated := [a.name for a in self.articles if a.published is None]:
            yield f"- Without a date: {escaped(', '.join(undated))}"
        yield f"- Positions without an issue: {sum(NO_ISSUE in self.issues_of(p) for p, _ in self.of(Position))}"

    def line(self, said: str, entry: Entry) -> str:
        """A line with what a reader must know of it: words of doubt, flags, on whose word, and its note."""
        find = entry.find
        marks = [f"hedged “{escaped(joined(find.hedges))}”"] if find.hedges else []
        marks += [flag for flag in find.flags if flag != getattr(find, "state", None)]
        return f"- {'; '.join([said, *marks, escaped(str(self.words.of(find)))])}{self.notes.mark(entry)}"

    def name(self, actor: str | None) -> str:
        """A side by its name in the file, everybody else by what the record calls them."""
        side = next((s.name for s in self.negotiation.sides if s.id == actor), None)
        return escaped(side or actor_name(actor))

    def of(self, kind: type[F]) -> list[tuple[F, Entry]]:
        return [(e.find, e) for e in self.entries if isinstance(e.find, kind)]

    def issues_of(self, position: Position) -> tuple[str, ...]:
        return tuple(i.name for i in self.negotiation.issues if i.name in position.issues) or (NO_ISSUE,)


def _day(entry: Entry) -> str:
    return entry.article.published[:10] if entry.article.published else "undated"
