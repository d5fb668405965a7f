"""The board of a negotiation."""

import sys
from pathlib import Path
from shutil import get_terminal_size

import click
import msgspec

from onrecord.keeping.negotiations import articles_of, entries_of, find_negotiation, unread
from onrecord.store import open_store
from onrecord.views.board import Board, board
from onrecord.views.changes import changes, marks
from onrecord.views.cli.options import date_options, db_option, json_option, negotiation_option
from onrecord.views.cli.output import mention_undated, mention_unread, message, print_json, print_table
from onrecord.views.wording import counted

# Holders of no side that are listed by name.
OTHERS = 10
# Narrower columns break most words; a board that does not fit is printed as a list of cells.
COLUMN = 22


@click.command("board")
@db_option
@negotiation_option
@date_options
@json_option
def command(db: Path, ref: str, as_of: str | None, since: str | None, as_json: bool) -> None:
    """Issues by sides: the latest well-told position of each, on whose word it stands, and its id for `onrecord show`.

    What a side says without reserve, in words that name the issue, comes before what is told of it or what only the
    context gives an issue, marked [issue by context]; then what was published between the negotiation's start and its
    end; then what it offers, asks, refuses, promises, concedes, denies or warns of before what it supports, praises,
    blames or fears. What only another side tells of it comes last, marked [as told by ...]. A cell says what its
    position changes beside the holder's earlier ones, as `onrecord changed` does. A cell without a position says how
    many articles were looked at, or how many positions are told too weakly to stand there; those without an issue are
    counted. With --json each cell is one line.
    """
    negotiation = find_negotiation(ref)
    with open_store(db, readonly=True) as store:
        articles = list(articles_of(store, negotiation, as_of=as_of))
        entries = list(entries_of(store, articles, ["position", "attribution", "actor"]))
        changed = marks(changes(entries, negotiation))
        if since:
            articles = [a for a in articles if (a.published or "") >= since]
            entries = [e for e in entries if (e.article.published or "") >= since]
        made = board(entries, negotiation, articles, changed=changed)
        mention_undated(store, as_of, since)
        mention_unread(unread(store, negotiation, articles), negotiation)
    if as_json:
        for cell in made.cells:
            print_json(msgspec.to_builtins(cell))
    elif sys.stdout.isatty() and get_terminal_size().columns < COLUMN * (1 + len(made.sides)):
        # Space behind a cell of several lines.
        rows = [(c.issue, c.side, f"{c}\n" if c.latest else c) for c in made.cells]
        print_table(["issue", "side", "latest well-told position"], rows, as_json=False)
    else:
        print_table(["issue", *made.sides], [(issue, *cells) for issue, cells in made.rows], as_json=False)
    _say_what_it_rests_on(made)


def _say_what_it_rests_on(made: Board) -> None:
    message(f"{made.negotiation}: {counted(made.articles, 'article')} looked at; machine-read, not reviewed")
    if made.undated:
        message(f"{made.undated} of them without a date: their positions count as the oldest")
    if made.others:
        told = ", ".join(f"{holder} ({n})" for holder, n in made.others[:OTHERS])
        more = f", and {counted(len(made.others) - OTHERS, 'other holder')}" if len(made.others) > OTHERS else ""
        message(f"positions of no side: {told}{more}")
