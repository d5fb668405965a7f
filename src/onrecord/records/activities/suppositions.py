"""Suppositions: an activity that is told on a condition, only supposed, demanded or asked about."""

from typing import TYPE_CHECKING

from onrecord.syntax import FINITE, asks, clause_verb, conditional, lemma, modal_of, negated, not_only, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

# Asked for with a clause: "demands that it pull back"; "insists that it has" does not.
_DEMANDED = {"demand", "request", "require", "urge", "ask"}
SUGGESTED = {"propose", "suggest", "proposal", "suggestion"}
PROSPECTS = {"threat", "possibility", "risk", "prospect", "likelihood", "danger", "chance", "fear"}
# What is told in a clause of these is imagined: "a scenario where Ostmark invades".
_IMAGINED = PROSPECTS | {"scenario", "idea", "notion", "pretext"}
_SUPPOSING = {"suppose", "imagine", "assume"}
_LOOKING = {"look", "see", "think", "ask", "remember", "recall", "like", "read", "understand"}


def under_condition(verb: "Token") -> bool:
    """ "If it invades", "once it withdraws", "should it invade", also of a clause above."""
    clauses = [verb, *(a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"})]
    for clause in clauses:
        if conditional(clause) or _is_awaited(clause) or _is_inverted(clause):
            return True
        if clause.dep_ not in {"xcomp", "conj", "ccomp", "advcl"}:
            break
    return verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB" and conditional(verb.head.head)


def depends(verb: "Token") -> bool:
    """ "Will deploy missiles if Varenia joins", also under who says so: it is a threat or a promise."""
    at = verb
    while True:
        if any(c.dep_ == "advcl" and _is_open(c) for c in at.children):
            return True
        if at.dep_ not in {"xcomp", "ccomp", "conj"} or at.head == at or at.head.pos_ not in {"VERB", "AUX"}:
            return False
        at = at.head


def is_supposed(verb: "Token") -> bool:
    """ "Suppose that it joins and deploys missiles"; "a scenario where it invades", "the idea that it will"."""
    at = verb if verb.pos_ in {"VERB", "AUX"} else None
    while at is not None and at.dep_ in {"ccomp", "conj", "xcomp"} and at.head != at:
        at = at.head
        if any(t.text == ":" for t in verb.doc[at.i : verb.i]):
            return False  # "imagine that: it has invaded"
        if lemma(at) in _SUPPOSING and at.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in at.children):
            return True
    if at is None or at.dep_ not in {"acl", "relcl"} or lemma(at.head) not in _IMAGINED:
        return False
    return any(c.lower_ in {"that", "where"} and c.dep_ in {"mark", "advmod"} for c in at.lefts)


def is_demanded(verb: "Token") -> bool:
    """ "Insists that all forces be withdrawn", "demands that it pull back", "a request that troops leave"."""
    if verb.pos_ != "VERB" or verb.dep_ not in {"ccomp", "acl"}:
        return False
    group = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    bare = not any(t.tag_ in FINITE | {"TO", "VBG"} for t in group)
    subjunctive = bare and any(t.tag_ == "VB" for t in group) and bool(subjects(verb))
    words = _DEMANDED
    if any(s.tag_ in {"NN", "NNP"} or s.lower_ in {"he", "she", "it"} for s in subjects(verb)):
        words = _DEMANDED | SUGGESTED  # "suggests that it send"; but "reports suggest that they shell"
    asked = verb.head.i < verb.i and lemma(verb.head) in words
    return subjunctive or (asked and any(t.tag_ in {"VBP", "VB"} for t in group) and len(group) == 1)


def is_unconfirmed(verb: "Token") -> bool:
    """ "Could not confirm that they had crossed", "would neither confirm nor deny that they had": nobody says so."""
    by = verb.head
    either = lemma(by) == "deny" and by.dep_ == "conj" and lemma(by.head) in _CONFIRMING
    declined = by.dep_ == "xcomp" and lemma(by.head) in {"decline", "refuse", "unable"}
    unconfirmed = (negated(by) and not not_only(by)) or declined
    return verb.dep_ == "ccomp" and (lemma(by) in _CONFIRMING or either) and unconfirmed and not asks(verb)


_CONFIRMING = {"confirm", "verify", "corroborate"}


def is_asked(verb: "Token") -> bool:
    """ "The question is: will Ostmark invade": also where no mark ends the sentence."""
    will = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in {"will", "would", "did", "does"}), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return will is not None and subject is not None and will.i < subject.i < verb.i


def _is_awaited(verb: "Token") -> bool:
    """ "We will know when Ostmark withdraws its troops"."""
    if verb.dep_ != "advcl" or not any(c.lower_ in {"when", "once", "until", "after"} for c in verb.lefts):
        return False
    main = clause_verb(verb.head)
    return main is not None and tense(verb) == "present" and (tense(main) == "future" or modal_of(main) is not None)


def _is_inverted(verb: "Token") -> bool:
    """ "Had they not pulled out", "should it invade"; but not "they had massed troops and had shelled it"."""
    first = next((c for c in verb.lefts if c.dep_ != "punct"), None)
    joined = verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)
    return not joined and first is not None and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}


def _is_open(clause: "Token") -> bool:
    """A condition, but no "even if", no "whether", and no "if you look at it", "if the weather permits"."""
    if _is_inverted(clause):
        return True
    mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
    if mark is None or mark.lower_ not in {"if", "unless"} or (mark.i and mark.nbor(-1).lower_ in {"even", "as"}):
        return False
    looking = {"i", "we", "you"} if lemma(clause) in _LOOKING else set()
    return not any(c.lower_ in looking | {"weather"} for c in clause.lefts)
