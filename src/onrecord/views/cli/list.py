"""Positions, activities and quantities, a row each."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from onrecord.keeping.negotiations import articles_of, entries_of, find_negotiation, known_negotiations, unread
from onrecord.model import Actor, Entry, ListedActor, Negotiation, Side
from onrecord.model.vocabulary import Kind
from onrecord.store import open_store
from onrecord.views.changes.told import sentences
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import (
    mention_undated,
    mention_unread,
    message,
    on_terminal,
    print_json,
    print_table,
    stacked,
)
from onrecord.views.listing import SORTS, ListedLine, listed
from onrecord.views.names import SHOWN_ID, actor_name, article_ref
from onrecord.views.said import actor_called, has_words
from onrecord.views.sides import Sides
from onrecord.views.wording import counted

COLUMNS = ["date", "whose", "what", "words", "sentence", "issues", "on whose word", "article", "id"]
# How a name is read that is a state's or an organisation's.
BODIES = {"government", "organisation", "group"}
STACKED = ["date", "whose and what", "sentence, on whose word, and where"]


@click.command("list")
@click.argument("kind", type=click.Choice(list(SORTS)), metavar="|".join(SORTS))
@db_option
@click.option("--of", metavar="NAME", help="Whose: a side, a state or organisation, or words of the name of a holder.")
@click.option("--on", metavar="ISSUE", help="An issue, or part of the name of some, or `no issue assigned`.")
@click.option("--act", "sort", metavar="WORD", help="Only this act, activity or class, such as refusal.")
@click.option(
    "--negotiation",
    "ref",
    metavar="FILE|ID",
    help="Only articles that belong to it; --of is then one of its sides, so that a cell of the board is listed, or a"
    " member of one.",
)
@date_options
@json_option
def command(
    kind: Kind,
    db: Path,
    of: str | None,
    on: str | None,
    sort: str | None,
    ref: str | None,
    as_of: str | None,
    since: str | None,
    as_json: bool,
) -> None:
    """List positions, activities or quantities with their sentences, in order of publication.

    `onrecord list position --negotiation N --of SIDE --on ISSUE` lists what a cell of the board counts, also what is
    told of the side in the words of others; `onrecord said` lists what somebody said. A side or state stands for the
    persons who act for it. Only positions have issues.
    """
    if sort and sort not in SORTS[kind]:
        raise click.UsageError(f"no {kind} is called {sort!r}: --act is one of {', '.join(SORTS[kind])}")
    if of is not None and not of.strip():
        raise click.UsageError("--of is empty: name a side, an actor or words of a holder's name")
    if on and kind != "position":
        raise click.UsageError(f"--on goes with position only: no {kind} has an issue")
    negotiation = find_negotiation(ref) if ref else None
    kinds: list[Kind] = [kind, "attribution", "actor"]
    with open_store(db, readonly=True) as store:
        if negotiation is None:
            entries = list(store.entries(kinds=kinds, as_of=as_of, since=since))
        else:
            articles = list(articles_of(store, negotiation, as_of=as_of, since=since))
            entries = list(entries_of(store, articles, kinds))
            mention_unread(unread(store, negotiation, articles), negotiation)
        is_theirs = _whose(of, entries, negotiation) if of is not None else None
        found = list(
            listed(
                entries, kind, is_theirs=is_theirs, on=on, sort=sort, negotiation=negotiation, sentence=sentences(store)
            )
        )
        mention_undated(store, as_of, since)
    if as_json:
        for _, line in found:
            print_json(line)
    elif on_terminal():
        print_table(STACKED, [_stack(*pair) for pair in found], as_json=False)
    else:
        print_table(COLUMNS, [_row(*pair) for pair in found], as_json=False)
    every = sum(e.find.kind == kind for e in entries)
    message(f"{len(found)} of {counted(every, 'line')} of the kind {kind}; machine-read, not reviewed")


def _whose(of: str, entries: Sequence[Entry], negotiation: Negotiation | None) -> Callable[[Entry, str | None], bool]:
    """Whether a line is the side's of the negotiation; else the actor's of that name, or of one of such a name."""
    sides = Sides(entries, negotiation or Negotiation(id="", name="", sides=()))
    called = of.casefold()
    for side in negotiation.sides if negotiation else ():
        if called in {n.casefold() for n in (side.id, side.name, *side.aliases)}:
            return lambda entry, whose: sides.side_of(entry.article, whose) == side.id
    actors = _actors(of, entries, (negotiation,) if negotiation else known_negotiations())
    if negotiation and not any(map(negotiation.side_of, actors)):
        there = ", ".join(s.name for s in negotiation.sides)
        raise click.UsageError(f"{negotiation.id} has no side {of!r}: --of is one of {there}, or of their members")
    if actors:
        return lambda entry, whose: not actors.isdisjoint({whose, sides.party_of(entry.article, whose)})
    return lambda entry, whose: any(
        has_words(name, of) for name in (whose and actor_name(whose), sides.party_of(entry.article, whose)) if name
    )


def _actors(of: str, entries: Sequence[Entry], known: Sequence[Negotiation]) -> set[str]:
    """Ids that are the name, or of states and organisations of that name in tables, negotiations and articles."""
    listed_there: list[Side | ListedActor] = []
    for one in known:
        listed_there += [*one.sides, *one.actors]
    found = {actor_called(of, tuple(listed_there))}
    called = [(m, m) for one in known for side in one.sides for m in side.members]
    for entry in entries:
        if isinstance(find := entry.find, Actor) and find.actor:
            called.append((find.actor, find.actor))
            if find.reading in BODIES and find.institution is None:
                called.append((find.spans[0].text, find.actor))
    found |= {actor for name, actor in called if name.casefold() == of.casefold()}
    return {actor for actor in found if actor}


def _what(line: ListedLine) -> str:
    marks = " [conditional]" * line.conditional + " [hedged]" * line.hedged
    return line.sort + marks + "".join(f" [{flag}]" for flag in line.flags)


def _name(line: ListedLine) -> str:
    return actor_name(line.whose) if line.whose or line.kind == "position" else "open"


def _row(entry: Entry, line: ListedLine) -> Sequence[object]:
    where = article_ref(entry.article)
    issues = ", ".join(line.issues)
    return (
        line.date or "undated",
        _name(line),
        _what(line),
        line.content,
        line.sentence,
        issues,
        line.word,
        where,
        line.id,
    )


def _stack(entry: Entry, line: ListedLine) -> Sequence[object]:
    where = " · ".join(filter(None, [article_ref(entry.article), ", ".join(line.issues), line.id[:SHOWN_ID]]))
    words = stacked(f"“{line.sentence}”", str(line.word), where)
    return line.date or "undated", stacked(_name(line), _what(line)), words
