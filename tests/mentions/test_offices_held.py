"""Offices that the article fills with a name."""

import pytest

from factories import parsed
from mentions.builders import actor
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.offices_held import Offices
from onrecord.model import Actor


def names(text: str, word: str, *actors: Actor, nth: int = -1) -> bool:
    article, _, doc = parsed(text)
    head = [t for t in doc if t.text == word][nth]
    return Offices(doc, article, actors).names(head, ActorIndex(actors))


@pytest.mark.parametrize(
    ("text", "office", "word", "named"),
    [
        ("Foreign Minister Ana Berg arrived. The minister said so.", "Foreign Minister", "minister", True),
        ("President Ana Berg arrived. The Head of State said so.", "President", "Head", True),
        ("President Ana Berg arrived. The vice president said so.", "President", "president", False),
        ("President Ana Berg arrived. The chancellor said so.", "President", "chancellor", False),
        ("Senator Ana Berg arrived. The candidate said so.", "Senator", "candidate", True),
        ("Senator Ana Berg met a pilot. The pilot said so.", "Senator", "pilot", False),
        ("Senator Ana Berg, a pilot, arrived. The pilot said so.", "Senator", "pilot", True),
        ("Senator Ana Berg arrived. The envoys said so.", "Senator", "envoys", False),
        ("Senator Ana Berg arrived. A senator said so.", "Senator", "senator", False),
    ],
)
def test_names(text: str, office: str, word: str, named: bool) -> None:
    """An office is named where a person of the article holds it; others where no "a pilot" brought them in."""
    berg = actor(text, f"{office} Ana Berg", "Ana Berg", "person", role=office)
    assert names(text, word, berg) == named


def test_nobody_named() -> None:
    """Without a name in the article an office stays an office."""
    text = "The minister said so."
    article, _, doc = parsed(text)
    offices = Offices(doc, article, ())
    assert not offices.names(doc[1], ActorIndex(()))
    assert offices.is_office(doc[1])
