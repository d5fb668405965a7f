"""Harm to another that somebody binds himself to: to the other side it is a warning."""

from typing import TYPE_CHECKING

from onrecord.syntax import lemma, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_IMPOSING = {"impose", "inflict", "exact"}
_IMPOSED = {"cost", "consequence", "price", "sanction", "penalty", "punishment"}
_ANSWERING = {"respond", "react", "answer", "retaliate"}
_HARSHLY = {"decisively", "forcefully", "firmly", "harshly", "resolutely", "militarily"}
_LIMITING = {"limit", "restrict", "curtail", "degrade", "cripple", "erode"}
_ABILITIES = {"ability", "capacity", "capability"}
_STRIKING = {"punish", "isolate", "cripple"}
# What leads from a promise to what is promised, and what may stand between: "its resolve to keep imposing costs".
_LEADING = {"xcomp", "pcomp", "acl", "prep", "dobj"}
_BETWEEN = {"readiness", "commitment", "resolve", "determination", "willingness", "intention"}
_DEPTH = 4


def harm_in(told: "Token", depth: int = _DEPTH) -> "Token | None":
    """The word that harms another in what is promised: "impose costs on Ostmark", "respond decisively"."""
    if negated(told) or depth == 0:
        return None
    if _harms(told):
        return told
    led = (
        c
        for c in told.rights
        if c.dep_ in _LEADING and (c.dep_ != "dobj" or lemma(c) in _BETWEEN) and (c.dep_ != "prep" or c.lower_ == "to")
    )
    return next((found for c in led if (found := harm_in(c, depth - 1)) is not None), None)


def _harms(verb: "Token") -> bool:
    objects = {lemma(c) for c in verb.children if c.dep_ == "dobj"}
    if lemma(verb) in _IMPOSING and objects & _IMPOSED:
        return True
    if lemma(verb) in _ANSWERING:
        return lemma(verb) == "retaliate" or any(c.lower_ in _HARSHLY for c in verb.children)
    return harmed(verb) is not None and lemma(verb) not in _IMPOSING


def harmed(verb: "Token") -> "Token | None":
    """Whom it harms: "impose costs on Ostmark", "limit Ostmark's ability to trade", "isolate Ostmark"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma(verb) in _LIMITING:
        owners = (g for c in objects if lemma(c) in _ABILITIES for g in c.children)
        owner = next((g for g in owners if g.dep_ == "poss" or g.lower_ == "of"), None)
        owner = next(iter(owner.children), None) if owner is not None and owner.lower_ == "of" else owner
        if owner is not None and owner.lower_ != "our":
            return owner
    if lemma(verb) in _STRIKING:
        return next((c for c in objects if c.pos_ == "PROPN"), None)
    on = (c for h in (verb, *objects) for c in h.children if c.lower_ in {"on", "against", "upon"})
    return next((g for c in on for g in c.children if g.dep_ == "pobj"), None) if lemma(verb) in _IMPOSING else None
