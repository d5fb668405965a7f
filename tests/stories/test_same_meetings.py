"""Same meeting: which lines are proposed to tell of one, and why."""

from typing import Any

import pytest

from onrecord.model import Entry, Meeting, Participant, Span
from onrecord.stories.same_meetings import days_of, same_meetings
from record_factories import an_entry, an_info

MARRAK, KOVAR = ("Ilse Marrak", "Ostmark"), ("Ana Kovar", "Varenia")
BODA = ("Jon Boda", "Varenia")


def told(
    article: str, start: str | None, *people: tuple[str, str], published: str | None = "2024-03-06", **more: Any
) -> Entry:
    """A meeting of Ostmark and Varenia as an article tells it."""
    meeting = Meeting(
        spans=(Span(0, 5, "talks"),),
        rule="m",
        score=0.7,
        start=start,
        participants=tuple(Participant(name=n, side=s) for n, s in people),
        **{"state": "planned", "sides": ("Ostmark", "Varenia"), **more},
    )
    return an_entry(meeting, an_info(article, published))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("a", "2024-03-12"), told("b", "2024-03-12", state="held")),
        (told("a", "2024-03-12"), told("b", "2024-03-12T10:00", sides=("Varenia", "Ostmark"))),
        (told("a", "2024-03-12"), told("b", "2024-W11")),
        (told("a", "2024-03-12"), told("b", None)),
        (told("a", "2024-03-12", MARRAK, KOVAR), told("b", "2024-03-12", ("Marrak", "Ostmark"))),
        (told("a", "2024-03-12", MARRAK, place="Lindhaven"), told("b", "2024-03-12", KOVAR, place="Lindhaven harbour")),
        (told("a", "2024-03-12", format="call"), told("b", "2024-03-13", format="call")),
        (
            told("a", "2024-03-12", MARRAK, KOVAR, place="Lindhaven"),
            told("b", "2024-03-12", MARRAK, KOVAR, place="Lorvane"),
        ),
    ],
)
def test_proposed(one: Entry, other: Entry) -> None:
    """Sides, people and days agree, and places do not speak against it."""
    (group,) = same_meetings([one, other])
    assert set(group.members) == {one.find.id, other.find.id}
    assert group.because.startswith("same sides: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("a", "2024-03-12"), told("b", "2024-03-12", sides=("Ostmark", "Lorvane"))),
        (told("a", "2024-03-12"), told("b", "2024-03-13")),
        (told("a", "2024-03-12"), told("b", "XXXX-WXX-2")),
        (told("a", "2024-03-12"), told("b", None, published=None)),
        (told("a", "2024-03-12"), told("b", None, published="2024-03-14")),
        (told("a", "2024-03-12", MARRAK, KOVAR), told("b", "2024-03-12", MARRAK, BODA)),
        (told("a", "2024-03-12", place="Lindhaven"), told("b", "2024-03-12", place="Lorvane")),
        (told("a", "2024-03-12", format="call"), told("b", "2024-03-12", place="Lindhaven")),
        (told("a", "2024-03-12", format="call"), told("b", "2024-03-14", format="call")),
        (told("a", "2024-03-12"), told("b", None, format="call")),
        (told("a", None), told("b", None, state="held")),
        (told("a", "2024-03-12", sides=()), told("b", "2024-03-12", sides=())),
    ],
)
def test_kept_apart(one: Entry, other: Entry) -> None:
    """Other sides, people, days, places or media; a date that is open or unknown."""
    assert same_meetings([one, other]) == []


def test_a_line_without_a_date_joins_no_group_where_two_fit() -> None:
    """Which of them it tells of would be a guess."""
    dated = [told(name, start) for name, start in zip("abcd", ["2024-03-12", "2024-03-19"] * 2, strict=True)]
    groups = same_meetings([*dated, told("e", None)])
    assert [len(g.members) for g in groups] == [2, 2]


def test_every_line_agrees_with_every_other() -> None:
    """Calls of three days in a row are not one call of two time zones."""
    calls = [told(a, f"2024-03-1{day}", format="call") for a, day in (("a", 1), ("b", 2), ("c", 3))]
    assert [len(g.members) for g in same_meetings(calls)] == [2]


def test_the_reason_says_what_agrees_and_what_differs() -> None:
    """In one line, for the reader who decides."""
    (group,) = same_meetings(
        [
            told("a", "2024-03-12", MARRAK, KOVAR, format="call"),
            told("b", "2024-03-13", ("Marrak", "Ostmark"), format="call"),
            told("c", None, format="call"),
        ]
    )
    assert group.because == (
        "same sides: Ostmark, Varenia; people: Ilse Marrak, Ana Kovar; days: 2024-03-12, 2024-03-13, as of two time "
        "zones; without a date, but published near: 1 of 3"
    )


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-03-12", ("2024-03-12", "2024-03-12")),
        ("2024-03-12TEV", ("2024-03-12", "2024-03-12")),
        ("2024-W11", ("2024-03-11", "2024-03-17")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("XXXX-WXX-1", None),
        ("2024-02-31", None),
        (None, None),
    ],
)
def test_days_of_a_timex3_value(value: str | None, days: tuple[str, str] | None) -> None:
    """The first and the last."""
    found = days_of(value)
    assert (found and tuple(day.isoformat() for day in found)) == days
