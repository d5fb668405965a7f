"""The dates of publication an article got, one after the other, and what said so."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, insert, select

from onrecord.model import STATED, Article, Dating, Published, PublishedOrigin
from onrecord.store.schema import article as articles
from onrecord.store.schema import dating as datings

_FIELDS = tuple(datings.c[name] for name in Dating.__struct_fields__)


def dated(connection: Connection, article: Article) -> Article:
    """The article under the date that somebody stated; see `Store.known`."""
    if article.published is not None and article.published.origin in STATED:
        return article
    n = connection.scalar(select(articles.c.n).where(articles.c.id == article.id))
    last = None if n is None else _last(connection, n)
    if last is None or last.origin not in STATED:
        return article
    published = Published(last.published, last.origin) if last.published else None
    if published == article.published:
        return article
    return msgspec.structs.replace(article, published=published)


def of_article(connection: Connection, n: int) -> Iterator[Dating]:
    """All its dates, oldest first."""
    for row in connection.execute(select(*_FIELDS).where(datings.c.article == n).order_by(datings.c.n)):
        yield Dating(**row._mapping)


def from_copies(connection: Connection) -> dict[str, str]:
    """Ids of the articles whose date is that of a copy -> id of the copy."""
    last = select(func.max(datings.c.n)).group_by(datings.c.article)
    query = select(articles.c.id, datings.c.copy).join(articles, articles.c.n == datings.c.article)
    rows = connection.execute(query.where(datings.c.n.in_(last), datings.c.copy.is_not(None)))
    return {row.id: row.copy for row in rows}


def last_value(connection: Connection, n: int) -> str | None:
    """The date that became known last."""
    last = _last(connection, n)
    return last.published if last else None


def note(
    connection: Connection,
    n: int,
    published: Published | None,
    *,
    known_at: str,
    stated: bool = False,
    because: str | None = None,
    copy: str | None = None,
) -> None:
    """Add the date where it is another one than before, has another origin, or where something new is said for it."""
    last = _last(connection, n)
    value = published.value if published else None
    origin: PublishedOrigin | None = published.origin if published else "given" if stated else None
    if last is None:
        known = value is None and not stated
    else:
        same = last.published == value and (last.origin == origin or (value is None and not stated))
        known = same and because in {None, last.because} and copy in {None, last.copy}
    if not known:
        row = Dating(published=value, origin=origin, because=because, copy=copy, known_at=known_at)
        connection.execute(insert(datings).values(article=n, **msgspec.structs.asdict(row)))


def _last(connection: Connection, n: int) -> Dating | None:
    query = select(*_FIELDS).where(datings.c.article == n).order_by(datings.c.n.desc()).limit(1)
    row = connection.execute(query).first()
    return Dating(**row._mapping) if row else None
