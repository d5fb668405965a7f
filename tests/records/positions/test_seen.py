"""What rules tell as the tagger sees it."""

import msgspec
import pytest

from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions import find_positions
from onrecord.records.positions.learned import LEAST
from onrecord.records.positions.seen import DOUBTED, SEEN
from reading_factories import mentioned


@pytest.mark.parametrize(
    ("word", "act", "share", "found"),
    [
        ("rejected", "refusal", 0.9, ["position.verb.reject refusal"]),
        ("rejected", "refusal", SEEN, ["position.verb.reject refusal"]),
        ("rejected", "refusal", SEEN - 0.05, []),
        ("rejected", "denial", LEAST - 0.05, ["position.verb.reject refusal"]),
        ("rejected", "denial", DOUBTED - 0.05, []),
        ("rejected", "denial", 0.9, ["position.learned.reject denial"]),
        ("draft", "refusal", SEEN, ["position.verb.reject refusal"]),
        ("Monday", "refusal", SEEN, []),
    ],
)
def test_a_rule_tells_what_the_tagger_sees_too(word: str, act: PositionAct, share: float, found: list[str]) -> None:
    """Left out where it does not see that act in the words of the rule, and of its act where it is sure of another.

    Where it doubts which act the word tells, the rule says it.
    """
    article, doc, mentions = mentioned("Monday came. Varenia rejected the draft.")
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at[word], {act: share}, {}, {}, {}, (), (), ())
    positions = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [f"{p.rule} {p.act}" for p in positions] == found


def test_a_readiness_that_the_tagger_sees_as_a_threat_warns() -> None:
    """ "Prepared for anything"."""
    article, doc, mentions = mentioned("Varenia is prepared for other scenarios.")
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at["prepared"], {"warning": LEAST}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [p.act for p in found] == ["warning"]
