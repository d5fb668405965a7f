"""Questions that rules ask of a parse."""

import pytest
import spacy

from factories import parsed
from onrecord.syntax import antecedent, is_question


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will the port of Telle open?", True),
        ("“Will it open?” ", True),
        ("'\"Will it open?\"'", True),
        ("The envoy asked: will it open? Nobody knew.", False),
        ("Will it open?\n", False),
        ('"”', False),
    ],
)
def test_a_question_ends_with_its_mark(text: str, expected: bool) -> None:
    """Closing quotation marks and spaces behind the mark do not count; a line break does."""
    assert is_question(spacy.blank("en")(text)[:]) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "stands_for"),
    [
        ("The allies, who fear Ostmark, met.", "who", "allies"),
        ("It is Ostmark that has invaded two islands.", "that", "Ostmark"),
        ("They know that snow fell.", "that", "that"),
    ],
)
def test_what_a_relative_pronoun_stands_for(text: str, pronoun: str, stands_for: str) -> None:
    """Also where a sentence is cleft."""
    doc = parsed(text)[2]
    [token] = [t for t in doc if t.text == pronoun]
    assert antecedent(token).text == stands_for
