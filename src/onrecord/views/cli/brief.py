"""A brief on a negotiation."""

from pathlib import Path

import click

from onrecord.keeping.negotiations import articles_of, entries_of, find_negotiation, unread
from onrecord.store import open_store
from onrecord.views.briefs import BRIEF_KINDS, brief
from onrecord.views.briefs.sheet import Sheet
from onrecord.views.changes import changes, marks
from onrecord.views.changes.told import sentences
from onrecord.views.cli.options import date_options, db_option, negotiation_option
from onrecord.views.cli.output import mention_undated, mention_unread, message


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
    """What a reader wants first, in Markdown: meetings, positions, forces, assessments, open points, each with a note.

    It is short: of what concerns the sides the latest, and of everything else how much there is, why it is left out,
    and which command lists it. Meetings are those between two of the sides from the first day on (that of --since, else
    the negotiation's start), lines that may tell of one meeting as one line. Under each issue and side stands the
    board's position, then what changes an earlier one, then others, a line for each sentence. Activities, numbers and
    assessments stand where another side is named near by, with their own date where the text gives one and the day on
    which they were told.
    """
    negotiation = find_negotiation(ref)
    with open_store(db, readonly=True) as store:
        articles = list(articles_of(store, negotiation, as_of=as_of))
        entries = list(entries_of(store, articles, BRIEF_KINDS))
        changed = marks(changes(entries, negotiation))
        if since:
            articles = [a for a in articles if (a.published or "") >= since]
            entries = [e for e in entries if (e.article.published or "") >= since]
        sheet = Sheet(entries, negotiation, since=since, changed=changed, sentence=sentences(store))
        text = brief(sheet, articles, as_of=as_of, unread=(left := unread(store, negotiation, articles)))
        mention_undated(store, as_of, since)
        mention_unread(left, negotiation)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    message(f"{output}: brief from {len(articles)} articles")
