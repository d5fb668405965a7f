"""What goes to the screen: tables on a terminal, tab-separated lines in a pipe, JSON lines with --json."""

import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.views.names import SHOWN_ID
from onrecord.views.wording import counted

if TYPE_CHECKING:
    from onrecord.model import Negotiation
    from onrecord.store import Store


# Ids, dates and numbers are this long at most; a column of them is not broken over lines.
UNBROKEN = 16
# Columns of text are not made narrower than this, nor, where there is room, than their longest word up to a length.
NARROWEST, LONGEST_WORD = 16, 20
# White space between two columns.
GAP = 3
_WHOLE_ID = re.compile(r"[0-9a-f]{16}")


def message(text: str) -> None:
    """A line for the person at the terminal, on stderr."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """One value as one line of JSON on stdout."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, as_json: bool) -> None:
    """Rows under their column names; cells may be strings, numbers or None."""
    if as_json:
        for row in rows:
            print_json(dict(zip(columns, row, strict=True)))
    elif sys.stdout.isatty():
        _print_rich(columns, rows)
    else:
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(_flat(cell) for cell in row))


def on_terminal() -> bool:
    """Whether stdout is a terminal: where columns of sentences would be too narrow, they are stacked."""
    return sys.stdout.isatty()


def stacked(*lines: str | None) -> str:
    """The lines of a cell, empty ones left out, and space before the next row."""
    return "\n".join(" ".join(line.split()) for line in lines if line) + "\n"


def print_fields(fields: Mapping[str, object]) -> None:
    """Names and values under each other; empty values are left out."""
    shown = {name: value for name, value in fields.items() if value not in (None, "", ())}
    width = max(map(len, shown), default=0)
    for name, value in shown.items():
        click.echo(_wrapped(f"{name:<{width}}  {_flat(value)}", width + 2))


def print_passage(pieces: Iterable[tuple[str, bool]]) -> None:
    """A paragraph in pieces; those marked True stand in brackets, on a terminal in bold."""
    click.echo(_wrapped("".join(click.style(f"[{text}]", bold=True) if mark else text for text, mark in pieces), 0))


def mention_undated(store: "Store", as_of: str | None, since: str | None) -> None:
    """Says how many articles have no place in time and were left out by `--as-of` or `--since`."""
    if (as_of or since) and (undated := store.undated()):
        message(f"left out, for want of a date of publication: {undated} articles")


def mention_unread(unread: int, negotiation: "Negotiation") -> None:
    """Says of how many articles nobody can tell what belongs to which issue: they were read without this very file."""
    if unread:
        message(
            f"{counted(unread, 'article')} not read with this version of {negotiation.id}, so that positions lack its"
            " issues: run `onrecord read` again on them, with --negotiation where it is your file"
        )


def day(published: str | None) -> str | None:
    """The date of an ISO 8601 time."""
    return published and published[:10]


def _wrapped(text: str, indent: int) -> str:
    """The text in lines that fit the terminal, all but the first indented; as it is in a pipe."""
    if not sys.stdout.isatty():
        return text
    return click.wrap_text(text, shutil.get_terminal_size().columns, subsequent_indent=" " * indent)


def _flat(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _print_rich(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[_shown(cell) for cell in row] for row in rows]
    found = [[column, *(row[n] for row in cells)] for n, column in enumerate(columns)]
    screen = Console()
    for longest in (LONGEST_WORD, NARROWEST):
        least = [min(max(map(len, texts)), max(NARROWEST, min(longest, _longest_word(texts)))) for texts in found]
        if sum(least) + GAP * (len(least) - 1) <= screen.width:
            break
    else:
        for row in cells:
            print_fields(dict(zip(columns, row, strict=True)))
            click.echo()
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    wanted = [max(len(line) for text in texts for line in text.splitlines() or [""]) for texts in found]
    full = sum(wanted) + GAP * (len(wanted) - 1) > screen.width
    for (column, *texts), fewest, most in zip(found, least, wanted, strict=True):
        whole = all(len(text) <= UNBROKEN and " " not in text for text in texts)
        # What is short gives way to sentences.
        limit = max(fewest, screen.width // (len(columns) + 1)) if full and 2 * most < max(wanted) else None
        table.add_column(column, overflow="fold", no_wrap=whole, min_width=fewest, max_width=limit)
    for row in cells:
        table.add_row(*map(Text, row))
    screen.print(table)


def _shown(cell: object) -> str:
    """What a terminal shows of a cell: of an id the start, which every command takes."""
    text = "" if cell is None else str(cell)
    return text[:SHOWN_ID] if _WHOLE_ID.fullmatch(text) else text


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)
