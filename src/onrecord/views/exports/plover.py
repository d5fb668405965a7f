"""Meetings, positions, activities and events as PLOVER 2.0 records."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import groupby

import msgspec

from onrecord.mentions.times.values import interval
from onrecord.model import Activity, AnyFind, ArticleInfo, Entry, Event, Meeting, Position, Quantity, Span
from onrecord.model.records import Count
from onrecord.model.vocabulary import Flag, Kind, PloverType, QuantityClass
from onrecord.views.exports.coding import CODABLE, HITTING, Codable, Coding, coded, hit_by, no_event, what_of
from onrecord.views.exports.entities import Entities, Entity, Location
from onrecord.views.exports.lines import without
from onrecord.views.whose_word import Word, Words
from onrecord.views.wording import joined

# Kinds that a record is made from, beside the line itself.
NEEDED: tuple[Kind, ...] = (*CODABLE, "attribution", "actor", "place", "quantity")
# Fields that quote the article.
QUOTING = frozenset(
    {
        "event_text",
        "entity_text",
        "extracted_place",
        "office",
        "hedges",
        "source",
        "relays",
        "condition",
        "force",
        "direction",
    }
)
_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?:(?P<time>\d\d(?::\d\d)?(?::\d\d)?)|[A-Z]{2}))?$")
_RECIPIENT_NEEDED: frozenset[PloverType] = frozenset({"COOPERATE", "AID", "SANCTION"})
# Who take part in these side by side; other types have their recipients from the line itself.
_WITH_PARTNERS = {"joint exercise", "transfer"}
# What stands before whom an activity is done to; the verb of its rule may, too.
_TOWARDS = {"use of force": ("against", "on", "upon", "into", "of"), "transfer": ("to", "for")}
_ASKED = "stands in a question that somebody puts; nobody says it"
_NO_STATE_FORCES = {"REB", "PRM"}


class TextInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Where the words stand in the article: offsets in code points."""

    start: int
    end: int
    text_sha256: str


class CiteInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The article."""

    citation: str
    """Id of the article in the database."""
    publication: str | None
    title: str | None
    url: str | None
    language: str
    coder: str
    codebook: str


class PloverRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the record under PLOVER's field names; those from `kind` on are Onrecord's own."""

    id: str
    has_event: bool
    """False where the line tells no event of PLOVER's; `event` is empty then and `comment` says why."""
    date: str | None
    enddate: str | None = None
    time: str | None = None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...] = ()
    event: tuple[PloverType, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad_code: int | None = None
    event_scale: float | None = None
    event_loc: Location | None = None
    event_text: tuple[str, ...]
    link: str | None = None
    """Id that lines share which the same words of an article tell of several sides; the first tells the event."""
    text_info: TextInfo
    cite_info: CiteInfo
    coder: str
    coded_date: str
    coded_time: str
    comment: str | None = None
    kind: Kind
    what: str
    """State of a meeting, act of a position, what of an activity, type of an event."""
    state: str | None = None
    start: str | None = None
    """TIMEX3 value of when it starts or is to start, as precise as the text."""
    force: str | None = None
    """Of an activity: the force, system or weapon."""
    quantity: Count | None = None
    direction: tuple[str, ...] = ()
    date_from: str | None
    """`text` or `publication`."""
    flags: tuple[Flag, ...] = ()
    hedges: tuple[str, ...] = ()
    word: Word
    """On whose word it stands."""
    attribution: str | None = None
    issues: tuple[str, ...] = ()
    condition: str | None = None
    rule: str
    score: float
    cameo: str | None = None


def plover(entries: Iterable[Entry], *, kinds: Iterable[Kind] = CODABLE) -> Iterator[PloverRecord]:
    """A record for each line of those kinds, in the order of the entries, which hold the kinds of `NEEDED`.

    Lines of one article come together; only one article is in memory.
    """
    wanted = set(kinds)
    for _, group in groupby(entries, key=lambda e: e.article.id):
        yield from _of_article(list(group), wanted)


def plover_line(record: PloverRecord, *, text: bool = True) -> bytes:
    """The record as one line of JSON, newline included; without `text` the words of the article are left out."""
    return msgspec.json.encode(record if text else without(msgspec.to_builtins(record), QUOTING)) + b"\n"


def _of_article(entries: list[Entry], wanted: set[Kind]) -> Iterator[PloverRecord]:
    info = entries[0].article
    finds = [e.find for e in entries]
    entities, words = Entities(finds), Words(entries)
    classes = {f.id: f.class_ for f in finds if isinstance(f, Quantity)}
    sharing = _sharing(finds)
    codings = {f.id: _coding(f, entities, words, classes) for f in finds if isinstance(f, Codable)}
    for find in finds:
        if isinstance(find, Codable) and find.kind in wanted:
            yield _record(find, info, entities, words, codings, sharing[_told_by(find)])


def _coding(find: Codable, entities: Entities, words: Words, classes: Mapping[str, QuantityClass | None]) -> Coding:
    if words.is_asked(find):
        return no_event(find, _ASKED)
    counted = classes.get(find.quantity.find or "") if isinstance(find, Activity) and find.quantity else None
    hit = entities.after(find, HITTING) if isinstance(find, Position) else None
    return coded(find, own_word=_own_word(find, entities, words), counted=counted, hit=hit)


def _own_word(find: Codable, entities: Entities, words: Words) -> bool:
    """Whether the innermost source is who acts, or speaks for it."""
    chain = words.chain(find)
    acting = find.holder if isinstance(find, Activity) else find.actor if isinstance(find, Event) else None
    if not chain or acting is None:
        return False
    speaker, sourcing = chain[-1].speaker, chain[-1].sourcing
    said = {speaker.affiliation if speaker else None, sourcing.affiliation if sourcing else None}
    return acting in said | (entities.speaks_for(speaker.actor) if speaker and speaker.actor else set())


def _record(
    find: Codable,
    info: ArticleInfo,
    entities: Entities,
    words: Words,
    codings: Mapping[str, Coding],
    together: list[Codable],
) -> PloverRecord:
    coding = codings[find.id]
    alike = [f for f in together if codings[f.id] == coding] if isinstance(find, Position | Activity) else [find]
    if coding.type and alike[0] is not find:
        coding = no_event(find, f"one event with {alike[0].id}, which has its actors together")
    actor, recipient = _sides(find, entities, alike)
    date, time, date_from = _date(find, info)
    end = _DAY.match(getattr(find, "end", None) or "")
    place = getattr(find, "place", None)
    read = info.read_at.partition("T")
    by = f"Onrecord {version('onrecord')}"
    condition = find.condition if isinstance(find, Position) else None
    return PloverRecord(
        id=find.id,
        has_event=coding.type is not None,
        date=date,
        enddate=end["day"] if end else None,
        time=time,
        actor=actor,
        recipient=recipient,
        event=(coding.type,) if coding.type else (),
        mode=coding.modes,
        context=_contexts(coding, actor),
        quad_code=coding.quad,
        event_scale=coding.score,
        event_loc=entities.location(place, getattr(find, "geonameid", None), find.begins_at),
        event_text=tuple(s.text for s in find.spans),
        link=together[0].id if len(together) > 1 else None,
        text_info=TextInfo(start=find.begins_at, end=find.ends_at, text_sha256=find.text_sha256),
        cite_info=CiteInfo(
            citation=info.id,
            publication=info.outlet,
            title=info.title,
            url=info.url,
            language="en",
            coder=by,
            codebook="PLOVER 2.0 (draft of February 2024)",
        ),
        coder=by,
        coded_date=read[0],
        coded_time=read[2],
        comment="; ".join(_comments(coding, actor, recipient, date)) or None,
        kind=find.kind,
        what=what_of(find),
        state=getattr(find, "state", None),
        start=getattr(find, "start", None),
        force=getattr(find, "force", None),
        quantity=getattr(find, "quantity", None),
        direction=tuple(s.text for s in getattr(find, "direction", ())),
        date_from=date_from,
        flags=(*find.flags, "question") if words.is_asked(find) and "question" not in find.flags else find.flags,
        hedges=tuple(s.text for s in find.hedges),
        word=words.of(find),
        attribution=find.attribution,
        issues=getattr(find, "issues", ()),
        condition=joined(condition.spans) if condition else None,
        rule=find.rule,
        score=find.score,
        cameo=coding.cameo,
    )


def _sides(
    find: Codable, entities: Entities, alike: Sequence[Codable]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Actors and recipients; all who meet are actors, and all who do the same in the same words, as the manual has it.

    Nobody is the recipient of what is his own, nor is what names no party.
    """
    match find:
        case Meeting():
            return tuple(entities.participant(p) for p in find.participants), ()
        case Position():
            whose = [f for f in (alike if alike[0] is find else [find]) if isinstance(f, Position)]
            holders = (entities.entity(f.holder, next(iter(f.holder_spans), None), acts_for_state=True) for f in whose)
            addressed = find.addressee or hit_by(find, entities.after(find, HITTING))
            return _apart(holders, [entities.entity(addressed, None, acts_for_state=True)] if addressed else [])
        case Event():
            actor, recipient = (
                entities.entity(who, next(iter(spans), None))
                for who, spans in ((find.actor, find.actor_spans), (find.recipient, find.recipient_spans))
            )
            named = recipient.code or recipient.identifier_text or entities.names_any(find.recipient_spans)
            return _apart([actor], [recipient] if named else [])
        case Activity():
            joint = find.what == "joint exercise"
            others = [a.holder for a in alike if isinstance(a, Activity) and a.holder not in (None, find.holder)]
            actors = [find.holder, *(others if alike[0] is find and not joint else [])]
            partners = [*find.partners, *(others if joint else [])] if find.what in _WITH_PARTNERS else []
            done_to = entities.after(find, _TOWARDS.get(find.what, ()))
            to = partners or ([done_to] if done_to else [])
            return _apart(
                (entities.entity(who, None) for who in dict.fromkeys(actors)),
                (entities.entity(who, None) for who in dict.fromkeys(to)),
            )


def _apart(actors: Iterable[Entity], recipients: Iterable[Entity]) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Both, without recipients that are an actor, too."""
    acting = tuple(actors)
    known = {(a.code, a.sector, a.identifier_text) for a in acting if a.identifier_text}
    return acting, tuple(r for r in recipients if (r.code, r.sector, r.identifier_text) not in known)


def _date(find: Codable, info: ArticleInfo) -> tuple[str | None, str | None, str | None]:
    """Day, time and where they are from: the text, where it gives a day that has come, else the publication.

    A day after the publication is when something is to be; the event of PLOVER is that somebody says so. Where the
    text names a time that is over and no day, or looks back, none is made up.
    """
    published = info.published[:10] if info.published else None
    start = getattr(find, "start", None) or ""
    given = _DAY.match(start)
    if given and (published is None or given["day"] <= published):
        return given["day"], given["time"], "text"
    if published is None or "historical" in find.flags or _is_over(start, datetime.date.fromisoformat(published)):
        return None, None, None
    return published, None, "publication"


def _is_over(value: str, published: datetime.date) -> bool:
    days = interval(value)
    return days is not None and days[1] < published


def _contexts(coding: Coding, actors: tuple[Entity, ...]) -> tuple[str, ...]:
    """Without "military" where the forces are no state's."""
    irregular = any(a.code == "IMG" or a.sector in _NO_STATE_FORCES for a in actors)
    return tuple(c for c in coding.contexts if not (irregular and c == "military"))


def _comments(
    coding: Coding, actor: tuple[Entity, ...], recipient: tuple[Entity, ...], date: str | None
) -> Iterator[str]:
    if coding.note:
        yield coding.note
    for role, entities in (("actor", actor), ("recipient", recipient)):
        for entity in entities:
            if entity.code is None and entity.identifier_text is None:
                yield f"{role} unresolved"
            elif entity.code is None:
                yield f"{role} {entity.identifier_text}: no code known"
    if coding.type in _RECIPIENT_NEEDED and not recipient:
        yield f"no recipient told, which {coding.type} should have"
    if date is None:
        yield "day not known"


def _told_by(find: Codable) -> tuple[str, tuple[Span, ...], str]:
    return find.kind, find.spans, what_of(find)


def _sharing(finds: Iterable[AnyFind]) -> dict[tuple[str, tuple[Span, ...], str], list[Codable]]:
    """The lines that the same words tell of several sides."""
    found: dict[tuple[str, tuple[Span, ...], str], list[Codable]] = {}
    for find in finds:
        if isinstance(find, Codable):
            found.setdefault(_told_by(find), []).append(find)
    return found
