"""The articles in a database."""

from pathlib import Path

import click

from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import day, mention_undated, print_json, print_table


@click.command("articles")
@db_option
@date_options
@click.option("--versions", is_flag=True, help="Also older versions, of which a later text stands at the same URL.")
@json_option
def command(db: Path, as_of: str | None, since: str | None, versions: bool, as_json: bool) -> None:
    """List the articles by date of publication."""
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        found = store.articles(as_of=as_of, since=since, superseded=versions)
        if as_json:
            for info in found:
                print_json(info)
        else:
            rows = ([a.id, day(a.published), a.outlet, a.words, a.title or a.name] for a in found)
            print_table(["id", "published", "outlet", "words", "title or name"], rows, as_json=False)
        mention_undated(store, as_of, since)
