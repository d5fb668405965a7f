"""Consequences: harm that is announced."""

import pytest

from reading_factories import told


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
    assert found.flags == ()  # "would" is of the harm, and the warning is given
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
        "If Ostmark opens the gates, it will have a positive effect on the price of grain, Varenia said.",
    ],
)
def test_no_consequence_without_harm_to_another(text: str) -> None:
    """Denied, harmless, without a mover, one's own, or said by nobody."""
    assert not [p for p in told(text) if p.rule == "position.consequence"]
