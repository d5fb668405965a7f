"""Annotating meetings, positions, activities and assessments by hand: show a stretch, enter what was read, compare.

    python bench/gold_records_annotate.py show 7                            the stretch in its article
    python bench/gold_records_annotate.py enter 7 mine.json --reader first  checks it and keeps it as offsets
    python bench/gold_records_annotate.py agreement                         first against second reading

What a file holds is in bench/gold/README.md; what to annotate in bench/gold/records-guideline.md. A reading is kept in
bench/gold/records.first/ or records.second/, a file a stretch, offsets into the article and no text.
"""

import re
from collections.abc import Iterator, Sequence

import click
import msgspec

from gold_finder import Finder, Mistake, overlap, stands_in, words_at
from gold_passages import GOLD, Bounds, Passage
from gold_reading import commands
from gold_records_agreement import agreement_of, differing
from gold_records_draw import stretches
from gold_records_readings import Activity, Assessment, Condition, Meeting, Position, Reading, reading_file
from onrecord.data import table
from onrecord.intake.negotiations import load_negotiation, shipped_negotiations
from onrecord.model import Article, Negotiation
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, MeetingFormat, MeetingState, PositionAct

_STATES = frozenset(row["id"] for row in table("en/states")) | {row["country"] for row in table("countries")}
_BODIES = frozenset(row["id"] for file in ("en/organisations", "en/groups") for row in table(file)) | {"allies"}
_FLAGS = {"planned", "hypothetical", "negated", "historical"}


class _Words(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    words: str | list[str]


class WrittenCondition(_Words, kw_only=True):
    """A condition as an annotator writes it: words instead of offsets."""

    mover: str | None
    reciprocal: bool


class WrittenPosition(_Words, kw_only=True):
    """A position."""

    holder: list[str]
    act: PositionAct
    addressee: str | None
    issues: list[str]
    condition: WrittenCondition | None
    flags: list[Flag]


class WrittenMeeting(_Words, kw_only=True):
    """A meeting."""

    sides: list[str]
    people: list[str]
    state: MeetingState
    format: MeetingFormat
    place: str | None
    start: str | None


class WrittenActivity(_Words, kw_only=True):
    """An activity."""

    what: ActivityWhat
    holder: list[str]
    force: str | None
    quantity: str | None
    place: str | None
    state: ActivityState
    start: str | None
    flags: list[Flag]


class WrittenAssessment(_Words, kw_only=True):
    """An assessment."""

    holder: str | None


class WrittenReading(msgspec.Struct, forbid_unknown_fields=True):
    """A whole stretch; each list may be empty."""

    positions: list[WrittenPosition]
    meetings: list[WrittenMeeting]
    activities: list[WrittenActivity]
    assessments: list[WrittenAssessment]


def negotiation_of(stretch: Passage) -> Negotiation:
    """The negotiation whose issues the stretch is read for."""
    if stretch.dataset == "helsinki":
        return load_negotiation(GOLD / "helsinki-2018.toml")
    return next(n for n in shipped_negotiations() if n.id == "security-talks-2022")


def located(written: WrittenReading, stretch: Passage, article: Article) -> tuple[Reading, list[str]]:
    """The reading with offsets, and what has to be mended; it is whole only where nothing has to."""
    bounds = (stretch.start, stretch.end)
    finder = Finder(article.text, bounds, bounds)
    issues = {i.name for i in negotiation_of(stretch).issues}
    reading = Reading(
        passage=stretch.n,
        text_sha256=article.text_sha256,
        positions=[],
        meetings=[],
        activities=[],
        assessments=[],
    )
    mistakes: list[str] = []
    for position in written.positions:
        mistakes += _told(position, _misused_position(position, issues, article))
        mistakes += _kept(reading.positions, position, lambda p=position: _position(p, finder))
    for meeting in written.meetings:
        mistakes += _told(meeting, _misused_meeting(meeting, article))
        mistakes += _kept(reading.meetings, meeting, lambda m=meeting: _meeting(m, finder))
    for activity in written.activities:
        mistakes += _told(activity, _misused_activity(activity, article))
        mistakes += _kept(reading.activities, activity, lambda a=activity: _activity(a, finder))
    for assessment in written.assessments:
        mistakes += _told(assessment, _strangers(article, [assessment.holder]))
        mistakes += _kept(reading.assessments, assessment, lambda a=assessment: _assessment(a, finder))
    return reading, mistakes


def _told(one: _Words, complaints: Iterator[str]) -> list[str]:
    return [f"{one.words!r}: {c}" for c in complaints]


def _kept(items: list, one: _Words, make) -> list[str]:  # type: ignore[no-untyped-def,type-arg]
    try:
        items.append(make())
    except Mistake as error:
        return [f"{one.words!r}: {error}"]
    return []


def _position(one: WrittenPosition, finder: Finder) -> Position:
    at = _at(one, finder)
    condition = one.condition and Condition(
        words=_near(one.condition.words, at, finder), mover=one.condition.mover, reciprocal=one.condition.reciprocal
    )
    return Position(
        words=at,
        holder=one.holder,
        act=one.act,
        addressee=one.addressee,
        issues=sorted(one.issues),
        condition=condition,
        flags=sorted(one.flags),
    )


def _meeting(one: WrittenMeeting, finder: Finder) -> Meeting:
    at = _at(one, finder)
    return Meeting(
        words=at,
        sides=one.sides,
        people=one.people,
        state=one.state,
        format=one.format,
        place=_phrase(one.place, at, finder),
        start=one.start,
    )


def _activity(one: WrittenActivity, finder: Finder) -> Activity:
    at = _at(one, finder)
    return Activity(
        words=at,
        what=one.what,
        holder=one.holder,
        force=_phrase(one.force, at, finder),
        quantity=_phrase(one.quantity, at, finder),
        place=_phrase(one.place, at, finder),
        state=one.state,
        start=one.start,
        flags=sorted(one.flags),
    )


def _assessment(one: WrittenAssessment, finder: Finder) -> Assessment:
    return Assessment(words=_at(one, finder), holder=one.holder)


def _at(one: _Words, finder: Finder) -> list[Bounds]:
    """The first piece stands in one place, each further one in the next place after it."""
    first, *rest = [one.words] if isinstance(one.words, str) else one.words
    found = [finder.only("words", first, finder.passage)]
    for words in rest:
        nth, places = finder.places("words", words, finder.passage)
        after = [p for p in places if p[0] >= found[-1][1]]
        if nth is None and not after:
            raise Mistake(f"words {words!r} do not stand after the piece before")
        found.append(finder.only("words", words, finder.passage) if nth is not None else after[0])
    return found


def _near(words: str | list[str], at: Sequence[Bounds], finder: Finder) -> list[Bounds]:
    pieces = [words] if isinstance(words, str) else words
    return [finder.nearest("condition", piece, at, []) for piece in pieces]


def _phrase(words: str | None, at: Sequence[Bounds], finder: Finder) -> Bounds | None:
    return finder.nearest("phrase", words, at, []) if words else None


def _misused_position(one: WrittenPosition, issues: set[str], article: Article) -> Iterator[str]:
    yield from _strangers(article, [*one.holder, one.addressee, one.condition and one.condition.mover])
    yield from (f"issue {i!r} is none of {sorted(issues)}" for i in one.issues if i not in issues)
    yield from (f"flag {f!r} is not for records" for f in one.flags if f not in _FLAGS)


def _misused_meeting(one: WrittenMeeting, article: Article) -> Iterator[str]:
    yield from _strangers(article, one.sides)
    if len(set(one.sides)) < 2:
        yield "a meeting has two sides at least"
    yield from (f"{p!r} stands nowhere in the article" for p in one.people if not stands_in(article, p))
    yield from _misused_date(one.start)


def _misused_activity(one: WrittenActivity, article: Article) -> Iterator[str]:
    yield from _strangers(article, one.holder)
    yield from (f"flag {f!r} is not for records" for f in one.flags if f not in _FLAGS)
    yield from _misused_date(one.start)


def _misused_date(value: str | None) -> Iterator[str]:
    if value is not None and not re.match(r"\d{3}|XXXX", value):
        yield f"start {value!r} is no TIMEX3 value"


def _strangers(article: Article, names: Sequence[str | None]) -> Iterator[str]:
    """Names that neither a table nor the article has."""
    for name in names:
        if name is None or name in _STATES or name in _BODIES:
            continue
        if re.fullmatch(r"[A-Z]{2}", name):
            yield f"{name!r} is no ISO code of a state"
        elif not stands_in(article, name):
            yield f"the name {name!r} stands neither in the article nor in its title: take the fullest that does"


def _echo(reading: Reading, _: Passage, text: str) -> None:
    """Each item as it was understood."""

    def words(bounds: Sequence[Bounds] | Bounds | None) -> str:
        if bounds is None:
            return "-"
        return words_at([bounds] if isinstance(bounds, tuple) else bounds, text)  # type: ignore[list-item,arg-type]

    for p in reading.positions:
        on = f"; condition: {words(p.condition.words)} (mover {p.condition.mover})" if p.condition else ""
        click.echo(f"{p.act} of {p.holder} to {p.addressee} on {p.issues} {p.flags}: {words(p.words)}{on}")
    for m in reading.meetings:
        click.echo(f"{m.state} {m.format} of {m.sides} {m.people} in {words(m.place)} on {m.start}: {words(m.words)}")
    for a in reading.activities:
        what = f"{a.what} of {a.holder}, {a.state} {a.flags}, {words(a.quantity)} {words(a.force)}"
        click.echo(f"{what}, {words(a.place)}, {a.start}: {words(a.words)}")
    for j in reading.assessments:
        click.echo(f"assessment of {j.holder}: {words(j.words)}")
    for items in (reading.positions, reading.meetings, reading.activities):
        for i, one in enumerate(items):
            for other in items[:i]:
                if any(overlap(a, b) for a in one.words for b in other.words):
                    click.echo(f"    these overlap, is that meant?  {words(other.words)}  |  {words(one.words)}")


main = commands(
    stretches, reading_file, WrittenReading, located=located, echo=_echo, compared=(agreement_of, differing)
)


if __name__ == "__main__":
    main()
