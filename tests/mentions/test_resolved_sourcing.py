"""Whom a pronoun, a label or a back-reference stands for, as far as the level goes."""

import msgspec
import pytest

from factories import parsed
from mentions.builders import actor, said
from onrecord.mentions.sourcing import describe_sources
from onrecord.mentions.sourcing.resolved import resolve_sourcing
from onrecord.model import Actor, Attribution, Sourcing, Speaker


def understood(text: str, *attributions: Attribution, actors: tuple[Actor, ...] = ()) -> list[Sourcing | None]:
    article, layout, doc = parsed(text)
    described = tuple(describe_sources(doc, article, attributions, actors))
    return [a.sourcing for a in resolve_sourcing(doc, article, layout, described, actors)]


@pytest.mark.parametrize(
    ("before", "pronoun", "level", "number"),
    [
        ("Two envoys from the ministry arrived.", "They", "specific unnamed", 2),
        ("Critics gathered outside.", "They", "vague unnamed", None),
        ("The ministry closed the port.", "It", "office", None),
        ("The report was published.", "It", "document", None),
        ("The ministry closed the port.", "They", "office", None),
        ("A ministry spokeswoman arrived.", "She", "office", 1),
        ("The rain had stopped.", "They", None, None),
    ],
)
def test_pronoun_of_unknown_speaker(before: str, pronoun: str, level: str | None, number: int | None) -> None:
    """A pronoun whose speaker is unresolved has the level of the last subject that fits it."""
    text = f"{before} {pronoun} said the border would open."
    (found,) = understood(text, said(text, pronoun, "said", "the border would open", id_="a"))
    assert (found.level if found else None, found.number if found else None) == (level, number)
    assert found is None or found.text == pronoun


def test_resolved_speaker_decides() -> None:
    """Who is known to be a person of the article is named, however the sentence calls them."""
    text = "The envoy said the border would open."
    envoy = said(text, "The envoy", "said", "the border would open", id_="a")
    (found,) = understood(text, msgspec.structs.replace(envoy, speaker=Speaker(actor="Ana Berg", type="person")))
    assert found is not None
    assert (found.level, found.named, found.number, found.text) == ("named", True, 1, "The envoy")


@pytest.mark.parametrize(
    ("source", "cue", "content", "level"),
    [("I", "believe", "in peace", "specific unnamed"), ("We", "offered", "help", "office")],
)
def test_first_person(source: str, cue: str, content: str, level: str) -> None:
    """ "I" is who is quoted; what "we" offered, the side of an official offered."""
    text = f"“{source} {cue} {content},” a Varenian official said."
    whole = f"“{source} {cue} {content},”"
    outer = said(text, "a Varenian official", "said", whole, id_="o", form="direct")
    outer = msgspec.structs.replace(
        outer, speaker=Speaker(actor="unnamed:varenian official", type="unnamed", affiliation="VA")
    )
    inner = said(text, source, cue, content, id_="i", parent="o")
    found = understood(text, outer, inner, actors=(actor(text, "Varenian", "VA"),))[1]
    assert found is not None
    assert found.level == level


def test_two_leaders_named_before() -> None:
    """ "the two leaders" are named where the article has named two people."""
    text = "Ana Berg met Robert Teller. The two leaders agreed that talks go on."
    leaders = said(text, "The two leaders", "agreed", "that talks go on", id_="a")
    people = (actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Robert Teller", "Robert Teller", "person"))
    (named,) = understood(text, leaders, actors=people)
    (unnamed,) = understood(text, leaders, actors=people[:1])
    assert named is not None and unnamed is not None
    assert (named.level, named.number) == ("named", 2)
    assert (unnamed.level, unnamed.number) == ("specific unnamed", 2)


def test_questioner() -> None:
    """A questioner without a name is one vague person."""
    text = "Q Will the border open?"
    asked = said(text, "Q", None, "Will the border open?", id_="a", form="direct")
    (found,) = understood(text, msgspec.structs.replace(asked, flags=("question",)))
    assert found is not None
    assert (found.level, found.number, found.relays) == ("vague unnamed", 1, 1)


def test_presidents_named_before() -> None:
    """ "the heads of state" of two people named stand for them."""
    text = "Ana Berg met Robert Teller. The heads of state agreed that talks go on."
    heads = said(text, "The heads of state", "agreed", "that talks go on", id_="a")
    people = (actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Robert Teller", "Robert Teller", "person"))
    (found,) = understood(text, heads, actors=people)
    assert found is not None
    assert found.level == "named"


def test_reason_of_another_mention() -> None:
    """Why a source is not named, and how close it is, holds wherever the same source speaks."""
    text = "An aide briefed on the plan said talks had ended. The aide urged calm."
    aide = Speaker(actor="unnamed:aide", type="unnamed")
    both = [
        msgspec.structs.replace(a, speaker=aide)
        for a in (
            said(text, "An aide briefed on the plan", "said", "talks had ended", id_="a"),
            said(text, "The aide", "urged", "calm", id_="b"),
        )
    ]
    assert [f.closeness for f in understood(text, *both) if f] == ["briefed on the plan"] * 2


@pytest.mark.parametrize(("source", "level"), [("I", "named"), ("We", "office")])
def test_first_person_of_the_text(source: str, level: str) -> None:
    """Where nobody is quoted, "I" is the author and "we" those who make the statement."""
    text = f"{source} urge both sides to talk."
    (found,) = understood(text, said(text, source, "urge", "both sides to talk", id_="a"))
    assert found is not None
    assert found.level == level
