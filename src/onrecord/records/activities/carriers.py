"""Carriers: the verb that says that an activity named by a noun takes place, or that it stops."""

from typing import TYPE_CHECKING

from onrecord.records.activities.circumstances import MEASURES, is_under
from onrecord.records.activities.owners import BLOWS
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say that an activity named by a noun takes place.
_CARRYING = {
    "hold", "stage", "conduct", "begin", "start", "launch", "continue", "plan", "announce", "complete", "step", "run",
    "increase", "grow", "expand", "carry", "intensify", "resume", "order", "make", "fly", "schedule", "see", "be",
    "include", "involve", "take", "finish", "end", "wrap", "mount", "prepare", "report", "observe", "approve",
    "authorize", "authorise", "promise", "pledge", "strengthen", "boost", "bolster", "maintain", "have", "provide",
    "deliver", "accelerate", "hit", "kill", "send", "execute", "perform", "commit", "receive", "reinforce", "deepen",
    "extend", "build", "beef", "host", "expedite", "rush", "speed", "happen", "occur", "materialize", "materialise",
}  # fmt: skip
CEASING = {"stop", "cease", "abate", "subside"}
_STOPPING = CEASING | {
    "halt", "cancel", "suspend", "avoid", "prevent", "limit", "cut", "scrap", "pause", "freeze", "postpone", "delay",
    "defer",
}  # fmt: skip
CALLED_OFF = {"cancel", "scrap", "call"}
POSTPONING = {"postpone", "delay", "defer", "put"}
SIZES = MEASURES | {
    "size", "tempo", "intensity", "scale", "frequency", "pace", "scope", "rate", "round", "wave", "level",
}  # fmt: skip


def carrier_of(token: "Token") -> "Token | None":
    """The verb that says the activity takes place, or stops: the verb itself, or what governs the noun.

    "Ostmark increased the number of its flights": "increased".
    """
    if token.pos_ == "VERB":
        return token
    if is_under(token):
        return token.head.head if token.head.head.pos_ in {"VERB", "AUX"} else None
    at = token
    while at.dep_ == "pobj" and at.head.lower_ in {"of", "in", "with"} and lemma(at.head.head) in SIZES:
        at = at.head.head
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    if (
        at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
        and not _is_late(at)
        and (lemma(at.head) in _CARRYING | _STOPPING or _is_called_off(at.head))
    ):
        return at.head
    up = at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.lower_ in {"up", "out", "on", "with"}
    if up and lemma(at.head.head) in {"step", "beef", "go", "carry"}:
        return at.head.head
    return None


def stopped(token: "Token", carrier: "Token | None") -> bool:
    """Whether the verb stops what the noun names: "cancelled the drills", "promised to end the occupation"."""
    if carrier is None or carrier == token:
        return False
    to_end = lemma(carrier) == "end" and carrier.tag_ in {"VB", "VBG"} and any(c.dep_ == "dobj" for c in carrier.rights)
    return lemma(carrier) in _STOPPING or to_end or _is_called_off(carrier)


def _is_called_off(verb: "Token") -> bool:
    """ "Called off the drills", "put off the test"; "the shelling let up"."""
    particle = {"call": "off", "let": "up", "put": "off"}.get(lemma(verb))
    return particle is not None and any(c.dep_ == "prt" and c.lower_ == particle for c in verb.children)


def is_off(verb: "Token") -> bool:
    """ "Called off, put off, scrapped, postponed the drills", and not "called for, put them on" """
    return _is_called_off(verb) or lemma(verb) in (CALLED_OFF | POSTPONING) - {"call", "put"}


def _is_late(noun: "Token") -> bool:
    """ "The test put off the talks", "snow delayed the attack", "was delayed but began": it takes place."""
    if lemma(noun.head) not in POSTPONING:
        return False
    came = noun.dep_ == "nsubj" or any(c.lower_ == "but" for c in noun.head.children)
    return came or (lemma(noun.head) == "delay" and lemma(noun) in BLOWS)
