"""Paragraphs and headlines."""

import time
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import an_article
from onrecord.language import lay_out
from onrecord.language.layout import few_words_notice
from onrecord.model import Zone, cut

LEAD = "The ministers of Varenia and Ostmark met on the river Telle on Monday, two officials said."
SECOND = "They agreed to meet again in May."


def paragraphs(text: str) -> list[str]:
    return [text[p.start : p.end] for p in lay_out(an_article(text)).paragraphs]


@pytest.mark.parametrize(
    "between",
    ["\n\n", "\r\n\r\n", "\r\r", "\n", "\r\n", "\n \t\n", "\n\xa0\n", " ### ", "\n\n###\n\n", "\f", "\u2029", "\x85"],
)
def test_what_divides_paragraphs(between: str) -> None:
    """Blank lines, line ends of any system, form feeds and the ### of scrapers."""
    assert paragraphs(f"{LEAD}{between}{SECOND}") == [LEAD, SECOND]


@pytest.mark.parametrize(("media_type", "text", "said"), [
    ("text/html", "Talks on the Telle\n\nHomeWorld Politics", True),
    ("text/html", f"Talks on the Telle\n\n{LEAD} {SECOND}", False),
    ("text/plain", "They met.", False),
])  # fmt: skip
def test_a_page_of_a_few_words(media_type: str, text: str, said: bool) -> None:
    """It is likely to be a menu, and that is said; a text or a row may be short."""
    article = msgspec.structs.replace(an_article(text), media_type=media_type)
    assert (few_words_notice(article, lay_out(article)) is not None) == said


@pytest.mark.parametrize("text", ["", " \n\n \xa0 ", "###", "\n\n###\n"])
def test_nothing_to_read(text: str) -> None:
    """Empty paragraphs are none."""
    assert paragraphs(text) == []


WRAPPED = """The ministers of Varenia and Ostmark met on the river Telle on Monday
and spoke for three hours about the prisoners that both sides hold, two
officials said. They left without a word to the reporters who had waited
in the rain since the morning.
Those present were:
-   Ana Writer of the ministry of Varenia, who spoke first and longest of
    all, and left early
-   Jon Penner of Ostmark

A second round is planned for the first week of May, in the same town on
the river, if nothing comes between.
"""


def test_hard_wrapped_lines_are_joined_and_items_are_not() -> None:
    """Lines cut at a column make one paragraph; a short line and an item of a list end it."""
    assert [p.split()[0] + " " + p.split()[-1] for p in paragraphs(WRAPPED)] == [
        "The morning.",
        "Those were:",
        "- early",
        "- Ostmark",
        "A between.",
    ]


def test_a_short_wrapped_text() -> None:
    """With two lines, the small letter that the second begins with tells, or a word that ends no line of its own."""
    text = "The ministers of Varenia and Ostmark met on the river Telle on Monday\nand spoke for three hours."
    assert paragraphs(text) == [text]
    text = "The minister of Varenia spoke on the river Telle with the minister of\nOstmark today. They met for an hour."
    assert paragraphs(text) == [text]


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Varenia and Ostmark to talk about prisoners", True),
        ("Will Varenia yield?", True),
        ("Minister calls offer 'too late'", True),
        ("Ministers Of Varenia And Ostmark Meet After All These Years.", True),
        ("The talks have failed.", False),
        ("“We will not wait,” the minister said.", False),
        ("The offer reads:", False),
    ],
)
def test_headlines_without_a_known_title(first: str, is_headline: bool) -> None:
    """A short first line without a final stop, or with capitals throughout."""
    roles = [p.role for p in lay_out(an_article(f"{first}\n\n{LEAD}\n\n{SECOND}")).paragraphs]
    assert roles == ["headline" if is_headline else "body", "body", "body"]


def test_the_known_title_is_the_headline() -> None:
    """Marks and case do not matter; with another title known, the first line is none."""
    text = f"Varenia, Ostmark to “talk”\n\n{LEAD}"
    article = an_article(text)
    same = msgspec.structs.replace(article, title="Varenia, Ostmark to 'talk'")
    other = msgspec.structs.replace(article, title="Remarks on the river")
    assert [lay_out(a).paragraphs[0].role for a in (same, other)] == ["headline", "body"]


def test_zones_are_in_no_paragraph() -> None:
    """A dateline before a paragraph, a credit behind it and a line of its own."""
    text = f"By Ana Writer\n\nTELLE — {LEAD} (Reporting by Jon Penner)\n\nGo To Source"
    parts = [("byline", "By Ana Writer"), ("dateline", "TELLE —"), ("agency_credit", "(Reporting by Jon Penner)")]
    zones = tuple(
        Zone(kind, cut(text, text.index(words), text.index(words) + len(words)))  # type: ignore[arg-type]
        for kind, words in [*parts, ("republished_from_marker", "Go To Source")]
    )
    layout = lay_out(an_article(text, zones=zones))
    assert [text[p.start : p.end] for p in layout.paragraphs] == [LEAD]


@given(st.text(alphabet="ab. \n\r\t\xa0#-*\u2028\f“”A1", max_size=200))
def test_paragraphs_are_in_order_and_hold_every_word(text: str) -> None:
    """No character but white space and ### is lost, and paragraphs never overlap or have white space at an edge."""
    found = lay_out(an_article(text)).paragraphs
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in found)
    kept = "".join(text[p.start : p.end] for p in found)
    assert sorted("".join(kept.split()).replace("#", "")) == sorted("".join(text.split()).replace("#", ""))


@pytest.mark.parametrize("unit", ["\n", "### ", " ", "\n\xa0", "w" * 60 + "\n", "- a\n", "\r"])
def test_layout_takes_no_time(unit: str) -> None:
    """Linear in the text, whatever it is made of."""
    began = time.process_time()
    lay_out(an_article(unit * 50_000 + "x"))
    assert time.process_time() - began < 8
