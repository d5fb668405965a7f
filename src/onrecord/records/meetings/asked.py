"""Meetings that a question only asks for: "Will they meet?", "Are there plans for a call?"."""

from typing import TYPE_CHECKING

from onrecord.records.meetings.cues import is_noun, joined_names
from onrecord.records.meetings.states import GOVERNED, undoes
from onrecord.syntax import FINITE, asks, is_question, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# What leads from a meeting that is asked for up to the question.
_ASKED = GOVERNED | {"prep", "oprd", "dative"}
_ABOUT = {"nsubj", "nsubjpass", "expl"}
# What is asked of these as an object or subject is asked of the meeting too: "did they hold a call".
_HAVING = {"have", "hold", "plan", "be"}
# These leave open what they are said of: "a plan for it", "do you think that", "is it likely", "ready for it".
_OPEN = {
    "plan", "chance", "prospect", "date", "agree", "agreement", "decide", "decision", "insist", "consider", "ready",
    "open", "willing", "prepared", "think", "believe", "expect", "say", "confirm", "true", "possible", "likely",
}  # fmt: skip
_OF_OPEN = {"of", "for", "to", "on"}


def is_only_asked(token: "Token") -> bool:
    """Whether a question asks for the meeting, and takes none for granted: "will they meet", "is there a plan for a
    call", but not "was the call useful", "when did they meet", "did you know that they met", "they met: is it so"."""
    if not is_question(token.sent) or (is_noun(token) and not _is_any(token)):
        return False
    main = token
    while main.dep_ in _ASKED and not _is_of_what(main):
        if not _asks_through(main):
            return False
        main = main.head
    if main.dep_ != "ROOT" or _is_of_what(main):
        return False
    opening = main.doc[main.left_edge.i : main.i + 1]
    first = next((t for t in opening if t == main or (t.head == main and t.dep_ in {"aux", "auxpass"})), main)
    return first.tag_ in FINITE and first.i < token.i and any(s.i > first.i for s in main.children if s.dep_ in _ABOUT)


def _asks_through(part: "Token") -> bool:
    """Whether what is asked of the word above is asked of it: "is there a plan for it", not "was he late for it"."""
    above = part.head
    if part.dep_ in {"dobj", "attr", *_ABOUT}:
        if any(t.tag_ == "VBN" and undoes(t) for t in above.subtree):
            return False  # "was a call with her cancelled"
        if lemma(above) == "be":  # "is there a call", "is a call likely", but not "were talks with her useful"
            return any(c.lower_ == "there" or lemma(c) in _OPEN for c in above.children)
        takes_place = lemma(above) == "take" and any(c.lower_ == "place" for c in above.rights)
        return lemma(above) in _HAVING or takes_place
    doing = part.dep_ == "xcomp" and part.tag_ == "VBG"  # "did he enjoy meeting her" takes it for granted
    if part.dep_ == "prep" or doing or (part.dep_ in {"ccomp", "acl"} and _is_finite(part)):
        is_open = lemma(above) in _OPEN or any(c.dep_ == "acomp" and lemma(c) in _OPEN for c in above.children)
        return is_open and (part.dep_ != "prep" or part.lower_ in _OF_OPEN)
    return True


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in {"aux", "auxpass"} for c in verb.lefts)


def _is_of_what(verb: "Token") -> bool:
    """Whether it asks or tells who, what or when: that it happens is taken for granted."""
    return verb.pos_ in {"VERB", "AUX"} and asks(verb)


def _is_any(noun: "Token") -> bool:
    """ "A call", "any talks", "had discussions"; not "the call", "her talks", "on talks with Ostmark"."""
    if any(c.lower_ in {"a", "an", "any"} for c in noun.lefts):
        return True
    named = any(c.dep_ in {"det", "poss"} for c in noun.lefts) or bool(joined_names(noun))
    return not named and lemma(noun.head) in {"have", "hold", "be"}
