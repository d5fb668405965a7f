"""Word lists and tables. This is the only Python here: one loader for all of them."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.tsv` as dicts by column name, such as `table("en/speech_verbs")`.

    The first line names the columns; lines that start with "#" are comments. A row with another number of cells than
    the header, or twice the same row, is an error.
    """
    rows: list[dict[str, str]] = []
    with (files(__package__) / f"{name}.tsv").open(encoding="utf-8") as lines:
        reader = csv.reader(
            (x for x in lines if x.strip() and not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        header = next(reader)
        seen: set[tuple[str, ...]] = set()
        for cells in reader:
            if len(cells) != len(header) or tuple(cells) in seen:
                raise ValueError(f"{name}.tsv: bad or repeated row {cells}")
            seen.add(tuple(cells))
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def words(name: str, column: str | None = None) -> frozenset[str]:
    """One column of a table (the first, if not named) as a set."""
    rows = table(name)
    key = column or next(iter(rows[0]))
    return frozenset(row[key] for row in rows)


def data_file(name: str) -> Path:
    """Path of a data file that is no table, such as the gazetteer."""
    return Path(str(files(__package__) / name))


def negotiation_files() -> Iterator[Path]:
    """The negotiation files that ship with Onrecord."""
    yield from sorted(Path(str(files(__package__) / "negotiations")).glob("*.toml"))
