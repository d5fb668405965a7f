"""States, institutions, organisations, groups and persons."""

from typing import TYPE_CHECKING

from onrecord.model import Actor, Article, Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_actors(doc: "Doc", article: Article, layout: Layout) -> list[Actor]:
    """States, institutions, organisations, groups and persons."""
    return []
