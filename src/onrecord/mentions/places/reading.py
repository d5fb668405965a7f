"""Place or government: "talks in Moscow" against "Moscow complained"."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.gazetteer import Candidate, normalised
from onrecord.mentions.metonyms import reading_of_name
from onrecord.mentions.places.toponym import Toponym
from onrecord.model.vocabulary import PlaceReading

if TYPE_CHECKING:
    from spacy.tokens import Doc


def reading_of(doc: "Doc", toponym: Toponym, best: Candidate | None) -> PlaceReading:
    """ "government" where a state or seat of government acts, is addressed or owns a position, else "place" if told."""
    if best is None:
        return "place"
    is_state = best.feature == "country"
    if not is_state and not (best.capital and toponym.name in _seats()):
        return "place"
    token = doc[toponym.start : toponym.end].root
    meant = reading_of_name(token, "name" if is_state else "capital")
    return "place" if meant == "people" else meant


@cache
def _seats() -> frozenset[str]:
    return frozenset(normalised(r["capital"]) for r in table("capitals") if r["government"])
