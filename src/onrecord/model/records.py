"""Records: what the mentions of an article add up to."""

from typing import ClassVar

import msgspec

from onrecord.model.finds import Find
from onrecord.model.spans import Span, Spans
from onrecord.model.vocabulary import (
    ActivityState,
    ActivityWhat,
    MeetingFormat,
    MeetingState,
    PloverType,
    PositionAct,
    PositionStrength,
    PositionVoice,
    QuantityModifier,
)


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """One who meets: a person with office, or a side."""

    name: str
    """Actor id: "Wendy Sherman", "NATO", "RU"."""
    side: str | None = None
    """State or organisation the participant comes for."""
    role: str | None = None
    span: Span | None = None


class Meeting(Find, frozen=True, kw_only=True, tag="meeting"):
    """Talks, a call or a visit, in the state this article gives it."""

    participants: tuple[Participant, ...] = ()
    sides: tuple[str, ...] = ()
    place: str | None = None
    geonameid: int | None = None
    start: str | None = None
    """TIMEX3 value of the day or time it starts; as precise as the text."""
    end: str | None = None
    """TIMEX3 value of the last day; none where it begins and ends on one, or the text does not tell."""
    format: MeetingFormat | None = None
    forum: str | None = None
    state: MeetingState
    issues: tuple[str, ...] = ()
    """Names of the issues in the negotiation files that it is about."""
    issue_because: tuple[str, ...] = ()
    """The words that assigned them."""
    plover: PloverType | None = None

    slots: ClassVar[tuple[str, ...]] = ("state",)


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """What a position is conditional on: who must move, and whether both move."""

    spans: tuple[Span, ...]
    mover: str | None = None
    reciprocal: bool = False


class Position(Find, frozen=True, kw_only=True, tag="position"):
    """What a side offers, asks, refuses, fears or claims."""

    holder: str | None
    """Actor id of whose position it is; none while unresolved."""
    holder_spans: tuple[Span, ...] = ()
    act: PositionAct
    issues: tuple[str, ...] = ()
    """Names of the issues in the negotiation files; empty where none was assigned."""
    issue_because: tuple[str, ...] = ()
    """The words or the inheritance that assigned them."""
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    voice: PositionVoice | None = None
    """On whose word the holder holds it; none where who speaks is not resolved."""
    strength: PositionStrength | None = None
    """By the words at the cue ("categorically", "might"); none where nothing makes it strong or weak."""
    condition: Condition | None = None
    plover: PloverType | None = None

    slots: ClassVar[tuple[str, ...]] = ("holder", "act")


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """The quantity of an activity, as in the quantity find it was read from."""

    lower: float | None
    upper: float | None
    unit: str | None = None
    modifier: QuantityModifier = "exact"
    find: str | None = None
    """Id of that quantity find."""


class Activity(Find, frozen=True, kw_only=True, tag="activity"):
    """What moved or stands on the ground."""

    what: ActivityWhat
    holder: str | None = None
    partners: tuple[str, ...] = ()
    """Others taking part: actor ids, or the words of the text."""
    force: str | None = None
    """The force, system or weapon, as the text has it."""
    quantity: Count | None = None
    place: str | None = None
    direction: Spans = ()
    """Where from and where to, of what moves."""
    start: str | None = None
    end: str | None = None
    """TIMEX3 value of the last day, of what lasts; none where the text does not tell."""
    state: ActivityState | None = None
    plover: PloverType | None = None

    slots: ClassVar[tuple[str, ...]] = ("what", "holder", "place")


class Assessment(Find, frozen=True, kw_only=True, tag="assessment"):
    """A judgement about intent, capability or prospects, in the words of the one who judges."""

    holder: str | None = None
    """Id of whose judgement it is; none for the article's own."""
    about: str | None = None
    plover: PloverType | None = None

    slots: ClassVar[tuple[str, ...]] = ()


class Event(Find, frozen=True, kw_only=True, tag="event"):
    """What one side does to another, by PLOVER type, where no other record tells it."""

    actor: str | None
    """Actor id of whose act it is; none where the phrase names nobody that is known."""
    actor_spans: tuple[Span, ...]
    recipient: str | None
    recipient_spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    """The words that decide: verbs, and nouns of acts."""
    plover: PloverType

    slots: ClassVar[tuple[str, ...]] = ("actor_spans", "recipient_spans", "plover")
