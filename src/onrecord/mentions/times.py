"""Time expressions with TIMEX3 values."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_times(doc: "Doc", article: Article) -> list[Time]:
    """Time expressions with TIMEX3 values."""
    return []
