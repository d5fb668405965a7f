"""Names of states and organisations, how they are meant, and persons' roles, against the gold of bench/gold.

    python bench/actors.py [--held-out] [--errors] [--json FILE]

A name is found where an actor (or, for a mere place, a place that is a state or a capital) overlaps it. `names`: R is
the share of the gold's names with an id that were found with that id; "right id" the share of those found that have
it; P counts as wrong whatever was found that is no name of the gold too. `government`: of names of states, their
people and capitals, those where a government acts. `person-role pair`: name and role both overlap; "exact" the share
of pairs whose name and role have the gold's very bounds. Beside it, in the same run and on the same parse: spaCy's
entities with countrynames for ids, where that is installed; it knows no reading, so all it finds is a place.
Texts lie in $ONRECORD_DATA.
"""

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gold_actors_draw import COUNTS_ALONE, stretches
from gold_actors_readings import Name, Role
from gold_actors_stretches import Clock, Stretch, of_shares, read_stretches
from gold_finder import overlap
from gold_passages import Bounds
from gold_scores import Figures, run
from onrecord.data import table
from onrecord.language import lay_out, parse
from onrecord.model import Actor

_KINDS = {"state", "institution", "organisation", "group"}
_CAPITALS = {row["capital"]: row["country"] for row in table("capitals") if row["is_capital"] == "yes"}
_GROUPS = {row["phrase"].removeprefix("the "): row["id"] for row in table("en/groups")}
_TELLING = {"place", "government", "people"}


class Found(NamedTuple):
    """A name as a system gives it."""

    at: Bounds
    id: str | None
    reading: str


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the gold and its texts are there."""
    return run("actors", __doc__, measure, arguments)


def measure(half: str, errors: bool) -> Figures:
    """All figures."""
    clock = Clock()
    read = list(read_stretches(half, clock, [p for p in stretches() if p.n not in COUNTS_ALONE]))
    found = [names_of(s) for s in read]
    if errors:
        print(
            "\n".join(line for s, f in zip(read, found, strict=True) for line in (*wrong_names(s, f), *wrong_roles(s)))
        )
    figures: Figures = {"stretches": len(read)} | names_figures(read, found) | role_figures(read)
    if importlib.util.find_spec("countrynames") is not None:
        theirs = clock.timed("spaCy + countrynames, with its parse", lambda: [by_countrynames(s) for s in read])
        figures |= {f"spaCy + countrynames: {k}": v for k, v in names_figures(read, theirs).items()}
    return figures | {f"CPU seconds: {stage}": seconds for stage, seconds in clock.report().items()}


def names_of(stretch: Stretch) -> list[Found]:
    """The names that Onrecord found in the stretch."""
    actors = [
        Found((a.begins_at, a.ends_at), a.actor, a.reading)
        for a in stretch.actors
        if a.type in _KINDS and stretch.holds(a.begins_at) and _is_name(a)
    ]
    places = [
        Found((p.begins_at, p.ends_at), p.name if p.name in _GROUPS.values() else p.country, p.reading)
        for p in stretch.places
        if stretch.holds(p.begins_at)
        and (p.feature == "country" or p.spans[0].text in _CAPITALS or p.name in _GROUPS.values())
    ]
    return [*actors, *(p for p in places if not any(overlap(p.at, a.at) for a in actors))]


def _is_name(actor: Actor) -> bool:
    """Whether the guideline counts it as a name: not "the two leaders", "the Berg administration", a party."""
    if actor.rule in {"people of a leader", "body named before", "pair"}:
        return False
    words = actor.spans[0].text.removeprefix("the ").removeprefix("The ")
    return actor.type != "group" or words in _GROUPS or actor.rule == "body of a state"


def by_countrynames(stretch: Stretch) -> list[Found]:
    """spaCy's countries, peoples and organisations with the code that countrynames has for them."""
    code = importlib.import_module("countrynames").to_code
    doc = parse(stretch.article, lay_out(stretch.article))
    return [
        Found((e.start_char, e.end_char), code(e.text) or e.text, "place")
        for e in doc.ents
        if e.label_ in {"GPE", "NORP", "ORG"} and stretch.holds(e.start_char)
    ]


def paired(gold: Sequence[Name], found: Sequence[Found]) -> Iterator[tuple[Name, Found | None]]:
    """Each name of the gold with what was found there: of several the one that overlaps most."""
    for name in gold:
        there = [f for f in found if overlap(name.at, f.at)]
        yield name, max(there, key=lambda f: min(f.at[1], name.at[1]) - max(f.at[0], name.at[0]), default=None)


def names_figures(read: Sequence[Stretch], found: Sequence[Sequence[Found]]) -> Figures:
    """Ids and readings."""
    pairs = [p for s, f in zip(read, found, strict=True) for p in paired(s.gold.names, f)]
    known = [(g, f) for g, f in pairs if g.id is not None]
    resolved = [(g, f) for g, f in pairs if f is not None and f.id is not None]
    right = sum(same_id(g, f) for g, f in resolved)
    all_found = sum(f.id is not None for fs in found for f in fs)
    telling = [(g, f) for g, f in pairs if g.reading in _TELLING]
    acting = sum(g.reading == "government" for g, _ in telling)
    called = [(g, f) for g, f in telling if f is not None and f.reading == "government"]
    return {
        "names": len(pairs),
        "names right id": 100 * right / len(resolved) if resolved else 0.0,
        **of_shares("names", right, len(known), all_found),
        **of_shares("government", sum(g.reading == "government" for g, _ in called), acting, len(called)),
        "reading right of found": 100
        * sum(f is not None and f.reading == g.reading for g, f in pairs)
        / (sum(f is not None for _, f in pairs) or 1),
    }


def same_id(gold: Name, found: Found | None) -> bool:
    """Whether the ids are one."""
    return (
        found is not None and gold.id is not None and found.id is not None and gold.id.casefold() == found.id.casefold()
    )


def role_figures(read: Sequence[Stretch]) -> Figures:
    """Persons with a role beside their name."""
    gold = sum(len(s.gold.people) for s in read)
    ours = sum(len(roles_of(s)) for s in read)
    pairs = [p for s in read for p in role_pairs(s)]
    exact = sum(g == f for g, f in pairs)
    return {
        "persons with a role": gold,
        **of_shares("person-role pair", len(pairs), gold, ours),
        "person-role pair exact": 100 * exact / len(pairs) if pairs else 0.0,
        **{f"{field} right of pairs": share for field, share in told(read).items()},
    }


RolePair = tuple[tuple[Bounds, Bounds], tuple[Bounds, Bounds]]


def roles_of(stretch: Stretch) -> list[tuple[Bounds, Bounds]]:
    """Names and roles that Onrecord found."""
    return [
        ((a.begins_at, a.ends_at), (a.role.start, a.role.end))
        for a in stretch.actors
        if a.type == "person" and a.role is not None and stretch.holds(a.begins_at) and not a.role.overlaps(a.spans[0])
    ]


def role_pairs(stretch: Stretch) -> Iterator[RolePair]:
    """Pairs of the gold with what was found for them."""
    left = roles_of(stretch)
    for person in stretch.gold.people:
        mine = (person.name, person.role)
        there = [r for r in left if overlap(mine[0], r[0]) and overlap(mine[1], r[1])]
        if there:
            left.remove(there[0])
            yield mine, there[0]


def told(read: Sequence[Stretch]) -> Figures:
    """Affiliation and state of the persons found with the role."""
    both = [pair for s in read for pair in in_role(s)]
    return {
        "affiliation": 100 * sum(p.affiliation == a.affiliation for p, a in both) / (len(both) or 1),
        "state": 100 * sum(p.state == a.state for p, a in both) / (len(both) or 1),
    }


def in_role(stretch: Stretch) -> list[tuple[Role, Actor]]:
    """Persons of the gold with those found in the same role."""
    return [
        (p, a)
        for p in stretch.gold.people
        for a in stretch.actors
        if a.type == "person"
        and a.role
        and overlap(p.name, (a.begins_at, a.ends_at))
        and overlap(p.role, (a.role.start, a.role.end))
    ]


def wrong_names(stretch: Stretch, found: Sequence[Found]) -> Iterator[str]:
    """Names that are missing, too much or different."""
    met = set()
    for gold, theirs in paired(stretch.gold.names, found):
        met.add(theirs)
        shown = stretch.shown(gold.at)
        if theirs is None:
            yield f"missing {gold.id} {gold.reading}: {shown}"
        elif gold.id is not None and not same_id(gold, theirs):
            yield f"id {theirs.id} for {gold.id}: {shown}"
        elif theirs.reading != gold.reading:
            yield f"reading {theirs.reading} for {gold.reading}: {shown}"
    for other in found:
        if other not in met:
            yield f"too much {other.id} {other.reading}: {stretch.shown(other.at)}"


def wrong_roles(stretch: Stretch) -> Iterator[str]:
    """Roles that are missing, too much, have other bounds or belong to others."""
    text, pairs = stretch.article.text, list(role_pairs(stretch))
    for gold, theirs in pairs:
        if gold != theirs:
            yield f"{stretch.passage.n} role bounds {[text[a:b] for a, b in theirs]} for {[text[a:b] for a, b in gold]}"
    for gold, actor in in_role(stretch):
        theirs = actor.affiliation, actor.state
        if theirs != (gold.affiliation, gold.state):
            yield f"belongs to {theirs} for {(gold.affiliation, gold.state)}: {stretch.shown(gold.role)}"
    for person in stretch.gold.people:
        if (person.name, person.role) not in [g for g, _ in pairs]:
            role = text[person.role[0] : person.role[1]]
            yield f"missing role {role!r}: {stretch.shown(person.name)}"
    for name, role in roles_of(stretch):
        if (name, role) not in [f for _, f in pairs]:
            yield f"too much role {text[role[0] : role[1]]!r}: {stretch.shown(name)}"


if __name__ == "__main__":
    raise SystemExit(main())
