"""Articles and finds out of the tables."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, or_, select

from onrecord.model import AnyFind, Article, ArticleInfo, Entry, Layout, ModelUsed, Notice, Published, Reading, Zone
from onrecord.model.errors import LineGone, NotInStore
from onrecord.model.vocabulary import Kind
from onrecord.store.schema import article as articles_
from onrecord.store.schema import find as finds
from onrecord.store.schema import redirect as redirects

# Finds of so many articles are held in memory at a time.
ARTICLES_AT_ONCE = 100
# A shorter start of an id is more likely a name.
SHORTEST_PREFIX = 4

_newer = articles_.alias("newer")
_older = articles_.alias("older")
_INFO = (
    *(articles_.c[name] for name in ("n", "id", "name", "title", "outlet", "url", "published", "read_at", "words")),
    select(_older.c.id).where(_older.c.n == articles_.c.supersedes).scalar_subquery().label("supersedes"),
)
_IN_ORDER = (articles_.c.day.is_(None), articles_.c.day, articles_.c.name, articles_.c.n)
_find_decoder = msgspec.json.Decoder(AnyFind)


def articles(
    connection: Connection, *, as_of: str | None, since: str | None, superseded: bool
) -> Iterator[ArticleInfo]:
    """Articles without their text; see `Store.articles`."""
    for row in connection.execute(
        select(*_INFO).where(*published(as_of, since, superseded=superseded)).order_by(*_IN_ORDER)
    ):
        yield _info(row)


def counts(connection: Connection) -> tuple[int, int]:
    """How many articles and how many finds there are."""
    n_articles, n_finds = (connection.scalar(select(func.count()).select_from(t)) or 0 for t in (articles_, finds))
    return n_articles, n_finds


def undated(connection: Connection) -> int:
    """How many articles have no date."""
    return connection.scalar(select(func.count()).where(articles_.c.day.is_(None))) or 0


def negotiations(connection: Connection) -> dict[str, tuple[str, ...]]:
    """See `Store.negotiations`."""
    rows = connection.execute(select(articles_.c.id, articles_.c.negotiations))
    return {r.id: msgspec.json.decode(r.negotiations, type=tuple[str, ...]) for r in rows}


def entries(
    connection: Connection,
    *,
    kinds: Sequence[Kind] | None,
    article: str | None,
    as_of: str | None,
    since: str | None,
) -> Iterator[Entry]:
    """Finds with their articles; see `Store.entries`."""
    one = article is not None
    query = select(*_INFO).where(*published(as_of, since, superseded=one)).order_by(*_IN_ORDER)
    if article is not None:
        query = query.where(articles_.c.n == number_of(connection, article))
    rows = connection.execute(query).all()
    for at in range(0, len(rows), ARTICLES_AT_ONCE):
        infos = {row.n: _info(row) for row in rows[at : at + ARTICLES_AT_ONCE]}
        found = _finds(finds.c.article.in_(infos), kinds)
        by_article = {n: list(group) for n, group in groupby(connection.execute(found), key=lambda row: row.article)}
        for n, info in infos.items():
            for row in by_article.get(n, ()):
                yield Entry(find=_find_decoder.decode(row.value), article=info)


def entry(connection: Connection, ref: str) -> Entry:
    """One find; see `Store.entry`."""
    rows = connection.execute(select(finds).where(_starts(finds.c.id, ref)).limit(10)).all()
    rows = rows or _in_place_of(connection, ref)
    if len(rows) != 1:
        if rows:
            ids = ", ".join(row.id for row in rows)
            raise NotInStore(f"more than one line of the record has an id that starts with {ref!r}: {ids}")
        raise NotInStore(f"no line of the record has an id that starts with {ref!r}: `onrecord export jsonl` lists all")
    return Entry(find=_find_decoder.decode(rows[0].value), article=info_of(connection, rows[0].article))


def _in_place_of(connection: Connection, ref: str) -> Sequence[Row[Any]]:
    """The lines in place of those whose ids an earlier reading gave."""
    old = connection.execute(select(redirects).where(_starts(redirects.c.id, ref)).limit(2)).all()
    if len(old) == 1 and old[0].find is None:
        name = info_of(connection, old[0].article).name
        raise LineGone(f"{old[0].id} was a line of {name}; the newest reading of that article does not find it")
    return connection.execute(select(finds).where(finds.c.id.in_([row.find for row in old]))).all()


def article(connection: Connection, ref: str) -> Article:
    """A whole article; see `Store.article`."""
    return article_of(connection.execute(select(articles_).where(articles_.c.n == number_of(connection, ref))).one())


def reading(connection: Connection, ref: str) -> Reading:
    """An article and its finds; see `Store.reading`."""
    row = connection.execute(select(articles_).where(articles_.c.n == number_of(connection, ref))).one()
    found = connection.execute(_finds(finds.c.article == row.n))
    return Reading(
        article=article_of(row),
        layout=msgspec.json.decode(row.layout, type=Layout),
        finds=tuple(_find_decoder.decode(f.value) for f in found),
        notices=msgspec.json.decode(row.notices, type=tuple[Notice, ...]),
        models=msgspec.json.decode(row.models, type=tuple[ModelUsed, ...]),
        negotiations=msgspec.json.decode(row.negotiations, type=tuple[str, ...]),
        onrecord=row.onrecord,
    )


def number_of(connection: Connection, ref: str) -> int:
    """The row of the article that `ref` names: an id, the start of one, or a name.

    Of several versions under one name the newest is meant. Raises `NotInStore`.
    """
    for matches in (_starts(articles_.c.id, ref), articles_.c.name == ref):
        rows = connection.execute(select(articles_.c.n, articles_.c.id).where(matches).limit(10)).all()
        if len(rows) > 1:
            current = select(articles_.c.n, articles_.c.id).where(matches, _is_newest(None)).limit(10)
            rows = connection.execute(current).all()
        if len(rows) == 1:
            n: int = rows[0].n
            return n
        if rows:
            raise NotInStore(f"{ref!r} is more than one article; give an id: {', '.join(row.id for row in rows)}")
    raise NotInStore(f"no article {ref!r}: `onrecord articles` lists all")


def info_of(connection: Connection, n: int) -> ArticleInfo:
    """The article in row `n`, without its text."""
    return _info(connection.execute(select(*_INFO).where(articles_.c.n == n)).one())


def infos(connection: Connection, numbers: Sequence[int]) -> dict[int, ArticleInfo]:
    """The articles in those rows."""
    return {row.n: _info(row) for row in connection.execute(select(*_INFO).where(articles_.c.n.in_(numbers)))}


def published(as_of: str | None, since: str | None, *, superseded: bool) -> Iterator[ColumnElement[bool]]:
    """What holds for articles of those days; raises `ValueError` for what is no date."""
    if as_of is not None:
        yield articles_.c.day <= date.fromisoformat(as_of).isoformat()
    if since is not None:
        yield articles_.c.day >= date.fromisoformat(since).isoformat()
    if not superseded:
        yield _is_newest(as_of)


def _is_newest(as_of: str | None) -> ColumnElement[bool]:
    newer = exists().where(_newer.c.supersedes == articles_.c.n)
    if as_of is not None:
        newer = newer.where(or_(_newer.c.day.is_(None), _newer.c.day <= as_of))
    return ~newer


def _finds(which: ColumnElement[bool], kinds: Sequence[Kind] | None = None) -> Select[Any]:
    query = select(finds).where(which).order_by(finds.c.article, finds.c.start, finds.c.end, finds.c.kind, finds.c.id)
    return query if kinds is None else query.where(finds.c.kind.in_(kinds))


def _starts(column: ColumnElement[str], ref: str) -> ColumnElement[bool]:
    """Whether the id in `column` is `ref` or starts with it; a range, so that the index answers."""
    if len(ref) < SHORTEST_PREFIX:
        return column == ref
    return (column >= ref) & (column < ref + "\U0010ffff")


def _info(row: Row[Any]) -> ArticleInfo:
    values = dict(row._mapping)
    del values["n"]
    return ArticleInfo(**values)


def article_of(row: Row[Any]) -> Article:
    """The article of a whole row."""
    return Article(
        id=row.id,
        name=row.name,
        text=row.text,
        raw=row.text.encode() if row.raw is None else zlib.decompress(row.raw),
        media_type=row.media_type,
        path=row.path,
        url=row.url,
        canonical_url=row.canonical_url,
        outlet=row.outlet,
        byline=row.byline,
        title=row.title,
        published=Published(row.published, row.published_origin) if row.published else None,
        zones=msgspec.json.decode(row.zones, type=tuple[Zone, ...]),
        extractor=row.extractor,
    )
