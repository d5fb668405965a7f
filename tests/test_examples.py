"""The example articles are what the README of their folder says."""

from pathlib import Path

import pytest

from onrecord.intake.negotiations import load_negotiation

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize("folder", ["security-talks-2022", "telle-river"])
def test_each_folder_has_articles_and_a_negotiation_file(folder: str) -> None:
    """At least eight articles of ordinary length, and a negotiation file that can be used."""
    articles = list((EXAMPLES / folder / "articles").iterdir())
    assert len(articles) >= 8
    assert all(200 <= len(a.read_text(encoding="utf-8").split()) <= 600 for a in articles)
    assert load_negotiation(EXAMPLES / folder / "negotiation.toml").id == folder


def test_real_people_are_not_quoted() -> None:
    """The articles on real talks hold no quotation marks: nobody's words are invented."""
    for article in (EXAMPLES / "security-talks-2022" / "articles").iterdir():
        assert not set('"“”«»') & set(article.read_text(encoding="utf-8")), article.name


def test_the_transcript_holds_the_quoted_words() -> None:
    """What the papers quote from the briefing stands in its transcript."""
    articles = EXAMPLES / "telle-river" / "articles"
    transcript = (articles / "2024-03-06-transcript-marrak.txt").read_text(encoding="utf-8")
    for words in (
        "release 60 cubic metres a second from the Arn dam",
        "the water will follow the guns",
        "simply false",
    ):
        assert words.lower() in transcript.lower()
