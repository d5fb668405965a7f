"""Readings by hand of meetings, positions, activities and assessments as they are kept: offsets, no text."""

from pathlib import Path

import msgspec

from gold_passages import GOLD, Bounds
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, MeetingFormat, MeetingState, PositionAct


class Condition(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a position is conditional on. All bounds are half-open, in code points of the article."""

    words: list[Bounds]
    mover: str | None = None
    reciprocal: bool = False


class Position(msgspec.Struct, kw_only=True, omit_defaults=True):
    """An act, with all who hold it."""

    words: list[Bounds]
    holder: list[str]
    act: PositionAct
    addressee: str | None = None
    issues: list[str] = []
    condition: Condition | None = None
    flags: list[Flag] = []


class Meeting(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A meeting as one sentence tells it."""

    words: list[Bounds]
    sides: list[str]
    people: list[str] = []
    state: MeetingState
    format: MeetingFormat
    place: Bounds | None = None
    start: str | None = None


class Activity(msgspec.Struct, kw_only=True, omit_defaults=True):
    """An activity as one sentence tells it; `force` and `quantity` are words of the text."""

    words: list[Bounds]
    what: ActivityWhat
    holder: list[str]
    force: Bounds | None = None
    quantity: Bounds | None = None
    place: Bounds | None = None
    state: ActivityState
    start: str | None = None
    flags: list[Flag] = []


class Assessment(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A judgement; `holder` is none for the article's own."""

    words: list[Bounds]
    holder: str | None


class Reading(msgspec.Struct, kw_only=True):
    """All of one stretch."""

    passage: int
    text_sha256: str
    positions: list[Position]
    meetings: list[Meeting]
    activities: list[Activity]
    assessments: list[Assessment]


def reading_file(reader: str, stretch: int) -> Path:
    """Where the reading of a stretch lies."""
    return GOLD / f"records.{reader}" / f"{stretch:03}.json"


def reading_of(reader: str, stretch: int) -> Reading:
    """The reading of a stretch."""
    return msgspec.json.decode(reading_file(reader, stretch).read_bytes(), type=Reading)
