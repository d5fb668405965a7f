"""What the trained tagger hands to the rules."""

from typing import NamedTuple

Tokens = tuple[int, int]
"""Tokens of the parse from the first number up to, not including, the second."""


class Tagged(NamedTuple):
    """One attribution as the tagger sees it: pieces of each role in tokens, and its score (0-1)."""

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    score: float
