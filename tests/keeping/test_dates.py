"""`onrecord date`: what depends on the date of publication follows it, and nothing else changes."""

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.model import Meeting, Time
from onrecord.store import Store, open_store
from onrecord.views.cli import main

STORY = """Ostmark agrees to talks on the Telle

Ostmark agreed on Saturday to hold talks with Varenia. Varenia and Ostmark have talks in Lindhaven on 12 March 2024.
Varenian and Ostmarkian envoys come to Lindhaven for talks on Tuesday.

“We will not sign anything before the guns are gone,” Foreign Minister Ilse Marrak of Ostmark told reporters. She said
about 12,000 soldiers stood at the river Telle yesterday, and that last month nobody had asked for their return. Ana
Kovar, who leads the delegation of Varenia, said the talks would begin at 10 a.m. and end within the week.
"""
TALKS = """
id = "telle"
name = "Telle talks"
sides = [
    {id = "Varenia", name = "Varenia", aliases = ["Varenian"]},
    {id = "Ostmark", name = "Ostmark", aliases = ["Ostmarkian"]},
]
issues = [{name = "talks", seeds = ["talks"]}]
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def done(*args: str | Path) -> Result:
    result = run(*args)
    assert result.exit_code == 0, result.stderr
    return result


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A negotiation file that is known by its path only."""
    path = tmp_path / "talks.toml"
    path.write_text(TALKS, encoding="utf-8")
    return path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def db(tmp_path: Path, story: Path, talks: Path) -> Path:
    """The story, read without a date."""
    path = tmp_path / "talks.db"
    done("read", story, "--db", path, "--negotiation", talks)
    return path


@pytest.fixture
def store(db: Path) -> Iterator[Store]:
    with open_store(db, readonly=True) as opened:
        yield opened


def values(store: Store) -> dict[str, str]:
    """The times of the story by their words."""
    return {t.spans[0].text: t.value for t in store.reading("story").of(Time)}


def lines(db: Path) -> str:
    return run("export", "jsonl", "--db", db).stdout


UNDATED = {
    "Saturday": "XXXX-WXX-6",
    "12 March 2024": "2024-03-12",
    "Tuesday": "XXXX-WXX-2",
    "yesterday": "XXXX-XX-XX",
    "last month": "XXXX-XX",
    "10 a.m.": "XXXX-XX-XXT10:00",
}


@pytest.mark.parametrize(
    ("published", "saturday", "yesterday", "month"),
    [
        ("2024-03-10", "2024-03-09", "2024-03-09", "2024-02"),
        ("2024-03-03", "2024-03-02", "2024-03-02", "2024-02"),
        ("9 April 2021", "2021-04-03", "2021-04-08", "2021-03"),
        # The day is the one at the place of the offset: in UTC these are the 11th and the 9th.
        ("2024-03-10T23:30:00-05:00", "2024-03-09", "2024-03-09", "2024-02"),
        ("2024-03-10T00:30:00+03:00", "2024-03-09", "2024-03-09", "2024-02"),
        ("2024-03-10T22:30:00Z", "2024-03-09", "2024-03-09", "2024-02"),
    ],
)
def test_times_follow_the_date(
    db: Path, talks: Path, store: Store, published: str, saturday: str, yesterday: str, month: str
) -> None:
    """Patterns become days, those of another date once that is stated, and patterns again when it is taken away."""
    assert values(store).items() >= UNDATED.items()
    for date, expected in (
        (published, (saturday, yesterday, month)),
        ("2019-05-06", None),
        (published, (saturday, yesterday, month)),
    ):
        done("date", "story", date, "--db", db, "--negotiation", talks)
        if expected:
            found = values(store)
            assert (found["Saturday"], found["yesterday"], found["last month"]) == expected
    assert not any({"unresolved", "no publication date"} & set(t.flags) for t in store.reading("story").of(Time))
    done("date", "story", "unknown", "--db", db, "--negotiation", talks)
    assert values(store).items() >= UNDATED.items()
    assert done("check", "--db", db).stdout == ""


def test_the_zone_is_kept(db: Path, talks: Path, store: Store) -> None:
    """As stated, and nowhere moved to another one."""
    done("date", "story", "2024-03-10 23:30-05:00", "--db", db, "--negotiation", talks)
    assert store.article("story").published == onrecord.Published("2024-03-10T23:30:00-05:00", "given")
    assert next(store.articles()).published == "2024-03-10T23:30:00-05:00"
    assert [i.name for i in store.articles(as_of="2024-03-10")] == ["story"]


def test_the_record_is_that_of_a_first_reading_under_the_date(db: Path, talks: Path, story: Path) -> None:
    """Stating the date and reading the file under it give the same lines, issues and meetings included."""
    before = lines(db)
    done("date", "story", "2024-03-10", "--db", db, "--negotiation", talks)
    other = db.with_name("other.db")
    done("read", story, "--db", other, "--negotiation", talks, "--published", "2024-03-10")
    assert lines(db) == lines(other) != before
    done("date", "story", "unknown", "--db", db, "--negotiation", talks)
    assert lines(db) == before


def test_old_ids_lead_to_the_lines_in_their_place(db: Path, talks: Path, store: Store) -> None:
    """Talks that lay ahead are held under a later date: another line, which the old id still shows."""
    done("date", "story", "2024-03-06", "--db", db, "--negotiation", talks)
    ahead = next(
        m for m in store.reading("story").of(Meeting) if m.start == "2024-03-12" and "March" in m.spans[0].text
    )
    (change,) = (
        c
        for c in json.loads(done("date", "story", "2024-03-20", "--db", db, "--negotiation", talks, "--json").stdout)[
            "changes"
        ]
        if c["formerly"] == ahead.id
    )
    assert change["changed"]["state"] == ["planned", "held"]
    shown = done("show", ahead.id, "--db", db, "--json")
    assert json.loads(shown.stdout)["id"] == change["id"]
    assert f"in its place stands {change['id']}" in shown.stderr
    done("date", "story", "2024-03-06", "--db", db, "--negotiation", talks)
    assert json.loads(done("show", ahead.id, "--db", db, "--json").stdout)["id"] == ahead.id
    assert json.loads(done("show", change["id"], "--db", db, "--json").stdout)["id"] == ahead.id


def test_lines_that_only_a_date_shows_go_with_it(tmp_path: Path, talks: Path) -> None:
    """They are named when they go, and their ids say what became of them."""
    db, story = tmp_path / "one.db", tmp_path / "story.txt"
    story.write_text("Varenia and Ostmark have talks in Lindhaven on 12 March 2024.", encoding="utf-8")
    done("read", story, "--db", db, "--negotiation", talks)
    assert done("meetings", "--db", db, "--json").stdout == ""
    said = json.loads(done("date", "story", "2024-03-06", "--db", db, "--negotiation", talks, "--json").stdout)
    shown = {json.loads(line)["id"] for line in done("meetings", "--db", db, "--json").stdout.splitlines()}
    assert len(shown) == 1 and shown <= set(said["found"])
    said = json.loads(done("date", "story", "unknown", "--db", db, "--negotiation", talks, "--json").stdout)
    assert set(said["gone"]) >= shown
    for id_ in shown:
        result = run("show", id_[:8], "--db", db)
        assert result.exit_code == 1
        assert "was a line of story" in result.stderr


def test_says_what_changed(db: Path, talks: Path) -> None:
    """A row for each value that is another one; what was read from the words alone is left out."""
    told = done("date", "story", "2024-03-10", "--db", db, "--negotiation", talks)
    rows = [line.split("\t") for line in told.stdout.splitlines()]
    assert rows[0] == ["id", "kind", "words", "field", "before", "now"]
    assert ["time", "Saturday", "value", "XXXX-WXX-6", "2024-03-09"] in [row[1:] for row in rows]
    assert {row[1] for row in rows[1:]} <= {"time", "meeting", "activity"}
    assert "published 2024-03-10, was unknown" in told.stderr


def test_every_date_is_kept_with_what_it_rests_on(db: Path, talks: Path) -> None:
    """Oldest first; the last one holds, and `show` says why."""
    how = ("--db", db, "--negotiation", talks)
    assert "never had a date" in done("date", "story", "--db", db).stderr
    done("date", "story", "2024-03-10", "--because", "the print edition", *how)
    done("date", "story", "2024-03-10", *how)
    done("date", "story", "unknown", "--because", "that was another story", *how)
    told = [json.loads(line) for line in done("date", "story", "--db", db, "--json").stdout.splitlines()]
    assert [(t["published"], t["origin"], t["because"]) for t in told] == [
        ("2024-03-10", "given", "the print edition"),
        (None, "given", "that was another story"),
    ]
    assert all(t["known_at"].endswith("+00:00") for t in told)
    assert "that was another story" in done("show", "story", "--db", db).stdout


def test_a_stated_date_outlives_reading_again(db: Path, talks: Path, story: Path) -> None:
    """Reading the file again changes nothing, with --again or without; a date given with it is a newer statement."""
    done("date", "story", "2024-03-10", "--db", db, "--negotiation", talks)
    before = lines(db)
    for again in ((), ("--again",)):
        assert "1 unchanged" in done("read", story, "--db", db, "--negotiation", talks, *again).stderr
    assert lines(db) == before
    done("read", story, "--db", db, "--negotiation", talks, "--published", "2024-03-03")
    told = [json.loads(line) for line in done("date", "story", "--db", db, "--json").stdout.splitlines()]
    assert [t["published"] for t in told] == ["2024-03-10", "2024-03-03"]
    assert lines(db) != before


def test_metadata_dates_what_nobody_dated(tmp_path: Path) -> None:
    """A column that is mapped later dates its article; over a stated date it counts nothing."""
    table, db = tmp_path / "rows.jsonl", tmp_path / "talks.db"
    table.write_text(
        json.dumps({"id": "one", "text": "Ostmark agreed to talks on Saturday.", "day": "2024-03-10"}) + "\n"
    )

    def read(*more: str) -> list[str]:
        done("read", table, "--db", db, *more)
        with open_store(db, readonly=True) as store:
            return [t.value for t in store.reading("one").of(Time)]

    assert read() == ["XXXX-WXX-6"]
    assert read("--map", "published=day") == ["2024-03-09"]
    done("date", "one", "2024-03-03", "--db", db)
    assert read("--map", "published=day") == ["2024-03-02"]
    done("date", "one", "unknown", "--db", db)
    assert read("--map", "published=day") == ["XXXX-WXX-6"]
    with open_store(db, readonly=True) as store:
        assert [(d.published, d.origin) for d in store.datings("one")] == [
            ("2024-03-10", "column"), ("2024-03-03", "given"), (None, "given"),
        ]  # fmt: skip


def test_the_date_of_a_copy_is_proposed_and_taken_on_request(
    db: Path, talks: Path, store: Store, tmp_path: Path
) -> None:
    """Nothing changes by proposing; when the copy gets another date, that one is proposed."""
    copy, other = tmp_path / "copy.txt", tmp_path / "other.txt"
    copy.write_text(f"THE HARBOUR COURIER\n\n{STORY}\nGo To Source", encoding="utf-8")
    other.write_text("Lorvane opened a dam on Monday, its water board said. " * 20, encoding="utf-8")
    how = ("--db", db, "--negotiation", talks)
    for file in (copy, other):
        done("read", file, *how, "--published", "2024-03-10T09:00:00+01:00")
    before = lines(db)
    (proposal,) = [json.loads(line) for line in done("date", "--suggest", "--db", db, "--json").stdout.splitlines()]
    assert (proposal["name"], proposal["proposed"], proposal["copy_name"]) == (
        "story",
        "2024-03-10T09:00:00+01:00",
        "copy",
    )
    assert proposal["share"] == 1
    assert lines(db) == before
    refused = run("date", "story", "--from-copy", "other", *how)
    assert (refused.exit_code, "no copy" in refused.stderr) == (1, True)
    done("date", "story", "--from-copy", "copy", *how)
    assert values(store)["Saturday"] == "2024-03-09"
    assert "no article" in done("date", "--suggest", "--db", db).stderr
    done("date", "copy", "2024-03-03", *how)
    assert values(store)["Saturday"] == "2024-03-09"
    (row,) = [line.split("\t") for line in done("date", "--suggest", "--db", db).stdout.splitlines()[1:]]
    assert row[1:4] == ["story", "2024-03-10T09:00:00+01:00", "2024-03-03"]
    done("date", "story", "--from-copy", "copy", "--because", "corrected there", *how)
    last = store.datings("story")[-1]
    assert (last.published, last.origin, last.copy, last.because) == (
        "2024-03-03", "copy", store.article("copy").id, "corrected there",
    )  # fmt: skip
    done("date", "copy", "unknown", *how)
    assert run("date", "story", "--from-copy", "copy", *how).exit_code == 1


def test_never_reads_under_todays_date(
    db: Path, talks: Path, story: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for the current date fails, but the store for its stamps: everything is read as before."""

    class Day(datetime.date):
        @classmethod
        def today(cls) -> "Day":
            raise AssertionError("asked for today")

    class Moment(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Moment":
            raise AssertionError("asked for now")

        today = utcnow = now  # type: ignore[assignment]

    replaced = 0
    for name, module in list(sys.modules.items()):
        if name.startswith("onrecord.") and not name.startswith("onrecord.store."):
            for attribute, own in (("date", Day), ("datetime", Moment)):
                if getattr(module, attribute, None) is getattr(datetime, attribute):
                    monkeypatch.setattr(module, attribute, own)
                    replaced += 1
    assert replaced > 5
    how = ("--db", db, "--negotiation", talks, "--json")
    before = lines(db)
    done("read", story, *how[:-1], "--again")
    assert lines(db) == before
    dated = done("date", "story", "2001-02-03", *how).stdout
    undated = done("date", "story", "unknown", *how).stdout
    assert lines(db) == before
    assert not json.loads(dated)["notices"] and not json.loads(undated)["notices"]
    assert values(store).items() >= UNDATED.items()


def test_a_negotiation_that_is_not_at_hand(db: Path, talks: Path) -> None:
    """The issues it assigned are not lost: the file has to be named."""
    before = lines(db)
    result = run("date", "story", "2024-03-10", "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'telle'" in result.stderr and "--negotiation" in result.stderr
    assert lines(db) == before
    assert '"issues":["talks"]' in before


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["no such", "2024-03-10"], 1, "no article"),
        (["no such"], 1, "no article"),
        (["story", "--from-copy", "no such"], 1, "no article"),
        (["story", "--from-copy", "story"], 1, "no date itself"),
        (["story", "soon"], 2, "is no date"),
        (["story", "09/01/2024"], 2, "is no date"),
        (["story", "2024-02-30"], 2, "is no date"),
        ([], 2, "--suggest"),
        (["--because", "a report"], 2, "name an ARTICLE"),
        (["story", "--because", "a report"], 2, "DATE"),
        (["story", "2024-03-10", "--from-copy", "story"], 2, "not both"),
        (["story", "--suggest"], 2, "takes no ARTICLE"),
    ],
)
def test_what_is_refused(db: Path, args: list[str], code: int, said: str) -> None:
    """With a hint, and without a change."""
    before = lines(db)
    result = run("date", *args, "--db", db)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert lines(db) == before


def test_from_python(db: Path, talks: Path) -> None:
    """The same, with typed values."""
    with onrecord.open(db, negotiations=[onrecord.load_negotiation(talks)]) as record:
        changed = record.date("story", "2024-03-10", because="the print edition")
        assert changed.published == "2024-03-10" and changed.changes
        assert [d.because for d in record.store.datings("story")] == ["the print edition"]
        assert next(t.value for t in record.records("time") if isinstance(t, Time)) == "2024-03-09"
        with pytest.raises(ValueError, match="no date"):
            record.date("story", "soon")
        with pytest.raises(onrecord.NotInStore):
            record.date("no such", None)
        assert record.read_text(STORY).article.published == onrecord.Published("2024-03-10")
