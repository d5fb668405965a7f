"""A negotiation: the small file a user edits."""

import hashlib
from datetime import date
from typing import Annotated, Literal

import msgspec

from onrecord.model.vocabulary import PlaceFeature


class Side(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side at the table."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    """Actor ids that count as this side, beside the id itself; names of persons are allowed."""
    aliases: tuple[str, ...] = ()
    """Words that mean this side: its short name, its people, its capital. They tell of an actor that no table has."""
    type: Literal["state", "organisation", "group"] = "state"
    """What sort of actor the aliases stand for."""


class ListedActor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An actor that no table has, or not by these names: no side, but articles on the negotiation name it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: Literal["state", "organisation", "institution", "group"] = "organisation"
    state: str | None = None
    """Whose body an institution is: the id of a state. Its acts are that state's."""


class ListedPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place that the gazetteer lacks; of those that bear the name there, none is meant in the negotiation."""

    name: str
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    """Degrees (WGS 84)."""
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)]
    aliases: tuple[str, ...] = ()
    feature: PlaceFeature = "facility"
    country: str | None = None
    """ISO 3166-1 alpha-2; claims joined by "/", never settled."""


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is negotiated."""

    name: str
    seeds: tuple[str, ...]
    """Phrases that show the issue is meant; matched on word forms, in any case."""


class Negotiation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sides, issues, which articles belong, and names to know in them."""

    id: str
    name: str
    sides: tuple[Side, ...]
    issues: tuple[Issue, ...] = ()
    start: date | None = None
    end: date | None = None
    keywords: tuple[str, ...] = ()
    """An article belongs when it names two sides, or one side and one of these words."""
    actors: tuple[ListedActor, ...] = ()
    places: tuple[ListedPlace, ...] = ()

    @property
    def digest(self) -> str:
        """The id, and a hash of all that the file says: another one means that issues are to be assigned again."""
        return f"{self.id}@{hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:16]}"

    def side_of(self, actor: str | None) -> Side | None:
        """The side an actor id belongs to."""
        for side in self.sides:
            if actor is not None and (actor == side.id or actor in side.members):
                return side
        return None
