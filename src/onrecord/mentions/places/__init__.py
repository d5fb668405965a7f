"""Toponyms with coordinates and reading."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.gazetteer import Candidate, Gazetteer, gazetteer, gazetteer_with
from onrecord.mentions.places.reading import reading_of
from onrecord.mentions.places.recognise import recognise
from onrecord.mentions.places.resolve import Resolution, resolve
from onrecord.mentions.places.toponym import Toponym
from onrecord.model import Article, ListedPlace, Place, cut

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_places"]

# Alternatives kept with a place, best first.
MOST_ALTERNATIVES = 5


def find_places(doc: "Doc", article: Article, listed: tuple[ListedPlace, ...] = ()) -> list[Place]:
    """Toponyms with coordinates, in the order of the text; `reading` says whether a place or its government is meant.

    Places `listed` by a negotiation are known beside those of the gazetteer, and before them.

    A toponym that no candidate of the gazetteer fits, or several fit equally, has neither name nor coordinates but
    its alternatives. Where the gazetteer's file is absent, states, seas, regions and sites of our own tables are
    resolved and everything else stays without coordinates. Coordinates are degrees (WGS 84); those of an area are a
    point inside it. Method: gazetteer matching beside named entities, then resolution by prior and the places
    around, one sense an article (Leidner 2007); readings by dependency rules (Gritta et al. 2017).
    """
    known = gazetteer_with(listed) if listed else gazetteer()
    toponyms = recognise(doc, known)
    home = [article.outlet or "", *(z.span.text for z in article.zones if z.kind == "dateline")]
    resolutions = resolve(toponyms, known, home=home, states=_states_described(doc))
    return [_place(doc, article, t, r, known) for t, r in zip(toponyms, resolutions, strict=True)]


def _states_described(doc: "Doc") -> set[str]:
    """States whose adjective or people the text names."""
    named = (_demonyms().get(e.root.text) for e in doc.ents if e.label_ == "NORP")
    return {state for state in named if state is not None}


@cache
def _demonyms() -> dict[str, str]:
    rows = ((row["id"], f"{row['adjectives']}|{row['people']}") for row in table("en/states"))
    return {word: state for state, cells in rows for word in cells.split("|") if word}


def _place(doc: "Doc", article: Article, toponym: Toponym, found: Resolution, known: Gazetteer) -> Place:
    best = found.best
    return Place(
        spans=(cut(article.text, toponym.start_char, toponym.end_char),),
        rule=f"place.{toponym.rule}",
        score=round(found.score, 2),
        flags=() if best else ("unresolved",),
        name=best.name if best else None,
        lat=best.lat if best else None,
        lon=best.lon if best else None,
        geonameid=best.geonameid if best else None,
        country=(best.country or None) if best else None,
        feature=best.feature if best else None,
        reading=reading_of(doc, toponym, best),
        alternatives=tuple(_label(c, known) for c in found.others[:MOST_ALTERNATIVES]),
    )


def _label(candidate: Candidate, known: Gazetteer) -> str:
    """ "name, admin, country (geonameid)" """
    area = known.area(candidate.admin1) if candidate.level > 1 and candidate.admin1 else ""
    where = ", ".join(part for part in (candidate.name, area, candidate.country) if part)
    return f"{where} ({candidate.geonameid})" if candidate.geonameid else where
