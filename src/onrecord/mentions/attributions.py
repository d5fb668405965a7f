"""Who said what: source, cue, content."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Attribution, Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_attributions(doc: "Doc", article: Article, layout: Layout) -> list[Attribution]:
    """Who said what: source, cue, content."""
    return []
