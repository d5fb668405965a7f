"""Positions that the tagger tells beside the rules."""

import msgspec
import pytest

from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions import find_positions
from onrecord.records.positions.learned import LEAST, LEAST_BY_ACT
from reading_factories import learned, mentioned


def test_what_the_tagger_tells_becomes_a_draft() -> None:
    """Held by whom it points to, else by whom the sentence says; the score is its share."""
    text = "Varenia wants the barges gone, its envoy said. Ostmark laughed it off."
    [draft] = learned(text, "laughed", act="refusal", share=0.83)
    assert (draft.act, [h.side for h in draft.holders], draft.score) == ("refusal", ["Ostmark"], 0.83)
    [draft] = learned(text, "laughed", act="refusal", holder="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


@pytest.mark.parametrize(
    ("text", "word", "act", "share"),
    [
        ("Varenia rejected the draft.", "rejected", "refusal", 0.9),
        ("Ostmark laughed it off.", "laughed", "refusal", LEAST - 0.05),
        ("A tall mast laughed it off.", "laughed", "refusal", 0.9),
        ("Varenia imposed tolls on Ostmark.", "imposed", "accusation", 0.9),
        ("Ostmark needs the grain of Varenia.", "needs", "demand", 0.9),
    ],
)
def test_what_a_rule_told_or_nobody_holds_is_not_added(text: str, word: str, act: PositionAct, share: float) -> None:
    """Of one cue and act there is one draft; what the tagger adds is sure, held by somebody and no deed of his own."""
    assert learned(text, word, act=act, share=share) == []


def test_what_lies_around_a_rules_words_says_the_same() -> None:
    """ "Concerns her fear" is no second fear."""
    text = "The first point concerns Varenia's fear that Ostmark will close the lock."
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    triggers = tuple(
        Trigger(at[word], {"concern": 0.9}, {}, {}, {}, (at["Varenia"],), (), ()) for word in ("concerns", "fear")
    )
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=triggers))
    assert [(p.rule, p.holder) for p in found] == [("position.noun.fear", "Varenia")]


def test_what_another_act_is_about_is_no_act() -> None:
    """ "Demanded a pledge" pledges nothing."""
    assert learned("Varenia demanded a pledge from Ostmark.", "pledge", act="assurance", holder="Ostmark") == []


@pytest.mark.parametrize(
    ("text", "word", "act", "content"),
    [
        ("Varenia will never stop work on the locks.", "stop", "assurance", "will never stop work on the locks"),
        ("Varenia criticised the rude words and deeds of Ostmark.", "words", "accusation", "rude words and deeds of"),
        ("If Ostmark invades, the line will not come online, Varenia said.", "come", "warning", "come online"),
        ("Varenia saw a request from the towns for more boats.", "request", "demand", "more boats"),
        ("Varenia ruled out tolls.", "ruled", "accusation", "tolls"),
        (
            "The reply of Varenia is flawed in every part.",
            "flawed",
            "accusation",
            "The reply of Varenia is flawed in every",
        ),
    ],
)
def test_what_the_tagger_tells_keeps_its_words(text: str, word: str, act: PositionAct, content: str) -> None:
    """The word itself where it does not merely name the act, and what is asked for rather than by whom."""
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at[word], {act: 0.9}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert any(content in s.text for p in found for s in p.content)


def test_what_is_told_of_nobody_is_denied() -> None:
    """ "Threatened nobody" threatens nobody."""
    [draft] = learned("Varenia threatened nobody.", "threatened", act="warning")
    assert draft.final_act == "denial"


def test_an_accusation_needs_less_of_a_share() -> None:
    """Than other acts, and is told from then on."""
    least = LEAST_BY_ACT["accusation"]
    text = "Varenia said that Ostmark hobbled the talks."
    assert len(learned(text, "hobbled", act="accusation", share=least)) == 1
    assert learned(text, "hobbled", act="accusation", share=least - 0.01) == []
    assert learned(text, "hobbled", act="warning", share=least) == []


def test_nobody_demands_of_himself_what_he_must_do() -> None:
    """What the outlet thinks another should do is nobody's demand."""
    assert learned("Ostmark must show strength.", "show", act="demand", holder="Ostmark") == []
    assert learned("Ostmark must show strength.", "show", act="demand") == []
    [draft] = learned("Ostmark showed strength.", "showed", act="demand", holder="Ostmark")
    assert [h.side for h in draft.holders] == ["Ostmark"]


def test_who_is_not_ready_refuses() -> None:
    """Where the tagger tells the readiness."""
    [draft] = learned("Ostmark is not ready now.", "ready", act="offer", holder="Ostmark")
    assert draft.final_act == "refusal"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ostmark will close the lock, Varenia warned.", "Ostmark will close the lock"),
        ("Varenia warned.", "warned"),
    ],
)
def test_what_is_said_in_front_is_the_content(text: str, content: str) -> None:
    """ "It will respond, the minister warned": not the word alone."""
    found = learned(text, "warned", act="warning", holder="Varenia")
    assert [d.content.text for d in found if d.content is not None] == [content]


def test_only_who_warns_warns_of_what_is_said_in_front() -> None:
    """ "Vowed" stays a word by itself."""
    [draft] = learned("Ostmark would respond, Varenia vowed.", "vowed", act="assurance", holder="Varenia")
    assert draft.content is not None and draft.content.text != "Ostmark would respond"


def test_what_is_said_in_front_keeps_its_own_act() -> None:
    """ "Varenia refuses to give up the islands, its envoy warned": both."""
    article, doc, mentions = mentioned("Varenia refuses to give up the islands, Varenia warned.")
    at = {t.text: t.i for t in doc}
    triggers = tuple(
        Trigger(at[word], {act: 0.9}, {}, {}, {}, (holder,), (), ())
        for word, act, holder in (("refuses", "refusal", 0), ("warned", "warning", at["warned"] - 1))
    )
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=triggers))
    assert {(p.act, p.condition) for p in found} == {("refusal", None), ("warning", None)}


def test_what_is_unclear_is_no_condition() -> None:
    """ "It is unclear if they will attack, he warned"."""
    article, doc, mentions = mentioned("It is unclear if Ostmark will attack, Varenia warned.")
    at = next(t.i for t in doc if t.text == "warned")
    trigger = Trigger(at, {"warning": 0.9}, {}, {}, {}, (at - 1,), (), ())
    [found] = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert found.condition is None


def test_what_is_said_in_front_keeps_its_condition() -> None:
    """ "If Ostmark arms the islands, Varenia will close the lock, its envoy warned"."""
    article, doc, mentions = mentioned("If Ostmark arms the islands, Varenia will close the lock, Varenia warned.")
    at = next(t.i for t in doc if t.text == "warned")
    trigger = Trigger(at, {"warning": 0.9}, {}, {}, {}, (at - 1,), (), ())
    [found] = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert found.condition is not None
    assert [s.text for s in found.condition.spans] == ["If Ostmark arms the islands"]
    assert [s.text for s in found.content] == ["Varenia will close the lock"]


def test_who_accepts_nothing_endorses_nothing() -> None:
    """Whatever the tagger takes it for, where "no" makes the same of both."""
    [draft] = learned("Neither Norway nor Sweden has accepted.", "accepted", act="endorsement")
    assert draft.final_act == "refusal"
    [draft] = learned("Norway has not accepted.", "accepted", act="refusal")
    assert (draft.final_act, draft.negated) == ("refusal", False)


def test_who_tells_of_his_own_deed_blames_nobody() -> None:
    """ "We kept our word to Norway", said by its own minister."""
    text = '"We kept our word to Norway," said Foreign Minister Olav Berg of Norway.'
    assert not learned(text, "kept", act="accusation", holder="We")
    text = '"They broke their word to Norway," said Foreign Minister Olav Berg of Norway.'
    assert learned(text, "broke", act="accusation", holder="Berg")
