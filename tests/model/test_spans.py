"""Spans are cut from the article's own characters."""

import pytest

from onrecord.model import cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  the talks\n", "the talks"),
        ("the call with Berg](https://example.org/a_(b)/c) ", "the call with Berg"),
        ("(https://example.org/holt) Holt", "Holt"),
        ("[the call](https://example.org) with Berg", "[the call](https://example.org) with Berg"),
        ("the treaty (https://example.org)", "the treaty (https://example.org)"),
        ("(https://example.org)", "(https://example.org)"),
        ("Varenia [", "Varenia"),
        ("[", "["),
        (" [ ", "["),
        ("](https://example.org)", "](https://example.org)"),
        ("Varenia <https://example.org/varenia>", "Varenia"),
        ("   ", ""),
    ],
)
def test_neither_white_space_nor_the_address_of_a_link_is_at_its_edges(text: str, words: str) -> None:
    """What a link leads to is no part of what is told; inside the words it stays."""
    found = cut(f"x{text}x", 1, 1 + len(text))
    assert found.text == words
    assert f"x{text}x"[found.start : found.end] == words
