"""The noun that stands for the source, and what kind of source it is."""

import pytest

from factories import parsed
from mentions.builders import actor, said
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.source_nouns import Source, read_source
from onrecord.model import Actor


def source(text: str, words: str, *actors: Actor) -> Source:
    _, _, doc = parsed(text)
    found = read_source(doc, said(text, words, "said", text.partition("said ")[2]), ActorIndex(actors))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Democrats said talks had ended.", "The Democrats", "vague"),
        ("The two governments said talks had ended.", "The two governments", "body"),
        ("Many in the capital said talks had ended.", "Many in the capital", "crowd"),
        ("The newspaper Harbour Today said talks had ended.", "The newspaper Harbour Today", "outlet"),
        ("The Harbour Courier said talks had ended.", "The Harbour Courier", "outlet"),
        ("Robert Velanda said talks had ended.", "Robert Velanda", "person"),
        ("The ministry said talks had ended.", "The ministry", "body"),
        ("The ministry's letter said talks had ended.", "The ministry's letter", "document"),
    ],
)
def test_kind(text: str, words: str, kind: str) -> None:
    """The kind follows from the head, and for names that are no known actor from what stands beside them."""
    assert source(text, words).kind == kind


def test_name_before_its_description() -> None:
    """ "Ana Berg, the ministry's envoy": the name is the head wherever the parser puts it."""
    text = "Ana Berg, the ministry's special envoy for the river, said talks had ended."
    words = "Ana Berg, the ministry's special envoy for the river,"
    assert source(text, words, actor(text, "Ana Berg", "Ana Berg", "person")).kind == "person"


def test_name_after_the_body_it_serves() -> None:
    """ "the President of Varenia Ana Berg" is Ana Berg, "an adviser to Ana Berg" is not."""
    text = "President of Varenia Ana Berg said talks had ended."
    people = actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Varenia", "VA")
    named = source(text, "President of Varenia Ana Berg", *people).actor
    assert named is not None
    assert named.actor == "Ana Berg"
    text = "An adviser to Ana Berg said talks had ended."
    assert source(text, "An adviser to Ana Berg", actor(text, "Ana Berg", "Ana Berg", "person")).kind == "role"


@pytest.mark.parametrize(
    "words",
    [
        "The council's director of inner roads, Ana Berg,",
        "A spokeswoman for the roads ministry in Telle, Ana Berg,",
        "Presidential envoy and former adviser Ana Berg",
    ],
)
def test_the_name_behind_one_persons_offices(words: str) -> None:
    """Set off by a comma, or behind two offices joined without an article: nobody else is meant."""
    text = f"{words} said talks had ended."
    named = source(text, words, actor(text, "Ana Berg", "Ana Berg", "person")).actor
    assert named is not None
    assert named.actor == "Ana Berg"
