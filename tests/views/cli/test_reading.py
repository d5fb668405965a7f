"""`read` and `annotate` on good and bad input."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord import pipeline
from onrecord.language import parse
from onrecord.model import Article, Layout
from onrecord.model.errors import NotAtHand
from onrecord.pipeline import read_article
from onrecord.views.cli import main
from onrecord.views.exports.lines import json_schema

TALKS = """The Harbour Courier

Ostmark agreed on Monday to hold talks with Varenia in Lindhaven, two Ostmarkian officials said.

“We will not sign anything before the guns are gone,” Foreign Minister Ilse Marrak told reporters on 6 March. She said
about 12,000 soldiers stood at the river Telle. Varenia may release water if Ostmark pulls its artillery back.
"""


def run(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)


def dump(db: Path) -> list[str]:
    connection = sqlite3.connect(db)
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for day in (4, 5, 6):
        (made / f"talks-{day}.txt").write_text(TALKS.replace("6 March", f"{day} March"), encoding="utf-8")
    return made


def test_reads_a_folder_into_a_sound_database(folder: Path, tmp_path: Path) -> None:
    """Every article is added, and every span is exact."""
    db = tmp_path / "talks.db"
    result = run("read", folder, "--db", db, "--published", "2024-03-06", "--outlet", "The Harbour Courier")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "3 added" in result.stderr
    assert run("check", "--db", db).exit_code == 0
    assert json.loads(run("articles", "--db", db, "--json").stdout.splitlines()[0])["outlet"] == "The Harbour Courier"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["talks.db"]


def test_a_notice_names_the_article_of_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A table holds many: `show` takes the id that the notice names."""

    def broken(*_: object) -> list[object]:
        raise ZeroDivisionError("no")

    monkeypatch.setattr(pipeline, "find_times", broken)
    table, db = tmp_path / "talks.csv", tmp_path / "talks.db"
    table.write_text("text,date\nOstmark will talk to Varenia.,2024-03-06\n", encoding="utf-8")
    told = run("read", table, "--db", db).stderr
    (article,) = (json.loads(line)["id"] for line in run("articles", "--db", db, "--json").stdout.splitlines())
    assert f"notice {table}, article {article}: rule failed: " in told


def test_reading_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Not with --again either, which reads everything anew: the whole file says the same."""
    db = tmp_path / "talks.db"
    run("read", folder, "--db", db)
    before = dump(db)
    assert "3 unchanged" in run("read", folder, "--db", db).stderr
    assert "3 unchanged" in run("read", folder, "--db", db, "--again").stderr
    assert dump(db) == before


def test_what_is_there_already_is_not_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even parsed, with or without a headline, so that an interrupted run goes on at once; --again reads all."""
    db, read = tmp_path / "talks.db", []
    (folder / "headline.txt").write_text(f"Ostmark Agrees to Talks on the River\n\n{TALKS}", encoding="utf-8")
    monkeypatch.setattr(pipeline, "read_article", lambda a, **how: read.append(a.name) or read_article(a, **how))
    for times, again in ((4, ()), (4, ()), (8, ("--again",))):
        assert run("read", folder, "--db", db, *again).exit_code == 0
        assert len(read) == times


def test_a_date_given_later_resolves_what_waited_for_it(tmp_path: Path) -> None:
    """The article stays the same one; its weekdays get their dates."""
    db, file = tmp_path / "talks.db", tmp_path / "talks.txt"
    file.write_text("Ostmark agreed on Monday to hold talks with Varenia.", encoding="utf-8")
    for published, value in ((None, "XXXX-WXX-1"), ("2024-03-06", "2024-03-04")):
        run("read", file, "--db", db, *(("--published", published) if published else ()))
        (line,) = run("export", "jsonl", "--kind", "time", "--db", db).stdout.splitlines()
        assert json.loads(line)["value"] == value


def test_an_interrupted_read_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    """Ctrl-C after the first articles leaves a sound file and exit code 130; the same command reads the rest."""
    db = tmp_path / "talks.db"
    for n in range(20):
        (folder / f"more-{n}.txt").write_text(f"{TALKS * 40} Number {n}.", encoding="utf-8")
    reading = subprocess.Popen([sys.executable, "-c", MAIN, "read", folder, "--db", db], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (db.exists() and articles_in(db)):
        time.sleep(0.05)
    reading.send_signal(signal.SIGINT)
    _, said = reading.communicate(timeout=30)
    assert reading.returncode == 130
    assert said.endswith(b"interrupted\n") and b"Traceback" not in said
    kept = articles_in(db)
    assert f"{kept} added".encode() in said and b"the same command goes on from there" in said
    assert 0 < kept < 23
    assert run("check", "--db", db).exit_code == 0
    assert f"{23 - kept} added, {kept} unchanged" in run("read", folder, "--db", db).stderr


def test_a_killed_read_leaves_whole_articles(folder: Path, tmp_path: Path) -> None:
    """Even without a chance to tidy up, each article is there with all its finds or not at all."""
    db = tmp_path / "talks.db"
    for n in range(20):
        (folder / f"more-{n}.txt").write_text(f"{TALKS} Number {n}.", encoding="utf-8")
    reading = subprocess.Popen([sys.executable, "-c", MAIN, "read", folder, "--db", db], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (db.exists() and articles_in(db)):
        time.sleep(0.05)
    reading.kill()
    reading.wait(timeout=30)
    assert run("check", "--db", db).exit_code == 0
    run("read", folder, "--db", db)
    whole = tmp_path / "whole.db"
    run("read", folder, "--db", whole)
    lines = [run("export", "jsonl", "--db", d).stdout for d in (db, whole)]
    assert lines[0] == lines[1]


def test_two_processes_find_the_same(folder: Path, tmp_path: Path) -> None:
    """Workers give the same record in the same order as one process."""
    one = run("annotate", folder).stdout
    code = [sys.executable, "-c", MAIN, "annotate", str(folder), "--jobs", "2"]
    two = subprocess.run(code, capture_output=True, check=True, timeout=120)
    assert two.stdout.decode() == one != ""


def test_bad_inputs_are_named_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    """Empty, binary, missing and a broken line of a table; the report holds what stderr says."""
    db, report = tmp_path / "talks.db", tmp_path / "report.jsonl"
    (folder / "empty.txt").write_text(" \n")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    rows = folder / "rows.jsonl"
    rows.write_text('{"id": "one", "text": "Ostmark agreed to talks."}\n{"id": "two", "text"\n', encoding="utf-8")
    result = run("read", folder, tmp_path / "missing.txt", "--db", db, "--report", report)
    assert result.exit_code == 3
    assert "4 added, 4 skipped" in result.stderr
    skipped = [json.loads(line) for line in report.read_text().splitlines()]
    assert {(Path(s["source"]).name, s["code"]) for s in skipped} == {
        ("empty.txt", "EmptyInput"),
        ("image.txt", "BinaryInput"),
        ("rows.jsonl:2", "MalformedInput"),
        ("missing.txt", "MissingInput"),
    }
    assert all(s["source"] in result.stderr and s["message"] in result.stderr for s in skipped)


@pytest.mark.parametrize("command", ["read", "annotate"])
def test_nothing_readable_is_a_failure(tmp_path: Path, command: str) -> None:
    """Exit code 1, no traceback, and the error's name."""
    (tmp_path / "empty.txt").write_bytes(b"")
    where = ("--db", tmp_path / "talks.db") if command == "read" else ()
    result = run(command, tmp_path / "empty.txt", *where)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "EmptyInput" in result.stderr
    (tmp_path / "nothing").mkdir()
    result = run(command, tmp_path / "nothing", *where)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing to read" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["annotate"], "Missing argument"),
        (["annotate", "-", "--published", "soon"], "no date"),
        (["annotate", "-", "--map", "text"], "FIELD=COLUMN"),
        (["annotate", "-", "--map", "words=text"], "no article field"),
        (["annotate", "a.txt", "b.txt", "--url", "https://courier.example/a"], "one article"),
        (["read", "a.txt", "--jobs", "0"], "jobs"),
        (["read", "a.txt", "--report", "no/such/folder"], "--report"),
        (["articles", "--as-of", "yesterday"], "no date"),
        (["export", "xml"], "jsonl"),
        (["reed", "a.txt"], "No such command"),
    ],
)
def test_usage_errors(args: list[str], said: str) -> None:
    """Exit code 2 and a hint."""
    result = run(*args, stdin="")
    assert result.exit_code == 2
    assert said in result.stderr


def test_annotate_prints_lines_as_the_schema_says(folder: Path) -> None:
    """All fields the machine interface names, on real lines, one a find in the order of the text."""
    result = run("annotate", folder / "talks-6.txt", "--published", "2024-03-06")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    validator = jsonschema.Draft202012Validator(json_schema())
    for line in lines:
        validator.validate(line)
        assert line["article"] == "talks-6"
        assert all(TALKS[s["start"] : s["end"]] == s["text"] for s in line["spans"])
    starts = [min(s["start"] for s in line["spans"]) for line in lines]
    assert starts == sorted(starts)
    assert {"attribution", "time", "place", "quantity"} <= {line["kind"] for line in lines}
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(lines[0] | {"score": "high"})


def test_annotate_reads_standard_input() -> None:
    """A text or rows of a table, told apart by itself or by --format."""
    result = run("annotate", "-", stdin="Ostmark agreed on Monday to hold talks with Varenia.")
    assert {json.loads(line)["article"] for line in result.stdout.splitlines()} == {"stdin"}
    rows = 'nr;body\na1;"Ostmark agreed on Monday to hold talks with Varenia."\n'
    result = run("annotate", "-", "--format", "csv", "--map", "text=body,id=nr", stdin=rows)
    assert {json.loads(line)["article"] for line in result.stdout.splitlines()} == {"a1"}


def test_a_reader_that_closes_early_is_no_error(folder: Path) -> None:
    """As in `onrecord annotate articles | head -1`: silence and exit code 0."""
    shell = f'"{sys.executable}" -c "$MAIN" annotate "{folder}" | head -1; echo "${{PIPESTATUS[0]}}" >&2'
    done = subprocess.run(
        ["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=True, env=os.environ | {"MAIN": MAIN}
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == "0\n"


def test_a_missing_model_says_how_to_install_it(folder: Path, tmp_path: Path) -> None:
    """Exit code 1; the default one is installed by pip."""
    for command in (["annotate", folder], ["read", folder, "--db", tmp_path / "talks.db"]):
        result = run(*command, "--model", "no_such_model")
        assert result.exit_code == 1
        assert "install" in result.stderr


def test_an_article_that_breaks_a_stage_is_skipped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are read; with --strict the error is raised."""

    def parse_or_fail(article: Article, layout: Layout, model: str) -> object:
        if article.name == "talks-5":
            raise RuntimeError("a fault")
        return parse(article, layout, model)

    monkeypatch.setattr("onrecord.pipeline.parse", parse_or_fail)
    result = run("read", folder, "--db", tmp_path / "talks.db")
    assert result.exit_code == 3
    assert "talks-5.txt: Failed: RuntimeError: a fault" in result.stderr
    assert "2 added, 1 skipped" in result.stderr
    with pytest.raises(RuntimeError):
        run("annotate", folder, "--strict")


def test_a_broken_negotiation_file_is_named(folder: Path, tmp_path: Path) -> None:
    """Before anything is read."""
    broken = tmp_path / "broken.toml"
    broken.write_text('id = "telle\n')
    result = run("annotate", folder, "--negotiation", broken)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "line 1" in result.stderr


TELLE = """id = "telle"
name = "Talks on the Telle"
sides = [{id = "Varenia", name = "Varenia"}, {id = "Ostmark", name = "Ostmark", aliases = ["Ostmarkian"]}]
issues = [{name = "guns", seeds = ["guns", "artillery"]}]
"""


def test_a_negotiation_is_not_lost_by_reading_again(folder: Path, tmp_path: Path) -> None:
    """Where it is not named the command refuses and changes nothing; where others are, it says what is missing."""
    db, file = tmp_path / "talks.db", tmp_path / "telle.toml"
    file.write_text(TELLE, encoding="utf-8")
    assert run("read", folder, "--db", db, "--negotiation", file).exit_code == 0
    before = dump(db)
    refused = run("read", folder, "--db", db)
    assert refused.exit_code == 1
    assert "the negotiation 'telle', not known" in refused.stderr and "--negotiation" in refused.stderr
    assert dump(db) == before
    with onrecord.open(db) as record, pytest.raises(NotAtHand):
        record.read(folder)
    with onrecord.open(db) as record, pytest.raises(NotAtHand):
        record.read_text(TALKS)
    (new := tmp_path / "new.txt").write_text("Varenia began talks.", encoding="utf-8")
    assert "1 added" in run("read", new, "--db", db).stderr
    file.write_text(TELLE.replace('["guns", ', "["), encoding="utf-8")
    edited = run("read", folder, "--db", db, "--negotiation", file).stderr
    assert "3 replaced" in edited and "without it" not in edited
    other = run("read", folder, "--db", db, "--negotiation", "security-talks-2022")
    assert other.exit_code == 0
    assert "read before with telle, and now without it: 3 articles" in other.stderr
    assert "telle" not in run("read", folder, "--db", db).stderr.removeprefix(str(db))


def test_an_older_version_does_not_lose_its_negotiation(folder: Path, tmp_path: Path) -> None:
    """Nor does an article of two negotiations; both are named."""
    db, page, files = tmp_path / "talks.db", tmp_path / "a.txt", [tmp_path / "a.toml", tmp_path / "b.toml"]
    for file in files:
        file.write_text(TELLE.replace("telle", file.stem), encoding="utf-8")
    at = ["--url", "https://meridian.example/talks", "--db", db]
    page.write_text(TALKS, encoding="utf-8")
    assert run("read", page, *at, "--negotiation", files[0], "--negotiation", files[1]).exit_code == 0
    page.write_text(f"{TALKS} Again.", encoding="utf-8")
    assert "1 added" in run("read", page, *at).stderr
    page.write_text(TALKS, encoding="utf-8")
    refused = run("read", page, *at)
    assert (refused.exit_code, "the negotiations 'a' and 'b', not known" in refused.stderr) == (1, True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_text_of_several_papers(folder: Path, tmp_path: Path, jobs: int) -> None:
    """Is an article a paper, in the order of the input, whatever the jobs; reading again changes nothing."""
    db, table = tmp_path / "talks.db", tmp_path / "wire.jsonl"
    rows = [{"text": TALKS, "id": "wire-1"} | more for more in ({}, {"outlet": "One"}, {"outlet": "Two"}, {})]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for said in ("2 added, 1 replaced, 1 unchanged", "4 unchanged"):
        assert said in run("read", table, "--db", db, "--jobs", jobs).stderr
    outlets = [json.loads(line)["outlet"] for line in run("articles", "--db", db, "--json").stdout.splitlines()]
    assert outlets == ["One", "Two"]


def test_an_interrupt_before_the_first_article(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Says that nothing was read."""

    def interrupted(*_args: object, **_options: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("onrecord.views.cli.read.read_into", interrupted)
    said = CliRunner().invoke(main, ["read", str(folder), "--db", str(tmp_path / "talks.db")]).stderr
    assert "nothing was read yet; the same command goes on from there" in said


def test_undated_articles_are_counted(folder: Path, tmp_path: Path) -> None:
    """Also those that were there already; none where all have a date."""
    db = tmp_path / "talks.db"
    for _ in range(2):
        assert "date of publication: 3 of 3 articles" in run("read", folder, "--db", db).stderr
    assert "onrecord date" in run("read", folder, "--db", db).stderr
    assert "date of publication" not in run("read", folder, "--db", db, "--published", "2024-03-06").stderr
    assert "date of publication: 1 of 1 article" in run("annotate", folder / "talks-4.txt").stderr


def test_an_outlet_given_later_counts_nothing_twice(folder: Path, tmp_path: Path) -> None:
    """The articles get it, keep their ids, and keep it when they are read without it."""
    db = tmp_path / "talks.db"
    for more, said in (([], "3 added"), (["--outlet", "Meridian News"], "3 replaced"), ([], "3 unchanged")):
        assert said in run("read", folder, "--db", db, *more).stderr
    outlets = [json.loads(line)["outlet"] for line in run("articles", "--db", db, "--json").stdout.splitlines()]
    assert outlets == ["Meridian News"] * 3
    assert run("check", "--db", db).exit_code == 0


def articles_in(db: Path) -> int:
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


MAIN = "from onrecord.views.cli import main\nif __name__ == '__main__': main()"
