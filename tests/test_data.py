"""Word lists and tables: each loads, each is in the manifest, closed vocabularies hold."""

from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from onrecord.data import table
from onrecord.model.vocabulary import (
    ActivityWhat,
    MeetingFormat,
    MeetingState,
    PloverType,
    PositionAct,
    PositionStrength,
)

ROOT = Path(str(files("onrecord.data")))
TABLES = sorted(str(f.relative_to(ROOT).with_suffix("")) for f in ROOT.rglob("*.tsv") if f.name != "MANIFEST.tsv")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_loads(name: str) -> None:
    """Each row has the header's cells and stands there once."""
    assert table(name)


def test_the_manifest_names_every_file() -> None:
    """Source, licence and date of all data are said; nothing is named that is not there."""
    named = {row["file"] for row in table("MANIFEST")} - {"places.sqlite"}
    there = {str(f.relative_to(ROOT)) for kind in ("*.tsv", "*.toml") for f in ROOT.rglob(kind)} - {"MANIFEST.tsv"}
    assert named == there


@pytest.mark.parametrize(
    ("name", "column", "vocabulary"),
    [
        ("en/position_cues", "act", PositionAct),
        ("en/activity_cues", "what", ActivityWhat),
        ("en/meeting_cues", "format", MeetingFormat),
        ("en/meeting_senses", "format", MeetingFormat),
        ("en/meeting_states", "state", MeetingState),
        ("en/strength_words", "strength", PositionStrength),
        ("en/event_cues", "plover", PloverType),
    ],
)
def test_cues_use_the_closed_vocabularies(name: str, column: str, vocabulary: object) -> None:
    """A word of another vocabulary would reach the record unseen."""
    assert {row[column] for row in table(name)} <= {*get_args(vocabulary), ""}
