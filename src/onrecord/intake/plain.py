"""A plain text file -> Article; its text is the decoded characters, exactly."""

from pathlib import PurePath

from onrecord.intake.decoding import decode
from onrecord.model import Article


def read_plain(raw: bytes, source: str) -> Article:
    """The article of one text file. Raises `EmptyInput`, `BinaryInput`, `UndecodableInput`."""
    return Article(id="", name=stem(source), text=decode(raw), raw=raw, path=source)


def stem(source: str) -> str:
    """The file's name without its ending; "stdin" for standard input."""
    return "stdin" if source == "-" else PurePath(source).stem
