"""Offices that the article fills with a name: "the minister" after "Foreign Minister Ana Berg"."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.title_words import OPENING_PHRASES
from onrecord.model import Actor, Article
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_UNIQUE = {
    "president", "premier", "chancellor", "king", "queen", "pope", "minister", "secretary", "governor", "mayor",
    "speaker", "chairman", "chairwoman", "commissioner", "ambassador", "chief", "director", "head", "leader", "tsar",
    "emperor", "general", "parliamentarian", "administrator", "superintendent", "sheriff",
}  # fmt: skip
_LEADING_OFFICES = {"president", "premier", "minister", "chancellor", "king", "queen", "chairman", "leader", "emperor"}
RANKS = {"vice", "deputy", "assistant", "former", "ex", "acting"}
# A description by which a text goes back to somebody it named: the Vermont senator, the candidate.
_INTRODUCING = {"a", "an", "one", "another", "two", "three", "some"}
_WORD = re.compile(r"\w+")


def head_of_office(office: "Span") -> "Token":
    """The noun of an office as written: "minister" of "Ostmark's minister for roads", whatever the parse says."""
    end = next((t.i for t in office[1:] if t.lower_ in OPENING_PHRASES), office.end)
    return office.doc[end - 1]


class Offices:
    """Which offices and descriptions of the article belong to somebody it names."""

    def __init__(self, doc: "Doc", article: Article, actors: tuple[Actor, ...]) -> None:
        self._held: dict[str, set[tuple[frozenset[str], str | None]]] = {}
        """By the last word of the office: its words, and the state or body it belongs to."""
        self._first_person = min((a.begins_at for a in actors if a.type == "person" and a.actor), default=None)
        for actor in actors:
            if actor.type != "person" or actor.actor is None or actor.role is None:
                continue
            office = doc.char_span(actor.role.start, actor.role.end, alignment_mode="expand")
            if office is not None:
                held = frozenset(t.lower_ for t in office), actor.state or actor.affiliation
                self._held.setdefault(_plain(lemma(head_of_office(office))), set()).add(held)
        self._title = frozenset(_WORD.findall((article.title or "").casefold()))
        self._doc = doc

    @cached_property
    def _introduced(self) -> dict[str, int]:
        """Where "an envoy", "another envoy" first stand, by the noun."""
        introduced: dict[str, int] = {}
        for word in self._doc:
            noun = word.head
            if word.lower_ not in _INTRODUCING or noun.i <= word.i or noun.pos_ not in {"NOUN", "PROPN"}:
                continue
            if noun.dep_ != "appos" or noun.head.pos_ != "PROPN":  # not "Ana Berg, an analyst"
                introduced[lemma(noun)] = min(noun.i, introduced.get(lemma(noun), noun.i))
        return introduced

    def names(self, head: "Token", actors: ActorIndex) -> bool:
        """Whether the article names the one who is meant: its office is somebody's, or it goes back to a person."""
        if head.tag_ in {"NNS", "NNPS"} or not _is_definite(head):
            return False
        words = {t.lower_ for t in head.lefts} | {head.lower_}
        state = next((a.state or a.actor for t in head.subtree if (a := actors.at(t)) and a.type == "state"), None)
        for office, owner in self._offices(head):
            same_rank = not ((words ^ office) & RANKS)
            if same_rank and (state is None or owner is None or state == owner):
                return True
        if head.text.isupper() and lemma(head).casefold() in self._title:
            return True
        return lemma(head) not in _UNIQUE and self._goes_back(head)

    def is_office(self, head: "Token") -> bool:
        """ "the president", "Varenia's president", "President": an office that one person holds at a time."""
        before = [t.lower_ for t in head.doc[max(0, head.i - 2) : head.i]]
        unique = lemma(head).casefold() in _UNIQUE or before == ["national", "security"]
        return head.tag_ not in {"NNS", "NNPS"} and unique and _is_definite(head)

    def _offices(self, head: "Token") -> set[tuple[frozenset[str], str | None]]:
        word = _plain(lemma(head).casefold())
        of_state = word == "head" and any(c.lower_ in {"state", "government"} for p in head.rights for c in p.rights)
        if word in {"leader", "tsar"} or of_state:
            return {h for office in _LEADING_OFFICES for h in self._held.get(office, ())}
        return self._held.get(word, set())

    def _goes_back(self, head: "Token") -> bool:
        """ "the Vermont senator": a definite description of one person whom no "a senator" brought in."""
        the = any(c.lower_ in {"the", "this"} for c in head.lefts if c.dep_ == "det")
        before = self._first_person is not None and self._first_person < head.idx
        brought_in = self._introduced.get(lemma(head))
        return the and before and (brought_in is None or brought_in >= head.i)


def _is_definite(head: "Token") -> bool:
    return not any(c.lower_ in _INTRODUCING or c.lower_ in {"any", "every", "each", "no"} for c in head.lefts)


def _plain(office: str) -> str:
    return {"congresswoman": "congressman", "spokeswoman": "spokesman", "spokesperson": "spokesman"}.get(office, office)
