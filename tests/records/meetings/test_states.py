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
        (f"Do you think {BERG} will meet {HOLT}?", []),
        (f"Is it possible that {BERG} will meet {HOLT}?", []),
        (f"Is there a chance of a call between {BERG} and {HOLT}?", []),
        (f"{BERG} and {HOLT} met in Vienna on Friday: did it help?", ["held"]),
        (f"{BERG} met {HOLT} on Friday, so will there be peace?", ["held"]),
        (f"{BERG} is meeting {HOLT} on Monday, do you expect anything?", ["planned"]),
        (f"You said that {BERG} will meet {HOLT} on Monday, is that right?", ["planned"]),
        (f"Did you know that {BERG} met {HOLT} on Friday?", ["held"]),
        (f"Is it good that {BERG} met {HOLT} on Friday?", ["held"]),
        (f"Did {BERG} agree to anything at a meeting with {HOLT} on Friday?", ["held"]),
        (f"Did {BERG} help herself by meeting {HOLT} on Friday?", ["held"]),
        (f"Do you have a readout of a call between {BERG} and {HOLT} on Friday?", ["planned"]),
        (f"Did a phone call between {BERG} and {HOLT} on Friday change anything?", ["held"]),
        (f"Has a meeting between {BERG} and {HOLT} been called off?", ["cancelled"]),
        (f"Were talks between {BERG} and {HOLT} on Friday useful?", ["held"]),
        (f"Did {BERG} apologize for holding talks with {HOLT} on Friday?", ["held"]),
        (f"Was {BERG} late for a meeting with {HOLT} on Friday?", ["held"]),
        (f"Was the meeting between {BERG} and {HOLT} useful?", ["held"]),
        (f"Has the toll changed since {BERG} met {HOLT}?", ["held"]),
        (f"But {BERG} met {HOLT}?", ["held"]),
    ],
)
def test_what_a_question_asks_for_and_what_it_takes_for_granted(question: str, states: list[str]) -> None:
    """Whether they meet is open where that is what is asked."""
    assert [m.state for m in meetings(question)] == states


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        (f"If {BERG} met {HOLT}, the tolls could fall.", "proposed"),
        (f"Even if {BERG} met {HOLT}, it would change little.", "held"),
        (f"If {BERG} met {HOLT} in 2021, he would know.", "held"),
        (f"If {BERG} meets {HOLT} on Sunday as planned, the tolls could fall.", "planned"),
        (f"The tolls would fall if talks between {BERG} and {HOLT} were held.", "proposed"),
        (f"If the talks between {BERG} and {HOLT} failed, the tolls would rise.", "held"),
    ],
)
def test_a_meeting_on_condition_is_none_that_was(sentence: str, state: str) -> None:
    """ "If they met" tells of none that was held; "if their talks failed" takes the talks for granted."""
    assert [m.state for m in meetings(sentence)] == [state]
