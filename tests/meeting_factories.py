"""Meetings of a text, and two who meet in it."""

from factories import an_article
from onrecord.model import Meeting
from onrecord.pipeline import read_article

# Presidents of two states, named so that the article tells whose they are.
BERG, HOLT = "Icelandic President Anna Berg", "Peruvian President Marco Holt"
AHEAD, BEHIND = f"{BERG} will meet {HOLT} on Monday.", f"{BERG} met {HOLT} on Saturday."


def meetings(text: str, title: str | None = None, outlet: str | None = None) -> list[Meeting]:
    """Meetings of a text published on Sunday, 9 January 2022."""
    article = an_article(text, published="2022-01-09", title=title, outlet=outlet)
    return list(read_article(article, strict=True).of(Meeting))
