"""Acts that a word names and nobody does there: left open or undone, given up or met, or another's that is answered."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.records.positions.cues import cues
from onrecord.syntax import (
    SUBJECTS,
    antecedent,
    clause_verb,
    conditional,
    infinitive,
    lemma,
    modal_of,
    negated,
    no_longer,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts that turn something away: who does neither this nor its contrary leaves it open.
_SAYING_NO = {"refusal", "denial", "accusation"}
_SAYING_YES = {"concession", "endorsement", "assurance"}
# What is not done by whom these are told, and what comes before "of", "to" and "from" it.
_UNDOING = {"avoid", "fail", "neglect", "omit", "forget"}
_ALMOST = {"short", "point", "verge", "brink", "close"}
_REFRAINING = {"refrain", "abstain", "desist", "shy", "shrink", "back"}
# What is not said, and of what there is no sign.
_SAYING = {"say", "announce", "declare", "indicate", "signal", "confirm", "mention"}
_SIGNS = {"sign", "indication", "hint", "signal"}
# What with "not" is left unsaid this time.
_SAYING_ONCE_MORE = {"repeat", "renew", "reiterate", "restate", "mention", "echo", "reissue"}
# What is given up by these, beside those of the table, and to give it up is a concession.
_EASING = {"reverse", "soften", "relax", "moderate", "relinquish", "overcome", "scrap"}
_YIELDED = {"demand", "refusal", "warning"}
_BOUND = {"agree", "decide", "promise", "pledge", "vow", "offer"}
# Demands and fears that were these are none any more.
_SATISFYING = {"meet", "satisfy", "fulfil", "fulfill", "address", "allay", "dispel", "assuage"}
# What is said no longer by these is given up, where "no longer accepts" refuses.
_CLAIMING = {"insist", "demand", "require", "call", "ask", "seek", "want", "refuse", "reject", "oppose", "object"}
# What somebody does with what another says.
_ANSWERS = {"refusal", "denial", "concession"}
_ANSWERING = {
    "call", "term", "brand", "label", "dub", "describe", "ignore", "heed", "face", "receive", "welcome", "shrug",
    "hear",
}  # fmt: skip


def is_left_open(token: "Token") -> bool:
    """ "Neither accepted nor rejected it", "would neither confirm nor deny it", "must accept or reject it"."""
    if token.pos_ != "VERB":
        return False
    pair = [token.head] if token.dep_ == "conj" else [c for c in token.rights if c.dep_ == "conj" and c.pos_ == "VERB"]
    left = negated(token) or conditional(token) or conditional(token.head)
    joined = (other for other in pair if _is_joined(token, other))
    return any(
        _says(token, _SAYING_NO) != _says(other, _SAYING_NO)
        and (left or _says(token, _SAYING_YES) or _says(other, _SAYING_YES))
        for other in joined
    )


def _is_joined(one: "Token", other: "Token") -> bool:
    """By "or" or "nor", so that what denies one denies the other."""
    first, second = sorted((one, other), key=lambda t: t.i)
    return any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} and first.i < c.i < second.i for c in first.children)


def _says(verb: "Token", acts: set[str]) -> bool:
    return any(c.act in acts and c.pos == "VERB" and not c.form for c in cues().get(lemma(verb), ()))


def is_left_undone(token: "Token") -> bool:
    """ "Stopped short of rejecting it", "failed to condemn it", "whether to reject it", "did not say it would sign"."""
    if token.pos_ != "VERB":
        return False
    while token.dep_ == "conj" and token.head.pos_ == "VERB" and _shares_its_clause(token):
        token = token.head
    by = token.head
    before = by.nbor(-1).lower_ if by.i else ""
    if any(c.lower_ == "whether" or (c.lower_ == "than" and c.nbor(-1).lower_ == "rather") for c in token.lefts):
        return True  # also "rather than reject it"
    if token.dep_ == "pcomp":
        verb = clause_verb(by.head)
        almost = before in _ALMOST or (before, by.lower_) in {("rather", "than"), ("instead", "of")}
        left = lemma(by.head) in _REFRAINING if by.lower_ == "from" else almost
        return left and (verb is None or not negated(verb))
    if token.dep_ == "ccomp":
        return lemma(by) in _SAYING and negated(by)
    if token.dep_ in {"acl", "relcl"}:
        return lemma(by) in _SIGNS and negated(by)
    late = lemma(by) == "have" and any(c.lower_ == "yet" for c in (*by.children, *token.lefts))
    return token.dep_ == "xcomp" and (late or (lemma(by) in _UNDOING and not negated(by)))


def _shares_its_clause(verb: "Token") -> bool:
    return not any(c.dep_ in {*SUBJECTS, "aux", "auxpass"} for c in verb.children)


def is_unsaid(token: "Token") -> bool:
    """ "Did not say that it would sign": neither yes nor no."""
    return negated(token) and lemma(token) in _SAYING and any(c.dep_ == "ccomp" for c in token.rights)


def is_given_up(noun: "Token") -> bool:
    """ "Dropped its opposition", "reversing an earlier refusal", "did not repeat a threat", "met its demands".

    Not what is only to be given up: "refuses to drop its demand", "should drop it".
    """
    verb = _verb_over(noun) if noun.pos_ == "NOUN" else None
    if verb is None or modal_of(verb) not in {None, "will"}:
        return False
    if lemma(verb) in _SAYING_ONCE_MORE:
        return negated(verb) and noun.dep_ != "pobj"
    if negated(verb) or (infinitive(verb) and lemma(verb.head) not in _BOUND):
        return False
    return _gives_away(verb) or (noun.dep_ != "pobj" and _satisfies(verb))


def _verb_over(noun: "Token") -> "Token | None":
    """The verb whose object it is: "dropped its demand", "backed away from its demand"."""
    if noun.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    verb = above.head if above.dep_ in {"advmod", "prt"} else above
    return verb if verb.pos_ == "VERB" else None


def _gives_away(verb: "Token") -> bool:
    particles = [c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}]
    return any(f"{lemma(verb)} {p}".strip() in _given_up_words() for p in ("", *particles))


@cache
def _given_up_words() -> frozenset[str]:
    return frozenset(r["words"] for r in table("en/withdrawal_words") if r["sort"] in {"verb", "alone"}) | _EASING


def _satisfies(verb: "Token") -> bool:
    """ "Met its demands", "had been addressed": not "must meet them", nor "were met with silence"."""
    return (
        lemma(verb) in _SATISFYING
        and tense(verb) == "past"
        and all(c.lower_ not in {"to", "with"} for c in verb.children)
    )


def gives_up(verb: "Token") -> bool:
    """ "Dropped its opposition", "backed away from its demand": not "withdrew its offer"."""
    if verb.pos_ != "VERB" or negated(verb) or not _gives_away(verb):
        return False
    objects = (t for t in verb.subtree if t.pos_ == "NOUN" and _verb_over(t) == verb)
    return any(c.act in _YIELDED and c.pos == "NOUN" for t in objects for c in cues().get(lemma(t), ()))


def is_dropped(token: "Token") -> bool:
    """ "No longer insists on the closure": a demand or refusal that is given up."""
    return lemma(token) in _CLAIMING and no_longer(token)


def is_over(token: "Token") -> bool:
    """ "No longer supports it", "is no longer ready to wait": denied, unless a demand or refusal is given up."""
    return no_longer(token) and lemma(token) not in _CLAIMING


def is_headline_object(token: "Token") -> bool:
    """The noun "call" of "Ostmark rejects call to leave", which the parser takes for the verb."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    rows = cues().get(lemma(before), ()) if before.tag_ == "NNS" and before.head == token else ()
    return token.tag_ == "VBP" and any(c.pos == "VERB" and c.act in _ANSWERS for c in rows)


def turns_away(verb: "Token") -> bool:
    """ "Spurned an offer to talk"."""
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN")
    return (
        _says(verb, {"refusal"})
        and verb.pos_ == "VERB"
        and any(c.pos == "NOUN" for o in objects for c in cues().get(lemma(o), ()))
    )


def answering_to(noun: "Token") -> "list[Token]":
    """Who only answers it: "Ostmark rebuffs a call to stay", "a charge which Ostmark called a fairy tale"."""
    told = noun.pos_ == "NOUN" and any(c.pos == "NOUN" for c in cues().get(lemma(noun), ()))
    if not told or any(c.dep_ == "poss" for c in noun.children):
        return []
    verbs = [noun.head] if noun.dep_ == "dobj" else []
    verbs += [c for c in noun.children if c.dep_ == "relcl" and any(g.dep_ == "dobj" for g in c.lefts)]
    answers = (v for v in verbs if lemma(v) in _ANSWERING or _says(v, _ANSWERS))
    return [antecedent(s) for v in answers for s in subjects(v)]
