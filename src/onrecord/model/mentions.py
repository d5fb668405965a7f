"""Mentions: what single phrases of an article say."""

from typing import ClassVar

import msgspec

from onrecord.model.finds import Find
from onrecord.model.spans import Span
from onrecord.model.vocabulary import (
    ActorReading,
    ActorType,
    CreditRelation,
    Form,
    PlaceFeature,
    PlaceReading,
    Precision,
    QuantityClass,
    QuantityModifier,
    Setting,
    SourcingLevel,
    TimexType,
)


class Sourcing(msgspec.Struct, frozen=True, kw_only=True):
    """How a source is described, read from the text only."""

    level: SourcingLevel
    text: str | None = None
    """The verbatim description, such as "a senior administration official"."""
    named: bool = False
    number: int | None = None
    """How many people: 2 for "two administration officials"; none where the text does not say."""
    affiliation: str | None = None
    """Actor id the source belongs to, or words such as "member of NATO, state unknown"."""
    closeness: str | None = None
    """ "familiar with the talks", "briefed on the matter", as written."""
    anonymity_reason: str | None = None
    relays: int = 1
    """1 where the outlet hears the source; one more for each layer between."""


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who the source of an attribution is, inside this article.

    `actor` is none while unresolved; `candidates` then hold who it could be.
    Unnamed sources get an id that is valid in this article only, such as `unnamed:senior administration official`.
    """

    actor: str | None
    type: ActorType | None = None
    name: str | None = None
    role: str | None = None
    affiliation: str | None = None
    same_as: tuple[Span, ...] = ()
    """Other mentions in this article that the resolution rests on."""
    candidates: tuple[str, ...] = ()
    rule: str | None = None


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the source spoke to: "told reporters"."""

    span: Span
    actor: str | None = None


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A pronoun, or "the two leaders", and the actors it stands for; what is not certain has none and is not kept."""

    span: Span
    actors: tuple[str, ...]


class Attribution(Find, frozen=True, kw_only=True, tag="attribution"):
    """Somebody's word: source, cue and content. Each role may have several spans, or none but the content."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    form: Form = "indirect"
    parent: str | None = None
    """Id of the attribution whose content holds this one."""
    sourcing: Sourcing | None = None
    speaker: Speaker | None = None
    addressee: Addressee | None = None
    setting: Setting | None = None

    slots: ClassVar[tuple[str, ...]] = ("source", "cue", "content")


class Time(Find, frozen=True, kw_only=True, tag="time"):
    """A time expression after TIMEX3 (TimeML 1.2.1)."""

    type: TimexType
    value: str
    """TIMEX3 value: `2022-01-08`, `2022-W01`, `P2D`, `PRESENT_REF`; `XXXX-WXX-6` while no date is known."""
    precision: Precision | None = None
    start_date: str | None = None
    """First day of the interval the value covers, ISO 8601; none where open or unknown."""
    end_date: str | None = None
    """Last day of it, inclusive."""
    anchor: str | None = None
    """The date it was resolved against."""
    mod: str | None = None
    """TIMEX3 mod: `START`, `MID`, `END`, `APPROX`, `MORE_THAN` ..."""
    alternatives: tuple[str, ...] = ()

    slots: ClassVar[tuple[str, ...]] = ("type",)


class Place(Find, frozen=True, kw_only=True, tag="place"):
    """A toponym. `reading` is "government" where a seat of government acts: "Moscow complained"."""

    name: str | None = None
    """The gazetteer's name; none where no candidate was found."""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 of the country; several claims are joined by "/" and never settled."""
    feature: PlaceFeature | None = None
    reading: PlaceReading = "place"
    alternatives: tuple[str, ...] = ()
    """Other candidates, best first, as "name, admin, country (geonameid)"."""

    slots: ClassVar[tuple[str, ...]] = ("reading",)


class Actor(Find, frozen=True, kw_only=True, tag="actor"):
    """Somebody who can speak or act.

    `actor` is the id all records use: ISO 3166-1 alpha-2 for states ("RU"), the short name for organisations
    ("NATO") and outlets ("POLITICO"), the fullest name in the article for persons ("Wendy Sherman"),
    `unnamed:...` for unnamed sources. "the Kremlin" is `actor="RU"` with `institution="Kremlin"`.
    None means ambiguous: see `candidates`.
    """

    actor: str | None
    type: ActorType
    reading: ActorReading
    institution: str | None = None
    state: str | None = None
    """State that the actor belongs to or acts for, as far as the text or a table says."""
    role: Span | None = None
    """The office as written, with whom it belongs to: "Russia's deputy foreign minister"."""
    affiliation: str | None = None
    """Actor id of the body the role belongs to."""
    members: tuple[str, ...] = ()
    """Members of a group on the article's date, where a table has them."""
    candidates: tuple[str, ...] = ()

    slots: ClassVar[tuple[str, ...]] = ("type",)


class Quantity(Find, frozen=True, kw_only=True, tag="quantity"):
    """A count or measure of forces, people, distances, money. "Hundreds" has a lower bound and no upper one."""

    lower: float | None
    upper: float | None
    modifier: QuantityModifier = "exact"
    unit: str | None = None
    """The counted noun as written, without number: "battalion tactical groups"."""
    class_: QuantityClass = msgspec.field(name="class", default="other")
    whose: str | None = None
    """Actor id of whose they are, where the sentence says; "we" and "our" stand for the speaker's side."""
    where: Span | None = None
    """Where they are or go, with its preposition: "near the border"."""
    doing: Span | None = None
    """The verb whose subject or object they are: "massed"."""
    as_of: Span | None = None
    """When, as written: "on Monday", "as of May"."""

    slots: ClassVar[tuple[str, ...]] = ()


class Credit(Find, frozen=True, kw_only=True, tag="credit"):
    """One outlet's acknowledgement of another."""

    relation: CreditRelation
    outlet: str
    covers: Span | None = None
    """What is credited, as written."""

    slots: ClassVar[tuple[str, ...]] = ("relation", "outlet")
