"""Whose the counted are, where the sentence says: who has them, gives them, sends or loses them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.sides import WE, Sides
from onrecord.model import Actor
from onrecord.syntax import lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = {"state", "institution", "organisation", "group"}
_NOUNS = {"NOUN", "PROPN"}
_BESIDE = {"poss", "amod", "compound", "nmod", "det"}
# Prepositions before a gerund that the subject does too: "answered by sending 40 tanks".
_MEANS = {"by", "after", "before", "without", "while", "when", "since", "in", "despite"}


def _words_as(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/owning_words") if row["as"] == kind)


_HOLDS, _EQUIPS, _DEEDS, _DOES = _words_as("holder"), _words_as("equips"), _words_as("deed"), _words_as("does")
_THANKED, _SUMS = _words_as("thanked"), _words_as("sum")


class Owners:
    """Looks up the actor that a quantity belongs to; `sides` says who "we" and "our" are."""

    def __init__(self, actors: Iterable[Actor], sides: Sides) -> None:
        self._actors = ActorIndex(a for a in actors if a.actor is not None)
        self._sides = sides

    def of(self, head: "Token", number: "Token", whole: "Token | None" = None) -> str | None:
        """Actor id from a possessive, an adjective, "of"/"from", or the one who has, sends or masses them.

        `whole` is the token by which the quantity hangs in the sentence: "dozens" in "dozens of tanks".
        """
        whole = whole if whole is not None else head
        while whole.dep_ == "conj" and whole.head.pos_ in _NOUNS | {"NUM"}:
            whole = whole.head
        said = self._inside(head, number.i) or self._inside(number, number.i)
        said = said or self._people(head) or self._of_phrase(head)
        if said is not None or _is_nobodys(head):
            return said
        return self._holder(whole) or self._clause(head) or self._of_larger(whole)

    def _people(self, head: "Token") -> str | None:
        """ "40 Varenians" """
        actor = self._actors.at(head)
        return actor.actor if actor is not None and actor.type == "state" else None

    def _inside(self, head: "Token", number: int = -1) -> str | None:
        """ "Varenia's 40 tanks", "40 Varenian tanks", "our 40 tanks"; nobody for "Varenian and Ostmark tanks".

        A name before the number is no owner without its 's: "pays Varenia 40 million".
        """
        beside = [c for c in head.lefts if c.dep_ in _BESIDE and (c.dep_ == "poss" or c.i > number)]
        found = {self._named(t) for c in beside for t in (c, *c.conjuncts)} - {None}
        return found.pop() if len(found) == 1 else None

    def _of_phrase(self, head: "Token") -> str | None:
        """ "40 tanks of the Varenian army", "troops from Ostmark" """
        for prep in head.rights:
            if prep.dep_ == "prep" and lemma(prep) in {"of", "from"}:
                for noun in prep.children:
                    if noun.dep_ == "pobj":
                        return self._named(noun) or self._inside(noun)
        return None

    def _holder(self, head: "Token", verbs: frozenset[str] = _HOLDS) -> str | None:
        """ "Varenia has massed 40 tanks", "40 tanks were sent by Varenia", "supplied Ostmark with 40 tanks" """
        verb, dep = head.head, head.dep_
        if dep in {"nsubj", "nsubjpass"} and verb.dep_ == "ccomp":  # "has 40 tanks stationed"
            if found := self._agent(verb, verbs):
                return found
            if lemma(verb.head) not in {"have", "keep", "get"}:
                return None
            verb, dep = verb.head, "dobj"
        if dep == "pobj" and verb.lower_ == "with" and lemma(verb.head) in _EQUIPS:
            return None if passive(verb.head) else self._doer(verb.head)
        if lemma(verb) not in verbs:
            return None
        if dep == "dobj" and not passive(verb):
            return self._doer(verb)
        return self._agent(verb, verbs) if dep == "nsubjpass" else None

    def _clause(self, head: "Token") -> str | None:
        """ "40 tanks deployed by Varenia", "40 tanks that Varenia has sent" """
        for verb in head.rights:
            if verb.dep_ == "acl" and (found := self._agent(verb, _HOLDS)):
                return found
            if verb.dep_ != "relcl" or lemma(verb) not in _HOLDS:
                continue
            if passive(verb):
                return self._agent(verb, _HOLDS)
            doers = [s for s in subjects(verb) if s.tag_ not in {"WDT", "WP"}]
            return next((found for s in doers if (found := self._subject(s))), None)
        return None

    def _of_larger(self, whole: "Token") -> str | None:
        """Whose the larger whole is: "9,000 troops, including 400 gunners", or the deed: "a release of 40 tons"."""
        if whole.dep_ in {"nmod", "compound", "nummod"} and whole.head.pos_ in _NOUNS and whole.head.i > whole.i:
            larger = whole.head  # "a $40 million Varenian loan"
            deed = lemma(larger) in _DEEDS
            return self._done(larger) or self._of_phrase(larger) if deed else self._inside(larger)
        preposition = whole.head
        if whole.dep_ != "pobj" or preposition.dep_ != "prep":
            return None
        larger = preposition.head
        if larger.pos_ not in _NOUNS:
            return None
        if preposition.lower_ == "including":
            return self._inside(larger) or self._of_phrase(larger) or self._holder(larger)
        if preposition.lower_ not in {"of", "worth"}:
            return None
        if lemma(larger) in _SUMS and larger.dep_ == "pobj" and larger.head.head.pos_ in _NOUNS | {"VERB"}:
            above = larger.head.head  # "aid in the amount of 40 million"
            if above.pos_ in _NOUNS:
                return self._done(above)
            return self._doer(above) if lemma(above) in _HOLDS and not passive(above) else None
        return self._done(larger) if lemma(larger) in _DEEDS else None

    def _done(self, deed: "Token") -> str | None:
        """Whose deed it is: "Varenia's delivery", "Varenia announced a delivery"."""
        return self._inside(deed) or self._of_larger(deed) or self._holder(deed, _HOLDS | _DOES)

    def _doer(self, verb: "Token") -> str | None:
        """The one who does it: the subject, also of a participle, of "by sending", of "the decision to send"."""
        if verb.dep_ in {"acl", "relcl"} and not any(c.dep_ == "nsubj" for c in verb.children):
            noun = verb.head  # "a state possessing 40 warheads", "the decision to send"
            whose = self._inside(noun) or self._of_phrase(noun)
            return self._at(noun) or whose or self._holder(noun, _HOLDS | _DOES)
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "nsubj" for c in verb.children):
            return self._doer(verb.head)
        if verb.dep_ == "pcomp":
            return self._of_gerund(verb)
        return next((found for s in subjects(verb) if (found := self._subject(s))), None)

    def _of_gerund(self, verb: "Token") -> str | None:
        """ "answered by sending 40 tanks", "thanked Varenia for sending 40 tanks" """
        preposition, above = verb.head, verb.head.head
        if preposition.lower_ in _MEANS and above.pos_ in {"VERB", "AUX"}:
            return self._doer(above)
        if preposition.lower_ != "for":
            return None
        thanks = [c for c in above.children if c.dep_ == "dobj"] if lemma(above) in _THANKED else []
        thanks += [g for c in above.rights if c.dep_ in {"prep", "dative"} and c.lower_ == "to" for g in c.children]
        return next((found for t in thanks if (found := self._subject(t))), None)

    def _subject(self, subject: "Token") -> str | None:
        """Who acts: a name, "the army of Varenia", "we"; of "which" what it stands for."""
        if subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl":
            subject = subject.head.head
        named = self._at(subject) or self._inside(subject) or self._of_phrase(subject)
        if named is None and lemma(subject) in words("en/body_nouns") and _is_bare(subject):
            return self._sides.at(subject.idx)  # "the army", in the mouth of one of its state
        return named

    def _agent(self, verb: "Token", verbs: frozenset[str]) -> str | None:
        """Who it is done by: "sent by Varenia"."""
        if lemma(verb) not in verbs:
            return None
        agents = [noun for c in verb.children if c.dep_ == "agent" for noun in c.children if noun.dep_ == "pobj"]
        return next((found for noun in agents if (found := self._subject(noun))), None)

    def _named(self, token: "Token") -> str | None:
        """The actor whose mention holds the token, a person too."""
        actor = self._actors.at(token)
        return actor.actor if actor is not None and actor.type == "person" else self._at(token)

    def _at(self, token: "Token") -> str | None:
        """The actor whose mention holds the token; a person stands for the state served, "we" for the speaker's."""
        if token.lower_ in WE:
            return self._sides.at(token.idx)
        actor = self._actors.at(token)
        if actor is None:
            return None
        return actor.actor if actor.type in _OWNERS else actor.state


def _is_nobodys(head: "Token") -> bool:
    """ "two questions", "three rounds of talks" """
    unowned = words("en/unowned_nouns")
    if lemma(head) in unowned:
        return True
    of = [c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"]
    return any(lemma(noun) in unowned for c in of for noun in c.children)


def _is_bare(noun: "Token") -> bool:
    """ "the army", and not "the enemy army" or "the army that fled" """
    return all(c.dep_ in {"det", "punct"} and c.lower_ == "the" for c in noun.children)
