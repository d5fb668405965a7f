"""Meetings that a question only asks for: "Will they meet?", "Are there plans for a call?"."""

from typing import TYPE_CHECKING

from onrecord.records.meetings.cues import is_noun, joined_names
from onrecord.records.meetings.states import GOVERNED, undoes
from onrecord.syntax import FINITE, is_question, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# What leads from a meeting that is asked for up to the question.
_ASKED = GOVERNED | {"prep", "oprd", "dative"}
# Asked of these it is asked of the meeting; of other words it is taken for granted: "did the call help".
_HAVING = {"have", "hold", "plan", "be"}
_TELLING = {"think", "believe", "expect", "say", "confirm", "true", "possible", "likely"}
# With these "is it" asks whether it takes place: "is there a call", "is a call possible", not "was a call useful".
_WHETHER = {"there", "planned", "possible", "likely"}
_OF_PLANS = {"plan", "chance", "prospect", "date"}
_AGREEING = {"agree", "decide", "insist", "plan", "agreement", "decision"}
_FOR_WHAT_WAS = {"thank", "apologize", "apologise", "blame", "praise", "criticize", "criticise", "condemn", "punish"}
_READY = {"ready", "open", "willing", "prepared"}
_ABOUT = {"nsubj", "nsubjpass", "expl"}


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
    if main.dep_ not in {"ROOT", "conj"} or _is_of_what(main):
        return False
    opening = main.doc[main.left_edge.i : main.i + 1]
    first = next((t for t in opening if t == main or (t.head == main and t.dep_ in {"aux", "auxpass"})), None)
    asked = first is not None and first.tag_ in FINITE and first.i < token.i
    return asked and first is not None and any(s.i > first.i for s in main.children if s.dep_ in _ABOUT)


def _asks_through(part: "Token") -> bool:
    """Whether what is asked of the word above is asked of it: "is there a plan for it", not "was he late for it"."""
    above = part.head
    if part.dep_ == "prep":
        if part.lower_ == "of":
            return lemma(above) in _OF_PLANS
        if part.lower_ == "on":
            return lemma(above) in _AGREEING
        if lemma(above) in _FOR_WHAT_WAS or above.pos_ == "PROPN":
            return False
        before = part.nbor(-1)
        return part.lower_ in {"for", "to"} and (before.pos_ not in {"ADJ", "ADV"} or lemma(before) in _READY)
    if part.dep_ in {"dobj", "attr", *_ABOUT}:
        takes_place = lemma(above) == "take" and any(c.lower_ == "place" for c in above.rights)
        if any(t.tag_ == "VBN" and undoes(t) for t in above.subtree):
            return False  # "was a call with her cancelled"
        if lemma(above) == "be" and not any(t.lower_ in _WHETHER for t in above.subtree):
            return False  # "were talks with her useful"
        return (lemma(above) in _HAVING or takes_place) and (part.pos_ not in {"NOUN", "PROPN"} or _is_any_of(part))
    if part.dep_ in {"ccomp", "acl"} and _is_finite(part):
        return lemma(above) in _TELLING or any(c.dep_ == "acomp" and lemma(c) in _TELLING for c in above.children)
    if part.dep_ == "xcomp" and part.tag_ == "VBG":
        return lemma(above) == "consider"  # "did he enjoy meeting her" takes it for granted
    return True


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in {"aux", "auxpass"} for c in verb.lefts)


def _is_any_of(noun: "Token") -> bool:
    """ "Plans", "any plan", "talks"; not "the plan", "her decision"."""
    return not any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.lefts)


def _is_of_what(verb: "Token") -> bool:
    """Whether it asks or tells who, what or when: that it happens is taken for granted."""
    asking = verb.doc[verb.left_edge.i : verb.i]
    return verb.pos_ in {"VERB", "AUX"} and any(t.tag_ in {"WP", "WRB", "WDT", "WP$"} for t in asking)


def _is_any(noun: "Token") -> bool:
    """ "A call", "any talks", "had discussions"; not "the call", "her talks", "on talks with Ostmark"."""
    if any(c.lower_ in {"a", "an", "any"} for c in noun.lefts):
        return True
    named = any(c.dep_ in {"det", "poss"} for c in noun.lefts) or bool(joined_names(noun))
    return not named and lemma(noun.head) in {"have", "hold", "be"}
