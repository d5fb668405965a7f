"""Readings by hand of names, roles and quantities as they are kept: offsets into the article, no text."""

from pathlib import Path
from typing import Literal

import msgspec

from gold_passages import GOLD, Bounds
from onrecord.model.vocabulary import QuantityClass, QuantityModifier

NameReading = Literal["place", "government", "people", "institution", "organisation", "group"]


class Name(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A name of a state, its body or an organisation. All bounds are half-open, in code points of the article."""

    at: Bounds
    id: str | None
    institution: str | None = None
    reading: NameReading


class Role(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A person's name and one office stated beside it."""

    name: Bounds
    role: Bounds
    affiliation: str | None = None
    state: str | None = None


class Amount(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A quantity; `lower` or `upper` is none where open."""

    at: Bounds
    lower: float | None
    upper: float | None
    modifier: QuantityModifier
    unit: list[Bounds] = []
    """In pieces where a nationality stands between."""
    class_: QuantityClass = msgspec.field(name="class")
    whose: str | None = None
    where: Bounds | None = None
    doing: Bounds | None = None
    as_of: Bounds | None = None


class Reading(msgspec.Struct, kw_only=True):
    """All of one stretch."""

    passage: int
    text_sha256: str
    names: list[Name]
    people: list[Role]
    quantities: list[Amount]


def reading_file(reader: str, stretch: int) -> Path:
    """Where the reading of a stretch lies."""
    return GOLD / f"actors.{reader}" / f"{stretch:03}.json"


def reading_of(reader: str, stretch: int) -> Reading:
    """The reading of a stretch."""
    return msgspec.json.decode(reading_file(reader, stretch).read_bytes(), type=Reading)
