"""Paragraphs: where one ends, and which of them is the headline."""

import re
from collections.abc import Iterator

from onrecord.language.quotations import find_quotations
from onrecord.model import Article, Layout, Notice, Paragraph
from onrecord.syntax.wrapping import LINE_END, goes_on, is_hard_wrapped

# A blank line, a form feed, or the "###" that scrapers write between paragraphs.
_BREAK = re.compile(r"(?>\r\n|\n|\r)[ \t\xa0]*(?:(?>\r\n|\n|\r)[ \t\xa0]*)+|\f|\u2029|(?:(?<=\s)|^)#{3,}(?=\s|$)")
# In hard-wrapped text, what opens a new paragraph without a blank line: an item of a list.
_ITEM = re.compile(r"(?:[-–—•*·]|\d{1,2}[.)]|\([a-z0-9]{1,3}\))[ \xa0\t]")
HEADLINE_WORDS = 30
# Share of capitalised words, of those with four letters and more, in a headline that ends with a stop.
HEADLINE_CAPITALS = 0.7
# Words below the headline, under which what a page holds is likely to be its menu; the shortest of 61 pages of one
# site, a note on a telegram, has 31.
FEWEST_WORDS_OF_A_PAGE = 20


def lay_out(article: Article) -> Layout:
    """Paragraphs and quotations of the article; its provenance zones belong to no paragraph."""
    bounds = list(_paragraph_bounds(article.text))
    outside = sorted((z.span.start, z.span.end) for z in article.zones)
    pieces = list(_without(bounds, outside, article.text))
    headlines = _headline_count(article, pieces)
    paragraphs = tuple(
        Paragraph(start, end, "headline" if n < headlines else "body") for n, (start, end) in enumerate(pieces)
    )
    return Layout(paragraphs=paragraphs, quotations=find_quotations(article.text, paragraphs))


def few_words_notice(article: Article, layout: Layout) -> Notice | None:
    """A notice where so little text was found in a web page that its article is likely to be missing."""
    body = [article.text[p.start : p.end] for p in layout.paragraphs if p.role == "body"]
    words = sum(len(text.split()) for text in body)
    if article.media_type != "text/html" or words >= FEWEST_WORDS_OF_A_PAGE:
        return None
    return Notice("few words", f"{words} words of text were found in this page, perhaps of its menu: save its text")


def _paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    wrapped = is_hard_wrapped(text)
    start = 0
    for match in _BREAK.finditer(text):
        yield from _lines(text, start, match.start(), wrapped)
        start = match.end()
    yield from _lines(text, start, len(text), wrapped)


def _lines(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The lines of a block; in hard-wrapped text, lines that go on in the next one are kept together."""
    begin = start
    for match in LINE_END.finditer(text, start, end):
        if not (wrapped and _same_paragraph(text, start, match, end)):
            yield from _trimmed(text, begin, match.start())
            begin = match.end()
        start = match.end()
    yield from _trimmed(text, begin, end)


def _same_paragraph(text: str, start: int, line_end: re.Match[str], end: int) -> bool:
    """Whether the line above goes on: no Markdown break (two spaces), no item of a list, no short line."""
    above = text[start : line_end.start()]
    below = LINE_END.split(text[line_end.end() : min(end, line_end.end() + 200)], maxsplit=1)[0].lstrip(" \t")
    return not above.endswith("  ") and not _ITEM.match(below) and goes_on(above, below)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if body := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(body)


def _without(bounds: list[tuple[int, int]], outside: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs less the zones, both in the order of the text."""
    at = 0
    for start, end in bounds:
        while at < len(outside) and outside[at][1] <= start:
            at += 1
        zone = at
        while zone < len(outside) and outside[zone][0] < end:
            yield from _trimmed(text, start, max(start, outside[zone][0]))
            start = outside[zone][1]
            zone += 1
        if start < end:
            yield from _trimmed(text, start, end)


def _headline_count(article: Article, pieces: list[tuple[int, int]]) -> int:
    """1 where the first paragraph is a headline: the known title, or, with no title known, what looks like one."""
    if len(pieces) < 2:
        return 0
    first = article.text[slice(*pieces[0])]
    if article.title:
        return int(_plain(first) == _plain(article.title))
    words = first.split()
    longest = max(end - start for start, end in pieces[1:5])
    if len(words) > HEADLINE_WORDS or len(first) >= longest or first.startswith(("-", "•", "*")):
        return 0
    last = first.rstrip("”\"'’)")[-1:]
    if last.isalnum() or (last in "?…" and not first.startswith(("“", '"'))):
        return 1
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return int(len(long_words) >= 4 and capitals >= HEADLINE_CAPITALS * len(long_words))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
