"""Whether an outlet cited in an article is the one that wrote it."""

import re
from functools import cache

from onrecord.data import table
from onrecord.model import Actor, Article

_ITSELF = {"this newspaper", "this website", "this magazine", "our correspondent", "our reporter", "our newspaper"}
_DOMAIN_ENDS = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>[\w.-]+)")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
# Where an agency whose text this is stands: "HALVEST (AP) —", within so many characters.
_OPENING = 400


def is_own_outlet(article: Article, words: str, actor: Actor | None) -> bool:
    """Whether the words name the article's outlet, or the agency that its dateline or byline names."""
    if words.casefold() in _ITSELF:
        return True
    names = {words, (actor.actor or words) if actor is not None else words}
    own = {_squeezed(article.outlet), *(_host(u) for u in (article.url, article.outlet) if u)} - {""}
    if any(_squeezed(n) in own or any(site in own for site in _sites(n)) for n in names):
        return True
    return any(_signs(article, other) for n in names for other in (n, *_other_names(n)))


def _signs(article: Article, name: str) -> bool:
    """Whether the text opens as the agency's own: its name in brackets before a dash, or in the byline."""
    opening = re.search(rf"\({re.escape(name)}\)\s*[-–—]", article.text[:_OPENING])
    return opening is not None or name.casefold() in re.split(r"\s*[,/|]\s*", (article.byline or "").casefold())


def _squeezed(name: str | None) -> str:
    """ "The Harbour Courier" and "harbourcourier" alike."""
    return _NOT_LETTERS.sub("", (name or "").casefold().removeprefix("the "))


def _host(address: str) -> str:
    """ "harbourcourier" of "https://www.harbourcourier.com/news"."""
    found = _DOMAIN_ENDS.match(address.casefold())
    host = found["host"] if found else ""
    return _NOT_LETTERS.sub("", host.rpartition(".")[0].rpartition(".")[2] or host)


@cache
def _rows() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Site and all names of each outlet, by each squeezed name."""
    rows: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in table("en/outlets"):
        names = tuple(row["names"].split("|"))
        for name in (row["id"], *names):
            rows.setdefault(_squeezed(name), (row["site"], names))
    return rows


def _sites(name: str) -> list[str]:
    row = _rows().get(_squeezed(name))
    return [_host(row[0])] if row is not None and row[0] else []


def _other_names(name: str) -> tuple[str, ...]:
    row = _rows().get(_squeezed(name))
    return row[1] if row is not None else ()
