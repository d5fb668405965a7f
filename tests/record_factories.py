"""Builders of finds and entries for tests of the views."""

from typing import Any

from factories import an_article
from onrecord.model import ArticleInfo, Attribution, Entry, Find, Position, Span, Speaker, seal
from onrecord.model import Sourcing as Sourcing_
from onrecord.model.negotiation import Issue, Negotiation, Side
from onrecord.model.vocabulary import PositionAct, SourcingLevel

TALKS = Negotiation(
    id="telle",
    name="Talks on the Telle",
    sides=(
        Side(id="Varenia", name="Varenia", members=("Ilse Marrak",)),
        Side(id="Lorvane", name="Lorvane"),
    ),
    issues=(Issue(name="water", seeds=("water",)), Issue(name="tolls", seeds=("tolls",))),
)


def an_info(name: str, published: str | None = "2024-03-06", outlet: str | None = "The Harbour Courier") -> ArticleInfo:
    """An article without its text."""
    return ArticleInfo(
        id=f"id-{name}", name=name, outlet=outlet, published=published, read_at="2024-04-01T00:00:00Z", words=300
    )


def an_entry(find: Find, article: ArticleInfo | None = None) -> Entry:
    """A sealed find in its article."""
    info = article or an_info("a")
    sealed: Any = seal(find, an_article(info.name), "0" * 64)
    return Entry(find=sealed, article=info)


def a_position(
    holder: str | None = "Varenia", act: PositionAct = "offer", words: str = "more water", at: int = 0, **more: Any
) -> Position:
    """A position whose words begin at `at`."""
    span = Span(at, at + len(words), words)
    more.setdefault("issues", ("water",))
    more.setdefault("issue_because", ("words: water",))
    more.setdefault("voice", "own")
    more.setdefault("score", 0.7)
    return Position(spans=(span,), content=(span,), rule="position.test", holder=holder, act=act, **more)


def an_attribution(
    source: str = "Marrak",
    words: str = "that water would flow",
    level: SourcingLevel = "named",
    at: int = 0,
    **more: Any,
) -> Attribution:
    """A statement whose content begins at `at`, its source right after it."""
    content = Span(at, at + len(words), words)
    by = Span(content.end + 1, content.end + 1 + len(source), source)
    more.setdefault("speaker", Speaker(actor=None))
    return Attribution(
        spans=(content, by),
        source=(by,),
        content=(content,),
        sourcing=Sourcing_(level=level, text=source),
        rule="attribution.test",
        score=0.8,
        **more,
    )
