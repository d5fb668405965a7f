"""Proof that the record quotes its articles exactly."""

import sys
from pathlib import Path

import click

from onrecord.views.cli import FAILED
from onrecord.views.cli.options import db_option, json_option
from onrecord.views.cli.output import message, print_table
from onrecord.views.wording import counted


@click.command("check")
@db_option
@json_option
def command(db: Path, as_json: bool) -> None:
    """Prove that every span of every line, zone and paragraph is the text at that place, and that the file is sound.

    Each article's description, lines and dates are compared with the digest that was kept with them: a value that
    another program changed, or a line that it took out, is a problem. A whole article that it took out is none.

    Prints each problem; exit code 1 says that there is one.
    """
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        problems = list(store.problems())
        if problems:
            print_table(["problem"], [(problem,) for problem in problems], as_json=as_json)
            message(
                f"problems in {db}: {len(problems)}; `onrecord forget` each such article and read it again; where the"
                " file itself is damaged, read all into a new database"
            )
            sys.exit(FAILED)
        if undigested := store.undigested():
            message(
                f"read before there were digests: {counted(undigested, 'article')}, of which only spans and hashes are"
                " checked, not changed values or lines that are gone; `onrecord read` on them again adds digests"
            )
        articles, finds = store.counts()
        message(
            f"{db}: every span of {counted(finds, 'line')} of the record in {counted(articles, 'article')} is exact"
        )
