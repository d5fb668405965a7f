"""CSV and JSON lines: one article a row, one error a bad row."""

import json
from pathlib import Path

import pytest

from onrecord.intake import InputOptions, read_inputs
from onrecord.model import Article, Published


def read(path: Path, content: str | bytes, **mapping: str) -> list[tuple[str, str]]:
    """(name, text) of articles, (source, error) of what was not read."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = read_inputs([path], options=InputOptions(mapping=mapping))
    return [
        (a.name, a.text) if isinstance(a, Article) else (a.source.removeprefix(str(path)), a.error.code) for a in found
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,text\n7,Talks failed.\n", [("7", "Talks failed.")]),
        ("id;text\n7;Talks, again\n", [("7", "Talks, again")]),
        ("id\ttext\n7\tTalks\n", [("7", "Talks")]),
        ("\ufefftext,id\nTalks,7\n", [("7", "Talks")]),
        ("\n\r\ntext\nFirst\n2,b\n", [("t:4", "First"), (":5", "MalformedInput")]),
        ('id,"the\nbody",text\n1,a,First\n,a,Second\n', [("1", "First"), ("t:4", "Second")]),
        ('id,"te"xt"\n1,First\n', [("", "MalformedInput")]),
        ("text\nFirst\n\nSecond\n", [("t:2", "First"), ("t:4", "Second")]),
        ('id,text\n7,"Two\nlines, ""quoted""\r\nmore"\n8,x\n', [("7", 'Two\nlines, "quoted"\r\nmore'), ("8", "x")]),
        ("id,text\n1,a\n2,b,c\n3\n4, \n5,e", [("1", "a"), (":3", "MalformedInput"), (":4", "MalformedInput"),
                                              (":5", "EmptyInput"), ("5", "e")]),
        ('id,text\n1,"a "b" c"\n2,fine\n', [(":2", "MalformedInput"), ("2", "fine")]),
        ("id,text\n1,café “x”\n".encode("cp1252"), [("1", "café “x”")]),
        ("id,text\n1,café\n".encode("utf-16"), [("1", "café")]),
    ],
)  # fmt: skip
def test_csv(tmp_path: Path, content: str | bytes, expected: list[tuple[str, str]]) -> None:
    """Any divider, quoted newlines, broken rows between good ones, the text exactly as given."""
    assert read(tmp_path / "t.csv", content) == expected


def test_mapped_columns(tmp_path: Path) -> None:
    """Every article field can come from a column of another name."""
    file = tmp_path / "t.csv"
    file.write_text(
        "body,paper,key,seen,head,address,who\n"
        "Talks failed.,The Harbour Courier,k1,2022-01-09 18:30:00-05:00,No deal,http://a/b,Ana Writer\n"
    )
    mapping = {"text": "body", "outlet": "paper", "id": "key", "published": "seen", "title": "head", "url": "address",
               "byline": "who"}  # fmt: skip
    (found,) = read_inputs([file], options=InputOptions(mapping=mapping))
    assert isinstance(found, Article)
    assert (found.text, found.outlet, found.name) == ("Talks failed.", "The Harbour Courier", "k1")
    assert (found.title, found.url, found.byline) == ("No deal", "http://a/b", "Ana Writer")
    assert found.published == Published("2022-01-09T18:30:00-05:00", "column")
    assert json.loads(found.raw)["body"] == "Talks failed."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("more.csv", "text,nr,id,date\nTalks failed.,1,k1,2022-01-09\n"),
        ("order.csv", "date;id;text\n2022-01-09;k1;Talks failed.\n"),
        ("undated.csv", "id,text\nk1,Talks failed.\n"),
        ("other.jsonl", '{"id": "k1", "seen": null, "text": "Talks failed.", "date": "2022-01-09"}\n'),
    ],
)
def test_the_id_follows_text_and_id(tmp_path: Path, name: str, content: str) -> None:
    """Not what else stands in the row, nor the format; another id makes another article."""
    for file, written in {name: content, "a.csv": "id,text,date\nk1,Talks failed.,2022-01-09\n",
                          "b.csv": "id,text,date\nk2,Talks failed.,2022-01-09\n"}.items():  # fmt: skip
        (tmp_path / file).write_text(written)
    same, first, other = (next(iter(read_inputs([tmp_path / file]))) for file in (name, "a.csv", "b.csv"))
    assert isinstance(same, Article) and isinstance(first, Article) and isinstance(other, Article)
    assert same.id == first.id != other.id


def test_a_mapped_column_that_is_missing(tmp_path: Path) -> None:
    """The whole table is one error, which names the columns there are."""
    assert read(tmp_path / "t.csv", "id,text\n1,a\n", outlet="paper") == [("", "MalformedInput")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "Talks failed.", "id": "a/1"}', ("a/1", "Talks failed.")),
        ('{"text": "  a\\u00a0b\\n "}', ("t:1", "  a\xa0b\n ")),
        ('{"text": 7, "id": 0}', ("0", "7")),
        ('{"text": null}', (":1", "EmptyInput")),
        ('{"body": "Talks"}', ("t:1", "Talks")),
        ('{"id": 5}', (":1", "MalformedInput")),
        ("[1, 2]", (":1", "MalformedInput")),
        ("not json", (":1", "MalformedInput")),
        ('{"text": "cut', (":1", "MalformedInput")),
    ],
)
def test_json_lines(tmp_path: Path, line: str, expected: tuple[str, str]) -> None:
    """A bad line is an error with its number, and the next line is read."""
    assert read(tmp_path / "t.jsonl", f'{line}\n\n{{"text": "Next", "id": "n"}}\n') == [expected, ("n", "Next")]


def test_a_cell_of_any_size(tmp_path: Path) -> None:
    """More than the 131,072 characters that csv allows by itself."""
    text = "Talks failed. " * 50_000
    assert read(tmp_path / "t.csv", f"id,text\n1,{text}\n") == [("1", text)]


def test_a_stamp_that_is_no_date(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The article is read without a date, and that is said."""
    assert read(tmp_path / "t.csv", "id,text,published\n1,Talks,soon\n") == [("1", "Talks")]
    assert "t.csv:2: 'soon' is no date" in caplog.text


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_columns_that_nobody_mapped_are_told(tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str) -> None:
    """What was taken for what, and what was left, where a field is empty that it could be."""
    csv = "nr,when,body\n1,2024-03-05,Talks failed.\n"
    rows = csv if name == "t.csv" else '{"nr": 1, "when": "2024-03-05", "body": "Talks failed."}\n'
    read(tmp_path / name, rows)
    assert f"{name}: taken from columns: text=body; not read: nr, when; to map one: --map FIELD=COLUMN" in caplog.text
    caplog.clear()
    read(tmp_path / name, rows.replace("when", "date").replace("nr", "id"))
    read(tmp_path / name, rows, text="body", id="nr", published="when")
    assert caplog.text == ""
    read(tmp_path / name, rows, text="body", id="nr")
    assert "taken from columns: text=body, id=nr; not read: when" in caplog.text


def test_a_key_of_other_lines_was_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Each key that was taken for a field is told, and is not among those that are left."""
    read(tmp_path / "t.jsonl", '{"text": "Talks failed."}\n{"body": "Talks began.", "nr": 1}\n')
    assert "taken from columns: text=text, text=body; not read: nr;" in caplog.text


def test_rows_are_streamed(tmp_path: Path) -> None:
    """The first article is there before the rest is read."""
    file = tmp_path / "t.jsonl"
    file.write_text('{"text": "Talks failed."}\n' * 10_000 + "broken")
    assert isinstance(next(iter(read_inputs([file]))), Article)
