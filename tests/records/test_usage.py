"""Usage: what a clause makes of a word that may tell an act."""

import pytest

from factories import parsed
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions.usage import act_as_used
from reading_factories import told


@pytest.mark.parametrize(
    ("text", "word", "act", "used"),
    [
        ("Varenia feels threatened by the drills.", "threatened", "warning", "concern"),
        ("Varenia threatened to close the gates.", "threatened", "warning", "warning"),
        ("Varenia was threatened with a blockade.", "threatened", "warning", "warning"),
        ("Varenia made demands, the first of which concern the dam.", "concern", "concern", None),
        ("The raid concerns us deeply.", "concerns", "concern", "concern"),
        ("The build-up concerns Varenia, which fears a raid.", "concerns", "concern", "concern"),
        ("The first point concerns missiles.", "concerns", "concern", None),
        ("We can work together on tolls.", "work", "assurance", "offer"),
        ("We will work together on tolls.", "work", "assurance", "assurance"),
        ("They agreed that the pact is the key to peace.", "agreed", "assurance", "endorsement"),
        ("They agreed that envoys would meet.", "agreed", "assurance", "assurance"),
        (
            "Varenia repeated its demands concerning the dam and a refusal to arm the islands.",
            "refusal",
            "refusal",
            None,
        ),
        ("To all its demands came a refusal to arm the islands.", "refusal", "refusal", "refusal"),
        ("Their refusal to arm the islands was noted.", "refusal", "refusal", "refusal"),
        ("There would be requests for more boats.", "requests", "demand", None),
        ("There were requests for more boats.", "requests", "demand", "demand"),
        ("Varenia wants the lines of 1990, when the pact was signed.", "signed", "endorsement", None),
        ("Varenia believes it acceptable to demand a toll.", "demand", "demand", None),
        ("It would be best for Ostmark itself to refuse the base.", "refuse", "refusal", None),
        ("It went on to refuse the base.", "refuse", "refusal", "refusal"),
        ("Varenia no longer insists on the closure.", "insists", "demand", "concession"),
        ("Varenia cautioned Ostmark against a base.", "cautioned", "warning", "demand"),
        ("Varenia cautioned that ice will come.", "cautioned", "warning", "warning"),
        ("Ostmark did not attack the convoy.", "attack", "accusation", None),
        ("Ostmark did not expect anything from the talks.", "expect", "refusal", None),
        ("They reaffirmed the importance of the pact.", "reaffirmed", "assurance", None),
        ("They reaffirmed their pledges.", "reaffirmed", "assurance", "assurance"),
        ("Ostmark appears willing to wait.", "willing", "offer", None),
    ],
)
def test_a_word_tells_what_its_clause_makes_of_it(
    text: str, word: str, act: PositionAct, used: PositionAct | None
) -> None:
    """Another act, or none."""
    _, _, doc = parsed(text)
    assert act_as_used(next(t for t in doc if t.text == word), act) == used


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Varenia is eager to obtain a written pledge.", "demand"),
        ("Varenia is eager to resume the talks.", "offer"),
    ],
)
def test_who_is_eager_to_get_something_demands_it(text: str, act: PositionAct) -> None:
    """Who is eager to do something offers it."""
    assert [p.act for p in told(text)] == [act]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Varenia said that Ostmark refuses to honour the accord.",
            {("refusal", "Ostmark"), ("accusation", "Varenia")},
        ),
        ("Varenia said that Ostmark refuses to meet on Sunday.", {("refusal", "Ostmark")}),
        ("Varenia said that Ostmark refuses to meet its envoys before a truce.", {("refusal", "Ostmark")}),
        ("Ostmark said that it refuses to honour the accord.", {("refusal", "Ostmark")}),
    ],
)
def test_that_another_shirks_a_duty_is_a_charge_besides(text: str, acts: set[tuple[str, str]]) -> None:
    """In the words of another side; what somebody says of himself is none."""
    assert {(p.act, p.holder) for p in told(text)} == acts


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("We can assure you that envoys will come.", "assure", "assurance"),
        ("Varenia spoke for the first time to demand a toll.", "demand", "demand"),
        ("Varenia flew in for talks to demand a toll.", "demand", "demand"),
    ],
)
def test_what_is_done_by_saying_so_stays(text: str, word: str, act: PositionAct) -> None:
    """ "Can assure" assures; a purpose behind another "for" is the subject's own."""
    _, _, doc = parsed(text)
    assert act_as_used(next(t for t in doc if t.text == word), act) == act
