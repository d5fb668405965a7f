"""Cue words of events: the PLOVER type that a word alone speaks for."""

from functools import cache
from typing import TYPE_CHECKING, cast

from onrecord.data import table
from onrecord.model.vocabulary import PloverType
from onrecord.records.plover import OF_ACTIVITIES, OF_POSITIONS
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# By the acts of positions and the kinds of activities; of a word, fear and denial tell more than of a whole position.
_MEANT: dict[str, PloverType] = dict(
    (*OF_ACTIVITIES.items(), *OF_POSITIONS.items(), ("concern", "ACCUSE"), ("denial", "REJECT"))
)


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
        if row["alone"]:
            types[row["lemma"], row["pos"]] = _MEANT[row["what"]]
    for row in table("en/meeting_cues"):
        types[row["lemma"], row["pos"].partition(":")[0]] = "CONSULT"
    for row in table("en/position_cues"):
        types[row["lemma"], row["pos"].partition(":")[0]] = _MEANT[row["act"]]
    for row in table("en/event_cues"):
        types[row["lemma"], row["pos"].partition(":")[0]] = cast(PloverType, row["plover"])
    return types
