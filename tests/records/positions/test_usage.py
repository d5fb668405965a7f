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
        ("Varenia expects Ostmark to have ten ships by May.", "expects", "demand", None),
        ("Varenia expects Ostmark to open the gates.", "expects", "demand", "demand"),
        ("Varenia expects Ostmark to have its troops out.", "expects", "demand", "demand"),
        ("Varenia expects to have ten guarantees.", "expects", "demand", "demand"),
        ("Varenia expects to receive written guarantees from Ostmark.", "expects", "demand", "demand"),
        ("They agreed that the pact is the key to peace.", "agreed", "assurance", None),
        ("They agreed on the importance of the pact.", "agreed", "assurance", None),
        ("They agreed on a pause.", "agreed", "assurance", "assurance"),
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
        ("Ostmark called off the drills.", "called", "demand", None),
        ("Ostmark called the drills off.", "called", "demand", None),
        ("Ostmark called on Varenia to open the gates.", "called", "demand", "demand"),
        ("Varenia wants the lines of 1990, when the pact was signed.", "signed", "endorsement", None),
        ("Varenia believes it acceptable to demand a toll.", "demand", "demand", None),
        ("It would be best for Ostmark itself to refuse the base.", "refuse", "refusal", None),
        ("It went on to refuse the base.", "refuse", "refusal", "refusal"),
        ("Varenia no longer insists on the closure.", "insists", "demand", "concession"),
        ("Varenia has lifted its objections to the dam.", "lifted", "refusal", "concession"),
        ("Varenia withdrew its veto.", "withdrew", "refusal", "concession"),
        ("Varenia did not withdraw its veto.", "veto", "refusal", "refusal"),
        ("Varenia withdrew its troops.", "withdrew", "refusal", "refusal"),
        ("Varenia apologised for the raid.", "apologised", "accusation", "concession"),
        ("Varenia cautioned Ostmark against a base.", "cautioned", "warning", "demand"),
        ("Varenia cautioned that ice will come.", "cautioned", "warning", "warning"),
        ("Ostmark did not attack the convoy.", "attack", "accusation", None),
        ("Ostmark did not expect anything from the talks.", "expect", "refusal", None),
        ("They reaffirmed the importance of the pact.", "reaffirmed", "assurance", None),
        ("They reaffirmed their pledges.", "reaffirmed", "assurance", "assurance"),
        ("They reaffirmed that the goal was a neutral zone.", "reaffirmed", "assurance", "demand"),
        ("They reaffirmed that the gates would stay open.", "reaffirmed", "assurance", "assurance"),
        ("Berg stressed the need to take this step.", "need", "demand", None),
        ("Berg stressed the objective necessity to take that decision.", "stressed", "demand", None),
        ("They reaffirmed that their goal was not a war.", "reaffirmed", "assurance", "assurance"),
        ("They reaffirmed that its demand had been dropped.", "reaffirmed", "assurance", "assurance"),
        ("They promised Ostmark that its demands would be met.", "promised", "assurance", "assurance"),
        ("They assured Ostmark that the goal was a safe river.", "assured", "assurance", "assurance"),
        ("Berg stressed the necessity to make that decision.", "necessity", "demand", None),
        ("Berg stressed the need to stop this operation.", "need", "demand", "demand"),
        ("Berg stressed the need to take such measures at once.", "need", "demand", "demand"),
        ("Berg stressed the need for this step.", "need", "demand", "demand"),
        ("Berg stressed the need to take steps against smugglers.", "need", "demand", "demand"),
        ("Berg stressed the need for a pause.", "need", "demand", "demand"),
        ("Ostmark appears willing to wait.", "willing", "offer", None),
        ("Berg thanked the soldiers for their service.", "thanked", "endorsement", None),
        ("Berg thanked the Polish soldiers for their help.", "thanked", "endorsement", "endorsement"),
        ("We are grateful to all our defenders.", "grateful", "endorsement", None),
        ("We are grateful to our partners for the boats.", "grateful", "endorsement", "endorsement"),
        ("Berg thanked Holt for his kind words.", "thanked", "endorsement", None),
        ("Berg thanked Holt for the boats.", "thanked", "endorsement", "endorsement"),
        ("The decline was thanks to years of folly in Ostmark.", "thanks", "endorsement", None),
        ("I am glad to see you here.", "glad", "offer", None),
        ("I am grateful to be here with you.", "grateful", "endorsement", None),
        ("I am grateful for the hospitality.", "grateful", "endorsement", None),
        ("We would be glad to have you as hosts.", "glad", "offer", "offer"),
        ("Peace with Ostmark is a good thing.", "thing", "endorsement", None),
        ("Holt will raise the matter with Berg.", "raise", "warning", None),
        ("Holt raised doubts over the draft.", "raised", "concern", "concern"),
        ("Holt promised to bring that up on Sunday.", "bring", "assurance", None),
        ("Holt will ask Berg about the raid.", "ask", "demand", None),
        ("Holt will ask Berg to stop the raid.", "ask", "demand", "demand"),
        ("Holt hopes to persuade Berg to agree to a truce.", "agree", "assurance", None),
        ("Holt was forced to accept the truce.", "accept", "concession", "concession"),
        ("Holt received many calls from leaders thanking him.", "calls", "demand", None),
        ("Holt joined the call with President Berg.", "call", "demand", None),
        ("There were calls from leaders for a truce.", "calls", "demand", "demand"),
        ("Holt called Berg at his request.", "request", "demand", None),
        ("The president ordered federal aid.", "ordered", "demand", None),
        ("Ostmark should order its men to lay down their arms.", "order", "demand", "demand"),
        ("Varenia has committed 40 boats to the patrol.", "committed", "assurance", None),
        ("Varenia committed to a truce.", "committed", "assurance", "assurance"),
        ("Berg signed Decree 7 on the curfew.", "signed", "endorsement", None),
        ("Varenia wants the lines of 1990, when they signed the pact.", "signed", "endorsement", None),
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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Varenia should be ashamed of the raid, Ostmark said.", "accusation"),
        ("Varenia should be held responsible for the raid, Ostmark said.", "accusation"),
        ("Varenia should have opened the gates, Ostmark said.", "accusation"),
        ("Varenia should open the gates, Ostmark said.", "demand"),
    ],
)
def test_what_another_should_have_done_is_a_charge(text: str, act: str) -> None:
    """What he should do is asked of him."""
    assert [p.act for p in told(text)] == [act]


@pytest.mark.parametrize(
    ("text", "word", "act", "used"),
    [
        ("Varenia will impose no new tolls.", "impose", "warning", None),
        ("Varenia will impose new tolls.", "impose", "warning", "warning"),
        ("Varenia will have no problems with gas.", "have", "warning", None),
        ("Varenia will have no trouble sinking the fleet.", "have", "warning", "warning"),
        ("Varenia will have no choice but to strike.", "have", "warning", "warning"),
        ("Varenia has put off the talks.", "put", "offer", None),
        ("Varenia will decide for itself.", "decide", "assurance", None),
        ("Varenia will decide on the draft by May.", "decide", "assurance", "assurance"),
        ("The tribunal denied it historic rights to the river, Varenia said.", "denied", "denial", None),
        ("Norway rebuffs call to leave the pact", "call", "demand", None),
    ],
)
def test_what_harms_or_binds_nobody(text: str, word: str, act: PositionAct, used: PositionAct | None) -> None:
    """Neither warns nor promises."""
    _, _, doc = parsed(text)
    assert act_as_used(next(t for t in doc if t.text == word), act) == used
