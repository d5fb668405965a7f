"""Article -> spaCy Doc whose tokens stand at the article's own offsets."""

import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from onrecord.language.models import DEFAULT_MODEL, load
from onrecord.model import Article, Layout

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Paragraphs longer than this many characters are parsed in pieces cut at sentence ends, so that memory stays bounded
# (a 30,000-word line is common in scraped transcripts).
LONGEST_PIECE = 10_000
# "D’Souza"
_APOSTROPHE_NAME = re.compile(r"(?<!\w)[A-Z][a-z]?’[A-Z][\w-]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
# Same-length replacements for what the parser was not trained on; the article's text stays as it is.
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
_LEGIBLE = str.maketrans(dict.fromkeys(map(ord, _SPACES), " ") | dict.fromkeys(range(0x2000, 0x200B), " "))


def parse(article: Article, layout: Layout, model: str = DEFAULT_MODEL) -> "Doc":
    """The whole article as one `Doc` with `token.idx` an offset into `article.text`.

    Each paragraph is parsed on its own. Everything between the paragraphs (provenance zones, white space) is in the
    Doc as tokens without tags, so that `len(doc.text) == len(article.text)`; `doc.text` differs from the article's
    only in white space. The sentences of such gaps have a root with the dependency "gap".
    """
    nlp, _ = load(model)
    return next(parse_many([(article, layout)], nlp))


def parse_many(articles: Iterable[tuple[Article, Layout]], nlp: "Language") -> "Iterator[Doc]":
    """One `Doc` an article, in order."""
    for article, layout in articles:
        legible = article.text.translate(_LEGIBLE)
        bounds = [piece for p in layout.paragraphs for piece in _pieces(legible, p.start, p.end)]
        ends = {q.end for q in layout.quotations if q.closed}
        parsed = nlp.pipe((hold_together(nlp.make_doc(legible[a:b]), a, ends) for a, b in bounds), batch_size=64)
        yield _join(nlp, legible, bounds, map(_with_names, parsed))


def _with_names(doc: "Doc") -> "Doc":
    """Calls the likes of "D’Souza" names; the model knows them with a straight apostrophe alone."""
    for match in _APOSTROPHE_NAME.finditer(doc.text):
        for token in doc.char_span(*match.span()) or ():
            token.tag_, token.pos_ = "NNP", "PROPN"
    return doc


def hold_together(doc: "Doc", start: int, ends: set[int]) -> "Doc":
    """Keeps the parser from cutting a sentence before a closing mark, or between the quotation and ` he said`."""
    after_mark = False
    for token in doc[1:]:
        closes = start + token.idx + len(token) in ends and not token.text[-1].isalnum()
        if closes or (after_mark and token.text[0].islower()):
            token.is_sent_start = False
        after_mark = closes or (after_mark and token.is_space)
    return doc


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_PIECE:
        window = _SENTENCE_END.finditer(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        at = max((m.end() for m in window), default=0) or text.rfind(" ", start, start + LONGEST_PIECE) + 1
        at = at or start + LONGEST_PIECE
        yield start, at
        start = at
    yield start, end


def _join(nlp: "Language", text: str, bounds: list[tuple[int, int]], parsed: "Iterable[Doc]") -> "Doc":
    import numpy
    from spacy.tokens import Doc

    parts: list[Doc] = []
    at = 0
    for (start, end), doc in zip(bounds, parsed, strict=True):
        if start > at:
            parts.append(_gap(nlp, text[at:start]))
        parts.append(doc)
        at = end
    if at < len(text):
        parts.append(_gap(nlp, text[at:]))
    for doc in parts:
        doc.tensor = numpy.zeros((0,), dtype="float32")
    joined = Doc.from_docs(parts, ensure_whitespace=False) if parts else Doc(nlp.vocab)
    return joined or Doc(nlp.vocab)


def _gap(nlp: "Language", text: str) -> "Doc":
    from spacy.tokens import Doc

    words = re.findall(r"\s+|\S+", text)
    n = len(words)
    starts: list[bool | int | None] = [True, *repeat(False, n - 1)]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[False] * n,
        tags=["_SP"] * n,
        pos=["SPACE" if not w.strip() else "X" for w in words],
        deps=["gap"] * n,
        heads=[0] * n,
        sent_starts=starts,
        lemmas=words,
    )
