"""Whose position a line of the record is, and the order in which lines count."""

from collections.abc import Iterable

from onrecord.model import Actor, ArticleInfo, Entry, Negotiation, Position


class Sides:
    """Whose position a find is, where persons stand for the state or body that their article gives them."""

    def __init__(self, entries: Iterable[Entry], negotiation: Negotiation) -> None:
        self._negotiation = negotiation
        self._stands_for: dict[tuple[str, str], str] = {}
        for entry in entries:
            if (
                isinstance(entry.find, Actor)
                and entry.find.actor
                and (whose := entry.find.state or entry.find.affiliation)
            ):
                self._stands_for.setdefault((entry.article.id, entry.find.actor), whose)

    def of(self, entry: Entry) -> str | None:
        """Id of the side that holds a position, if any."""
        return self.side_of(entry.article, entry.find.holder) if isinstance(entry.find, Position) else None

    def side_of(self, article: ArticleInfo, actor: str | None) -> str | None:
        """Id of the side that an actor of the article belongs to, if any."""
        of = self._negotiation.side_of
        side = of(actor) or of(self.party_of(article, actor))
        return side.id if side else None

    def body_of(self, entry: Entry) -> str | None:
        """Whose word counts for the holder: a state and those who act for it as one, everybody else for themselves.

        Each member of a wide side speaks for itself, and so does a lawmaker, who only belongs to a state.
        """
        holder = entry.find.holder if isinstance(entry.find, Position) else None
        side = self._negotiation.side_of(holder)
        return side.id if side is not None and side.type == "state" else holder

    def party_of(self, article: ArticleInfo, actor: str | None) -> str | None:
        """The state or body that an actor of the article stands for: that of a person; any other is its own."""
        return self._stands_for.get((article.id, actor or ""), actor)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by day of publication, then as they stand in the text; those of undated articles last."""
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[bool, str, str, int, int]:
    article, find = entry.article, entry.find
    return article.published is None, article.published or "", article.id, find.begins_at, find.ends_at
