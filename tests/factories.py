"""Builders of values for tests."""

from typing import TYPE_CHECKING

from onrecord.language import lay_out, parse
from onrecord.model import Article, Layout, Published, Zone, article_id

if TYPE_CHECKING:
    from spacy.tokens import Doc


def an_article(
    text: str, *, published: str | None = None, outlet: str | None = None, zones: tuple[Zone, ...] = ()
) -> Article:
    """An article as intake would make it."""
    raw = text.encode()
    return Article(
        id=article_id(outlet, raw),
        name="article",
        text=text,
        raw=raw,
        outlet=outlet,
        published=Published(published) if published else None,
        zones=zones,
    )


def parsed(text: str, *, published: str | None = None, outlet: str | None = None) -> "tuple[Article, Layout, Doc]":
    """An article with its layout and parse."""
    article = an_article(text, published=published, outlet=outlet)
    layout = lay_out(article)
    return article, layout, parse(article, layout)
