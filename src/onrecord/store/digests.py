"""One hash over all that is kept of an article, so that `check` finds what others changed."""

import hashlib
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, update

from onrecord.store.migrations import DIGESTS
from onrecord.store.schema import article as articles
from onrecord.store.schema import dating as datings
from onrecord.store.schema import find as finds
from onrecord.store.schema import redirect as redirects
from onrecord.store.schema import schema_version

# Numbers of rows, and what is made of the rest.
_LEFT_OUT = {"n", "article", "digest"}


def digest_of(connection: Connection, n: int) -> str:
    """SHA-256 of the article, its lines, its dates and its old ids as they stand in the tables, in hexadecimal.

    Columns that are empty take no part, so that one that is added later changes no digest.
    """
    digest = hashlib.sha256()
    for table, of, order in (
        (articles, articles.c.n, articles.c.n),
        (finds, finds.c.article, finds.c.id),
        (datings, datings.c.article, datings.c.n),
        (redirects, redirects.c.article, redirects.c.id),
    ):
        for row in connection.execute(select(table).where(of == n).order_by(order)):
            digest.update(_line(str(table.name), row._mapping))
    return digest.hexdigest()


def is_intact(connection: Connection, n: int) -> bool:
    """Whether the article is as it was kept, or was kept before there were digests."""
    kept, read_at = connection.execute(select(articles.c.digest, articles.c.read_at).where(articles.c.n == n)).one()
    if kept is None:
        since = select(schema_version.c.migrated_at).where(schema_version.c.version == DIGESTS)
        return bool(read_at < connection.scalars(since).one())
    return bool(kept == digest_of(connection, n))


def keep(connection: Connection, n: int) -> None:
    """Put the digest beside the article."""
    connection.execute(update(articles).where(articles.c.n == n).values(digest=digest_of(connection, n)))


def missing(connection: Connection) -> int:
    """How many articles were read before there were digests."""
    return connection.scalar(select(func.count()).where(articles.c.digest.is_(None))) or 0


def _line(table: str, row: Any) -> bytes:
    kept = {str(k): v for k, v in row.items() if k not in _LEFT_OUT and v is not None}
    return msgspec.json.encode([table, kept], order="deterministic") + b"\n"
