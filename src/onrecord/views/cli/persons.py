"""Persons and their offices."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import fill

import click

from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, on_terminal, print_json, print_table, stacked
from onrecord.views.names import SHOWN_ID, actor_name
from onrecord.views.persons import Held, PersonLine, persons
from onrecord.views.wording import counted

# A longer name is broken over lines on a terminal.
NAME_WIDTH = 24
STACKED = ["name", "offices as written, where stated, and who may be one"]
COLUMNS = ["name", "office", "of", "first stated", "last stated", "articles", "outlets", "proposal", "id"]


@click.command("persons")
@click.argument("name", required=False)
@db_option
@date_options
@json_option
def command(name: str | None, db: Path, as_of: str | None, since: str | None, as_json: bool) -> None:
    """The offices that articles give to persons: in which words, when first and last, in how many articles.

    Persons of one name in several articles are proposed to be one where office or state agree and nothing
    contradicts; the reason stands beside, and so does why others of the name are kept apart. A mere surname is joined
    to nobody; whom its office makes it perhaps is said. The articles of an office are those that state it. The id
    shows one place for `onrecord show`; --json has all of them.

    NAME is part of a name, in any spelling. Without it, only persons with a full name and an office are listed.
    """
    with open_store(db, readonly=True) as store:
        lines = list(persons(store.entries(kinds=["actor", "attribution"], as_of=as_of, since=since), name=name))
        mention_undated(store, as_of, since)
    if name is None:
        known = [line for line in lines if " " in line.name and line.offices]
        if left_out := len(lines) - len(known):
            message(f"left out: {counted(left_out, 'line')} without a full name or an office; NAME shows them")
        lines = known
    elif not lines:
        message(f"nobody is called {name!r}")
    if as_json:
        for line in lines:
            print_json(line)
        return
    if on_terminal():
        print_table(STACKED, _stacks(lines), as_json=False)
    else:
        print_table(COLUMNS, (row for line in lines for row in _rows(line)), as_json=False)


def _rows(line: PersonLine) -> Iterator[Sequence[object]]:
    """A row for each office, or for the bare name; what is proposed stands in the first."""
    proposal: str | None = "; ".join(_notes(line))
    if not line.offices:
        states, seen = ", ".join(map(actor_name, line.states)), (line.first or "undated", line.last or "undated")
        yield line.name, None, states, *seen, len(line.articles), None, proposal, line.id
    for held in line.offices:
        seen = held.first or "undated", held.last or "undated"
        yield line.name, held.written, _of(held), *seen, held.articles, held.outlets, proposal, held.stated[0].id
        proposal = None


def _stacks(lines: Iterable[PersonLine]) -> Iterator[Sequence[object]]:
    """A row for each person, and one for all bearers of a mere surname of whom the same is known."""
    alike: dict[object, list[PersonLine]] = {}
    for line in lines:
        alone = " " not in line.name and not line.because
        alike.setdefault((line.name, line.states, line.may_be) if alone else line.id, []).append(line)
    for bearers in alike.values():
        offices = bearers[0].offices if len(bearers) == 1 else ()
        told = [_told(_title(h), h.articles, h.outlets, h.first, h.last, h.stated[0].id) for h in offices]
        yield fill(bearers[0].name, NAME_WIDTH), stacked(*told or [_bare(bearers)], *_notes(bearers[0]))


def _bare(bearers: Sequence[PersonLine]) -> str:
    """Those without a title, or of one article each: where each stands."""
    title = ", ".join(dict.fromkeys(_title(h) for line in bearers for h in line.offices))
    title = title or "no title" + "".join(f" ({actor_name(state)})" for state in bearers[0].states)
    if len(bearers) == 1:
        return _told(title, len(bearers[0].articles), 0, bearers[0].first, bearers[0].last, bearers[0].id)
    places = ", ".join(f"{line.first or 'undated'} {line.id[:SHOWN_ID]}" for line in bearers)
    return f"{title} · {counted(len(bearers), 'article')}, each for itself: {places}"


def _told(title: str, articles: int, outlets: int, first: str | None, last: str | None, id_: str) -> str:
    days = " to ".join(dict.fromkeys([first or "undated", last or "undated"]))
    where = counted(articles, "article") + (f" of {counted(outlets, 'outlet')}" if outlets > 1 else "")
    return f"{title} · {where}, {days} · {id_[:SHOWN_ID]}"


def _title(held: Held) -> str:
    """As written, with whose it is where the words do not say so."""
    of = _of(held)
    return f"{held.written} ({of})" if of and of not in held.written else held.written


def _of(held: Held) -> str | None:
    return actor_name(held.of) if held.of else None


def _notes(line: PersonLine) -> Iterator[str]:
    if line.because:
        yield f"one person in {len(line.articles)} articles, with or without a title? {'; '.join(line.because)}"
    if line.may_be:
        yield f"perhaps {line.may_be}; not joined"
    if len(line.spellings) > 1:
        yield f"spelled {', '.join(line.spellings)}"
    for reason in line.apart:
        yield f"another of the name kept apart: {reason}"
