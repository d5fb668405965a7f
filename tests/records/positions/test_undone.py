"""What is left open or undone, or given up."""

import pytest

from factories import parsed
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions.usage import act_as_used
from reading_factories import learned, told


@pytest.mark.parametrize(
    ("text", "word", "act", "used"),
    [
        ("Varenia has neither accepted nor rejected the draft.", "rejected", "refusal", None),
        ("Varenia has neither accepted nor rejected the draft.", "accepted", "concession", None),
        ("The ministry would neither confirm nor deny the raid.", "deny", "denial", None),
        ("Varenia did not reject or endorse the draft.", "reject", "refusal", None),
        ("Varenia must accept or reject the draft.", "reject", "refusal", None),
        ("Varenia did not accept the draft or reject the talks.", "accept", "concession", "concession"),
        ("Varenia will not support the draft or blame Ostmark for it.", "support", "endorsement", "endorsement"),
        ("Varenia has not decided whether to reject the draft.", "reject", "refusal", None),
        ("Varenia neither accepts nor recognises the verdict.", "accepts", "concession", "concession"),
        ("Varenia has not rejected the draft.", "rejected", "refusal", "refusal"),
        ("Varenia did not sign the draft and condemned the raid.", "condemned", "accusation", "accusation"),
        ("Varenia rejects the draft, whether or not Ostmark signs.", "rejects", "refusal", "refusal"),
        ("Varenia stopped short of rejecting the draft.", "rejecting", "refusal", None),
        ("Varenia avoided condemning the raid.", "condemning", "accusation", None),
        ("Varenia came close to rejecting the draft.", "rejecting", "refusal", None),
        ("Varenia asked for time rather than rejecting the draft.", "rejecting", "refusal", None),
        ("Varenia did not say that it would support the draft.", "support", "endorsement", None),
        ("Varenia gave no sign that it would support the draft.", "support", "endorsement", None),
        ("Varenia did not stop short of rejecting the draft.", "rejecting", "refusal", "refusal"),
        ("Varenia said that it would support the draft.", "support", "endorsement", "endorsement"),
        ("Varenia did not say why it refused to attend.", "refused", "refusal", "refusal"),
        ("Varenia not only said that it rejects the draft.", "rejects", "refusal", "refusal"),
        ("Varenia cannot say often enough that it rejects the draft.", "rejects", "refusal", "refusal"),
        ("Varenia did not mention that it had rejected the draft.", "rejected", "refusal", "refusal"),
        ("Varenia failed to sign and rejected the draft.", "rejected", "refusal", "refusal"),
        ("Varenia did not say much, but it supported the draft.", "supported", "endorsement", "endorsement"),
        ("Varenia failed to condemn the raid.", "condemn", "accusation", None),
        ("Varenia refrained from threatening Ostmark.", "threatening", "warning", None),
        ("Varenia has yet to endorse the draft.", "endorse", "endorsement", None),
        ("Varenia did not fail to condemn the raid.", "condemn", "accusation", "accusation"),
        ("Varenia opened the talks by condemning the raid.", "condemning", "accusation", "accusation"),
    ],
)
def test_what_is_left_open_or_undone_is_no_act(
    text: str, word: str, act: PositionAct, used: PositionAct | None
) -> None:
    """By whom neither it nor its contrary is done, or it is stopped short of."""
    _, _, doc = parsed(text)
    assert act_as_used(next(t for t in doc if t.text == word), act) == used


@pytest.mark.parametrize(
    ("text", "word", "act", "used"),
    [
        ("Varenia dropped its opposition to the fund.", "opposition", "refusal", None),
        ("Varenia dropped its opposition to the fund.", "dropped", "refusal", "concession"),
        ("Varenia backed away from its demand for tolls.", "backed", "refusal", "concession"),
        ("Varenia came back, reversing an earlier refusal.", "refusal", "refusal", None),
        ("Varenia did not repeat its threat to shut the gates.", "threat", "warning", None),
        ("Varenia repeated its threat to shut the gates.", "threat", "warning", "warning"),
        ("Varenia refused to drop its demand for tolls.", "demand", "demand", "demand"),
        ("Varenia has not dropped its demand for tolls.", "demand", "demand", "demand"),
        ("Varenia should drop its demand for tolls.", "demand", "demand", "demand"),
        ("Varenia did not repeat Ostmark's threat.", "threat", "warning", "warning"),
        ("Varenia did not only repeat its threat.", "threat", "warning", "warning"),
        ("Varenia left the talks in opposition to the draft.", "opposition", "refusal", "refusal"),
        ("Varenia withdrew from the talks in opposition to the draft.", "withdrew", "refusal", "refusal"),
        ("Varenia withdrew its boats after a demand by Ostmark.", "demand", "demand", "demand"),
        ("Varenia gave up the base on the demand of Ostmark.", "demand", "demand", "demand"),
        ("Varenia withdrew its offer of boats.", "withdrew", "refusal", "refusal"),
        ("Varenia spurned an offer of boats.", "spurned", "offer", "refusal"),
    ],
)
def test_what_is_given_up_is_no_act(text: str, word: str, act: PositionAct, used: PositionAct | None) -> None:
    """To give up a demand or a refusal is a concession."""
    _, _, doc = parsed(text)
    assert act_as_used(next(t for t in doc if t.text == word), act) == used


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Varenia will impose no new tolls on Ostmark.", {("assurance", "Varenia")}),
        ("Varenia will sign no draft that leaves out the river.", {("refusal", "Varenia")}),
        ("Varenia will not support the draft.", {("refusal", "Varenia")}),
        ("Varenia would neither accept nor reject the draft.", set()),
        ("Varenia no longer supports the draft.", {("refusal", "Varenia")}),
        ("Varenia is no longer ready to wait.", {("refusal", "Varenia")}),
        ("Varenia no longer opposes the draft.", {("concession", "Varenia")}),
        ("Varenia no longer threatens to close the gates.", set()),
        ("Varenia will not sign or ratify the draft.", {("refusal", "Varenia")}),
    ],
)
def test_no_and_neither_deny(text: str, acts: set[tuple[str, str]]) -> None:
    """As "not" does."""
    assert {(p.act, p.holder) for p in told(text)} == acts


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("Norway rejected a call to leave the pact.", "call", "demand"),
        ("Norway ignored a threat to close the port.", "threat", "warning"),
        ("The accusation, which Norway called a fairy tale, was repeated.", "accusation", "accusation"),
    ],
)
def test_who_answers_an_act_does_not_hold_it(text: str, word: str, act: PositionAct) -> None:
    """Though the tagger points to him."""
    assert not learned(text, word, act=act, holder="Norway")


def test_who_makes_a_demand_holds_it() -> None:
    """No verb of an answer."""
    [draft] = learned("Norway had a demand that the port be closed.", "demand", act="demand", holder="Norway")
    assert [h.side for h in draft.holders] == ["NO"]
