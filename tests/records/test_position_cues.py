"""Cue words of positions: each row of the table does in its example what it says."""

import pytest

from onrecord.data import table
from reading_factories import told

# The parser tags these participles as verbs, whose lemma ("dismay", "bind") is no cue.
TAGGED_AS_VERBS = {"dismayed", "bound"}
ROWS = [
    pytest.param(
        row,
        id=f"{row['lemma']} {row['pos']}",
        marks=[pytest.mark.xfail(strict=True, reason="a participle is looked up by the lemma of its verb")]
        if row["lemma"] in TAGGED_AS_VERBS
        else [],
    )
    for row in table("en/position_cues")
]


@pytest.mark.parametrize("row", ROWS)
def test_each_cue_gives_its_act_in_its_example(row: dict[str, str]) -> None:
    """An example that tells nothing, or another act, describes no rule."""
    assert row["act"] in {p.act for p in told(row["example"])}
