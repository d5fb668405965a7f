"""Assessments: judgements in the words of those who judge."""

import pytest

from factories import an_article
from onrecord.data import table
from onrecord.model import Assessment
from onrecord.pipeline import read_article
from onrecord.records.assessments import pattern_of


@pytest.mark.parametrize(
    ("sentence", "words", "about"),
    [
        ("It is too early to know whether the pause will hold.", "too early to know", "whether the pause will hold"),
        ("There is little hope of a quick accord.", "little hope", "a quick accord"),
        ("Western officials doubt that Russia will keep the pause.", "doubt", "Russia will keep the pause"),
        ("It remains unclear whether Russia will reply.", "unclear whether", "Russia will reply"),
        ("Keeping the pause will be a major challenge.", "major challenge", "Keeping the pause"),
        ("Russia may think a vague promise is enough.", "may think", "Russia"),
        ("Nobody can now say how long the war will last.", "can now say", "long the war will last"),
        ("There is a high risk that Russian troops will cross.", "high risk", "Russian troops will cross"),
        ("The truce talks could veer off course.", "could veer", "The truce talks"),
        ("Russia will probably raise its grievances with Poland.", "will probably", "Russia"),
        ("Any Polish request is likely to fall on deaf ears in Moscow.", "likely to fall", "Any Polish request"),
        ("Russian officials have kept expectations low.", "kept expectations", "low"),
        ("It could poison the relations of Russia and Poland further.", "could poison", "the relations"),
        ("The talks will likely be designed to open the door.", "will likely be", "The talks"),
        ("Russia does not appear to want a pause.", "does not appear", "Russia"),
        ("The Russian army still has the capacity to strike Poland.", "has the capacity", "The Russian army"),
        ("The two powers seem destined to repeat the war.", "seem destined", "The two powers"),
        ("Poland sets expectations low for the talks.", "sets expectations", "low for the talks"),
        ("Russia and Poland are not getting along well.", "getting along well", "Russia and Poland"),
        ("Poland's new launchers will be able to hit Minsk.", "able to hit", "new launchers"),
    ],
)
def test_a_judgement_is_kept_with_what_it_is_about(sentence: str, words: str, about: str) -> None:
    """The words of judgement are the find; `about` is what they judge."""
    (found,) = read_article(an_article(sentence), strict=True).of(Assessment)
    assert words in found.spans[0].text
    assert about in (found.about or "")


def test_a_judgement_begins_with_the_one_who_judges() -> None:
    """Not with whoever reports it."""
    text = "President Vladimir Putin said he expects Ukraine will leave the talks soon."
    (found,) = read_article(an_article(text), strict=True).of(Assessment)
    assert found.spans[0].text.startswith("he expects")


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Ana Holt said voters do not believe the mayor.",
        "Governor Ana Holt is likely to win the nomination on Tuesday.",
        "Ana Holt thought that Tom Berg was going to win the election.",
        "Senator Ana Holt said it is a means to lower prices.",
        "Senator Ana Holt said the patients might be dead.",
    ],
)
def test_matters_within_one_state_are_no_assessments(sentence: str) -> None:
    """No other side is judged, and nothing that sides bargain about."""
    assert read_article(an_article(sentence), strict=True).of(Assessment) == ()


def test_facts_are_no_assessments() -> None:
    """A plain report judges nothing."""
    assert read_article(an_article("The delegation flew home on Friday."), strict=True).of(Assessment) == ()


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Russia said relations with Poland have never been worse.", "RU"),
        ("Russia said it is unlikely that Poland will sign the treaty.", "RU"),
        ("Russia does not expect much from the talks.", "RU"),
        ("Relations between Russia and Poland are at their lowest point since the war.", None),
        ("Poland doubts that Russia will keep the pause.", "PL"),
        ("Poland does not “expect anything” from the talks.", "PL"),
        ("Poland said Russia is not yet ready to stop the war.", "PL"),
        ("Poland said Russia's moves are aimed at splitting the alliance.", "PL"),
        ("Poland said Russia seeks to split\nthe alliance.", "PL"),
        ("Poland said Russia is preparing to take the port.", "PL"),
        ("Poland would not predict what Russia will do.", "PL"),
    ],
)
def test_a_judgement_is_whose_words_or_mind_it_is(sentence: str, holder: str | None) -> None:
    """The speaker's side or the subject of judging; the article's own is nobody's."""
    (found,) = read_article(an_article(sentence), strict=True).of(Assessment)
    assert found.holder == holder


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts said Russia is unlikely to sign the treaty.",
        "Poland asked whether Russia is likely to sign.",
        "Russia said it will not stop the drills, and that it intends to restore trade.",
        "Russia seeks to buy grain.",
        "Russia said its main goal is peace.",
        "Most outside observers expect Russia to sign the treaty.",
        "Berg has worked on Russia at the highest levels for two decades.",
    ],
)
def test_outsiders_questions_and_own_plans_are_left_out(sentence: str) -> None:
    """An analyst is no political actor; a question judges nothing; an own plan is no judgement on others."""
    assert read_article(an_article(sentence), strict=True).of(Assessment) == ()


def test_every_pattern_matches_its_example() -> None:
    """The table's regular expressions compile, and each finds the words it is for."""
    for row in table("en/assessment_patterns"):
        assert pattern_of(row["pattern"]).search(row["example"]), row["pattern"]
