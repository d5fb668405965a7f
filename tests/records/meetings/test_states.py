"""States of a meeting."""

import msgspec
import pytest

from meeting_factories import BERG, HOLT, meetings
from onrecord.model import Trigger
from onrecord.model.vocabulary import Flag, MeetingState
from onrecord.records.meetings import find_meetings
from onrecord.records.meetings.drafts import SURE
from reading_factories import mentioned


def test_a_planned_meeting_says_so_in_its_flags() -> None:
    """So that none is taken for held."""
    flags: tuple[Flag, ...] = ("planned",)
    assert [m.flags for m in meetings(f"{BERG} will meet {HOLT}.")] == [flags]


@pytest.mark.parametrize(
    ("share", "state", "found"),
    [(SURE, "cancelled", "cancelled"), (SURE - 0.05, "cancelled", "held"), (SURE, "held", "held")],
)
def test_the_tagger_is_heard_where_it_is_sure_of_another_state(share: float, state: MeetingState, found: str) -> None:
    """Below that, and where both say the same, the rules tell."""
    article, doc, mentions = mentioned("Varenia met Ostmark in secret.")
    at = next(t.i for t in doc if t.text == "met")
    trigger = Trigger(at, {}, {state: share}, {}, {"bilateral": 1.0}, (), (), ())
    (meeting,) = find_meetings(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert (meeting.state, meeting.rule) == (found, "meeting.verb.meet")


@pytest.mark.parametrize(
    ("question", "states"),
    [
        (f"Will {BERG} meet {HOLT}?", []),
        (f"Are there any plans for a call between {BERG} and {HOLT}?", []),
        (f"Can you say whether {BERG} will meet {HOLT}?", []),
        (f"Has {BERG} held talks with {HOLT}?", []),
        (f"When will {BERG} meet {HOLT}?", ["planned"]),
        (f"Why did {BERG} meet {HOLT}?", ["held"]),
        (f"Was the meeting between {BERG} and {HOLT} useful?", ["held"]),
        (f"Has the toll changed since {BERG} met {HOLT}?", ["held"]),
        (f"But {BERG} met {HOLT}?", ["held"]),
    ],
)
def test_what_a_question_asks_for_and_what_it_takes_for_granted(question: str, states: list[str]) -> None:
    """Whether they meet is open where that is what is asked."""
    assert [m.state for m in meetings(question)] == states
