"""Whether an outlet cited in an article is the one that wrote it."""

import msgspec
import pytest

from factories import an_article
from onrecord.mentions.sourcing.own_outlet import is_own_outlet


@pytest.mark.parametrize(
    ("outlet", "words", "own"),
    [
        ("The Harbour Courier", "the Harbour Courier", True),
        ("harbourcourier.com", "the Harbour Courier", True),
        ("www.harbourcourier.co", "Harbour Courier", True),
        ("The Harbour Courier", "The Inland Post", False),
        ("reuters.com", "Thomson Reuters", True),
        (None, "The Harbour Courier", False),
        (None, "this newspaper", True),
    ],
)
def test_outlet(outlet: str | None, words: str, own: bool) -> None:
    """By its name, by its site and by what the table of outlets knows."""
    assert is_own_outlet(an_article("Trade fell.", outlet=outlet), words, None) == own


def test_agency_of_the_dateline() -> None:
    """A paper that carries an agency's text tells it in the agency's voice."""
    article = an_article("HALVEST (AP) — Trade fell.", outlet="The Harbour Courier")
    assert is_own_outlet(article, "The Associated Press", None)
    assert not is_own_outlet(article, "Reuters", None)


def test_agency_of_the_byline() -> None:
    """The byline may name the agency."""
    article = msgspec.structs.replace(an_article("Trade fell."), byline="Ana Berg, Reuters")
    assert is_own_outlet(article, "Reuters", None)
