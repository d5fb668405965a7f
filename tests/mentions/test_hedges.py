"""Words of doubt."""

import pytest

from factories import parsed
from onrecord.data import table
from onrecord.mentions.hedges import find_hedges


def hedges(text: str) -> list[str]:
    article, _, doc = parsed(text)
    return [h.text for h in find_hedges(doc, article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks may resume in spring.", ["may"]),
        ("Ostmark has roughly 9,000 soldiers on the Telle.", ["roughly"]),
        ("The tunnel cost about $40 million.", ["about"]),
        ("It is too early to know if the truce will hold.", ["too early to know"]),
        ("There’s little to no expectation of a quick deal.", ["little to no expectation"]),
        ("The two sides may be able to agree on a map.", ["may be able to"]),
        ("It’s unclear who fired first.", ["It’s unclear"]),
        ("The king has reportedly left.", ["reportedly"]),
        ("The logs suggest that the ship turned.", ["suggest that"]),
        ("The claim could not be independently verified.", ["could not be independently verified"]),
        ("The truce could fail, and the league might not meet again.", ["could", "might"]),
        ("Perhaps the envoy will stay.", ["Perhaps"]),
        ("It is\nunclear who fired.", ["It is\nunclear"]),
    ],
)
def test_words_of_doubt_are_found_as_written(text: str, expected: list[str]) -> None:
    """Each hedge is a span of the text, the longest entry first."""
    assert hedges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met in May.",
        "On May 3 the league voted.",
        "The minister spoke about the river.",
        "Some ships left the port.",
        "From the tower the guards could see the fleet.",
        "The boats could not reach the island that night.",
        "The fleet left the harbour on Monday.",
    ],
)
def test_what_only_looks_like_doubt_is_left_out(text: str) -> None:
    """The month, the preposition and past ability are no hedges."""
    assert hedges(text) == []


@pytest.mark.parametrize("row", table("en/hedges"), ids=lambda row: row["hedge"])
def test_every_entry_of_the_list_is_found_in_its_example(row: dict[str, str]) -> None:
    """The list's own examples hold, or a longer entry covers the shorter one."""
    assert any(row["hedge"] in h.casefold().replace("’", "'") for h in hedges(row["example"]))
