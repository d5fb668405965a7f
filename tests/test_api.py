"""`import onrecord`: light to import, typed values out."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.model.errors import EmptyInput, OnrecordError
from onrecord.model.vocabulary import KINDS

TALKS = "Ostmark agreed on Monday to hold talks with Varenia in Lindhaven, two officials said."


def test_importing_is_light() -> None:
    """Under 0.3 s of CPU, without spaCy or SQLAlchemy."""
    code = (
        "import resource; before = resource.getrusage(resource.RUSAGE_SELF); import onrecord, sys\n"
        "after = resource.getrusage(resource.RUSAGE_SELF)\n"
        "assert not {'spacy', 'sqlalchemy', 'trafilatura'} & set(sys.modules)\n"
        "print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert float(done.stdout) < 0.3


def test_annotate_gives_typed_values() -> None:
    """Every find stands on the exact words; the date resolves the weekday."""
    reading = onrecord.annotate(TALKS, published="2024-03-06", outlet="The Harbour Courier")
    assert reading.article.text == TALKS
    assert all(TALKS[s.start : s.end] == s.text for find in reading.finds for s in find.spans)
    assert [time.value for time in reading.of(onrecord.Time)] == ["2024-03-04"]


def test_a_byte_order_mark_in_a_string_is_counted_and_hides_nothing() -> None:
    """Offsets are those of the string that was given."""
    text = "\ufeffTELLE, January 9, 2022 — Envoys of Varenia met on Monday."
    article = onrecord.annotate(text).article
    assert (article.text, article.published and article.published.value) == (text, "2022-01-09")


def test_annotate_refuses_what_it_cannot_read() -> None:
    """No text, or a date that is none."""
    with pytest.raises(EmptyInput):
        onrecord.annotate(" \n")
    with pytest.raises(ValueError, match="no date"):
        onrecord.annotate(TALKS, published="soon")


def test_names_that_are_fetched_on_first_use_are_listed() -> None:
    """So that an editor and `help` know them."""
    assert {"annotate", "Record", "Position", "load_negotiation"} <= set(dir(onrecord))


def test_read_gives_readings_and_reasons(tmp_path: Path) -> None:
    """One for each input, nothing kept."""
    (tmp_path / "a.txt").write_text(TALKS)
    (tmp_path / "b.txt").write_text("")
    found = list(onrecord.read(tmp_path))
    assert [type(item) for item in found] == [onrecord.Reading, onrecord.Unread]


def test_a_record_keeps_what_is_read(tmp_path: Path) -> None:
    """Files and texts go in once; lines, articles and words come out."""
    (tmp_path / "a.txt").write_text(TALKS)
    (tmp_path / "b.txt").write_text("")
    with onrecord.open(tmp_path / "talks.db") as record:
        kept = record.read(tmp_path / "a.txt", tmp_path / "b.txt", published="2024-03-06")
        assert [k.outcome for k in kept] == ["added", "skipped"]
        assert [k.outcome for k in record.read(tmp_path / "a.txt", published="2024-03-06")] == ["unchanged"]
        reading = record.read_text("Varenia refused.", name="second", published="2024-03-07")
        assert [a.name for a in record.articles()] == ["a", "second"]
        assert [a.name for a in record.articles(as_of="2024-03-06")] == ["a"]
        assert list(record.records(article="second")) == list(reading.finds)
        assert {type(find) for find in record.records("time")} == {onrecord.Time}
        assert [hit.article.name for hit in record.search("Lindhaven")] == ["a"]
        assert list(record.store.problems()) == []
        with pytest.raises(ValueError, match="position, "):
            next(record.records("positions"))  # type: ignore[arg-type]


def test_arrow_tables(tmp_path: Path) -> None:
    """One row a find with the article beside it; kinds without a find have their columns all the same."""
    with onrecord.open(tmp_path / "talks.db") as record:
        record.read_text(TALKS, name="a", published="2024-03-06")
        table = record.to_arrow("time")
        assert table.num_rows == 1
        assert table.column("value").to_pylist() == ["2024-03-04"]
        assert table.column("published").to_pylist() == ["2024-03-06"]
        assert table.column("spans").to_pylist() == [[{"start": 18, "end": 24, "text": "Monday"}]]
        for kind in KINDS:
            names = record.to_arrow(kind).column_names
            assert {"article_id", "article_outlet", "kind", "spans", "attribution"} <= set(names)
            assert len(names) == len(set(names))


def test_arrow_tables_need_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the message holds the command that installs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with onrecord.open(tmp_path / "talks.db") as record, pytest.raises(OnrecordError, match="pip install"):
        record.to_arrow("time")


def test_names_are_found_when_asked_for() -> None:
    """Values and errors; a name that is none is an AttributeError."""
    for name in ("Attribution", "Position", "Span", "Record", "InputOptions", "OnrecordError", "NotInStore"):
        assert getattr(onrecord, name).__name__ == name
    for name in ("Rumour", "_model", "msgspec"):
        with pytest.raises(AttributeError):
            getattr(onrecord, name)


@pytest.mark.parametrize("part", ["pipeline", "language", "store", "model"])
def test_parts_are_imported_from_the_package_in_a_fresh_interpreter(part: str) -> None:
    """Looking a part up by name ends."""
    done = subprocess.run([sys.executable, "-c", f"from onrecord import {part}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
