"""Questions that rules ask of a parse."""

import pytest
import spacy

from onrecord.syntax import is_question


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
