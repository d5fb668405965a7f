"""The rows of PLV_train: sentences whose actor and recipient are marked, with their PLOVER root."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Span

from onrecord.language import lay_out, parse
from onrecord.model import Article, article_id

_MARK = re.compile(r"(</?[st]>)")

Characters = tuple[int, int]
Range = tuple[int, int]


class Row(NamedTuple):
    """A sentence as an article of its own, its parse, the root, and the marked characters of each side."""

    article: Article
    doc: Doc
    root: str
    actor: tuple[Characters, ...]
    recipient: tuple[Characters, ...]


def rows_of(file: Path) -> Iterator[Row]:
    """All rows in their order; a side may be marked twice or not at all."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, marks = _unmarked(row["marked_sentence"])
            raw = text.encode()
            article = Article(id=article_id(None, raw), name=row["sentence_id"], text=text, raw=raw)
            yield Row(article, parse(article, lay_out(article)), row["gold_root"], marks["s"], marks["t"])


def tokens_of(doc: Doc, marked: tuple[Characters, ...]) -> Range | None:
    """The tokens of the first mark."""
    found = doc.char_span(*marked[0], alignment_mode="expand") if marked else None
    return (found.start, found.end) if found is not None else None


def meets(phrase: Span, marks: Sequence[Characters]) -> bool:
    """Whether the phrase shares a character with one of the marks."""
    return any(phrase.start_char < end and start < phrase.end_char for start, end in marks)


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[Characters, ...]]]:
    text, begun = "", 0
    marks: dict[str, tuple[Characters, ...]] = {"s": (), "t": ()}
    for part in _MARK.split(marked):
        if part in {"<s>", "<t>"}:
            begun = len(text)
        elif part in {"</s>", "</t>"}:
            marks[part[2]] += ((begun, len(text)),)
        else:
            text += part
    return text, marks
