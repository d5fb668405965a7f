"""How much of a content is quoted, and which attribution stands inside which."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.mentions.attributions.passages import Passage, Range
from onrecord.model import Article, Attribution, Span, hull, seal
from onrecord.model.vocabulary import Form

# The most words of a title in quotation marks, and what is written small in it.
LONGEST_TITLE = 5
_SMALL = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"}


def form_of(passage: Passage, content: Iterable[Range], home: int) -> Form:
    """Direct where every word is inside quotation marks, mixed where some are.

    `home` is the quotation (or -1) that the cue stands in: its marks are those of somebody else's words. In "Berg said
    the deal is off," he told reporters, what Berg said is indirect.
    """
    content = list(content)
    titles = {i for r in content for i in _titles(passage, r)}
    quoted = [
        passage.quote_of[t.i] >= 0 if passage.quote_of[t.i] != home else t.i in passage.inner_quoted
        for start, end in content
        for t in passage.doc[start:end]
        if any(c.isalnum() for c in t.text) and not (t.i in titles or _joins(passage, t.i))
    ]
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def _titles(passage: Passage, content: Range) -> Iterator[int]:
    """Tokens in marks that only name something: the program "Large Construction"."""
    for n in range(passage.next_quote(content[0]), passage.next_quote(content[1])):
        start, end = passage.quotes[n]
        words = [t for t in passage.doc[start:end] if t.text[0].isalpha()]
        name = 1 < len(words) <= LONGEST_TITLE and all(t.is_title or t.lower_ in _SMALL for t in words)
        beside = [passage.doc[i] for i in (start - 1, end) if 0 <= i < len(passage.doc)]
        names = any(t.pos_ in {"NOUN", "PROPN"} or t.lower_ == "on" for t in beside)
        if name and names and words[0].is_title and (content[0] < start or end < content[1]):
            yield from range(start, end)


def _joins(passage: Passage, at: int) -> bool:
    """Whether it is an "and" between two quotations."""
    between = passage.doc[at].dep_ == "cc" and 0 < at < len(passage.doc) - 1
    return between and passage.quote_of[at - 1] >= 0 and passage.quote_of[at + 1] >= 0


def nest(found: Sequence[Attribution], article: Article) -> list[Attribution]:
    """The attributions with `parent`: the innermost wider one whose content holds their cue and content.

    Where the content is in pieces, the cue is enough; the source may stand before: "Varenia is expected to deny that
    ...". Attributions are visited from left to right with a stack of contents still open, so that many stay cheap.
    """
    sealed = [seal(a, article, article.text_sha256) for a in found]
    pieces = sorted(((c.start, -c.end, n) for n, a in enumerate(sealed) for c in a.content), key=lambda c: (c[0], c[1]))
    order = sorted(range(len(sealed)), key=lambda n: _anchors(sealed[n])[0].start)
    open_: list[tuple[int, int, int]] = []
    at = 0
    nested = list(sealed)
    for n in order:
        inner = sealed[n]
        start = _anchors(inner)[0].start
        while at < len(pieces) and pieces[at][0] <= start:
            while open_ and -open_[-1][1] <= pieces[at][0]:
                open_.pop()
            open_.append(pieces[at])
            at += 1
        outer = next((sealed[m] for _, _, m in reversed(open_) if m != n and _holds(sealed[m], inner)), None)
        if outer is not None:
            nested[n] = msgspec.structs.replace(inner, parent=outer.id)
    return nested


def _anchors(attribution: Attribution) -> tuple[Span, ...]:
    """What must stand inside the parent's content, in the order of the text."""
    if len(attribution.content) > 1 and attribution.cue:
        return attribution.cue
    return tuple(sorted((*attribution.cue, *attribution.content)))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the content is the wider one, or as wide in fewer pieces, and each anchor stands in a piece of it."""
    return _width(outer) > _width(inner) and all(_piece_holds(outer.content, a) for a in _anchors(inner))


def _width(attribution: Attribution) -> tuple[int, int]:
    start, end = hull(attribution.content)
    return end - start, -len(attribution.content)


def _piece_holds(content: Sequence[Span], span: Span) -> bool:
    n = bisect_right(content, span.start, key=lambda c: c.start) - 1
    return n >= 0 and content[n].contains(span)
