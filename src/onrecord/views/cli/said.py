"""What was said."""

from pathlib import Path

import click

from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, print_json, print_table
from onrecord.views.negotiations import known_negotiations
from onrecord.views.said import said
from onrecord.views.words import article_ref, clipped

# Words of a statement that the table shows; --json gives all of them.
SAID_WORDS = 40
COLUMNS = ["date", "on whose word", "form", "said", "issues", "article", "id"]


@click.command("said")
@db_option
@click.option("--by", metavar="NAME", help="A state or organisation, or words of a speaker's name, office, body or description.")
@click.option("--on", metavar="ISSUE", help="Part of the name of an issue.")
@date_options
@json_option
def command(db: Path, by: str | None, on: str | None, as_of: str | None, since: str | None, as_json: bool) -> None:
    """Who said what, when, and at which level of sourcing, in order of publication.

    A state or organisation may be named by its id, a name, an adjective, its people or its capital, and stands for all
    who speak for it; other names are found as whole words, in any spelling.
    """
    own = tuple(actor for n in known_negotiations() for actor in (*n.sides, *n.actors)) if by else ()
    with open_store(db, readonly=True) as store:
        entries = store.entries(kinds=["attribution", "position"], as_of=as_of, since=since)
        statements = list(said(entries, by=by, on=on, own=own))
        mention_undated(store, as_of, since)
    if as_json:
        for statement in statements:
            print_json(statement)
        return
    rows = (
        (
            s.date or "undated",
            s.word,
            s.form,
            clipped(s.content, SAID_WORDS),
            ", ".join(s.issues),
            article_ref(s.article),
            s.id,
        )
        for s in statements
    )
    print_table(COLUMNS, rows, as_json=False)
