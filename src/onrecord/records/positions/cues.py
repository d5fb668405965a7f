"""Cues of positions: the words that tell an act, and whether they do where they stand."""

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.model.vocabulary import PositionAct
from onrecord.syntax import clause_verb, conditional, infinitive, lemma, modal_of, passive

if TYPE_CHECKING:
    from spacy.tokens import Token


class Cue(NamedTuple):
    """A row of `en/position_cues`."""

    act: PositionAct
    pos: str
    form: str
    complements: tuple[str, ...]
    addressee: tuple[str, ...]


@cache
def cues() -> dict[str, list[Cue]]:
    """Cue words by lemma, those with a particle or in the passive first."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for row in table("en/position_cues"):
        pos, _, form = row["pos"].partition(":")
        act: PositionAct = row["act"]  # type: ignore[assignment]  # the loader's test checks the vocabulary
        found[row["lemma"]].append(
            Cue(act, pos, form, tuple(row["complements"].split(",")), tuple(filter(None, row["addressee"].split(","))))
        )
    return {word: sorted(rows, key=lambda cue: not cue.form) for word, rows in found.items()}


def cues_of(token: "Token") -> list[Cue]:
    """The cues that the word is here; none where it is only supposed, asked for or thanked for."""
    found = [cue for cue in _rows_of(token) if _fits(token, cue)]
    return [] if found and is_supposed(token) else found


def is_supposed(token: "Token") -> bool:
    """Whether it is only a condition or duty, or asked or thanked for: "asked it to", "if it", "thanked it for"."""
    return _conditional(token) or _asked_for(token) or thanked_for(token)


def thanked_for(token: "Token") -> bool:
    """ "Thanked Berg for supporting the towns", "accused Berg of rejecting it": no act of who thanks or accuses."""
    while token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    above = token.head.head
    if token.dep_ != "pcomp" or token.head.lower_ not in {"for", "of"} or above.pos_ != "VERB":
        return False
    whom = any(c.dep_ in {"dobj", "dative"} and c.i < token.i for c in above.children)
    return whom and any(c.act in {"accusation", "endorsement"} for c in cues().get(lemma(above), ()))


def _rows_of(token: "Token") -> list[Cue]:
    """Cues by the lemma, and those of a participle that the parser takes for a verb: "is disappointed by"."""
    participle = cues().get(token.lower_, []) if token.tag_ in {"VBN", "VBD"} else []
    return cues().get(lemma(token), []) + [c for c in participle if c.pos == "ADJ"]


def _fits(token: "Token", cue: Cue) -> bool:
    if cue.pos == "ADJ":
        active = token.tag_ == "VBD" and not passive(token) and any(c.dep_ == "nsubj" for c in token.children)
        described = token.pos_ in {"ADJ", "VERB"} and token.tag_ in {"JJ", "VBN", "VBD"} and token.dep_ != "amod"
        return described and not active
    if cue.act == "endorsement" and token.dep_ in {"advcl", "acl"} and infinitive(token):
        return False  # "sent envoys to support the talks": what a deed is for
    if token.pos_ != cue.pos or any(c.lower_ == "what" and c.i < token.i for c in token.children):
        return False  # "what we want": the thing wanted is not told here
    if cue.form == "passive":
        return passive(token)
    if cue.form:  # a particle: "rule out"
        return any(c.dep_ in {"prt", "advmod"} and c.lower_ == cue.form for c in token.children)
    return True


def _conditional(token: "Token") -> bool:
    """ "if Ostmark is willing to wait", "Ostmark must be ready to wait": a condition or duty is no position."""
    verb = clause_verb(token)
    if verb is None:
        return False
    bound = modal_of(verb) in {"must", "should"} or (verb.dep_ == "xcomp" and lemma(verb.head) in {"have", "need"})
    return bound or conditional(verb)


def _asked_for(token: "Token") -> bool:
    """ "asked the alliance to rule out a base", "asked that it rule it out": what is to be done is not done."""
    verb = clause_verb(token)
    subjunctive = verb is not None and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
    if verb is None or not (subjunctive or infinitive(verb)):
        return False
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    above = lemma(verb.head)
    return verb.dep_ in {"xcomp", "ccomp", "acl", "pcomp"} and any(c.act == "demand" for c in cues().get(above, ()))
