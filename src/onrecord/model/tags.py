"""What the trained tagger hands to the rules."""

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.model.vocabulary import ActivityWhat, MeetingFormat, MeetingState, PositionAct

Tokens = tuple[int, int]
"""Tokens of the parse from the first number up to, not including, the second."""


class Tagged(NamedTuple):
    """One attribution as the tagger sees it: pieces of each role in tokens, and its score (0-1)."""

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    score: float


class Trigger(NamedTuple):
    """What one word tells of records, as the tagger sees it: what it may be, with shares (0-1), and where it points."""

    token: int
    acts: Mapping[PositionAct, float]
    meetings: Mapping[MeetingState, float]
    activities: Mapping[ActivityWhat, float]
    formats: Mapping[MeetingFormat, float]
    """Of the meeting, if it is one."""
    holders: tuple[int, ...]
    """Words for whose position or activity it is; none where no word of the text near by says so."""
    addressees: tuple[int, ...]
    sides: tuple[int, ...]
    """Words for who meets."""
