"""A negotiation: the small file a user edits."""

import hashlib
from datetime import date
from typing import Literal

import msgspec


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


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is negotiated."""

    name: str
    seeds: tuple[str, ...]
    """Phrases that show the issue is meant; matched on word forms, in any case."""


class Negotiation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sides, issues, and which articles belong."""

    id: str
    name: str
    sides: tuple[Side, ...]
    issues: tuple[Issue, ...] = ()
    start: date | None = None
    end: date | None = None
    keywords: tuple[str, ...] = ()
    """An article belongs when it names two sides, or one side and one of these words."""

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
