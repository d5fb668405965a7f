"""Text that no careful reader would want to read: a clear result, no exception, bounded memory and time."""

import resource
import time

import pytest

from factories import an_article
from onrecord.model import Reading
from onrecord.pipeline import read_article

GERMAN = (
    "Die Unterhändler beider Staaten trafen sich am Montag in Genf. Sie sprachen lange über die Lage am Fluss. " * 6
)
RUSSIAN = "Переговоры двух стран прошли в понедельник. Стороны обсудили положение на границе. " * 6


def reading_of(text: str) -> Reading:
    """A strict reading, every span of which stands in the text."""
    reading = read_article(an_article(text, published="2022-01-09"), strict=True)
    for find in reading.finds:
        for span in find.spans:
            assert reading.article.text[span.start : span.end] == span.text
    return reading


@pytest.mark.parametrize(
    "text", ["”", "“", '"\'“”‘’"', "“ ” “ “ ”", "'", '"""', "« “ „ »", "He said “", "“He said ‘no”’"]
)
def test_odd_quotation_marks(text: str) -> None:
    """Marks in any order never raise."""
    reading_of(text)
    reading_of(f"Russia said {text} on Monday.\n\n{text}\n\nShe left.")


@pytest.mark.parametrize(
    "text", ["Russia. Ukraine. Monday. NATO.", "…", "1 2 3 4", "-- -- --", "a", "THE END", "\xa0\n\xa0"]
)
def test_texts_without_verbs(text: str) -> None:
    """No verb, no word, or nothing but marks."""
    reading_of(text)


def test_ten_thousand_quotations() -> None:
    """Time and memory grow with the text, not with its square."""
    line = "“We will wait,” said the envoy of France.\n\n"
    began = time.process_time()
    small = reading_of(line * 500)
    first = time.process_time() - began
    began = time.process_time()
    large = reading_of(line * 5000)
    assert len(large.finds) >= 9 * len(small.finds)
    assert time.process_time() - began < 25 * first
    assert len(reading_of("“a” " * 10_000).layout.quotations) == 10_000


def test_a_line_of_thirty_thousand_words() -> None:
    """One paragraph without a break, as scraped transcripts have."""
    sentence = "The minister said on Monday that Russia had about 500 troops near the river, and France objected. "
    reading = reading_of(sentence * 1800)
    assert len(reading.finds) > 1800
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 4_000_000


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (RUSSIAN, "Russian")])
def test_another_language_is_said_and_not_read(text: str, language: str) -> None:
    """Stored and searchable, but no finds, and a notice that names the language."""
    reading = reading_of(text)
    assert reading.finds == ()
    assert [n.code for n in reading.notices] == ["not English"]
    assert language in reading.notices[0].message
