"""Negotiation files: what they give and what is said of broken ones."""

from pathlib import Path

import pytest

from onrecord.intake.negotiations import load_negotiation, load_negotiations, shipped_negotiations
from onrecord.model.errors import NegotiationError

TELLE = """
id = "telle"
name = "Talks on the Telle"
start = 2024-03-01

[[sides]]
id = "VA"
name = "Varenia"
members = ["Ilse Marrak"]

[[sides]]
id = "OS"
name = "Ostmark"

[[issues]]
name = "water"
seeds = ["release of water", "Arn dam"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "telle.toml"


def test_loads_sides_and_issues(file: Path) -> None:
    """Members belong to their side, and the digest changes with the file."""
    file.write_text(TELLE)
    telle = load_negotiation(file)
    side = telle.side_of("Ilse Marrak")
    assert side is not None and side.id == "VA"
    assert telle.digest.startswith("telle@")
    file.write_text(TELLE.replace("Arn dam", "the dam"))
    assert load_negotiation(file).digest != telle.digest
    assert load_negotiations([file.parent, file]) == (load_negotiation(file),) * 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "telle"', 'id = "telle', "line 2"),
        ('name = "Ostmark"', "name = 7", "line 11"),
        ('name = "Ostmark"', 'name = "Ostmark"\ncolour = "red"', "line 11.*colour"),
        ('seeds = ["release of water", "Arn dam"]', "seeds = []", "'water' has no seeds"),
        ('id = "OS"', 'id = "VA"', "'VA' stands there twice"),
        ('id = "OS"', 'id = "Ilse Marrak"', "'Ilse Marrak' stands there twice"),
        ("start = 2024-03-01", "start = 2024-03-01\nend = 2023-03-01", "ends before"),
        ("start = 2024-03-01", 'start = "spring"', "start"),
        ('name = "Talks on the Telle"', "", "name"),
        ('name = "Ostmark"', 'name = "Ostmark"\naliases = ["(OS)"]', "OS.*letter"),
        ("[[issues]]", '[[actors]]\nid = "G"\nname = "Guard"\ntype = "institution"\n[[issues]]', "'G'.*`state`"),
        ("[[issues]]", '[[places]]\nname = "Arn"\nlat = 98\nlon = 23.9\n[[issues]]', "line 15.*90"),
        ("[[issues]]", '[[places]]\nname = "Arn"\nlat = 48.2\n[[issues]]', "line 15.*lon"),
        ('[[sides]]\nid = "OS"\nname = "Ostmark"\n', "", "two sides"),
        ('name = "Ostmark"', 'name = "Ostmark"\naliases = ["Varenia"]', "'Varenia' stands there twice"),
        ('id = "telle"', 'id = ""', "more than blanks"),
    ],
)
def test_says_what_is_wrong_and_where(file: Path, old: str, new: str, said: str) -> None:
    """The file, the line as far as it can be told, and what to do."""
    assert old in TELLE
    file.write_text(TELLE.replace(old, new))
    with pytest.raises(NegotiationError, match=rf"telle\.toml.*{said}"):
        load_negotiation(file)


def test_unreadable_files(file: Path) -> None:
    """A missing file, and one that is not UTF-8."""
    with pytest.raises(NegotiationError, match="cannot be read"):
        load_negotiation(file)
    file.write_bytes(TELLE.encode("utf-8-sig"))
    assert load_negotiation(file).id == "telle"
    file.write_bytes(TELLE.replace("Telle", "T\xe9lle").encode("latin-1"))
    with pytest.raises(NegotiationError, match="UTF-8"):
        load_negotiation(file)


def test_shipped_files_are_sound() -> None:
    """Each loads, and no two have the same id."""
    ids = [negotiation.id for negotiation in shipped_negotiations()]
    assert len(ids) == len(set(ids))
