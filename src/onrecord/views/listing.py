"""Positions, activities and quantities line by line, by whose they are, issue and sort."""

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

import msgspec

from onrecord.model import Activity, Entry, Negotiation, Position, Quantity
from onrecord.model.vocabulary import ActivityWhat, Flag, Kind, PositionAct, QuantityClass
from onrecord.views.board import NO_ISSUE
from onrecord.views.changes.told import Teller
from onrecord.views.sides import in_order
from onrecord.views.whose_word import Word

# The kinds that are listed, and the words for their sorts.
SORTS: dict[Kind, tuple[str, ...]] = {
    "position": get_args(PositionAct),
    "activity": get_args(ActivityWhat),
    "quantity": get_args(QuantityClass),
}
Listed = Position | Activity | Quantity


class ListedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the record with what tells it from others of its kind."""

    id: str
    kind: Kind
    date: str | None
    """Day of publication; none for an article without a date."""
    whose: str | None
    """Actor id of the holder, or of whose a quantity is; none while unresolved."""
    sort: str
    """The act of a position, what an activity is, the class of a quantity."""
    issues: tuple[str, ...]
    content: str
    sentence: str
    conditional: bool
    hedged: bool
    flags: tuple[Flag, ...]
    word: Word
    article: str
    """Id of the article."""


def listed(
    entries: Iterable[Entry],
    kind: Kind,
    *,
    is_theirs: Callable[[Entry, str | None], bool] | None = None,
    on: str | None = None,
    sort: str | None = None,
    negotiation: Negotiation | None = None,
    sentence: Callable[[Entry], str] | None = None,
) -> Iterator[tuple[Entry, ListedLine]]:
    """The lines of the kind in order of publication, undated articles last.

    `is_theirs` is asked of each with whose it is; `on` is an issue, or part of the name of some. With a negotiation
    only its issues count, and a line without one is on "no issue assigned", as on the board.
    """
    found = in_order(entries)
    wanted = _wanted(on, found, negotiation) if on else None
    teller = Teller(found, sentence)
    for entry in found:
        find = entry.find
        if find.kind != kind or not isinstance(find, Listed):
            continue
        whose, issues = whose_of(find), _issues(find, negotiation)
        if (sort and sort_of(find) != sort) or (is_theirs and not is_theirs(entry, whose)):
            continue
        if wanted is not None and wanted.isdisjoint(issues or (NO_ISSUE,)):
            continue
        told = teller.told(entry, whose)
        yield (
            entry,
            ListedLine(
                id=find.id,
                kind=kind,
                date=told.date or None,
                whose=whose,
                sort=sort_of(find),
                issues=issues,
                content=told.content,
                sentence=told.sentence,
                conditional=told.conditional,
                hedged=told.hedged,
                flags=told.flags,
                word=told.word,
                article=told.article,
            ),
        )


def _wanted(on: str, entries: Iterable[Entry], negotiation: Negotiation | None) -> set[str]:
    """The issue of that name, else all with it in their names."""
    there = {NO_ISSUE, *(i.name for i in (negotiation.issues if negotiation else ()))}
    for entry in entries:
        there |= set(entry.find.issues) if isinstance(entry.find, Position) else set()
    named = {issue for issue in there if issue.casefold() == on.casefold()}
    return named or {issue for issue in there if on.casefold() in issue.casefold()}


def whose_of(find: Listed) -> str | None:
    """Actor id of whose the line is."""
    return find.whose if isinstance(find, Quantity) else find.holder


def sort_of(find: Listed) -> str:
    """What a line is among those of its kind."""
    return find.act if isinstance(find, Position) else find.what if isinstance(find, Activity) else find.class_


def _issues(find: Listed, negotiation: Negotiation | None) -> tuple[str, ...]:
    own = find.issues if isinstance(find, Position) else ()
    known = {i.name for i in negotiation.issues} if negotiation else set(own)
    return tuple(issue for issue in own if issue in known)
