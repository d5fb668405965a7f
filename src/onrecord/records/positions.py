"""Positions."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Mentions, Position

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_positions(doc: "Doc", article: Article, mentions: Mentions) -> list[Position]:
    """Positions."""
    return []
