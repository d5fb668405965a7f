"""A store: one database file, opened and asked."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, get_args

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from onrecord.model import Article, ArticleInfo, Dating, Entry, Layout, ModelUsed, Reading
from onrecord.model.errors import StoreError, StoreLocked, StoreVersion
from onrecord.model.vocabulary import Kind
from onrecord.store import check, datings, digests, identity, reading, search, writing
from onrecord.store.migrations import NEWEST, migrate, version_of
from onrecord.store.search import Hit
from onrecord.store.writing import Outcome

# How long a writer waits for another one before it gives up; one article is written in well under a second.
BUSY_SECONDS = 5.0


def open_store(path: str | Path, *, create: bool = False, readonly: bool = False) -> "Store":
    """The store in the file at `path`; an older one is brought to the newest version first.

    `create` makes the file where there is none. Raises `StoreError` where the file is missing, `StoreVersion` where
    it was written by a newer Onrecord or is something else, `StoreLocked` where another process holds it.
    """
    path = Path(path)
    if not path.is_file():
        if path.exists():
            raise StoreError(f"{path} is not a file: give the path of a database")
        if not create:
            raise StoreError(f"no database at {path}: make one with `onrecord read PATH --db {path}`")
        if not path.parent.is_dir():
            raise StoreError(f"no folder {path.parent}: make it first")
    store = Store(path, readonly=readonly)
    try:
        with store.connected() as connection:
            version = version_of(connection)
        if version is None or (version == 0 and not create):
            raise StoreVersion(f"{path} is not an Onrecord database: give another --db")
        if version > NEWEST:
            raise StoreVersion(f"{path} was written by a newer Onrecord (tables {version}, known {NEWEST}): upgrade")
        if version < NEWEST:
            with Store(path, readonly=False) as writable:
                writable.migrate()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open database. Made by `open_store`; use it in a `with` statement, or call `close`."""

    def __init__(self, path: Path, *, readonly: bool) -> None:
        self.path = path
        self._engine = _engine(path, readonly=readonly)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, reading: Reading) -> Outcome:
        """Keep a reading, in one transaction.

        The same article with the same finds changes nothing at all. With other finds (new rules, another publication
        date) they replace the old ones; the article keeps the name it was first read under, and the id of a line that
        is gone leads to the line in its place. Another text under the same URL becomes a new version of that article.
        A reading under another date than the one that somebody stated meanwhile is not kept: see `known`.
        """
        with self.connected(writing=True) as connection:
            return writing.add(connection, reading)

    def date(self, reading: Reading, *, because: str | None = None, copy: str | None = None) -> Outcome:
        """Keep a reading of an article whose date, or that it has none, somebody stated.

        The statement is kept with `because`, what it rests on, and `copy`, the id of the copy whose date it is.
        """
        with self.connected(writing=True) as connection:
            return writing.add(connection, reading, stated=True, because=because, copy=copy)

    def known(self, article: Article) -> Article:
        """The article as it is to be read: as the stored one that it is, under the date and outlet stated of that.

        It is the one of its id, or one of its text where nothing stated of both (outlet, URL, id, date) differs.
        What is stated with it fills what was unknown, and takes nothing away.
        """
        with self.connected() as connection:
            return datings.dated(connection, identity.identified(connection, article))

    def datings(self, ref: str) -> list[Dating]:
        """The dates of publication an article got, in the order in which they became known."""
        with self.connected() as connection:
            return list(datings.of_article(connection, reading.number_of(connection, ref)))

    def from_copies(self) -> dict[str, str]:
        """Ids of the articles that have the date of a copy, with the id of the copy."""
        with self.connected() as connection:
            return datings.from_copies(connection)

    def forget(self, ref: str) -> ArticleInfo:
        """Take out an article and everything found in it; gives what it was."""
        with self.connected(writing=True) as connection:
            return writing.forget(connection, ref)

    def has(
        self, article: Article, *, onrecord: str, models: Sequence[ModelUsed], negotiations: Sequence[str] = ()
    ) -> bool:
        """Whether this very article was read by that version with those models and negotiation files."""
        with self.connected() as connection:
            return writing.has(connection, article, onrecord, models, negotiations)

    def article(self, ref: str) -> Article:
        """The article of an id, the start of an id (four characters or more), or a name."""
        with self.connected() as connection:
            return reading.article(connection, ref)

    def layout(self, ref: str) -> Layout:
        """Paragraphs and quotations of an article."""
        return self.reading(ref).layout

    def reading(self, ref: str) -> Reading:
        """An article with everything found in it."""
        with self.connected() as connection:
            return reading.reading(connection, ref)

    def articles(
        self, *, as_of: str | None = None, since: str | None = None, superseded: bool = False
    ) -> Iterator[ArticleInfo]:
        """Articles by date of publication, then name; undated ones last.

        `as_of` and `since` are ISO dates on the date of publication, both inclusive; undated articles are left out
        when either is given. Older versions of an article are left out unless `superseded`.
        """
        with self.connected() as connection:
            yield from reading.articles(connection, as_of=as_of, since=since, superseded=superseded)

    def counts(self) -> tuple[int, int]:
        """How many articles and how many finds there are."""
        with self.connected() as connection:
            return reading.counts(connection)

    def undated(self) -> int:
        """How many articles have no date of publication."""
        with self.connected() as connection:
            return reading.undated(connection)

    def negotiations(self) -> dict[str, tuple[str, ...]]:
        """Id of each article, older versions too -> digests of the negotiation files that it was read with."""
        with self.connected() as connection:
            return reading.negotiations(connection)

    def entries(
        self,
        *,
        kinds: Sequence[Kind] | None = None,
        article: str | None = None,
        as_of: str | None = None,
        since: str | None = None,
    ) -> Iterator[Entry]:
        """Finds with their articles, in the order of `articles`, then of the text.

        Of an article with several versions only the newest speaks, unless `article` names another. Raises `ValueError`
        for a kind that there is not.
        """
        if unknown := sorted({*(kinds or ())} - {*get_args(Kind)}):
            raise ValueError(f"no kind of line is called {unknown[0]!r}: name one of {', '.join(get_args(Kind))}")
        with self.connected() as connection:
            yield from reading.entries(connection, kinds=kinds, article=article, as_of=as_of, since=since)

    def entry(self, ref: str) -> Entry:
        """The find of an id or the start of an id; for an id of an earlier reading, the find in its place."""
        with self.connected() as connection:
            return reading.entry(connection, ref)

    def search(
        self, query: str, *, limit: int = 50, as_of: str | None = None, since: str | None = None
    ) -> Iterator[Hit]:
        """Articles that hold the words, newest first; `query` is in FTS5 syntax or plain words."""
        with self.connected() as connection:
            yield from search.search(connection, query, limit=limit, as_of=as_of, since=since)

    def understood(self, query: str) -> str:
        """The query as `search` reads it: as it is, or, where FTS5 cannot read it, its words."""
        with self.connected() as connection:
            return search.understood(connection, query)

    def problems(self) -> Iterator[str]:
        """Whatever does not hold: spans that are not their text, hashes, references, the file itself."""
        with self.connected() as connection:
            yield from check.problems(connection)

    def undigested(self) -> int:
        """Of how many articles `problems` cannot tell changed values: they were read before there were digests."""
        with self.connected() as connection:
            return digests.missing(connection)

    def migrate(self) -> None:
        """Bring the tables to the newest version."""
        raw = self._engine.raw_connection()
        raw.cursor().execute("PRAGMA journal_mode = WAL")  # stays with the file; not possible inside a transaction
        raw.close()
        with self.connected(writing=True) as connection:
            migrate(connection, version_of(connection) or 0)

    @contextmanager
    def connected(self, *, writing: bool = False) -> Iterator[Connection]:
        """A connection in a transaction; one that writes holds the file's lock from the start."""
        try:
            with self._engine.connect().execution_options(writes=writing) as connection, connection.begin():
                yield connection
        except DatabaseError as error:
            raise _named(error, self.path) from error


def _engine(path: Path, *, readonly: bool) -> Engine:
    # SQLite keeps two files beside one that is open, and only who may write takes them away again. So a reader opens
    # for writing, too, and is bound by `query_only`, unless the file or its folder are read-only.
    where = ""
    if readonly and not os.access(path.parent, os.W_OK):
        where = "?immutable=1"
    elif readonly and not os.access(path, os.W_OK):
        where = "?mode=ro"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            path.resolve().as_uri() + where,
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if readonly:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _named(error: DatabaseError, path: Path) -> StoreError:
    reason = str(error.orig)
    if "locked" in reason:
        return StoreLocked(f"another process is writing to {path}: try again when it is done")
    if "not a database" in reason:
        return StoreVersion(f"{path} is not an Onrecord database: give another --db")
    if "malformed" in reason:
        return StoreError(f"{path} is damaged ({reason}): restore a copy, or read the articles again into a new file")
    return StoreError(f"{path}: {reason}")
