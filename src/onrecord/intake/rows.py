"""Tables of articles: CSV and JSON lines, one row at a time."""

import csv
import io
import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

import msgspec

from onrecord.intake.decoding import codec_of, decode
from onrecord.intake.formats import HEAD
from onrecord.intake.plain import stem
from onrecord.intake.published import iso_date
from onrecord.model import Article, Published
from onrecord.model.errors import InputError, MalformedInput

# The article fields a column can be mapped to, and the columns that are taken for them where nothing is mapped.
FIELDS = {
    "text": ("text", "body", "content"),
    "outlet": ("outlet", "publisher", "source"),
    "id": ("id",),
    "published": ("published", "date", "published_at", "datePublished"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "byline": ("byline", "author"),
}
_log = logging.getLogger(__name__)


class Row(msgspec.Struct, frozen=True):
    """An article, and its text, id and URL: what it is told from others by. A date or title may be mapped later."""

    article: Article
    content: bytes


class BadRow(msgspec.Struct, frozen=True):
    """A row that gave no article, and why."""

    line: int
    error: InputError


def read_csv(stream: "io.BufferedReader[Any]", source: str, mapping: Mapping[str, str]) -> Iterator[Row | BadRow]:
    """One article a row; the first row names the columns, divided by comma, semicolon, tab or bar.

    Raises `MalformedInput` where a mapped column is missing.
    """
    csv.field_size_limit(2**31 - 1)
    lines = _characters(stream)
    blank, first = next(((n, line) for n, line in enumerate(lines) if line.strip()), (0, ""))
    divider = max(",;\t|", key=first.count)
    reader = csv.reader(chain([first], lines), delimiter=divider, strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise MalformedInput(f"broken CSV ({error}): quote the names of the columns") from error
    columns = _columns(header, mapping)
    if "text" not in columns:
        raise MalformedInput(f"no column of this table holds the text: name it with text=COLUMN ({', '.join(header)})")
    _tell_columns(source, header, columns.items())
    while True:
        line = blank + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield BadRow(line, MalformedInput(f"broken CSV ({error}): quote the cell and double quotes inside it"))
            continue
        if cells is None:
            return
        if not any(cells):
            continue
        if len(cells) != len(header):
            yield BadRow(line, MalformedInput(f"{len(cells)} cells where the header has {len(header)}"))
            continue
        row = dict(zip(header, cells, strict=True))
        yield _row({f: row[c] for f, c in columns.items()}, msgspec.json.encode(_repaired(row)), source, line)


def read_jsonl(stream: "io.BufferedReader[Any]", source: str, mapping: Mapping[str, str]) -> Iterator[Row | BadRow]:
    """One article a line, each a JSON object."""
    there: dict[str, None] = {}
    taken: dict[tuple[str, str], None] = {}
    for line, characters in enumerate(_characters(stream), 1):
        if not characters.strip("\ufeff \t\r\n"):
            continue
        try:
            row = msgspec.json.decode(_repair(characters).strip("\ufeff"), type=dict[str, Any])
        except (msgspec.MsgspecError, RecursionError) as error:
            yield BadRow(line, MalformedInput(f"no JSON object ({error}): write one article a line"))
            continue
        except InputError as error:
            yield BadRow(line, error)
            continue
        columns = {
            f: next((c for c in names if row.get(c) not in (None, "")), "") for f, names in _names(mapping).items()
        }
        cells = {f: str(row[c]) for f, c in columns.items() if c}
        there |= dict.fromkeys(row)
        taken |= {(f, c): None for f, c in columns.items() if c}
        if not row.keys() & set(_names(mapping)["text"]):
            yield BadRow(line, MalformedInput(f"no key of this line holds the text: map text=KEY ({', '.join(row)})"))
            continue
        yield _row(cells, msgspec.json.encode(row), source, line)
    _tell_columns(source, there, taken)


def _characters(stream: "io.BufferedReader[Any]") -> IO[str]:
    """The stream as lines; bytes that are no UTF-8 come through as surrogates, and `_repair` reads them."""
    codec = codec_of(stream.peek(HEAD)[:HEAD])
    errors = "surrogateescape" if codec.startswith("utf-8") else "strict"
    return io.TextIOWrapper(stream, codec, errors=errors, newline="")


def _repair(characters: str) -> str:
    try:
        characters.encode()
    except UnicodeEncodeError:
        return decode(characters.encode("utf-8", "surrogateescape"))
    return characters


def _repaired(row: dict[str, str]) -> dict[str, str]:
    return {key: cell.encode("utf-8", "replace").decode() for key, cell in row.items()}


def _names(mapping: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {field: (mapping[field],) if field in mapping else names for field, names in FIELDS.items()}


def _columns(header: list[str], mapping: Mapping[str, str]) -> dict[str, str]:
    if missing := [column for column in mapping.values() if column not in header]:
        raise MalformedInput(f"the table has no column {missing[0]!r}, but {', '.join(header)}")
    found = {field: next((n for n in names if n in header), "") for field, names in _names(mapping).items()}
    return {field: column for field, column in found.items() if column}


def _tell_columns(source: str, there: Iterable[str], taken: Iterable[tuple[str, str]]) -> None:
    """Says which columns were taken for what, where one that is left could be a missing field."""
    pairs = list(taken)
    left = [name for name in there if name not in {column for _, column in pairs}]
    missing = [field for field in FIELDS if field not in {taken_ for taken_, _ in pairs}]
    if left and missing:
        columns = ", ".join(f"{field}={column}" for field, column in pairs)
        _log.warning(
            "%s: taken from columns: %s; not read: %s; to map one: --map FIELD=COLUMN (%s)",
            source, columns, ", ".join(left), ", ".join(missing),
        )  # fmt: skip


def _row(cells: Mapping[str, str], raw: bytes, source: str, line: int) -> Row | BadRow:
    try:
        text = _repair(cells.get("text", ""))
        decode(text.encode("utf-8", "replace"))
        others = {field: _repair(cell.strip()) for field, cell in cells.items() if field != "text" and cell.strip()}
    except InputError as error:
        return BadRow(line, error)
    published = None
    if stamp := others.get("published"):
        if value := iso_date(stamp):
            published = Published(value, "column")
        else:
            _log.warning("%s:%d: %r is no date; the article is read without one", source, line, stamp)
    article = Article(
        id="",
        name=others.get("id") or f"{stem(source)}:{line}",
        text=text,
        raw=raw,
        media_type="application/json",
        path=source,
        url=others.get("url"),
        outlet=others.get("outlet"),
        byline=others.get("byline"),
        title=others.get("title"),
        published=published,
    )
    return Row(article, msgspec.json.encode([text, others.get("id"), others.get("url")]))
