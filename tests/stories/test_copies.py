"""Which articles are copies of one another."""

import pytest

from onrecord.stories import Copy, copies

WORDS = [f"word{n}" for n in range(200)]
STORY = " ".join(WORDS)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (STORY, 1.0),
        (f"THE HARBOUR COURIER\n\n{STORY.upper()}, Go To Source", 1.0),
        (" ".join(WORDS[:60]), 1.0),
        (" ".join(WORDS[:100]) + " a correction stands here " + " ".join(WORDS[100:]), 0.98),
        (" ".join([*WORDS[:100], *(f"other{n}" for n in range(100))]), None),
        (" ".join(WORDS[:30]), None),
        (" ".join(reversed(WORDS)), None),
        ("Too short.", None),
        ("", None),
    ],
)
def test_share_of_the_shorter_text(text: str, share: float | None) -> None:
    """Case, marks and lines around it do not count; half a story, a quotation or a shuffled text are no copy."""
    expected = [Copy(article="a", copy="b", share=share)] if share else []
    for one, other in ((text, STORY), (STORY, text)):
        assert list(copies([("a", one)], [("b", other)])) == expected


def test_pairs_of_many() -> None:
    """Each text with each copy among the others, and never with itself."""
    texts = [("a", STORY), ("b", f"{STORY} more"), ("c", "Another story. " * 50)]
    assert {(c.article, c.copy) for c in copies(texts, texts)} == {("a", "b"), ("b", "a")}
    assert list(copies([], texts)) == []
