"""How much of a content is quoted, and which attribution stands inside which."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.mentions.attributions.passages import Passage, Range
from onrecord.model import Article, Attribution, hull, seal
from onrecord.model.vocabulary import Form


def form_of(passage: Passage, content: Iterable[Range]) -> Form:
    """Direct where every word is inside quotation marks, mixed where some are."""
    quoted = [
        passage.quote_of[t.i] >= 0
        for start, end in content
        for t in passage.doc[start:end]
        if any(c.isalnum() for c in t.text)
    ]
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def nest(found: Sequence[Attribution], article: Article) -> list[Attribution]:
    """The attributions with `parent`: the innermost other one whose content holds all their spans.

    Contents are visited from left to right with a stack of those still open, so that many attributions stay cheap.
    """
    sha = article.text_sha256
    sealed = [seal(a, article, sha) for a in found]
    containers = sorted(
        ((c.start, -c.end, n) for n, a in enumerate(sealed) for c in a.content), key=lambda c: (c[0], c[1])
    )
    order = sorted(range(len(sealed)), key=lambda n: hull(sealed[n].spans)[0])
    open_: list[tuple[int, int, int]] = []
    at = 0
    nested = list(sealed)
    for n in order:
        start, end = hull(sealed[n].spans)
        while at < len(containers) and containers[at][0] <= start:
            while open_ and -open_[-1][1] <= containers[at][0]:
                open_.pop()
            open_.append(containers[at])
            at += 1
        innermost = next((c for c in reversed(open_) if c[2] != n and end <= -c[1]), None)
        if innermost is not None:
            nested[n] = msgspec.structs.replace(sealed[n], parent=sealed[innermost[2]].id)
    return nested
