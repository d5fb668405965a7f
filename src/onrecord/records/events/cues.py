"""Cue words of events: the PLOVER type that a word alone speaks for."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model.vocabulary import PloverType
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_TYPES_OF_ACTS: dict[str, PloverType] = {
    "offer": "AGREE", "assurance": "AGREE", "demand": "REQUEST", "refusal": "REJECT", "denial": "REJECT",
    "warning": "THREATEN", "accusation": "ACCUSE", "concern": "ACCUSE", "endorsement": "SUPPORT",
    "concession": "CONCEDE",
}  # fmt: skip
_TYPES_OF_ACTIVITIES: dict[str, PloverType] = {
    "build-up": "MOBILIZE", "deployment": "MOBILIZE", "exercise": "MOBILIZE", "flight": "MOBILIZE",
    "test": "MOBILIZE", "transfer": "AID", "withdrawal": "RETREAT", "use of force": "ASSAULT",
}  # fmt: skip


def type_of(token: "Token") -> PloverType | None:
    """The PLOVER type the word speaks for, by the cue tables of events, positions, meetings and activities."""
    return _types().get((lemma(token), token.pos_))


@cache
def own() -> frozenset[tuple[str, str]]:
    """Lemma and part of speech of the words of the table of events: what no other record is made from."""
    return frozenset((row["lemma"], row["pos"].partition(":")[0]) for row in table("en/event_cues"))


@cache
def _types() -> dict[tuple[str, str], PloverType]:
    """By lemma and part of speech; where tables differ, the one of events wins, then positions, then meetings."""
    types: dict[tuple[str, str], PloverType] = {}
    for row in table("en/activity_cues"):
        types[row["lemma"], row["pos"]] = _TYPES_OF_ACTIVITIES[row["what"]]
    for row in table("en/meeting_cues"):
        types[row["lemma"], row["pos"]] = "CONSULT"
    for row in table("en/position_cues"):
        types[row["lemma"], row["pos"].partition(":")[0]] = _TYPES_OF_ACTS[row["act"]]
    for row in table("en/event_cues"):
        types[row["lemma"], row["pos"].partition(":")[0]] = row["plover"]  # type: ignore[assignment]
    return types
