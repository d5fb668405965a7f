"""Clauses of a meeting: whose words the parser hung where, and which verb tells of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.records.meetings.cues import DUE, ENVOYS, OFFICES, cue_of, cues, is_noun
from onrecord.syntax import POSSESSIVES, antecedent, clause_verb, lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_HOLDING = {
    "hold", "have", "head", "open", "begin", "start", "resume", "continue", "conduct", "attend", "join", "lead", "end",
    "conclude", "schedule", "plan", "host", "enter", "go", "travel", "arrive", "arrange", "convene", "agree", "take",
    "fly", "come", "return", "exchange", "prepare", "expect", "set", "finish", "complete", "launch", "participate",
    "postpone", "delay", "cancel", "scrap", "call", "propose", "suggest", "request", "seek", "offer", "want", "refuse",
    "decline", "reject", "suspend", "break", "rule", "receive", "keep", "upend", "rock", "disrupt", "leave", "skip",
    "use", "announce", "confirm", "commence", "inaugurate", "initiate", "restart", "renew", "reopen",
}  # fmt: skip
TRAVEL = {"head", "travel", "fly", "go", "come", "arrive", "return", "land", "leave", "depart"}
# Who does these to a meeting of others is no side of it.
HOSTING = {"host", "broker", "mediate", "moderate", "facilitate"}
_MEDIATED = re.compile(r"(?:mediated|brokered|moderated|facilitated|hosted)\Z", re.IGNORECASE)
_BESIDE = {"after", "before", "during", "in", "at", "for", "following", "into", "from", "since", "to"}
# Words between an owner and the meeting: "Berg's long-awaited first meeting".
_OWNED = {"ADJ", "ADV", "NUM", "VERB", "NOUN", "PUNCT"}
_FARTHEST_OWNER = 6
# What may stand between a meeting and whom the parser hung too low: "talks in Vare with Berg", "of Berg with Holt".
_LOW = {"in", "at", "of", "on"}
_PHRASE = {"pobj", "compound", "nmod", "appos", "conj"}
# What a meeting may be told as.
PARTS = {"round", "series", "number", "start", "part", "day", "hour", "format"}


def acts(head: "Token") -> bool:
    """Whether the name is that of who does it, not of whom it is done with."""
    while head.dep_ in {"conj", "appos", "nmod"}:
        head = head.head
    return head.dep_ in {"nsubj", "nsubjpass"} or (head.dep_ == "pobj" and head.head.dep_ == "agent")


def is_beside(token: "Token") -> bool:
    """ "on the sidelines of the summit": a place for another meeting."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and lemma(token.head.head) in {"sideline", "margin"}


def is_mediated(word: "Token | Span") -> bool:
    """ "Vienna-hosted", "Turkish-brokered": who stands before it is no side of the talks."""
    return bool(_MEDIATED.search(word.text))


def mediates(head: "Token") -> bool:
    """The mediator of "talks mediated by Lorvane", "Lorvane-mediated talks", who is no side of them."""
    by = head.dep_ == "pobj" and head.head.dep_ == "agent"
    if by and lemma(head.head.head) in HOSTING - {"host"}:
        return True
    joined = head.doc[head.i + 1 : head.i + 3]
    return joined.text.startswith(("-", "–")) and is_mediated(joined)


def is_other_meeting(token: "Token") -> bool:
    """A breakfast with X before the talks: X is not whom the talks are with."""
    return is_noun(token) and lemma(token) in cues() and lemma(token) not in {"talk", "round", "exchange"}


def is_hung_low(prep: "Token", token: "Token") -> bool:
    """Whether only the meeting's place, day or first side stands between."""
    at = prep.head
    while at != token:
        if at.dep_ not in _PHRASE and not (at.dep_ == "prep" and at.lower_ in _LOW):
            return False
        at = at.head
    return prep.head != token


def title_phrase(head: "Token") -> "Iterator[Token]":
    """The head, the names beside it, and the name at the end of its title: "Head of the Office, Ana Berg"."""
    yield head
    for child in head.children:
        if child.dep_ in {"nmod", "appos"} and child.pos_ == "PROPN":
            yield from title_phrase(child)
            yield from (t for c in child.conjuncts for t in title_phrase(c) if c.head != head)
        elif child.dep_ == "compound" and child.pos_ == "PROPN":
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            for pobj in objects(child):
                yield from title_phrase(pobj)


def owner_of(token: "Token") -> "Token | None":
    """Whose meeting it is, by the words alone: "Berg's long-awaited first meeting"."""
    for before in reversed(token.doc[max(token.sent.start, token.i - _FARTHEST_OWNER) : token.i]):
        if before.text in POSSESSIVES and before.i > 0:
            return token.doc[before.i - 1]
        if before.pos_ not in _OWNED or before.text in {",", ";"}:
            return None
    return None


def is_invited(token: "Token") -> bool:
    """ "invited the premier to talks"."""
    return any(lemma(a) == "invite" for a in token.ancestors)


def is_described(token: "Token") -> bool:
    """Whether more than "the president" is said, so that the words alone tell who."""
    return any(c.dep_ in {"amod", "compound", "poss", "prep", "relcl"} for c in token.children)


def leads_to(token: "Token", verb: "Token") -> bool:
    """ "said after talks with ...", "exchanged warnings in a call": who acts then is the one who met."""
    at = token
    while at.dep_ in {"pobj", "prep", "pcomp"} and at.head != verb:
        at = at.head
    return at.dep_ == "prep" and at.lower_ in _BESIDE


def may_hold(verb: "Token") -> bool:
    """Whether whose verb it is takes part: "held, went into, cancelled the talks"."""
    return lemma(verb) in _HOLDING


def is_journey(verb: "Token") -> bool:
    """ "arrived in Vare for talks", "is in Vare on a visit", "is on her way to the summit"."""
    return lemma(verb) in TRAVEL or verb.pos_ == "AUX"


def is_arrival(token: "Token") -> bool:
    """ "arriving in Vare on Monday for a visit": when and where it begins."""
    return lemma(token) == "visit" and token.dep_ == "pobj" and lemma(token.head.head) in {"arrive", "land"}


def named_by(verb: "Token | None", word: str) -> "Token | None":
    """What stands before the "when" or "where" of the clause: "Monday" in "on Monday, when they are to meet"."""
    at = verb
    while at is not None:
        opening = next((c for c in at.lefts if c.lower_ == word and c.dep_ == "advmod"), None)
        if opening is not None and opening.i > at.sent.start:
            before = opening.nbor(-1)
            return before.nbor(-1) if before.text == "," and before.i > at.sent.start else before
        at = clause_verb(at.head) if at.dep_ == "xcomp" else None
    return None


def verb_of(token: "Token") -> "Token | None":
    """The verb that tells of the meeting: the cue itself, or the verb its phrase hangs on."""
    return token if token.pos_ == "VERB" else clause_verb(token)


def objects(prep: "Token") -> "Iterator[Token]":
    """What stands behind a preposition, also where the parser took it for a subject: "with Berg having agreed"."""
    found = [g for g in prep.children if g.dep_ in {"pobj", "pcomp"}]
    behind = prep.nbor(1) if prep.i + 1 < prep.sent.end else prep
    if not found and prep.lower_ == "with" and behind.pos_ == "PROPN" and behind.dep_ == "nsubj":
        found = [behind]
    return iter(found)


def held(token: "Token") -> "Token | None":
    """The verb behind a meeting: "the talks that the premier held with Ostmark", "talks held by the envoys"."""
    return next((c for c in token.children if c.dep_ in {"relcl", "acl"} and lemma(c) in {"have", "hold"}), None)


def agents(verb: "Token") -> "list[Token]":
    """Who acts in a clause, also in the passive and in a relative clause."""
    by = [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return by
    if (
        passive(verb)
        and lemma(verb) not in DUE
        and not any(_may_tell_meeting(c) for c in verb.children if c.dep_ == "xcomp")
    ):
        return by
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return agents(verb.head.head)  # "will be able to meet"
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "for"
        and lemma(verb) != "host"
        and not any("subj" in c.dep_ for c in verb.children)
    ):
        blamed = [c for c in verb.head.head.children if c.dep_ == "dobj"]  # "praised the premier for meeting X"
        return blamed or subjects(verb.head.head)
    return [s.head.head if s.lower_ in {"who", "which"} and s.head.dep_ == "relcl" else s for s in subjects(verb)]


def _may_tell_meeting(verb: "Token") -> bool:
    """ "Is expected to meet"; of words with other meanings too only where they have that one."""
    return lemma(verb) in words("en/meeting_cues") or cue_of(verb) is not None


def undergoing(verb: "Token") -> "list[Token]":
    """Whom a passive is done to by somebody named: "Berg was received by Holt", "Berg, who was received by Holt"."""
    by = passive(verb) and any(c.dep_ == "agent" for c in verb.children)
    guests = map(antecedent, subjects(verb)) if by else ()
    return [
        s
        for s in guests
        if s.ent_type_ == "PERSON"
        or s.lower_ in {"he", "she"}
        or lemma(s) in OFFICES | ENVOYS | {"leader", "delegation"}
    ]


def whole(token: "Token") -> "Token":
    """What the meeting is told as: "a round of talks", "a day of meetings"."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and lemma(token.head.head) in PARTS:
        token = token.head.head
    return token
