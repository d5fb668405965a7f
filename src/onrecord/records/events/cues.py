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
    row = _types().get((lemma(token), token.pos_))
    return row[0] if row else None


def speaks_for(token: "Token", type_: str) -> bool:
    """Whether that is its type here, with the particle its row asks for: called out, and not called."""
    said, particle = _types().get((lemma(token), token.pos_), (None, ""))
    return said == type_ and (not particle or any(c.lower_ == particle for c in token.children))


@cache
def own() -> frozenset[tuple[str, str]]:
    """Lemma and part of speech of the words of the table of events: what no other record is made from."""
    return frozenset((row["lemma"], row["pos"].partition(":")[0]) for row in table("en/event_cues"))


@cache
def _types() -> dict[tuple[str, str], tuple[PloverType, str]]:
    """Type and particle by lemma and part of speech; of several rows events win, then positions, then meetings."""
    rows = [(row, _MEANT[row["what"]]) for row in table("en/activity_cues") if row["alone"]]
    rows += [(row, "CONSULT") for row in table("en/meeting_cues")]
    rows += [(row, _MEANT[row["act"]]) for row in table("en/position_cues")]
    rows += [(row, cast(PloverType, row["plover"])) for row in table("en/event_cues")]
    types: dict[tuple[str, str], tuple[PloverType, str]] = {}
    for row, plover in rows:
        pos, _, particle = row["pos"].partition(":")
        types[row["lemma"], pos] = plover, particle
    return types
