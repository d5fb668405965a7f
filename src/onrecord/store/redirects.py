"""Ids of lines that a newer reading does not find any more, and the lines in their place."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec
from sqlalchemy import Connection, delete, insert, select

from onrecord.model import Span
from onrecord.store.schema import redirect as redirects


class Line(Protocol):
    """What is compared of a line."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def spans(self) -> tuple[Span, ...]: ...


class _Kept(msgspec.Struct, frozen=True):
    """A line of an earlier reading, of whichever version."""

    id: str
    kind: str
    spans: tuple[Span, ...]


_kept = msgspec.json.Decoder(_Kept)


def heirs(before: Sequence[Line], now: Sequence[Line]) -> dict[str, str | None]:
    """Id of each line that is gone -> id of the line in its place.

    That is a line of the same kind which was not there before and shares most of its characters; none where no such
    line shares any, or two as many.
    """
    ids, known = {f.id for f in now}, {f.id for f in before}
    fresh = [f for f in now if f.id not in known]
    return {f.id: _heir(f, fresh) for f in before if f.id not in ids}


def carried(connection: Connection, n: int, before: Iterable[str], now: Sequence[Line]) -> dict[str, str | None]:
    """All redirects of the article once `now` stands in place of the lines `before` (JSON)."""
    ids = {f.id for f in now}
    followed = heirs([_kept.decode(value) for value in before], now)
    rows = connection.execute(select(redirects.c.id, redirects.c.find).where(redirects.c.article == n))
    older = {row.id: followed.get(row.find, row.find) for row in rows if row.id not in ids}
    return older | followed


def keep(connection: Connection, n: int, found: dict[str, str | None]) -> None:
    """Put these redirects in place of the article's old ones."""
    connection.execute(delete(redirects).where(redirects.c.article == n))
    if found:
        rows = [{"id": old, "article": n, "find": find} for old, find in found.items()]
        connection.execute(insert(redirects), rows)


def _heir(gone: Line, fresh: Iterable[Line]) -> str | None:
    shared = {f.id: _shared(gone, f) for f in fresh if f.kind == gone.kind}
    most = max(shared.values(), default=0)
    best = [id_ for id_, characters in shared.items() if characters == most]
    return best[0] if most and len(best) == 1 else None


def _shared(one: Line, other: Line) -> int:
    """How many characters both stand on."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
