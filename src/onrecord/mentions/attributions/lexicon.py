"""The words that attribute, and what each of them takes as content."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a row of speech_verbs.tsv may say:
#   quote    stands with a quotation: "...," the envoy said; said the envoy
#   that     a clause is the content: said (that) it was over; asked whether ...
#   to       an infinitive is: vowed to leave
#   obj      the object is: criticised the plan
#   obj-as   the object is, where "as" or a complement follows: saw the strait as vital
#   +WORD    what follows the preposition is: warned of a strike
#   sb       the object before a clause is who was told: assured allies that
#   pass     passive without "by": the subject is content: the plan was criticised
#   pass-as, pass-that  the same with "as", and with a clause only
# In cue_nouns.tsv and cue_adjectives.tsv "that" and "to" are a clause and an infinitive, any other word a preposition,
# and "+to" the preposition "to".
FRAMES = {"quote", "that", "to", "obj", "obj-as", "sb", "pass", "pass-as", "pass-that"}


@dataclass(frozen=True)
class Frame:
    """What a cue takes as content."""

    kinds: frozenset[str]
    prepositions: frozenset[str]

    def takes(self, *kinds: str) -> bool:
        """Whether one of the kinds is among those of the cue."""
        return not self.kinds.isdisjoint(kinds)


def verb_frame(token: "Token") -> Frame | None:
    """The frame of a verb that attributes."""
    return _frames("en/speech_verbs", "lemma").get(lemma(token)) if token.tag_.startswith("VB") else None


def noun_frame(token: "Token") -> Frame | None:
    """The frame of a noun that attributes: "claim that", "criticism of"."""
    return _frames("en/cue_nouns", "noun").get(lemma(token)) if token.pos_ == "NOUN" else None


def adjective_frame(token: "Token") -> Frame | None:
    """The frame of an adjective that attributes: "worried that", "willing to"."""
    return _frames("en/cue_adjectives", "adjective").get(lemma(token))


def bare_noun(token: "Token") -> bool:
    """Whether the noun attributes without an owner: "fears that", "allegations of"."""
    return lemma(token) in _bare_nouns()


@cache
def _bare_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("en/cue_nouns") if row["bare"] == "yes")


@cache
def _frames(name: str, column: str) -> dict[str, Frame]:
    return {row[column]: _frame(row["frames"].split(), plain=column != "lemma") for row in table(name)}


def _frame(words: list[str], *, plain: bool) -> Frame:
    if plain:
        return Frame(
            frozenset(words) & {"that", "to"}, frozenset(w.lstrip("+") for w in words if w not in {"that", "to"})
        )
    kinds = frozenset(w for w in words if not w.startswith("+"))
    if unknown := kinds - FRAMES:
        raise ValueError(f"en/speech_verbs.tsv: unknown frames {sorted(unknown)}")
    return Frame(kinds, frozenset(w[1:] for w in words if w.startswith("+")))
