"""What a store gives back: finds with the article they stand in."""

import msgspec

from onrecord.model.reading import AnyFind


class ArticleInfo(msgspec.Struct, frozen=True, kw_only=True):
    """An article without its text."""

    id: str
    name: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO 8601; none for an article without a date."""
    read_at: str
    """When Onrecord read it, ISO 8601 in UTC."""
    words: int
    supersedes: str | None = None
    """Id of the older version of this article, with another text under the same URL."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A find and the article it stands in."""

    find: AnyFind
    article: ArticleInfo
