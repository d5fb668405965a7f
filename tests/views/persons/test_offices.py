"""Offices: which wordings of titles are the same one."""

import pytest

from onrecord.model import Actor, Span
from onrecord.views.persons.offices import Office, office_given


def a_person(role: str | None, state: str | None = None, affiliation: str | None = None) -> Actor:
    """Somebody with that title as written before the name."""
    at = len(role or "") + 1
    return Actor(
        spans=(Span(at, at + 10, "Ana Teller"),),
        rule="full name",
        score=0.9,
        actor="Ana Teller",
        type="person",
        reading="person",
        role=Span(0, len(role), role) if role else None,
        state=state,
        affiliation=affiliation,
    )


@pytest.mark.parametrize(
    ("role", "whose", "title", "former"),
    [
        ("Poland's President", "PL", "president", False),
        ("Polish President", "PL", "president", False),
        ("President of the Republic of Poland", "PL", "president", False),
        ("Presidents", "PL", "president", False),
        ("former Polish president", "PL", "president", True),
        ("then-Polish President", "PL", "president", True),
        ("acting president", "PL", "president", False),
        ("Vice President", "US", "vice president", False),
        ("deputy foreign minister", "PL", "deputy foreign minister", False),
        ("Minister for Foreign Affairs", "PL", "foreign minister", False),
        ("Minister of Foreign Affairs of Poland", "PL", "foreign minister", False),
        ("Defence Minister", "PL", "defense minister", False),
        ("Secretary of Defense", "US", "defense secretary", False),
        ("National Security Advisor", "US", "national security adviser", False),
        ("Deputy Secretary of State", "US", "deputy secretary of state", False),
        (
            "Assistant Secretary of State for European Affairs",
            "US",
            "assistant secretary of state for european affairs",
            False,
        ),
        ("Energy\n  Secretary", "US", "energy secretary", False),
        ("Republican Sen.", "US", "senator", False),
        ("White House press secretary", "US", "press secretary", False),
        ("U.S. ambassador to Poland", "US", "ambassador to poland", False),
        ("NATO Secretary General", "NATO", "secretary-general", False),
        ("Varenia's minister for roads", "Varenia", "minister for roads", False),
        ("minister for roads of Varenia", "Varenia", "minister for roads", False),
        ("fellow at the Port Institute’s Rivers Centre", None, "fellow at the port institute's rivers centre", False),
        ("harbour master", None, "harbour master", False),
    ],
)
def test_what_a_title_says(role: str, whose: str | None, title: str, former: bool) -> None:
    """The office without its owner, in one spelling; ranks and what it is for are kept."""
    office = office_given(a_person(role, affiliation=whose))
    assert office is not None
    assert (office.title, office.of, office.former) == (title, whose, former)


@pytest.mark.parametrize(
    ("role", "sole"),
    [("President", True), ("foreign minister", True), ("deputy foreign minister", False), ("senator", False)],
)
def test_which_offices_have_one_holder(role: str, sole: bool) -> None:
    """A rank below makes it an office of several."""
    office = office_given(a_person(role))
    assert office is not None and office.sole is sole


@pytest.mark.parametrize("role", [None, "counterpart", "Polish counterpart"])
def test_no_office_is_given(role: str | None) -> None:
    """By a bare name, and by words that do not say which."""
    assert office_given(a_person(role)) is None


def test_an_office_without_a_name_gives_none() -> None:
    """ "The minister", whoever that is, says of nobody that they are it."""
    alone = Span(0, 8, "minister")
    office = Actor(
        spans=(alone,), rule="office", score=0.7, actor="Ana Teller", type="person", reading="person", role=alone
    )
    assert office_given(office) is None


def test_an_office_in_words() -> None:
    """As reasons print it."""
    assert str(Office("foreign minister", "PL", former=True)) == "former foreign minister of Poland"
    assert str(Office("chairman", None)) == "chairman (whose is not said)"
