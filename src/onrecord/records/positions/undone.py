"""Acts that a word names and nobody does there: left open or undone, given up, or another's that is answered."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.records.positions.cues import cues
from onrecord.syntax import (
    antecedent,
    conditional,
    infinitive,
    joint,
    left_undone,
    lemma,
    modal_of,
    negated,
    no_longer,
    not_only,
    owned,
    subjects,
    unsaid,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts that turn something away: who does neither this nor its contrary leaves it open.
_SAYING_NO = {"refusal", "denial"}
_SAYING_YES = {"concession", "endorsement", "assurance"}
# What with "not" is left unsaid this time.
_SAYING_ONCE_MORE = {"repeat", "renew", "reiterate", "restate", "reissue"}
# What is given up by these, beside those of the table, and to give it up is a concession.
_EASING = {"reverse", "relinquish", "scrap"}
_YIELDED = {"demand", "refusal", "warning"}
_BOUND = {"agree", "decide", "promise", "pledge", "vow", "offer"}
# What is said no longer by these is given up, where "no longer accepts" refuses.
_CLAIMING = {"insist", "demand", "require", "call", "ask", "seek", "want", "refuse", "reject", "oppose", "object"}
# What somebody does with what another says.
_ANSWERS = {"refusal", "denial", "concession"}
_ANSWERING = {
    "call", "term", "brand", "label", "dub", "describe", "ignore", "heed", "face", "receive", "welcome", "shrug",
    "hear",
}  # fmt: skip


def is_not_done(token: "Token") -> bool:
    """Whether the words that name an act tell that it is left open or undone, unsaid, given up or another's."""
    return (
        is_left_open(token)
        or _is_given_up(token)
        or _is_headline_object(token)
        or any(unsaid(t) for t in (token, *token.rights) if t.dep_ == "ccomp" or t == token)
        or (token.pos_ == "VERB" and (left_undone(token) or any(c.lower_ == "whether" for c in token.lefts)))
    )


def is_doubted(token: "Token") -> bool:
    """ "Almost berated it", "doubts that it berated it", "reports that it did", "nobody thinks that it did"."""
    if any(c.lower_ in _NOT_REALLY for c in token.lefts) or _is_all_but(token):
        return True
    for at in (token, *token.ancestors):
        above = at.head
        if at.dep_ == "conj" and at.pos_ in {"VERB", "AUX"} and conditional(above):
            return True
        before = at.doc[max(at.left_edge.i - 1, 0)]  # whatever the parser hangs the clause on
        tale = lemma(before) in _DOUBTING or (before.pos_ == "NOUN" and lemma(before) in _TALES)
        if tale and at.dep_ in {"acl", "ccomp", "relcl"}:
            return True
        if at.dep_ in {"ccomp", "xcomp", "pcomp"} and above != at and (lemma(above) in _DOUBTING or negated(above)):
            return True
    return False


_NOT_REALLY = {"almost", "nearly", "falsely", "supposedly"}
_DOUBTING = {"doubt", "deny", "expect", "fear", "suspect", "imagine", "pretend", "dream"}
_TALES = {"rumor", "rumour", "report", "story", "tale", "claim", "allegation", "suggestion", "speculation"}


def _is_all_but(verb: "Token") -> bool:
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    return [t.lower_ for t in before] == ["all", "but"]


def is_left_open(token: "Token") -> bool:
    """ "Neither accepted nor rejected it", "would neither confirm nor deny it", "must accept or reject it".

    Not of two things: "will not support the draft or reject the talks".
    """
    if token.pos_ != "VERB":
        return False
    pairs = [(token.head, token)] if token.dep_ == "conj" else [(token, c) for c in token.rights if c.dep_ == "conj"]
    left = negated(token) or conditional(token) or conditional(token.head)
    return any(
        _says(first, _SAYING_NO) != _says(second, _SAYING_NO)
        and (left or _says(first, _SAYING_YES) or _says(second, _SAYING_YES))
        for first, second in pairs
        if joint(second) in {"or", "nor"} and _is_of_one_thing(first, second)
    )


def _is_of_one_thing(first: "Token", second: "Token") -> bool:
    """ "Accepted or rejected it", "accepted it or rejected it"."""
    objects = [c for c in first.rights if c.dep_ in {"dobj", "ccomp", "xcomp"} or (c.dep_ == "prep" and any(c.rights))]
    return not objects or any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in second.rights)


def _says(verb: "Token", acts: set[str]) -> bool:
    return any(c.act in acts and c.pos == "VERB" and not c.form for c in cues().get(lemma(verb), ()))


def _is_given_up(noun: "Token") -> bool:
    """ "Dropped its opposition", "reversing an earlier refusal", "did not repeat its threat".

    Not what is only to be given up: "refuses to drop its demand", "should drop it".
    """
    verb = _verb_over(noun) if noun.pos_ == "NOUN" else None
    if verb is None or modal_of(verb) not in {None, "will"}:
        return False
    if lemma(verb) in _SAYING_ONCE_MORE:
        return negated(verb) and not not_only(verb) and any(c.tag_ == "PRP$" for c in noun.lefts)
    return not negated(verb) and (not infinitive(verb) or lemma(verb.head) in _BOUND) and _gives_away(verb)


def _verb_over(noun: "Token") -> "Token | None":
    """The verb whose object it is: "dropped its demand", "backed away from its demand"."""
    if noun.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    verb = above.head if above.dep_ in {"advmod", "prt"} else above
    if noun.dep_ == "pobj":
        away = noun.head.lower_ == "from" or (noun.head.lower_ == "on" and any(c.dep_ == "prt" for c in verb.rights))
        if not away or any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
            return None  # "withdrew from the talks in opposition to it", "lifted the ban on demand"
    return verb if verb.pos_ == "VERB" else None


def _gives_away(verb: "Token") -> bool:
    particles = [c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}]
    return any(f"{lemma(verb)} {p}".strip() in _given_up_words() for p in ("", *particles))


@cache
def _given_up_words() -> frozenset[str]:
    return frozenset(r["words"] for r in table("en/withdrawal_words") if r["sort"] in {"verb", "alone"}) | _EASING


def gives_up(verb: "Token") -> bool:
    """ "Dropped its opposition", "backed away from its demand": not "withdrew its offer"."""
    if verb.pos_ != "VERB" or negated(verb) or not _gives_away(verb):
        return False
    objects = (t for t in verb.subtree if t.pos_ == "NOUN" and _verb_over(t) == verb)
    return any(c.act in _YIELDED and c.pos == "NOUN" for t in objects for c in cues().get(lemma(t), ()))


def is_dropped(token: "Token") -> bool:
    """ "No longer insists on the closure": a demand or refusal that is given up."""
    return lemma(token) in _CLAIMING and no_longer(token)


def has_ended(token: "Token") -> bool:
    """ "No longer supports it", "is no longer ready to wait": denied, unless a demand or refusal is given up."""
    return no_longer(token) and lemma(token) not in _CLAIMING


def _is_headline_object(token: "Token") -> bool:
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
    if not told or owned(noun):
        return []
    verbs = [noun.head] if noun.dep_ == "dobj" else []
    verbs += [c for c in noun.children if c.dep_ == "relcl" and any(g.dep_ == "dobj" for g in c.lefts)]
    answers = (v for v in verbs if lemma(v) in _ANSWERING or _says(v, _ANSWERS))
    return [antecedent(s) for v in answers for s in subjects(v)]
