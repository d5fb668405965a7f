"""A negotiation: the small file a user edits."""

import hashlib
from collections import Counter
from datetime import date
from typing import Literal

import msgspec

from onrecord.model.errors import NegotiationError


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


def negotiation_from(toml: bytes, name: str) -> Negotiation:
    """The negotiation that a file says; `name` is the file's, for messages.

    Raises `NegotiationError` where the file is no TOML, a field is missing, unknown or of the wrong type, or a name
    stands twice where it can stand only once.
    """
    try:
        negotiation = msgspec.toml.decode(toml, type=Negotiation)
    except (msgspec.MsgspecError, ValueError) as error:
        raise NegotiationError(f"{name}: {error}; `onrecord negotiation new` prints a file to start from") from error
    for what, names in (
        ("side or member", [n for s in negotiation.sides for n in {s.id, *s.members}]),
        ("alias", [a for s in negotiation.sides for a in {*s.aliases}]),
        ("issue", [i.name for i in negotiation.issues]),
        ("seed phrase", [w for i in negotiation.issues for w in {x.casefold() for x in i.seeds}]),
    ):
        if twice := [n for n, count in Counter(names).items() if count > 1]:
            raise NegotiationError(f"{name}: {what} {twice[0]!r} stands twice; say it once, where it belongs")
    return negotiation
