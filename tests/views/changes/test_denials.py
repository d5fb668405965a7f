"""Denials beside what they may deny, by side, words and days."""

from typing import Any

import pytest

from onrecord.model import Assessment, Entry, Position, Span, Speaker
from onrecord.views.changes.denials import DenialLine, denials
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info

DAY, WEEK, LATER = an_info("day", "2024-03-01"), an_info("week", "2024-03-08"), an_info("later", "2024-03-20")
DENIED = "that it had moved gunboats to the estuary"


def pairs(*entries: Entry, **more: Any) -> list[DenialLine]:
    return list(denials(entries, TALKS, **more))


def accused(words: str = "of moving gunboats into the estuary", **more: Any) -> Position:
    """What Lorvane says of Varenia."""
    more.setdefault("addressee", "Varenia")
    return a_position("Lorvane", "accusation", words, **more)


def denied(words: str = DENIED, holder: str | None = "Varenia", at: int = 400) -> Position:
    return a_position(holder, "denial", words, at=at)


@pytest.mark.parametrize(
    ("said", "when", "denial", "found"),
    [
        (accused(), DAY, denied(), True),
        (accused(), WEEK, denied(), True),
        (accused(), LATER, denied(), False),
        (accused(addressee=None, words="that Varenia moved gunboats to the estuary"), DAY, denied(), True),
        (accused(addressee=None, words="that the gunboats were moved"), DAY, denied(), False),
        (accused(addressee="Ostmark"), DAY, denied(), False),
        (accused(addressee="Lorvane"), DAY, denied(), False),
        (accused(addressee=None, words="the inquiry into Varenia moving gunboats"), DAY, denied(), False),
        (accused(addressee=None, words="that Varenia has not moved gunboats to the estuary"), DAY, denied(), False),
        (accused("of closing the fish market"), DAY, denied(), False),
        (accused(), DAY, denied("that it had raised the tolls"), False),
        (accused(), DAY, denied(holder="Lorvane"), False),
        (accused(), DAY, denied(holder=None), False),
        (a_position("Lorvane", "demand", "that Varenia move the gunboats from the estuary"), DAY, denied(), False),
        (a_position("Lorvane", "concern", "that Varenia moves gunboats to the estuary"), DAY, denied(), True),
    ],
)  # fmt: skip
def test_a_denial_beside_what_was_said(said: Any, when: Any, denial: Position, found: bool) -> None:
    """Another side says it of the denier, in shared words, within a week."""
    lines = pairs(an_entry(said, when), an_entry(denial, DAY))
    assert bool(lines) is found
    if found:
        (line,) = lines
        assert (line.said_by, line.denied_by, line.status) == ("Lorvane", "Varenia", "candidate, not judged")
        assert {"gunboats"} < set(line.words)


def test_statements_and_assessments_can_be_denied() -> None:
    """They are their speaker's; an assessment stands on the word that holds it, and comes first."""
    speaker = Speaker(actor="Emric Tolland", affiliation="Lorvane")
    words = "Varenia has moved gunboats to the estuary"
    heard = an_entry(an_attribution("Tolland", words, speaker=speaker), DAY)
    judged = Assessment(spans=(Span(0, len(words), words),), attribution=heard.find.id, rule="t", score=1.0)
    denial = an_entry(denied(), DAY)
    assert [line.said.kind for line in pairs(heard, denial)] == ["attribution"]
    assert [line.said.kind for line in pairs(heard, an_entry(judged, DAY), denial)] == ["assessment"]
    assert [line.said.holder for line in pairs(heard, denial)] == ["Emric Tolland"]


def test_the_denial_itself_is_not_what_is_denied() -> None:
    """Nor are words of its own sentence that somebody else reports."""
    reported = an_attribution("Tolland", f"Varenia denied {DENIED}", speaker=Speaker(actor="Lorvane"), at=385)
    assert pairs(an_entry(reported, DAY), an_entry(denied(), DAY)) == []


def test_copies_of_a_denial_count_once() -> None:
    """The same sentence in another paper."""
    sentence = "Varenia denied on Monday that it had moved gunboats to the estuary."
    entries = [an_entry(accused(), DAY), an_entry(denied(), DAY), an_entry(denied(), WEEK)]
    (line,) = pairs(*entries, sentence=lambda entry: sentence)
    assert line.copies == (entries[2].find.id,)


@pytest.mark.parametrize(("since", "found"), [("2024-03-01", 1), ("2024-03-05", 1), ("2024-03-09", 0)])
def test_since(since: str, found: int) -> None:
    """A pair is news with its later half."""
    assert len(pairs(an_entry(accused(), DAY), an_entry(denied(), WEEK), since=since)) == found


def test_an_undated_denial_is_paired_in_its_article_only() -> None:
    """Days cannot be counted from it."""
    undated = an_info("undated", None)
    assert pairs(an_entry(accused(), DAY), an_entry(denied(), undated)) == []
    (line,) = pairs(an_entry(accused(), undated), an_entry(denied(), undated))
    assert line.because == "accusation and denial, in one article"
