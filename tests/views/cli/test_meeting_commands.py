"""`onrecord meetings`: groups of lines that may tell of one meeting, and the calendar file."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from factories import a_reading, an_article
from onrecord.model import Meeting, Span
from onrecord.store import open_store
from onrecord.views.cli import main

TEXT = "Ostmark and Varenia will meet in Lindhaven."


def run(db: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["meetings", "--db", str(db), *args], catch_exceptions=False)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two articles on talks of one day, and one without a day."""
    path = tmp_path / "talks.db"
    with open_store(path, create=True) as store:
        for name, start in (("first", "2024-03-12"), ("second", "2024-03-12T10:00+01:00"), ("third", "2024-W20")):
            source = an_article(f"{TEXT} It is the {name} story.", published="2024-03-06", outlet="The Harbour Courier")
            meeting = Meeting(
                spans=(Span(0, len(TEXT) - 1, TEXT[:-1]),),
                rule="m",
                score=0.7,
                sides=("Ostmark", "Varenia"),
                start=start,
                state="planned",
            )
            store.add(a_reading(msgspec.structs.replace(source, name=name), meeting))
    return path


def test_lines_of_one_group_have_its_number(db: Path) -> None:
    """In the table; --json names the members and the reason."""
    header, *rows = (line.split("\t") for line in run(db).stdout.splitlines())
    assert [row[header.index("group")] for row in rows] == ["1", "1", ""]
    told = [json.loads(line) for line in run(db, "--json").stdout.splitlines()]
    assert told[0]["group_members"] == [told[0]["id"], told[1]["id"]]
    assert told[0]["group_because"].startswith("same sides: Ostmark, Varenia; days: 2024-03-12, 2024-03-12T10:00")


def test_a_meeting_without_a_date_says_when_it_was_told(db: Path) -> None:
    """Among those of its day, and never as its own date."""
    with open_store(db) as store:
        told = Meeting(spans=(Span(0, 7, "Ostmark"),), rule="m", score=0.7, sides=("PL",), state="held")
        store.add(
            a_reading(an_article(f"{TEXT} It is old.", published="2024-03-08", outlet="The Harbour Courier"), told)
        )
    rows = [line.split("\t")[:2] for line in run(db).stdout.splitlines()[1:]]
    assert [row[0] for row in rows] == [
        "told 2024-03-08",
        "2024-03-12",
        "2024-03-12, 10:00+01:00",
        "week of 2024-05-13",
    ]
    assert rows[0][1] == "Poland"
    assert json.loads(run(db, "--json").stdout.splitlines()[0])["when"] == "date not given"
    assert run(db, "--state", "refused").stderr == "no meeting was found\n"


def test_on_a_terminal_meetings_are_stacked(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who, then on whose word, in which article, with the group and the start of the id."""
    monkeypatch.setattr("onrecord.views.cli.meetings.on_terminal", lambda: True)
    header, first, *_ = (line.split("\t") for line in run(db).stdout.splitlines())
    told = json.loads(run(db, "--json").stdout.splitlines()[0])
    assert header == ["date", "state", "who, where, on whose word"]
    assert first == [
        "2024-03-12", "planned",
        f"Ostmark, Varenia own voice · The Harbour Courier, 2024-03-06, first · group 1 · {told['id'][:8]}",
    ]  # fmt: skip
    _, group = (line.split("\t") for line in run(db, "--groups").stdout.splitlines())
    assert group[1].startswith(
        "Ostmark, Varenia 2024-03-12; 2024-03-12, 10:00+01:00 2 lines in 2 articles: planned same"
    )
    assert json.loads(run(db, "--groups", "--json").stdout)["group"] == 1


def test_groups_alone_say_what_they_rest_on(db: Path) -> None:
    """A row for each proposal."""
    _, row = (line.split("\t") for line in run(db, "--groups").stdout.splitlines())
    assert row[0] == "1" and row[4:6] == ["2", "2"] and row[6].startswith("same sides")
    (proposal,) = (json.loads(line) for line in run(db, "--groups", "--json").stdout.splitlines())
    assert len(proposal["lines"]) == 2


def test_the_calendar_goes_to_stdout_and_what_is_left_out_to_stderr(db: Path) -> None:
    """A line of the record for each event; nothing is merged there either."""
    result = run(db, "--ics")
    events = Calendar.from_ical(result.stdout_bytes).walk("VEVENT")
    assert [str(e["status"]) for e in events] == ["TENTATIVE", "TENTATIVE"]
    assert events[0]["description"].startswith(TEXT)
    assert result.stderr == "left out, for want of a day: 1 meeting\n"


def test_one_form_at_a_time(db: Path) -> None:
    """A calendar is no JSON."""
    assert run(db, "--ics", "--json").exit_code == 2
