"""Activities."""

from typing import TYPE_CHECKING

from onrecord.model import Activity, Article, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_activities(doc: "Doc", article: Article, mentions: Mentions) -> list[Activity]:
    """Activities."""
    return []
