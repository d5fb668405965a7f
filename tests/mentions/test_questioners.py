"""Who asks in a transcript."""

import time

import msgspec
import pytest

from mentions.builders import said
from onrecord.mentions.speakers.questioners import misnamed_questions, named_questioners
from onrecord.mentions.turns import asks
from onrecord.model import Attribution, Speaker
from reading_factories import mentioned


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
        "Oh, go ahead.",
        "Yeah, go ahead.",
        "Go ahead, Berg.",
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


@pytest.mark.parametrize(
    ("lines", "misnamed"),
    [
        (
            [("MS. BERG:", "Go ahead."), ("MS. BERG:", "Okay. Thank you, Ana. One on the port."), ("MR. HOLT:", "So.")],
            "1",
        ),
        ([("MS. BERG:", "Go ahead."), ("MS. BERG:", "Is it open?"), ("MS. BERG:", "I think so.")], "1"),
        ([("MS. BERG:", "Go ahead."), ("MS. BERG:", "Thank you, Bob. The port asked."), ("MS. BERG:", "So.")], ""),
        ([("Q", "Is it open?"), ("MS. BERG:", "Thank you, Ana. Why not?"), ("Q", "So it is?")], ""),
        ([("MS. BERG:", "We wait."), ("MS. BERG:", "We wait. Q: Why?"), ("MS. BERG:", "So.")], ""),
    ],
)
def test_questions_under_the_label_of_who_answers(lines: list[tuple[str, str]], misnamed: str) -> None:
    """Nobody greets herself, nor answers her own question in a turn of its own."""
    found = misnamed_questions(turns(*lines), lambda label: Speaker(actor="Ana Berg", type="person"))
    assert found == frozenset(misnamed)


def test_questions_of_several_officials_without_a_name() -> None:
    """One label may stand for several people, of whom one asks another to answer."""
    lines = [("SENIOR OFFICIAL:", words) for words in ("Go on.", "Will you take it?", "I will.")]
    assert not misnamed_questions(turns(*lines), lambda label: Speaker(actor="unnamed:official", type="unnamed"))


@pytest.mark.parametrize(
    ("label", "words", "side", "expected"),
    [
        ("Question (in French)", "The bridge is shut.", None, True),
        ("Harbour newspaper correspondent Tom Holt", "We heard it is shut. Is it open?", "DE", True),
        ("Tom Holt", "Good morning. Tom Holt, Harbour TV channel. We heard it is shut. Thank you.", None, True),
        ("Tom Holt", "Harbour Channel. Mr President, is it open?", None, True),
        ("Tom Holt", "Harbour Channel. Mr President, it is shut.", None, False),
        ("Tom Holt", "Harbour Channel. Is it open?", "DE", False),
        ("Tom Holt", "We read it in the newspaper. Is it open?", None, False),
    ],
)
def test_who_asks_for_a_paper_or_channel(label: str, words: str, side: str | None, expected: bool) -> None:
    """A journalist's turn ends as questions do and names where it comes from; who has a side is none."""
    (turn,) = turns((label, words))
    speaker = Speaker(actor="Tom Holt", type="person", affiliation=side)
    assert asks(msgspec.structs.replace(turn, rule="attribution.label", speaker=speaker)) is expected


def test_the_turn_of_who_asks_is_a_question() -> None:
    """Whoever answers says none."""
    text = "MS. KELLER:  Hello.\n\nQ    Is it open?\n\nMS. KELLER:  It is.\n\nQ    Why?\n\nMS. KELLER:  Thank you.\n"
    _, _, found = mentioned(text, outlet="The White House")
    flagged = {a.source[0].text: "question" in a.flags for a in found.attributions}
    assert flagged == {"MS. KELLER": False, "Q": True}


def test_long_answers_are_read_in_linear_time() -> None:
    """Only the end of an answer is searched for a call."""
    begin = time.process_time()
    named_questioners(turns(("MS. BERG:", "Okay. " * 4000 + "x9"), ("Q", "Is it open?")), ())
    assert time.process_time() - begin < 1
