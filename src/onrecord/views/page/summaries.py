"""A find in a few words for people: who does what, and what belongs to it. All its fields stand below on its card."""

from collections.abc import Iterator
from functools import singledispatch

import msgspec

from onrecord.model import (
    Activity,
    Actor,
    Assessment,
    Attribution,
    Credit,
    Event,
    Find,
    Meeting,
    Place,
    Position,
    Quantity,
    Span,
    Time,
)
from onrecord.views.board import act_words
from onrecord.views.meetings import when
from onrecord.views.names import actor_name
from onrecord.views.whose_word import LEVEL_WORDS
from onrecord.views.wording import clipped, content_of, joined

# Words of a phrase that is told beside others.
PHRASE_WORDS = 12


class Summary(msgspec.Struct, frozen=True):
    """What a card says first."""

    heading: str
    """Who does what: "Varenia refuses", "Ana Berg told"."""
    words: str
    """The article's words for it; empty where the heading has them."""
    facts: tuple[str, ...]
    """What else is told, each a phrase."""


def summary_of(find: Find) -> Summary:
    """The find in a few words; what is not told is left out, who is not known is said to be unresolved."""
    heading, *facts = (str(told) for told in _told(find) if told)
    words = content_of(find) if isinstance(find, Position | Attribution) else joined(find.spans)
    return Summary(heading, "" if words == heading else words, tuple(facts))


@singledispatch
def _told(find: Find) -> Iterator[object]:
    """The heading, then the facts; what is not told is empty."""
    raise NotImplementedError(find.kind)


@_told.register
def _(find: Position) -> Iterator[object]:
    addressee = f", to {actor_name(find.addressee)}" if find.addressee else ""
    yield f"{actor_name(find.holder)} {act_words(find.act, find.flags)}{addressee}"
    if on := find.condition:
        moves = " on both sides" if on.reciprocal else f" ({actor_name(on.mover)} to move)" if on.mover else ""
        yield f"condition{moves}: “{clipped(joined(on.spans), PHRASE_WORDS)}”"
    yield from find.issues


@_told.register
def _(find: Attribution) -> Iterator[object]:
    speaker, sourcing = find.speaker, find.sourcing
    source = joined(find.source)
    who = actor_name(speaker.actor) if speaker and speaker.actor else source or "source not given"
    yield f"{who}: {joined(find.cue)}" if find.cue else who
    if sourcing is not None:
        yield LEVEL_WORDS.get(sourcing.level, sourcing.level)
        yield f"{sourcing.number} people" if (sourcing.number or 1) > 1 else None
        yield f"at {sourcing.relays - 1} remove{'s' * (sourcing.relays > 2)}" if sourcing.relays > 1 else None
        yield sourcing.anonymity_reason and f"unnamed because: “{sourcing.anonymity_reason}”"
    yield f"“{source}”" if source and source not in who else None
    yield find.addressee and f"to “{find.addressee.span.text}”"
    yield find.setting


@_told.register
def _(find: Meeting) -> Iterator[object]:
    who = dict.fromkeys(p.name for p in find.participants) or dict.fromkeys(map(actor_name, find.sides))
    yield f"{', '.join(who) or 'who met is not told'} - {find.state}"
    yield when(find)
    yield find.place
    yield find.forum or find.format
    yield from find.issues


@_told.register
def _(find: Activity) -> Iterator[object]:
    sides = " with ".join(map(actor_name, dict.fromkeys([find.holder, *find.partners])))
    yield f"{sides}: {' '.join(filter(None, [find.what, find.force]))}"
    yield find.state
    yield find.place
    yield from (f"“{way.text}”" for way in find.direction)
    yield " until ".join(filter(None, [find.start, find.end]))


@_told.register
def _(find: Assessment) -> Iterator[object]:
    yield f"{actor_name(find.holder)}: view" if find.holder else "A view"
    yield find.about and f"about {actor_name(find.about)}"


@_told.register
def _(find: Event) -> Iterator[object]:
    sides = [actor_name(who) if who else joined(spans) for who, spans in _actors(find)]
    yield f"{find.plover}: {' → '.join(filter(None, sides))}"


def _actors(find: Event) -> Iterator[tuple[str | None, tuple[Span, ...]]]:
    yield find.actor, find.actor_spans
    yield find.recipient, find.recipient_spans


@_told.register
def _(find: Time) -> Iterator[object]:
    yield find.value
    yield " to ".join(dict.fromkeys(filter(None, [find.start_date, find.end_date])))
    yield find.anchor and f"counted from {find.anchor}"


@_told.register
def _(find: Place) -> Iterator[object]:
    yield ", ".join(filter(None, [find.name or "place not known", find.country]))
    yield find.feature
    yield None if find.reading == "place" else _read_as(find)
    yield find.alternatives and f"could be {'; '.join(find.alternatives[:2])}"


@_told.register
def _(find: Actor) -> Iterator[object]:
    yield actor_name(find.actor) if find.actor else "who it is is not settled"
    yield find.institution or find.type
    yield find.role and find.role.text
    yield find.state and f"of {actor_name(find.state)}" if find.type != "state" else _read_as(find)
    yield f"could be {'; '.join(map(actor_name, find.candidates))}" if find.candidates else None


def _read_as(find: Place | Actor) -> str:
    return "how it is meant is not settled" if find.reading == "undecided" else f"read as {find.reading}"


@_told.register
def _(find: Quantity) -> Iterator[object]:
    low, high = (None if n is None else f"{n:,.10g}" for n in (find.lower, find.upper))
    bounds = " to ".join(dict.fromkeys(filter(None, [low, high])))
    precision = "" if find.modifier in {"exact", "between"} else f"{find.modifier} "
    yield f"{precision}{bounds}{f' {find.unit}' if find.unit else ''}"
    yield find.class_
    yield find.whose and f"of {actor_name(find.whose)}"
    yield from (span and f"“{span.text}”" for span in (find.doing, find.where, find.as_of))


@_told.register
def _(find: Credit) -> Iterator[object]:
    yield f"{find.outlet}: {find.relation}"
    yield find.covers and f"“{find.covers.text}”"
