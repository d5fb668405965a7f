"""Cue words of positions: each row of the table does in its example what it says."""

import pytest

from onrecord.data import table
from reading_factories import told

ROWS = [pytest.param(row, id=f"{row['lemma']} {row['pos']}") for row in table("en/position_cues")]


@pytest.mark.parametrize("row", ROWS)
def test_each_cue_gives_its_act_in_its_example(row: dict[str, str]) -> None:
    """An example that tells nothing, or another act, describes no rule."""
    assert row["act"] in {p.act for p in told(row["example"])}
