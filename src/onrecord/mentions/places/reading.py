"""Place or government: "talks in Moscow" against "Moscow complained"."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.gazetteer import Candidate, normalised
from onrecord.mentions.places.toponym import Toponym
from onrecord.model.vocabulary import PlaceReading
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def reading_of(doc: "Doc", toponym: Toponym, best: Candidate | None) -> PlaceReading:
    """ "government" where a state or seat of government acts, is addressed or owns a position, else "place"."""
    if not _may_act(toponym, best):
        return "place"
    token = _coordinated(doc[toponym.start : toponym.end].root)
    return "government" if any(rule(token) for rule in RULES) else "place"


def _may_act(toponym: Toponym, best: Candidate | None) -> bool:
    if best is None:
        return False
    return best.feature == "country" or (bool(best.capital) and toponym.name in _seats())


@cache
def _seats() -> frozenset[str]:
    return frozenset(normalised(r["capital"]) for r in table("capitals") if r["government"])


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/acting_places") if row["use"] == use)


def _coordinated(token: "Token") -> "Token":
    """The first of coordinated names: "Kyiv and Moscow said"."""
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    return token


_COPULAS = {"be", "become", "remain", "lie", "seem", "look"}


def acts(token: "Token") -> bool:
    """The subject of a verb that is no copula: "Moscow complained of the sites"."""
    if token.dep_ != "nsubj" or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    return lemma(token.head) not in _COPULAS or any(
        c.dep_ == "acomp" and lemma(c) in _words("attitude") for c in token.head.children
    )


def addressed(token: "Token") -> bool:
    """The object of a verb that addresses an actor, also in the passive: "They urged Moscow to reply"."""
    return token.dep_ in {"dobj", "dative", "nsubjpass"} and lemma(token.head) in _words("object")


def owns(token: "Token") -> bool:
    """The owner of a position, statement or office: "Moscow's demands"."""
    return token.dep_ == "poss" and lemma(token.head) in _words("owned")


def modifies(token: "Token") -> bool:
    """Before a noun that only a government has: "Moscow officials"; a state's name also before "policy" or "ties"."""
    if token.dep_ not in {"compound", "nmod", "amod"}:
        return False
    if token.ent_type_ == "GPE" and normalised(token.text) not in _seats() and token.head.pos_ == "NOUN":
        return lemma(token.head) in _words("owned") | _words("relation")
    return lemma(token.head) in _words("office")


def relates(token: "Token") -> bool:
    """One side of a relation: "tensions between Moscow and Kyiv", "talks with Moscow", "sanctions against Moscow"."""
    if token.dep_ != "pobj" or lemma(token.head) not in {"between", "with", "against", "by", "to", "from", "on"}:
        return False
    preposition = lemma(token.head)
    above = token.head.head
    if preposition == "by":
        return token.head.dep_ == "agent" or lemma(above) in _words("owned")
    if preposition in {"to", "from", "on"}:
        return lemma(above) in _words("sent") and (preposition != "on" or lemma(above) in {"pressure", "sanction"})
    if preposition == "against":
        return True
    return lemma(above) in _words("relation") | _words("with")


def announces(token: "Token") -> bool:
    """The speaker of a headline: "Moscow: no troops will leave"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.text == ":" and bool(token.is_sent_start)


RULES: tuple[Callable[["Token"], bool], ...] = (acts, addressed, owns, modifies, relates, announces)
