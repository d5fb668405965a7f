"""Meetings: who, where, when, and in what state."""

import pytest

from factories import an_article
from onrecord.model import Meeting
from onrecord.pipeline import read_article


def meetings(text: str) -> list[Meeting]:
    """Meetings of a text published on Sunday, 9 January 2022."""
    return list(read_article(an_article(text, published="2022-01-09"), strict=True).of(Meeting))


@pytest.mark.parametrize(
    ("sentence", "sides", "place", "start", "state", "plover"),
    [
        (
            "Diplomats of Russia and the United States will meet in Geneva on Monday.",
            {"RU", "US"}, "Geneva", "2022-01-10", "planned", "AGREE",
        ),
        (
            "Talks between Iran and France ended in Vienna on Friday.",
            {"IR", "FR"}, "Vienna", "2022-01-07", "held", "CONSULT",
        ),
        ("Turkey postponed its talks with Greece.", {"TR", "GR"}, None, None, "postponed", "AGREE"),
        ("Russia proposed a summit with Germany.", {"RU", "DE"}, None, None, "proposed", "REQUEST"),
        ("Serbia cancelled a meeting with Croatia.", {"RS", "HR"}, None, None, "cancelled", "REJECT"),
        (
            "China will hold talks with NATO and the OSCE in Vienna.",
            {"CN", "NATO", "OSCE"}, "Vienna", None, "planned", "AGREE",
        ),
    ],
)  # fmt: skip
def test_a_sentence_tells_a_meeting(
    sentence: str, sides: set[str], place: str | None, start: str | None, state: str, plover: str
) -> None:
    """Sides, place, day and state of the meeting that a sentence tells."""
    (found,) = meetings(sentence)
    assert set(found.sides) == sides
    assert (found.place, found.start, found.state, found.plover) == (place, start, state, plover)


@pytest.mark.parametrize("sentence", ["The talks went on.", "The minister met the deadline.", "They call it a summit."])
def test_no_meeting_without_two_who_meet(sentence: str) -> None:
    """A meeting needs two participants."""
    assert meetings(sentence) == []
