"""Formats of a meeting, and the body in which it is held."""

import pytest

from meeting_factories import BERG, HOLT, meetings


@pytest.mark.parametrize(
    ("sentence", "title", "format_"),
    [
        (f"{BERG} met {HOLT}.", None, "bilateral"),
        (f"{BERG} spoke by phone with {HOLT}.", None, "call"),
        (f"{BERG} spoke with {HOLT}.", "Readout of President Berg's Call with President Holt", "call"),
        (f"{BERG} called {HOLT} on Friday.", None, "call"),
        (f"{BERG} told {HOLT} in a phone call that the river was closed.", None, "call"),
        (f"{BERG} held talks with {HOLT} via video link.", None, "call"),
        (f"{BERG} met with {HOLT}, who is in Iceland on a visit.", None, "visit"),
        (f"{BERG} chatted with {HOLT}.", None, "bilateral"),
        (f"{BERG} visited Peru.", None, "visit"),
        (f"{BERG} welcomed {HOLT} to the palace.", None, "visit"),
        ("Serbia, Croatia and Austria held talks.", None, "trilateral"),
        (f"{BERG} attended the NATO summit.", None, "multilateral"),
        (f"{BERG} attended the EU summit.", None, "multilateral"),
        ("The EU-Serbia summit ended.", None, "bilateral"),
        ("A summit between the EU and Serbia ended.", None, "bilateral"),
        (f"{BERG} met with NATO leaders.", None, "multilateral"),
        (f"{BERG} met her G7 counterparts.", None, "multilateral"),
        (f"{BERG} held talks with Serbia and its allies.", None, "multilateral"),
        (f"{BERG} held a trilateral meeting with {HOLT}.", None, "trilateral"),
        ("Vienna has hosted a meeting between Serbia and Croatia.", None, "hosted by a third party"),
        ("Austria will host talks between Serbia and Croatia.", None, "hosted by a third party"),
        ("Talks between Serbia and Croatia, mediated by Austria, ended.", None, "hosted by a third party"),
        ("Austrian-brokered talks between Serbia and Croatia failed.", None, "hosted by a third party"),
        ("Serbia and Croatia met in Vienna under the auspices of Austria.", None, "hosted by a third party"),
        ("Serbia and Croatia held talks under Austrian mediation.", None, "hosted by a third party"),
        ("Serbia and Croatia met in Vienna at the invitation of the EU.", None, "hosted by a third party"),
        ("Serbia and the EU held talks in Vienna at the invitation of the EU.", None, "bilateral"),
        ("Serbia and Croatia resumed talks facilitated by the EU.", None, "hosted by a third party"),
        ("Serbia and Croatia met in Vienna under the chairmanship of Ana Kovac.", None, "bilateral"),
        ("Serbia and Croatia met in Vienna through the mediation of a Swiss bank.", None, "bilateral"),
        (f"{BERG} conferred with {HOLT} by video link.", None, "call"),
        (f"{BERG} told reporters by video link of her meeting with {HOLT}.", None, "bilateral"),
        (f"{BERG} will host {HOLT} and Serbian premier Jan Pavic.", None, "visit"),
        (f"{BERG} hosted a conference call with {HOLT}.", None, "call"),
        ("The EU and Serbia held a summit.", None, "bilateral"),
        (f"{BERG}'s trip to Peru was short.", None, "visit"),
        (f"{BERG} has spoken with {HOLT}.", "Background press call by officials", "bilateral"),
    ],
)
def test_the_format(sentence: str, title: str | None, format_: str) -> None:
    """By the words of the sentence, or a title that says it reports a call."""
    assert [m.format for m in meetings(sentence, title)] == [format_]


@pytest.mark.parametrize(
    ("sentence", "forum", "sides"),
    [
        ("Serbia and Croatia held talks in the Normandy Format on Monday.", "Normandy Format", ("RS", "HR")),
        (
            "The NATO-Russia Council met on Monday; NATO and Russia held talks in the NATO-Russia Council.",
            "NATO-Russia Council",
            ("NATO", "RU"),
        ),
        (f"{BERG} and {HOLT} met at a session of the UN Security Council.", None, ("IS", "PE")),
        ("NATO held talks with Russia on Monday.", None, ("NATO", "RU")),
        ("Serbia and Croatia held an EU summit on Monday.", "EU", None),
        ("An EU-Serbia summit was held in Vienna on Monday.", None, ("EU", "RS")),
    ],
)
def test_the_forum(sentence: str, forum: str | None, sides: tuple[str, ...] | None) -> None:
    """The body it is held in; a council whose members meet is no participant besides, and one of two sides no forum."""
    found = [m for m in meetings(sentence) if sides is None or set(m.sides) == set(sides)]
    assert found and found[-1].forum == forum
    assert sides is None or found[-1].sides == sides
