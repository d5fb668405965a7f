"""Quantities against the gold of bench/gold: value, unit, class, whose, where, doing what, as of when.

    python bench/quantities.py [--held-out] [--errors] [--json FILE]

A quantity is found where the spans overlap. `record`: right where lower and upper bound, modifier, class, the last
word of the unit and whose they are all are the gold's; P of all found, R of all of the gold. Then the share of each
field that is right among those found, and for where, doing and as of, P and R of the phrases (right where they share
a word). Beside it on the same texts: quantulum3 without its classifier, where it is installed, by value alone.
Texts lie in $ONRECORD_DATA.
"""

import importlib
import importlib.util
from collections.abc import Callable, Iterator, Mapping, Sequence

from gold_actors_draw import stretches
from gold_actors_readings import Amount
from gold_actors_stretches import Clock, Stretch, of_shares, read_stretches
from gold_comparison import word_starts
from gold_finder import overlap
from gold_passages import Bounds
from gold_scores import Figures, run
from onrecord.model import Quantity, Span

Pair = tuple[Amount, Quantity]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the gold and its texts are there."""
    return run("quantities", __doc__, measure, arguments)


def measure(half: str, errors: bool) -> Figures:
    """All figures."""
    clock = Clock()
    read = list(read_stretches(half, clock, stretches()))
    if errors:
        print("\n".join(line for s in read for line in wrong(s)))
    gold, found = sum(len(s.gold.quantities) for s in read), sum(len(found_in(s)) for s in read)
    pairs = [(s, p) for s in read for p in paired(s)]
    figures: Figures = {"quantities": gold, **of_shares("quantity", len(pairs), gold, found)}
    records = sum(all(is_right(s, *p) for is_right in RECORD.values()) for s, p in pairs)
    figures |= of_shares("quantity record", records, gold, found)
    for name, is_right in RECORD.items():
        figures[f"quantity {name} right of found"] = 100 * sum(is_right(s, *p) for s, p in pairs) / (len(pairs) or 1)
    for name, phrases in PHRASES.items():
        both = [phrases(s, *p) for s, p in pairs]
        right = sum(bool(a & b) for a, b in both)
        figures |= of_shares(f"quantity {name}", right, sum(bool(a) for a, _ in both), sum(bool(b) for _, b in both))
    if importlib.util.find_spec("quantulum3") is not None:
        theirs = clock.timed("quantulum3", lambda: [by_quantulum(s) for s in read])
        right = sum(
            any(overlap(q.at, at) and (q.lower, q.upper) == value for at, value in there)
            for s, there in zip(read, theirs, strict=True)
            for q in s.gold.quantities
        )
        ours = sum(RECORD["value"](s, *p) for s, p in pairs)
        figures |= of_shares("value alone", ours, gold, found)
        figures |= of_shares("quantulum3: value alone", right, gold, sum(map(len, theirs)))
    return figures | {f"CPU seconds: {stage}": seconds for stage, seconds in clock.report().items()}


def found_in(stretch: Stretch) -> list[Quantity]:
    """What Onrecord found in the stretch; shares, which the gold leaves out, are left out here too."""
    return [q for q in stretch.quantities if stretch.holds(q.begins_at) and q.unit != "percent"]


def paired(stretch: Stretch) -> Iterator[Pair]:
    """Quantities of one place."""
    left = found_in(stretch)
    for amount in stretch.gold.quantities:
        if other := next((q for q in left if overlap(amount.at, (q.begins_at, q.ends_at))), None):
            left.remove(other)
            yield amount, other


def _unit(stretch: Stretch, gold: Amount, found: Quantity) -> bool:
    last = stretch.article.text[slice(*gold.unit[-1])].split()[-1:] if gold.unit else []
    return last == (found.unit or "").split()[-1:] or " ".join(last) in (found.unit or " ")


RECORD: Mapping[str, Callable[[Stretch, Amount, Quantity], bool]] = {
    "value": lambda s, a, b: (a.lower, a.upper) == (b.lower, b.upper),
    "modifier": lambda s, a, b: a.modifier == b.modifier,
    "class": lambda s, a, b: a.class_ == b.class_,
    "unit": _unit,
    "whose": lambda s, a, b: _who(a.whose) == _who(b.whose),
}


def _who(whose: str | None) -> str | None:
    """The id, or the surname of a person."""
    return whose.casefold().split()[-1] if whose else None


def _words(stretch: Stretch, gold: Bounds | None, found: Span | None) -> tuple[frozenset[int], frozenset[int]]:
    text = stretch.article.text
    return (
        word_starts(text, [gold] if gold else []),
        word_starts(text, [(found.start, found.end)] if found else []),
    )


PHRASES: Mapping[str, Callable[[Stretch, Amount, Quantity], tuple[frozenset[int], frozenset[int]]]] = {
    "where": lambda s, a, b: _words(s, a.where, b.where),
    "doing": lambda s, a, b: _words(s, a.doing, b.doing),
    "as of": lambda s, a, b: _words(s, a.as_of, b.as_of),
}


def by_quantulum(stretch: Stretch) -> list[tuple[Bounds, tuple[float, float]]]:
    """Places and values that quantulum3 finds."""
    text, begin = stretch.article.text, stretch.passage.start
    importlib.import_module("quantulum3.classifier").USE_CLF = False  # it is on wherever scikit-learn is installed
    found = importlib.import_module("quantulum3.parser").parse(text[begin : stretch.passage.end])
    return [
        (
            (q.span[0] + begin, q.span[1] + begin),
            (q.value, q.value) if not q.uncertainty else (q.value - q.uncertainty, q.value + q.uncertainty),
        )
        for q in found
    ]


def wrong(stretch: Stretch) -> Iterator[str]:
    """Quantities that are missing, too much or different."""
    pairs = list(paired(stretch))
    for gold, found in pairs:
        differ = [
            f"{name}: {_told(found, name)} for {_told(gold, name)}"
            for name, is_right in RECORD.items()
            if not is_right(stretch, gold, found)
        ]
        text = stretch.article.text
        for name, phrases in PHRASES.items():
            mine, theirs = phrases(stretch, gold, found)
            if bool(mine) != bool(theirs) or (mine and not mine & theirs):
                ends = [text[min(w) : max(w) + 10] if w else None for w in (theirs, mine)]
                differ.append(f"{name}: {ends[0]} for {ends[1]}")
        if differ:
            yield f"{'; '.join(differ)}: {stretch.shown(gold.at)}"
    for amount in stretch.gold.quantities:
        if all(amount is not g for g, _ in pairs):
            yield f"missing {amount.class_}: {stretch.shown(amount.at)}"
    for other in found_in(stretch):
        if all(other is not f for _, f in pairs):
            yield f"too much {other.class_}: {stretch.shown((other.begins_at, other.ends_at))}"


def _told(amount: Amount | Quantity, name: str) -> object:
    if name == "value":
        return amount.lower, amount.upper
    return getattr(amount, "class_" if name == "class" else name)


if __name__ == "__main__":
    raise SystemExit(main())
