"""Assessments."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Assessment, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_assessments(doc: "Doc", article: Article, mentions: Mentions) -> list[Assessment]:
    """Assessments."""
    return []
