"""Explanations: by what rule, from which words and dates a line says what it says, and what else it could be."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from onrecord.data import table
from onrecord.model import (
    Activity,
    Actor,
    AnyFind,
    Attribution,
    Dating,
    Event,
    Find,
    Meeting,
    Place,
    Position,
    Quantity,
    Reading,
    Span,
    Time,
)
from onrecord.model.vocabulary import Flag

F = TypeVar("F", bound=Find)


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a field of a line has its value."""

    field: str
    value: str | None
    """None where it is left open."""
    because: str
    spans: tuple[Span, ...] = ()
    """Words of the article that it rests on."""
    instead: tuple[str, ...] = ()
    """What else it could be, likeliest first."""


def explanation(find: AnyFind, reading: Reading, datings: Sequence[Dating] = ()) -> list[Reason]:
    """The reasons of a line, the rule that found it first; of its article's `datings` the last is the valid one."""
    because = goes_by(find.rule) or goes_by(find.kind) or "no explanation is kept"
    reasons = [Reason(field="rule", value=find.rule, because=because, spans=find.spans)]
    if isinstance(find, Time):
        reasons += _of_time(find, reading, datings)
    elif isinstance(find, Place):
        reasons += _of_place(find)
    elif isinstance(find, Actor):
        reasons += _of_actor(find, reading)
    elif isinstance(find, Attribution):
        reasons += _of_attribution(find)
    elif isinstance(find, Position):
        reasons += _of_position(find)
    elif isinstance(find, Meeting):
        reasons += _of_meeting(find, reading)
    elif isinstance(find, Activity):
        reasons += _of_activity(find, reading)
    elif isinstance(find, Event):
        reasons += _of_event(find)
    return [*reasons, *_of_any(find, reading)]


def goes_by(rule: str) -> str | None:
    """What the rule goes by, in words; none for a rule that the table does not hold."""
    known = _rules()
    parts = rule.split(".")
    return next((known[at] for n in range(len(parts), 0, -1) if (at := ".".join(parts[:n])) in known), None)


@cache
def _rules() -> Mapping[str, str]:
    return {row["rule"]: row["goes_by"] for row in table("rules")}


FLAGS: Mapping[Flag, str] = {
    "planned": "it lies ahead, in the words",
    "hypothetical": "it could be, or would be on a condition, in the words",
    "negated": "the words deny it",
    "historical": "it ended more than a year before the article's date",
    "unresolved": "the article does not settle it",
    "no publication date": "the article has no date to count from: state it with onrecord date",
    "headline": "it stands in a headline",
    "question": "its label or its words show that somebody asks",
}


def _of_any(find: AnyFind, reading: Reading) -> Iterator[Reason]:
    """What every kind of line may have: somebody whose word it is, hedges, flags."""
    around = find.parent if isinstance(find, Attribution) else find.attribution
    word = next((f for f in reading.finds if isinstance(f, Attribution) and f.id == around), None)
    if word is not None:
        speaker = word.speaker.actor if word.speaker else None
        because = f"the words stand in what is attributed here (line {word.id})"
        yield Reason(field="on whose word", value=speaker, because=because, spans=(*word.source, *word.cue))
    if find.hedges:
        hedges = ", ".join(h.text for h in find.hedges)
        yield Reason(field="hedges", value=hedges, because="words of doubt in it", spans=find.hedges)
    for flag in find.flags:
        of_record = flag == "historical" and isinstance(find, Activity) and find.start is None
        because = FLAGS[flag] + ("; the table en/past_uses_of_force says when, no date is told" if of_record else "")
        yield Reason(field="flag", value=flag, because=because)


def _of_time(find: Time, reading: Reading, datings: Sequence[Dating]) -> Iterator[Reason]:
    published = reading.article.published
    if find.anchor is not None and published is not None and find.anchor[:10] == published.date:
        told = datings[-1].because if datings else None
        because = f"counted from the article's date, {published.value} ({published.origin})"
        because += f", because: {told}" if told else ""
    elif find.anchor is not None:
        because = f"counted from {find.anchor}, a date that the article gives before"
    elif find.type in {"DURATION", "SET"}:
        because = "the words alone say it"
    elif find.alternatives:
        because = "the words can be read in more than one way"
    elif "unresolved" in find.flags:
        because = "there is no date to count from"
    else:
        because = "the words, or a date that stands near them, say it"
    yield Reason(field="value", value=find.value, because=because, instead=find.alternatives)
    if find.start_date or find.end_date:
        interval = " to ".join(dict.fromkeys(day or "open" for day in (find.start_date, find.end_date)))
        because = f"precision: {find.precision}" if find.precision else "the days that the length covers"
        yield Reason(field="interval", value=interval, because=because)


_LIKELIEST = "; of all of that name the likeliest, by how well known it is, what it is said to lie in and what is near"


_READINGS = {
    "government": "the name stands for its government, which acts, is addressed or owns something",
    "place": "the place itself is meant",
    "undecided": "nothing in the sentence tells whether the place or its government is meant",
}


def _of_place(find: Place) -> Iterator[Reason]:
    where = None
    if find.name is not None:
        where = f"{find.name}, {find.country}" if find.country else find.name
        number = f"GeoNames {find.geonameid}" if find.geonameid else "a table of Onrecord's own or a negotiation's file"
        because = f"{find.feature or 'place'}, {number}" + (_LIKELIEST if find.alternatives else "")
    elif find.alternatives:
        because = "several candidates of the gazetteer fit alike"
    else:
        because = "no candidate of the gazetteer fits"
    yield Reason(field="place", value=where, because=because, instead=find.alternatives)
    yield Reason(field="reading", value=find.reading, because=_READINGS[find.reading])


def _of_actor(find: Actor, reading: Reading) -> Iterator[Reason]:
    same = [f for f in reading.finds if isinstance(f, Actor) and f.actor is not None and f.actor == find.actor]
    fullest = max(same, key=_fullness, default=find)
    spans = find.spans
    if find.actor is None and find.rule == "pair":
        because = "not two, but fewer or more are named shortly before it"
    elif find.actor is None:
        because = "several fit alike" if find.candidates else "the article does not tell who it is"
    elif len(same) < 2:
        because = "named here alone"
    elif find.type not in {"person", "unnamed"}:
        because = f"{len(same)} places of the article name it"
    elif fullest.spans == find.spans:
        because = f"{len(same)} places of the article name it, this one most fully"
    else:
        because = f"{len(same)} places of the article name it; most fully here (line {fullest.id})"
        spans = fullest.spans
    yield Reason(field="actor", value=find.actor, because=because, spans=spans, instead=find.candidates)
    if find.state and find.type != "state":
        role = find.role or fullest.role
        yield Reason(field="state", value=find.state, because=_why_state(find, role), spans=(role,) if role else ())
    if find.members:
        because = "the only two named before it" if find.rule == "pair" else "by a table, on the day of the article"
        yield Reason(field="members", value=", ".join(find.members), because=because)


def _fullness(actor: Actor) -> tuple[bool, bool, int, int]:
    """How fully an actor is named: a full name before an office, with a role before without, long before short."""
    return actor.rule == "full name", actor.role is not None, len(actor.spans[0].text), -actor.begins_at


def _why_state(actor: Actor, role: Span | None) -> str:
    if actor.type in {"institution", "group"}:
        return "whose body it is, by its words or a table"
    if actor.type == "unnamed":
        return "by the words that describe the source, here or before"
    return f"by {'the office, or by ' if role else ''}a table, a negotiation's file or what the article says elsewhere"


def _of_attribution(find: Attribution) -> Iterator[Reason]:
    speaker, sourcing = find.speaker, find.sourcing
    if speaker is not None:
        way = goes_by(speaker.rule) if speaker.rule else None
        if speaker.actor is None:
            because = f"not settled ({way})" if way else "no rule settles who it is"
        else:
            because = way or "no explanation is kept"
        spans = speaker.same_as or find.source
        yield Reason(field="speaker", value=speaker.actor, because=because, spans=spans, instead=speaker.candidates)
    if sourcing is not None:
        because = f'described as "{sourcing.text}"' if sourcing.text else "nothing describes it further"
        yield Reason(field="sourcing", value=sourcing.level, because=because, spans=find.source)


def _of_position(find: Position) -> Iterator[Reason]:
    if find.holder_spans:
        because = "these words stand for it"
    else:
        because = "it publishes the article" if find.holder else "no words of the article say who"
    yield Reason(field="holder", value=find.holder, because=because, spans=find.holder_spans)
    if find.condition is not None:
        moves = "it depends on these words; the value is who has to move"
        because = moves if find.condition.mover else "it depends on these words; who has to move is open"
        yield Reason(field="condition", value=find.condition.mover, because=because, spans=find.condition.spans)
    yield from _of_issues(find)


def _of_meeting(find: Meeting, reading: Reading) -> Iterator[Reason]:
    spans = tuple(p.span for p in find.participants if p.span is not None)
    yield Reason(field="sides", value=", ".join(find.sides), because="these words name or mean them", spans=spans)
    yield from _of_setting(find, reading)
    yield from _of_issues(find)


def _of_activity(find: Activity, reading: Reading) -> Iterator[Reason]:
    because = "it acts there, or the forces are its own" if find.holder else "the sentence does not tell whose"
    yield Reason(field="holder", value=find.holder, because=because)
    count = find.quantity
    number = next((f for f in reading.finds if isinstance(f, Quantity) and count and f.id == count.find), None)
    if number is not None:
        words = " … ".join(s.text for s in number.spans)
        yield Reason(field="quantity", value=words, because=f"this number (line {number.id})", spans=number.spans)
    yield from _of_setting(find, reading)


def _of_setting(find: Meeting | Activity, reading: Reading) -> Iterator[Reason]:
    """When and where, with the time and the place that say so."""
    if find.start is not None:
        time = _nearest(find, [f for f in reading.finds if isinstance(f, Time) and f.value == find.start])
        said = f"this time (line {time.id}, which has its own explanation)" if time else None
        because = said or "no time of the article has this value alone: other words moved it"
        yield Reason(field="start", value=find.start, because=because, spans=time.spans if time else ())
    if find.end is not None:
        time = _nearest(find, [f for f in reading.finds if isinstance(f, Time) and f.value == find.end])
        because = f"up to this time (line {time.id})" if time else "up to then, as the words have it"
        yield Reason(field="end", value=find.end, because=because, spans=time.spans if time else ())
    if find.place is not None:
        named = [f for f in reading.finds if isinstance(f, Place) and find.place.endswith(f.spans[0].text)]
        place = _nearest(find, named)
        because = f"this place (line {place.id}, which has its own explanation)" if place else "as the words have it"
        yield Reason(field="place", value=find.place, because=because, spans=place.spans if place else ())


def _nearest(to: Find, among: Sequence[F]) -> F | None:
    return min(among, key=lambda f: max(to.begins_at - f.ends_at, f.begins_at - to.ends_at, 0), default=None)


def _of_issues(find: Position | Meeting) -> Iterator[Reason]:
    if find.issues:
        yield Reason(field="issues", value=", ".join(find.issues), because="; ".join(find.issue_because))


def _of_event(find: Event) -> Iterator[Reason]:
    known = "these words stand for it"
    for field, who, spans in (
        ("actor", find.actor, find.actor_spans),
        ("recipient", find.recipient, find.recipient_spans),
    ):
        because = known if who else "these words name nobody who is known"
        yield Reason(field=field, value=who, because=because, spans=spans)
    yield Reason(field="plover", value=find.plover, because="these words decide", spans=find.cue)
