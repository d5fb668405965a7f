"""The articles in a database."""

from pathlib import Path

import click

from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, print_table

COLUMNS = ("id", "name", "published", "outlet", "words", "title", "url", "supersedes", "read_at")
SHOWN = COLUMNS[:6]


@click.command("articles")
@db_option
@date_options
@click.option("--versions", is_flag=True, help="Also older versions, of which a later text stands at the same URL.")
@json_option
def command(db: Path, as_of: str | None, since: str | None, versions: bool, as_json: bool) -> None:
    """List the articles by date of publication."""
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        columns = COLUMNS if as_json else SHOWN
        found = store.articles(as_of=as_of, since=since, superseded=versions)
        print_table(columns, ([getattr(a, c) for c in columns] for a in found), as_json=as_json)
        mention_undated(store, as_of, since)
