"""How far two readings of names, roles and quantities agree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from gold_actors_readings import Amount, Name, Reading, Role, reading_of
from gold_comparison import kappa, prf, share
from gold_finder import overlap, words_at
from gold_passages import Bounds, Passage, article_of

Item = Name | Role | Amount
Pair = tuple[Any, Any]


def _near(a: Bounds | None, b: Bounds | None) -> bool:
    return a == b or (a is not None and b is not None and overlap(a, b))


_FIELDS: dict[str, Mapping[str, Callable[[Any, Any], bool]]] = {
    "names": {
        "bounds": lambda a, b: a.at == b.at,
        "id": lambda a, b: a.id == b.id,
        "institution": lambda a, b: a.institution == b.institution,
        "reading": lambda a, b: a.reading == b.reading,
    },
    "people": {
        "bounds": lambda a, b: (a.name, a.role) == (b.name, b.role),
        "affiliation": lambda a, b: a.affiliation == b.affiliation,
        "state": lambda a, b: a.state == b.state,
    },
    "quantities": {
        "bounds": lambda a, b: a.at == b.at,
        "value": lambda a, b: (a.lower, a.upper, a.modifier) == (b.lower, b.upper, b.modifier),
        "unit": lambda a, b: a.unit == b.unit,
        "class": lambda a, b: a.class_ == b.class_,
        "whose": lambda a, b: a.whose == b.whose,
        "where": lambda a, b: _near(a.where, b.where),
        "doing": lambda a, b: _near(a.doing, b.doing),
        "as_of": lambda a, b: _near(a.as_of, b.as_of),
    },
}


def agreement_of(twice: Sequence[Passage]) -> dict[str, Any]:
    """Of each kind: F of items that overlap, then the share of pairs that agree on each field, in per cent."""
    readings = [(reading_of("first", p.n), reading_of("second", p.n)) for p in twice]
    figures: dict[str, Any] = {"stretches": len(twice)}
    for kind, fields in _FIELDS.items():
        pairs = [p for both in readings for p in _paired(*both, kind)]
        counts = [sum(len(_items(r[at], kind)) for r in readings) for at in (0, 1)]
        figures[kind] = {
            "items": counts,
            "F": round(prf(len(pairs), *counts)[2], 1),
            **{field: share(sum(agree(*p) for p in pairs), len(pairs)) for field, agree in fields.items()},
        }
        if kind == "names":
            figures[kind]["kappa of reading"] = kappa([(a.reading, b.reading) for a, b in pairs])
    return figures


def differing(passage: Passage) -> Iterator[str]:
    """Where the two readings differ, a line each."""
    text = article_of(passage).text
    first, second = reading_of("first", passage.n), reading_of("second", passage.n)
    for kind, fields in _FIELDS.items():
        pairs = _paired(first, second, kind)
        for a, b in pairs:
            if wrong := [field for field, agree in fields.items() if not agree(a, b)]:
                yield f"{passage.n} {kind} differ in {', '.join(wrong)}: {_words(a, text)} / {_words(b, text)}"
        for at, reader in enumerate(("first", "second")):
            paired = [p[at] for p in pairs]
            for item in _items((first, second)[at], kind):
                if item not in paired:
                    yield f"{passage.n} {kind} only in the {reader}: {_words(item, text)}"


def _items(reading: Reading, kind: str) -> Sequence[Item]:
    """The items of one kind: "names", "people" or "quantities"."""
    found: Sequence[Item] = getattr(reading, kind)
    return found


def _paired(first: Reading, second: Reading, kind: str) -> list[Pair]:
    """Items of one place: each with the first of the other reading that overlaps and is not taken."""
    left = list(_items(second, kind))
    pairs: list[Pair] = []
    for item in _items(first, kind):
        if other := next((o for o in left if _same_place(item, o)), None):
            left.remove(other)
            pairs.append((item, other))
    return pairs


def _same_place(a: Item, b: Item) -> bool:
    if isinstance(a, Role):
        return isinstance(b, Role) and overlap(a.name, b.name) and overlap(a.role, b.role)
    return not isinstance(b, Role) and overlap(a.at, b.at)


def _words(item: Item, text: str) -> str:
    if isinstance(item, Role):
        return f"{words_at([item.name, item.role], text)} ({item.affiliation}, {item.state})"
    if isinstance(item, Name):
        return f"{words_at([item.at], text)} ({item.id}, {item.institution}, {item.reading})"
    places = [words_at([p], text) if p else None for p in (item.where, item.doing, item.as_of)]
    value = (item.lower, item.upper, item.modifier, item.class_, words_at(item.unit, text), item.whose)
    return f"{words_at([item.at], text)} {value} {places}"
