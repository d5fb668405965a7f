"""Quotation marks: paired over paragraphs, never trusted blindly, never an exception.

Curly, straight, double, angle and low marks are paired; single marks only where they cannot be apostrophes.
An opening mark without a closing one runs to the end of its paragraph, and, where the next paragraph opens with
a mark again (the newspaper convention for a quotation that goes on), the next one continues it.
"""

import re

from onrecord.model import Paragraph, Quotation

_MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)|``|''")
_OPENS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‘": "’"}
_SINGLE = {"‘", "’", "'"}
# A quotation in single marks longer than this is an apostrophe gone astray (read by eye in British news).
LONGEST_SINGLE = 400
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"[‘'’](?:\d0s|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


def find_quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """All quotations of the text, in the order of their opening marks."""
    found: list[Quotation] = []
    still_open = False
    for paragraph in paragraphs:
        here = _in_paragraph(text, paragraph)
        if still_open and here and here[0].start == paragraph.start:
            first = here[0]
            here[0] = Quotation(first.start, first.end, first.closed, True, first.depth)
        found += here
        outer = [q for q in here if q.depth == 0]
        still_open = bool(outer) and not outer[-1].closed
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _in_paragraph(text: str, paragraph: Paragraph) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        if _CLIPPED.match(text, start):
            continue
        if opened := _closes(mark, stack, text, start, paragraph):
            while stack:
                opening, at = stack.pop()
                if (opening, at) == opened:
                    if opening not in _SINGLE or end - at <= LONGEST_SINGLE:
                        found.append(Quotation(at, end, True, False, len(stack)))
                    break
        elif _may_open(mark, text, start, end, paragraph):
            stack.append((mark, start))
    for depth, (opening, at) in enumerate(stack):
        if opening in _SINGLE:
            continue
        if depth == 0:
            found.append(Quotation(at, paragraph.end, False, False, 0))
    if stack and stack[0][0] in _SINGLE:  # an apostrophe was taken for an opening mark: its inner ones move up
        found = [Quotation(q.start, q.end, q.closed, q.continues, max(0, q.depth - 1)) for q in found]
    return found


def _closes(
    mark: str, stack: list[tuple[str, int]], text: str, start: int, paragraph: Paragraph
) -> tuple[str, int] | None:
    """The open mark that this one closes, if any; inner single marks left open do not stand in the way."""
    for opening, at in reversed(stack):
        if opening == '"' and mark in {'"', "”"}:
            return opening, at
        if opening == "'" and mark in {"'", "’"} and text[start - 1 : start].strip():
            return opening, at
        if mark in _OPENS.get(opening, "") or (opening == "“" and mark == '"'):
            return opening, at
        if opening not in _SINGLE:
            return None
    return None


def _may_open(mark: str, text: str, start: int, end: int, paragraph: Paragraph) -> bool:
    if mark in {"”", "»", "’", "''"}:
        return False
    after = text[end : end + 1]
    if end >= paragraph.end or not after.strip():
        return False
    before = text[start - 1 : start] if start > paragraph.start else ""
    return mark != '"' or not before.isalnum() or not after.isalnum()
