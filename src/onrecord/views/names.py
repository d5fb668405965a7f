"""What actors, outlets, articles and lines of the record are called in print."""

from collections.abc import Mapping
from functools import cache

from onrecord.data import table
from onrecord.model import ArticleInfo

# Digits of an id that a printed cell shows; `onrecord show` takes the start of an id.
SHOWN_ID = 8


def actor_name(actor: str | None) -> str:
    """An actor id as a reader wants it: "Poland" for PL, "two officials (unnamed)", "holder unresolved"."""
    if actor is None:
        return "holder unresolved"
    kind, _, description = actor.partition("unnamed:")
    return state_names().get(actor, actor) if kind or not description else f"{description} (unnamed)"


@cache
def state_names() -> Mapping[str, str]:
    """What news calls each state today: the first row of its id; later ones hold former names."""
    return {row["id"]: row["names"].split("|")[0] for row in reversed(table("en/states"))}


def outlet_of(article: ArticleInfo) -> str:
    """The outlet, or the article's name where none is known."""
    return article.outlet or article.name


def article_ref(article: ArticleInfo) -> str:
    """Outlet, day and title on one line, as far as they are known; the name stands in for a title."""
    day = article.published and article.published[:10]
    return ", ".join(filter(None, [article.outlet, day, " ".join((article.title or article.name).split())]))
