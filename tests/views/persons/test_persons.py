"""Persons with the offices that articles give them."""

import pytest

from onrecord.model import Actor, Entry, Span
from onrecord.views.persons import persons
from record_factories import an_attribution, an_entry, an_info


def named(
    article: str, role: str | None, *, name: str = "Ilse Marrak", actor: str | None = None, at: int = 0, **more: object
) -> Entry:
    """A mention of a person, after a title, in an article published on the 6th."""
    start = at + len(role) + 1 if role else at
    mention = Actor(
        spans=(Span(start, start + len(name), name),),
        rule="full name",
        score=0.9,
        actor=actor or name,
        type="person",
        reading="person",
        role=Span(at, at + len(role), role) if role else None,
        state=str(more["state"]) if more.get("state") else None,
        attribution=str(more["attribution"]) if more.get("attribution") else None,
    )
    return an_entry(
        mention,
        an_info(article, str(more.get("day", "2024-03-06")), outlet=str(more.get("outlet", "The Harbour Courier"))),
    )


ARTICLES = [
    named("a", "Polish foreign minister", state="PL"),
    named("a", "Minister", name="Marrak", actor="Ilse Marrak", at=90, state="PL"),
    named("b", "Foreign Minister", state="PL", day="2024-03-09", outlet="Port Wire"),
    named("c", None, state="PL", day="2024-03-10"),
    named("d", "Poland's foreign minister", state="PL", day="2024-03-20"),
    named("e", "President", state="PL", day="2024-06-01"),
]


def test_offices_are_dated_and_sourced() -> None:
    """By first day; the commonest words as written; surnames count under the full name of their article."""
    (person,) = persons(ARTICLES)
    assert (person.name, person.states, person.articles) == ("Ilse Marrak", ("PL",), tuple(f"id-{x}" for x in "abdec"))
    assert [(h.office, h.first, h.last, h.articles, h.outlets) for h in person.offices] == [
        ("foreign minister", "2024-03-06", "2024-03-20", 3, 2),
        ("minister", "2024-03-06", "2024-03-06", 1, 1),
        ("president", "2024-06-01", "2024-06-01", 1, 1),
    ]
    assert [(s.date, s.role.text) for s in person.offices[0].stated] == [
        ("2024-03-06", "Polish foreign minister"),
        ("2024-03-09", "Foreign Minister"),
        ("2024-03-20", "Poland's foreign minister"),
    ]
    assert "same office: foreign minister of Poland" in person.because


PLACES = [("Marrak", 7), ("Marrak", 50), ("\n Marrak", 99)]


def test_a_bare_name_can_be_opened() -> None:
    """By the first line that has it; a broken line makes no other name."""
    first, later, broken = (named("b", None, name="Marrak", actor=actor, at=at) for actor, at in PLACES)
    (person,) = persons([broken, later, first])
    assert (person.name, person.id, person.first, person.last) == ("Marrak", first.find.id, "2024-03-06", "2024-03-06")


def test_a_surname_in_an_office_may_be_the_one_who_holds_it() -> None:
    """Which is said, and joins nobody."""
    surname = named("b", "President", name="Marrak", state="PL")
    found = {p.name: p for p in persons([named("a", "President", state="PL"), surname])}
    assert found["Marrak"].may_be == "Ilse Marrak: same surname and office: president of Poland"
    assert found["Ilse Marrak"].articles == ("id-a",)
    assert found["Ilse Marrak"].may_be is None


def test_on_whose_word_an_office_is_given() -> None:
    """The outlet's, or that of the source whose words hold the title."""
    said = an_entry(an_attribution("the envoy", "President Ilse Marrak agreed"))
    entries = [said, named("a", "President", attribution=said.find.id), named("b", "President")]
    (person,) = persons(entries)
    assert [str(s.word) for s in person.offices[0].stated] == ["“the envoy” (named)", "own voice"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("marrak", 1), ("Ilse", 1), ("MARRAK", 1), ("Ílse Marrak", 1), ("Holt", 0), ("minister", 0)],
)
def test_persons_are_chosen_by_name(name: str, found: int) -> None:
    """By any part of it, in any spelling."""
    assert len(list(persons(ARTICLES, name=name))) == found


def test_unnamed_sources_and_open_names_are_no_persons() -> None:
    """Nobody is joined to them across articles, and they are not listed."""
    unnamed = Actor(
        spans=(Span(0, 11, "an official"),),
        rule="unnamed",
        score=0.7,
        actor="unnamed:official",
        type="unnamed",
        reading="person",
    )
    assert list(persons([an_entry(unnamed), an_entry(unnamed, an_info("b"))])) == []
