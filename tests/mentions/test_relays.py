"""Through how many hands the words came."""

import msgspec
import pytest

from factories import parsed
from mentions.builders import actor, said
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.sourcing.relays import count_relays
from onrecord.model import Actor, Attribution, Sourcing, Speaker


def relays(
    text: str, *attributions: Attribution, actors: tuple[Actor, ...] = (), outlet: str | None = None
) -> list[int]:
    article, _, doc = parsed(text, outlet=outlet)
    named = [a if a.sourcing else msgspec.structs.replace(a, sourcing=Sourcing(level="named")) for a in attributions]
    return [f.sourcing.relays for f in count_relays(doc, article, named, ActorIndex(actors)) if f.sourcing]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Ana Berg told the Harbour Courier that talks had ended.", "told", 2),
        ("Ana Berg said in an interview with the Harbour Courier that talks had ended.", "said", 2),
        ("Ana Berg said on the Harbour Courier that talks had ended.", "said", 2),
        ("Ana Berg told the Harbour Courier's Karl Holt that talks had ended.", "told", 2),
        ("Ana Berg said in a Harbour Courier interview that talks had ended.", "said", 2),
        ("Ana Berg wrote in the Harbour Courier that talks had ended.", "wrote", 2),
        ("Ana Berg wrote in a column for the Harbour Courier that talks had ended.", "wrote", 2),
        ("Ana Berg told Telle News that talks had ended.", "told", 2),
        ("Ana Berg told the Majority Leader that talks had ended.", "told", 1),
        ("Ana Berg told the Guardian that talks had ended.", "told", 2),
        ("Ana Berg wrote in the Atlantic that talks had ended.", "wrote", 2),
        ("Ana Berg said in the Atlantic that talks had ended.", "said", 1),
        ("Ana Berg told “Harbour Talk” that talks had ended.", "told", 2),
        ("Ana Berg said on “Harbour Talk” that talks had ended.", "said", 1),
        ("Ana Berg said in the Harbour Courier building that talks had ended.", "said", 1),
        ("Ana Berg told her envoys that talks had ended.", "told", 1),
        ("Ana Berg said the Harbour Courier had closed and that talks had ended.", "said", 1),
    ],
)
def test_by_way_of_an_outlet(text: str, cue: str, expected: int) -> None:
    """Another outlet that heard the words is one more layer; one only talked about is not."""
    actors = (actor(text, "Harbour Courier", "Harbour Courier", "outlet"),) if "Courier" in text else ()
    content = "the Harbour Courier had closed and that talks had ended" if "closed" in text else "that talks had ended"
    assert relays(text, said(text, "Ana Berg", cue, content, id_="a"), actors=actors) == [expected]


def test_own_outlet_is_no_layer() -> None:
    """What this outlet was told it heard itself."""
    text = "Ana Berg told the Harbour Courier that talks had ended."
    courier = actor(text, "Harbour Courier", "Harbour Courier", "outlet")
    berg = said(text, "Ana Berg", "told", "that talks had ended", id_="a")
    assert relays(text, berg, actors=(courier,), outlet="The Harbour Courier") == [1]


def test_layers_above() -> None:
    """What a diplomat tells of a government's word is one layer more, also where an outlet heard the diplomat."""
    text = "A diplomat told the Courier that allies were assured by Varenia that nothing changes."
    courier = actor(text, "Courier", "Courier", "outlet")
    outer = said(text, "A diplomat", "told", "that allies were assured by Varenia that nothing changes", id_="o")
    inner = said(text, "Varenia", "were assured", "that nothing changes", id_="i", parent="o")
    assert relays(text, outer, inner) == [1, 2]
    assert relays(text, outer, inner, actors=(courier,)) == [2, 3]


def test_an_interview_goes_on() -> None:
    """The next sentence of the same talk came the same way; another talk did not."""
    text = "Ana Berg said in an interview with the Courier that talks had ended. Berg hoped for peace."
    courier = actor(text, "Courier", "Courier", "outlet")
    first = said(text, "Ana Berg", "said", "that talks had ended", id_="a")
    second = said(text, ("Berg", 1), "hoped", "for peace", id_="b")
    berg = Speaker(actor="Ana Berg", type="person")
    talk = [msgspec.structs.replace(a, speaker=berg, setting="interview") for a in (first, second)]
    assert relays(text, *talk, actors=(courier,)) == [2, 2]
    elsewhere = msgspec.structs.replace(talk[1], setting=None)
    assert relays(text, talk[0], elsewhere, actors=(courier,)) == [2, 1]


def test_host_of_another_outlet() -> None:
    """A presenter speaks by way of the station, also where only the name comes back."""
    text = "Courier host Ana Berg said talks had ended. Berg hoped for peace."
    courier = actor(text, "Courier", "Courier", "outlet")
    berg = Speaker(actor="Ana Berg", type="person")
    both = [
        msgspec.structs.replace(said(text, "Courier host Ana Berg", "said", "talks had ended", id_="a"), speaker=berg),
        msgspec.structs.replace(said(text, ("Berg", 1), "hoped", "for peace", id_="b"), speaker=berg),
    ]
    assert relays(text, *both, actors=(courier,)) == [2, 2]


def test_another_outlet_reports() -> None:
    """An outlet as source is a layer itself."""
    text = "The Courier reported that talks had ended."
    report = said(text, "The Courier", "reported", "that talks had ended", id_="a")
    assert relays(text, msgspec.structs.replace(report, sourcing=Sourcing(level="other outlet"))) == [2]


@pytest.mark.parametrize(
    ("cue", "who", "expected"),
    [("wrote", "Ana Berg", 2), ("added", "Ana Berg", 2), ("left", "Ana Berg", 1), ("added", "Karl Holt", 1)],
)
def test_words_in_print_go_on(cue: str, who: str, expected: int) -> None:
    """What the author wrote next came by way of the same paper; what another said did not."""
    text = f"Ana Berg wrote in the Courier that talks had ended. She {cue} that nobody won."
    courier = actor(text, "Courier", "Courier", "outlet")
    first = said(text, "Ana Berg", ("wrote", 0), "that talks had ended", id_="a")
    second = said(text, "She", (cue, 1 if cue == "wrote" else 0), "that nobody won", id_="b")
    both = [
        msgspec.structs.replace(a, speaker=Speaker(actor=name, type="person"))
        for a, name in ((first, "Ana Berg"), (second, who))
    ]
    assert relays(text, *both, actors=(courier,)) == [2, expected]
