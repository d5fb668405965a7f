"""Reported speech: "would" that stands for the "will" of what a side said of itself."""

from typing import TYPE_CHECKING

from onrecord.records.parties import Parties
from onrecord.syntax import (
    SUBJECTS,
    clause_verb,
    conditional,
    hardly,
    lemma,
    modal_of,
    negated,
    passive,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = {
    "say", "announce", "declare", "tell", "state", "vow", "pledge", "promise", "insist", "warn", "stress", "reiterate",
    "reaffirm", "confirm", "add",
}  # fmt: skip
# What may make it depend on what is not so.
_UNREAL = {"otherwise", "without", "under", "given", "only", "provided", "providing", "assuming"}
_CASES = {"case", "circumstance", "event"}
# What may stand before it and leaves it as sure as it is.
_HARMLESS = {"never", "longer", "not", "also", "again", "still", "therefore", "soon"}


def back_shifted(verb: "Token", sides: set[str], parties: Parties) -> bool:
    """Whether one of the sides said it of itself: "Ostmark said that it would not leave".

    Not "did not say", "doubted", "analysts said that Ostmark would", nor what is unreal or unsure: "would have left",
    "would, had it been asked", "would otherwise", "would perhaps".
    """
    told = parties.attribution_at(verb.idx)
    if modal_of(verb) != "would" or verb.pos_ != "VERB" or told is None or told.form != "indirect" or not told.cue:
        return False
    who = told.speaker if "question" not in told.flags else None
    if who is None or not {who.actor, who.affiliation} & sides:
        return False
    if who.type == "unnamed" and (told.sourcing is None or told.sourcing.level != "office"):
        return False
    if not any(s.tag_ == "PRP" or any(p.side in sides for p in parties.all_of(s)) for s in subjects(verb)):
        return False  # "said the plan would", "said Varenia's ships would"
    cue = verb.doc.char_span(told.cue[0].start, told.cue[0].end, alignment_mode="expand")
    said = next((t for t in cue or () if lemma(t) in _SAYING and t.tag_ in {"VBD", "VBN"}), None)
    if said is None or not _is_said(said) or not _is_told_by(said, verb):
        return False
    before = (c for c in verb.lefts if c.idx >= told.content[0].start and c.dep_ in {"advmod", "prep", "npadvmod"})
    long_ago = any(t.shape_ == "dddd" and t.idx < told.content[0].start for t in verb.sent)  # "said in 1990"
    return not long_ago and all(c.lower_ in _HARMLESS for c in before) and not any(_is_unreal(t) for t in verb.sent)


def _is_said(said: "Token") -> bool:
    """Not "could have said", "hardly said", "if it said"."""
    denied = negated(said) or hardly(said) or any(c.lower_ in {"almost", "nearly"} for c in said.lefts)
    return not denied and modal_of(said) is None and not conditional(said) and not passive(said)


def _is_told_by(said: "Token", verb: "Token") -> bool:
    """Whether the clause is what was said, and no part of it: "said that it feared it would not sign"."""
    while verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return not conditional(verb) and (verb.head == said or verb.dep_ == "ROOT" or said in verb.children)


def _is_unreal(token: "Token") -> bool:
    """What makes it depend on what is not so: "had it been asked", "if it had a choice", "in that case"."""
    if token.lower_ in _UNREAL or (lemma(token) in _CASES and token.dep_ == "pobj"):
        return True
    clause = token.head if token.dep_ in {"aux", "auxpass"} else token
    if token.lower_ == "have":
        return modal_of(clause) == "would"
    if token.lower_ in {"if", "unless"}:
        condition = clause_verb(token)
        return condition is None or tense(condition) != "present"
    if token.lower_ in {"had", "were", "should"}:
        first = token.i > 0 and (token.nbor(-1).is_punct or token.nbor(-1).lower_ == "that")
        return first or any(c.dep_ in SUBJECTS and c.i > token.i for c in clause.children)
    return False
