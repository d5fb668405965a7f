"""The reading page: whole, self-contained, every find marked, links both ways."""

import re
from html.parser import HTMLParser

import pytest

from factories import an_article
from onrecord.language import lay_out
from onrecord.model import Actor, Attribution, Find, Notice, Place, Position, Reading, Span, Zone, cut, seal
from onrecord.views.page import article_page

TEXT = "Halvest <b>offers</b> water\n\nBy Ana Quill\n\nVarenia would open the gates, the minister said.Go To Source\n"


def span(words: str) -> Span:
    """The words where they first stand in the text."""
    at = TEXT.index(words)
    return cut(TEXT, at, at + len(words))


def a_reading(*finds: Find, notices: tuple[Notice, ...] = ()) -> Reading:
    """The text with these finds."""
    zones = (Zone("byline", span("By Ana Quill")), Zone("republished_from_marker", span("Go To Source")))
    article = an_article(TEXT, published="2024-03-06", zones=zones)
    sealed: list = sorted((seal(f, article, "0" * 64) for f in finds), key=lambda f: (f.begins_at, f.ends_at, f.id))
    return Reading(article=article, layout=lay_out(article), finds=tuple(sealed), notices=notices, onrecord="0")


SAID = Attribution(
    spans=(span("Varenia would open the gates"), span("the minister"), span("said")),
    content=(span("Varenia would open the gates"),),
    source=(span("the minister"),),
    rule="a",
    score=0.8,
)
OPENS = Position(spans=(span("would open the gates, the"),), holder="Varenia", act="offer", rule="p", score=0.75)
WHO = Actor(spans=(span("Varenia"),), actor="Varenia", type="state", reading="government", rule="w", score=1.0)
WHERE = Place(spans=(span("Varenia"),), rule="l", score=0.5)


class _Read(HTMLParser):
    """Text of the article, ids, links, and the text of each mark."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[tuple[list[str], str]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag == "mark" and "data-ids" in values:
            self.marks.append((values["data-ids"].split(), ""))
        if tag not in {"meta", "input", "br"}:
            self._inside.append("label" if "label" in (values.get("class") or "") else tag)

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if "article" in self._inside and "label" not in self._inside and "small" not in self._inside:
            self.text += data
            if "mark" in self._inside:
                ids, words = self.marks[-1]
                self.marks[-1] = (ids, words + data)


def test_the_whole_text_is_there_and_never_rendered() -> None:
    """White space between lines aside, the text is the article's; tags in it stay text."""
    page = article_page(a_reading(SAID, OPENS, WHO, WHERE))
    assert "<b>" not in page
    assert _Read(page).text.split() == TEXT.split()


@pytest.mark.parametrize("finds", [(SAID,), (OPENS,), (WHO, WHERE), (SAID, OPENS, WHO, WHERE)])
def test_marks_cover_exactly_the_spans(finds: tuple[Find, ...]) -> None:
    """The marks that carry a find's id hold its words, however finds overlap."""
    reading = a_reading(*finds)
    marks = _Read(article_page(reading)).marks
    for find in reading.finds:
        marked = "".join(words for ids, words in marks if find.id in ids)
        assert marked == "".join(s.text for s in find.spans)


def test_links_go_both_ways_and_lead_somewhere() -> None:
    """Each find has one place in the text and one card; no link is dead; no id stands twice."""
    reading = a_reading(SAID, OPENS, WHO, WHERE)
    page = _Read(article_page(reading))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    for find in reading.finds:
        assert {f"m-{find.id}", f"r-{find.id}"} <= set(page.ids)
        assert f"#m-{find.id}" in page.links


def test_nothing_is_fetched() -> None:
    """No script, no address that a browser would ask for, and a policy that forbids it."""
    page = article_page(a_reading(SAID))
    assert "<script" not in page and "src=" not in page and "url(" not in page and "<link" not in page
    assert "default-src 'none'" in page


def test_zones_and_headline_are_told_apart() -> None:
    """Provenance is shown as such; the headline is the heading."""
    page = article_page(a_reading())
    assert "<small>republished from marker</small>Go To Source</span>" in page
    assert re.search(r"<h1>\s*Halvest &lt;b&gt;offers", page)


def test_doubt_flags_and_chain_stand_on_the_card() -> None:
    """Whose word, words of doubt and flags are told; so are notices."""
    position = Position(
        spans=OPENS.spans, holder=None, act="offer", rule="p", score=0.75, hedges=(span("would"),),
        flags=("planned",), attribution=a_reading(SAID).finds[0].id,
    )  # fmt: skip
    page = article_page(a_reading(SAID, position, notices=(Notice("odd marks", "a quotation is not closed", 3),)))
    assert "“would”" in page and "<li>planned</li>" in page and ">said 1</a></li>" in page
    assert "extraction score 0.75" in page and "confidence" not in page
    assert "a quotation is not closed (at 3)" in page


def test_many_finds_take_little_time() -> None:
    """Ten thousand quotation marks make a page."""
    text = "\n".join(f"“No {n},” she said." for n in range(3000))
    article = an_article(text)
    starts = [m.start() for m in re.finditer("“", text)]
    finds = tuple(seal(Place(spans=(cut(text, s, s + 5),), rule="l", score=0.5), article, "") for s in starts)
    assert article_page(Reading(article=article, layout=lay_out(article), finds=finds)).count("data-ids") == 3000


def test_a_card_does_not_repeat_a_whole_speech() -> None:
    """Only the text has it all."""
    text = "MR. HOLT: " + "\n".join(f"We heard point {n} of the guide." for n in range(100))
    turn = tuple(cut(text, m.start(), m.end()) for m in re.finditer("We.*", text))
    article = an_article(text)
    said = Attribution(spans=turn, content=turn, source=(cut(text, 0, 8),), rule="a", score=0.8)
    page = article_page(Reading(article=article, layout=lay_out(article), finds=(seal(said, article, ""),)))
    assert page.count("point 99 of") == 1
    assert page.count("point 2 of") == 3
    assert "“We heard point 0 of the guide. … We heard" in page
