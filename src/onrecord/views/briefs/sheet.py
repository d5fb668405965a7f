"""What the sections of a brief share: the finds, how sides and days are told, and how a line is written."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from onrecord.model import Entry, Find, Negotiation, Position
from onrecord.model.vocabulary import Change
from onrecord.stories.same_meetings import days_of
from onrecord.views.board import NO_ISSUE, Telling
from onrecord.views.briefs.footnotes import Footnotes, escaped
from onrecord.views.names import actor_name
from onrecord.views.sides import Sides, in_order
from onrecord.views.wording import joined

# Lines at most of meetings and of activities.
MOST = 20
# Words of one position or assessment; its note has them all.
SHOWN_WORDS = 40
# Holders of no side that are named.
OTHERS = 5
# How to list what is counted and not shown.
LISTED_BY = {
    "meetings": "onrecord meetings",
    "activities": "onrecord export csv --kind activity",
    "numbers": "onrecord export csv --kind quantity",
    "assessments": "onrecord export csv --kind assessment",
}

F = TypeVar("F", bound=Find)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Sheet:
    """The finds of the negotiation's articles in order of publication, and the notes that lines take from them.

    `since` is the first day, else the negotiation's start; `changed` says of positions, by id, what they change;
    `sentence` gives the sentence around a find, the default its own words: positions of one sentence are one line.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        negotiation: Negotiation,
        *,
        since: str | None = None,
        changed: Mapping[str, Change] | None = None,
        sentence: Callable[[Entry], str] | None = None,
    ) -> None:
        self.entries = in_order(entries)
        self.negotiation = negotiation
        self.changed = changed or {}
        self.sentence = sentence or (lambda entry: joined(entry.find.spans))
        self.first_day = since or (str(negotiation.start) if negotiation.start else "")
        self.by_id = {e.find.id: e for e in self.entries}
        self.names = {s.id: s.name for s in negotiation.sides}
        self.sides = Sides(self.entries, negotiation)
        self.telling = Telling(self.entries, self.sides, negotiation)
        self.words = self.telling.words
        self.notes = Footnotes(self.words)

    def of(self, kind: type[F]) -> list[tuple[F, Entry]]:
        return [(e.find, e) for e in self.entries if isinstance(e.find, kind)]

    def issues_of(self, position: Position) -> tuple[str, ...]:
        return tuple(i.name for i in self.negotiation.issues if i.name in position.issues) or (NO_ISSUE,)

    def name(self, actor: str | None) -> str:
        """A side by its name in the file, everybody else by what the record calls them."""
        return escaped(self.names.get(actor or "") or actor_name(actor))

    def side_names(self, sides: Iterable[str]) -> str:
        """Names of sides, in the order of the file."""
        found = set(sides)
        return escaped(", ".join(name for id_, name in self.names.items() if id_ in found))

    def is_earlier(self, day: str | None, find: Find) -> bool:
        """Whether it lies before the first day of the brief."""
        days = days_of(day)
        return "historical" in find.flags if days is None else str(days[1]) < self.first_day

    def is_between(self, entry: Entry, *holders: str | None) -> bool:
        """Whether it is of a side, and another side is named in it or near by."""
        own = {side for h in holders if (side := self.sides.side_of(entry.article, h))}
        return bool(own) and len(own | self.telling.named_near(entry)) > 1

    def line(self, said: str, entry: Entry) -> str:
        """A line with what a reader must know of it: words of doubt, flags, on whose word, and its note."""
        word = escaped(str(self.words.of(entry.find)))
        return f"- {'; '.join([said, *marks(entry.find), word])}{self.notes.mark(entry)}"

    def left_out(self, what: str, reasons: Mapping[str, int]) -> Iterator[str]:
        """How many are not shown, why, and how to list them."""
        if n := sum(reasons.values()):
            yield f"\nNot shown of the {what}: {n}{in_brackets(reasons)}; `{LISTED_BY[what]}` lists all."


def marks(find: Find) -> list[str]:
    """Words of doubt, and flags; of these none that the state of a meeting or an activity already says."""
    has_state = getattr(find, "state", None) is not None
    hedged = [f"hedged “{escaped(joined(find.hedges))}”"] if find.hedges else []
    return hedged + [flag for flag in find.flags if not (has_state and flag in {"planned", "negated"})]


def in_brackets(reasons: Mapping[str, int]) -> str:
    """ " (3 restated, 2 not well told)", or nothing."""
    why = ", ".join(f"{n} {reason}" for reason, n in reasons.items() if n)
    return f" ({why})" if why else ""


def day(entry: Entry) -> str:
    return entry.article.published[:10] if entry.article.published else "undated"


def most(counts: "Counter[str]") -> str:
    """The most frequent with their numbers, and how many more."""
    named = ", ".join(f"{name} ({n})" for name, n in counts.most_common(OTHERS))
    more = sum(counts.values()) - sum(n for _, n in counts.most_common(OTHERS))
    return named + (f", others ({more})" if more else "")


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Values by key, in the order in which keys and values came."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
