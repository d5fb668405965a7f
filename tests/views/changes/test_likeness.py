"""Whether two contents are about the same thing."""

import pytest

from onrecord.views.changes.likeness import Topics, shared, stem

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
    ("text", "turned"),
    [
        ("to close the gates", False),
        ("not to close the gates", True),
        ("that it won’t close the gates", True),
        ("that the gates will not be closed", True),
        ("that it will not, under any terms, close the gates", True),
        ("that it will not fail and never would close the gates", True),
        ("no new gates that close", True),
        ("a treaty that rules out that the gates be closed", True),
        ("a treaty that does not rule out closing the gates", None),
        ("the rule that the gates close", False),
        # Another clause.
        ("to close the gates if tolls do not fall", False),
        ("to close the gates, forcing boats to ports that cannot take them", False),
        ("to stop the boats and to close the gates", False),
        ("not to sell boats, but to close the gates", False),
        # In its clause, but behind it or for less than half of it.
        ("closing the gates is not in our interest", None),
        ("to close the gates without delay", None),
    ],
)
def test_words_that_turn_round(text: str, turned: bool | None) -> None:
    """Those in front of "close" and "gates" in their clause."""
    assert TOPICS.of(text).turned({stem("close"), stem("gates")}) is turned


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("to open the gates", {"open"}),
        ("Varenia is ready to quickly open the gates", {"open"}),
        ("the gates be fully opened", {"gates", "open"}),
        ("a withdrawal from Ostmark", {"withdraw"}),
        ("Ostmark", set()),
    ],
)
def test_what_is_done(text: str, deeds: set[str]) -> None:
    """The first word but names and adverbs, and what stands behind "be"."""
    assert TOPICS.of(text).deeds == set(map(stem, deeds))


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
