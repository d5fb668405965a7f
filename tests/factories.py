"""Builders of values for tests."""

from typing import TYPE_CHECKING, Any

from onrecord.language import lay_out, parse
from onrecord.model import (
    Actor,
    Article,
    Attribution,
    Find,
    Layout,
    ModelUsed,
    Published,
    Reading,
    Zone,
    article_id,
    cut,
    seal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


def an_article(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    zones: tuple[Zone, ...] = (),
) -> Article:
    """An article as intake would make it."""
    raw = text.encode()
    return Article(
        id=article_id(outlet, raw),
        name="article",
        text=text,
        raw=raw,
        outlet=outlet,
        title=title,
        published=Published(published) if published else None,
        zones=zones,
    )


def parsed(text: str, **about: Any) -> "tuple[Article, Layout, Doc]":
    """An article with its layout and parse; `about` is its `published`, `outlet` or `title`."""
    article = an_article(text, **about)
    layout = lay_out(article)
    return article, layout, parse(article, layout)


def a_reading(article: Article, *finds: Find, onrecord: str = "1") -> Reading:
    """A reading of the article with these finds, sealed."""
    return Reading(
        article=article,
        layout=lay_out(article),
        finds=tuple(seal(f, article, article.text_sha256) for f in finds),
        models=(ModelUsed("a_model", "1", "0" * 64),),
        onrecord=onrecord,
    )


def an_actor(article: Article, words: str) -> Actor:
    """A state of that name, where the words first stand."""
    start = article.text.index(words)
    spans = (cut(article.text, start, start + len(words)),)
    return Actor(spans=spans, rule="a rule", score=0.5, actor=words, type="state", reading="government")


def an_attribution(article: Article, source: str, cue: str, content: str) -> Attribution:
    """Somebody's word, each role where its words first stand."""
    roles = [cut(article.text, at := article.text.index(words), at + len(words)) for words in (source, cue, content)]
    return Attribution(
        spans=tuple(sorted(roles)),
        rule="a rule",
        score=0.5,
        source=(roles[0],),
        cue=(roles[1],),
        content=(roles[2],),
    )
