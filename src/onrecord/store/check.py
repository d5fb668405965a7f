"""Proof that a database holds what it says: every span of every line is the text at that place."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from onrecord.model import AnyFind, Layout, Zone
from onrecord.store import datings, digests
from onrecord.store.schema import article as articles
from onrecord.store.schema import find as finds

_find = msgspec.json.Decoder(AnyFind)
_zones = msgspec.json.Decoder(tuple[Zone, ...])
_layout = msgspec.json.Decoder(Layout)


def problems(connection: Connection) -> Iterator[str]:
    """One line for each thing that does not hold; nothing where all is well."""
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {line}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"file: row {row} of {table} points to a row of {parent} that is not there"
    for n in connection.scalars(select(articles.c.n).order_by(articles.c.n)).all():
        row = connection.execute(select(articles).where(articles.c.n == n)).one()
        for problem in _in_article(connection, row):
            yield f"article {row.name} ({row.id}): {problem}"


def _in_article(connection: Connection, row: Row[Any]) -> Iterator[str]:
    text = row.text
    if not isinstance(text, str):
        yield "its text is no text"
        return
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if sha256 != row.text_sha256:
        yield "the text is not the one that was read (SHA-256 differs)"
    if datings.last_value(connection, row.n) != row.published:
        yield "its date of publication is not the last one that became known"
    if not digests.is_intact(connection, row.n):
        yield "its description, lines or dates are not those that were kept (digest differs or is gone)"
    yield from _in_layout(row, text)
    found = connection.execute(select(finds).where(finds.c.article == row.n).order_by(finds.c.start)).all()
    ids = {f.id for f in found}
    for f in found:
        for problem in _in_find(f, text, sha256, row.name, ids):
            yield f"{f.kind} {f.id}: {problem}"


def _in_layout(row: Row[Any], text: str) -> Iterator[str]:
    try:
        zones, layout = _zones.decode(row.zones), _layout.decode(row.layout)
    except msgspec.DecodeError as error:
        yield f"zones or layout cannot be read: {error}"
        return
    for zone in zones:
        yield from (f"zone {zone.kind}: {p}" for p in _in_spans(msgspec.to_builtins(zone), text))
    ranges = [("paragraph", p.start, p.end) for p in layout.paragraphs]
    ranges += [("quotation", q.start, q.end) for q in layout.quotations]
    for what, start, end in ranges:
        if not 0 <= start < end <= len(text):
            yield f"{what} [{start}:{end}] lies outside the text"


def _in_find(row: Row[Any], text: str, sha256: str, name: str, ids: set[str]) -> Iterator[str]:
    try:
        find = _find.decode(row.value)
    except msgspec.DecodeError as error:
        yield f"cannot be read: {error}"
        return
    if (find.id, find.kind, find.begins_at, find.ends_at) != (row.id, row.kind, row.start, row.end):
        yield "id, kind or place differ between the row and the line"
    if find.article != name:
        yield f"names another article, {find.article!r}"
    if find.text_sha256 != sha256:
        yield "was read from another text (SHA-256 differs)"
    for role, other in (("attribution", find.attribution), ("parent", getattr(find, "parent", None))):
        if other is not None and other not in ids:
            yield f"its {role} {other} is not there"
    yield from _in_spans(msgspec.to_builtins(find), text)


def _in_spans(value: Any, text: str) -> Iterator[str]:
    """Problems of every span anywhere inside the value."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _in_spans(item, text)
    elif isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            start, end, said = value["start"], value["end"], value["text"]
            if not (0 <= start < end and text[start:end] == said):
                yield f"[{start}:{end}] is {text[max(0, start) : end]!r}, the record says {said!r}"
        else:
            for item in value.values():
                yield from _in_spans(item, text)
