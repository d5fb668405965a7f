"""Sentences cut from a text."""

import pytest

from onrecord.views.sentences import sentence_at

TEXT = (
    "TALKS ON THE TELLE\n\nMr. Berg said the U.S. envoy would wait. “We will not sign,” Gen. J. Holt said! Was it so?\n"
    "Ostmark asked for 3.5 tons\n\nThe end."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ON THE", "TALKS ON THE TELLE"),
        ("envoy", "Mr. Berg said the U.S. envoy would wait."),
        ("sign", "“We will not sign,” Gen. J. Holt said!"),
        ("it so", "Was it so?"),
        ("tons", "Ostmark asked for 3.5 tons"),
        ("end.", "The end."),
        ("wait. “We", "Mr. Berg said the U.S. envoy would wait. “We will not sign,” Gen. J. Holt said!"),
    ],
)
def test_sentence_around_words(words: str, expected: str) -> None:
    """Initials and shortened words end no sentence; words over two sentences give both."""
    start = TEXT.index(words)
    assert sentence_at(TEXT, start, start + len(words)) == expected
