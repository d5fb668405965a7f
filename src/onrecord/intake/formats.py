"""Which kind of input it is, told from its name and its first bytes."""

import re
from pathlib import PurePath
from typing import Literal

from onrecord.intake.decoding import codec_of
from onrecord.model.errors import BinaryInput

Format = Literal["text", "html", "csv", "jsonl"]

HEAD = 65_536  # bytes that are looked at

_BY_SUFFIX: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
}
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype html|html|head|body|article|div|p)\b", re.I | re.S)
_JSON_OBJECT = re.compile(r'\s*\{\s*"')

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
)
_RIFF = re.compile(rb"RIFF....(?:WEBP|WAVE|AVI )|....ftyp", re.S)


def refuse_binary(head: bytes) -> None:
    """Raises `BinaryInput` where the first bytes are those of a file that is no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise BinaryInput(f"this is {what}: save it as text or HTML and read that")
    if _RIFF.match(head):
        raise BinaryInput("this is an image, sound or film: only text and HTML can be read")


def tell_format(name: str, head: bytes, text_column: str | None) -> Format:
    """By the name's ending, else by content: a page, JSON lines, a table with the mapped column, else plain text."""
    if (known := _BY_SUFFIX.get(PurePath(name).suffix.lower())) is not None:
        return known
    start = head.decode(codec_of(head), "replace")
    if _PAGE.match(start):
        return "html"
    if _JSON_OBJECT.match(start):
        return "jsonl"
    first_line = start.lstrip("\ufeff\r\n").partition("\n")[0]
    if text_column and text_column in re.split(r'[",;\t|\r]+', first_line):
        return "csv"
    return "text"
