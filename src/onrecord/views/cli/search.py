"""Words in the articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import day, mention_undated, message, print_json, print_table

if TYPE_CHECKING:
    from onrecord.store import Hit


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@db_option
@date_options
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many articles.")
@json_option
def command(words: tuple[str, ...], db: Path, as_of: str | None, since: str | None, limit: int, as_json: bool) -> None:
    """Find the articles that hold all WORDS, newest first, with the first place where they stand.

    Also understands "a phrase", OR, NOT, NEAR(a b) and the start of a word*.
    """
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        hits = list(store.search(" ".join(words), limit=limit, as_of=as_of, since=since))
        if as_json:
            for hit in hits:
                print_json(hit)
        else:
            print_table(["article", "published", "in", "text"], map(_row, hits), as_json=False)
        mention_undated(store, as_of, since)
        if len(hits) == limit:
            message(f"only the newest {limit} articles are shown; --limit shows more")
        elif not hits:
            message("no article holds these words")


def _row(hit: "Hit") -> tuple[str | None, ...]:
    return hit.article.id, day(hit.article.published), hit.article.outlet or hit.article.name, hit.snippet
