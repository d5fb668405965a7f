"""Words in the articles."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import day, mention_undated, message, on_terminal, print_json, print_table, stacked
from onrecord.views.wording import counted

if TYPE_CHECKING:
    from onrecord.store import Hit

STACKED = ["id", "published", "article and place"]
COLUMNS = ["id", "published", "outlet", "title or name", "text"]
# What is no plain word in a query.
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR)\b|[\"*()]")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@db_option
@date_options
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many articles.")
@json_option
def command(words: tuple[str, ...], db: Path, as_of: str | None, since: str | None, limit: int, as_json: bool) -> None:
    """Find the articles that hold all WORDS, newest first, with the place where most of them stand near each other.

    Also understands "a phrase", OR, a NOT b, NEAR(a b) and the start of a word*.
    """
    from onrecord.store import open_store

    query = " ".join(words)
    with open_store(db, readonly=True) as store:
        hits = list(store.search(query, limit=limit, as_of=as_of, since=since))
        if _OPERATOR.search(query) and (understood := store.understood(query)) != query:
            message(f"{query!r} is no query that can be read; its words are searched: {understood}")
        if as_json:
            for hit in hits:
                print_json(hit)
        elif on_terminal():
            print_table(STACKED, map(_stack, hits), as_json=False)
        else:
            print_table(COLUMNS, map(_row, hits), as_json=False)
        mention_undated(store, as_of, since)
        if len(hits) == limit:
            message(f"only the newest {counted(limit, 'article')} shown; --limit shows more")
        elif not hits:
            message("no article holds these words")


def _row(hit: "Hit") -> tuple[str | None, ...]:
    article = hit.article
    return article.id, day(article.published), article.outlet, article.title or article.name, hit.snippet


def _stack(hit: "Hit") -> tuple[str | None, ...]:
    where = ", ".join(filter(None, [hit.article.outlet, hit.article.title or hit.article.name]))
    return hit.article.id, day(hit.article.published), stacked(where, hit.snippet)
