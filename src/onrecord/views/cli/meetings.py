"""Meetings."""

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import click

from onrecord.model.vocabulary import MeetingState
from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, on_terminal, print_json, print_table, stacked
from onrecord.views.exports.calendar import calendar
from onrecord.views.meetings import MeetingLine, meetings
from onrecord.views.names import SHOWN_ID, actor_name, article_ref
from onrecord.views.wording import counted

STACKED = ["date", "state", "who, where, on whose word"]
COLUMNS = ["date", "who", "place", "format", "state", "on whose word", "article", "group", "id"]
GROUP_STACKED = ["group", "who, when, in which states, and why one meeting"]
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

    They stand by their date. One without a full date stands behind those of the day on which it was told: "told
    2022-01-13" says nothing of the day of the meeting.

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
    if not lines:
        message("no meeting was found")
    if groups:
        rows = (_group_row(g, as_json) for g in _groups(lines))
        if on_terminal() and not as_json:
            print_table(GROUP_STACKED, map(_stacked_group, rows), as_json=False)
        else:
            print_table(GROUP_COLUMNS, rows, as_json=as_json)
    elif as_json:
        for line in lines:
            print_json(line)
    elif on_terminal():
        print_table(STACKED, map(_stack, lines), as_json=False)
    else:
        print_table(COLUMNS, map(_row, lines), as_json=False)


def _row(m: MeetingLine) -> Sequence[object]:
    how = m.forum or m.format
    return m.when_or_told, m.who, m.place, how, m.state, m.word, article_ref(m.article), m.group, m.id


def _stack(m: MeetingLine) -> Sequence[object]:
    on = f"on {', '.join(m.issues)}" if m.issues else None
    what = "; ".join(filter(None, [m.who, m.place, m.forum or m.format, on]))
    where = [str(m.word), article_ref(m.article), f"group {m.group}" if m.group else None, m.id[:SHOWN_ID]]
    date = m.when_or_told.replace(" to ", "\nto ").replace(", told ", "\ntold ")
    return date, m.state, stacked(what, " · ".join(filter(None, where)))


def _groups(lines: Iterable[MeetingLine]) -> Iterable[list[MeetingLine]]:
    found: dict[int, list[MeetingLine]] = {}
    for line in lines:
        if line.group is not None:
            found.setdefault(line.group, []).append(line)
    return found.values()


def _group_row(group: list[MeetingLine], as_json: bool) -> Sequence[object]:
    """The values of all lines, each once."""
    dated = [m.when if as_json else m.when_or_told for m in group]
    columns = (dated, [m.who for m in group], [m.state for m in group])
    dates, who, states = (list(dict.fromkeys(values)) for values in columns)
    articles = list(dict.fromkeys(article_ref(m.article) for m in group))
    ids, because = group[0].group_members, group[0].group_because
    if as_json:
        return group[0].group, dates, who, states, articles, ids, because
    return group[0].group, "; ".join(dates), who[0], ", ".join(states), len(articles), len(ids), _named(because or "")


def _stacked_group(row: Sequence[object]) -> Sequence[object]:
    group, dates, who, states, articles, lines, because = map(str, row)
    told = f"{counted(int(lines), 'line')} in {counted(int(articles), 'article')}: {states}"
    return group, stacked(who, dates, told, because)


def _named(because: str) -> str:
    """The reason with the sides by name, which stand first in it."""
    sides, *others = because.split("; ")
    label, _, ids = sides.partition(": ")
    return "; ".join([f"{label}: {', '.join(map(actor_name, ids.split(', ')))}", *others])
