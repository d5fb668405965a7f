"""`check` catches whatever was changed by hand."""

import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import a_reading, an_actor, an_article, an_attribution
from onrecord.model import Zone, cut
from onrecord.store import open_store

WORDS = "THE HARBOUR COURIER\n\nAna Kovar said the talks over the Telle would go on. Varenia agreed."


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "talks.db"
    source = an_article(WORDS)
    source = msgspec.structs.replace(source, zones=(Zone("masthead", cut(WORDS, 0, 19)),))
    said = an_attribution(source, "Ana Kovar", "said", "the talks over the Telle would go on")
    with open_store(path, create=True) as store:
        store.add(a_reading(source, said, an_actor(source, "Varenia")))
    return path


def problems(path: Path) -> list[str]:
    with open_store(path, readonly=True) as store:
        return list(store.problems())


def test_finds_nothing_in_a_sound_store(sound: Path) -> None:
    """All spans are exact."""
    assert problems(sound) == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_catches_any_offset_or_word_that_was_changed(sound: Path, data: st.DataObject) -> None:
    """One offset moved or one word replaced in any span of any line is a problem."""
    path = sound.with_name("tampered.db")
    shutil.copy(sound, path)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, value FROM find").fetchall()
    id_, value = data.draw(st.sampled_from(rows))
    line = msgspec.json.decode(value)
    roles = [role for role in ("spans", "source", "cue", "content") if line.get(role)]
    span = data.draw(st.sampled_from(line[data.draw(st.sampled_from(roles))]))
    field = data.draw(st.sampled_from(["start", "end", "text"]))
    span[field] = "words" if field == "text" else span[field] + data.draw(st.sampled_from([-3, -1, 1, 2, 1000]))
    connection.execute("UPDATE find SET value = ? WHERE id = ?", (msgspec.json.encode(line).decode(), id_))
    connection.commit()
    connection.close()
    assert any(id_ in problem for problem in problems(path))


@pytest.mark.parametrize(
    ("tampering", "problem"),
    [
        ("UPDATE article SET text = replace(text, 'Varenia', 'Ostmark')", "SHA-256 differs"),
        ("UPDATE article SET zones = replace(zones, '\"start\":0', '\"start\":1')", "zone masthead"),
        ("UPDATE article SET layout = replace(layout, '\"start\":21', '\"start\":2100')", "outside the text"),
        ("UPDATE article SET layout = '{'", "cannot be read"),
        ("UPDATE find SET kind = 'place' WHERE kind = 'actor'", "differ"),
        ("UPDATE find SET start = start + 1", "differ"),
        ('UPDATE find SET value = replace(value, \'"kind":"actor"\', \'"kind":"rumour"\')', "cannot be read"),
        ('UPDATE find SET value = replace(value, \'"article":"article"\', \'"article":"b"\')', "another article"),
        ('UPDATE find SET value = replace(value, \'"attribution":null\', \'"attribution":"x"\')', "is not there"),
        ("UPDATE article SET published = '2024-03-08'", "date of publication"),
        ("UPDATE article SET outlet = 'The Ostmark Gazette'", "digest"),
        ('UPDATE find SET value = replace(value, \'"actor":"Varenia"\', \'"actor":"Ostmark"\')', "digest"),
        ("DELETE FROM find WHERE kind = 'actor'", "digest"),
        ("UPDATE article SET digest = NULL", "digest"),
        ("UPDATE article SET supersedes = n", "digest"),
        ("UPDATE article SET text = CAST(text AS BLOB)", "text is no text"),
        ("INSERT INTO dating VALUES (1, 1, NULL, 'given', 'nobody knows', NULL, '2024-03-08')", "digest"),
        ("INSERT INTO redirect VALUES ('0123456789abcdef', 1, 'fedcba9876543210')", "redirect points to"),
        ("DELETE FROM article", "not there"),
    ],
)
def test_catches_other_changes(sound: Path, tampering: str, problem: str) -> None:
    """Text, zones, layout, kinds, places, references and orphans."""
    path = sound.with_name("tampered.db")
    shutil.copy(sound, path)
    connection = sqlite3.connect(path)
    assert connection.execute(tampering).rowcount
    connection.commit()
    connection.close()
    assert any(problem in found for found in problems(path)), problems(path)


def test_reading_again_does_not_bless_what_was_changed(sound: Path) -> None:
    """Nor is a digest that is missing a problem: the article gets one when it is read again, and not before."""
    path = sound.with_name("again.db")
    shutil.copy(sound, path)
    with open_store(path) as store:
        reading = store.reading("article")
        how = {"onrecord": reading.onrecord, "models": reading.models}
        assert store.has(reading.article, **how)
        with store.connected(writing=True) as connection:
            connection.exec_driver_sql("UPDATE article SET name = 'other', path = 'elsewhere.txt'")
        assert any("digest" in problem for problem in store.problems())
        store.add(reading)
        assert any("digest" in problem for problem in store.problems())
        with store.connected(writing=True) as connection:
            connection.exec_driver_sql("UPDATE article SET digest = NULL, read_at = '2024-03-09T00:00:00+00:00'")
        assert not any("digest" in problem for problem in store.problems())
        assert (store.undigested(), store.has(reading.article, **how)) == (1, False)
        store.add(reading)
        assert (store.undigested(), store.has(reading.article, **how)) == (0, True)
