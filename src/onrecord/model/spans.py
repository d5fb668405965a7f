"""Spans: the exact characters a line of the record rests on."""

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


def cut(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`, white space at its edges left out."""
    piece = text[start:end]
    words = piece.strip()
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(words), words)


def hull(spans: Iterable[Span]) -> tuple[int, int]:
    """First and last offset that any of the spans touches; `(0, 0)` for none."""
    found = list(spans)
    if not found:
        return 0, 0
    return min(s.start for s in found), max(s.end for s in found)
