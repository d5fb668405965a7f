"""Words in the articles (SQLite FTS5)."""

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, column, func, literal_column, select, table
from sqlalchemy.exc import OperationalError

from onrecord.model import ArticleInfo
from onrecord.store.reading import ARTICLES_AT_ONCE, infos, published
from onrecord.store.schema import article as articles

# Characters of text on each side of the words that were found.
AROUND = 80
# Characters within which words stand near each other.
NEAR = 200

_index = table("article_words", column("rowid"))
_words: ColumnElement[Any] = literal_column("article_words")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """The place in an article where most of the words stand near each other."""

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
    query = understood(connection, query)
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


def understood(connection: Connection, query: str) -> str:
    """The query as it is searched: as it is, or where FTS5 cannot read that, all its words, each as a phrase.

    So "the envoy's" and "cease-fire" stay together, and operators are words.
    """
    try:
        connection.execute(select(_index.c.rowid).where(_words.op("MATCH")(query)).limit(1)).first()
    except OperationalError:
        words = (word.replace('"', "") for word in query.split())
        return " ".join(f'"{word}"' for word in words if any(map(str.isalnum, word)))
    return query


def _hit(row: Any, info: ArticleInfo, mark: str) -> Hit:
    start, end = _best(list(_places(row.text, row.marked.split(mark))))
    left, right = max(0, start - AROUND), min(len(row.text), end + AROUND)
    snippet = " ".join(row.text[left:right].split())
    return Hit(
        article=info,
        start=start,
        end=end,
        snippet=f"{'…' if left else ''}{snippet}{'…' if right < len(row.text) else ''}",
    )


def _places(text: str, parts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where the marked parts stand, every other one, with their words in small letters."""
    at = 0
    for n, part in enumerate(parts):
        if n % 2:
            # FTS5 leaves out what stands between a zero character and the words, so that they are looked for.
            at = text.index(part, at) if "\0" in text else at
            yield at, at + len(part), part.casefold()
        at += len(part)


def _best(places: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """The place with the most different words near each other; then the rarest, shortest, first."""
    often = Counter(word for *_, word in places)
    found: list[tuple[int, int, int, int]] = []
    for n, (start, *_) in enumerate(places):
        words: set[str] = set()
        for _, end, word in places[n:]:
            if end > start + NEAR and words:
                break
            if word not in words:
                words.add(word)
                found.append((-len(words), min(often[w] for w in words), end - start, start))
    *_, length, start = min(found)
    return start, start + length
