"""What is no position between sides: what a state tells its own people on its own site, what mere observers say."""

from typing import TYPE_CHECKING

from onrecord.records.intruders import INTRUDERS
from onrecord.records.parties import Parties
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.modality import BETWEEN
from onrecord.syntax import lemma, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_OFFICES = {"government", "cabinet", "ministry", "minister", "agency", "commission", "department", "colleague", "bank"}
# What a state says to its own people; whom it blames, warns or turns down is another even where no name is told.
_AT_HOME = {"offer", "assurance", "demand", "endorsement"}
# Words that tell of another side without its name.
_ABROAD = BETWEEN | INTRUDERS | {"allied", "negotiate", "world", "party", "foreign", "international"}
_LOOKING_ON = {"observer", "analyst", "expert", "economist", "historian", "scholar", "commentator", "activist"}


# Where these are told of, sides are teams, and what they do to each other is played.
_PLAYED = {
    "match", "cup", "coach", "goalkeeper", "striker", "scrum", "medal", "tournament", "championship", "semi-final",
    "referee", "stadium", "football", "soccer", "rugby", "cricket", "hockey", "tennis", "wrestling", "chess",
    "marathon", "regatta", "novel", "film", "opera", "poem", "singer", "quiz", "concert",
}  # fmt: skip


def is_of_play(sentence: "Tokens") -> bool:
    """ "Ostmark hurled insults at Varenia's striker", "in the novel Ostmark lays the blame on Varenia"."""
    return any(t.pos_ != "VERB" and lemma(t) in _PLAYED for t in sentence)


def is_of_observers(draft: Draft) -> bool:
    """ "Some observers fear ...": they are no side; observers of a body are that body's."""
    if any(h.side != h.actor for h in draft.holders):
        return False
    unnamed = [h.actor.removeprefix("unnamed:").split() for h in draft.holders if h.is_unnamed]
    apart = [words for words in unnamed if words and words[-1].lower().removesuffix("s") in _LOOKING_ON]
    return bool(apart) and len(apart) == len(draft.holders)


def is_domestic(draft: Draft, parties: Parties) -> bool:
    """What the publishing state says where no other side is named at all, or asks of its own offices."""
    home = parties.publisher()
    another = draft.addressee is not None and not draft.addressee.is_unnamed
    if home is None or another or not draft.holders:
        return False
    if any(h.side != home.side for h in draft.holders):
        return False
    if parties.at_home and not any(lemma(t).lower() in _ABROAD for t in draft.cue.sent):
        return draft.final_act in _AT_HOME
    return draft.final_act == "demand" and _asks_its_own(draft.cue.root, home.side, parties)


def _asks_its_own(verb: "Token", home: str, parties: Parties) -> bool:
    """ "I ask the Government to draft a plan"."""
    asked = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    asked += [s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in subjects(c)]
    sides = {p.side for t in asked for p in parties.all_of(t)}
    return sides <= {home} and any(lemma(t).lower() in _OFFICES for t in asked)
