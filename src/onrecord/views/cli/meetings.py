"""Meetings."""

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import click

from onrecord.model.vocabulary import MeetingState
from onrecord.store import open_store
from onrecord.views.calendar import calendar
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, print_json, print_table
from onrecord.views.meetings import MeetingLine, meetings
from onrecord.views.words import article_ref, counted

COLUMNS = ["date", "who", "place", "format", "state", "on whose word", "article", "group", "id"]
GROUP_COLUMNS = ["group", "dates", "who", "states", "articles", "lines", "one meeting?"]


@click.command("meetings")
@db_option
@click.option("--state", type=click.Choice(get_args(MeetingState)), help="Only meetings in this state.")
@click.option("--groups", is_flag=True, help="Only the proposals, a row each, with what they rest on.")
@click.option("--ics", is_flag=True, help="A calendar file (iCalendar) in place of a table.")
@date_options
@json_option
def command(
    db: Path, state: MeetingState | None, groups: bool, ics: bool, as_of: str | None, since: str | None, as_json: bool
) -> None:
    """Who met or will meet whom, where and when; each article's word for it stands on its own line.

    Lines of one group may tell of one meeting: the sides are the same, no other people are named, days agree (a call
    may have two dates in two time zones), and places do not speak against it. That is a proposal; nothing is merged.
    --groups says what each rests on.

    --ics makes an event of each line: tentative where the meeting is still to come, cancelled where it was cancelled or
    refused, with the sentence, the outlet, and on whose word. A meeting whose day is unknown is left out.
    """
    if sum((groups or as_json, ics)) > 1:
        raise click.UsageError("--ics goes with neither --groups nor --json")
    with open_store(db, readonly=True) as store:
        lines = list(meetings(store.entries(kinds=["meeting", "attribution"], as_of=as_of, since=since), state=state))
        mention_undated(store, as_of, since)
        if ics:
            made, left_out = calendar(lines, cache(lambda article: store.article(article).text))
            sys.stdout.buffer.write(made)
            if left_out:
                message(f"left out, for want of a day: {counted(left_out, 'meeting')}")
            return
    if groups:
        print_table(GROUP_COLUMNS, (_group_row(g, as_json) for g in _groups(lines)), as_json=as_json)
    elif as_json:
        for line in lines:
            print_json(line)
    else:
        print_table(COLUMNS, map(_row, lines), as_json=False)


def _row(m: MeetingLine) -> Sequence[object]:
    return m.when, m.who, m.place, m.forum or m.format, m.state, m.word, article_ref(m.article), m.group, m.id


def _groups(lines: Iterable[MeetingLine]) -> Iterable[list[MeetingLine]]:
    found: dict[int, list[MeetingLine]] = {}
    for line in lines:
        if line.group is not None:
            found.setdefault(line.group, []).append(line)
    return found.values()


def _group_row(group: list[MeetingLine], as_json: bool) -> Sequence[object]:
    """The values of all lines, each once."""
    columns = ([m.when for m in group], [m.who for m in group], [m.state for m in group])
    dates, who, states = (list(dict.fromkeys(values)) for values in columns)
    articles = list(dict.fromkeys(article_ref(m.article) for m in group))
    ids, because = group[0].group_members, group[0].group_because
    if as_json:
        return group[0].group, dates, who, states, articles, ids, because
    return group[0].group, "; ".join(dates), who[0], ", ".join(states), len(articles), len(ids), because
