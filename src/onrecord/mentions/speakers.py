"""Who the source is, inside the article."""

from typing import TYPE_CHECKING

from onrecord.model import Actor, Article, Attribution, Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc


def resolve_speakers(
    doc: "Doc", article: Article, layout: Layout, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> list[Attribution]:
    """Who the source is, inside the article."""
    return list(attributions)
