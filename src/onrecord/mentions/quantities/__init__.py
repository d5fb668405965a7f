"""Counts and measures."""

from typing import TYPE_CHECKING

from onrecord.model import Actor, Article, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: "Doc", article: Article, actors: tuple[Actor, ...]) -> list[Quantity]:
    """Counts and measures."""
    return []
