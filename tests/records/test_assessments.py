"""Assessments: judgements in the words of those who judge."""

import pytest

from factories import an_article
from onrecord.model import Assessment
from onrecord.pipeline import read_article


@pytest.mark.parametrize(
    ("sentence", "words", "about"),
    [
        ("It is too early to know whether the pause will hold.", "too early to know", "whether the pause will hold"),
        ("There is little hope of a quick accord.", "little hope", "a quick accord"),
        ("Western officials doubt that Russia will keep the pause.", "doubt", "Russia will keep the pause"),
        ("It remains unclear whether Russia will reply.", "unclear whether", "Russia will reply"),
    ],
)
def test_a_judgement_is_kept_with_what_it_is_about(sentence: str, words: str, about: str) -> None:
    """The words of judgement are the find; `about` is what they judge."""
    (found,) = read_article(an_article(sentence), strict=True).of(Assessment)
    assert words in found.spans[0].text
    assert about in (found.about or "")


def test_facts_are_no_assessments() -> None:
    """A plain report judges nothing."""
    assert read_article(an_article("The delegation flew home on Friday."), strict=True).of(Assessment) == ()
