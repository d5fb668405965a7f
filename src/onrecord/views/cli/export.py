"""The whole record out of a database."""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from onrecord.model import Entry
from onrecord.model.vocabulary import KINDS, Kind
from onrecord.views.cli.options import date_options, db_option
from onrecord.views.cli.output import mention_undated
from onrecord.views.exports.coding import CODABLE
from onrecord.views.exports.lines import cells, columns, line

FORMS = ("jsonl", "csv", "plover", "cameo-csv")


@click.command("export")
@click.argument("form", metavar="|".join(FORMS), type=click.Choice(FORMS))
@db_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only lines of this kind; repeatable.")
@date_options
@click.option("--no-text", is_flag=True, help="Leave out what quotes the articles: offsets and hashes stay.")
def command(form: str, db: Path, kinds: tuple[Kind, ...], as_of: str | None, since: str | None, no_text: bool) -> None:
    """Print every line of the record, by date of publication, then in the order of the text.

    jsonl prints the lines that `annotate` prints. csv prints a table, with the fields of the kinds that were asked for
    as its columns; name one kind to get a small one. plover prints meetings, positions, activities and events as
    PLOVER 2.0 records, one JSON object a line; cameo-csv prints their events as rows with columns like GDELT's.
    """
    from onrecord.store import open_store

    as_events = form in {"plover", "cameo-csv"}
    if as_events and (other := [k for k in kinds if k not in CODABLE]):
        raise click.UsageError(f"{form} has no {', '.join(other)}: only {', '.join(CODABLE)}")
    with open_store(db, readonly=True) as store:
        if as_events:
            from onrecord.views.exports.plover import NEEDED

            _print_events(form, store.entries(kinds=NEEDED, as_of=as_of, since=since), kinds, text=not no_text)
        else:
            _print_lines(form, store.entries(kinds=kinds or None, as_of=as_of, since=since), kinds, text=not no_text)
        mention_undated(store, as_of, since)


def _print_lines(form: str, entries: Iterable[Entry], kinds: tuple[Kind, ...], *, text: bool) -> None:
    if form == "jsonl":
        for entry in entries:
            sys.stdout.buffer.write(line(entry.find, entry.article.id, entry.article.published, text=text))
    else:
        names = columns(kinds or KINDS)
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(names)
        table.writerows(cells(entry, names, text=text) for entry in entries)


def _print_events(form: str, entries: Iterable[Entry], kinds: tuple[Kind, ...], *, text: bool) -> None:
    from onrecord.views.exports.cameo import COLUMNS, cameo_rows
    from onrecord.views.exports.plover import plover, plover_line

    records = plover(entries, kinds=kinds or CODABLE)
    if form == "plover":
        for record in records:
            sys.stdout.buffer.write(plover_line(record, text=text))
    else:
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(cameo_rows(records))
