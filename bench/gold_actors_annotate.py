"""Annotating names, roles and quantities by hand: show a stretch, enter what was read, compare two readings.

    python bench/gold_actors_annotate.py show 7                            the stretch in its article
    python bench/gold_actors_annotate.py enter 7 mine.json --reader first  checks it and keeps it as offsets
    python bench/gold_actors_annotate.py agreement                         first against second reading

What a file holds is in bench/gold/README.md; what to annotate in bench/gold/actors-guideline.md. A reading is kept in
bench/gold/actors.first/ or actors.second/, a file a stretch, offsets into the article and no text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

import click
import msgspec

from gold_actors_agreement import agreement_of, differing
from gold_actors_draw import COUNTS_ALONE, stretches
from gold_actors_readings import Amount, Name, NameReading, Reading, Role, reading_file
from gold_finder import Finder, Mistake, overlap, stands_in, words_at
from gold_passages import Bounds, Passage
from gold_reading import commands
from onrecord.data import table
from onrecord.model import Article
from onrecord.model.vocabulary import QuantityClass, QuantityModifier

_STATES = frozenset(row["id"] for row in table("en/states")) | {row["country"] for row in table("countries")}
_GROUPS = frozenset(row["id"] for row in table("en/groups"))
_BODIES = frozenset(row["id"] for row in table("en/organisations"))
_MEASURES = {"distance", "duration"}


class WrittenName(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A name as an annotator writes it: words instead of offsets."""

    text: str
    id: str | None
    institution: str | None = None
    reading: NameReading


class WrittenRole(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A person's name and role."""

    name: str
    role: str
    affiliation: str | None = None
    state: str | None = None


class WrittenAmount(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A quantity."""

    text: str
    lower: float | None
    upper: float | None
    modifier: QuantityModifier
    unit: str | None
    class_: QuantityClass = msgspec.field(name="class")
    whose: str | None = None
    where: str | None = None
    doing: str | None = None
    as_of: str | None = None


class WrittenReading(msgspec.Struct, forbid_unknown_fields=True):
    """A whole stretch; each list may be empty."""

    names: list[WrittenName]
    people: list[WrittenRole]
    quantities: list[WrittenAmount]


def located(written: WrittenReading, stretch: Passage, article: Article) -> tuple[Reading, list[str]]:
    """The reading with offsets, and what has to be mended; it is whole only where nothing has to."""
    bounds = (stretch.start, stretch.end)
    finder = Finder(article.text, bounds, bounds)
    reading = Reading(passage=stretch.n, text_sha256=article.text_sha256, names=[], people=[], quantities=[])
    mistakes: list[str] = []
    if stretch.n in COUNTS_ALONE and (written.names or written.people):
        mistakes.append(f"stretch {stretch.n} is read for quantities alone: leave names and people empty")
    for name in written.names:
        mistakes += [f"name {name.text!r}: {m}" for m in (*_misused_name(name), *_strangers(article, name.id))]
        try:
            at = finder.free("name", name.text, [n.at for n in reading.names])
            reading.names.append(Name(at=at, id=name.id, institution=name.institution, reading=name.reading))
        except Mistake as error:
            mistakes.append(str(error))
    for role in written.people:
        wrong = (*_misused_role(role), *_strangers(article, role.affiliation))
        mistakes += [f"role {role.role!r}: {m}" for m in wrong]
        try:
            reading.people.append(_located_role(role, reading.people, finder))
        except Mistake as error:
            mistakes.append(str(error))
    for amount in written.quantities:
        wrong = (*_misused_amount(amount), *_strangers(article, amount.whose))
        mistakes += [f"quantity {amount.text!r}: {m}" for m in wrong]
        try:
            reading.quantities.append(_located_amount(amount, [q.at for q in reading.quantities], finder))
        except Mistake as error:
            mistakes.append(f"quantity {amount.text!r}: {error}")
    for one, other in (
        *combinations([n.at for n in reading.names], 2),
        *combinations([q.at for q in reading.quantities], 2),
    ):
        if overlap(one, other):
            both = " and ".join(repr(words_at([b], article.text)) for b in (one, other))
            mistakes.append(f"{both} overlap: each place is written once, the longest words of it")
    return reading, mistakes


def _misused_name(one: WrittenName) -> Iterator[str]:
    """What the guideline rules out, whatever the text."""
    of_state = one.id is None or one.id in _STATES
    if one.reading == "organisation" and (one.id is None or one.id in _STATES | _GROUPS):
        yield f"id {one.id!r} is no organisation's"
    if one.reading == "group" and one.id not in _GROUPS:
        yield f"id {one.id!r} is not in groups.tsv"
    if one.reading in {"government", "institution"} and not of_state:
        yield f"reading {one.reading} is for states and their bodies: id {one.id!r} is no code of a state"
    if one.reading in {"place", "people"} and not of_state and one.id not in _GROUPS:
        yield f"reading {one.reading} is for states and groups, not for {one.id!r}"
    if one.reading == "institution" and not one.institution:
        yield "reading institution needs the institution"
    if one.institution and one.reading not in {"institution", "place"}:
        yield f"an institution is read as institution or place, not as {one.reading}"
    if one.id is None and not one.institution:
        yield "only a body whose state is not told has no id"


def _misused_role(one: WrittenRole) -> Iterator[str]:
    if one.state is not None and one.state not in _STATES:
        yield f"state {one.state!r} is no ISO code of a state"
    if one.affiliation in _STATES and one.state != one.affiliation:
        yield f"a role of {one.affiliation} has it as state too"


def _misused_amount(one: WrittenAmount) -> Iterator[str]:
    low, high = one.lower, one.upper
    expected = {
        "exact": low is not None and low == high,
        "approx": low is not None and low == high,
        "between": low is not None and high is not None and low < high,
        "at most": low is None and high is not None,
        "less than": low is None and high is not None,
    }
    if not expected.get(one.modifier, low is not None and high is None):
        yield f"lower {low} and upper {high} are not those of {one.modifier!r}"
    if one.class_ in _MEASURES and (one.whose or one.where or one.doing or one.as_of):
        yield f"whose, where, doing and as_of are null for a {one.class_}"


def _strangers(article: Article, name: str | None) -> Iterator[str]:
    """An id that no table has and names nobody of the article."""
    if name is None or name in _STATES | _GROUPS | _BODIES:
        return
    if re.fullmatch(r"[A-Z]{2}", name):
        yield f"{name!r} is no ISO code of a state"
    elif not stands_in(article, name):
        yield f"the id {name!r} is in no table and does not stand in the article"


def _located_role(one: WrittenRole, earlier: Sequence[Role], finder: Finder) -> Role:
    """The nearest of name and role; the next nearest where these are written already."""
    pairs: list[tuple[int, Bounds, Bounds]] = []
    for name, role in product(_asked("name", one.name, finder), _asked("role", one.role, finder)):
        written = any(
            (name == e.name and overlap(role, e.role))
            or (role == e.role and finder.text[slice(*name)] == finder.text[slice(*e.name)])
            for e in earlier
        )
        if not overlap(name, role) and not written:
            pairs.append((max(name[0] - role[1], role[0] - name[1]), name, role))
    if not pairs:
        raise Mistake(f"name {one.name!r} with role {one.role!r} is written already, or the role holds the name")
    _, name, role = min(pairs)
    return Role(name=name, role=role, affiliation=one.affiliation, state=one.state)


def _asked(role: str, words: str, finder: Finder) -> list[Bounds]:
    nth, places = finder.places(role, words, finder.passage)
    return places if nth is None else [finder.only(role, words, finder.passage)]


def _located_amount(one: WrittenAmount, taken: Sequence[Bounds], finder: Finder) -> Amount:
    at = finder.free("text", one.text, taken)

    def near(field: str, words: str | None) -> Bounds | None:
        return finder.nearest(field, words, [at], [at] if field == "doing" else []) if words else None

    return Amount(
        at=at,
        lower=one.lower,
        upper=one.upper,
        modifier=one.modifier,
        unit=_unit(one.unit, at, finder) if one.unit else [],
        class_=one.class_,
        whose=one.whose,
        where=near("where", one.where),
        doing=near("doing", one.doing),
        as_of=near("as_of", one.as_of),
    )


def _unit(words: str, at: Bounds, finder: Finder) -> list[Bounds]:
    """The last place inside the quantity; else word by word, where a nationality stands between; else nearby."""
    if whole := finder.written(words, at):
        return [whole[-1]]
    pieces: list[Bounds] = []
    for word in words.split():
        places = finder.written(word, (pieces[-1][1] if pieces else at[0], at[1]))
        if not places:
            return [finder.nearest("unit", words, [at], [])]
        pieces.append(places[0])
    return pieces


def _echo(reading: Reading, stretch: Passage, text: str) -> None:
    """Each item as it was understood, and names that stand elsewhere in the stretch too."""

    def words(*bounds: Bounds | None) -> str:
        return words_at([b for b in bounds if b is not None], text)

    for name in sorted(reading.names, key=lambda n: n.at):
        around = " ".join(text[max(stretch.start, name.at[0] - 25) : name.at[1] + 15].split())
        click.echo(f"{words(name.at)}: {name.id}, {name.institution}, {name.reading}   [{around}]")
    finder = Finder(text, (stretch.start, stretch.end), (stretch.start, stretch.end))
    for name_words in dict.fromkeys(words(n.at) for n in reading.names):
        free = [
            p for p in finder.written(name_words, finder.passage) if not any(overlap(p, n.at) for n in reading.names)
        ]
        if free:
            click.echo(f"    {name_words} stands {len(free)} times more, not annotated: is that meant?")
    for role in reading.people:
        click.echo(f"{words(role.name)}: {words(role.role)}; affiliation {role.affiliation}, state {role.state}")
    for q in reading.quantities:
        click.echo(f"{words(q.at)}: {q.lower} to {q.upper}, {q.modifier}, {q.class_}, unit {words(*q.unit)}")
        click.echo(f"    whose {q.whose}, where {words(q.where)}, doing {words(q.doing)}, as of {words(q.as_of)}")


main = commands(
    stretches, reading_file, WrittenReading, located=located, echo=_echo, compared=(agreement_of, differing)
)


if __name__ == "__main__":
    main()
