"""Articles and finds into the tables, so that reading twice changes nothing."""

import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, Row, delete, exists, insert, select, text, update

from onrecord.model import AnyFind, Article, ArticleInfo, ModelUsed, Reading
from onrecord.store import datings, digests, redirects
from onrecord.store.reading import info_of, number_of
from onrecord.store.schema import article as articles
from onrecord.store.schema import find as finds

Outcome = Literal["added", "unchanged", "replaced"]


def add(
    connection: Connection,
    reading: Reading,
    *,
    stated: bool = False,
    because: str | None = None,
    copy: str | None = None,
) -> Outcome:
    """Keep the reading; see `Store.add`, and `Store.date` for one whose date somebody stated."""
    now = _now()
    noted = partial(
        datings.note, connection, published=reading.article.published, known_at=now,
        stated=stated, because=because, copy=copy,
    )  # fmt: skip
    row = _described(reading.article) | _provenance(reading.onrecord, reading.models, reading.negotiations)
    row |= {"layout": _json(reading.layout), "notices": _json(reading.notices)}
    stored = connection.execute(select(articles).where(articles.c.id == reading.article.id)).first()
    if stored is None:
        n = _insert(connection, reading.article, row | {"read_at": now})
        _insert_finds(connection, n, _rows(reading.finds, reading.article.name))
        noted(n)
        digests.keep(connection, n)
        return "added"
    if not stated and datings.dated(connection, reading.article) is not reading.article:
        return "unchanged"
    intact = digests.is_intact(connection, stored.n)
    noted(stored.n)
    outcome = _replace(connection, stored, reading, row, now)
    if intact:  # what others changed stays to be found, since not all of it is written anew
        digests.keep(connection, stored.n)
    return outcome


def _replace(connection: Connection, stored: Row[Any], reading: Reading, row: dict[str, Any], now: str) -> Outcome:
    found = _rows(reading.finds, stored.name)
    before = _stored_finds(connection, stored.n)
    if _holds(stored, row) and before == sorted(f["value"] for f in found):
        return "unchanged"
    row |= {"read_at": now}
    if stored.address is None and not _newer(connection, stored.n):
        row |= {"supersedes": stored.supersedes or _older_version(connection, row["address"])}
    _unindex(connection, stored.n)
    connection.execute(update(articles).where(articles.c.n == stored.n).values(**row))
    _index(connection, stored.n)
    followed = redirects.carried(connection, stored.n, before, reading.finds)
    connection.execute(delete(finds).where(finds.c.article == stored.n))
    _insert_finds(connection, stored.n, found)
    redirects.keep(connection, stored.n, followed)
    return "replaced"


def has(
    connection: Connection, article: Article, onrecord: str, models: Sequence[ModelUsed], negotiations: Sequence[str]
) -> bool:
    """Whether reading the article again would change nothing; see `Store.has`."""
    stored = connection.execute(select(articles).where(articles.c.id == article.id)).first()
    if stored is None or stored.digest is None:  # reading it again gives it a digest
        return False
    return _holds(stored, _described(article) | _provenance(onrecord, models, negotiations))


def forget(connection: Connection, ref: str) -> ArticleInfo:
    """Take the article out; its versions close ranks."""
    n = number_of(connection, ref)
    info = info_of(connection, n)
    older = connection.scalar(select(articles.c.supersedes).where(articles.c.n == n))
    intact = [newer for newer in _newer(connection, n) if digests.is_intact(connection, newer)]
    connection.execute(update(articles).where(articles.c.supersedes == n).values(supersedes=older))
    for newer in intact:
        digests.keep(connection, newer)
    _unindex(connection, n)
    connection.execute(delete(articles).where(articles.c.n == n))
    return info


def _described(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "text": article.text,
        "text_sha256": article.text_sha256,
        "media_type": article.media_type,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "address": _address(article),
        "outlet": article.outlet,
        "byline": article.byline,
        "title": article.title,
        "published": published and published.value,
        "published_origin": published and published.origin,
        "day": published and published.date,
        "extractor": article.extractor,
        "words": len(article.text.split()),
        "zones": _json(article.zones),
    }


def _provenance(onrecord: str, models: Sequence[ModelUsed], negotiations: Sequence[str]) -> dict[str, Any]:
    return {"onrecord": onrecord, "models": _json(tuple(models)), "negotiations": _json(tuple(negotiations))}


def _holds(stored: Row[Any], row: dict[str, Any]) -> bool:
    return all(stored._mapping[name] == value for name, value in row.items())


def _insert(connection: Connection, article: Article, row: dict[str, Any]) -> int:
    plain = article.raw == article.text.encode()
    inserted = connection.execute(
        insert(articles).values(
            id=article.id,
            name=article.name,
            path=article.path,
            raw=None if plain else zlib.compress(article.raw),
            supersedes=_older_version(connection, row["address"]),
            **row,
        )
    )
    n: int = inserted.lastrowid
    _index(connection, n)
    return n


def _address(article: Article) -> str | None:
    """The URL that tells the article from others; the address of a front page tells nothing."""
    url = article.canonical_url or article.url
    return url if url and urlsplit(url).path.strip("/") else None


def _newer(connection: Connection, n: int) -> Sequence[int]:
    """The articles that are newer versions of it."""
    return connection.scalars(select(articles.c.n).where(articles.c.supersedes == n)).all()


def _older_version(connection: Connection, address: str | None) -> int | None:
    """The newest article at the address."""
    if address is None:
        return None
    newer = articles.alias()
    return connection.scalar(
        select(articles.c.n)
        .where(articles.c.address == address)
        .where(~exists().where(newer.c.supersedes == articles.c.n))
        .order_by(articles.c.n.desc())
        .limit(1)
    )


def _rows(found: Iterable[AnyFind], name: str) -> list[dict[str, Any]]:
    return [
        {"id": f.id, "kind": f.kind, "start": f.begins_at, "end": f.ends_at, "value": _json(_named(f, name))}
        for f in found
    ]


def _named(find: AnyFind, name: str) -> AnyFind:
    return find if find.article == name else msgspec.structs.replace(find, article=name)


def _insert_finds(connection: Connection, n: int, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(finds), [row | {"article": n} for row in rows])


def _stored_finds(connection: Connection, n: int) -> list[str]:
    return sorted(connection.scalars(select(finds.c.value).where(finds.c.article == n)))


def _index(connection: Connection, n: int) -> None:
    connection.execute(
        text("INSERT INTO article_words (rowid, text) SELECT n, text FROM article WHERE n = :n"), {"n": n}
    )


def _unindex(connection: Connection, n: int) -> None:
    connection.execute(
        text(
            "INSERT INTO article_words (article_words, rowid, text) SELECT 'delete', n, text FROM article WHERE n = :n"
        ),
        {"n": n},
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
