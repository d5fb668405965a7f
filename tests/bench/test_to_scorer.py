"""annotate's lines in the scorers' formats."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "to_scorer.py"


def span(start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": "x" * (end - start)}


FINDS: list[dict[str, Any]] = [
    {
        "article": "a",
        "kind": "attribution",
        "id": "1",
        "spans": [span(0, 9)],
        "source": [span(0, 3)],
        "cue": [span(4, 5)],
        "content": [span(6, 7), span(8, 9)],
        "parent": None,
    },
    {"article": "a", "kind": "attribution", "id": "2", "spans": [span(6, 7)], "content": [span(6, 7)], "parent": "1"},
    {"article": "b", "kind": "time", "id": "3", "spans": [span(2, 8)], "type": "DATE", "value": "2031-04-01"},
    {"article": "b", "kind": "place", "id": "4", "spans": [span(9, 12)], "lat": 1.5, "lon": 2.5, "geonameid": 7},
    {"article": "b", "kind": "place", "id": "5", "spans": [span(9, 12)], "lat": 1.5, "lon": 2.5, "geonameid": 7},
]


def converted(task: str, text: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(SCRIPT), "--task", task]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (
            "polnear",
            [
                {
                    "doc": "a",
                    "spans": [
                        {"role": "source", "start": 0, "end": 3, "attribution_id": "1"},
                        {"role": "cue", "start": 4, "end": 5, "attribution_id": "1"},
                        {"role": "content", "start": 6, "end": 7, "attribution_id": "1"},
                        {"role": "content", "start": 8, "end": 9, "attribution_id": "1"},
                    ],
                },
                {"doc": "b", "spans": []},
            ],
        ),
        ("times", [{"doc": "b", "start": 2, "end": 8, "type": "DATE", "value": "2031-04-01"}]),
        ("places", [{"doc": "b", "start": 9, "end": 12, "lat": 1.5, "lon": 2.5, "geonameid": 7}]),
    ],
)
def test_finds_become_predictions(task: str, expected: list[dict[str, Any]]) -> None:
    """Nested attributions and second readings of a place are left out."""
    done = converted(task, "".join(json.dumps(f) + "\n" for f in FINDS))
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected


def test_other_lines_are_refused() -> None:
    """The message says what was expected."""
    done = converted("times", "no json\n")
    assert done.returncode == 1
    assert "not a line of onrecord annotate" in done.stderr
