"""Reading what a user names: good inputs become articles, bad ones a named error, and the rest goes on."""

import io
import sys
from pathlib import Path

import pytest

from onrecord.intake import InputOptions, Unread, read_inputs
from onrecord.intake import inputs as inputs_module
from onrecord.model import Article, Published

NEWS = "The ministers of Varenia and Ostmark met – “talks were frank”, an official said at the café."


def one(path: Path, **options: object) -> Article | Unread:
    (found,) = read_inputs([path], options=InputOptions(**options))  # type: ignore[arg-type]
    return found


def article(path: Path, **options: object) -> Article:
    found = one(path, **options)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        f"{NEWS}\ufeff",
        "a\r\nb\rc\nd\x85e",
        "\n\n  Talks.\xa0\xa0They failed. \n",
        "tab\tand \u2028 line",
        "&nbsp;&#39;",
    ],
)
def test_plain_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    """Newlines, no-break spaces and entities stand where the file has them."""
    file = tmp_path / "talks.txt"
    file.write_bytes(text.encode())
    found = article(file)
    with file.open(encoding="utf-8", newline="") as lines:
        assert found.text == lines.read() == text
    assert (found.name, found.raw, found.path, found.media_type) == ("talks", text.encode(), str(file), "text/plain")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """UTF-8, its wider kin with or without a mark, and Windows-1252."""
    file = tmp_path / "a.txt"
    file.write_bytes(NEWS.encode(encoding))
    assert article(file).text == NEWS


def test_another_alphabet_without_unicode(tmp_path: Path) -> None:
    """Cyrillic bytes are not read as Western letters."""
    text = "Министры встретились на реке в понедельник и договорились о новых переговорах. " * 5
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode("cp1251"))
    assert article(file).text == text


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("a.txt", b"", "EmptyInput", "empty"),
        ("a.txt", b" \n\t\r\n", "EmptyInput", "empty"),
        ("a.txt", "\ufeff\xa0\n".encode(), "EmptyInput", "white space"),
        ("a.pdf", b"%PDF-1.7 and more", "BinaryInput", "PDF"),
        ("a.docx", b"PK\x03\x04rest", "BinaryInput", "save it as text or HTML"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "BinaryInput", "image"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "BinaryInput", "Word"),
        ("a.rtf", b"{\\rtf1 talks}", "BinaryInput", "RTF"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "BinaryInput", "film"),
        ("a.txt", b"talks\x00\x01\x02\x03" * 50, "BinaryInput", "no text"),
        ("a.bin", bytes((i * 7919 + i * i * 31) % 256 for i in range(5000)), "UndecodableInput", "UTF-8"),
        ("a.html", b"<html><body><p></p></body></html>", "MalformedInput", "no article"),
        ("a.html", b"not a page at all", "MalformedInput", "text"),
        ("a.csv", b"who,what\n1,2\n", "MalformedInput", "text=COLUMN"),
    ],
)
def test_unreadable_inputs_are_named(tmp_path: Path, name: str, content: bytes, code: str, says: str) -> None:
    """Each has the name of its error and a message that says what to do."""
    file = tmp_path / name
    file.write_bytes(content)
    found = one(file)
    assert isinstance(found, Unread), found
    assert (found.source, found.error.code) == (str(file), code)
    assert says in found.error.message


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """Said, and the next one is read."""
    (tmp_path / "b.txt").write_text("Talks failed.")
    missing, found = read_inputs([tmp_path / "no.txt", tmp_path / "b.txt"])
    assert isinstance(missing, Unread)
    assert missing.error.code == "MissingInput"
    assert isinstance(found, Article)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the limit nothing is read."""
    monkeypatch.setattr(inputs_module, "LARGEST", {"text": 10, "html": 10})
    (tmp_path / "a.txt").write_text("more than ten bytes")
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Unread)
    assert found.error.code == "OversizedInput"


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Sorted, with their folders; hidden files left out; a picture is one line of its own."""
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden.txt", ".git/x.txt", "c.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"\x89PNG" if name.endswith("png") else b"Talks failed.")
    found = [a.path if isinstance(a, Article) else a.error.code for a in read_inputs([tmp_path])]
    assert found == [str(tmp_path / "a/y.txt"), str(tmp_path / "a/z.txt"), str(tmp_path / "b.txt"), "BinaryInput"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Talks failed.", "Talks failed."),
        (b'{"text": "Talks failed.", "id": "t1"}\n', "Talks failed."),
        (b"id,text\n1,Talks failed.\n", "Talks failed."),
        (b"\r\n\nid,text\n1,Talks failed.\n", "Talks failed."),
        (b"<!doctype html><html><body><article><p>" + b"The talks failed on Monday, two officials said. " * 9
         + b"</p></article></body></html>", None),
    ],
)  # fmt: skip
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, text: str | None) -> None:
    """The kind is told from what comes in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (found,) = read_inputs(["-"], options=InputOptions(mapping={"text": "text"}))
    assert isinstance(found, Article)
    assert found.path == "-"
    assert text is None or found.text == text


def test_one_broken_input_stops_no_other(tmp_path: Path) -> None:
    """A table cut inside a character, a line that is nested too deeply, a folder that may not be entered."""
    (tmp_path / "a.csv").write_bytes("id,text\n1,Talks failed.\n".encode("utf-16")[:-1])
    (tmp_path / "b.jsonl").write_text('{"text": ' + "[" * 9999 + '\n{"text": "Talks failed."}\n')
    (tmp_path / "c").mkdir(mode=0)
    (tmp_path / "d.txt").write_text("Talks failed.")
    found = list(read_inputs([tmp_path]))
    assert [f.text for f in found if isinstance(f, Article)] == ["Talks failed."] * 2
    codes = [f.error.code for f in found if not isinstance(f, Article)]
    assert codes[:2] == ["UndecodableInput", "MalformedInput"]
    assert codes[2:] in ([], ["MissingInput"])  # whoever is root may enter


def test_one_url_is_of_one_article(tmp_path: Path) -> None:
    """Else the second would hide the first as its newer version."""
    (tmp_path / "a.jsonl").write_text('{"text": "Talks failed."}\n{"text": "They met again."}\n')
    (tmp_path / "b.txt").write_text("Talks failed.")
    options = InputOptions(url="http://a/b")
    first, second = read_inputs([tmp_path / "a.jsonl"], options=options)
    assert isinstance(first, Article) and isinstance(second, Unread)
    assert "url=COLUMN" in second.error.message
    for paths in ([tmp_path], [tmp_path / "b.txt", tmp_path / "a.jsonl"]):
        with pytest.raises(ValueError, match="one article"):
            read_inputs(paths, options=options)


def test_given_values_win(tmp_path: Path) -> None:
    """Over what the input says of itself; the date's origin is "given"."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Talks failed.", "outlet": "Telle Post", "published": "2022-01-01", "url": "http://a/b"}')
    found = article(file, published="9 January 2022", outlet="The Harbour Courier", url="http://c/d")
    assert (found.outlet, found.url) == ("The Harbour Courier", "http://c/d")
    assert found.published == Published("2022-01-09", "given")
    assert found.id != article(file).id


def test_the_id_follows_outlet_and_text(tmp_path: Path) -> None:
    """The same text under the same outlet is the same article, wherever the file lies and however it is encoded."""
    for name, encoding in (("a.txt", "utf-8"), ("b.txt", "utf-8-sig"), ("c.txt", "utf-16")):
        (tmp_path / name).write_text("Talks failed.", encoding)
    assert len({article(tmp_path / name).id for name in ("a.txt", "b.txt", "c.txt")}) == 1
    assert article(tmp_path / "a.txt").id != article(tmp_path / "a.txt", outlet="Telle Post").id


@pytest.mark.parametrize("options", [{"mapping": {"body": "x"}}, {"published": "soon"}, {"published": "09/01/2022"}])
def test_options_that_cannot_be_meant(options: dict[str, object]) -> None:
    """An unknown article field, or a date that is none or two."""
    with pytest.raises(ValueError, match=r"article field|is no date"):
        InputOptions(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TELLE, January 9, 2022 — The talks failed.", Published("2022-01-09", "dateline")),
        ("Talks fail\nPublished 9 January 2022 18:30 GMT\n\nThe talks failed.",
         Published("2022-01-09T18:30:00+00:00", "dateline")),
        ("Talks fail\nUpdated 10 January 2022\nPublished 9 January 2022\n\nThe talks failed.",
         Published("2022-01-09", "dateline")),
        ("TELLE, 9 January 2022. The talks failed.", Published("2022-01-09", "dateline")),
        ("The siege of Telle\n\nTelle, May 3, 1919\n\nThe talks failed after a long night in the hall.", None),
        ("Telle, May 3, 2019\nUpdated January 9, 2022\n\nThe talks failed after a long night in the hall.",
         Published("2022-01-09", "dateline")),
        ("TELLE, Jan. 9 — The talks failed.", None),
        ("TELLE, 9 January. The talks failed.", None),
        ("The talks failed in the first week of the year.\n\nTelle, 9 January 2022. The talks begin.", None),
        ("The talks failed on January 9, 2022, and nobody came.", None),
    ],
)  # fmt: skip
def test_a_dateline_dates_an_article(tmp_path: Path, text: str, expected: Published | None) -> None:
    """Only a full date in a provenance line; a date in the prose is not the article's."""
    (tmp_path / "a.txt").write_text(text)
    assert article(tmp_path / "a.txt").published == expected
