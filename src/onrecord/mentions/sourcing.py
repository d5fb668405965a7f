"""How sources are described."""

from typing import TYPE_CHECKING

from onrecord.model import Actor, Article, Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


def describe_sources(
    doc: "Doc", article: Article, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> list[Attribution]:
    """How sources are described."""
    return list(attributions)
