"""What changed in a negotiation."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from onrecord.keeping.negotiations import articles_of, entries_of, find_negotiation, unread
from onrecord.store import open_store
from onrecord.views.board import NO_ISSUE, act_words
from onrecord.views.changes import ChangeLine, changes
from onrecord.views.changes.denials import DenialLine, denials
from onrecord.views.changes.told import Told, sentences
from onrecord.views.cli.options import date_options, db_option, json_option, negotiation_option
from onrecord.views.cli.output import mention_undated, mention_unread, message, print_json, print_table
from onrecord.views.names import SHOWN_ID
from onrecord.views.silences import Silence, silences
from onrecord.views.wording import clipped, counted

COLUMNS = ["date", "change", "side", "issues", "now", "before", "because"]
# On a terminal, where columns of sentences would be too narrow, they stand under each other.
STACKED = ["date", "change", "side and issue", "now, before, and why"]
# The table shows so many words of a sentence: of a longer one those around the first words of what the position says,
# with some behind them. --json gives all.
SHOWN_WORDS = 40
AROUND = 20
BEHIND = 12
# New positions that the table shows of each side and issue; most positions are new.
NEWEST = 3


@click.command("changed")
@db_option
@negotiation_option
@date_options
@click.option("--new", "all_new", is_flag=True, help=f"All that is new, not only the newest {NEWEST} of each cell.")
@click.option("--all", "everything", is_flag=True, help="Also what is restated, and all that is new, issue or not.")
@click.option(
    "--silent",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="Also the cells of the board in which nothing was found for so many days, and in how many articles. What was "
    "not read there may still have been said.",
)
@json_option
def command(
    db: Path,
    ref: str,
    as_of: str | None,
    since: str | None,
    all_new: bool,
    everything: bool,
    silent: int | None,
    as_json: bool,
) -> None:
    """What changed in the positions since a day, each with its sentence and the earlier one; and what was denied.

    A change compares the newest words of a holder with its earlier words on the same thing, also with those from
    before --since. Denials are candidates: both sentences stand, and neither is judged. Moves stand first, then
    denials, then what is new, the newest of each first. Positions of one act in one sentence share a row; --json has a
    line for each, in order of publication, and leaves out nothing that is new in an issue.
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
        mention_unread(unread(store, negotiation, articles), negotiation)
    shown = [line for line in moved if everything or _is_news(line)]
    if as_json:
        for line in (*shown, *denied, *quiet):
            print_json(line)
    else:
        moved_once = _by_sentence(shown)
        kept = moved_once if everything or all_new else _newest(moved_once)
        rows = _rows(kept, denied, quiet)
        if sys.stdout.isatty():
            print_table(STACKED, map(_stacked, rows), as_json=False)
        else:
            print_table(COLUMNS, rows, as_json=False)
        if left_out := len(moved_once) - len(kept):
            message(f"left out: {left_out} new, all but the newest {NEWEST} of each side and issue; --new lists them")
    looked = sum(since is None or (a.published or "")[:10] >= since for a in articles)
    message(f"{negotiation.name}: {counted(looked, 'article')} looked at; machine-read, not reviewed")
    if not everything and (left := Counter(line.change for line in moved if not _is_news(line))):
        message(f"left out: {left['restated']} restated, {left['new']} new without an issue; --all lists them")


def _is_news(line: ChangeLine) -> bool:
    return line.change != "restated" and (line.change != "new" or bool(line.issues))


def _rows(
    moved: list[list[ChangeLine]], denied: list[DenialLine], quiet: list[Silence]
) -> Iterator[tuple[str | None, ...]]:
    """Moves, denials, what was said again, what is new; then cells in which nothing was found."""
    yield from (_row(*lines) for lines in moved if lines[0].change not in {"new", "restated"})
    for d in sorted(denied, key=lambda d: d.denied.date, reverse=True):
        because = f"{d.status}: {d.because}; both say {', '.join(d.words)}"
        because += f"; copies: {len(d.copies)}" if d.copies else ""
        sides = f"{d.denied_by}, of {d.said_by}"
        yield d.denied.date or "undated", "denied?", sides, None, _told(d.denied), _told(d.said), because
    for change in ("restated", "new"):
        yield from (_row(*lines) for lines in moved if lines[0].change == change)
    for s in quiet:
        because = f"in {counted(s.articles, 'article')} since {s.date}; what was not read may still have been said"
        change = f"nothing found,\n{counted(s.days, 'day')}"
        yield None, change, s.side, s.issue, None, f"last: {s.last[:SHOWN_ID]}", because


def _by_sentence(moved: Iterable[ChangeLine]) -> list[list[ChangeLine]]:
    """Lines of one act in one sentence together, the newest first, those of one day as they stand."""
    found: dict[tuple[str, ...], list[ChangeLine]] = defaultdict(list)
    for m in sorted(moved, key=lambda m: m.now.date, reverse=True):
        found[m.change, m.side, m.now.article, m.now.act or "", m.now.sentence].append(m)
    return list(found.values())


def _newest(moved: Iterable[list[ChangeLine]]) -> list[list[ChangeLine]]:
    """Without what is new where as much that is newer stands in each cell that it belongs to."""
    shown: Counter[tuple[str, str]] = Counter()
    kept = []
    for lines in moved:
        cells = {(m.side, issue) for m in lines for issue in m.issues} if lines[0].change == "new" else set()
        if not cells or any(shown[cell] < NEWEST for cell in cells):
            kept.append(lines)
            shown.update(cells)
    return kept


def _row(line: ChangeLine, *others: ChangeLine) -> tuple[str | None, ...]:
    because = line.because + (f"; both say {', '.join(line.words)}" if line.words else "")
    because += f"; copies: {len(line.copies)}" if line.copies else ""
    because += f"; same sentence: {', '.join(o.now.id[:SHOWN_ID] for o in others)}" if others else ""
    issues = ", ".join(dict.fromkeys(i for m in (line, *others) for i in m.issues)) or NO_ISSUE
    before = _told(line.before) if line.before else None
    return line.now.date, line.change, line.side, issues, _told(line.now), before, because


def _stacked(row: Sequence[str | None]) -> Sequence[str | None]:
    day, change, side, issues, now, before, because = row
    return day, change, "\n".join(filter(None, [side, issues])), "\n".join(filter(None, [now, before, because])) + "\n"


def _told(told: Told) -> str:
    """What is said, with the marks that a reader must know, and where it stands."""
    act = f"{act_words(told.act, told.flags)}: " if told.act else ""
    marks = " [conditional]" * told.conditional + " [hedged]" * told.hedged
    marks += "".join(f" [{flag}]" for flag in told.flags)
    where = f"{told.date or 'undated'} {told.outlet} · {told.id[:SHOWN_ID]}"
    content = " ".join(told.content.partition(" … ")[0].split()[:AROUND])
    said = clipped(told.sentence, SHOWN_WORDS, around=content, behind=BEHIND)
    return f"{act}“{said}”{marks}\n{told.word}\n{where}"
