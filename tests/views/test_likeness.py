"""Whether two contents are about the same thing."""

import pytest

from onrecord.views.likeness import Topics, shared, stem

TOPICS = Topics(["Varenia", "Ostmark", "Ilse Marrak"])


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("to close the sluice gates in spring", "that the sluice gates be closed", ("close", "sluice", "gates")),
        ("deployments of gunboats", "deploying gunboats", ("deployments", "gunboats")),
        ("inspections", "inspections", ()),
        ("inspections in Ostmark", "inspecting Ostmark", ("inspections", "ostmark")),
        ("to continue the talks with Ostmark", "to continue the talks with Ostmark", ()),
        ("a written pledge on tolls", "a written pledge on fish quotas in the north", ()),
        ("a pledge on tolls from Ostmark", "a pledge on fish quotas from Ostmark", ()),
        ("closing the dam", "opening the harbour", ()),
        ("Varenia's talks with Ostmark", "Varenia's talks with Ostmark", ()),
    ],
)  # fmt: skip
def test_words_in_common(now: str, before: str, expected: tuple[str, ...]) -> None:
    """Two telling words that make up half of the shorter content, or one that with a name makes up nearly all."""
    assert shared(TOPICS.of(now), TOPICS.of(before)) == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("to close the gates", False),
        ("not to close the gates", True),
        ("that it won’t close the gates", True),
        ("that nobody can say it will not, and never would", False),
        ("no new dam", True),
        ("a treaty that rules out a dam", True),
        ("a treaty that does not rule out a dam", False),
    ],
)
def test_words_that_turn_round(text: str, negated: bool) -> None:
    """Two of them are none."""
    assert TOPICS.of(text).reversed is negated


@pytest.mark.parametrize(
    "forms",
    [
        ["deploy", "deploys", "deployed", "deploying", "deployment", "deployments"],
        ["sanction", "sanctions", "sanctioned", "sanctioning"],
        ["gate", "gates"],
        ["drop", "drops", "dropped", "dropping"],
        ["treaty", "treaties"],
        ["missile", "missiles"],
        ["withdraw", "withdrawal", "withdrawing"],
    ],
)
def test_forms_of_a_word_agree(forms: list[str]) -> None:
    """Without a language model."""
    assert len({stem(f) for f in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("press", "presence"), ("state", "station"), ("ally", "alley")])
def test_other_words_do_not(one: str, other: str) -> None:
    """Words that only begin alike stay apart."""
    assert stem(one) != stem(other)
