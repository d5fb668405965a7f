"""Words that tell a meeting, and where they do not."""

import pytest

from meeting_factories import BERG, HOLT, meetings


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Serbian envoy conferred by video link with her Croatian counterpart.", "HR RS call held"),
        ("The Serbian minister rang the Croatian premier.", "HR RS call held"),
        ("The Serbian minister called the Croatian premier on Friday.", "HR RS call held"),
        ("The Serbian premier huddled with the Croatian president on Friday.", "HR RS bilateral held"),
        ("Serbia's minister was received by his Croatian counterpart in Zagreb.", "HR RS visit held"),
        (f"{BERG}, who was hosted by {HOLT}, spoke of the tolls.", "IS PE visit held"),
        ("The Serbian premier met her Croatian counterpart, Ivo Marin, in Zagreb.", "HR RS bilateral held"),
        ("Serbia's premier is to be received by the Croatian president.", "HR RS visit planned"),
        ("Serbia summoned the Croatian ambassador over the tolls.", "HR RS bilateral held"),
        ("The Croatian ambassador was summoned by the Serbian foreign ministry.", "HR RS bilateral held"),
        ("The Serbian premier promised to meet the Croatian president.", "HR RS bilateral planned"),
        ("The Serbian premier is due in Zagreb on Tuesday.", "HR RS visit planned"),
        ("Serbian President Jan Pavic is expected in Zagreb on Tuesday.", "HR RS visit planned"),
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
        "The Serbian army ringed the Croatian embassy.",
        "The Serbian minister tried to call the Croatian premier.",
        'The Serbian minister called the Croatian premier "a clown".',
        "The Serbian minister rang the alarm over the Croatian tolls.",
        "The Serbian minister called the Croatian premier a liar.",
        "The Serbian minister called the Croatian premier's plan a trick.",
        "The Serbian minister called on the Croatian premier to resign.",
        "The plan of Serbia's premier was received by the Croatian president with scorn.",
        "The letter was received by the Croatian army in Serbia.",
        "Serbia's premier was not received by the Croatian president.",
        "The Serbian team was hosted by Croatia in the quarter-final.",
        "Serbia summoned troops to the border with Croatia.",
        "Serbia did not summon the Croatian ambassador.",
        "Serbia denied having met the Croatian ambassador.",
        "Serbia was about to summon the Croatian ambassador.",
        "Serbia threatened to summon the Croatian ambassador.",
        "The Croatian ambassador has yet to be summoned by the Serbian ministry.",
        "Serbia summoned its ambassador to Croatia.",
        "A Serbian court summoned the Croatian ambassador.",
        "The Serbian parliament reconvened after the Croatian vote.",
        "Rain is expected in Croatia, the Serbian minister said.",
        "Serbia is due in Croatia for the final.",
        "The Serbian minister is expected in Croatia to stand trial.",
        "The Serbian minister is expected in Croatia on holiday.",
        "Serbian pop queen Ana Kovac is expected in Croatia.",
        "The Serbian premier is expected in Vienna and the Croatian president in Budapest.",
        "If the Serbian premier is due in Croatia, nobody knows it.",
        "Few leaders are expected in Croatia.",
        "The Serbian premier is due in court.",
        "The Serbian premier is not expected in Croatia before May.",
        "A verdict against the Serbian envoy is due in Croatia.",
        "The Serbian premier met her colleagues in the Senate.",
        "The Serbian premier denied meeting the Croatian president.",
    ],
)
def test_the_same_words_of_something_else(sentence: str) -> None:
    """What is rung, called, received, summoned or due is nobody of another side, or it was not."""
    assert meetings(sentence) == []
