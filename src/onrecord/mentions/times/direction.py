"""Whether a clause looks forward or back: what "Monday" means depends on it."""

from typing import TYPE_CHECKING, Literal

from onrecord.data import table
from onrecord.syntax import clause_verb, lemma, modal_of, passive, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["past", "future"]


def _plans(*kinds: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/time_plans") if row["class"] in kinds)


# What these govern is still to come, whatever their own tense ("has scheduled a vote Monday") or in the present.
_FIRM = _plans("firm plan")
_PLANNING = _plans("plan", "firm plan")
_PLAN_NOUNS = _plans("plan noun")
# An infinitive under these has happened: "was forced to resign Monday".
_DONE = _plans("done")
_AHEAD = frozenset({"until", "till", "ahead", "advance"})
_MODALS = frozenset({"will", "'ll", "shall", "would", "could", "can", "may", "might", "must", "should"})


def direction(token: "Token") -> Direction | None:
    """Where the clause of the token looks, by preposition, tense and verbs of planning; none if nothing tells.

    "The envoys will meet Monday", "ahead of Monday's talks" -> future; "he said Saturday" -> past
    """
    if _ahead(token):
        return "future"
    verb = clause_verb(token)
    return _of_verb(verb, _inside_object(token, verb)) if verb is not None else None


def _ahead(token: "Token") -> bool:
    """Whether a preposition above the phrase, inside its clause, points forward: "ahead of", "until", "as soon as"."""
    for at in token.ancestors:
        if at.pos_ in {"VERB", "AUX"}:
            return False
        if lemma(at) in _AHEAD or (lemma(at) in {"soon", "early"} and at.tag_ == "RB"):
            return True
    return False


def _inside_object(token: "Token", verb: "Token | None") -> bool:
    """Whether the phrase hangs on a noun below the verb: "planned a visit on Monday"."""
    return any(at.pos_ in {"NOUN", "PROPN"} for at in token.ancestors if verb is not None and verb.is_ancestor(at))


def _of_verb(verb: "Token", in_object: bool) -> Direction | None:
    if modal_of(verb) in _MODALS:
        return "past" if _perfect(verb) else "future"
    if any(c.tag_ == "TO" for c in verb.children):
        return _of_infinitive(verb)
    now = tense(verb)
    if lemma(verb) in _FIRM and (now != "past" or in_object or passive(verb) or _perfect(verb)):
        return "future"
    if lemma(verb) in _PLANNING and now == "present":
        return "future"
    if now == "none":
        return "past" if verb.tag_ in {"VBN", "VBD"} else None
    return None if now == "present" else now


def _perfect(verb: "Token") -> bool:
    return any(lemma(c) == "have" and c.dep_ == "aux" for c in verb.children)


def _of_infinitive(verb: "Token") -> Direction | None:
    """An infinitive of plan or in a headline looks forward; one of purpose or result as the clause above it."""
    above = verb.head
    if above is verb or lemma(above) in _PLANNING | _PLAN_NOUNS:
        return "future"
    clause = clause_verb(above)
    if clause is None:
        return "future"
    if tense(clause) != "past" or lemma(clause) in _PLANNING:
        return "future"
    if any(lemma(c) == "be" for c in (above, clause)) and verb.dep_ == "xcomp":
        return "future"
    return "past" if verb.dep_ in {"advcl", "relcl", "acl"} or lemma(above) in _DONE else "future"
