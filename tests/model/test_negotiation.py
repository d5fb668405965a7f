"""Negotiations: who stands for which side."""

import pytest

from onrecord.model import Negotiation, Side

TALKS = Negotiation(
    id="telle",
    name="Talks on the Telle",
    sides=(Side(id="Varenia", name="Varenia", members=("Ilse Marrak",)), Side(id="Lorvane", name="Lorvane")),
)


@pytest.mark.parametrize(
    ("actor", "side"),
    [("Varenia", "Varenia"), ("Ilse Marrak", "Varenia"), ("Lorvane", "Lorvane"), ("Merrow", None), (None, None)],
)
def test_side_of_knows_ids_and_members(actor: str | None, side: str | None) -> None:
    """A minister stands for her state; a state that is no side, and nobody, stand for none."""
    found = TALKS.side_of(actor)
    assert (found and found.id) == side


def test_another_file_has_another_digest() -> None:
    """Aliases decide who is who, so a file with other aliases is another file."""
    renamed = Negotiation(
        id=TALKS.id, name=TALKS.name, sides=(Side(id="Varenia", name="Varenia", aliases=("Halvest",)),)
    )
    assert renamed.digest != TALKS.digest
