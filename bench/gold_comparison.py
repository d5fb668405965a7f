"""What comparing two accounts shares: the words that spans hold, names of bodies, and figures of agreement."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from gold_passages import Bounds
from onrecord.data import table

_WORD = re.compile(r"\w+(?:[’'\-.,]\w+)*")

Words = frozenset[int]


def word_starts(text: str, bounds: Iterable[Bounds]) -> Words:
    """Offsets of the words that lie in the bounds, wholly or partly."""
    starts: set[int] = set()
    for start, end in bounds:
        while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
            start -= 1
        starts.update(m.start() for m in _WORD.finditer(text, start, end))
    return frozenset(starts)


@cache
def body_ids() -> dict[str, str]:
    """Ids of bodies and outlets by all their names."""
    rows = [*table("en/organisations"), *table("en/outlets")]
    ids = {name: row["id"] for row in rows for name in row["names"].split("|")}
    return ids | {name: row["institution"] for row in table("en/institutions") for name in row["names"].split("|")}


def prf(right: int, gold: int, found: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, in per cent."""
    p, r = (100 * right / n if n else 0.0 for n in (found, gold))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def share(part: int, of: int) -> float | None:
    """In per cent; none of nothing."""
    return round(100 * part / of, 1) if of else None


def kappa(judged: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa; none where chance alone agrees always."""
    if not judged:
        return None
    n = len(judged)
    observed = sum(a == b for a, b in judged) / n
    first, second = Counter(a for a, _ in judged), Counter(b for _, b in judged)
    chance = sum(first[value] * second[value] for value in first) / n**2
    return None if chance == 1 else round((observed - chance) / (1 - chance), 2)
