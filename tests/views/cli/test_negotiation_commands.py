"""The commands on a negotiation, from a database to what is printed."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factories import an_article
from onrecord.language import lay_out
from onrecord.model import Actor, Meeting, Reading, Span, seal
from onrecord.store import open_store
from onrecord.views.cli import main
from record_factories import a_position

TEXT = "Varenia offers Lorvane more water. Talks are planned.\n"
EXAMPLE = Path(__file__).parents[3] / "examples" / "telle-river" / "negotiation.toml"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one article: two states named, one position, one meeting."""
    article = an_article(TEXT, published="2024-03-06", outlet="The Harbour Courier")
    finds = (
        Actor(spans=(Span(0, 7, "Varenia"),), actor="Varenia", type="state", reading="government", rule="a", score=1.0),
        Actor(
            spans=(Span(15, 22, "Lorvane"),), actor="Lorvane", type="state", reading="government", rule="a", score=1.0
        ),
        a_position(words="more water", at=23, issues=("water from the Arn dam",)),
        Meeting(spans=(Span(35, 40, "Talks"),), state="planned", sides=("Varenia", "Lorvane"), rule="m", score=0.7),
    )
    path = tmp_path / "talks.db"
    sealed = tuple(seal(f, article, article.text_sha256) for f in finds)
    with open_store(path, create=True) as store:
        store.add(Reading(article=article, layout=lay_out(article), finds=sealed, onrecord="0"))
    return path


def run(*arguments: object) -> Result:
    """What a command gives."""
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_board_prints_cells_and_lines_of_json(db: Path) -> None:
    """The same cells either way; notes go to stderr."""
    printed = run("board", "--db", db, "--negotiation", EXAMPLE)
    assert printed.exit_code == 0
    assert "offers: more water own voice 2024-03-06 The Harbour Courier" in printed.stdout
    assert "1 article looked at; machine-read, not reviewed" in printed.stderr
    cells = [
        json.loads(line) for line in run("board", "--db", db, "--negotiation", EXAMPLE, "--json").stdout.splitlines()
    ]
    assert len(cells) == 6 * 4
    assert [c["latest"]["content"] for c in cells if c["latest"]] == ["more water"]


@pytest.mark.parametrize("command", ["board", "brief", "changed"])
def test_says_what_was_read_without_this_file(tmp_path: Path, command: str) -> None:
    """An edited file gives no issues to what was read before; nothing is said where all was read with it."""
    story, own, db = tmp_path / "story.txt", tmp_path / "telle.toml", tmp_path / "talks.db"
    story.write_text("Ostmark offered Varenia more water from the Arn dam.")
    own.write_text(EXAMPLE.read_text())
    run("read", story, "--db", db, "--negotiation", own)
    assert "not read with" not in run(command, "--db", db, "--negotiation", own).stderr
    own.write_text(EXAMPLE.read_text().replace('name = "', 'name = "the ', 1))
    told = run(command, "--db", db, "--negotiation", own)
    assert "1 article not read with this version" in told.stderr
    assert command != "brief" or "1 of them not with this version" in told.stdout


def test_board_as_of_an_earlier_day_is_empty(db: Path) -> None:
    """The clock can be turned back."""
    printed = run("board", "--db", db, "--negotiation", EXAMPLE, "--as-of", "2024-03-05")
    assert "nothing found in 0 articles" in printed.stdout


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """Two articles: an offer, then a refusal of the same, an accusation and its denial."""
    path = tmp_path / "moved.db"
    issue = ("water from the Arn dam",)
    with open_store(path, create=True) as store:
        for day, text, holder, act, words in (
            ("2024-03-06", f"{TEXT}Varenia offers to open the sluice gates in spring.", "Varenia", "offer", None),
            ("2024-03-08", f"{TEXT}Varenia refuses to open the sluice gates in spring.", "Varenia", "refusal", None),
            ("2024-03-08", f"{TEXT}Lorvane says Varenia moved gunboats to Arn.", "Lorvane", "accusation", 13),
            ("2024-03-09", f"{TEXT}Varenia denies that it moved gunboats to Arn.", "Varenia", "denial", 15),
        ):
            article = an_article(text, published=day, outlet="The Harbour Courier")
            at = len(TEXT) + words if words else text.index("to open")
            finds = (
                *(
                    Actor(spans=(Span(at_, at_ + 7, name),), actor=name, type="state", reading="government", rule="a",
                          score=1.0)
                    for name, at_ in (("Varenia", 0), ("Lorvane", 15))
                ),
                a_position(holder, act, text[at:-1], at, issues=issue, voice="own"),  # type: ignore[arg-type]
            )  # fmt: skip
            sealed = tuple(seal(f, article, article.text_sha256) for f in finds)
            store.add(Reading(article=article, layout=lay_out(article), finds=sealed, onrecord="0"))
    return path


def test_changed_prints_moves_and_denials(moved: Path) -> None:
    """Both sentences and the rule; the earlier one may be older than `--since`."""
    printed = run("changed", "--db", moved, "--negotiation", EXAMPLE, "--since", "2024-03-07")
    assert printed.exit_code == 0
    assert [line.split("\t")[:3] for line in printed.stdout.splitlines()[1:]] == [
        ["2024-03-08", "contradicted", "Varenia"],
        ["2024-03-09", "denied?", "Varenia, of Lorvane"],
        ["2024-03-09", "new", "Varenia"],
        ["2024-03-08", "new", "Lorvane"],
    ]
    assert "refuses: “Varenia refuses to open the sluice gates in spring.” own voice 2024-03-08" in printed.stdout
    assert "offers: “Varenia offers to open the sluice gates in spring.” own voice 2024-03-06" in printed.stdout
    assert "refusal, after an offer; both say open, sluice, gates, spring" in printed.stdout
    assert "candidate, not judged: accusation and denial, 1 day apart; both say moved, gunboats, arn" in printed.stdout
    assert "3 articles looked at; machine-read, not reviewed" in printed.stderr


def test_changed_as_lines_of_json(moved: Path) -> None:
    """Each line says of which sort it is."""
    printed = run(
        "changed", "--db", moved, "--negotiation", EXAMPLE, "--silent", "1", "--as-of", "2024-03-10", "--json"
    )
    lines = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [line["line"] for line in lines] == ["change"] * 4 + ["denial"] + ["silence"] * 2
    assert lines[1]["before"]["id"] == lines[0]["now"]["id"]
    assert lines[4]["status"] == "candidate, not judged"
    assert [(line["side"], line["days"], line["articles"]) for line in lines[5:]] == [
        ("Lorvane", 2, 1),
        ("Varenia", 1, 0),
    ]


def test_changed_shows_the_newest_of_what_is_new(tmp_path: Path) -> None:
    """Three of a side and issue, one row for one sentence, the sentence cut around what is said; JSON has all."""
    path = tmp_path / "new.db"
    issue = ("water from the Arn dam",)
    things = ["mills", "locks", "ponds", "wells"]
    with open_store(path, create=True) as store:
        for day, thing in zip((11, 14, 17, 20), things, strict=True):
            text = f"{TEXT}{'Talks went on, and ' * 12}Varenia offers old {thing} and deep {thing}{', they said' * 12}."
            article = an_article(text, published=f"2024-03-{day}", outlet="The Harbour Courier")
            finds = (
                *(
                    Actor(spans=(Span(at, at + 7, name),), actor=name, type="state", reading="government", rule="a",
                          score=1.0)
                    for name, at in (("Varenia", 0), ("Lorvane", 15))
                ),
                *(a_position("Varenia", "offer", f"{word} {thing}", text.index(f"{word} {thing}"), issues=issue)
                  for word in ("old", "deep")),
            )  # fmt: skip
            sealed = tuple(seal(f, article, article.text_sha256) for f in finds)
            store.add(Reading(article=article, layout=lay_out(article), finds=sealed, onrecord="0"))
    asked = ("changed", "--db", path, "--negotiation", EXAMPLE)
    printed = run(*asked)
    rows = [line.split("\t") for line in printed.stdout.splitlines()[1:]]
    assert [(row[0], row[1]) for row in rows] == [(f"2024-03-{day}", "new") for day in (20, 17, 14)]
    assert "Varenia offers old wells and deep wells, they said" in rows[0][4]
    assert "same sentence: " in rows[0][-1]
    assert "left out: 1 new, all but the newest 3 of each side and issue; --new lists them" in printed.stderr
    assert len(run(*asked, "--new").stdout.splitlines()) == 5
    assert len(run(*asked, "--json").stdout.splitlines()) == 8


def test_silence_rests_on_what_was_read(moved: Path) -> None:
    """Nothing found is not called nothing said."""
    printed = run("changed", "--db", moved, "--negotiation", EXAMPLE, "--silent", "1", "--as-of", "2024-03-10")
    assert "\tnothing found, 2 days\tLorvane\t" in printed.stdout
    assert "in 1 article since 2024-03-08; what was not read may still have been said" in printed.stdout


def test_changed_on_an_earlier_day_knows_nothing_later(moved: Path) -> None:
    """The clock can be turned back; nothing to tell is no failure."""
    printed = run("changed", "--db", moved, "--negotiation", EXAMPLE, "--as-of", "2024-03-06", "--json")
    assert [json.loads(line)["change"] for line in printed.stdout.splitlines()] == ["new"]
    empty = run("changed", "--db", moved, "--negotiation", EXAMPLE, "--as-of", "2024-03-01")
    assert (empty.exit_code, empty.stdout.count("\n")) == (0, 1)


def test_the_board_marks_what_changed(moved: Path) -> None:
    """Beside words from before `--since`, too."""
    printed = run("board", "--db", moved, "--negotiation", EXAMPLE, "--since", "2024-03-08", "--as-of", "2024-03-08")
    assert "The Harbour Courier · contradicted · 1 position · " in printed.stdout


def test_the_brief_marks_what_changed(moved: Path) -> None:
    """As the board does; earlier words themselves stand only in a brief of their days."""
    printed = run("brief", "--db", moved, "--negotiation", EXAMPLE, "--since", "2024-03-08", "--as-of", "2024-03-08")
    told = printed.stdout.partition("## Notes")[0]
    assert "; contradicted; " in told and "2024-03-06" not in told


def test_meetings_and_said(db: Path) -> None:
    """Rows under their names."""
    assert "told 2024-03-06\tVarenia, Lorvane\t" in run("meetings", "--db", db).stdout
    assert run("meetings", "--db", db, "--state", "held").stdout.count("\n") == 1
    assert run("said", "--db", db, "--by", "nobody").stdout.count("\n") == 1


def test_brief_goes_to_a_file_or_stdout(db: Path, tmp_path: Path) -> None:
    """Either way the same text."""
    out = tmp_path / "brief.md"
    assert run("brief", "--db", db, "--negotiation", EXAMPLE, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == run("brief", "--db", db, "--negotiation", EXAMPLE).stdout


def test_an_unknown_negotiation_names_those_known(db: Path) -> None:
    """The message says what could be meant."""
    result = run("board", "--db", db, "--negotiation", "atlantis")
    assert result.exit_code == 1
    assert "security-talks-2022" in result.stderr


def test_the_template_is_a_negotiation_and_nothing_is_overwritten(tmp_path: Path) -> None:
    """What `new` writes can be shown at once; a second `new` leaves it alone."""
    file = tmp_path / "mine.toml"
    assert run("negotiation", "new", "--file", file).exit_code == 0
    assert "Ilse Marrak" in run("negotiation", "show", file).stdout
    assert "telle-water" in run("negotiation", "list", "--file", file).stdout
    before = file.read_bytes()
    assert run("negotiation", "new", "--file", file).exit_code == 1
    assert file.read_bytes() == before == run("negotiation", "new").stdout.encode()


def test_what_the_template_lists_in_comments_is_sound(tmp_path: Path) -> None:
    """With the marks of comment taken away its actor and its place are shown."""
    template = run("negotiation", "new").stdout
    file = tmp_path / "talks.toml"
    file.write_text(re.sub(r"^# (?=\[\[|\w+ = )", "", template, flags=re.M))
    shown = run("negotiation", "show", file).stdout
    assert "Lower Telle Commission" in shown and "48.21" in shown


def test_suggest_prints_tables_lines_or_toml(tmp_path: Path) -> None:
    """The same proposals three ways; what they were made from goes to stderr."""
    db = tmp_path / "pass.db"
    with open_store(db, create=True) as store:
        for outlet in ("The Harbour Courier", "The Telle Mail"):
            article = an_article(f"Ostmark bans arms shipments. {outlet} says so.\n", outlet=outlet)
            position = a_position("Ostmark", "demand", "arms shipments", 13, issues=(), addressee="Lorvane")
            find = seal(position, article, article.text_sha256)
            store.add(Reading(article=article, layout=lay_out(article), finds=(find,), onrecord="0"))
    printed = run("negotiation", "suggest", "--db", db, "--negotiation", EXAMPLE)
    assert printed.exit_code == 0
    assert "0 articles, 0 positions" in printed.stderr  # none names two sides
    printed = run("negotiation", "suggest", "--db", db)
    assert "Ostmark\t2\t2\t2\t0\t\tarms shipments\t" in printed.stdout
    assert "arms shipments\tarms shipments\t" in printed.stdout
    assert "2 articles, 2 positions, 2 of them without an issue" in printed.stderr
    lines = [json.loads(line) for line in run("negotiation", "suggest", "--db", db, "--json").stdout.splitlines()]
    assert [line["proposal"] for line in lines] == ["side", "side", "issue"]
    pasted = tomllib.loads(run("negotiation", "suggest", "--db", db, "--toml").stdout)
    assert pasted["issues"] == [{"name": "arms shipments", "seeds": ["arms shipments"]}]
    assert run("negotiation", "suggest", "--db", db, "--toml", "--json").exit_code == 2
