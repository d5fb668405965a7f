"""The calendar of meetings: what becomes an event, and what is left out."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from onrecord.model import Entry, Meeting, Participant, Span
from onrecord.views.exports.calendar import STATUS, calendar, moment
from onrecord.views.meetings import meetings
from onrecord.views.sentences import sentence_at
from record_factories import an_entry, an_info

TEXT = "The river fell. Ms. Marrak, of Ostmark, will meet envoys; nobody said where. It rained."
WORDS = "Marrak, of Ostmark, will meet envoys"


def a_meeting(start: str | None, **more: Any) -> Entry:
    """A meeting told in the second sentence of the text."""
    at = TEXT.index(WORDS)
    people = (Participant(name="Ilse Marrak", side="Ostmark"), Participant(name="unnamed:envoys", side="Varenia"))
    span = Span(at, at + len(WORDS), WORDS)
    more = {"state": "planned", "participants": people, **more}
    return an_entry(Meeting(spans=(span,), rule="m", score=0.7, start=start, **more), an_info("a"))


def events(*entries: Entry) -> list[Any]:
    made, _ = calendar(meetings(entries), lambda _: TEXT)
    return list(Calendar.from_ical(made).walk("VEVENT"))


def test_an_event_says_who_where_and_on_whose_word() -> None:
    """The sentence is quoted whole, the id is the record's."""
    entry = a_meeting("2024-03-12", place="Lindhaven", format="bilateral")
    (event,) = events(entry)
    assert event["uid"] == f"{entry.find.id}@onrecord"
    assert event["summary"] == "Ilse Marrak, envoys (unnamed): bilateral, planned"
    assert event["location"] == "Lindhaven"
    assert event["description"].split("\n") == [
        "Ms. Marrak, of Ostmark, will meet envoys; nobody said where.",
        "On whose word: own voice",
        "The Harbour Courier, 2024-03-06",
    ]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2024, 3, 12), date(2024, 3, 13))


@pytest.mark.parametrize("state", STATUS)
def test_the_status_follows_the_state(state: str) -> None:
    """What is only expected is tentative."""
    (event,) = events(a_meeting("2024-03-12", state=state))
    expected = {"cancelled": "CANCELLED", "refused": "CANCELLED"}
    expected |= dict.fromkeys(("proposed", "planned", "postponed"), "TENTATIVE")
    assert event["status"] == expected.get(state, "CONFIRMED")


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2024-03-12", date(2024, 3, 12)),
        ("2024-03-12TEV", date(2024, 3, 12)),
        ("2024-03-12T14:00", datetime(2024, 3, 12, 14)),
        ("2024-03-12T14:00+02:00", datetime(2024, 3, 12, 14, tzinfo=timezone(timedelta(hours=2)))),
        ("2024-W11", None),
        ("2024-03", None),
        ("XXXX-WXX-1", None),
        ("2024-02-31", None),
        (None, None),
    ],
)
def test_a_day_or_a_time_makes_an_event(value: str | None, at: date | None) -> None:
    """Nothing is put on a day that the text does not give."""
    assert moment(value) == at


def test_time_zones_are_kept() -> None:
    """And none is made up where the text gives none."""
    zoned, floating = events(a_meeting("2024-03-12T14:00+02:00"), a_meeting("2024-03-13T14:00"))
    assert zoned.decoded("dtstart").utcoffset() == timedelta(hours=2)
    assert floating.decoded("dtstart").tzinfo is None


def test_several_days_end_with_the_last() -> None:
    """The end of an event of whole days is the day after."""
    (event,) = events(a_meeting("2024-03-12", end="2024-03-14"))
    assert event.decoded("dtend") == date(2024, 3, 15)


def test_meetings_without_a_day_are_counted() -> None:
    """They are not in the calendar."""
    made, left_out = calendar(
        meetings([a_meeting("2024-W11"), a_meeting(None), a_meeting("2024-03-12")]), lambda _: TEXT
    )
    assert left_out == 2 and made.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. They met in Vare. It snowed.", "They met", "They met in Vare."),
        ("They met Mr. Holt in the U.S. Embassy.", "Holt", "They met Mr. Holt in the U.S. Embassy."),
        ("Talks in Vare\n\nThe envoys met", "envoys", "The envoys met"),
        ("“Stop.” They met\nin Vare.", "met", "They met in Vare."),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    """Abbreviations do not end it."""
    at = text.index(words)
    assert sentence_at(text, at, at + len(words)) == sentence
