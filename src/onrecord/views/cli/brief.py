"""A brief on a negotiation."""

from pathlib import Path

import click

from onrecord.store import open_store
from onrecord.views.brief import BRIEF_KINDS, brief
from onrecord.views.cli.options import date_options, db_option, negotiation_option
from onrecord.views.cli.output import mention_undated, mention_unread, message
from onrecord.views.negotiations import articles_of, entries_of, find_negotiation


@click.command("brief")
@db_option
@negotiation_option
@date_options
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the brief there; the default is to print it.",
)
def command(db: Path, ref: str, as_of: str | None, since: str | None, output: Path | None) -> None:
    """Meetings, positions, forces, assessments and open points in Markdown, a footnote for every line."""
    negotiation = find_negotiation(ref)
    with open_store(db, readonly=True) as store:
        articles = list(articles_of(store, negotiation, as_of=as_of, since=since))
        text = brief(entries_of(store, articles, BRIEF_KINDS), negotiation, articles, as_of=as_of)
        mention_undated(store, as_of, since)
        mention_unread(store, negotiation, articles)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    message(f"{output}: brief from {len(articles)} articles")
