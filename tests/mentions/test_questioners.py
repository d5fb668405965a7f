"""Who asks in a transcript."""

import time

import msgspec
import pytest

from mentions.builders import said
from onrecord.mentions.questioners import named_questioners
from onrecord.model import Attribution


def turns(*lines: tuple[str, str]) -> list[Attribution]:
    """A transcript of labels and words, each turn with its number for an id."""
    text = "\n\n".join(f"{label}  {words}" for label, words in lines)
    found: list[Attribution] = []
    at = 0
    for n, (label, words) in enumerate(lines):
        turn = said(text[at:], label, None, words, form="direct")
        moved = [msgspec.structs.replace(s, start=s.start + at, end=s.end + at) for s in (*turn.source, *turn.content)]
        found.append(msgspec.structs.replace(turn, id=str(n), source=(moved[0],), content=(moved[1],)))
        at = moved[1].end
    return found


@pytest.mark.parametrize(
    "call",
    [
        "All right. Zeke, go ahead.",
        "The port is open. Go ahead, Zeke.",
        "Okay. Zeke, why don’t you kick us off?",
        "With that, Peter.",
        "Peter?",
        "Let’s go to Nandi from the Harbour Courier.",
        "Zeke, your line is open.",
    ],
)
def test_called_upon_by_name(call: str) -> None:
    """Who is called upon asks, and goes on asking; whoever opens anew is somebody else."""
    name = next(n for n in ("Zeke", "Peter", "Nandi") if n in call)
    found = named_questioners(
        turns(
            ("MS. BERG:", call),
            ("Q", "Is the bridge open?"),
            ("MS. BERG:", "It is."),
            ("Q", "And the port?"),
            ("MS. BERG:", "It is, too."),
            ("Q", "Thanks for doing this. What of the ferry?"),
        ),
        (),
    )
    assert found == {"1": name, "3": name}


@pytest.mark.parametrize(
    "call",
    [
        "Go ahead.",
        "Yes?",
        "It is open. Thanks.",
        "The bridge was built by Karl Holt.",
        "Sure.",
        "Great.",
        "Thanks, go ahead.",
        "Yes. The President of Ostmark.",
    ],
)
def test_not_called_by_name(call: str) -> None:
    """Nobody is named, or somebody who is not called upon."""
    assert named_questioners(turns(("MS. BERG:", call), ("Q", "Is the bridge open?")), ()) == {}


def test_greeted_after_the_question() -> None:
    """An answer may say who asked; the full name is taken from the article."""
    asked = turns(("Q", "Is the bridge open?"), ("MS. BERG:", "Hi, Ana. It is."), ("Q", "Since when?"))
    assert named_questioners(asked, ("Ana Teller", "Karl Holt")) == {"0": "Ana Teller", "2": "Ana Teller"}


def test_a_second_question_in_a_row_is_somebody_else() -> None:
    """Two questions without an answer between them have two askers."""
    asked = turns(("MS. BERG:", "Go ahead, Zeke."), ("Q", "Is the bridge open?"), ("Q", "Welcome back!"))
    assert named_questioners(asked, ()) == {"1": "Zeke"}


def test_long_answers_are_read_in_linear_time() -> None:
    """Only the end of an answer is searched for a call."""
    begin = time.process_time()
    named_questioners(turns(("MS. BERG:", "Okay. " * 4000 + "x9"), ("Q", "Is it open?")), ())
    assert time.process_time() - begin < 1
