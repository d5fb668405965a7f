"""The sentence around a line of the record, cut from the text without a language model."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from onrecord.data import words

# The end of a sentence: its mark, closing quotation marks, white space, and what may begin the next one.
_END = re.compile(r"(?P<mark>[.!?…])[\"”’)\]]*(?P<space>\s+)(?=[\"“‘(\[]*[A-Z0-9])|\n\s*\n|(?<=[.!?:”\"])\s*\n")
# "J.", "U.S.": a letter between points ends no sentence that can be told from an initial.
_INITIAL = re.compile(r"(?:^|[\W_])\w$")
_SHORT = {"gen", "lt", "col", "sgt", "capt", "adm", "sen", "rep", "gov", "st", "no", "vs", "jan", "feb", "aug", "sept",
          "oct", "nov", "dec"}  # fmt: skip


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentences that hold the characters from `start` to `end`, on one line."""
    edges = _edges(text)
    first, last = edges[bisect_right(edges, start) - 1], edges[bisect_left(edges, end)]
    return " ".join(text[first:last].split())


@lru_cache(maxsize=1024)
def _edges(text: str) -> tuple[int, ...]:
    """Where sentences begin and end, those of the text included."""
    ends = (
        found.end()
        for found in _END.finditer(text)
        if found["mark"] != "." or not _is_short(text[max(0, found.start() - 12) : found.start()])
    )
    return (0, *ends, len(text))


def _is_short(before: str) -> bool:
    """Whether the point belongs to an initial or a shortened word."""
    word = re.split(r"[^\w]", before)[-1].casefold()
    return bool(_INITIAL.search(before)) or word in _SHORT or f"{word}." in _forms_of_address()


@cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(w.casefold() for w in words("en/honorifics"))
