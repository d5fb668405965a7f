"""Saved pages: text, metadata, and pages that are no articles."""

import json
import os
import time
from pathlib import Path

import pytest

from onrecord.intake import Unread, read_inputs
from onrecord.model import Article, Published

BODY = "".join(
    f"<p>On day {n} the ministers of Varenia and Ostmark met on the river&nbsp;Telle, and the envoy&#39;s office said "
    f"that round {n} had brought &ldquo;some movement&rdquo; on the exchange of prisoners.</p>"
    for n in range(1, 6)
)
KREMLIN = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "news" / "kremlin-html"


def page(head: str = "", *, before: str = "", body: str = BODY) -> str:
    return (
        f"<!doctype html><html><head><title>Talks on the Telle - The Harbour Courier</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/world'>World</a></nav>{before}<article><h1>Talks on the Telle</h1>{body}"
        "</article><footer>Share this. All rights reserved.</footer></body></html>"
    )


def read(tmp_path: Path, html: str | bytes) -> Article | Unread:
    file = tmp_path / "talks.html"
    file.write_bytes(html.encode() if isinstance(html, str) else html)
    (found,) = read_inputs([file])
    return found


def article(tmp_path: Path, html: str | bytes) -> Article:
    found = read(tmp_path, html)
    assert isinstance(found, Article), found
    return found


def test_the_text_of_a_page(tmp_path: Path) -> None:
    """Title, blank line, paragraphs; entities are characters; the bytes are kept, and who took the text out is said."""
    html = page()
    found = article(tmp_path, html)
    first, blank, *rest = found.text.split("\n")
    assert (first, blank) == (found.title, "")
    assert len(rest) == 5
    assert "the envoy's office said that round 3 had brought “some movement”" in found.text
    assert "All rights reserved" not in found.text
    assert (found.name, found.media_type, found.raw) == ("talks", "text/html", html.encode())
    assert found.extractor is not None
    assert found.extractor.startswith("trafilatura ")


JSON_LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Talks on the Telle",
    "datePublished": "2022-01-09T18:30:00-05:00",
    "author": [{"@type": "Person", "name": "Ana Writer"}, {"name": "Jon Penner"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Courier"},
}


@pytest.mark.parametrize("content", [JSON_LD, [JSON_LD], {"@graph": [{"@type": "WebSite", "name": "x"}, JSON_LD]}])
def test_json_ld(tmp_path: Path, content: object) -> None:
    """An object, a list, or a graph of them."""
    found = article(tmp_path, page(f'<script type="application/ld+json">{json.dumps(content)}</script>'))
    assert found.published == Published("2022-01-09T18:30:00-05:00", "json-ld")
    assert (found.title, found.outlet, found.byline) == (
        "Talks on the Telle",
        "The Harbour Courier",
        "Ana Writer, Jon Penner",
    )


META = '<meta property="article:published_time" content="2022-01-09T18:30:00+01:00">'
DAY = '<script type="application/ld+json">{"headline": "Talks", "datePublished": "2022-01-09"}</script>'


@pytest.mark.parametrize(
    ("head", "before", "expected"),
    [
        (META, "", Published("2022-01-09T18:30:00+01:00", "meta")),
        ("", '<time datetime="2022-01-09T18:30:00Z">now</time>', Published("2022-01-09T18:30:00+00:00", "time tag")),
        ("", '<time datetime="2020-05-05">old</time><time itemprop="datePublished" datetime="2022-01-09">now</time>',
         Published("2022-01-09", "time tag")),
        (DAY + META, "", Published("2022-01-09T18:30:00+01:00", "meta")),
        (DAY + META.replace("2022", "2020"), "", Published("2022-01-09", "json-ld")),
        ('<script type="application/ld+json">{broken</script>' + META, "",
         Published("2022-01-09T18:30:00+01:00", "meta")),
        ("", "", None),
        ("", "<p>Copyright 2021 The Harbour Courier</p>", None),
        ("", "<div class='date'>January 2022</div>", None),
        ("", "<div class='date'>3 hours ago</div>", None),
        ("", "<div class='date'>9 January</div>", None),
    ],
)  # fmt: skip
def test_publication_time(tmp_path: Path, head: str, before: str, expected: Published | None) -> None:
    """JSON-LD, then meta, then time tags; of stamps for the same day the most precise one; no day is made up."""
    assert article(tmp_path, page(head, before=before)).published == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://courier.example/talks">', "https://courier.example/talks"),
        ('<link rel="canonical" href="talks.html"><meta property="og:url" content="https://courier.example/t">',
         "https://courier.example/t"),
        ("", None),
    ],
)  # fmt: skip
def test_canonical_link(tmp_path: Path, head: str, expected: str | None) -> None:
    """An address that is none by itself is passed over."""
    assert article(tmp_path, page(head)).canonical_url == expected


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_declared_encodings(tmp_path: Path, charset: str) -> None:
    """The page says how its bytes are to be read."""
    html = page(f'<meta charset="{charset}">', body=BODY.replace("office", "café"))
    assert "café" in article(tmp_path, html.encode(charset)).text


def test_an_xml_declaration_is_no_obstacle(tmp_path: Path) -> None:
    """XHTML pages begin with one."""
    assert "some movement" in article(tmp_path, '<?xml version="1.0" encoding="UTF-8"?>\n' + page()).text


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page(body="<div>" * 100_000 + BODY + "</div>" * 100_000), "MalformedInput"),
        (page(body="<p>" * 1_100_000), "OversizedInput"),
        (page(body="<" * 20_000_000), "OversizedInput"),
        (page(body="<p>" + "They met. " * 3_000_000 + "</p>"), "OversizedInput"),
        (page(body=""), "MalformedInput"),
    ],
    ids=["deep", "a million tags", "signs", "30 MB", "nothing"],
)
def test_hostile_pages_have_a_clear_end(tmp_path: Path, html: str, code: str) -> None:
    """Named errors, soon."""
    began = time.process_time()
    found = read(tmp_path, html)
    assert isinstance(found, Unread)
    assert found.error.code == code
    assert time.process_time() - began < 20


def test_a_deep_page_is_read(tmp_path: Path) -> None:
    """Far deeper than real pages are."""
    assert "some movement" in article(tmp_path, page(body="<div>" * 1_500 + BODY)).text


def test_twenty_megabytes_around_an_article(tmp_path: Path) -> None:
    """A page full of scripts is read like any other."""
    assert "some movement" in article(tmp_path, page(f"<script>{'a' * 2_000_000}</script>" * 10)).text


@pytest.mark.skipif(not KREMLIN.is_dir(), reason="the development data are not there: set ONRECORD_DATA")
def test_dates_and_titles_of_sixty_one_real_pages() -> None:
    """Every date, and every title but for no-break spaces and entities."""
    truth = {item["id"]: item for item in json.loads((KREMLIN / "index.json").read_text())}
    found = {a.name: a for a in read_inputs([KREMLIN / "html"]) if isinstance(a, Article)}
    assert found.keys() == truth.keys()
    assert {n: a.published and a.published.date for n, a in found.items()} == {
        n: t["html_time"] for n, t in truth.items()
    }
    titles = {n: " ".join(t["html_h1"].replace("&#39;", "'").split()) for n, t in truth.items()}
    assert {n: a.title for n, a in found.items()} == titles
