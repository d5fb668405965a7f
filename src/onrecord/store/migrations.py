"""How a database gets from one version of its tables to the next. A step is never changed once it was released."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, inspect, select

from onrecord.store.schema import schema_version


def version_of(connection: Connection) -> int | None:
    """Version of the tables: 0 in an empty file, none where the file holds something else."""
    tables = inspect(connection).get_table_names()
    if schema_version.name in tables:
        version: int = connection.scalar(select(func.max(schema_version.c.version))) or 0
        return version
    return None if tables else 0


def migrate(connection: Connection, version: int) -> None:
    """Take the steps that come after `version`, inside the caller's transaction."""
    for number in range(version + 1, NEWEST + 1):
        MIGRATIONS[number](connection)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(schema_version.insert().values(version=number, migrated_at=now))


def _first_tables(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, migrated_at TEXT NOT NULL)",
        """CREATE TABLE article (
            n INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            text TEXT NOT NULL, text_sha256 TEXT NOT NULL, raw BLOB, media_type TEXT NOT NULL,
            path TEXT, url TEXT, canonical_url TEXT, address TEXT, outlet TEXT, byline TEXT,
            title TEXT, published TEXT, published_origin TEXT, day TEXT, extractor TEXT, words INTEGER NOT NULL,
            zones TEXT NOT NULL, layout TEXT NOT NULL, notices TEXT NOT NULL, models TEXT NOT NULL,
            negotiations TEXT NOT NULL, onrecord TEXT NOT NULL, read_at TEXT NOT NULL,
            supersedes INTEGER REFERENCES article (n) ON DELETE SET NULL)""",
        "CREATE INDEX article_by_day ON article (day)",
        "CREATE INDEX article_by_name ON article (name)",
        "CREATE INDEX article_by_address ON article (address)",
        "CREATE INDEX article_by_supersedes ON article (supersedes)",
        """CREATE TABLE find (
            id TEXT NOT NULL PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article (n) ON DELETE CASCADE,
            kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, value TEXT NOT NULL)""",
        "CREATE INDEX find_by_kind ON find (article, kind)",
        """CREATE VIRTUAL TABLE article_words USING fts5(
            text, content='article', content_rowid='n', tokenize='unicode61 remove_diacritics 2')""",
    ):
        connection.exec_driver_sql(statement)


def _datings_and_redirects(connection: Connection) -> None:
    for statement in (
        """CREATE TABLE dating (
            n INTEGER NOT NULL PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article (n) ON DELETE CASCADE,
            published TEXT, origin TEXT, because TEXT, copy TEXT, known_at TEXT NOT NULL)""",
        "CREATE INDEX dating_by_article ON dating (article)",
        """INSERT INTO dating (article, published, origin, known_at)
            SELECT n, published, published_origin, read_at FROM article WHERE published IS NOT NULL ORDER BY n""",
        """CREATE TABLE redirect (
            id TEXT NOT NULL PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article (n) ON DELETE CASCADE,
            find TEXT REFERENCES find (id) ON DELETE SET NULL)""",
        "CREATE INDEX redirect_by_article ON redirect (article)",
        "CREATE INDEX redirect_by_find ON redirect (find)",
    ):
        connection.exec_driver_sql(statement)


def _digests(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN digest TEXT")
    connection.exec_driver_sql("CREATE INDEX article_by_text ON article (text_sha256)")


# From which one on every article that is read gets a digest of all that is kept of it.
DIGESTS = 3
MIGRATIONS: dict[int, Callable[[Connection], None]] = {1: _first_tables, 2: _datings_and_redirects, DIGESTS: _digests}
NEWEST = max(MIGRATIONS)
