"""Commands that ask a database, without a language model."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from factories import a_reading, an_actor, an_article, an_attribution
from onrecord.model import Condition, Credit, Position, Span
from onrecord.model.vocabulary import KINDS
from onrecord.store import open_store
from onrecord.views.cli import COMMANDS, main
from onrecord.views.exports.lines import columns

WORDS = "Ana Kovar said the talks over the Telle would go on until both sides had signed. Varenia agreed."


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two versions of an article, and one without a date."""
    path = tmp_path / "talks.db"
    url = "https://courier.example/telle"
    with open_store(path, create=True) as store:
        for name, words, published, address in (
            ("first", WORDS, "2024-03-08T09:00:00Z", url),
            ("second", f"{WORDS}\nA correction.", "2024-03-10", url),
            ("undated", f"{WORDS}\nNo day.", None, None),
        ):
            source = an_article(words, published=published, outlet="The Harbour Courier")
            source = msgspec.structs.replace(source, name=name, url=address, title=f"Talks, {name}")
            said = an_attribution(source, "Ana Kovar", "said", "the talks over the Telle would go on")
            store.add(a_reading(source, said, an_actor(source, "Varenia")))
    return path


def table(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()]


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_articles(db: Path) -> None:
    """Newest versions by date, undated ones last; older versions on demand."""
    assert [row[-1] for row in table(run("articles", "--db", db))][1:] == ["Talks, second", "Talks, undated"]
    assert len(lines(run("articles", "--db", db, "--versions", "--json"))) == 3


def test_dates_leave_undated_articles_out_and_say_so(db: Path) -> None:
    """On stderr, so that the data stay data."""
    result = run("articles", "--db", db, "--json", "--as-of", "2024-03-09")
    assert [line["name"] for line in lines(result)] == ["first"]
    assert "want of a date of publication: 1" in result.stderr
    wrong = CliRunner().invoke(main, ["articles", "--db", str(db), "--since", "2024-03-10", "--as-of", "2024-03-09"])
    assert (wrong.exit_code, "nothing lies between" in wrong.stderr) == (2, True)


def test_show_of_an_article(db: Path) -> None:
    """Its description, then what was found, by name or id; as lines with --json."""
    result = run("show", "second", "--db", db)
    assert "The Harbour Courier" in result.stdout
    assert "\tVarenia\t" in result.stdout
    assert [line["kind"] for line in lines(run("show", "second", "--db", db, "--json"))] == ["attribution", "actor"]


def test_show_of_a_line(db: Path) -> None:
    """Its fields, on whose word it stands, and the paragraph with its words marked."""
    line = lines(run("show", "second", "--db", db, "--json"))[1]
    shown = run("show", str(line["id"])[:8], "--db", db).stdout
    assert "own voice" in shown
    assert shown.endswith("had signed. [Varenia] agreed.\n")
    assert lines(run("show", str(line["id"]), "--db", db, "--json")) == [line]


def test_show_of_a_line_in_a_long_paragraph(tmp_path: Path) -> None:
    """What stands near it, with a mark where something is left out."""
    dull = "The river carries barges past the town. " * 40
    file, path = tmp_path / "long.txt", tmp_path / "a.db"
    file.write_text(f"{dull}Varenia urged Ostmark to open the gates. {dull}", encoding="utf-8")
    run("read", file, "--db", path)
    line = next(x for x in lines(run("show", "long", "--db", path, "--json")) if x["kind"] == "position")
    shown = run("show", str(line["id"]), "--db", path).stdout.splitlines()[-1]
    assert shown.startswith("… ") and shown.endswith(" …") and "Varenia [urged" in shown
    assert len(shown) < len(dull)


def test_show_of_a_new_version(db: Path) -> None:
    """The difference to the older text, line by line."""
    assert "+A correction." in run("show", "second", "--diff", "--db", db).stdout
    assert "no older version" in run("show", "undated", "--diff", "--db", db).stderr


def test_show_of_nothing(db: Path) -> None:
    """Exit code 1 and where to look."""
    result = run("show", "no such", "--db", db)
    assert result.exit_code == 1
    assert "onrecord articles" in result.stderr and "no line of the record" in result.stderr


def test_search(db: Path) -> None:
    """Newest first, with the words around; offsets in the lines."""
    assert [row[2] for row in table(run("search", "telle", "--db", db))][1:] == ["The Harbour Courier"] * 2
    hit = lines(run("search", "telle", "--db", db, "--json", "--limit", "1"))[0]
    assert WORDS[int(str(hit["start"])) : int(str(hit["end"]))] == "Telle"
    assert table(run("search", "telle", "--db", db))[1][1:4] == ["2024-03-10", "The Harbour Courier", "Talks, second"]
    assert "no article" in run("search", "dam", "--db", db).stderr
    assert 'its words are searched: "NOT" "telle"' in run("search", "NOT", "telle", "--db", db).stderr
    assert run("search", "the-talks", "--db", db, "--limit", "1").stderr.startswith("only the newest 1 article shown")


def test_search_and_said_on_a_terminal(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found under where it stands; what was said between on whose word and where."""
    for command in ("search", "said"):
        monkeypatch.setattr(f"onrecord.views.cli.{command}.on_terminal", lambda: True)
    hit, line = table(run("search", "telle", "--db", db))[1], table(run("said", "--db", db))[1]
    assert (hit[1], hit[2][:59]) == ("2024-03-10", "The Harbour Courier, Talks, second Ana Kovar said the talks")
    told = lines(run("said", "--db", db, "--json"))[0]
    where = f"The Harbour Courier, 2024-03-10, Talks, second · {str(told['id'])[:8]}"
    assert line == [
        "2024-03-10",
        f"“Ana Kovar” (source not given) · indirect “the talks over the Telle would go on” {where}",
    ]


def test_said_shows_what_was_denied_as_denied(tmp_path: Path) -> None:
    """The words that attribute stand before what is no plain saying; what is not meant so has its flag."""
    source = an_article("Berg again denied that the gates would open. Holt would say the dam was safe.")
    denied = an_attribution(source, "Berg", "again denied", "that the gates would open")
    unsaid = msgspec.structs.replace(an_attribution(source, "Holt", "say", "the dam was safe"), flags=("hypothetical",))
    with open_store(path := tmp_path / "a.db", create=True) as store:
        store.add(a_reading(source, denied, unsaid))
    shown = [row[3] for row in table(run("said", "--db", path))[1:]]
    assert shown == ["again denied: that the gates would open", "the dam was safe [hypothetical]"]
    assert [line["cue"] for line in lines(run("said", "--db", path, "--json"))] == ["again denied", "say"]


def test_said_says_why_nothing_is_shown(db: Path) -> None:
    """Nobody of that name, or no such issue."""
    assert run("said", "--by", "Holt", "--db", db).stderr == "nobody called 'Holt' says anything here\n"
    told = run("said", "--by", "Kovar", "--on", "tolls", "--db", db).stderr
    assert told == "nothing said by 'Kovar' on an issue called 'tolls': no position here has an issue\n"


def test_export_jsonl(db: Path) -> None:
    """All lines, those of a kind, or none of the words."""
    every = lines(run("export", "jsonl", "--db", db))
    assert len(every) == 4
    ids = {article["id"]: article["published"] for article in lines(run("articles", "--db", db, "--json"))}
    assert {line["article_id"]: line["published"] for line in every} == ids
    shown = lines(run("show", str(every[0]["id"]), "--db", db, "--json"))
    assert shown == every[:1]
    assert {line["kind"] for line in lines(run("export", "jsonl", "--kind", "actor", "--db", db))} == {"actor"}
    bare = run("export", "jsonl", "--no-text", "--db", db)
    assert lines(bare)[0]["spans"][0] == {"start": 0, "end": 9}  # type: ignore[index]
    assert "talks over" not in bare.stdout


def test_export_csv(db: Path) -> None:
    """The columns of the kinds that were asked for; the words joined, or their offsets without them."""
    rows = list(csv.DictReader(run("export", "csv", "--kind", "attribution", "--db", db).stdout.splitlines()))
    assert rows[0]["content"] == "the talks over the Telle would go on"
    assert (rows[0]["begins_at"], rows[0]["ends_at"], rows[0]["article_outlet"]) == ("0", "51", "The Harbour Courier")
    assert "geonameid" not in rows[0]
    bare = list(csv.DictReader(run("export", "csv", "--no-text", "--db", db).stdout.splitlines()))
    assert (bare[0]["content"], bare[0]["text"]) == ("15:51", "0:9 10:14 15:51")
    assert "geonameid" in bare[0]


def test_a_credit_keeps_the_outlet_that_it_credits(tmp_path: Path) -> None:
    """Beside the outlet of the article, in the table and where the line is shown."""
    source = an_article("The Ostmark Gazette first reported it.", outlet="The Harbour Courier")
    credit = Credit(spans=(Span(0, 38, source.text),), rule="r", score=0.7, relation="cites", outlet="Ostmark Gazette")
    with open_store(path := tmp_path / "a.db", create=True) as store:
        store.add(a_reading(source, credit))
    (row,) = csv.DictReader(run("export", "csv", "--kind", "credit", "--db", path).stdout.splitlines())
    assert (row["outlet"], row["article_outlet"]) == ("Ostmark Gazette", "The Harbour Courier")
    shown = run("show", row["id"], "--db", path).stdout
    assert "outlet          Ostmark Gazette" in shown and "article outlet  The Harbour Courier" in shown
    names = columns(KINDS)
    assert len(names) == len(set(names))


def test_a_line_is_shown_in_words(tmp_path: Path) -> None:
    """Fields that have fields of their own are no JSON."""
    source = an_article("Berg would open 3 gates if Holt agreed.")
    condition = Condition(spans=(Span(24, 38, "if Holt agreed"),), mover="Holt", reciprocal=True)
    offer = Position(
        spans=(Span(11, 23, "open 3 gates"),), rule="r", score=0.7, holder="Berg", act="offer", condition=condition
    )
    with open_store(path := tmp_path / "a.db", create=True) as store:
        store.add(a_reading(source, offer))
    (line,) = lines(run("export", "jsonl", "--db", path))
    shown = run("show", str(line["id"]), "--db", path).stdout
    assert " spans: “if Holt agreed”, mover: Holt, reciprocal: yes\n" in shown


def test_export_of_events(tmp_path: Path) -> None:
    """PLOVER records and CAMEO rows of the kinds that tell events; other kinds are refused."""
    path = tmp_path / "events.db"
    with open_store(path, create=True) as store:
        source = an_article("Varenia demands more water.", published="2024-03-08", outlet="The Harbour Courier")
        wish = Position(spans=(Span(8, 26, "demands more water"),), rule="r", score=0.7, holder="PL", act="demand")
        store.add(a_reading(source, an_actor(source, "Varenia"), wish))
    (record,) = lines(run("export", "plover", "--db", path))
    assert (record["event"], record["event_text"], record["date"]) == (
        ["REQUEST"],
        ["demands more water"],
        "2024-03-08",
    )
    assert "more water" not in run("export", "plover", "--no-text", "--db", path).stdout
    (row,) = csv.DictReader(run("export", "cameo-csv", "--db", path).stdout.splitlines())
    assert (row["Actor1Code"], row["EventCode"], row["SQLDATE"]) == ("POLGOV", "100", "20240308")
    assert lines(run("export", "plover", "--kind", "meeting", "--db", path)) == []
    refused = CliRunner().invoke(main, ["export", "plover", "--kind", "actor", "--db", str(path)])
    assert (refused.exit_code, "no actor" in refused.stderr) == (2, True)


def test_persons(tmp_path: Path) -> None:
    """A row for each office with one place for `show`; the proposal and its reason; who is left out is counted."""
    path = tmp_path / "persons.db"
    with open_store(path, create=True) as store:
        for words, name, role in (
            ("President Ana Kovar spoke.", "Ana Kovar", Span(0, 9, "President")),
            ("President Ana Kovar left.", "Ana Kovar", Span(0, 9, "President")),
            ("Berg spoke.", "Berg", None),
        ):
            source = an_article(words, published="2024-03-08", outlet="The Harbour Courier")
            person = msgspec.structs.replace(an_actor(source, name), type="person", reading="person", role=role)
            store.add(a_reading(source, person))
    result = run("persons", "--db", path)
    _, row = table(result)
    assert row[:7] == ["Ana Kovar", "President", "", "2024-03-08", "2024-03-08", "2", "1"]
    assert row[7] == "one person in 2 articles, with or without a title? same office: president (whose is not said)"
    assert "left out: 1 line" in result.stderr
    assert "[Ana Kovar]" in run("show", row[-1], "--db", path).stdout
    assert [line["name"] for line in lines(run("persons", "berg", "--db", path, "--json"))] == ["Berg"]
    assert "nobody" in run("persons", "Holt", "--db", path).stderr


def test_persons_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offices under each other; bearers of a mere surname share a row, with a place of each."""
    monkeypatch.setattr("onrecord.views.cli.persons.on_terminal", lambda: True)
    path = tmp_path / "persons.db"
    with open_store(path, create=True) as store:
        for n, (name, title) in enumerate(
            [("Ana Kovar", "President"), ("Kovar", "President"), ("Kovar", "President"), ("Kovar", "")], 1
        ):
            words = f"Varenia heard {title} {name} on day {n}."
            source = an_article(words, published=f"2024-03-0{n}", outlet="The Harbour Courier")
            at = words.find(title)
            role = Span(at, at + len(title), title) if title else None
            person = an_actor(source, name)
            more = {"type": "person", "reading": "person", "role": role, "state": "PL", "actor": name}
            store.add(a_reading(source, msgspec.structs.replace(person, **more)))
    _, known, surname, bare = table(run("persons", "Kovar", "--db", path))
    ids = [str(line["id"])[:8] for line in lines(run("persons", "Kovar", "--db", path, "--json"))]
    assert known == ["Ana Kovar", f"President (Poland) · 1 article, 2024-03-01 · {ids[0]}"]
    assert surname[1] == (
        f"President (Poland) · 2 articles, each for itself: 2024-03-02 {ids[1]}, 2024-03-03 {ids[2]} "
        "perhaps Ana Kovar: same surname and office: president of Poland; not joined"
    )
    assert bare == ["Kovar", f"no title (Poland) · 1 article, 2024-03-04 · {ids[3]}"]


def test_forget(db: Path) -> None:
    """The article and its lines are gone, and the file is sound."""
    assert run("forget", "second", "undated", "--db", db).exit_code == 0
    assert {line["article"] for line in lines(run("export", "jsonl", "--db", db))} == {"first"}
    assert run("check", "--db", db).exit_code == 0
    assert run("forget", "second", "--db", db).exit_code == 1


def test_check_lists_problems(db: Path) -> None:
    """Exit code 1 and a line for each."""
    with open_store(db) as store, store.connected(writing=True) as connection:
        connection.exec_driver_sql("UPDATE article SET text = 'other' WHERE name = 'first'")
    result = run("check", "--db", db)
    assert result.exit_code == 1
    assert "article first" in result.stdout


def test_check_says_what_it_cannot_tell(db: Path) -> None:
    """Of articles without a digest."""
    assert "digests" not in run("check", "--db", db).stderr
    with open_store(db) as store, store.connected(writing=True) as connection:
        connection.exec_driver_sql("UPDATE article SET digest = NULL, read_at = '2024-03-09' WHERE name = 'first'")
    result = run("check", "--db", db)
    assert (result.exit_code, result.stderr[:48]) == (0, "read before there were digests: 1 article, of wh")


def test_an_output_in_no_folder(db: Path, tmp_path: Path) -> None:
    """Says which folder to make; a template replaces no file."""
    page = tmp_path / "no" / "page.html"
    result = run("show", "second", "--db", db, "--html", page)
    assert (result.exit_code, f"there is no folder {page.parent}: make it first" in result.stderr) == (1, True)
    (file := tmp_path / "a.toml").write_text("")
    result = run("negotiation", "new", "--file", file)
    assert (result.exit_code, "give another name" in result.stderr) == (1, True)


NEGOTIATION = """id = "telle"
name = "Talks on the Telle"
sides = [{id = "Varenia", name = "Varenia", members = ["Ana Kovar"]}, {id = "PL", name = "Poland", aliases = ["Poles"]}]
issues = [{name = "tolls", seeds = ["tolls"]}]
"""


def test_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By side, as the board counts them, or by actor or words of a name; other kinds by their sorts."""
    path, telle = tmp_path / "list.db", tmp_path / "telle.toml"
    telle.write_text(NEGOTIATION, encoding="utf-8")
    source = an_article("Ana Kovar of Varenia wants no tolls. Poland wants more water.", published="2024-03-08")
    person = msgspec.structs.replace(an_actor(source, "Ana Kovar"), type="person", reading="person", state="Varenia")
    tolls = Position(
        spans=(Span(21, 35, "wants no tolls"),),
        rule="r",
        score=0.7,
        holder="Ana Kovar",
        act="demand",
        issues=("tolls",),
    )
    water = Position(spans=(Span(44, 60, "wants more water"),), rule="r", score=0.7, holder="PL", act="demand")
    with open_store(path, create=True) as store:
        poland = msgspec.structs.replace(an_actor(source, "Poland"), actor="PL")
        store.add(a_reading(source, person, an_actor(source, "Varenia"), poland, tolls, water))

    def words(*args: str | Path) -> list[object]:
        return [line["content"] for line in lines(run("list", "position", "--db", path, "--json", *args))]

    assert words() == ["wants no tolls", "wants more water"]
    assert words("--of", "kovar") == words("--negotiation", telle, "--of", "Ana Kovar") == ["wants no tolls"]
    assert words("--of", "Polish") == words("--act", "demand", "--of", "Poland") == ["wants more water"]
    assert words("--negotiation", telle, "--of", "varenia", "--on", "toll") == ["wants no tolls"]
    assert words("--negotiation", telle, "--of", "Poles", "--on", "no issue assigned") == ["wants more water"]
    assert words("--negotiation", telle, "--of", "Poles", "--on", "toll") == []
    assert words("--since", "2024-03-09") == []
    shown = run("list", "position", "--db", path)
    assert table(shown)[1][:5] == ["2024-03-08", "Ana Kovar", "demand", "wants no tolls", WANTS]
    assert shown.stderr == "2 of 2 lines of the kind position; machine-read, not reviewed\n"
    monkeypatch.setattr("onrecord.views.cli.list.on_terminal", lambda: True)
    assert table(run("list", "position", "--of", "Poland", "--db", path))[1][1] == "Poland demand"


WANTS = "Ana Kovar of Varenia wants no tolls."


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["meeting"], "position"),
        (["position", "--act", "refuse"], "refusal"),
        (["activity", "--on", "tolls"], "no activity has an issue"),
        (["position", "--of", " "], "--of is empty"),
        (["position", "--negotiation", "security-talks-2022", "--of", "Varenia"], "--of is one of"),
    ],
)
def test_list_of_what_there_is_not(db: Path, args: list[str], said: str) -> None:
    """Exit code 2, and what there is."""
    result = CliRunner().invoke(main, ["list", *args, "--db", str(db)])
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """Exit code 5; a missing one is a failure with the command that makes it."""
    other = tmp_path / "notes.txt"
    other.write_text("The talks went on. " * 50)
    assert run("articles", "--db", other).exit_code == 5
    missing = run("articles", "--db", tmp_path / "missing.db")
    assert missing.exit_code == 1
    assert "onrecord read" in missing.stderr


def test_schema_is_json() -> None:
    """And names every kind."""
    assert set(json.loads(run("schema").stdout)["discriminator"]["mapping"]) == set(KINDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """And its name is the one it is listed under."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {name}")


QUERIES = [
    ["--help"],
    ["schema"],
    ["config"],
    ["articles"],
    ["date", "second"],
    ["date", "--suggest"],
    ["search", "telle"],
    ["show", "second"],
    ["export", "csv"],
    ["export", "jsonl"],
    ["export", "plover"],
    ["export", "cameo-csv"],
    ["check"],
    ["board", "--negotiation", "NEGOTIATION"],
    ["changed", "--negotiation", "NEGOTIATION", "--silent", "3"],
    ["list", "position", "--negotiation", "NEGOTIATION"],
    ["list", "activity", "--of", "Ostmark"],
    ["said"],
    ["persons"],
    ["meetings"],
    ["brief", "--negotiation", "NEGOTIATION"],
    ["negotiation", "list"],
    ["negotiation", "suggest"],
    ["negotiation", "suggest", "--negotiation", "NEGOTIATION", "--toml"],
    ["forget", "undated"],
]


def test_querying_imports_no_language_model(db: Path, tmp_path: Path) -> None:
    """spaCy is never loaded by a command that only asks; the database is not by one that does not ask it."""
    negotiation = tmp_path / "telle.toml"
    negotiation.write_text(
        'id = "telle"\nname = "Telle talks"\nsides = [{id = "VA", name = "Varenia"}, {id = "OS", name = "Ostmark"}]\n'
    )
    queries = [[str(negotiation) if arg == "NEGOTIATION" else arg for arg in query] for query in QUERIES]
    code = f"""
import sys
from onrecord.views.cli import main
for query in {queries!r}:
    main(query, standalone_mode=False)
    assert "spacy" not in sys.modules, query
    assert "sqlalchemy" not in sys.modules or query[0] not in ("--help", "schema", "config"), query
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=tmp_path,
        env={"ONRECORD_DB": str(db), "PATH": "", "PYTHONPATH": os.environ.get("PYTHONPATH", "")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
