"""The scorer of events: what counts as a hit, and the mean over the roots."""

import pytest

import plover
from factories import parsed
from onrecord.model import Event, cut

TEXT = "Ostmark freed two sailors of Varenia."


def an_event(actor: str, recipient: str, kind: str) -> Event:
    """An event between these words."""
    spans = [(cut(TEXT, at := TEXT.index(words), at + len(words)),) for words in (actor, recipient, "freed")]
    return Event(
        spans=spans[0],
        rule="a rule",
        score=0.5,
        actor=None,
        actor_spans=spans[0],
        recipient=None,
        recipient_spans=spans[1],
        cue=spans[2],
        plover=kind,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("events", "scores"),
    [
        ([an_event("Ostmark", "two sailors", "RETREAT")], (100, 100, 100, 1)),
        ([an_event("Ostmark", "Varenia", "CONCEDE")], (100, 100, 100, 1)),
        ([an_event("Ostmark", "freed", "RETREAT")], (0, 0, 0, 1)),
        ([an_event("Ostmark", "two sailors", "AID")], (0, 0, 0, 1)),
        ([an_event("Ostmark", "Varenia", "RETREAT"), an_event("Varenia", "Ostmark", "AID")], (50, 100, 200 / 3, 2)),
        ([], (0, 0, 0, 0)),
    ],
)
def test_a_hit_meets_both_sides_and_the_root(events: list[Event], scores: tuple[float, ...]) -> None:
    """CONCEDE and RETREAT are one root; every other find counts against precision."""
    article, _, doc = parsed(TEXT)
    row = plover.Row(article, doc, "YIELD", ((0, 7),), ((14, 36),))
    assert plover._end_to_end([row], [events]) == pytest.approx(scores)


def test_precision_by_type() -> None:
    """Over all runs: right finds of a type among its finds."""
    article, _, doc = parsed(TEXT)
    row = plover.Row(article, doc, "YIELD", ((0, 7),), ((14, 36),))
    right, wrong = (an_event("Ostmark", words, "RETREAT") for words in ("two sailors", "freed"))
    assert plover._by_type([row], [[[right]], [[wrong]]]) == [("RETREAT", 0.5, 2)]


def test_the_mean_is_over_roots_not_rows() -> None:
    """A root that is never given scores nothing."""
    assert plover._macro(["AID", "AID", "AID", "ASSAULT"], ["AID"] * 4) == pytest.approx((6 / 7) / 2)
