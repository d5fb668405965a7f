"""What a store gives back: finds with the article they stand in."""

import msgspec

from onrecord.model.article import PublishedOrigin
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


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """A date of publication that an article got, and how it became known."""

    published: str | None
    """ISO 8601; none where the article lost its date."""
    origin: PublishedOrigin | None
    """What said so; `given` without a date says that somebody took it away."""
    because: str | None = None
    """What somebody rests it on, in their words."""
    copy: str | None = None
    """Id of the copy whose date it is."""
    known_at: str
    """When the record learned it, ISO 8601 in UTC."""
