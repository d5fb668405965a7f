"""Persons of one name in several articles: who is proposed to be one, and who is kept apart."""

import pytest

from onrecord.views.persons.namesakes import Bearer, Joined, joined, spelled_alike
from onrecord.views.persons.offices import Office

PRESIDENT = Office("president", "Varenia", sole=True)
MINISTER = Office("foreign minister", "Varenia", sole=True)
SENATOR = Office("senator", "Varenia")
ENVOY = Office("special envoy", "Varenia")


def a_bearer(
    article: str, *offices: Office, day: str | None = "2024-03-01", name: str = "Ana Teller", state: str | None = None
) -> Bearer:
    """Somebody of one article, of the state of the offices unless another is given."""
    return Bearer(name, article, day, state or next((o.of for o in offices if o.of), None), frozenset(offices))


def groups(found: list[Joined]) -> list[str]:
    """The articles of each person, in one word each."""
    return sorted("".join(sorted(b.article for b in person.bearers)) for person in found)


@pytest.mark.parametrize(
    ("bearers", "expected"),
    [
        pytest.param([a_bearer("a", PRESIDENT), a_bearer("b", PRESIDENT)], ["ab"], id="same office"),
        pytest.param(
            [a_bearer("a", PRESIDENT), a_bearer("b", Office("president", "Ostmark", sole=True))],
            ["a", "b"],
            id="two states",
        ),
        pytest.param([a_bearer("a", PRESIDENT), a_bearer("b", state="Varenia")], ["ab"], id="same state"),
        pytest.param([a_bearer("a", PRESIDENT), a_bearer("b", state="Ostmark")], ["a", "b"], id="another state"),
        pytest.param([a_bearer("a", PRESIDENT), a_bearer("b")], ["a", "b"], id="nothing is said"),
        pytest.param([a_bearer("a"), a_bearer("b")], ["a", "b"], id="nothing is said of either"),
        pytest.param(
            [a_bearer("a", MINISTER), a_bearer("b", PRESIDENT, day="2024-05-01")], ["ab"], id="one after the other"
        ),
        pytest.param([a_bearer("a", MINISTER), a_bearer("b", PRESIDENT)], ["a", "b"], id="two offices at one time"),
        pytest.param(
            [
                a_bearer("a", MINISTER, day="2024-03-01"),
                a_bearer("b", PRESIDENT, day="2024-04-01"),
                a_bearer("c", MINISTER, day="2024-05-01"),
            ],
            ["ac", "b"],
            id="one office before and after the other",
        ),
        pytest.param(
            [a_bearer("a", MINISTER), a_bearer("b", PRESIDENT, day=None)], ["a", "b"], id="a contradiction on no day"
        ),
        pytest.param([a_bearer("a", SENATOR), a_bearer("b", ENVOY)], ["ab"], id="offices that go together"),
        pytest.param(
            [a_bearer("a", PRESIDENT), a_bearer("b", Office("president", "Varenia", former=True, sole=True))],
            ["ab"],
            id="the same, and former",
        ),
        pytest.param(
            [a_bearer("a", MINISTER), a_bearer("b", Office("president", "Varenia", former=True, sole=True))],
            ["ab"],
            id="another, and former",
        ),
        pytest.param([a_bearer("a", PRESIDENT), a_bearer("b", Office("president", None))], ["ab"], id="whose unsaid"),
        pytest.param(
            [a_bearer("a", Office("driver", None)), a_bearer("b", Office("baker", None))], ["a", "b"], id="unlike"
        ),
        pytest.param(
            [
                a_bearer("a", PRESIDENT),
                a_bearer("b", Office("president", "Ostmark", sole=True)),
                a_bearer("c", Office("president", None)),
            ],
            ["a", "b", "c"],
            id="fits more than one",
        ),
        pytest.param(
            [a_bearer("a", PRESIDENT, name="Sergei Tolle"), a_bearer("b", PRESIDENT, name="Sergey Tölle")],
            ["ab"],
            id="spelled differently, same office",
        ),
        pytest.param(
            [a_bearer("a", SENATOR, name="Sergei Tolle"), a_bearer("b", ENVOY, name="Sergey Tolle")],
            ["a", "b"],
            id="spelled differently, same state",
        ),
        pytest.param(
            [a_bearer("a", PRESIDENT, name="Ana B. Teller"), a_bearer("b", PRESIDENT)], ["ab"], id="an initial"
        ),
        pytest.param(
            [a_bearer("a", PRESIDENT, name="Teller"), a_bearer("b", PRESIDENT, name="Teller")],
            ["a", "b"],
            id="no full name",
        ),
        pytest.param(
            [a_bearer("a", SENATOR), a_bearer("b", ENVOY), a_bearer("c", SENATOR, ENVOY)], ["abc"], id="a bridge"
        ),
    ],
)
def test_who_may_be_one(bearers: list[Bearer], expected: list[str]) -> None:
    """In any order of the articles, each bearer once."""
    assert groups(list(joined(bearers))) == expected
    assert groups(list(joined(reversed(bearers)))) == expected


def test_every_proposal_and_every_refusal_has_a_reason() -> None:
    """In words; the person of one article needs none."""
    same, other = (
        a_bearer("b", PRESIDENT, day="2024-03-02"),
        a_bearer("c", Office("president", "Ostmark", sole=True)),
    )
    first, second = joined([a_bearer("a", PRESIDENT), same, other])
    assert (first.because, first.apart) == (
        ("same office: president of Varenia",),
        ("of Varenia here, of Ostmark there",),
    )
    assert (second.because, second.apart) == ((), ("of Ostmark here, of Varenia there",))
    (alone,) = joined([a_bearer("a", PRESIDENT)])
    assert (alone.because, alone.apart) == ((), ())


@pytest.mark.parametrize(
    ("office", "others", "who"),
    [
        (PRESIDENT, [("Ana Teller", PRESIDENT)], "Ana Teller: same surname and office: president of Varenia"),
        (PRESIDENT, [("Ana Teller", PRESIDENT), ("Bo Teller", PRESIDENT)], None),
        (PRESIDENT, [("Ana Teller", PRESIDENT), ("Bo Teller", MINISTER)], "Ana Teller"),
        (PRESIDENT, [("Ana Holt", PRESIDENT)], None),
        (PRESIDENT, [("Ana Teller", Office("president", "Ostmark", sole=True))], None),
        (SENATOR, [("Ana Teller", SENATOR)], None),
        (Office("president", None, sole=True), [("Ana Teller", Office("president", None, sole=True))], None),
    ],
)
def test_whom_a_surname_may_stand_for(office: Office, others: list[tuple[str, Office]], who: str | None) -> None:
    """The one of that surname in an office with one holder, or nobody; it is joined to no one."""
    full = [a_bearer(str(n), other, name=name) for n, (name, other) in enumerate(others)]
    found = {p.bearers[0].name: p for p in joined([*full, a_bearer("x", office, name="Teller")])}
    assert len(found) == len(others) + 1
    assert (found["Teller"].may_be or "").startswith(who) if who else found["Teller"].may_be is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sergei Holt", "Sergey Holt", True),
        ("Ana Kovalskiy", "Ana Kovalsky", True),
        ("Ana Kovalskyy", "Ana Kovalskii", True),
        ("Mikhail Holt", "Mihail Holt", True),
        ("Alexei Holt", "Aleksey Holt", True),
        ("José Nuñez", "Jose Nunez", True),
        ("Karl al-Holt", "Karl al Holt", True),
        ("Ana B. Teller", "Ana Teller", True),
        ("Karl Holt Jr.", "Karl Holt", True),
        ("Karl Holt III", "Karl Holt", True),
        ("Ana Teller", "Anna Teller", False),
        ("Ana Teller", "Ana Tellor", False),
        ("Tom Holt", "Thomas Holt", False),
        ("Ana Maria Teller", "Ana Teller", False),
    ],
)
def test_which_spellings_are_alike(one: str, other: str, alike: bool) -> None:
    """Transliteration, accents, hyphens, initials: no nicknames, no other letters."""
    assert (spelled_alike(one) == spelled_alike(other)) is alike
