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


ODUYA, NAMU = "Kenyan President Amos Oduya", "Ugandan Premier Ruth Namu"


@pytest.mark.parametrize(
    ("sentence", "format_"),
    [
        (f"{ODUYA} spent 90 minutes with {NAMU} in Kigali.", "bilateral"),
        (f"{ODUYA} spent 20 minutes on the phone with {NAMU}.", "call"),
        (f"{ODUYA} was on the phone to his Ugandan counterpart on Saturday.", "call"),
        (f"{ODUYA} got on the phone with {NAMU} on Saturday.", "call"),
        ("The Kenyan and Ugandan foreign ministers spoke on the hotline on Saturday.", "call"),
        ("Senior officials of Kenya and Uganda convened in Kigali on Saturday.", "bilateral"),
        ("Negotiators from Kenya and Uganda gathered in Kigali on Saturday.", "bilateral"),
        (f"{ODUYA} sat together with {NAMU} for two hours.", "bilateral"),
        (f"{ODUYA} saw {NAMU} alone for an hour.", "bilateral"),
        (f"{ODUYA} will see {NAMU} on Monday.", "bilateral"),
        (f"{ODUYA} paid a courtesy call on {NAMU}.", "visit"),
        (f"{ODUYA} had a tete-a-tete with {NAMU}.", "bilateral"),
        (f"{ODUYA} held a teleconference with {NAMU}.", "call"),
        ("The joint council of Kenya and Uganda convened in Kigali.", "bilateral"),
        ("A round between envoys of Kenya and Uganda ended in Kigali.", "bilateral"),
        (f"{ODUYA} had a face-to-face with {NAMU} in Kigali.", "bilateral"),
        (f"{ODUYA} conferred for ninety minutes with {NAMU}.", "bilateral"),
        ("Kenya called in Uganda's ambassador over the shelling.", "bilateral"),
    ],
)
def test_plain_words_for_meetings(sentence: str, format_: str) -> None:
    """What reporters say beside "met" and "held talks"."""
    (found,) = meetings(sentence)
    assert set(found.sides) == {"KE", "UG"}
    assert found.format == format_


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ODUYA} spent two years with Ugandan troops.",
        "Kenya spent $3 million with Ugandan firms.",
        f"{ODUYA} called on {NAMU} to resign.",
        f"{ODUYA} called on {NAMU} for restraint.",
        f"{ODUYA} called on the Ugandan premier on Saturday to withdraw.",
        f"{ODUYA} called on the United Nations on Saturday.",
        f"{ODUYA} sees {NAMU} as a threat.",
        f"{ODUYA} wants to see {NAMU} removed.",
        f"{ODUYA} saw {NAMU} leave the hall on Saturday.",
        f"{ODUYA} could see {NAMU} in the crowd.",
        f"{ODUYA} saw off {NAMU}.",
        f"{ODUYA} did not see {NAMU} on Saturday.",
        "Kenya saw Uganda's hand in the attack on Saturday.",
        "Kenya gathered evidence against Uganda on Saturday.",
        "Kenyan and Ugandan troops gathered at the border on Saturday.",
        "Fans of Kenya and Uganda gathered in Kigali on Saturday.",
        "Kenya and Uganda came together to condemn the attack.",
        f"{ODUYA} came face to face with a Ugandan lion.",
        "Kenyan runner Amos Oduya came face to face with Ugandan runner Ruth Namu in Kigali.",
        "Kenyan singer Amos Oduya got together with Ugandan singer Ruth Namu on Saturday.",
        "Kenya and Uganda sat together on the committee.",
        f"{ODUYA} got on with {NAMU}.",
        f"{ODUYA} convened his cabinet over Uganda.",
        "Kenya called in Ugandan loans.",
        "Uganda's ambassador was called in by a Kenyan court.",
        f"{ODUYA} spent an hour with his wife in Uganda.",
        f"{ODUYA} called on {NAMU} in Kampala on Saturday.",
        "Kenya and Uganda came together on Saturday in the rugby final in Kigali.",
        "The presidents of Kenya and Uganda came together in sorrow on Saturday after the flood.",
        f"{ODUYA} came face to face with Ugandan anger.",
        "The Kenyan hockey team had a get-together with Uganda.",
        "A huddle between Kenya's and Uganda's captains delayed the game.",
        "In the second round between Kenya and Uganda, the boxer fell.",
        "A round between the golfers of Kenya and Uganda ended level.",
        "Kenya will see Uganda on Monday.",
        "Kenya saw Uganda twice in the tournament.",
        "Kenya spent ten days with Uganda on the drill.",
        "Kenya's president spends more time with Uganda than at home.",
        "A teleconference of the Kenyan bank with Ugandan clients failed.",
        "Kenyan tycoon Amos Oduya had a tete-a-tete with the Ugandan king on Saturday.",
        "Kenya's president received a delegation of Ugandan miners on Saturday.",
        "The Kenyan premier received a delegation of the Ugandan farmers' union.",
        "Kenyan reporter Amos Oduya met his Ugandan colleague in prison on Saturday.",
        "Kenyan minister Amos Oduya met his brother's Ugandan colleague on Saturday.",
        "Kenya's king Amos met his cook and his Ugandan colleague.",
        "Kenyan conductor Amos Oduya hosted his Ugandan colleague Ruth Namu.",
        "Kenya's president spoke about her Ugandan colleague on Saturday.",
        "The Kenyan minister thanked her Ugandan colleague for a visit to a museum.",
        f"The rumour that {ODUYA} spent an hour with {NAMU} was denied.",
        f"The story that {ODUYA} met {NAMU} on Saturday is false, a spokesman said.",
        f"A blogger claimed falsely that {ODUYA} met {NAMU} on Saturday.",
        f"In a joke, {ODUYA} spends an hour with {NAMU}.",
        "The Kenyan premier was on the phone with Uganda on his screen.",
        f"{ODUYA} called on {NAMU} on Saturday in Kigali to stop the war.",
        "The presidents of Kenya and Uganda came together in Kigali on Saturday.",
    ],
)
def test_other_senses_of_plain_words(sentence: str) -> None:
    """Demands, sights, crowds and money."""
    assert meetings(sentence) == []


def test_whom_one_does_not_speak_to_is_no_side() -> None:
    """ "With Holt, not with Marin"."""
    (found,) = meetings(f"{ODUYA} was on the phone with {NAMU}, not with Rwandan President Paul Gasana.")
    assert set(found.sides) == {"KE", "UG"}
