"""Words in the articles (SQLite FTS5)."""

import re
import secrets
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Row, text
from sqlalchemy.exc import OperationalError

from onrecord.model import ArticleInfo
from onrecord.store.reading import infos

# Characters of text on each side of the words that were found.
AROUND = 80

_QUERY = text("""
    SELECT article.n, article.text, highlight(article_words, 0, :mark, :mark) AS marked
    FROM article_words JOIN article ON article.n = article_words.rowid
    WHERE article_words MATCH :query
      AND (:as_of IS NULL OR day <= :as_of) AND (:since IS NULL OR day >= :since)
    ORDER BY day IS NULL, day DESC, name, n LIMIT :limit""")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """The first place in an article where the words stand."""

    article: ArticleInfo
    start: int
    end: int
    snippet: str
    """The text around them, on one line."""


def search(connection: Connection, query: str, *, limit: int, as_of: str | None, since: str | None) -> Iterator[Hit]:
    """Articles that hold the words; see `Store.search`."""
    # A mark that stands in no article, so that its place gives the offset in the unmarked text.
    mark = secrets.token_hex(8)
    values = {"mark": mark, "limit": limit, "as_of": as_of, "since": since}
    try:
        rows = connection.execute(_QUERY, values | {"query": query}).all()
    except OperationalError:
        plain = " ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        rows = connection.execute(_QUERY, values | {"query": plain}).all() if plain else []
    found = infos(connection, [row.n for row in rows])
    for row in rows:
        yield _hit(row, found[row.n], mark)


def _hit(row: Row[tuple[int, str, str]], info: ArticleInfo, mark: str) -> Hit:
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
