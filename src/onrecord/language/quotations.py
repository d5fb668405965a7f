"""Quotation marks: paired over paragraphs, never trusted blindly, never an exception.

Curly, straight, double, low and angle marks are paired, whichever way they were typed; single marks only where they
cannot be apostrophes. An opening mark without a closing one runs to the end of its paragraph or to the next opening
mark; where the next paragraph opens with a mark again (the newspaper convention for a quotation that goes on), or
closes one that it never opened, the next one continues it.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from onrecord.model import Paragraph, Quotation

_MARK = re.compile(r"``|''|[“”„«»\"]|(?<!\w)[‘'](?=[\w\[“\"])|(?<=[\w.,!?…\]”\"])[’'](?!\w)")
# Which marks close what an opening mark opened.
_CLOSERS = {
    "“": {"”", '"'},
    "”": {"”", '"'},
    "„": {"”", "“", '"'},
    '"': {'"', "”"},
    "«": {"»"},
    "``": {"''", '"'},
    "''": {"''"},
    "‘": {"’", "'"},
    "'": {"’", "'"},
}
_SINGLE = frozenset("‘’'")
_OPENING = ("“", '"', "„", "«", "``", "''", "‘", "'")
# A quotation in single marks longer than this is an apostrophe gone astray, unless it opens its paragraph
# (read by eye in British news).
LONGEST_SINGLE = 400
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"[‘'’](?:\d0s|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
# "the ministers’ talks" inside single marks: a plural's apostrophe, if a closing mark comes later.
_PLURAL = re.compile(r"s[’'] [a-z][^‘“\"]{0,300}?[.,!?…][’'](?!\w)")
_BEFORE_OPENING = frozenset("([{—–-/“‘\"'„«*_")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…”’\"'»/*_")


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """All quotations of the text, in the order of their opening marks, each wholly inside one paragraph."""
    found: list[Quotation] = []
    still_open = False
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        pairing = _Pairing(text, paragraph, still_open=still_open)
        goes_on = following is not None and text.startswith(_OPENING, following.start)
        here = list(_nested(pairing.quotations(goes_on=goes_on)))
        if still_open and here and here[0].start == paragraph.start:
            here[0] = Quotation(here[0].start, here[0].end, here[0].closed, True, here[0].depth)
        found += here
        still_open = any(not q.closed and q.end == paragraph.end for q in here if q.depth == 0)
    return tuple(found)


class _Pairing:
    """Pairs the marks of one paragraph, in one pass."""

    def __init__(self, text: str, paragraph: Paragraph, *, still_open: bool) -> None:
        self.text, self.paragraph = text, paragraph
        self.still_open = still_open
        self.open: list[tuple[str, int]] = []
        self.number_open: Counter[str] = Counter()
        self.pairs: list[tuple[int, int, bool]] = []

    def quotations(self, *, goes_on: bool) -> list[tuple[int, int, bool]]:
        """(start, end, closed) of each; `goes_on` where the next paragraph opens with a mark."""
        for match in _MARK.finditer(self.text, self.paragraph.start, self.paragraph.end):
            if match.group() in _SINGLE:
                self._single(match.group(), match.start())
            else:
                self._double(match.group(), match.start(), match.end())
        return [*self.pairs, *self._unclosed(goes_on=goes_on)]

    def _single(self, mark: str, at: int) -> None:
        if _CLIPPED.match(self.text, at):
            return
        if self.open and mark in _CLOSERS[self.open[-1][0]] and self.open[-1][0] in _SINGLE:
            opens, closes = self._shape(at, at + 1)
            if (closes or not opens) and not _PLURAL.match(self.text, at - 1):
                self._close(at + 1)
                return
        if mark != "’" and self._shape(at, at + 1)[0]:
            self._open(mark, at)

    def _double(self, mark: str, at: int, end: int) -> None:
        opens, closes = self._shape(at, end)
        closable = any(self.number_open[o] for o in ("“", "”", "„", '"', "«", "``", "''") if mark in _CLOSERS[o])
        if mark in {"«", "``", "„"}:
            self._open(mark, at)
        elif mark == "“":
            if closes and not opens and self._top_double() in {"“", "„"}:
                self._close_double(None, end)
            else:
                self._open(mark, at)
        elif mark in {'"', "''"} and opens and not closes:
            self._reopen(mark, at)
        elif closable:
            self._close_double(mark, end)
        elif mark in {'"', "”", "''"} and opens and not (mark == '"' and self._inside_word(at, end)):
            self._open(mark, at)
        elif self.still_open and not self.pairs and not self.open:
            self.pairs.append((self.paragraph.start, end, True))

    def _reopen(self, straight: str, at: int) -> None:
        """A straight mark that can only open, while another is open: the earlier one was never closed."""
        if self.number_open[straight]:
            while self.open:
                mark, start = self._pop()
                if mark == straight:
                    self._keep_unclosed(start, at)
                    break
        self._open(straight, at)

    def _open(self, mark: str, at: int) -> None:
        self.open.append((mark, at))
        self.number_open[mark] += 1

    def _pop(self) -> tuple[str, int]:
        mark, at = self.open.pop()
        self.number_open[mark] -= 1
        return mark, at

    def _close(self, end: int) -> None:
        mark, at = self._pop()
        if mark not in _SINGLE or end - at <= LONGEST_SINGLE or at == self.paragraph.start:
            self.pairs.append((at, end, True))

    def _close_double(self, mark: str | None, end: int) -> None:
        """Closes the innermost quotation that the mark can close; single marks left open inside were apostrophes."""
        while self.open:
            opening = self.open[-1][0]
            if opening not in _SINGLE and (mark is None or mark in _CLOSERS[opening]):
                self._close(end)
                return
            self._pop()

    def _top_double(self) -> str | None:
        return next((mark for mark, _ in reversed(self.open[-3:]) if mark not in _SINGLE), None)

    def _shape(self, at: int, end: int) -> tuple[bool, bool]:
        """Whether the characters around let the mark open, and let it close."""
        before = self.text[at - 1 : at] if at > self.paragraph.start else ""
        after = self.text[end : end + 1] if end < self.paragraph.end else ""
        opens = bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)
        closes = bool(before.strip()) and (not after.strip() or after in _AFTER_CLOSING)
        return opens, closes

    def _inside_word(self, at: int, end: int) -> bool:
        return self.text[at - 1 : at].isalnum() and self.text[end : end + 1].isalnum()

    def _unclosed(self, *, goes_on: bool) -> Iterator[tuple[int, int, bool]]:
        left = [(mark, at) for mark, at in self.open if mark not in _SINGLE or (goes_on and at == self.paragraph.start)]
        starts = sorted([at for at, _, _ in self.pairs] + [at for _, at in left])
        for number, (_, at) in enumerate(left, 1):
            if number == len(left) and goes_on:
                yield at, self.paragraph.end, False
                continue
            after = bisect_right(starts, at)
            yield from self._trimmed(at, starts[after] if after < len(starts) else self.paragraph.end)

    def _keep_unclosed(self, at: int, before: int) -> None:
        for start, _, _ in takewhile(lambda pair: pair[0] > at, reversed(self.pairs)):
            before = min(before, start)
        self.pairs += self._trimmed(at, before)

    def _trimmed(self, at: int, end: int) -> Iterator[tuple[int, int, bool]]:
        end = at + len(self.text[at:end].rstrip())
        if end > at + 1:
            yield at, end, False


def _nested(pairs: list[tuple[int, int, bool]]) -> Iterator[Quotation]:
    """In the order of the text, each with its depth."""
    ends: list[int] = []
    for start, end, closed in sorted(pairs, key=lambda p: (p[0], -p[1])):
        while ends and ends[-1] <= start:
            ends.pop()
        yield Quotation(start, end, closed, False, len(ends))
        ends.append(end)
