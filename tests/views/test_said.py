"""What was said, chosen by speaker and issue."""

import pytest

from onrecord.model import Speaker
from onrecord.views.said import said
from record_factories import a_position, an_attribution, an_entry, an_info

MARRAK = an_attribution(
    "the minister",
    speaker=Speaker(actor="Ilse Marrak", name="Ilse Marrak", role="foreign minister", affiliation="Varenia"),
)
OFFICIAL = an_attribution("two officials", "that the tolls would fall", level="specific unnamed", at=100)


def entries() -> list:
    """Two statements, each with a position inside."""
    first, second = an_entry(MARRAK, an_info("a", "2024-03-09")), an_entry(OFFICIAL, an_info("b", "2024-03-01"))
    inside = a_position(words="water", at=5, issues=("water",))
    rests = a_position(words="tolls", at=900, issues=("tolls",), attribution=second.find.id)
    return [first, an_entry(inside, first.article), second, an_entry(rests, second.article)]


@pytest.mark.parametrize(
    ("by", "on", "sources"),
    [
        (None, None, ["two officials", "the minister"]),
        ("marrak", None, ["the minister"]),
        ("Varenia", None, ["the minister"]),
        ("foreign min", None, ["the minister"]),
        ("officials", None, ["two officials"]),
        ("US", None, []),
        (None, "toll", ["two officials"]),
        (None, "WATER", ["the minister"]),
        ("Marrak", "tolls", []),
    ],
)
def test_statements_are_chosen_and_ordered(by: str | None, on: str | None, sources: list[str]) -> None:
    """By date of publication; a short id is not looked for inside other words."""
    assert [s.word.source for s in said(entries(), by=by, on=on)] == sources


def test_an_undated_article_comes_last() -> None:
    """What has no date has no place in the order."""
    undated = an_entry(MARRAK, an_info("a", None))
    assert [s.date for s in said([undated, *entries()[2:3]])] == ["2024-03-01", None]
