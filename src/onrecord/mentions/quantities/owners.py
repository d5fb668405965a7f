"""Whose forces are counted, where the sentence says."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.mentions.actor_index import ActorIndex
from onrecord.model import Actor
from onrecord.syntax import lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDS = {
    "have", "deploy", "mass", "station", "send", "amass", "move", "position", "base", "keep", "maintain", "withdraw",
    "pull", "concentrate", "field", "fly", "commit", "mobilize", "mobilise", "gather", "assemble", "build", "operate",
    "own", "possess", "launch", "test", "fire", "redeploy", "dispatch", "provide", "pledge", "spend", "allocate",
    "announce", "give", "contribute", "sign", "order", "buy", "purchase", "lose", "donate", "deliver", "supply",
    "export",
}  # fmt: skip
# What is done with things by those whose they are.
_DEEDS = {
    "release", "supply", "delivery", "donation", "sale", "shipment", "deployment", "withdrawal", "transfer", "export",
    "dispatch", "loss", "contribution", "provision", "movement", "presence", "concentration", "mobilization",
}  # fmt: skip
# "supplied Ostmark with 40 tanks"
_EQUIPS = {"supply", "provide", "equip", "arm", "furnish"}
_OWNERS = {"state", "institution", "organisation", "group"}


class Owners:
    """Looks up the actor that a quantity belongs to."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = ActorIndex(a for a in actors if a.actor is not None)

    def of(self, head: "Token", number: "Token", whole: "Token | None" = None) -> str | None:
        """Actor id from a possessive, an adjective, "of"/"from", or the one who has, sends or masses them.

        `whole` is the token by which the quantity hangs in the sentence: "dozens" in "dozens of tanks".
        """
        whole = whole if whole is not None else head
        while whole.dep_ == "conj" and whole.head.pos_ in {"NOUN", "PROPN"}:
            whole = whole.head
        return (
            self._inside(head)
            or self._inside(number)
            or self._people(head)
            or self._of_phrase(head)
            or self._holder(whole)
            or self._of_larger(whole)
        )

    def _people(self, head: "Token") -> str | None:
        """ "40 Varenians" """
        actor = self._actors.at(head)
        return actor.actor if actor is not None and actor.type == "state" else None

    def _of_larger(self, whole: "Token") -> str | None:
        """Whose the larger whole is: "9,000 troops, including 400 gunners", or the deed: "a release of 40 tons"."""
        preposition = whole.head
        if whole.dep_ != "pobj" or preposition.dep_ != "prep":
            return None
        larger = preposition.head
        if preposition.lower_ == "including":
            return self._inside(larger) or self._of_phrase(larger) or self._holder(larger)
        if preposition.lower_ == "of" and lemma(larger) in _DEEDS:
            return self._inside(larger) or self._holder(larger, any_verb=True)
        return None

    def _inside(self, head: "Token") -> str | None:
        """ "Varenia's 40 tanks", "40 Varenian tanks", "Berg's 40 aides"; nobody for "Varenian and Ostmark tanks"."""
        beside = [c for c in head.lefts if c.dep_ in {"poss", "amod", "compound", "nmod", "det"}]
        found = {self._named(t) for c in beside for t in (c, *c.conjuncts)} - {None}
        return found.pop() if len(found) == 1 else None

    def _of_phrase(self, head: "Token") -> str | None:
        """ "40 tanks of the Varenian army", "troops from Ostmark" """
        for prep in head.rights:
            if prep.dep_ == "prep" and lemma(prep) in {"of", "from"}:
                for noun in prep.children:
                    if noun.dep_ == "pobj":
                        return self._at(noun) or self._inside(noun)
        return None

    def _holder(self, head: "Token", *, any_verb: bool = False) -> str | None:
        """ "Varenia has massed 40 tanks", "40 tanks were sent by Varenia" """
        verb, dep = head.head, head.dep_
        if dep in {"nsubj", "nsubjpass"} and verb.dep_ == "ccomp":  # "has 40 tanks stationed"
            verb, dep = verb.head, "dobj"
        equips = dep == "pobj" and lemma(verb.head) in _EQUIPS
        if not any_verb and lemma(verb) not in _HOLDS and not equips:
            return None
        if dep == "dobj":
            for subject in subjects(verb):
                if not passive(verb) and (found := self._at(subject) or self._inside(subject)):
                    return found
        if dep == "pobj" and verb.lower_ == "with" and lemma(verb.head) in _EQUIPS:
            return next((found for s in subjects(verb.head) if (found := self._at(s))), None)
        if dep == "nsubjpass":
            for agent in (c for c in verb.children if c.dep_ == "agent"):
                for noun in agent.children:
                    if found := self._at(noun):
                        return found
        return None

    def _named(self, token: "Token") -> str | None:
        """The actor whose mention holds the token, a person too."""
        actor = self._actors.at(token)
        return actor.actor if actor is not None and actor.type == "person" else self._at(token)

    def _at(self, token: "Token") -> str | None:
        """The actor whose mention holds the token; a person stands for the state served."""
        actor = self._actors.at(token)
        if actor is None:
            return None
        return actor.actor if actor.type in _OWNERS else actor.state
