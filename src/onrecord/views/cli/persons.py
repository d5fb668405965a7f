"""Persons and their offices."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, print_json, print_table
from onrecord.views.persons import PersonLine, persons
from onrecord.views.words import counted

COLUMNS = ["name", "office", "of", "first stated", "last stated", "articles", "outlets", "proposal", "id"]


@click.command("persons")
@click.argument("name", required=False)
@db_option
@date_options
@json_option
def command(name: str | None, db: Path, as_of: str | None, since: str | None, as_json: bool) -> None:
    """The offices that articles give to persons: in which words, when first and last, in how many articles.

    Persons of one name in several articles are proposed to be one where office or state agree and nothing
    contradicts; the reason stands beside, and so does why others of the name are kept apart. The id shows one place
    for `onrecord show`; --json has all of them.

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
    print_table(COLUMNS, (row for line in lines for row in _rows(line)), as_json=False)


def _rows(line: PersonLine) -> Iterator[Sequence[object]]:
    """A row for each office; what is proposed stands in the first."""
    notes = [f"one person in {len(line.articles)} articles? {'; '.join(line.because)}"] if line.because else []
    if len(line.spellings) > 1:
        notes.append(f"spelled {', '.join(line.spellings)}")
    notes += [f"another of the name kept apart: {reason}" for reason in line.apart]
    proposal = "\n".join(notes)
    if not line.offices:
        yield line.name, None, ", ".join(line.states), None, None, len(line.articles), None, proposal, None
    for n, held in enumerate(line.offices):
        row = held.written, held.of, held.first or "undated", held.last or "undated", held.articles, held.outlets
        yield line.name, *row, proposal if n == 0 else None, held.stated[0].id
