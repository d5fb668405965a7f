"""Whose words a place in the text is: the innermost attribution around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.model.mentions import Attribution


class Contents:
    """The contents of an article's attributions, laid over each other: the shorter lies on top."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        pieces = [(a, c.start, c.end) for a in attributions for c in a.content]
        self._edges = sorted({edge for _, start, end in pieces for edge in (start, end)})
        self._on_top: list[Attribution | None] = [None] * len(self._edges)
        for attribution, start, end in sorted(pieces, key=lambda p: -sum(c.end - c.start for c in p[0].content)):
            low, high = bisect_left(self._edges, start), bisect_left(self._edges, end)
            self._on_top[low:high] = [attribution] * (high - low)

    def innermost(self, offset: int) -> Attribution | None:
        """The attribution with the shortest content that covers the offset; none in the outlet's own voice."""
        at = bisect_right(self._edges, offset) - 1
        return self._on_top[at] if at >= 0 else None
