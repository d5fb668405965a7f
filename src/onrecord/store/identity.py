"""Which article of the store an input is, though its outlet became known only later, or is not said again."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from onrecord.model import Article, Zone
from onrecord.store.schema import article as articles

_zones = msgspec.json.Decoder(tuple[Zone, ...])


def identified(connection: Connection, article: Article) -> Article:
    """The article under the id, and the outlet, of the one that the store holds; itself where it holds none.

    An input that states no outlet takes none away: one that somebody, a column or a page stated stands.
    """
    stored = _same(connection, article)
    if stored is None:
        return article
    outlet = _stated(article.outlet, article.zones) or _stated(stored.outlet, _zones.decode(stored.zones))
    if (stored.id, outlet or article.outlet) == (article.id, article.outlet):
        return article
    return msgspec.structs.replace(article, id=stored.id, outlet=outlet or article.outlet)


def _same(connection: Connection, article: Article) -> Row[Any] | None:
    """The article of that id, else the one of that name and text that may be from the same source."""
    columns = [articles.c[name] for name in ("id", "path", "url", "outlet", "zones")]
    by_id = connection.execute(select(*columns).where(articles.c.id == article.id)).first()
    if by_id is not None:
        return by_id
    alike = select(*columns).where(articles.c.name == article.name, articles.c.text_sha256 == article.text_sha256)
    found = [row for row in connection.execute(alike) if _may_be(article, row)]
    return found[0] if len(found) == 1 else None


def _may_be(article: Article, stored: Row[Any]) -> bool:
    """Whether no other address and, unless both are the same file, no other outlet is stated."""
    outlets = {_stated(article.outlet, article.zones), _stated(stored.outlet, _zones.decode(stored.zones))} - {None}
    same_file = article.path not in {None, "-"} and article.path == stored.path
    return len({article.url, stored.url} - {None}) < 2 and (same_file or len(outlets) < 2)


def _stated(outlet: str | None, zones: tuple[Zone, ...]) -> str | None:
    """The outlet, unless only the masthead of the text says so."""
    return None if any(z.kind == "masthead" and z.span.text == outlet for z in zones) else outlet
