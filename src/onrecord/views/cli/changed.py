"""What changed in a negotiation."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onrecord.store import open_store
from onrecord.views.board import NO_ISSUE, SHOWN_ID, act_words
from onrecord.views.changes import ChangeLine, changes
from onrecord.views.cli.options import date_options, db_option, json_option, negotiation_option
from onrecord.views.cli.output import mention_undated, mention_unread, message, print_json, print_table
from onrecord.views.denials import DenialLine, denials
from onrecord.views.negotiations import articles_of, entries_of, find_negotiation
from onrecord.views.silences import Silence, silences
from onrecord.views.told import Told, sentences
from onrecord.views.words import clipped, counted

COLUMNS = ["date", "change", "side", "issues", "now", "before", "because"]
# On a terminal, where columns of sentences would be too narrow, they stand under each other.
STACKED = ["date", "change", "side and issue", "now, before, and why"]
# The table shows a sentence of so many words, of a longer one only what the position says; --json gives all.
SHOWN_WORDS = 40


@click.command("changed")
@db_option
@negotiation_option
@date_options
@click.option("--all", "everything", is_flag=True, help="Also what is restated, and what is new without an issue.")
@click.option(
    "--silent",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="Also the cells of the board in which nothing was found for so many days, and in how many articles.",
)
@json_option
def command(
    db: Path, ref: str, as_of: str | None, since: str | None, everything: bool, silent: int | None, as_json: bool
) -> None:
    """What changed in the positions since a day, each with its sentence and the earlier one; and what was denied.

    A change compares the newest words of a holder with its earlier words on the same thing, also with those from
    before --since. Denials are candidates: both sentences stand, and neither is judged.
    """
    negotiation = find_negotiation(ref)
    with open_store(db, readonly=True) as store:
        articles = list(articles_of(store, negotiation, as_of=as_of))
        entries = list(entries_of(store, articles, ["position", "attribution", "actor", "assessment"]))
        sentence = sentences(store)
        moved = list(changes(entries, negotiation, since=since, sentence=sentence))
        denied = list(denials(entries, negotiation, since=since, sentence=sentence))
        quiet = list(silences(entries, negotiation, articles, days=silent, as_of=as_of)) if silent else []
        mention_undated(store, as_of, since)
        mention_unread(store, negotiation, articles)
    shown = [line for line in moved if everything or _is_news(line)]
    if as_json:
        for line in (*shown, *denied, *quiet):
            print_json(line)
    else:
        rows = _rows(shown, denied, quiet)
        if sys.stdout.isatty():
            print_table(STACKED, map(_stacked, rows), as_json=False)
        else:
            print_table(COLUMNS, rows, as_json=False)
    looked = sum(since is None or (a.published or "")[:10] >= since for a in articles)
    message(f"{negotiation.name}: {counted(looked, 'article')} looked at; machine-read, not reviewed")
    if not everything and (left := Counter(line.change for line in moved if not _is_news(line))):
        message(f"left out: {left['restated']} restated, {left['new']} new without an issue; --all lists them")


def _is_news(line: ChangeLine) -> bool:
    return line.change != "restated" and (line.change != "new" or bool(line.issues))


def _rows(moved: list[ChangeLine], denied: list[DenialLine], quiet: list[Silence]) -> Iterator[tuple[str | None, ...]]:
    for m in moved:
        because = m.because + (f"; both say {', '.join(m.words)}" if m.words else "")
        because += f"; copies: {len(m.copies)}" if m.copies else ""
        issues = ", ".join(m.issues) or NO_ISSUE
        yield m.now.date, m.change, m.side, issues, _told(m.now), _told(m.before) if m.before else None, because
    for d in denied:
        because = f"{d.status}: {d.because}; both say {', '.join(d.words)}"
        because += f"; copies: {len(d.copies)}" if d.copies else ""
        sides = f"{d.denied_by}, of {d.said_by}"
        yield d.denied.date or "undated", "denied?", sides, None, _told(d.denied), _told(d.said), because
    for s in quiet:
        because = f"nothing found in {counted(s.articles, 'article')} since {s.date}"
        yield None, f"silent {counted(s.days, 'day')}", s.side, s.issue, None, s.last[:SHOWN_ID], because


def _stacked(row: Sequence[str | None]) -> Sequence[str | None]:
    day, change, side, issues, now, before, because = row
    return day, change, "\n".join(filter(None, [side, issues])), "\n".join(filter(None, [now, before, because])) + "\n"


def _told(told: Told) -> str:
    """What is said, with the marks that a reader must know, and where it stands."""
    act = f"{act_words(told.act, told.flags)}: " if told.act else ""
    marks = " [conditional]" * told.conditional + " [hedged]" * told.hedged
    marks += "".join(f" [{flag}]" for flag in told.flags)
    where = f"{told.date or 'undated'} {told.outlet} · {told.id[:SHOWN_ID]}"
    said = told.sentence if len(told.sentence.split()) <= SHOWN_WORDS else clipped(told.content, SHOWN_WORDS)
    return f"{act}“{said}”{marks}\n{told.word}\n{where}"
