"""Bounds: where the words of a position begin and end."""

import pytest

from reading_factories import told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Varenia listed the bases, which it opposes, and the barges.", "the bases"),
        ("The heavy duties that Varenia is prepared to impose are known.", "The heavy duties that Varenia"),
        ("Varenia does not want ships and barges, you know, bumping into each other.", "ships and barges, you know"),
        ("Varenia refused to sign the pact and the new accord.", "to sign the pact and the new accord"),
        ("If they invade Lorvane, Varenia is ready to shut the pipeline down.", "to shut the pipeline down"),
    ],
)
def test_the_content_is_whole(text: str, content: str) -> None:
    """With what a relative clause is about, all that is wanted of a thing, and every object."""
    (found,) = told(text)
    assert found.content[0].text.startswith(content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Varenia urged Ostmark to reduce the tension and made plain that it would wait.", "to reduce the tension"),
        (
            "Varenia rejected the demand that it shut the port while waiting for help.",
            "the demand that it shut the port",
        ),
        (
            "Varenia will not accept inspectors at the dam, and Ostmark knows it.",
            "Varenia will not accept inspectors at the dam",
        ),
        (
            "Ships left the bay, which Varenia had asked Ostmark to patrol.",
            "the bay, which Varenia had asked Ostmark to patrol",
        ),
        ("The premier of Varenia called the demand unacceptable and left.", "the demand"),
        ("Varenia said that it would not accept inspectors.", "it would not accept inspectors"),
    ],
)
def test_the_content_ends_with_what_is_told(text: str, content: str) -> None:
    """Nothing of what is said or done beside it."""
    (found,) = told(text)
    assert [s.text for s in found.content] == [content]
