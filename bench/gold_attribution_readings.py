"""Readings by hand of attributions as they are kept: offsets into the article, no text."""

from pathlib import Path

import msgspec

from gold_passages import GOLD, Bounds
from onrecord.model.vocabulary import Form, Setting, SourcingLevel


class Identity(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Who a source is inside its article; `actor` is none where a careful reader could not tell."""

    actor: str | None
    mention: Bounds | None = None
    """The fullest mention, or the first of them."""
    institution: str | None = None
    candidates: list[str] = []


class Gold(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One attribution. All bounds are half-open, in code points of the article."""

    id: str
    source: list[Bounds] = []
    cue: list[Bounds] = []
    content: list[Bounds]
    parent: str | None = None
    addressee: list[Bounds] = []
    setting: Setting | None = None
    form: Form
    level: SourcingLevel
    description: Bounds | None = None
    number: int | None = None
    closeness: Bounds | None = None
    anonymity: Bounds | None = None
    relays: int = 1
    speaker: Identity
    note: str | None = None


class Reading(msgspec.Struct, kw_only=True):
    """All attributions of one passage."""

    passage: int
    text_sha256: str
    attributions: list[Gold]


def reading_file(reader: str, passage: int) -> Path:
    """Where the reading of a passage lies."""
    return GOLD / f"attribution.{reader}" / f"{passage:03}.json"


def reading_of(reader: str, passage: int) -> Reading:
    """The reading of a passage."""
    return msgspec.json.decode(reading_file(reader, passage).read_bytes(), type=Reading)
