"""Whom harm befalls: the killed, wounded and lost among the counted."""

from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.syntax import lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS = {"kill", "wound", "injure", "die", "hurt", "perish"}
_HARMED = {"killed", "wounded", "injured", "slain"}
_DEATHS = {"death", "killing", "murder", "massacre"}
# "lost 40 soldiers", and not "lost 40 tanks"
_PEOPLE = {"people", "child", "man", "woman", "civilian", "soldier", "serviceman", "troop", "fighter", "officer"}
_NUMBER_WORDS = words("en/number_words")


def harm_befalls(head: "Token") -> bool:
    """ "killed 14 people", "killed dozens of people", "14 soldiers were wounded", "people dead" """
    after = head.i + 1  # where a participle stands: "14 soldiers and guests killed there"
    if (last := max((t.i for t in head.conjuncts), default=head.i)) > head.i:
        after = last + 1
    if lemma(head) == "life" and _is_lost(head):
        return True
    if lemma(head) in _PEOPLE and _whole(head).dep_ in {"dobj", "nsubjpass"} and _loses_lives(_whole(head).head):
        return True
    if lemma(_above_of(_whole(head))) in _DEATHS:
        return True
    if any(c.dep_ == "amod" and (lemma(c) in HARMS or c.lower_ in {"dead", *_HARMED}) for c in head.lefts):
        return True  # "20 wounded soldiers"
    head = _whole(head)
    verb = head.head
    if lemma(verb) in HARMS and head.dep_ in {"dobj", "nsubjpass"}:
        return True
    if lemma(verb) in HARMS and head.dep_ == "nsubj" and verb.tag_ == "VBN" and verb.dep_ == "ccomp":
        return True  # "saw 14 people killed"
    if head.dep_ == "nsubj" and _dies(verb):
        return True
    return any(
        (c.dep_ in {"acl", "amod", "oprd"} and c.i == after and (lemma(c) in HARMS or c.text == "dead"))
        or (c.dep_ == "relcl" and (_dies(c) or (lemma(c) in HARMS and passive(c))))
        for c in (*head.children, *(g for t in head.conjuncts for g in t.children))
    )


def _whole(head: "Token") -> "Token":
    """By what it hangs on the verb: "dozens" in "dozens of people", "soldiers" in "40 soldiers and 20 guests"."""
    while True:
        if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in _NUMBER_WORDS:
            head = head.head.head
        elif head.dep_ in {"conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
            head = head.head
        else:
            return head


def _above_of(noun: "Token") -> "Token":
    """ "the [deaths] of 40 people", else the noun itself."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def _loses_lives(verb: "Token") -> bool:
    """ "Lost 40 soldiers", but not "lost 40 officers to a rival"."""
    return lemma(verb) == "lose" and not any(c.lower_ == "to" for c in verb.rights)


def _dies(verb: "Token") -> bool:
    """Whether the verb's subject dies: "died", "lost their lives"."""
    lost = lemma(verb) == "lose" and any(lemma(c) == "life" for c in verb.rights)
    return lost or lemma(verb) in {"die", "perish"}


def _is_lost(lives: "Token") -> bool:
    """ "claimed 40 lives", "at the cost of 40 lives", "40 lives were lost" """
    above, clauses = lives.head, [*lives.rights]
    while above.head != above and (above.dep_ == "prep" or above.pos_ == "NUM" or above.lower_ in _NUMBER_WORDS):
        clauses += above.rights
        above = above.head
    return lemma(above) in {"claim", "take", "cost", "lose", "loss", "price"} or any(
        c.dep_ in {"acl", "relcl"} and lemma(c) == "lose" for c in clauses
    )
