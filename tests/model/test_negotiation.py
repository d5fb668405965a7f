"""Negotiation files: what they may say, and what is wrong with a bad one."""

from pathlib import Path

import pytest

from onrecord.data import negotiation_files
from onrecord.model import negotiation_from
from onrecord.model.errors import NegotiationError

EXAMPLE = Path(__file__).parents[2] / "examples" / "telle-river" / "negotiation.toml"
SIDES = '[[sides]]\nid = "Varenia"\nname = "Varenia"\n'


def test_side_of_knows_ids_and_members() -> None:
    """A minister speaks for her state; nobody speaks for nobody."""
    negotiation = negotiation_from(EXAMPLE.read_bytes(), EXAMPLE.name)
    sides = [negotiation.side_of(a) for a in ("Varenia", "Ilse Marrak", "Somebody Else", None)]
    assert [s and s.id for s in sides] == ["Varenia", "Varenia", None, None]


@pytest.mark.parametrize("path", list(negotiation_files()), ids=lambda p: p.stem)
def test_shipped_files_can_be_used(path: Path) -> None:
    """Every shipped file is called as its id and has sides and issues."""
    negotiation = negotiation_from(path.read_bytes(), path.name)
    assert negotiation.id == path.stem
    assert len(negotiation.sides) >= 2 and len(negotiation.issues) >= 2


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("id = ", "onrecord negotiation new"),
        ('id = "x"\nname = "X"\n', "sides"),
        ('id = "x"\nname = "X"\ncolour = "red"\n' + SIDES, "colour"),
        ('id = "x"\nname = "X"\n' + SIDES + SIDES, "'Varenia' stands twice"),
        ('id = "x"\nname = "X"\n' + SIDES + 2 * '[[issues]]\nname = "tolls"\nseeds = []\n', "'tolls' stands twice"),
        ('id = "x"\nname = "X"\nstart = "soon"\n' + SIDES, "start"),
    ],
)
def test_a_bad_file_says_what_is_wrong(toml: str, message: str) -> None:
    """The message names the file and the trouble."""
    with pytest.raises(NegotiationError, match=message) as error:
        negotiation_from(toml.encode(), "talks.toml")
    assert str(error.value).startswith("talks.toml: ")
