"""Silences: cells of the board where nothing of a side was found for some time, after how much reading."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from onrecord.model import ArticleInfo, Entry, Negotiation, Position
from onrecord.views.sides import Sides, in_order


class Silence(msgspec.Struct, frozen=True, kw_only=True, tag="silence", tag_field="line"):
    """A side of which a position on an issue was found before, and for some days none: it may have been missed."""

    side: str
    issue: str
    last: str
    """Id of its last position."""
    date: str
    """The day that came out."""
    days: int
    articles: int
    """Articles of the negotiation since that day in which nothing was found."""


def silences(
    entries: Iterable[Entry],
    negotiation: Negotiation,
    articles: Sequence[ArticleInfo],
    *,
    days: int,
    as_of: str | None = None,
) -> Iterator[Silence]:
    """Cells silent for so many days up to `as_of`, else up to the last article; the longest silence first.

    A cell without any position is not silent but empty: the board says of it how many articles were looked at.
    """
    dated = [a.published[:10] for a in articles if a.published]
    end = date.fromisoformat(as_of or max(dated, default="0001-01-01"))
    found = in_order(entries)
    sides = Sides(found, negotiation)
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in found:
        if isinstance(entry.find, Position) and entry.article.published and (side := sides.of(entry)) is not None:
            for issue in entry.find.issues:
                last[side, issue] = (entry.article.published[:10], entry.find.id)
    quiet = [
        Silence(
            side=side.name,
            issue=issue.name,
            last=last[side.id, issue.name][1],
            date=(day := last[side.id, issue.name][0]),
            days=(end - date.fromisoformat(day)).days,
            articles=sum(day < d for d in dated),
        )
        for issue in negotiation.issues
        for side in negotiation.sides
        if (side.id, issue.name) in last
    ]
    yield from sorted((s for s in quiet if s.days >= days), key=lambda s: -s.days)
