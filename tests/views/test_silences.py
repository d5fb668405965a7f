"""Cells in which nothing was found for some time."""

import pytest

from onrecord.views.silences import silences
from record_factories import TALKS, a_position, an_entry, an_info

ARTICLES = [an_info("a", "2024-03-01"), an_info("b", "2024-03-05"), an_info("c", "2024-03-11"), an_info("d", None)]
SAID = [
    an_entry(a_position(), ARTICLES[0]),
    an_entry(a_position(), ARTICLES[1]),
    an_entry(a_position("Lorvane"), ARTICLES[0]),
    an_entry(a_position("Lorvane", issues=("tolls",)), ARTICLES[3]),
]


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        (7, None, [("Lorvane", "water", 10, 2)]),
        (6, None, [("Lorvane", "water", 10, 2), ("Varenia", "water", 6, 1)]),
        (11, None, []),
        (11, "2024-03-31", [("Lorvane", "water", 30, 2), ("Varenia", "water", 26, 1)]),
    ],
)
def test_silent_cells(days: int, as_of: str | None, expected: list[tuple[str, str, int, int]]) -> None:
    """From the last position on, with the articles that came out since; undated ones count for nothing."""
    found = silences(SAID, TALKS, ARTICLES, days=days, as_of=as_of)
    assert [(s.side, s.issue, s.days, s.articles) for s in found] == expected


def test_nothing_is_said_of_cells_that_were_always_empty() -> None:
    """Nor of a negotiation without articles."""
    assert list(silences([], TALKS, [], days=1)) == []
