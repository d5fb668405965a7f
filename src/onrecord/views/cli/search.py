"""Words in the articles."""

from pathlib import Path

import click

from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, print_table


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
        print_table(
            ["article", "name", "published", "outlet", "start", "end", "text"],
            (
                [h.article.id, h.article.name, h.article.published, h.article.outlet, h.start, h.end, h.snippet]
                for h in hits
            ),
            as_json=as_json,
        )
        mention_undated(store, as_of, since)
        if len(hits) == limit:
            message(f"only the newest {limit} articles are shown; --limit shows more")
        elif not hits:
            message("no article holds these words")
