"""Which actor a token belongs to."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.model import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Mentions longer than this are not looked for; no name with its title comes near.
LONGEST = 200


class ActorIndex:
    """The actors of an article by the text they cover; the shortest mention first."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._spans = sorted(((s.start, s.end, a) for a in actors for s in a.spans), key=lambda x: x[:2])
        self._starts = [start for start, _, _ in self._spans]

    def __iter__(self) -> Iterator[Actor]:
        """All actors, in the order of the text."""
        return (a for _, _, a in self._spans)

    def at(self, token: "Token") -> Actor | None:
        """The actor whose mention holds the token; the shortest mention where several do."""
        found = [(end - start, a) for start, end, a in self._around(token.idx, token.idx + len(token.text))]
        return min(found, key=lambda x: x[0])[1] if found else None

    def inside(self, span: Span) -> list[Actor]:
        """Actors whose mention lies in the span, in the order of the text."""
        low = bisect_right(self._starts, span.start - 1)
        high = bisect_right(self._starts, span.end)
        return [a for start, end, a in self._spans[low:high] if end <= span.end]

    def _around(self, start: int, end: int) -> Iterator[tuple[int, int, Actor]]:
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if start - self._starts[at] > LONGEST:
                return
            if end <= self._spans[at][1]:
                yield self._spans[at]
