"""The whole record out of a database."""

import csv
import sys
from pathlib import Path

import click

from onrecord.model.vocabulary import KINDS, Kind
from onrecord.views.cli.options import date_options, db_option
from onrecord.views.cli.output import mention_undated
from onrecord.views.lines import cells, columns, line


@click.command("export")
@click.argument("form", metavar="jsonl|csv", type=click.Choice(["jsonl", "csv"]))
@db_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only lines of this kind; repeatable.")
@date_options
@click.option("--no-text", is_flag=True, help="Leave the words of the articles out: offsets and hashes only.")
def command(form: str, db: Path, kinds: tuple[Kind, ...], as_of: str | None, since: str | None, no_text: bool) -> None:
    """Print every line of the record, by date of publication, then in the order of the text.

    jsonl prints the lines that `annotate` prints. csv prints a table, with the fields of the kinds that were asked for
    as its columns; name one kind to get a small one.
    """
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        entries = store.entries(kinds=kinds or None, as_of=as_of, since=since)
        if form == "jsonl":
            for entry in entries:
                sys.stdout.buffer.write(line(entry.find, text=not no_text))
        else:
            names = columns(kinds or KINDS)
            table = csv.writer(sys.stdout, lineterminator="\n")
            table.writerow(names)
            table.writerows(cells(entry, names, text=not no_text) for entry in entries)
        mention_undated(store, as_of, since)
