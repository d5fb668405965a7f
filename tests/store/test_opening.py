"""Which files can be opened, and what is said of the others."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from factories import a_reading, an_article
from onrecord.model.errors import StoreError, StoreLocked, StoreVersion
from onrecord.store import database, open_store
from onrecord.store.migrations import NEWEST
from onrecord.store.schema import metadata


def test_makes_a_file_only_when_told(tmp_path: Path) -> None:
    """A missing file is an error that says which command makes one; nothing is left behind."""
    path = tmp_path / "talks.db"
    with pytest.raises(StoreError, match="onrecord read"):
        open_store(path)
    assert not path.exists()
    open_store(path, create=True).close()
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]
    with pytest.raises(StoreError, match="no folder"):
        open_store(tmp_path / "missing" / "talks.db", create=True)
    with pytest.raises(StoreError, match="not a file"):
        open_store(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_leaves_other_files_alone(tmp_path: Path, create: bool) -> None:
    """A text, an empty file of unknown use and another program's database are not touched."""
    (tmp_path / "a.txt").write_text("The talks went on. " * 100)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE bookmark (url)")
    other.close()
    for name in ("a.txt", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(StoreVersion, match="not an Onrecord database"):
            open_store(tmp_path / name, create=create)
        assert (tmp_path / name).read_bytes() == before


def test_refuses_a_newer_file(tmp_path: Path) -> None:
    """A file that a newer Onrecord wrote is not guessed at."""
    path = tmp_path / "talks.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_version VALUES (?, '2030-01-01')", (NEWEST + 1,))
    with pytest.raises(StoreVersion, match="newer"):
        open_store(path)


def test_says_when_another_process_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that finds the file held gives up after a while; readers go on."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = tmp_path / "talks.db"
    reading = a_reading(an_article("The talks went on."))
    with open_store(path, create=True) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            store.add(reading)
        assert list(store.articles()) == []
        other.execute("ROLLBACK")
        assert store.add(reading) == "added"
        other.close()


def test_reads_without_writing(tmp_path: Path) -> None:
    """A store that is open for reading refuses to change, also as a file that nobody may write."""
    path = tmp_path / "talks.db"
    with open_store(path, create=True) as store:
        store.add(a_reading(an_article("The talks went on.")))
    with open_store(path, readonly=True) as store, pytest.raises(StoreError):
        store.forget("article")
    path.chmod(0o444)
    with open_store(path, readonly=True) as store:
        assert len(list(store.articles())) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]


def test_an_older_file_keeps_its_dates(tmp_path: Path) -> None:
    """The date an article had before dates were kept is the first of its dates."""
    path = tmp_path / "talks.db"
    with open_store(path, create=True) as store:
        store.add(a_reading(an_article("The talks went on.", published="2024-03-08")))
        store.add(a_reading(an_article("The talks ended.")))
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "DROP TABLE redirect; DROP TABLE dating; ALTER TABLE article DROP COLUMN digest;"
            "DROP INDEX article_by_text;"
            "UPDATE article SET read_at = '2024-03-09T00:00:00+00:00';"
            "DELETE FROM schema_version WHERE version > 1"
        )
    connection.close()
    with open_store(path, readonly=True) as store:
        ids = [info.id for info in store.articles()]
        assert [[(d.published, d.origin) for d in store.datings(id_)] for id_ in ids] == [[("2024-03-08", "given")], []]
        assert (list(store.problems()), store.undigested()) == ([], 2)


def test_migrations_end_in_the_tables_of_the_schema(tmp_path: Path) -> None:
    """The steps and the tables that the code asks are the same, column by column and index by index."""
    with open_store(tmp_path / "talks.db", create=True) as store, store.connected() as connection:
        found = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table.name)}
            assert columns == {(c.name, str(c.type), bool(c.nullable)) for c in table.columns}, table.name
            indexes = {i["name"] for i in found.get_indexes(table.name)}
            assert indexes == {i.name for i in table.indexes}, table.name
