"""History: whether an activity is told of a time long before the article."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Mentions, Time
from onrecord.model.vocabulary import ActivityWhat
from onrecord.records.when import time_near
from onrecord.syntax import subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LONG_AGO = timedelta(days=365)
# How far behind a noun a date may stand that the parse hangs elsewhere: "annexation of the island in 2014".
_NEAR = 8


def time_of(token: "Token", mentions: Mentions, *, carried: bool) -> Time | None:
    """The date of an activity: of its clause, or where it is a noun in its phrase or right behind it."""
    if token.pos_ == "VERB":
        return time_near(token.sent, mentions, near=token)
    own = subtree(token)
    inside = time_near(own, mentions, near=token)
    if inside is not None:
        return inside
    behind = next((t for t in mentions.times if 0 < t.begins_at - own.end_char < _NEAR and t.type == "DATE"), None)
    if behind is not None and _by_preposition(token.doc[own.end : own.end + 2]):
        return behind
    return time_near(token.sent, mentions, near=token) if carried else None


def _by_preposition(words: "Tokens") -> bool:
    return any(w.lower_ in {"in", "on", "since", "of", "last"} for w in words)


def is_history(time: Time | None, what: ActivityWhat, words: str, article: Article) -> bool:
    """Whether it ended more than a year before the publication, by its date, or by the record for what all know."""
    if article.published is None:
        return False
    published = date.fromisoformat(article.published.value[:10])
    if time is not None and time.end_date is not None:
        return date.fromisoformat(time.end_date) < published - LONG_AGO
    if what != "use of force":
        return False
    past = [day for place, day in _known() if place in words and day <= published]
    return bool(past) and max(past) < published - LONG_AGO


@cache
def _known() -> list[tuple[str, date]]:
    """Places that were taken or invaded, and when; a place may have several dates."""
    return [
        (name, date.fromisoformat(row["day"])) for row in table("en/past_uses_of_force") for name in row["names"].split("|")
    ]
