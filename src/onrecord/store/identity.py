"""Which article of the store an input is, though its outlet became known only later, or is not said again."""

import re
from pathlib import PurePath

import msgspec
from sqlalchemy import Connection, select

from onrecord.model import STATED, Article, Published
from onrecord.store.reading import article_of
from onrecord.store.schema import article as articles


def identified(connection: Connection, article: Article) -> Article:
    """The article under the id of the one that the store holds, with what was stated of that; itself where none is.

    It is the one of its id; else one of the same text, of which nothing is stated that differs from what is stated of
    the input: the one with which it shares most, or the oldest.
    """
    stored = _same(connection, article)
    if stored is None:
        return article
    outlet = _outlet(article) or _outlet(stored) or article.outlet
    when = article.published
    if stored.id != article.id or (stored.published is not None and stored.published.origin == "column"):
        when = _date(article) or _date(stored) or when
    kept = ["url"] if stored.id == article.id else ["url", "canonical_url", "byline", "title"]
    filled = {name: getattr(article, name) or getattr(stored, name) for name in kept}
    return msgspec.structs.replace(article, id=stored.id, outlet=outlet, published=when, **filled)


def _same(connection: Connection, article: Article) -> Article | None:
    by_id = connection.execute(select(articles).where(articles.c.id == article.id)).first()
    if by_id is not None:
        return article_of(by_id)
    alike = select(articles).where(
        articles.c.text_sha256 == article.text_sha256, articles.c.media_type == article.media_type
    )
    own = _stated(article)
    shared: list[tuple[int, Article]] = []
    for row in connection.execute(alike.order_by(articles.c.n)):
        stored = article_of(row)
        both = [(a, b) for a, b in zip(own, _stated(stored), strict=True) if a and b]
        if all(a == b for a, b in both):
            shared.append((len(both), stored))
    return max(shared, key=lambda found: found[0], default=(0, None))[1]


def _stated(article: Article) -> tuple[str | None, ...]:
    """What tells it from others, none where it is not known: outlet, URLs, id, date by the user and by the input."""
    when = _date(article)
    dates = (None, None) if when is None else (when.value, None) if when.origin in STATED else (None, when.value)
    return _outlet(article), article.url, article.canonical_url, _id(article), *dates


def _outlet(article: Article) -> str | None:
    """The outlet, unless only the masthead of the text says so."""
    mastheads = {zone.span.text for zone in article.zones if zone.kind == "masthead"}
    return None if article.outlet in mastheads else article.outlet


def _date(article: Article) -> Published | None:
    """The date, unless only the dateline of the text says so."""
    return None if article.published is None or article.published.origin == "dateline" else article.published


def _id(article: Article) -> str | None:
    """The name, unless it only says in which file and line the article stands."""
    place = rf"(stdin|{re.escape(PurePath(article.path or '').stem)})(:\d+)?"
    return None if re.fullmatch(place, article.name) else article.name
