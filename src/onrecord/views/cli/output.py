"""What goes to the screen: tables on a terminal, tab-separated lines in a pipe, JSON lines with --json."""

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.views.words import counted

if TYPE_CHECKING:
    from onrecord.model import ArticleInfo, Negotiation
    from onrecord.store import Store


# Ids, dates and numbers are this long at most; a column of them is not broken over lines.
UNBROKEN = 16


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


def mention_unread(store: "Store", negotiation: "Negotiation", articles: Sequence["ArticleInfo"]) -> None:
    """Says of how many articles nobody can tell what belongs to which issue: they were read without this very file."""
    if (unread := len({a.id for a in articles} - store.read_with(negotiation.digest))) > 0:
        message(
            f"{unread} of {counted(len(articles), 'article')} not read with this version of {negotiation.id}, so that"
            " positions lack its issues: run `onrecord read` again on them, with --negotiation where it is your file"
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

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    for column, found in zip(columns, zip(*cells, strict=True) if cells else [()] * len(columns), strict=True):
        whole = all(len(cell) <= UNBROKEN and " " not in cell for cell in found)
        table.add_column(
            column, overflow="fold", no_wrap=whole, min_width=max(map(len, found), default=0) if whole else 0
        )
    for row in cells:
        table.add_row(*map(Text, row))
    Console().print(table)
