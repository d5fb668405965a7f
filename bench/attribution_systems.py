"""The systems that `attribution.py` sets side by side. A new one is a line in SYSTEMS.

A system gets an article with its layout and parse and gives the spans the scorer reads. `parse` names the parse it
builds on, whose CPU time is counted with its own: "onrecord" (`onrecord.language.parse`) or "spacy" (the same model on
each line of the text alone). A system with a `peer` is left out where that package is not installed.
"""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from onrecord.language.tagger import PACKAGE, Tagger
from onrecord.mentions.attributions import find_attributions
from onrecord.model import Article, Attribution, Layout, Quotation, Tagged
from polnear import ROLES, Spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

SAYING = {"say", "tell", "add", "write", "ask", "note", "reply", "respond", "explain", "tweet"}
# Quotations shorter than this are borrowed words more often than speech.
FEWEST_WORDS = 4


class Parsed(NamedTuple):
    """An article as the systems get it, and the trained tagger, if any.

    `lines` are spaCy's own parses of the article's lines, each with its offset.
    """

    article: Article
    layout: Layout
    doc: "Doc"
    lines: "list[tuple[int, Doc]]"
    tagger: Tagger | None


class System(NamedTuple):
    """What is run, the parse it needs, and the package it comes from if that is optional."""

    run: Callable[[Parsed], Spans]
    parse: Literal["onrecord", "spacy"] = "onrecord"
    peer: str = ""


def onrecord(parsed: Parsed) -> Spans:
    """Onrecord's attributions as its pipeline finds them: the trained tagger, and rules beside it."""
    tagged = _tagged(parsed) if parsed.tagger is not None else None
    return _outermost(find_attributions(parsed.doc, parsed.article, parsed.layout, tagged))


def tagger_alone(parsed: Parsed) -> Spans:
    """What the trained tagger sees, with no rule beside it."""
    found = _tagged(parsed)
    return [
        _span(role, parsed.doc[start].idx, parsed.doc[end - 1].idx + len(parsed.doc[end - 1]), n)
        for n, tagged in enumerate(found)
        for role in ROLES
        for start, end in getattr(tagged, role)
    ]


def _tagged(parsed: Parsed) -> tuple[Tagged, ...]:
    tagger = parsed.tagger
    return tagger.attributions(tagger.words(parsed.doc, parsed.layout)) if tagger is not None else ()


def rules(parsed: Parsed) -> Spans:
    """Onrecord's attributions by rules."""
    return _outermost(find_attributions(parsed.doc, parsed.article, parsed.layout))


def textacy(parsed: Parsed) -> Spans:
    """textacy's `direct_quotations`, a line at a time.

    On a text with an odd number of quotation marks it gives up; on whole articles it therefore finds half as much.
    """
    found: Spans = []
    for start, line in parsed.lines:
        try:
            triples = list(_direct_quotations()(line))
        except ValueError:
            continue
        for triple in triples:
            n = len(found)
            for role, tokens in zip(ROLES, (triple.speaker, triple.cue, triple.content), strict=True):
                found += [_span(role, start + t.idx, start + t.idx + len(t), n) for t in tokens]
    return found


def quotation_marks(parsed: Parsed) -> Spans:
    """The baseline: quotations of four words or more, the nearest verb of saying in the paragraph, its subject."""
    article, layout, doc = parsed.article, parsed.layout, parsed.doc
    found: Spans = []
    for n, quotation in enumerate(q for q in layout.quotations if q.depth == 0):
        paragraph = layout.paragraph_at(quotation.start)
        if paragraph is None or len(article.text[quotation.start : quotation.end].split()) < FEWEST_WORDS:
            continue
        found.append(_span("content", quotation.start, quotation.end, n))
        verbs = [
            t
            for t in doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand") or ()
            if t.lemma_ in SAYING and t.pos_ == "VERB" and layout.quotation_at(t.idx) is None
        ]
        cue = min(verbs, key=partial(_distance, quotation), default=None)
        if cue is None:
            continue
        found.append(_span("cue", cue.idx, cue.idx + len(cue), n))
        for subject in (c for c in cue.children if c.dep_ == "nsubj"):
            first, last = subject.left_edge, subject.right_edge
            found.append(_span("source", first.idx, last.idx + len(last), n))
    return found


# In the order of the columns. The first is the product: its figures carry the floors' names.
SYSTEMS = {
    "onrecord": System(onrecord, peer=PACKAGE),
    "tagger alone": System(tagger_alone, peer=PACKAGE),
    "onrecord rules": System(rules),
    "textacy": System(textacy, parse="spacy", peer="textacy"),
    "quotation marks": System(quotation_marks),
}


def by_line(nlp: "Language", text: str) -> "Iterator[tuple[int, Doc]]":
    """What a user of bare spaCy does: every line that is not blank through the whole pipeline, in batches."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if not m.group().isspace()]
    docs = nlp.pipe((m.group() for m in lines), batch_size=64)
    return zip((m.start() for m in lines), docs, strict=True)


def _outermost(attributions: Iterable[Attribution]) -> Spans:
    """PolNeAR has no nested attributions: those that stand in another are left out."""
    return [
        _span(role, span.start, span.end, n)
        for n, attribution in enumerate(a for a in attributions if a.parent is None)
        for role in ROLES
        for span in getattr(attribution, role)
    ]


@cache
def _direct_quotations() -> "Callable[[Doc], Iterable[Any]]":
    found: Callable[[Doc], Iterable[Any]] = importlib.import_module("textacy.extract.triples").direct_quotations
    return found


def _distance(quotation: Quotation, token: "Token") -> int:
    return min(abs(token.idx - quotation.end), abs(token.idx - quotation.start))


def _span(role: str, start: int, end: int, n: int) -> dict[str, Any]:
    return {"role": role, "start": start, "end": end, "attribution_id": n}
