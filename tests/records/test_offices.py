"""Offices and institutions: which speak for their state."""

import re

import pytest

from factories import parsed
from onrecord.data import table
from onrecord.model import Actor, Mentions, Span, cut
from onrecord.records.parties import Parties

ROWS = table("en/apart_from_state")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["word"])
def test_each_office_and_body_is_as_its_example_shows(row: dict[str, str]) -> None:
    """Senators, former ministers and courts hold what they say for themselves, ministers for their state."""
    text = row["example"]
    article, _, doc = parsed(text)
    body = row["kind"] == "body"
    name = re.search(
        r"Ana Berg|Tom Holt|ambassador" if not body else r"[A-Z][\w ]+(?= passed| heard| demanded| ruled)", text
    )
    assert name is not None
    words = name[0].removeprefix("The ")
    start = text.index(words)
    actor = Actor(
        spans=(cut(text, start, start + len(words)),),
        rule="a rule",
        score=1.0,
        actor="Varenia" if body else words,
        type="institution" if body else "person",
        reading="government" if body else "person",
        institution=words if body else None,
        role=None if body else Span(0, len(text), text.removeprefix("The ")),
        state="Varenia",
    )
    token = next(t for t in doc if t.idx <= start < t.idx + len(t))
    party = Parties(Mentions(actors=(actor,)), article).of(token)
    assert party is not None
    assert (party.side == "Varenia") is (row["kind"] == "executive")
