"""The last step of intake: what the user gave, zones, publication date, id."""

import msgspec

from onrecord.intake.provenance import find_zones
from onrecord.intake.published import date_in_zones, iso_date
from onrecord.model import Article, Published, article_id


def finished(
    article: Article, *, published: str | None, outlet: str | None, url: str | None, content: bytes | None = None
) -> Article:
    """The article with given values in place of found ones, its provenance zones and its id.

    `content` is what the id is made of, if not the raw bytes.
    """
    zones = find_zones(article)
    when = article.published or date_in_zones(zones)
    if published is not None and (value := iso_date(published)) is not None:
        when = Published(value, "given")
    outlet = outlet or article.outlet
    url = url or article.url
    masthead = next((z.span.text for z in zones if z.kind == "masthead"), None)
    return msgspec.structs.replace(
        article,
        id=article_id(outlet or url or article.canonical_url, article.raw if content is None else content),
        outlet=outlet or masthead,
        url=url,
        published=when,
        zones=zones,
    )
