"""Listeners: whether "we" and "our" take in who is spoken to."""

from typing import TYPE_CHECKING

from onrecord.syntax import SUBJECTS, lemma, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELSEWHERE = {"in", "at", "within", "as", "among", "inside"}
_QUALIFYING = {"advmod", "appos", "det", "predet"}
_SHARED = {"shared", "joint", "common", "mutual", "bilateral"}
_JOINTLY = {"jointly", "together", "both", "mutually"}
_ANOTHER = {"other", "another"}
# What "each other" is to the verb, or leads to it.
_TAKING_IN = {"dobj", "dative", "pobj", "prep", "poss"}
# What two have in common where they say that they share it.
_HELD = {
    "concern", "view", "belief", "position", "opinion", "conviction", "goal", "commitment", "desire", "interest",
    "assessment", "approach", "worry", "fear", "vision",
}  # fmt: skip


def takes_in_listener(token: "Token") -> bool:
    """Whether "we" and "our" take in who is spoken to: "we agreed", "we trust each other", "our shared concern"."""
    head, around = token.head, [*token.head.children, *token.children]
    if any(c.lower_ == "with" for h in around for c in (h, *h.children)):
        return False  # "we agreed with the allies", "together with them"
    elsewhere = [c for c in around if c.dep_ == "prep" and c.lower_ in _ELSEWHERE]
    each_other = any(_is_each_other(t) for t in around if t.i > head.i)
    if any(c.i < head.i or not each_other for c in elsewhere):
        return False  # "in the Duma we agreed to reject it"
    if token.dep_ == "poss":
        return any(c.lower_ in _SHARED for c in around) or lemma(head) == "agreement"
    if token.dep_ not in SUBJECTS:
        return False
    agreed = lemma(head) == "agree" and head.tag_ in {"VBD", "VBN"}
    shared = lemma(head) == "share" and any(_is_held(c) for c in head.rights if c.dep_ == "dobj") and not negated(head)
    ours = any(g.lower_ == "our" and takes_in_listener(g) for c in around if c.dep_ == "dobj" for g in c.lefts)
    around += [g for c in around if c.dep_ == "acomp" for g in c.children]  # "we are jointly ready"
    jointly = any(c.lower_ in _JOINTLY and c.dep_ in _QUALIFYING for c in around)
    return agreed or shared or ours or each_other or jointly


def _is_each_other(part: "Token") -> bool:
    """ "Each other", "for one another", "each other's accession", and not in a clause of its own."""
    if part.dep_ not in _TAKING_IN:
        return False
    if part.lower_ in _ANOTHER and part.nbor(-1).lower_ in {"each", "one"}:
        return True
    return any(_is_each_other(c) for c in part.children)


def _is_held(noun: "Token") -> bool:
    """ "Concerns about the base"; not "the concerns of the allies", "its views", "concerns in the party"."""
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    others = any(c.lower_ in {"of", *_ELSEWHERE} for c in noun.rights) or any(t.lower_ == "with" for t in noun.subtree)
    return lemma(noun) in _HELD and not owned and not others
