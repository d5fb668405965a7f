"""A Doc that another pipeline parsed -> the Doc that the rules expect."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def adopt(doc: "Doc", layout: Layout) -> "Doc":
    """The same text, parse and entities, laid out as `parse` does it; every offset stays, and so does the given Doc.

    A line end inside a paragraph becomes the space between two words, what stands outside of the paragraphs a gap, and
    a sentence that runs over the edge of a paragraph is cut there.
    """
    from spacy.tokens import Doc

    words = _words(doc, layout)
    heads = _heads(words)
    return Doc(
        doc.vocab,
        words=[w.text for w in words],
        spaces=[w.space for w in words],
        tags=["_SP" if w.in_gap else w.token.tag_ for w in words],
        pos=[("SPACE" if w.text.isspace() else "X") if w.in_gap else w.token.pos_ for w in words],
        lemmas=[w.text if w.in_gap else w.token.lemma_ for w in words],
        heads=heads,
        deps=[_dependency(w, words[head]) for w, head in zip(words, heads, strict=True)],
        ents=_entities(doc, words),
    )


@dataclass(slots=True)
class _Word:
    """A token of the Doc to be made. `region` numbers the paragraphs and the gaps between them."""

    token: "Token"
    text: str
    space: bool
    sentence: int
    region: int
    in_gap: bool


def _words(doc: "Doc", layout: Layout) -> list[_Word]:
    """The tokens, less the white space inside paragraphs that can be the space after the word before."""
    words: list[_Word] = []
    region, paragraph = 0, layout.paragraph_at(0)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if (here := layout.paragraph_at(token.idx)) != paragraph:
                region, paragraph = region + 1, here
            text, space = token.text, bool(token.whitespace_)
            if token.is_space:
                text, space = " " * len(token.text_with_ws), False
                if here is not None and words and words[-1].region == region and not words[-1].space:
                    words[-1].space, text = True, text[1:]
            if text:
                words.append(_Word(token, text, space, number, region, here is None))
    return words


def _heads(words: list[_Word]) -> list[int]:
    """The parser's heads; where one lies in another region, the first such word of the sentence is the root there."""
    at = {word.token.i: n for n, word in enumerate(words)}
    heads = [at.get(word.token.head.i, -1) for word in words]
    roots: dict[tuple[int, int], int] = {}
    for n, (word, head) in enumerate(zip(words, heads, strict=True)):
        if word.in_gap:
            heads[n] = roots.setdefault((word.region, -1), n)
        elif head == n:
            roots[word.region, word.sentence] = n
    for n, (word, head) in enumerate(zip(words, heads, strict=True)):
        if head < 0 or words[head].region != word.region:
            heads[n] = roots.setdefault((word.region, word.sentence), n)
    return heads


def _dependency(word: _Word, head: _Word) -> str:
    if word.in_gap:
        return "gap"
    if word is head:
        return "ROOT"
    return word.token.dep_ if word.token.head.i == head.token.i else "dep"


def _entities(doc: "Doc", words: list[_Word]) -> list[str]:
    """IOB tags; an entity ends at the edge of a paragraph."""
    entity_of = {i: n for n, entity in enumerate(doc.ents) for i in range(entity.start, entity.end)}
    tags: list[str] = []
    before: tuple[int, int] | None = None
    for word in words:
        entity = None if word.in_gap else entity_of.get(word.token.i)
        here = None if entity is None else (entity, word.region)
        tags.append("O" if here is None else f"{'I' if here == before else 'B'}-{word.token.ent_type_}")
        before = here
    return tags
