"""Meetings: their order, and their dates in words."""

import pytest

from onrecord.model import Meeting, Participant, Span
from onrecord.views.meetings import meetings, when
from record_factories import an_entry, an_info


def a_meeting(start: str | None, **more: object) -> Meeting:
    """Talks that begin then."""
    return Meeting(spans=(Span(0, 5, "talks"),), rule="m", score=0.7, start=start, **{"state": "planned", **more})


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-01-10", None, "2022-01-10"),
        ("2022-01-09", "2022-01-10", "2022-01-09 to 2022-01-10"),
        ("XXXX-WXX-1", None, "a Monday, unresolved"),
        ("XXXX-03-15", None, "15 March, year unknown"),
        ("XXXX-03", None, "March, year unknown"),
        ("2024-03-18TNI", None, "2024-03-18, night"),
        ("XXXX-WXX-1TMO", None, "a Monday, unresolved, morning"),
        ("2024-03-08T24:00", None, "2024-03-08, 24:00"),
        ("2024-03-08T09:30+01:00", "2024-03-08T11:00+01:00", "2024-03-08, 09:30+01:00 to 2024-03-08, 11:00+01:00"),
        ("2021-W49", None, "week of 2021-12-06"),
        (None, None, "date not given"),
    ],
)
def test_dates_are_as_precise_as_the_text(start: str | None, end: str | None, words: str) -> None:
    """Nothing is filled in."""
    assert when(a_meeting(start, end=end)) == words


def test_order_and_choice_by_state() -> None:
    """By date, those without one by the day they were told, last those of which neither is known."""
    entries = [
        an_entry(a_meeting("XXXX-WXX-1"), an_info("d", None)),
        an_entry(a_meeting(None), an_info("c", "2024-03-15")),
        an_entry(a_meeting("2024-W10"), an_info("e")),
        an_entry(a_meeting("XXXX-WXX-5"), an_info("e", "2024-03-08T10:00:00Z")),
        an_entry(a_meeting("2024-03-15")),
        an_entry(a_meeting("2024-03-07", state="held"), an_info("b")),
    ]
    assert [m.when_or_told for m in meetings(entries)] == [
        "week of 2024-03-04",
        "2024-03-07",
        "a Friday, unresolved, told 2024-03-08",
        "2024-03-15",
        "told 2024-03-15",
        "a Monday, unresolved",
    ]
    assert "date not given" in {m.when for m in meetings(entries)}
    assert [m.when for m in meetings(entries, state="held")] == ["2024-03-07"]


def test_sides_stand_in_where_no_participant_is_known() -> None:
    """And a meeting of nobody says so."""
    named = an_entry(a_meeting(None, participants=(Participant(name="unnamed:two envoys"),), sides=("US", "RU")))
    sides = an_entry(a_meeting(None, sides=("US", "RU")), an_info("b"))
    nobody = an_entry(a_meeting(None), an_info("c"))
    who = [m.who for m in meetings([named, sides, nobody])]
    assert who == ["two envoys (unnamed)", "United States, Russia", "participants not given"]


def test_a_spokesman_who_says_we_tells_of_a_side() -> None:
    """And did not meet; who says "I" did."""
    we, ours, she = (
        Participant(name="Ilse Marrak", side="PL", span=Span(0, len(word), word)) for word in ("We", "our", "I")
    )
    (line,) = meetings([an_entry(a_meeting(None, participants=(we, ours, Participant(name="Tor Berg"))))])
    assert (line.participants, line.who) == (("PL", "Tor Berg"), "Poland, Tor Berg")
    (line,) = meetings([an_entry(a_meeting(None, participants=(she,)))])
    assert line.who == "Ilse Marrak"


def test_lines_of_one_meeting_share_a_group() -> None:
    """Numbered in the order of the lines, with all members and the reason; chosen by state, the group stays whole."""
    entries = [
        an_entry(a_meeting("2024-03-15", sides=("US", "RU"))),
        an_entry(a_meeting("2024-03-15", sides=("US", "RU"), state="held"), an_info("b", "2024-03-16")),
        an_entry(a_meeting("2024-03-07", sides=("US", "CA")), an_info("c")),
    ]
    first, second, third = meetings(entries)
    assert (first.group, second.group, third.group) == (None, 1, 1)
    assert second.group_members == (entries[0].find.id, entries[1].find.id)
    assert second.group_because == "same sides: US, RU; day: 2024-03-15"
    (held,) = meetings(entries, state="held")
    assert held.group_members == second.group_members
