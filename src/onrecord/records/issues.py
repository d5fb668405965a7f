"""Which issue a position is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.model import Article, Layout, Mentions, Negotiation, Position

if TYPE_CHECKING:
    from spacy.tokens import Doc


def assign_issues(
    positions: list[Position],
    doc: "Doc",
    article: Article,
    layout: Layout,
    mentions: Mentions,
    negotiations: Sequence[Negotiation],
) -> list[Position]:
    """Which issue a position is about."""
    return positions
