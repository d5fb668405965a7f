"""The verbs that a cue consists of, and what lies inside its spans."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.model import Attribution, Span
from onrecord.syntax import clause_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def cue_heads(doc: "Doc", attribution: Attribution) -> "Iterator[Token]":
    """The last verb of each piece of the cue; for a noun cue the verb it hangs on; a colon has none."""
    for span in attribution.cue:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or len(tokens) == 0:
            continue
        if all(t.is_punct or t.is_space for t in tokens):
            continue
        verbs = [t for t in tokens if t.pos_ == "VERB"]
        if verbs:
            yield verbs[-1]
        elif (verb := clause_verb(tokens.root)) is not None:
            yield verb


def inside(token: "Token", spans: tuple[Span, ...]) -> bool:
    """Whether the token begins in one of the spans."""
    return any(s.start <= token.idx < s.end for s in spans)
