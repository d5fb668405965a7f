"""Whom harm befalls: the killed, wounded and lost among the counted."""

from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.syntax import lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS = {
    "kill", "wound", "injure", "die", "hurt", "perish", "murder", "massacre", "slaughter", "slay", "behead", "trample",
    "assassinate", "maim",
}  # fmt: skip
# What befalls things, too.
DAMAGES = {"destroy", "demolish", "damage"}
_HARMED = {"killed", "wounded", "injured", "slain"}
FATES = {"dead", "missing", *_HARMED}
_DEATHS = {"death", "killing", "murder", "massacre", "slaying"}
# Of people, and not of tanks: "wiped out 40 fighters".
_DESTROYS = {"wipe", "eliminate", "liquidate", "neutralise", "neutralize", "execute", "mourn", "bury"}
# "lost 40 soldiers", and not "lost 40 tanks"
PEOPLE = {
    "people", "person", "victim", "child", "man", "woman", "civilian", "soldier", "serviceman", "troop", "fighter",
    "officer", "hero", "citizen", "defender", "militant", "mercenary", "gunman", "terrorist", "rebel",
}  # fmt: skip
# "continue to be killed", and not "escape being killed"
_CONTINUES = {"continue", "begin", "start", "keep"}
_NOMINAL = {"NOUN", "PROPN", "NUM", "PRON"}
_NUMBER_WORDS = words("en/number_words")


def harm_befalls(head: "Token") -> bool:
    """ "killed 14 people", "killed dozens of people", "14 soldiers were wounded", "people dead" """
    after = head.i + 1  # where a participle stands: "14 soldiers and guests killed there"
    if (last := max((t.i for t in head.conjuncts), default=head.i)) > head.i:
        after = last + 1
    if lemma(head) == "life" and _is_lost(head):
        return True
    people = [head, *(g for c in head.rights if c.lower_ == "of" for g in c.rights if head.pos_ == "NUM")]
    whole = _whole(head)
    of_people = any(lemma(noun) in PEOPLE for noun in people)
    if of_people and whole.dep_ in {"dobj", "nsubjpass"} and _ends_lives(whole.head):
        return True
    above = _above_of(whole)
    behind = (*above.rights, *whole.rights, *head.doc[after : after + 1])
    gone = any(t.lower_ == "to" for t in behind)  # "the loss of people to emigration"
    lost = lemma(above) == "memory" or (lemma(above) == "loss" and above != head and not gone)
    if lemma(above) in _DEATHS or (lost and of_people):
        return True
    if above != head and (lemma(above) == "shooting" or (lemma(above) == "life" and _is_lost(above))):
        return True
    if any(c.dep_ == "amod" and _is_fate(c, head) for c in head.lefts):
        return True  # "20 wounded soldiers"
    said, head = head, whole
    verb = head.head
    if lemma(verb) in HARMS and head.dep_ in {"dobj", "nsubjpass"}:
        return True
    if lemma(verb) in HARMS and head.dep_ == "nsubj" and verb.tag_ in {"VBN", "VBD"} and _is_without_object(verb):
        return True  # "saw 14 people killed", "14 others wounded"
    if lemma(verb) == "shoot" and head.dep_ in {"dobj", "nsubjpass"} and (_is_people(head) or _is_left_dead(verb)):
        return True
    if head.dep_ == "dobj" and any(c.i == after and c.dep_ != "amod" and _is_fate(c, head) for c in verb.rights):
        return True  # "left 14 people dead"
    continued = [c for c in verb.rights if c.dep_ == "xcomp"] if lemma(verb) in _CONTINUES else []
    if head.dep_ == "nsubj" and any(_is_harmed(c) for c in continued):
        return True  # "40 continue to be killed"
    dead = verb.pos_ == "AUX" and any(c.dep_ in {"acomp", "attr"} and _is_fate(c, head) for c in verb.rights)
    if head.dep_ == "nsubj" and (dead or _dies(verb)):
        return True  # "40 died", "40 are dead"
    return any(
        (c.dep_ in {"acl", "amod", "oprd"} and c.i == after and _is_fate(c, head))
        or (c.dep_ == "relcl" and (_dies(c) or _is_harmed(c)))
        for c in (*head.children, *said.children, *(g for t in head.conjuncts for g in t.children))
    )


def _is_harmed(verb: "Token") -> bool:
    return lemma(verb) in HARMS and passive(verb)


def _is_fate(token: "Token", whose: "Token") -> bool:
    """ "killed", "dead"; "missing" of people alone: "33 missing letters" are no victims."""
    missing = token.lower_ == "missing"
    return lemma(token) in HARMS or (
        token.lower_ in FATES and (not missing or _is_people(whose) or whose.pos_ == "NUM")
    )


def _is_people(head: "Token") -> bool:
    return lemma(head) in PEOPLE or head.ent_type_ == "NORP"


def _is_left_dead(verb: "Token") -> bool:
    """ "shot dead" """
    return any(c.lower_ == "dead" for c in verb.rights)


def _is_without_object(verb: "Token") -> bool:
    return all(c.dep_ != "dobj" for v in (verb, *verb.conjuncts) for c in v.rights)


def _whole(head: "Token") -> "Token":
    """By what it hangs on the verb: "dozens" in "dozens of people", "soldiers" in "40 soldiers and 20 guests"."""
    while True:
        above = head.head.head
        dozens = head.head.lower_ == "of" and above.lower_ in _NUMBER_WORDS
        if head.dep_ == "pobj" and (dozens or (head.head.lower_ == "including" and above.pos_ in _NOMINAL)):
            head = above
        elif head.dep_ in {"conj", "appos"} and head.head.pos_ in _NOMINAL:
            head = head.head
        else:
            return head


def _above_of(noun: "Token") -> "Token":
    """ "the [deaths] of 40 people", else the noun itself."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def _ends_lives(verb: "Token") -> bool:
    """ "Lost 40 soldiers", but not "lost 40 officers to a rival" or "eliminated 40 people from the rolls"."""
    after = {c.lower_ for c in verb.rights}
    return (lemma(verb) == "lose" and "to" not in after) or (lemma(verb) in _DESTROYS and "from" not in after)


def _dies(verb: "Token") -> bool:
    """Whether the verb's subject dies: "died", "lost their lives"."""
    lost = lemma(verb) == "lose" and any(lemma(c) == "life" for c in verb.rights)
    return lost or lemma(verb) in {"die", "perish"}


def _is_lost(lives: "Token") -> bool:
    """ "claimed 40 lives", "at the cost of 40 lives", "40 lives were lost", "40 lost lives" """
    above, clauses = lives.head, [*lives.children]
    while above.head != above and (above.dep_ == "prep" or above.pos_ == "NUM" or above.lower_ in _NUMBER_WORDS):
        clauses += above.rights
        above = above.head
    return lemma(above) in {"claim", "take", "cost", "lose", "loss", "price"} or any(
        c.dep_ in {"acl", "relcl", "amod"} and lemma(c) == "lose" for c in clauses
    )
