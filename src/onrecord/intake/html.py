"""A web page -> Article: title and text by trafilatura, metadata from JSON-LD, meta and time tags."""

import re
from importlib.metadata import version
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from onrecord.intake.decoding import codec_of, decode
from onrecord.intake.plain import stem
from onrecord.intake.published import iso_date
from onrecord.model import Article, Published
from onrecord.model.errors import InputError, MalformedInput, OversizedInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# Elements inside one another. Past this, parsers cut the page or recurse without end; real pages have some dozens.
DEEPEST = 2_000
# "<" in the page: 30 s for a million elements (measured on paragraphs, links, list items). Real pages have thousands.
MOST_TAGS = 1_000_000
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publication_date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date", "date",
)  # fmt: skip

# Without this htmldate makes 1 January of the year in a copyright line, and the first of a month without a day.
_WRITTEN_DATES = {"extensive_search": False, "original_date": True}


class _Page(msgspec.Struct, frozen=True):
    title: str | None
    outlet: str | None
    byline: str | None
    canonical_url: str | None
    published: Published | None


def read_html(raw: bytes, source: str) -> Article:
    """The article of a saved page: its title, a blank line, and the text without the page's furniture.

    Raises `MalformedInput` where the page holds no article or is nested too deeply, and what `decode` raises.
    """
    page = _XML_DECLARATION.sub("", decode(raw, _declared(raw)), count=1)
    if not re.search("<[a-zA-Z]", page):
        raise MalformedInput("this is no HTML page: save it as the browser does, or as text")
    _refuse_endless(page)
    try:
        found, body, title = _extracted(page)
    except InputError:
        raise
    except Exception as error:  # whatever a parser makes of a broken page, the other inputs go on
        raise MalformedInput(f"this page could not be taken apart ({type(error).__name__}): save its text") from error
    title = found.title or title
    body = body.removeprefix(title or "").strip() if body.partition("\n")[0].strip() == title else body
    if not body:
        raise MalformedInput("no article was found in this page: save its text, or the page as the reader sees it")
    lead = f"{title}\n\n" if title else ""
    return Article(
        id="",
        name=stem(source),
        text=lead + body,
        raw=raw,
        media_type="text/html",
        path=source,
        canonical_url=found.canonical_url,
        outlet=found.outlet,
        byline=found.byline,
        title=title,
        published=found.published,
        extractor=f"trafilatura {version('trafilatura')}",
    )


def _declared(raw: bytes) -> str | None:
    if codec_of(raw[:4096]) != "utf-8":
        return None
    match = _CHARSET.search(raw, 0, 4096)
    return match[1].decode("ascii", "replace") if match else None


def _refuse_endless(page: str) -> None:
    """Tags are counted, not parsed, since parsers differ in what they close by themselves."""
    if page.count("<") > MOST_TAGS:
        raise OversizedInput("more than a million tags in one page: split it into its articles")
    depth = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|section|article|blockquote|ul|ol|table|tr|td|b|i|em|font|center)\b", page
    ):
        depth += -1 if match[1] else 1
        if depth > DEEPEST:
            raise MalformedInput(f"more than {DEEPEST} elements inside one another: no page of news; save its text")
        depth = max(depth, 0)


def _extracted(page: str) -> tuple[_Page, str, str | None]:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring
    from trafilatura import bare_extraction

    # As trafilatura parses, but without libxml2's limit of 10 MB, past which the end of a page is lost silently.
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except LxmlError as error:
        raise MalformedInput("this is no HTML page: save it as the browser does, or as text") from error
    found = _metadata(tree)
    document: Any = bare_extraction(
        tree, favor_precision=True, include_comments=False, with_metadata=True, date_extraction_params=_WRITTEN_DATES
    )
    if document is None:
        return found, "", None
    if found.published is None and document.date:
        found = msgspec.structs.replace(found, published=Published(document.date, "page"))
    if found.byline is None and document.author:
        found = msgspec.structs.replace(found, byline=document.author)
    if found.outlet is None and document.sitename:
        found = msgspec.structs.replace(found, outlet=document.sitename)
    return found, (document.text or "").strip(), _plain(document.title)


def _metadata(tree: "HtmlElement") -> _Page:
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and (content := _plain(tag.get("content"))):
            metas.setdefault(name.casefold(), content)
    items = [item for item in _linked_data(tree) if "headline" in item or "datePublished" in item]
    item: dict[str, Any] = items[0] if items else {}
    links = [tag.get("href") for tag in tree.iter("link") if (tag.get("rel") or "").casefold() == "canonical"]
    addresses = [*links, metas.get("og:url"), _name(item.get("mainEntityOfPage")) or item.get("url")]
    return _Page(
        title=_plain(item.get("headline")) or metas.get("og:title"),
        outlet=metas.get("og:site_name") or _name(item.get("publisher")),
        byline=_name(item.get("author")) or metas.get("author"),
        canonical_url=next((a for a in addresses if isinstance(a, str) and re.match("https?://", a)), None),
        published=_published(item, metas, tree),
    )


def _linked_data(tree: "HtmlElement") -> list[dict[str, Any]]:
    """The JSON-LD objects of the page, those inside a "@graph" too; broken ones are passed over."""
    found: list[dict[str, Any]] = []
    for tag in tree.iter("script"):
        if "ld+json" not in (tag.get("type") or "") or not tag.text:
            continue
        try:
            content: Any = msgspec.json.decode(tag.text.strip())
        except msgspec.MsgspecError:
            continue
        for item in content if isinstance(content, list) else [content]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                found += [x for x in chain([item], graph if isinstance(graph, list) else []) if isinstance(x, dict)]
    return found


def _published(item: dict[str, Any], metas: dict[str, str], tree: "HtmlElement") -> Published | None:
    """The first stamp found, or one of the same day or a neighbour that is more precise."""
    stamps: list[tuple[Any, Literal["json-ld", "meta", "time tag"]]] = [(item.get("datePublished"), "json-ld")]
    stamps += [(metas.get(name), "meta") for name in _META_DATES]
    times = [tag for tag in tree.iter("time") if tag.get("datetime")]
    own = [t for t in times if (t.get("itemprop") or "") == "datePublished" or t.get("pubdate") is not None]
    stamps += [(tag.get("datetime"), "time tag") for tag in (own or times)[:1]]
    found = [
        Published(value, origin) for stamp, origin in stamps if isinstance(stamp, str) and (value := iso_date(stamp))
    ]
    if not found:
        return None
    return max((p for p in found if _near(p, found[0])), key=lambda p: len(p.value))


def _near(one: Published, other: Published) -> bool:
    from datetime import date

    return abs((date.fromisoformat(one.date) - date.fromisoformat(other.date)).days) <= 1


def _name(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return _plain(value)


def _plain(value: Any) -> str | None:
    """One line with single spaces, or none."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
