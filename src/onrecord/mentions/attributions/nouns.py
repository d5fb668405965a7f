"""Nouns and adjectives that attribute: "the envoy's claim that ...", "expressed concern over", "is worried that"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.mentions.attributions.lexicon import Frame, adjective_frame, bare_noun, noun_frame
from onrecord.mentions.attributions.passages import Draft, Passage, Range
from onrecord.mentions.attributions.source_phrases import cue_of, phrase_of, source_of
from onrecord.syntax import lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTING = {",", ";", "and", "or"}
_BE = {"be", "seem", "remain", "become", "feel", "sound", "look", "appear", "get", "stay", "'s", "'re", "'m"}


def read_nouns(passage: Passage) -> Iterator[Draft]:
    """What a noun says for its owner: "the general's claim that the road was mined", "fears of a strike"."""
    for noun in passage.doc:
        frame = noun_frame(noun)
        if frame is None:
            continue
        found = _complement(passage, noun, frame)
        if found is None:
            continue
        content, linked = found
        cue = (noun.i, linked)
        owner = next((c for c in noun.children if c.dep_ == "poss" and passage.visible(c, noun)), None)
        verb = noun.head
        if owner is not None:
            yield Draft((content,), (cue,), _owner(passage, owner))
        elif noun.dep_ == "dobj" and lemma(verb) in words("en/cue_light_verbs") and not passive(verb):
            yield Draft((content,), (_joined(passage, verb, cue),), source_of(passage, verb))
        elif bare_noun(noun):
            yield Draft((content,), (cue,), _by(passage, noun))


def read_adjectives(passage: Passage) -> Iterator[Draft]:
    """What somebody is worried, sure or willing about: "Allies are worried that the truce will fail"."""
    for adjective in passage.doc:
        if adjective.pos_ not in {"ADJ", "VERB"} or adjective.dep_ not in {"acomp", "ROOT", "conj", "relcl", "ccomp"}:
            continue
        frame = adjective_frame(adjective)
        if frame is None:
            continue
        verb = adjective.head if adjective.dep_ == "acomp" else adjective
        if adjective.dep_ == "acomp" and lemma(verb) not in _BE:
            continue
        if adjective.dep_ != "acomp" and not passive(adjective):
            continue
        found = _complement(passage, adjective, frame)
        source = _subject(passage, verb)
        if found is not None and source:
            content, linked = found
            yield Draft((content,), (_joined(passage, verb, (adjective.i, linked)),), source)


def read_made_clear(passage: Passage) -> Iterator[Draft]:
    """What somebody made clear: "The envoy made (it) clear to the press that no base would close"."""
    for adjective in passage.doc:
        if lemma(adjective) not in {"clear", "plain", "known"} or lemma(adjective.head) != "make":
            continue
        verb = adjective.head
        for clause in (*adjective.rights, *verb.rights):
            if clause.dep_ in {"ccomp", "advcl", "acl"} and clause.i > adjective.i and clause.left_edge.i > adjective.i:
                cue = _joined(passage, verb, (adjective.i, adjective.i + 1))
                yield Draft(((clause.left_edge.i, clause.right_edge.i + 1),), (cue,), source_of(passage, verb))
                break


def _complement(passage: Passage, head: "Token", frame: Frame) -> tuple[Range, int] | None:
    """The clause, infinitive or prepositional object of a noun or adjective, and the token after its cue."""
    for child in head.rights:
        start, end = child.left_edge.i, child.right_edge.i + 1
        if child.dep_ in {"acl", "ccomp", "advcl", "relcl"} and _that(child) and frame.takes("that"):
            return (start, _listed(head, end, "that")), head.i + 1
        if child.dep_ == "ccomp" and frame.takes("that") and start > head.i:
            return (start, end), head.i + 1
        if child.dep_ in {"acl", "xcomp", "ccomp"} and frame.takes("to") and _to(child) and start > head.i:
            return (start, _listed(head, end, "to")), head.i + 1
        if child.dep_ == "prep" and lemma(child) in frame.prepositions and child.i + 1 < end:
            return (child.i + 1, end), child.i + 1
    for mark in head.doc[head.i + 2 : head.i + 3]:
        if mark.dep_ == "mark" and of_noun_before(mark.head):
            return (mark.i, mark.head.right_edge.i + 1), head.i + 1
    return None


def of_noun_before(clause: "Token") -> bool:
    """Whether a colon gives the clause to the noun before it: "its demands: that troops leave"."""
    start = clause.left_edge
    if start.i < 2 or start.lower_ != "that" or start.nbor(-1).text != ":":
        return False
    frame = noun_frame(start.nbor(-2))
    return frame is not None and frame.takes("that")


def _listed(noun: "Token", end: int, word: str) -> int:
    """Where the last of a noun's clauses ends, if more follow that begin alike: "that troops leave, that ..."."""
    for child in noun.rights:
        start = child.left_edge.i
        gap = noun.doc[end:start]
        if start >= end and child.left_edge.lower_ == word and gap and all(t.lower_ in _LISTING for t in gap):
            end = child.right_edge.i + 1
    return end


def _that(clause: "Token") -> bool:
    return any(c.lower_ in {"that", "whether"} and c.dep_ in {"mark", "advmod"} for c in clause.children)


def _to(clause: "Token") -> bool:
    return any(c.tag_ == "TO" for c in clause.children)


def _owner(passage: Passage, owner: "Token") -> tuple[Range, ...]:
    start, end = owner.left_edge.i, owner.right_edge.i + 1
    found = passage.unquoted(start, end)
    return (found,) if found[0] < found[1] else ()


def _by(passage: Passage, noun: "Token") -> tuple[Range, ...]:
    """Who "by", "from" or "among" names after a noun: "fears among residents that"."""
    for child in noun.rights:
        if child.dep_ == "prep" and lemma(child) in {"by", "from", "among"}:
            for grown in child.children:
                if grown.dep_ == "pobj":
                    return phrase_of(passage, grown, noun)
    return ()


def _subject(passage: Passage, verb: "Token") -> tuple[Range, ...]:
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and passage.visible(child, verb):
            return () if child.lower_ in {"it", "there", "this", "that"} else phrase_of(passage, child, verb)
    return source_of(passage, verb) if verb.dep_ == "conj" and not passive(verb) else ()


def _joined(passage: Passage, verb: "Token", cue: Range) -> Range:
    """One cue from the verb to the noun or adjective: "expressed concern about"."""
    return min(cue_of(passage, verb)[0], cue[0]), max(cue_of(passage, verb)[1], cue[1])
