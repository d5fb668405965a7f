"""Days of a meeting."""

import pytest

from meeting_factories import meetings


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("on January 10-11", ("2022-01-10", "2022-01-11")),
        ("from 10 to 12 February", ("2022-02-10", "2022-02-12")),
        ("on January 10 and 11", ("2022-01-10", "2022-01-11")),
        ("on January 10, 11 days before the vote", ("2022-01-10", None)),
        ("on January 10", ("2022-01-10", None)),
        ("on 10-11 January", ("2022-01-10", "2022-01-11")),
    ],
)
def test_from_day_to_day(when: str, days: tuple[str, str | None]) -> None:
    """The last day of talks that last for several."""
    (found,) = meetings(f"Serbia and Croatia will hold talks in Vienna {when}.")
    assert (found.start, found.end) == days


def test_a_time_is_that_of_its_own_meeting() -> None:
    """Not of the one before."""
    found = meetings("The meeting of Serbia and Croatia followed up on the meeting of January 3.")
    assert [(m.start, m.place) for m in found] == [(None, None), ("2022-01-03", None)]
    (other,) = meetings("Following up on the outcome of the Serbian-Croatian talks in Vienna on January 3, all agreed.")
    assert (other.start, other.place) == ("2022-01-03", "Vienna")


@pytest.mark.parametrize("when", ["On 3-4 January", "On January 3-4", "From 3 to 4 January", "On January 3 and 4"])
def test_the_first_of_two_days_in_front(when: str) -> None:
    """The last one stands nearer to the meeting."""
    (found,) = meetings(f"{when}, Serbia and Croatia held talks in Vienna.")
    assert (found.start, found.end) == ("2022-01-03", "2022-01-04")


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("The Croatian envoy was ill from January 3 to January 5, when she met the Serbian envoy", "2022-01-05"),
        ("After floods on January 3 and January 5 Serbia met Croatia in Vienna", "2022-01-05"),
        ("After the fire of January 3 and January 4's flood, Serbia met Croatia in Vienna", "2022-01-04"),
        ("Serbia, in the council from 2004 to 2022, met Croatia in Vienna", "2022"),
    ],
)
def test_two_days_of_which_only_the_last_is_that_of_the_meeting(told: str, start: str) -> None:
    """The first one is of something else."""
    assert {(m.start, m.end) for m in meetings(f"{told}.")} == {(start, None)}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Serbia's premier flew to Zagreb on Friday to meet the Croatian president.", ("2022-01-07", "held")),
        ("Serbia's premier had come to Zagreb on Friday to meet the Croatian president.", ("2022-01-07", "held")),
        ("Serbia's premier flew to Zagreb to meet the Croatian president.", (None, "planned")),
        ("Serbia's premier did not fly to Zagreb on Friday to meet the Croatian president.", (None, "planned")),
        ("Serbia's premier could not go to Zagreb on Friday to meet the Croatian president.", (None, "planned")),
        ("An invitation came on Friday for Serbia's premier to meet the Croatian president.", (None, "planned")),
        ("Serbia's premier left for Zagreb on Friday to meet the Croatian president.", (None, "planned")),
        ("Serbia's premier flies to Zagreb on Tuesday to meet the Croatian president.", ("2022-01-11", "planned")),
    ],
)
def test_the_day_on_which_somebody_came_to_meet_another(sentence: str, told: tuple[str | None, str]) -> None:
    """Who flew there on a day before the article's met there on it; who left may be on the way."""
    found = next(m for m in meetings(sentence) if m.rule == "meeting.verb.meet")
    assert (found.start, found.state) == told
