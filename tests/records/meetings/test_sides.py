"""Sides of a meeting: who may meet."""

import pytest

from meeting_factories import meetings


@pytest.mark.parametrize(
    "sentence",
    [
        "At the annual meeting of the Harbour Ministry Board, we will discuss the tolls.",
        "The president held a meeting of the Congress of Local Authorities.",
        "The president visited the Emergency Aid Center.",
    ],
)
def test_the_boards_of_a_state_are_no_other_side(sentence: str) -> None:
    """In what its office publishes."""
    assert meetings(sentence, "Meeting", "President of Iceland") == []


def test_an_international_board_is_another_side() -> None:
    """Also in what an office publishes."""
    (found,) = meetings(
        "The president met with the International Olympic Committee.", "Meeting", "President of Iceland"
    )
    assert set(found.sides) == {"IS", "International Olympic Committee"}
