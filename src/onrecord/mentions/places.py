"""Toponyms with coordinates and reading."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Place

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_places(doc: "Doc", article: Article) -> list[Place]:
    """Toponyms with coordinates and reading."""
    return []
