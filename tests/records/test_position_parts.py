"""Positions in their parts: consequences, conditions, voice, strength, and what the learned rule adds."""

from typing import get_args

import pytest

from onrecord.data import table
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import Parties
from onrecord.records.positions import RULES
from onrecord.records.positions.features import candidates, features
from onrecord.records.positions.learned import LEAST, NONE, act_of, learned_drafts
from reading_factories import mentioned, told


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Varenia said it will impose sanctions if Ostmark invades the province.",
            "if Ostmark invades the province",
        ),
        ("An invasion by Ostmark would be met with a swift response, Varenia said.", "An invasion by Ostmark"),
    ],
)
def test_a_consequence_warns_who_would_bring_it_about(text: str, condition: str) -> None:
    """The deed is the condition, and its doer both mover and addressee."""
    (found,) = [p for p in told(text) if p.rule == "position.consequence"]
    assert (found.act, found.holder, found.addressee) == ("warning", "Varenia", "Ostmark")
    assert found.condition is not None
    assert (found.condition.spans[0].text, found.condition.mover) == (condition, "Ostmark")


@pytest.mark.parametrize(
    "text",
    [
        "An invasion by Ostmark would not be met with a response, Varenia said.",
        "The parade will cost a million, Varenia said.",
        "Varenia said it will impose sanctions.",
        "Varenia said it will pay if Varenia invades the province.",
        "If Ostmark invades the province, it will pay.",
    ],
)
def test_no_consequence_without_harm_to_another(text: str) -> None:
    """Denied, harmless, without a mover, one's own, or said by nobody."""
    assert not [p for p in told(text) if p.rule == "position.consequence"]


@pytest.mark.parametrize(
    ("text", "words", "mover", "reciprocal"),
    [
        (
            "Varenia is ready to open the gates if Ostmark withdraws its guns.",
            "if Ostmark withdraws its guns",
            "Ostmark",
            False,
        ),
        (
            "Varenia is ready to open the gates unless Ostmark closes the lock.",
            "unless Ostmark closes the lock",
            "Ostmark",
            False,
        ),
        ("Varenia is ready to open the gates in return for a pledge.", "in return for a pledge", None, False),
        (
            "Varenia is ready to open the gates if Ostmark takes reciprocal steps.",
            "if Ostmark takes reciprocal steps",
            "Ostmark",
            True,
        ),
        ("Varenia offered mutual inspections.", "mutual inspections", None, True),
        (
            "Should Ostmark choose to withdraw, Varenia is ready to talk.",
            "Should Ostmark choose to withdraw",
            "Ostmark",
            False,
        ),
    ],
)
def test_conditions(text: str, words: str, mover: str | None, reciprocal: bool) -> None:
    """What it takes, and who must move."""
    (found,) = [p for p in told(text) if p.act == "offer"]
    assert found.condition is not None
    on = found.condition
    assert (on.spans[0].text, on.mover, on.reciprocal) == (words, mover, reciprocal)


@pytest.mark.parametrize(
    "text",
    [
        "Varenia reaffirmed its mutual commitment to peace.",
        "Varenia is ready to open the gates.",
        "Varenia rejected the draft if that matters.",
        "Varenia fears that the river will be closed.",
    ],
)
def test_no_condition(text: str) -> None:
    """ "Mutual" of an assurance, or an act that nothing can be the price of."""
    found = told(text)
    assert found
    assert all(p.condition is None for p in found)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Varenia said it rejected the draft.", "own"),
        ("Ostmark said Varenia rejected the draft.", "other"),
        ("Varenia rejected the draft.", "outlet"),
    ],
)
def test_voice(text: str, voice: str) -> None:
    """Whose word it is that the holder holds it."""
    assert [(p.holder, p.voice) for p in told(text)] == [("Varenia", voice)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Varenia strongly condemned the raid.", "strong"),
        ("Varenia voiced deep concern over the drills.", "strong"),
        ("Varenia could accept a pause.", "weak"),
        ("Varenia hinted at a pause.", "weak"),
        ("Varenia condemned the raid.", None),
        pytest.param(
            "Varenia condemned the strong wind.",
            None,
            marks=pytest.mark.xfail(strict=True, reason="what qualifies any object of a cue counts for the cue"),
        ),
    ],
)
def test_strength(text: str, strength: str | None) -> None:
    """By the cue and what qualifies it."""
    found = told(text)
    assert found
    assert {p.strength for p in found} == {strength}


def test_the_weights_are_of_acts() -> None:
    """A column of another name would reach the record as an act."""
    assert set(table("en/position_weights")[0]) - {"feature"} <= {*get_args(PositionAct), NONE}


@pytest.mark.parametrize("features_seen", [{}, {"word=reject": 1.0, "pos=VERB": 1.0}, {"no such feature": 1.0}])
def test_the_model_answers_with_an_act_and_a_score(features_seen: dict[str, float]) -> None:
    """Of whatever it is asked about, however little it is sure."""
    act, score = act_of(features_seen)
    assert act in get_args(PositionAct)
    assert 0 <= score <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Varenia rejected the draft.",
        "Varenia strongly condemned the raid.",
        "Varenia voiced support for the mediator.",
        "Varenia said it is ready to open the gates if Ostmark withdraws.",
        "An invasion by Ostmark would be met with a swift response, Varenia said.",
    ],
)
def test_a_learned_draft_never_doubles_a_rule(text: str) -> None:
    """Of one cue and act there is one draft; what is learned is sure enough and held by somebody."""
    article, doc, mentions = mentioned(text)
    parties = Parties(mentions, article)
    for sentence in doc.sents:
        by_rule = [d for rule in RULES for d in rule(sentence, parties)]
        learned = list(learned_drafts(sentence, parties, by_rule))
        assert by_rule
        assert not {(d.cue.root.i, d.act) for d in learned} & {(d.cue.root.i, d.act) for d in by_rule}
        assert all(d.holders and d.score >= LEAST for d in learned)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Varenia has rejected the draft.", ["rejected"]),
        ("Varenia is wary of the red draft.", ["is", "wary"]),
        ("Ostmark made an offer of grain.", ["made", "offer"]),
        ("The tall mast near the river.", ["mast"]),
    ],
)
def test_candidates(text: str, words: list[str]) -> None:
    """Main verbs, predicates and cue nouns; no auxiliary, no attribute, no other noun."""
    article, doc, mentions = mentioned(text)
    found = [t for s in doc.sents for t in candidates(s)]
    assert [t.text for t in found] == words
    assert all(f"pos={t.pos_}" in features(t, Parties(mentions, article), ()) for t in found)
