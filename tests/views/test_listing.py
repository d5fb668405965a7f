"""Positions, activities and quantities, chosen by whose they are, issue and sort."""

import pytest

from onrecord.model import Activity, Entry, Quantity, Span
from onrecord.model.vocabulary import Kind
from onrecord.views.listing import listed
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info


def entries() -> list[Entry]:
    """Two articles, the newer one first."""
    newer, older, undated = an_info("a", "2024-03-09"), an_info("b", "2024-03-01"), an_info("c", None)
    told = an_entry(an_attribution("the envoy"), older)
    move = Span(0, 18, "moved 40 batteries")
    return [
        an_entry(a_position(words="no inspectors", act="refusal", issues=()), undated),
        an_entry(a_position(words="more water"), newer),
        told,
        an_entry(a_position("Lorvane", "demand", "no tolls", issues=("tolls",), attribution=told.find.id), older),
        an_entry(Activity(spans=(move,), rule="r", score=0.8, what="deployment", holder="Varenia"), newer),
        an_entry(Quantity(spans=(move,), rule="r", score=0.8, lower=40, upper=40, class_="weapon", whose="LV"), newer),
    ]


@pytest.mark.parametrize(
    ("kind", "how", "words"),
    [
        ("position", {}, ["no tolls", "more water", "no inspectors"]),
        ("position", {"sort": "demand"}, ["no tolls"]),
        ("position", {"on": "TOLL"}, ["no tolls"]),
        ("position", {"on": "no issue"}, ["no inspectors"]),
        ("position", {"is_theirs": lambda _, whose: whose == "Varenia"}, ["more water", "no inspectors"]),
        ("activity", {"sort": "deployment"}, ["moved 40 batteries"]),
        ("activity", {"sort": "exercise"}, []),
        ("quantity", {"is_theirs": lambda _, whose: whose == "LV"}, ["moved 40 batteries"]),
    ],
)
def test_lines_are_chosen_and_ordered(kind: Kind, how: dict, words: list[str]) -> None:
    """By date of publication, undated ones last."""
    assert [line.content for _, line in listed(entries(), kind, **how)] == words


def test_the_issue_of_that_name_is_meant() -> None:
    """And not others with it in theirs."""
    other = an_entry(a_position(words="river barges", issues=("river tolls",)), an_info("d", "2024-03-02"))
    for on, words in (("Tolls", ["no tolls"]), ("toll", ["no tolls", "river barges"])):
        assert [line.content for _, line in listed([*entries(), other], "position", on=on)] == words


def test_an_issue_of_another_negotiation_is_none() -> None:
    """As on the board; on whose word a line stands is told."""
    other = an_entry(a_position(words="the border", issues=("borders",)))
    found = [line for _, line in listed([*entries(), other], "position", negotiation=TALKS, on="no issue")]
    assert [line.content for line in found] == ["the border", "no inspectors"]
    (told,) = [line for _, line in listed(entries(), "position", on="tolls")]
    assert (told.word.source, told.whose, told.issues) == ("the envoy", "Lorvane", ("tolls",))
