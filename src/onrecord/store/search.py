"""Words in the articles (SQLite FTS5)."""

import re
import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, column, func, literal_column, select, table
from sqlalchemy.exc import OperationalError

from onrecord.model import ArticleInfo
from onrecord.store.reading import ARTICLES_AT_ONCE, infos, published
from onrecord.store.schema import article as articles

# Characters of text on each side of the words that were found.
AROUND = 80

_index = table("article_words", column("rowid"))
_words: ColumnElement[Any] = literal_column("article_words")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """The first place in an article where the words stand."""

    article: ArticleInfo
    start: int
    end: int
    snippet: str
    """The text around them, on one line."""


def search(connection: Connection, query: str, *, limit: int, as_of: str | None, since: str | None) -> Iterator[Hit]:
    """Articles that hold the words; see `Store.search`."""
    found = (
        select(articles.c.n)
        .join(_index, _index.c.rowid == articles.c.n)
        .where(*published(as_of, since, superseded=False))
        .order_by(articles.c.day.is_(None), articles.c.day.desc(), articles.c.name, articles.c.n)
        .limit(limit)
    )
    try:
        numbers = connection.scalars(found.where(_words.op("MATCH")(query))).all()
    except OperationalError:
        query = " ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        numbers = connection.scalars(found.where(_words.op("MATCH")(query))).all() if query else []
    # A mark that stands in no article, so that its place gives the offset in the unmarked text.
    mark = secrets.token_hex(8)
    marked = select(articles.c.n, articles.c.text, func.highlight(_words, 0, mark, mark).label("marked"))
    marked = marked.join(_index, _index.c.rowid == articles.c.n).where(_words.op("MATCH")(query))
    for at in range(0, len(numbers), ARTICLES_AT_ONCE):
        some = numbers[at : at + ARTICLES_AT_ONCE]
        rows = {row.n: row for row in connection.execute(marked.where(articles.c.n.in_(some)))}
        named = infos(connection, some)
        yield from (_hit(rows[n], named[n], mark) for n in some)


def _hit(row: Any, info: ArticleInfo, mark: str) -> Hit:
    start = row.marked.index(mark)
    end = row.marked.index(mark, start + len(mark)) - len(mark)
    if "\0" in row.text:
        # FTS5 leaves out what stands between a zero character and the words, so their first place is looked for.
        length = end - start
        start = row.text.index(row.marked[start + len(mark) :][:length])
        end = start + length
    left, right = max(0, start - AROUND), min(len(row.text), end + AROUND)
    snippet = " ".join(row.text[left:right].split())
    return Hit(
        article=info,
        start=start,
        end=end,
        snippet=f"{'…' if left else ''}{snippet}{'…' if right < len(row.text) else ''}",
    )
