"""The positions of a brief: under each issue and side what stands, what moves, and how much more there is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Entry, Position, Side
from onrecord.views.board import NO_ISSUE, act_words, names_issue
from onrecord.views.briefs.footnotes import escaped
from onrecord.views.briefs.sheet import SHOWN_WORDS, Sheet, day, grouped, in_brackets, marks, most
from onrecord.views.sides import in_order
from onrecord.views.wording import clipped, content_of, counted, joined

# Lines of one side on one issue at most.
MOST_OF_A_SIDE = 3


class Positions:
    """Chooses and writes the lines."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def lines(self) -> Iterator[str]:
        """By issue in the file's order, then by side; positions of no side and of no issue are counted."""
        for issue in self._sheet.negotiation.issues:
            held = [(p, e) for p, e in self._sheet.of(Position) if issue.name in p.issues]
            if held:
                yield f"### {escaped(issue.name[0].upper() + issue.name[1:])}\n"
            for side in self._sheet.negotiation.sides:
                if ours := [e for _, e in held if self._sheet.sides.of(e) == side.id]:
                    yield f"**{escaped(side.name)}**\n"
                    yield "\n".join(self._of_side(side, ours)) + "\n"
            if others := Counter(self._sheet.name(p.holder) for p, e in held if self._sheet.sides.of(e) is None):
                yield f"Of no side, not shown: {most(others)}\n"
        rest = [e for p, e in self._sheet.of(Position) if NO_ISSUE in self._sheet.issues_of(p)]
        if rest:
            by_side = Counter(self._sheet.names.get(self._sheet.sides.of(e) or "", "no side") for e in rest)
            yield f"Positions without an issue of the negotiation, not shown: {most(by_side)}\n"
        if self._sheet.of(Position):
            yield (
                "What is not shown: `onrecord changed --all` lists the positions of the sides, "
                "`onrecord export csv --kind position` all."
            )

    def _of_side(self, side: Side, held: Sequence[Entry]) -> Iterator[str]:
        """What stands for a side on an issue, a line for each sentence, and how much more there is."""
        told = self._well_told(side, held)
        in_time = [e for e in told if self._sheet.telling.is_in_time(e)] or told
        sentences = grouped((self._told_together(e), e) for e in self._moves_first(in_time))
        shown = list(_unlike(sentences.values()))[:MOST_OF_A_SIDE]
        for together in shown:
            yield self._of_sentence(sorted(together, key=lambda e: e.find.begins_at), side)
        left = {e.find.id for e in told} - {e.find.id for together in shown for e in together}
        restated = [e for e in in_time if e.find.id in left and self._sheet.changed.get(e.find.id) == "restated"]
        reasons = {
            "restated": len(restated),
            "not well told": len(held) - len(told),
            "undated or outside the negotiation's dates": len(told) - len(in_time),
        }
        if not shown:
            yield f"- {counted(len(held), 'position')}, none well told"
        elif more := len(left) + len(held) - len(told):
            yield f"- {more} more" + in_brackets(reasons)

    def _well_told(self, side: Side, held: Sequence[Entry]) -> list[Entry]:
        """Those that may stand for the side, the best told first, the latest of them first, as on the board."""
        rank = {
            e.find.id: self._sheet.telling.rank(e, e.find, side.id)
            for e in held
            if isinstance(e.find, Position) and not self._sheet.words.is_asked(e.find)
        }
        told = [e for e in held[::-1] if e.find.id in rank and rank[e.find.id][0]]
        return sorted(told, key=lambda e: rank[e.find.id], reverse=True)

    def _moves_first(self, told: Sequence[Entry]) -> list[Entry]:
        """The first, then what changes anything, the latest first, then the others that are not restated."""
        moves = [e for e in told if self._sheet.changed.get(e.find.id) not in {None, "new", "restated"}]
        rest = [e for e in told if self._sheet.changed.get(e.find.id) != "restated"]
        found = {e.find.id: e for e in [*told[:1], *in_order(moves)[::-1], *rest]}
        return list(found.values())

    def _told_together(self, entry: Entry) -> tuple[str, ...]:
        return entry.article.id, self._sheet.sentence(entry), str(self._sheet.words.of(entry.find))

    def _of_sentence(self, together: Sequence[Entry], side: Side) -> str:
        """The positions of one sentence."""
        said = "; ".join(self._position(e.find, e, side) for e in together if isinstance(e.find, Position))
        notes = "".join(map(self._sheet.notes.mark, together))
        return f"- {day(together[0])}: {said}; {escaped(str(self._sheet.words.of(together[0].find)))}{notes}"

    def _position(self, position: Position, entry: Entry, side: Side) -> str:
        holder = f"{self._sheet.name(position.holder)} " if position.holder != side.id and side.type != "state" else ""
        to = f", to {self._sheet.name(position.addressee)}" if position.addressee else ""
        content = escaped(clipped(content_of(position), SHOWN_WORDS))
        said = [f"{holder}{act_words(position.act, position.flags)}{to}: “{content}”"]
        if (condition := position.condition) is not None:
            moves = [f"{self._sheet.name(condition.mover)} to move"] if condition.mover else []
            moves += ["reciprocal"] if condition.reciprocal else []
            wording = escaped(joined(condition.spans))
            conditional = "conditional" if wording in content else f"on condition “{wording}”"
            said.append(conditional + (f" ({', '.join(moves)})" if moves else ""))
        if (change := self._sheet.changed.get(position.id)) is not None and change != "new":
            said.append(change)
        if not names_issue(position):
            said.append("issue by context")
        if (teller := self._sheet.telling.told_by(entry, side.id)) is not None:
            said.append(f"as told by {escaped(teller)}")
        return "; ".join([*said, *marks(position)])


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
