"""Paragraphs: where one ends, and which of them is the headline."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.language.quotations import find_quotations
from onrecord.model import Article, Layout, Paragraph

# A blank line, a form feed, or the "###" that scrapers write between paragraphs.
_BREAK = re.compile(r"[ \t]*(?:\r?\n[ \t\xa0]*(?:\r?\n[ \t\xa0]*)+|\f|(?:^|\s)#{3,}(?:\s|$))\s*")
_LINE = re.compile(r"\r?\n|\r|[\x85\u2028\u2029]")
# A text is hard-wrapped when most of its longer lines end near one column and go on in the next line.
WRAP_COLUMNS = (55, 100)
HEADLINE_WORDS = 30


def lay_out(article: Article) -> Layout:
    """Paragraphs and quotations of the article; its provenance zones belong to no paragraph."""
    bounds = list(_paragraph_bounds(article.text))
    outside = sorted((z.span.start, z.span.end) for z in article.zones)
    pieces = [p for start, end in bounds for p in _without(start, end, outside, article.text)]
    headlines = _headline_count(article, pieces)
    paragraphs = tuple(
        Paragraph(start, end, "headline" if n < headlines else "body") for n, (start, end) in enumerate(pieces)
    )
    return Layout(paragraphs=paragraphs, quotations=find_quotations(article.text, paragraphs))


def _paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    wrapped = _is_hard_wrapped(text)
    start = 0
    for match in _BREAK.finditer(text):
        yield from _lines(text, start, match.start(), wrapped)
        start = match.end()
    yield from _lines(text, start, len(text), wrapped)


def _lines(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    if not wrapped:
        for match in _LINE.finditer(text, start, end):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if body := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(body)


def _is_hard_wrapped(text: str) -> bool:
    low, high = WRAP_COLUMNS
    lines = _LINE.split(text)
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < 4:
        return False
    wrapped = sum(low <= len(a) <= high and not a.rstrip().endswith((".", "!", "?", "”", '"')) for a in inner)
    return wrapped > len(inner) / 2


def _without(start: int, end: int, outside: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    for zone_start, zone_end in outside:
        if zone_end <= start or zone_start >= end:
            continue
        yield from _trimmed(text, start, max(start, zone_start))
        start = zone_end
    if start < end:
        yield from _trimmed(text, start, end)


def _headline_count(article: Article, pieces: list[tuple[int, int]]) -> int:
    """1 where the first paragraph is a headline: the known title, or a short line without a final stop."""
    if len(pieces) < 2:
        return 0
    first = article.text[slice(*pieces[0])]
    if article.title and _plain(first) == _plain(article.title):
        return 1
    second = article.text[slice(*pieces[1])]
    short = len(first.split()) <= HEADLINE_WORDS and len(first) < len(second)
    return int(short and first[-1] not in ".!?”\"'’:;," and not first.startswith(("“", '"', "-", "•", "*")))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
