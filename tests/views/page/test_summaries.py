"""What a card says first."""

from typing import Any

import pytest

from onrecord.model import (
    Activity,
    Actor,
    Assessment,
    Attribution,
    Condition,
    Credit,
    Event,
    Find,
    Meeting,
    Participant,
    Place,
    Position,
    Quantity,
    Sourcing,
    Span,
    Speaker,
    Time,
)
from onrecord.views.page.summaries import summary_of


def span(text: str) -> Span:
    """Words, wherever they stand."""
    return Span(0, len(text), text)


def found(kind: type[Find], words: str, **fields: Any) -> Any:
    """A find of these words."""
    return kind(spans=(span(words),), rule="r", score=0.7, **fields)


@pytest.mark.parametrize(
    ("find", "heading", "words", "facts"),
    [
        (
            found(
                Position,
                "refused to pay",
                content=(span("to pay all"),),
                holder="PL",
                act="refusal",
                addressee="unnamed:two envoys",
                issues=("money",),
                condition=Condition(spans=(span("unless they leave"),), mover="DE"),
            ),
            "Poland refuses, to two envoys (unnamed)",
            "to pay all",
            ("condition (Germany to move): “unless they leave”", "money"),
        ),
        (
            found(
                Attribution,
                "they said no",
                source=(span("two aides"),),
                cue=(span("said"),),
                content=(span("all no"),),
                sourcing=Sourcing(level="vague unnamed", number=2, relays=3),
                speaker=Speaker(actor=None),
            ),
            "two aides: said",
            "all no",
            ("vague unnamed", "2 people", "at 2 removes"),
        ),
        (
            found(
                Meeting,
                "met",
                participants=(Participant(name="Ana Berg"), Participant(name="Tom Holt")),
                state="planned",
                start="2024-03-11",
                place="Lind",
                format="bilateral",
            ),
            "Ana Berg, Tom Holt - planned",
            "met",
            ("2024-03-11", "Lind", "bilateral"),
        ),
        (found(Meeting, "met", state="held"), "who met is not told - held", "met", ("date not given",)),
        (
            found(
                Activity,
                "moved",
                what="deployment",
                holder=None,
                force="tanks",
                place="Lind",
                state="done",
                start="2024-03",
                end="2024-04",
                direction=(span("to the dam"),),
            ),
            "holder unresolved: deployment tanks",
            "moved",
            ("done", "Lind", "“to the dam”", "2024-03 until 2024-04"),
        ),
        (found(Assessment, "unlikely"), "A view", "unlikely", ()),
        (found(Assessment, "unlikely", holder="PL", about="DE"), "Poland: view", "unlikely", ("about Germany",)),
        (
            found(
                Event,
                "fined",
                actor="PL",
                actor_spans=(span("Warsaw"),),
                recipient=None,
                recipient_spans=(span("the firm"),),
                cue=(span("fined"),),
                plover="COERCE",
            ),
            "COERCE: Poland → the firm",
            "fined",
            (),
        ),
        (
            found(Time, "May", type="DATE", value="2024-05", start_date="2024-05-01", end_date="2024-05-31"),
            "2024-05",
            "May",
            ("2024-05-01 to 2024-05-31",),
        ),
        (found(Time, "2024", type="DATE", value="2024"), "2024", "", ()),
        (
            found(Place, "Lind", alternatives=("Lind, North", "Lind, South", "Lind, East")),
            "place not known",
            "Lind",
            ("could be Lind, North; Lind, South",),
        ),
        (
            found(Actor, "Berg", actor="Ana Berg", type="person", reading="person", role=span("envoy"), state="PL"),
            "Ana Berg",
            "Berg",
            ("person", "envoy", "of Poland"),
        ),
        (
            found(Actor, "they", actor=None, type="group", reading="group", candidates=("PL", "DE")),
            "who it is is not settled",
            "they",
            ("group", "could be Poland; Germany"),
        ),
        (
            found(
                Quantity,
                "up to 4,000 men",
                lower=None,
                upper=4000,
                modifier="at most",
                unit="men",
                class_="personnel",
                whose="PL",
                where=span("in Lind"),
                doing=span("sent"),
            ),
            "at most 4,000 men",
            "up to 4,000 men",
            ("personnel", "of Poland", "“sent”", "“in Lind”"),
        ),
        (
            found(Quantity, "90 to 120", lower=90, upper=120, modifier="between"),
            "90 to 120",
            "",
            ("other",),
        ),
        (found(Credit, "Post", relation="reports", outlet="Lind Post"), "Lind Post: reports", "Post", ()),
    ],
)
def test_each_kind_says_who_does_what(find: Find, heading: str, words: str, facts: tuple[str, ...]) -> None:
    """The heading, the words unless the heading is them, and only what is told."""
    summary = summary_of(find)
    assert (summary.heading, summary.words, summary.facts) == (heading, words, facts)
