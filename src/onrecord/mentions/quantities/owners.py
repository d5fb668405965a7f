"""Whose forces are counted, where the sentence says."""

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
    "announce", "give", "contribute",
}  # fmt: skip
_OWNERS = {"state", "institution", "organisation", "group"}


class Owners:
    """Looks up the actor that a quantity belongs to."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self._actors = ActorIndex(a for a in actors if a.actor is not None)

    def of(self, head: "Token", number: "Token") -> str | None:
        """Actor id from a possessive, an adjective, "of"/"from", or the one who has, sends or masses them."""
        return self._inside(head) or self._inside(number) or self._of_phrase(head) or self._holder(head)

    def _inside(self, head: "Token") -> str | None:
        """ "Varenia's 40 tanks", "40 Varenian tanks"; nobody for "Varenian and Ostmark tanks"."""
        beside = [c for c in head.lefts if c.dep_ in {"poss", "amod", "compound", "nmod", "det"}]
        found = {self._at(t) for c in beside for t in (c, *c.conjuncts)} - {None}
        return found.pop() if len(found) == 1 else None

    def _of_phrase(self, head: "Token") -> str | None:
        """ "40 tanks of the Varenian army", "troops from Ostmark" """
        for prep in head.rights:
            if prep.dep_ == "prep" and lemma(prep) in {"of", "from"}:
                for noun in prep.children:
                    if noun.dep_ == "pobj":
                        return self._at(noun) or self._inside(noun)
        return None

    def _holder(self, head: "Token") -> str | None:
        """ "Varenia has massed 40 tanks", "40 tanks were sent by Varenia" """
        verb, dep = head.head, head.dep_
        if dep in {"nsubj", "nsubjpass"} and verb.dep_ == "ccomp":  # "has 40 tanks stationed"
            verb, dep = verb.head, "dobj"
        if lemma(verb) not in _HOLDS:
            return None
        if dep == "dobj":
            for subject in subjects(verb):
                if not passive(verb) and (found := self._at(subject) or self._inside(subject)):
                    return found
        if dep == "nsubjpass":
            for agent in (c for c in verb.children if c.dep_ == "agent"):
                for noun in agent.children:
                    if found := self._at(noun):
                        return found
        return None

    def _at(self, token: "Token") -> str | None:
        """The actor whose mention holds the token; a person stands for the state served."""
        actor = self._actors.at(token)
        if actor is None:
            return None
        return actor.actor if actor.type in _OWNERS else actor.state
