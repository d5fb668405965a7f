"""The text cut up: lines into pieces of prose and provenance, pieces into segments under the same finds."""

from collections.abc import Iterator, Mapping

import msgspec

from onrecord.model import AnyFind, Reading, Span
from onrecord.model.vocabulary import Kind

# Kinds whose labels stand in the text; the others are single phrases, and a label at each would hide what is read.
LABELLED: frozenset[Kind] = frozenset(
    {"attribution", "meeting", "position", "activity", "assessment", "event", "credit"}
)


class Segment(msgspec.Struct, frozen=True):
    """Text under the same finds from end to end."""

    text: str
    finds: tuple[AnyFind, ...]
    """The finds that cover it, the narrowest first."""
    begins: tuple[AnyFind, ...]
    """Those that begin here: the aim of the links from their cards."""
    ends: tuple[AnyFind, ...]
    """Those that end here and whose label stands behind it."""

    @property
    def kinds(self) -> str:
        """Classes of the mark."""
        return " ".join(dict.fromkeys(f.kind for f in self.finds))


class Piece(msgspec.Struct, frozen=True):
    """Part of a line; `role` is "headline", "body", the kind of a zone, or "gap"."""

    role: str
    is_zone: bool
    segments: tuple[Segment, ...]


def lines(reading: Reading, labels: Mapping[str, str]) -> Iterator[tuple[Piece, ...]]:
    """The text line by line: all of it but white space between lines.

    `labels` names the finds that are to be marked.
    """
    text = reading.article.text
    sweep = _Sweep(text, [f for f in reading.finds if f.id in labels])
    line: list[Piece] = []
    at = 0
    for start, end, role, is_zone in [*_parts(reading), (len(text), len(text), "gap", False)]:
        gap = text[at:start]
        if gap.strip():
            line.append(Piece("gap", False, tuple(sweep.until(at, start))))
        elif "\n" in gap or "\r" in gap:
            if line:
                yield tuple(line)
            line = []
        elif gap:
            line.append(Piece("gap", False, (Segment(gap, (), (), ()),)))
        if start < end:
            line.append(Piece(role, is_zone, tuple(sweep.until(start, end))))
        at = max(at, end)
    if line:
        yield tuple(line)


def _parts(reading: Reading) -> list[tuple[int, int, str, bool]]:
    parts: list[tuple[int, int, str, bool]] = [(p.start, p.end, p.role, False) for p in reading.layout.paragraphs]
    parts += [(z.span.start, z.span.end, z.kind, True) for z in reading.article.zones]
    return sorted(parts)


class _Sweep:
    """Walks once over the text, with the finds that cover the place where it stands."""

    def __init__(self, text: str, finds: list[AnyFind]) -> None:
        self._text = text
        spans = [(s, f) for f in finds for s in f.spans if s.start < s.end]
        self._opening = sorted(spans, key=lambda x: -x[0].start)
        self._cuts = sorted({at for s, _ in spans for at in (s.start, s.end)}, reverse=True)
        self._open: list[tuple[Span, AnyFind]] = []
        self._begun: set[str] = set()

    def until(self, start: int, end: int) -> Iterator[Segment]:
        """The segments from `start` to `end`; ranges must be asked for in the order of the text."""
        at = start
        while at < end:
            while self._cuts and self._cuts[-1] <= at:
                self._cuts.pop()
            stop = min(end, self._cuts[-1] if self._cuts else end)
            while self._opening and self._opening[-1][0].start <= at:
                self._open.append(self._opening.pop())
            self._open = [(s, f) for s, f in self._open if s.end > at]
            yield self._segment(at, stop)
            at = stop

    def _segment(self, start: int, end: int) -> Segment:
        narrowest_first = sorted(self._open, key=lambda x: (x[0].end - x[0].start, x[1].kind))
        finds = tuple({f.id: f for _, f in narrowest_first}.values())
        begins = tuple(f for f in finds if f.id not in self._begun)
        self._begun |= {f.id for f in begins}
        ends = tuple(f for s, f in narrowest_first if f.kind in LABELLED and s.end == end == f.ends_at)
        return Segment(self._text[start:end], finds, begins, ends)
