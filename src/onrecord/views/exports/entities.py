"""Who acts and where, as event data name them: ISO alpha-3 codes of states, codes of organisations, places."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.data import table
from onrecord.model import Actor, AnyFind, Participant, Place, Span
from onrecord.model.vocabulary import PlaceFeature
from onrecord.views.names import state_names

# GeoNames' classes, and Mordecai's levels of resolution, of what the gazetteer tells apart.
_CLASSES: dict[PlaceFeature, str] = {
    "country": "A",
    "admin": "A",
    "city": "P",
    "region": "L",
    "water": "H",
    "facility": "S",
}
_RESOLUTIONS: dict[PlaceFeature, int] = {"country": 1, "admin": 2, "city": 4}
# Codes of PLOVER's entities that name no state.
NO_STATES = {"IGO", "UNO", "EUR", "NGO", "IMG"}
# Words between a preposition or verb and the name it leads to: "on two large banks of" is not between.
_BETWEEN = r"(?:\s+(?!(?:with|of|in|to|near|from|by|for|and|borders?|frontiers?)\b)[\w-]+){0,2}\s+"
# Actor ids that describe somebody and name nobody.
_DESCRIBED = ("unnamed:", "member of ")


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or recipient, by the names of PLOVER's table of entities."""

    code: str | None
    """ISO alpha-3 of the state, or IGO, UNO, EUR, NGO, IMG; none where it is not known which."""
    sector: str | None = None
    entity_text: str | None = None
    """The words of the article."""
    identifier_id: str | None = None
    """A Wikidata id; none is known to Onrecord."""
    identifier_text: str | None = None
    """Name of the state, organisation or person; none for an unnamed source."""
    office: str | None = None


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where it happens, by the names of PLOVER's table of locations."""

    extracted_place: str | None
    resolved_place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    """ISO alpha-3; none where several claim it."""
    claimed_by: tuple[str, ...] = ()
    feature_class: str | None = None
    resolution: int | None = None


class Entities:
    """Answers who an actor id is and where a place lies, from the finds of one article."""

    def __init__(self, finds: Iterable[AnyFind]) -> None:
        self._actors: list[Actor] = []
        self._places: list[Place] = []
        for find in finds:
            if isinstance(find, Actor):
                self._actors.append(find)
            elif isinstance(find, Place) and find.reading == "place":
                self._places.append(find)
        states = ((p.begins_at, p.country) for p in self._places if p.feature == "country")
        named = ((a.begins_at, a.state or a.actor) for a in self._actors if a.type in ("state", "organisation"))
        self._parties = sorted((at, who) for at, who in (*states, *named) if who and _is_known(who))

    def entity(self, actor: str | None, span: Span | None, *, acts_for_state: bool = False) -> Entity:
        """The actor of that id at those words; without code where the article or a table does not tell it.

        `acts_for_state`: a state stands for its government, as it does where it meets or holds a position.
        """
        text = span.text if span else None
        actor = actor or self._named_by(span)
        if actor is None:
            return Entity(code=None, entity_text=text)
        if (row := _organisations().get(actor)) is not None:
            return Entity(code=row["code"], sector=row["sector"] or None, entity_text=text, identifier_text=actor)
        if (code := alpha3(actor)) is not None:
            sector = self._sector_at(span) or ("GOV" if acts_for_state else None)
            return Entity(code=code, sector=sector, entity_text=text, identifier_text=_names()[actor])
        mention = self._mention(actor, span)
        code = self._code_of(mention)
        return Entity(
            code=code,
            sector=self._sector_of(actor) if code and code not in NO_STATES else None,
            entity_text=text,
            identifier_text=None if actor.startswith(_DESCRIBED) else actor,
            office=mention.role.text if mention and mention.role else None,
        )

    def names_any(self, spans: Iterable[Span]) -> bool:
        """Whether the words name or describe somebody who can act."""
        return any(s.overlaps(span) for span in spans for a in self._actors for s in a.spans)

    def after(self, find: AnyFind, prepositions: tuple[str, ...]) -> str | None:
        """The first state or body in the line that stands after one of those words or the verb of its rule."""
        if not prepositions:
            return None
        holder = getattr(find, "holder", None)
        verb = find.rule.rpartition(".")[2].rstrip("e")
        behind = re.compile(rf"\b(?:{'|'.join(prepositions)}|{re.escape(verb)}\w*){_BETWEEN}$", re.IGNORECASE)
        for start, who in self._parties:
            span = next((s for s in find.spans if s.start <= start < s.end), None)
            before = behind.search(span.text[: start - span.start]) if span and who != holder else None
            if before and (holder or not before.group().casefold().startswith("of")):
                return who
        return None

    def participant(self, who: Participant) -> Entity:
        """Who meets: with the office, and the code of the side that he or she comes for."""
        entity = self.entity(who.name, who.span, acts_for_state=True)
        side = self.entity(who.side, None, acts_for_state=True)
        return msgspec.structs.replace(
            entity,
            code=entity.code or side.code,
            sector=entity.sector or side.sector,
            office=who.role or entity.office,
        )

    def speaks_for(self, actor: str) -> set[str]:
        """The actor, and the states and bodies that the article says the actor belongs to."""
        mention = self._mention(actor, None)
        return {actor, *filter(None, [mention.state, mention.affiliation] if mention else [])}

    def location(self, place: str | None, geonameid: int | None, near: int) -> Location | None:
        """The place of those words or that name, resolved where a place find of the article has it."""
        if place is None:
            return None
        same = [
            p for p in self._places if place in {p.spans[0].text, p.name} or (geonameid and p.geonameid == geonameid)
        ]
        found = min(same, key=lambda p: abs(p.begins_at - near), default=None)
        if found is None or found.name is None:
            return Location(extracted_place=place)
        claims = (found.country or "").split("/")
        country = claims[0] if len(claims) == 1 else ""
        return Location(
            extracted_place=place,
            resolved_place=found.name,
            geonameid=found.geonameid,
            lat=found.lat,
            lon=found.lon,
            city=found.name if found.feature == "city" else None,
            country=_names().get(country),
            country_code=alpha3(country),
            claimed_by=tuple(c for claim in claims if (c := alpha3(claim))) if len(claims) > 1 else (),
            feature_class=_CLASSES[found.feature] if found.feature else None,
            resolution=_RESOLUTIONS.get(found.feature) if found.feature else None,
        )

    def _mention(self, actor: str, span: Span | None) -> Actor | None:
        """The mention at the span, else the one that says most of the actor."""
        same = [a for a in self._actors if actor in (a.actor, a.institution)]
        here = [a for a in same if span and any(s.overlaps(span) for s in a.spans)]
        return max(same, key=lambda a: (bool(a.state), bool(a.affiliation), a in here, bool(a.role)), default=None)

    def _named_by(self, span: Span | None) -> str | None:
        """The state whose name alone the words are."""
        bare = re.sub(r"^the\s+", "", span.text, flags=re.IGNORECASE) if span else ""
        same = {p.country for p in self._places if p.feature == "country" and p.spans[0].text == bare}
        return same.pop() if len(same) == 1 else None

    def _sector_at(self, span: Span | None) -> str | None:
        """The sector of who stands at the words: an institution of the state, or the head of the phrase."""
        if span is None:
            return None
        here = [a for a in self._actors if any(s.overlaps(span) for s in a.spans)]
        named = (_sector(w) for a in here for w in (a.institution, a.role.text if a.role else None) if w)
        return next(filter(None, (*named, _sector(span.text))), None)

    def _sector_of(self, actor: str) -> str | None:
        """The sector of a person by the offices the article gives, or of an institution by its name."""
        same = [a for a in self._actors if actor in (a.actor, a.institution)]
        if any(a.institution == actor for a in same):
            return _sector(actor)
        offices = [a.role.text for a in same if a.role]
        if not offices and any(a.affiliation and alpha3(a.affiliation) for a in same):
            return "GOV"
        return next(filter(None, map(_sector, sorted(offices, key=lambda o: not _is_former(o)))), None)

    def _code_of(self, mention: Actor | None) -> str | None:
        if mention and (mention.type == "group" or (mention.actor or "").startswith("member of ")):
            return None
        for body in (mention.state, mention.affiliation, mention.actor) if mention else ():
            if body is not None and (code := alpha3(body) or _organisations().get(body, {}).get("code")):
                return code
        return None


def _is_known(who: str) -> bool:
    return alpha3(who) is not None or who in _organisations()


def _is_former(office: str) -> bool:
    return office.casefold().startswith(("former", "ex-"))


def _sector(words: str) -> str | None:
    """The sector of an office, a body or a force by the head of its name: minister, of "minister of Ostmark"."""
    whole = " ".join(words.casefold().split())
    if _is_former(whole):
        return "ELI"
    found = _heads().match(whole)
    return (_sectors()[found["head"]] or None) if found else None


@cache
def _heads() -> re.Pattern[str]:
    """What the head of a name ends with; only a row of the table reaches over a preposition."""
    after = r" (?:of|for|to|from|in|on|with) "
    ends = "|".join(map(re.escape, sorted(_sectors(), key=len, reverse=True)))
    return re.compile(rf"(?:(?!{after}).)*?(?<!\S)(?P<head>{ends})s?(?:{after}|$)")


@cache
def _sectors() -> dict[str, str]:
    return {r["ends"]: r["sector"] for r in table("plover_sectors")}


@cache
def _codes() -> dict[str, str]:
    return {row["country"]: row["alpha3"] for row in table("country_codes")}


@cache
def _organisations() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in table("plover_entities")}


@cache
def _names() -> dict[str, str]:
    """Names of states and territories by alpha-2 code."""
    return {**state_names()} | {row["country"]: row["name"] for row in table("countries")}


def alpha3(country: str) -> str | None:
    """ISO 3166-1 alpha-3, and KOS for Kosovo; none for what is no state."""
    return _codes().get(country)
