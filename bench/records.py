"""Meetings, positions, activities and assessments against the gold of bench/gold.

    python bench/records.py [--held-out] [--errors] [--json FILE]

The articles are read whole, and what was found in a stretch is compared with what was read there by hand; what the
figures mean is said in `gold_records_comparison.compared`. Texts lie in $ONRECORD_DATA.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from gold_passages import Bounds, Passage, article_of
from gold_records_annotate import negotiation_of
from gold_records_comparison import Account, compared, differing
from gold_records_draw import stretches
from gold_records_readings import Activity, Assessment, Condition, Meeting, Position, Reading, reading_file, reading_of
from gold_scores import Figures, run
from onrecord import model
from onrecord.pipeline import read_article

F = TypeVar("F", bound=model.Find)

# Stretches that were drawn, or learned from, together; and the figures that are given of each alone. The network of
# records learned from those up to 400; 592-676 are of articles that nothing was fitted to.
PARTS = ((1, 104), (105, 400), (401, 526), (527, 591), (592, 676))
OF_PARTS = (
    "act P",
    "act R",
    "act F",
    "position holder right",
    "issues F",
    "meeting found F",
    "whole meeting F",
    "activity found F",
    "flags and state",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the gold and its texts are there."""
    return run("records", __doc__, measure, arguments)


def measure(half: str, errors: bool) -> Figures:
    """All figures, and some of each part: "592-676 act F"."""
    accounts = [_account(p) for p in stretches() if p.half == half and reading_file("first", p.n).exists()]
    if errors:
        print("\n".join(line for a in accounts for line in differing(a, ("gold", "found"))))
    figures = compared(accounts)
    for first, last in PARTS:
        if part := [a for a in accounts if first <= a.n <= last]:
            of_part = compared(part)
            figures |= {f"{first}-{last} {name}": of_part[name] for name in OF_PARTS}
    return figures


def _account(stretch: Passage) -> Account:
    article = article_of(stretch)
    reading = read_article(article, negotiations=[negotiation_of(stretch)], strict=True)
    return Account(
        stretch.n, article.text, reading_of("first", stretch.n), as_read(stretch, reading.finds, article.text)
    )


def as_read(stretch: Passage, every: Sequence[model.Find], text: str) -> Reading:
    """What was found in the stretch, as an annotator would keep it: one item for all holders of an act."""
    finds = [f for f in every if stretch.start <= f.begins_at < stretch.end]
    quantities = {f.id: f for f in every if isinstance(f, model.Quantity)}
    people = [f for f in every if isinstance(f, model.Actor) and f.actor and f.type == "person"]
    states = {f.actor: f.state for f in people if f.state}
    return Reading(
        passage=stretch.n,
        text_sha256=stretch.text_sha256,
        positions=[_position(g, states) for g in _grouped(finds, model.Position, lambda p: p.act)],
        meetings=[_meeting(f, text) for f in finds if isinstance(f, model.Meeting)],
        activities=[_activity(g, text, quantities) for g in _grouped(finds, model.Activity, lambda a: a.what)],
        assessments=[_assessment(f) for f in finds if isinstance(f, model.Assessment)],
    )


def _grouped(finds: Iterable[model.Find], kind: type[F], by: Callable[[F], str]) -> Iterable[list[F]]:
    groups: dict[tuple[object, ...], list[F]] = {}
    for find in finds:
        if isinstance(find, kind):
            groups.setdefault((by(find), *_bounds(find.spans)), []).append(find)
    return groups.values()


def _bounds(spans: Sequence[model.Span]) -> list[Bounds]:
    return [(s.start, s.end) for s in spans]


def _position(group: list[model.Position], states: Mapping[str | None, str]) -> Position:
    first = group[0]
    on = first.condition
    return Position(
        words=_bounds(first.spans),
        holder=[p.holder for p in group if p.holder],
        act=first.act,
        addressee=states.get(first.addressee, first.addressee),
        issues=sorted({i for p in group for i in p.issues}),
        condition=Condition(words=_bounds(on.spans), mover=on.mover, reciprocal=on.reciprocal) if on else None,
        flags=[f for f in first.flags if f in {"planned", "hypothetical", "negated", "historical"}],
    )


def _meeting(find: model.Meeting, text: str) -> Meeting:
    return Meeting(
        words=_bounds(find.spans),
        sides=list(find.sides),
        people=[p.name for p in find.participants],
        state=find.state,
        format=find.format or "bilateral",
        place=_nearest(find.place, find, text),
        start=find.start,
    )


def _activity(group: list[model.Activity], text: str, quantities: Mapping[str, model.Quantity]) -> Activity:
    first = group[0]
    number = quantities.get(first.quantity.find or "") if first.quantity else None
    return Activity(
        words=_bounds(first.spans),
        what=first.what,
        holder=list(dict.fromkeys([*(a.holder for a in group if a.holder), *first.partners])),
        force=_nearest(first.force, first, text),
        quantity=_bounds(number.spans)[0] if number else None,
        place=_nearest(first.place, first, text),
        state="planned" if first.state in {"postponed", "cancelled"} else first.state or "done",  # with `negated`
        start=first.start,
        flags=[f for f in first.flags if f in {"hypothetical", "negated", "historical"}],
    )


def _nearest(words: str | None, find: model.Find, text: str) -> Bounds | None:
    """Where the words of a field stand, the place nearest to the find's own words."""
    if words is None:
        return None
    places = [(m.start(), m.end()) for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    return min(places, key=lambda p: max(p[0] - find.ends_at, find.begins_at - p[1], 0), default=None)


def _assessment(find: model.Assessment) -> Assessment:
    return Assessment(words=_bounds(find.spans), holder=find.holder)


if __name__ == "__main__":
    raise SystemExit(main())
