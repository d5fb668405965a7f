"""Place or government: "talks in Moscow" against "Moscow complained"."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.mentions.gazetteer import Candidate, normalised
from onrecord.mentions.places.toponym import Toponym
from onrecord.model.vocabulary import PlaceReading
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COPULAS = {"be", "become", "remain", "lie", "seem", "look"}
_DASHES = {"—", "–", "-", "--", "(", "/"}


class Name(NamedTuple):
    """The name of a state or seat of government in its sentence."""

    token: "Token"
    is_state: bool
    is_pair: bool
    """Whether it is one side of a hyphenated pair: "U.S.-Russia ties"."""

    @property
    def role(self) -> "Token":
        """The first of coordinated names, whose grammatical role all share: "Kyiv and Moscow said"."""
        token = self.token
        while token.dep_ == "conj" and token.head != token and token.head.pos_ in {"PROPN", "NOUN"}:
            token = token.head
        return token


def reading_of(doc: "Doc", toponym: Toponym, best: Candidate | None) -> PlaceReading:
    """ "government" where a state or seat of government acts, is addressed or owns a position, else "place"."""
    if best is None or _opens_date_line(doc, toponym):
        return "place"
    is_state = best.feature == "country"
    if not is_state and not (best.capital and toponym.name in _seats()):
        return "place"
    token = doc[toponym.start : toponym.end].root
    name = Name(token, is_state, "-" in token.text and toponym.end_char - toponym.start_char < len(token))
    return "government" if any(rule(name) for _, rule in RULES) else "place"


@cache
def _seats() -> frozenset[str]:
    return frozenset(normalised(r["capital"]) for r in table("capitals") if r["government"])


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/acting_places") if row["use"] == use)


def _opens_date_line(doc: "Doc", toponym: Toponym) -> bool:
    """Whether it stands before a dash at the start: "LONDON — The envoy said"."""
    after = doc[toponym.end] if toponym.end < len(doc) else None
    return bool(doc[toponym.start].is_sent_start) and after is not None and after.text in _DASHES


def acts(name: Name) -> bool:
    """The subject of a verb that is no copula: "Moscow complained of the sites", "Moscow is ready to talk"."""
    verb = name.role.head
    if name.role.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    return lemma(verb) not in _COPULAS or any(
        c.dep_ == "acomp" and lemma(c) in _words("attitude") for c in verb.children
    )


def is_addressed(name: Name) -> bool:
    """The object of a verb that addresses an actor, also in the passive: "They urged Moscow to reply"."""
    return name.role.dep_ in {"dobj", "dative", "nsubjpass"} and lemma(name.role.head) in _words("object")


def owns(name: Name) -> bool:
    """The owner of a position, statement or office: "Moscow's demands"."""
    return name.role.dep_ == "poss" and lemma(name.role.head) in _words("owned")


def describes(name: Name) -> bool:
    """Before a noun of a government: "Moscow officials"; for states also "U.S. policy" and "U.S.-Russia ties"."""
    if name.role.dep_ not in {"compound", "nmod", "amod"}:
        return False
    noun = lemma(name.role.head)
    if name.is_pair and noun in _words("relation"):
        return True
    return noun in _words("office") or (name.is_state and noun in _words("owned"))


def relates(name: Name) -> bool:
    """One side of a relation: "tensions between Moscow and Kyiv", "talks with Moscow", "sanctions against Moscow"."""
    if name.role.dep_ != "pobj":
        return False
    preposition, above = name.role.head, lemma(name.role.head.head)
    match lemma(preposition):
        case "between" | "with":
            return above in _words("relation") | _words("with")
        case "against":
            return True
        case "by":
            return preposition.dep_ == "agent" or above in _words("owned")
        case "to" | "from":
            return above in _words("sent")
        case "of":
            return above in _words("of")
        case "on":
            return above in {"pressure", "sanction"}
    return False


def accompanies(name: Name) -> bool:
    """A state beside an organisation that acts: "the E3 and Russia"."""
    return name.is_state and any(c.ent_type_ == "ORG" for c in name.token.conjuncts)


def announces(name: Name) -> bool:
    """The speaker of a headline: "Moscow: no troops will leave"."""
    token = name.token
    return bool(token.is_sent_start) and token.i + 1 < len(token.doc) and token.nbor().text == ":"


RULES: tuple[tuple[str, Callable[[Name], bool]], ...] = (
    ("acts", acts),
    ("addressed", is_addressed),
    ("owns", owns),
    ("describes", describes),
    ("relates", relates),
    ("accompanies", accompanies),
    ("announces", announces),
)
