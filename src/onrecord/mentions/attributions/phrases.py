"""Attribution without a verb: "according to", "in the words of", "reportedly"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.mentions.attributions.passages import Draft, Passage, Range
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = {"VERB", "AUX"}
_CLAUSE_ENDS = {"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"}
_REPORTEDLY = {"reportedly", "allegedly", "supposedly", "purportedly", "seemingly"}
_WORDS_OF = {"words", "view", "opinion", "telling", "account", "assessment", "judgment", "judgement", "estimate"}


def read_according_to(passage: Passage) -> Iterator[Draft]:
    """The clause that stands on somebody's word: "Troops have left, according to two officials"."""
    for token in passage.doc[:-2]:
        if token.lower_ != "according" or passage.doc[token.i + 1].lower_ != "to":
            continue
        source = _noun_after(passage, token.i + 2)
        content = _clause_around(passage, token, (token.i, source[1] if source else token.i + 2))
        if source is not None and content:
            yield Draft(content, ((token.i, token.i + 2),), (source,))


def read_in_the_words_of(passage: Passage) -> Iterator[Draft]:
    """The clause that is somebody's view: "In the words of one envoy, the pact is dead", "in Ostmark's view"."""
    for token in passage.doc:
        if token.lower_ not in _WORDS_OF or token.dep_ != "pobj" or lemma(token.head) not in {"in", "by"}:
            continue
        opening = token.head.i
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        link = next((c for c in token.rights if c.lower_ == "of"), None)
        if owner is not None:
            source: Range | None = passage.unquoted(owner.left_edge.i, owner.right_edge.i + 1)
        else:
            source = _noun_after(passage, link.i + 1) if link is not None else None
        if source is None:
            continue
        phrase = (opening, max(source[1], token.i + 1))
        fronted = not passage.words(passage.sentence_of[opening][0], opening)
        if not fronted and passage.doc[opening - 1].text != ",":
            continue
        if content := _clause_around(passage, token.head, phrase):
            cue = (token.i, token.i + 1) if owner is not None else (opening, source[0])
            yield Draft(content, (cue,), (source,))


def read_reportedly(passage: Passage) -> Iterator[Draft]:
    """The clause that an adverb puts on nobody's word: "The convoy reportedly left at night"."""
    for token in passage.doc:
        if token.lower_ in _REPORTEDLY:
            clause = next((a for a in token.ancestors if a.pos_ in _VERBAL), None)
            if clause is not None and token.dep_ == "advmod":
                content = _without(passage, clause.left_edge.i, clause.right_edge.i + 1, (token.i, token.i + 1))
                if content:
                    yield Draft(content, ((token.i, token.i + 1),))


def _noun_after(passage: Passage, at: int) -> Range | None:
    """The noun phrase that begins at the token, whatever verb the parse hangs it on."""
    doc = passage.doc
    if at >= len(doc):
        return None
    high = passage.sentence_of[at][1]
    head = doc[at]
    while head.head.i >= at and head.head != head and head.pos_ not in _VERBAL and head.head.pos_ not in _VERBAL:
        head = head.head
    end = min(high, head.right_edge.i + 1)
    for i in range(at, end):
        if passage.quote_of[i] != passage.quote_of[at]:
            end = i
            break
    found = passage.unquoted(at, max(at + 1, end))
    return found if found[0] < found[1] else None


def _clause_around(passage: Passage, token: "Token", phrase: Range) -> tuple[Range, ...]:
    """What the phrase vouches for: the sentence where commas set it off, else the clause it is in."""
    low, high = passage.sentence_of[token.i]
    fronted = not passage.words(low, phrase[0])
    set_off = passage.doc[phrase[0] - 1].text in {",", "—", "–", "-", "("} if phrase[0] > low else True
    if fronted or set_off:
        after = passage.doc[phrase[1] : phrase[1] + 1].text
        return _without(passage, low, high if fronted or after in {",", "—", "–", "-"} else phrase[0], phrase)
    clause = next((a for a in token.ancestors if a.pos_ in _VERBAL and a.dep_ in _CLAUSE_ENDS), None)
    if clause is None:
        return _without(passage, low, high, phrase)
    return _without(passage, min(clause.left_edge.i, phrase[0]), clause.right_edge.i + 1, phrase)


def _without(passage: Passage, start: int, end: int, phrase: Range) -> tuple[Range, ...]:
    found = []
    for low, high in ((start, min(end, phrase[0])), (max(start, phrase[1]), end)):
        low, high = passage.whole_quotes(passage.trimmed(low, high), passage.quote_of[phrase[0]])
        if passage.words(low, high):
            found.append((low, high))
    return tuple(found)
