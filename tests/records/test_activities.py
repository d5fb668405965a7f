"""Activities: what moves on the ground, whose, how much, where."""

import pytest

from factories import an_article
from onrecord.model import Activity
from onrecord.pipeline import read_article


def activities(text: str) -> list[Activity]:
    """Activities of a text published on Sunday, 9 January 2022."""
    return list(read_article(an_article(text, published="2022-01-09"), strict=True).of(Activity))


@pytest.mark.parametrize(
    ("sentence", "what", "holder", "state"),
    [
        ("Russia massed 90,000 troops near the border.", "build-up", "RU", "done"),
        ("Russia has about 100,000 troops stationed along the border.", "build-up", "RU", "under way"),
        ("Britain deployed two warships to the Black Sea.", "deployment", "GB", "done"),
        ("Russia will send a brigade to Belarus.", "deployment", "RU", "planned"),
        ("Poland and Lithuania held joint military exercises in June.", "joint exercise", "PL", "done"),
        ("Russia began military drills in Belarus.", "exercise", "RU", "done"),
        ("North Korea tested a missile on Tuesday.", "test", "KP", "done"),
        ("The United States delivered rocket launchers to Ukraine.", "transfer", "US", "done"),
        ("Russia withdrew its troops from Kherson.", "withdrawal", "RU", "done"),
        ("Russia annexed Crimea in 2014.", "use of force", "RU", "done"),
    ],
)
def test_a_cue_tells_what_moved(sentence: str, what: str, holder: str, state: str) -> None:
    """Kind, holder and state of an activity in the outlet's own words."""
    found = activities(sentence)
    assert (what, holder, state) in [(a.what, a.holder, a.state) for a in found]


def test_a_count_is_kept_with_its_bounds() -> None:
    """The quantity of an activity is the quantity of its forces."""
    found = activities("Russia has roughly 100,000 troops stationed along the border.")
    assert [(a.quantity.lower, a.quantity.unit, a.quantity.modifier) for a in found if a.quantity] == [
        (100000, "troops", "approx")
    ]


def test_a_site_has_a_place_and_a_state() -> None:
    """A system that stands and one that is being built are two sites."""
    found = activities("There is a missile defense site in Romania, and another being built in Poland.")
    assert [(a.what, a.place, a.state) for a in found] == [
        ("site", "Romania", "operating"),
        ("site", "Poland", "under construction"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The interceptors are designed to destroy Iranian missiles.",
        "The envoys will discuss military exercises.",
        "She launched a book in Paris.",
        "Troops of the opera company moved to Vienna's second stage.",
    ],
)
def test_purposes_topics_and_plain_life_are_no_activities(sentence: str) -> None:
    """What a weapon is for, what is talked about and what only sounds military is left out."""
    assert activities(sentence) == []


def test_a_feared_invasion_is_hypothetical() -> None:
    """What may come is flagged and has no PLOVER type."""
    found = activities("Russia could invade Ukraine within weeks.")
    assert [(a.what, a.flags, a.plover) for a in found] == [("use of force", ("hypothetical",), None)]
