"""Words that tell a meeting, and where they do not."""

import pytest

from meeting_factories import BERG, HOLT, meetings


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Serbian minister discussed the tolls by telephone with the Croatian premier.", "HR RS call held"),
        ("The Serbian minister discussed the tolls with the Croatian premier over the phone.", "HR RS call held"),
        ("The Serbian envoy conferred by video link with her Croatian colleague.", "HR RS call held"),
        ("The Serbian minister rang the Croatian premier.", "HR RS call held"),
        ("The Serbian minister called the Croatian premier on Friday.", "HR RS call held"),
        ("The Serbian premier huddled with the Croatian president on Friday.", "HR RS bilateral held"),
        ("Serbia's minister was received by his Croatian counterpart in Zagreb.", "HR RS visit held"),
        (f"{BERG}, who was hosted by {HOLT}, spoke of the tolls.", "IS PE visit held"),
        ("The Serbian premier met her Croatian colleague, Ivo Marin, in Zagreb.", "HR RS bilateral held"),
        ("Serbia's premier is to be received by the Croatian president.", "HR RS visit planned"),
        ("Serbia summoned the Croatian ambassador over the tolls.", "HR RS bilateral held"),
        ("The Croatian ambassador was summoned to the Serbian foreign ministry.", "HR RS bilateral held"),
        ("The Croatian ambassador was called in by the Serbian foreign ministry.", "HR RS bilateral held"),
        ("Serbia's foreign ministry called in the Croatian ambassador.", "HR RS bilateral held"),
        ("Serbia threatened to summon the Croatian ambassador.", "HR RS bilateral proposed"),
        ("The Serbian premier promised to meet the Croatian president.", "HR RS bilateral planned"),
        ("The Serbian premier saw the Croatian president in Zagreb on Friday.", "HR RS bilateral held"),
        ("The Serbian envoy will see the Croatian president in Zagreb.", "HR RS bilateral planned"),
        ("The Serbian premier is due in Zagreb on Tuesday.", "HR RS visit planned"),
        ("The Serbian envoy, who is expected in Croatia next week, was silent.", "HR RS visit planned"),
    ],
)
def test_verbs_of_those_who_speak_and_receive(sentence: str, told: str) -> None:
    """Calls, receptions, summonses and those who are due, in the active and the passive."""
    (found,) = meetings(sentence)
    assert " ".join([*sorted(found.sides), found.format or "", found.state]) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The Serbian minister discussed the tolls with aides by telephone.",
        "The Serbian minister discussed phone bills with the Croatian premier.",
        "The Serbian minister rang the alarm over the Croatian tolls.",
        "The Serbian minister called the Croatian premier a liar.",
        "The Serbian minister called the Croatian premier's plan a trick.",
        "The Serbian minister called on the Croatian premier to resign.",
        "The plan of Serbia's premier was received by the Croatian president with scorn.",
        "The letter was received by the Croatian army in Serbia.",
        "Serbia's premier was not received by the Croatian president.",
        "The Serbian premier saw the Croatian president in Zagreb as a rival.",
        "The Serbian premier saw the Croatian president off in Zagreb.",
        "The Serbian premier saw the Croatian president on television in Zagreb.",
        "Reporters saw the Croatian president in Serbia.",
        "Serbia summoned troops to the border with Croatia.",
        "Serbia did not summon the Croatian ambassador.",
        "Serbia denied having met the Croatian ambassador.",
        "A court of Serbia summoned the Croatian officers.",
        "The Serbian parliament reconvened after the Croatian vote.",
        "Rain is expected in Croatia, the Serbian minister said.",
        "Serbia is due in Croatia for the final.",
        "The Serbian premier is due in court.",
        "The Serbian premier is not expected in Croatia before May.",
        "A verdict against the Serbian envoy is due in Croatia.",
        "The Serbian premier met her colleagues in the Senate.",
    ],
)
def test_the_same_words_of_something_else(sentence: str) -> None:
    """What is rung, called, received, summoned or due is nobody of another side, or it was not."""
    assert meetings(sentence) == []
