"""Meetings."""

from pathlib import Path
from typing import get_args

import click

from onrecord.model.vocabulary import MeetingState
from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, print_json, print_table
from onrecord.views.meetings import meetings
from onrecord.views.words import article_ref

COLUMNS = ["date", "who", "place", "format", "state", "on whose word", "article", "id"]


@click.command("meetings")
@db_option
@click.option("--state", type=click.Choice(get_args(MeetingState)), help="Only meetings in this state.")
@date_options
@json_option
def command(db: Path, state: MeetingState | None, as_of: str | None, since: str | None, as_json: bool) -> None:
    """Who met or will meet whom, where and when; each article's word for it stands on its own line."""
    with open_store(db, readonly=True) as store:
        lines = list(meetings(store.entries(kinds=["meeting", "attribution"], as_of=as_of, since=since), state=state))
        mention_undated(store, as_of, since)
    if as_json:
        for line in lines:
            print_json(line)
        return
    rows = ((m.when, m.who, m.place, m.forum or m.format, m.state, m.word, article_ref(m.article), m.id) for m in lines)
    print_table(COLUMNS, rows, as_json=False)
