"""Taking an article out."""

from pathlib import Path

import click

from onrecord.views.cli.options import db_option
from onrecord.views.cli.output import message


@click.command("forget")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@db_option
def command(articles: tuple[str, ...], db: Path) -> None:
    """Take articles and everything found in them out of the database, for good.

    ARTICLE is an id, the start of one, or a name.
    """
    from onrecord.store import open_store

    with open_store(db) as store:
        for ref in articles:
            gone = store.forget(ref)
            message(f"forgot {gone.name} ({gone.id}), {gone.words} words")
