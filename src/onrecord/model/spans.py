"""Spans: the exact characters a line of the record rests on."""

import re
from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of code points of `Article.text`, with the words that stand there.

    `article.text[span.start:span.end] == span.text` always holds; `onrecord check` proves it.
    """

    start: int
    end: int
    text: str

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]

# Where the words of a Markdown link end and its address stands.
_ADDRESS = r"\((?:https?://|mailto:|www\.|/|#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"
_LINK_END = rf"\]{_ADDRESS}"
_ADDRESS_BEFORE = re.compile(rf"\s*{_ADDRESS}\s*(?=\S)")
# With something before it, so that a lone mark stays.
_ADDRESS_BEHIND = re.compile(rf"(?<=\S)(?:\s*(?:{_LINK_END}|<https?://[^\s<>]+>))+\s*\Z")
_LINK_OPENS = re.compile(r"(?<=\S)\s+!?\[\s*\Z")


def cut(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`, white space and addresses of links at its edges left out."""
    piece = text[start:end]
    if "://" in piece and (before := _ADDRESS_BEFORE.match(piece)) is not None:
        start, piece = start + before.end(), piece[before.end() :]
    if "](" in piece or "<http" in piece:
        piece = _ADDRESS_BEHIND.sub("", piece)
    if "[" in piece:
        piece = _LINK_OPENS.sub("", piece)
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())), piece.strip())


def hull(spans: Iterable[Span]) -> tuple[int, int]:
    """First and last offset that any of the spans touches; `(0, 0)` for none."""
    found = list(spans)
    if not found:
        return 0, 0
    return min(s.start for s in found), max(s.end for s in found)
