"""Hard-wrapped text: whether the lines of a text are paragraphs, or pieces of paragraphs cut at a column."""

import re
from itertools import pairwise

LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
# Columns that texts are wrapped at (72 in the press texts of governments, 65 to 80 in mail and wire copy).
NARROWEST, WIDEST = 50, 100
# Lines that another line follows at once; with fewer, nothing can be told.
FEWEST_LINES = 4
_STOPS = (".", "!", "?", "”", '"', ":")
# No line of its own ends with one of these.
_LEADING_ON = {"of", "the", "a", "an", "and"}


def is_hard_wrapped(text: str) -> bool:
    """Whether most lines that another follows end near one column and in mid-sentence.

    Of a text with few such lines, the following ones must begin with a small letter, or the line cannot end there.
    """
    inner = [(a.rstrip(), b) for a, b in pairwise(LINE_END.split(text)) if a.strip() and b.strip()]
    cut = [(a, b) for a, b in inner if NARROWEST <= len(a) <= WIDEST and not a.endswith(_STOPS)]
    if len(inner) < FEWEST_LINES:
        cut = [(a, b) for a, b in cut if b[0].islower() or a.rsplit(maxsplit=1)[-1] in _LEADING_ON]
    return len(cut) > len(inner) / 2


def goes_on(line: str, following: str) -> bool:
    """Whether, in a hard-wrapped text, `following` continues `line`: its first word would not have fitted there."""
    first = following.split(" ", 1)[0]
    return len(line) + 1 + len(first) > NARROWEST
