"""Why a line of the record says what it says."""

from pathlib import Path

import click

from onrecord.views.cli.options import db_option, json_option
from onrecord.views.cli.output import message, print_json, print_table
from onrecord.views.explanations import explanation


@click.command("explain")
@click.argument("ref", metavar="ID")
@db_option
@json_option
def command(ref: str, db: Path, as_json: bool) -> None:
    """Why a line of the record says what it says: the rule, the words and dates it rests on, what else it could be.

    ID is the id of a line, or the start of one (four characters or more). What stands under "words" is quoted from the
    article; "open" is what it leaves open.
    """
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        entry = store.entry(ref)
        reading = store.reading(entry.article.id)
        reasons = explanation(entry.find, reading, store.datings(entry.article.id))
    if not entry.find.id.startswith(ref):
        message(f"{ref} is an id of an earlier reading; in its place stands {entry.find.id}")
    if as_json:
        for reason in reasons:
            print_json(reason)
        return
    rows = (
        [r.field, r.value or "open", r.because, " … ".join(f'"{s.text}"' for s in r.spans), "; ".join(r.instead)]
        for r in reasons
    )
    print_table(["what", "is", "because", "words", "could be"], rows, as_json=False)
