"""Meetings."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Meeting, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_meetings(doc: "Doc", article: Article, mentions: Mentions) -> list[Meeting]:
    """Meetings."""
    return []
