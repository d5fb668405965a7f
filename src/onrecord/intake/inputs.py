"""Walks the paths a user named and turns each input into articles, or into a line that says why not."""

import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import IO, Literal

import msgspec

from onrecord.intake.articles import finished
from onrecord.intake.formats import HEAD, Format, refuse_binary, tell_format
from onrecord.intake.html import read_html
from onrecord.intake.plain import read_plain
from onrecord.intake.published import stated_date
from onrecord.intake.rows import FIELDS, BadRow, read_csv, read_jsonl
from onrecord.model import Article
from onrecord.model.errors import InputError, MalformedInput, MissingInput, OversizedInput, UndecodableInput

# Bytes of one text or page; tables of rows have no limit. The longest transcript known to us has 0.2 MB. A page of
# 20 MB takes 15 to 60 s and up to 1.5 GB (measured on paragraphs and on a table of 300,000 rows).
LARGEST = {"text": 50_000_000, "html": 25_000_000}


class InputOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says about the inputs; given values win over what an input says of itself.

    `mapping` names the column (CSV) or key (JSON lines) of each article field: text, outlet, id, published, title,
    url, byline. `published` is a date or a time with or without a zone. Raises `ValueError` for an unknown field or an
    unreadable date.
    """

    format: Literal["auto"] | Format = "auto"
    mapping: dict[str, str] = {}
    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.mapping) - set(FIELDS)):
            raise ValueError(f"no article field is called {unknown[0]!r}: map one of {', '.join(FIELDS)}")
        if self.published is not None:
            stated_date(self.published)


AS_FOUND = InputOptions()


class InputProblem(msgspec.Struct, frozen=True):
    """Why an input was not read: `code` is the name of the error, `message` says what to do."""

    code: str
    message: str


class Unread(msgspec.Struct, frozen=True):
    """An input, or one row of it, that was left out."""

    source: str
    """The path, or path:line for a row; "-" is standard input."""
    error: InputProblem


def read_inputs(paths: Sequence[str | Path], *, options: InputOptions = AS_FOUND) -> Iterator[Article | Unread]:
    """The articles of all paths in order; what cannot be read gives one `Unread` each, and the rest goes on.

    "-" is standard input. Folders are walked in sorted order, hidden files and links to folders left out. Rows are
    streamed: no more than one is held at a time. Raises `ValueError` where one `url` is given for several articles.
    """
    table = options.mapping or options.format in {"csv", "jsonl"}
    if options.url and (table or len(paths) > 1 or any(Path(path).is_dir() for path in paths)):
        raise ValueError("the url is the address of one article: give one file, or a column with url=COLUMN")
    return _read_each(paths, options)


def _read_each(paths: Sequence[str | Path], options: InputOptions) -> Iterator[Article | Unread]:
    for path in paths:
        if str(path) == "-":
            yield from _read_guarded(sys.stdin.buffer, "-", options)
            continue
        for file in _files(Path(path)):
            try:
                stream = file.open("rb", buffering=HEAD)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                yield _unread(str(file), MissingInput(f"cannot be opened ({reason}): check the path"))
                continue
            with stream:
                yield from _read_guarded(stream, str(file), options)


def _files(path: Path) -> Iterator[Path]:
    try:
        entries = sorted(path.iterdir()) if path.is_dir() else None
    except OSError:
        entries = None  # opening it says why
    if entries is None:
        yield path
        return
    for entry in entries:
        if entry.name.startswith(".") or (entry.is_dir() and entry.is_symlink()):
            continue
        yield from _files(entry)


def _read_guarded(stream: IO[bytes], source: str, options: InputOptions) -> Iterator[Article | Unread]:
    try:
        for found in _read(stream, source, options):
            if isinstance(found, BadRow):
                yield _unread(f"{source}:{found.line}", found.error)
            else:
                yield found
    except InputError as error:
        yield _unread(source, error)
    except UnicodeError as error:
        yield _unread(source, UndecodableInput(f"broken text ({error}): save it as UTF-8"))
    except OSError as error:
        yield _unread(source, MissingInput(f"cannot be read ({error.strerror or error}): check the file"))


def _read(stream: IO[bytes], source: str, options: InputOptions) -> Iterator[Article | BadRow]:
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream, HEAD)  # type: ignore[type-var]
    head = buffered.peek(HEAD)[:HEAD]
    refuse_binary(head)
    kind = options.format
    if kind == "auto":
        kind = tell_format(source, head, options.mapping.get("text"))
    if kind in {"csv", "jsonl"}:
        read_rows = read_csv if kind == "csv" else read_jsonl
        for n, found in enumerate(read_rows(buffered, source, options.mapping)):
            if n and options.url:
                raise MalformedInput("more than one article, and a single url for them: name a column, url=COLUMN")
            yield found if isinstance(found, BadRow) else _finished(found.article, found.content, options)
        return
    raw = buffered.read(LARGEST[kind] + 1)
    if len(raw) > LARGEST[kind]:
        megabytes = LARGEST[kind] // 1_000_000
        raise OversizedInput(f"more than {megabytes} MB for one {kind} input: split it into its articles")
    read_whole = read_html if kind == "html" else read_plain
    article = read_whole(raw, source)
    yield _finished(article, raw if kind == "html" else article.text.encode(), options)


def _finished(article: Article, content: bytes, options: InputOptions) -> Article:
    return finished(article, published=options.published, outlet=options.outlet, url=options.url, content=content)


def _unread(source: str, error: InputError) -> Unread:
    return Unread(source, InputProblem(type(error).__name__, str(error)))
