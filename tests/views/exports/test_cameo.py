"""PLOVER records as rows like GDELT's."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.data import table
from onrecord.model import Meeting, Participant, Place, Span
from onrecord.views.exports.cameo import COLUMNS, cameo_rows
from onrecord.views.exports.plover import plover
from record_factories import a_position, an_entry, an_info

TABLE = Path(os.environ.get("ONRECORD_DATA", "")) / "events" / "CAMEO2PLOVER-2021.txt"
# What the table of 2021 has otherwise: an announced withdrawal is CONCEDE in the manual of 2024 and an intent in CAMEO,
# CAMEO has no code for yielding in deeds that says no more, and international sanctions were COERCE.
OTHERWISE = {("CONCEDE", "0356"), ("CONCEDE", "035"), ("RETREAT", "080"), ("SANCTION", "163")}


def rows(*finds: Any, published: str | None = "2024-03-06") -> list[dict[str, object]]:
    entries = [an_entry(find, an_info("a", published)) for find in finds]
    return [dict(zip(COLUMNS, cells, strict=True)) for cells in cameo_rows(plover(entries))]


def a_meeting(state: Any, *sides: str, **more: Any) -> Meeting:
    more.setdefault(
        "participants", tuple(Participant(name=s, side=s, span=Span(n, n + 2, s)) for n, s in enumerate(sides))
    )
    return Meeting(spans=(Span(0, 9, "the talks"),), rule="meeting.noun.talk", score=0.6, state=state, **more)


@pytest.mark.parametrize(
    ("find", "expected"),
    [
        (a_meeting("held", "PL", "LT"), [("POLGOV", "040", "LTUGOV", 1), ("LTUGOV", "040", "POLGOV", 1)]),
        (a_meeting("planned", "PL", "NATO"), [("POLGOV", "036", "IGO", 1), ("IGO", "036", "POLGOV", 1)]),
        (a_meeting("refused", "PL", "LT"), [("POLGOV", "125", "LTUGOV", 3)]),
        (a_meeting("broken off", "PL", "LT"), [("POLGOV", "164", "LTUGOV", 4)]),
        (a_position("PL", "demand", addressee="LT"), [("POLGOV", "100", "LTUGOV", 3)]),
        (a_position("PL", "concession"), [("POLGOV", "080", None, 2)]),
        (a_position(None, "demand", addressee="LT"), [("", "100", "LTUGOV", 3)]),
        (a_position(None, "demand"), []),
        (a_position("PL", "concern"), []),
    ],
)
def test_a_row_for_each_pair(find: Any, expected: list[tuple[object, ...]]) -> None:
    """Both ways where both do it; no row without an event or without anybody known."""
    found = rows(find)
    assert [(r["Actor1Code"], r["EventCode"], r["Actor2Code"], r["QuadClass"]) for r in found] == expected
    assert len({r["GLOBALEVENTID"] for r in found}) == len(found)


def test_sides_that_say_the_same_have_a_row_each() -> None:
    """They promise side by side, and not to each other."""
    found = rows(*(a_position(holder, "assurance") for holder in ("PL", "LT")))
    assert [(r["Actor1Code"], r["Actor2Code"]) for r in found] == [("POLGOV", None), ("LTUGOV", None)]


def test_two_of_one_side_are_one_actor() -> None:
    """With both names; a side does not meet itself, and bodies that share a code are not one."""
    people = tuple(
        Participant(name=name, side=side, span=Span(n, n + 2, name))
        for n, (name, side) in enumerate((("Ana Berg", "PL"), ("Tor Holt", "PL"), ("LT", "LT")))
    )
    found = rows(a_meeting("held", participants=people))
    assert [(r["Actor1Name"], r["Actor2Name"]) for r in found] == [
        ("Ana Berg; Tor Holt", "Lithuania"),
        ("Lithuania", "Ana Berg; Tor Holt"),
    ]
    alone = rows(a_meeting("held", participants=people[:2]))
    assert [(r["Actor1Code"], r["Actor2Code"]) for r in alone] == [("POLGOV", None)]
    assert len(rows(a_meeting("held", "NATO", "OSCE"))) == 2


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("LT", [("POL", "042", "LTU"), ("LTU", "043", "POL")]),
        ("PL", [("POL", "043", "LTU"), ("LTU", "042", "POL")]),
        ("CH", [("POL", "040", "LTU"), ("LTU", "040", "POL")]),
        (None, [("POL", "040", "LTU"), ("LTU", "040", "POL")]),
    ],
)
def test_a_guest_visits_and_a_host_is_visited(place: str | None, expected: list[tuple[str, ...]]) -> None:
    """By whose state it takes place in; nobody is made the guest where that is not known."""
    where = Place(spans=(Span(30, 35, "Telle"),), rule="r", score=0.9, name="Telle", country=place, feature="city")
    visit = a_meeting("held", "PL", "LT", format="visit", place="Telle" if place else None)
    found = rows(where, visit)
    assert [(r["Actor1CountryCode"], r["EventCode"], r["Actor2CountryCode"]) for r in found] == expected


def test_cells() -> None:
    """Dates, codes by length, place; what is not known or not measured is empty."""
    place = Place(
        spans=(Span(30, 35, "Telle"),), rule="r", score=0.9, name="Telle", lat=1.5, lon=2.5, geonameid=7, country="PL",
        feature="city",
    )  # fmt: skip
    row = rows(place, a_meeting("held", "PL", "EU", place="Telle", start="2024-03-04", format="call"))[0]
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["DATEADDED"]) == (
        "20240304",
        "202403",
        "2024",
        "20240401000000",
    )
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("041", "041", "04")
    assert (row["Actor1CountryCode"], row["Actor1Type1Code"]) == ("POL", "GOV")
    assert (row["Actor2CountryCode"], row["Actor2Type1Code"], row["Actor2Code"]) == (None, "EUR", "EUR")
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryISO3"], row["ActionGeo_GeonameID"]) == (4, "POL", 7)
    assert [row[name] for name in ("IsRootEvent", "GoldsteinScale", "AvgTone", "SOURCEURL")] == [None] * 4


def test_a_year_without_a_day() -> None:
    """The year that the text gives, and no date."""
    row = rows(a_meeting("held", "PL", "LT", start="2014"))[0]
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("", "", "2014")


@pytest.mark.skipif(not TABLE.is_file(), reason="needs the CAMEO table in ONRECORD_DATA")
def test_codes_lead_back_to_their_types() -> None:
    """By the table from CAMEO to PLOVER of 2021, but for what is said above."""
    types: dict[str, set[str]] = {}
    for code, type_ in re.findall(r"^(\d{2,4}): (\w+)", TABLE.read_text(encoding="utf-8"), re.M):
        types.setdefault(code, set()).add(type_)
    ours = {(r["type"], r["cameo"]) for name in ("plover", "plover_types") for r in table(name) if r["cameo"]}
    assert {(t, code) for t, code in ours if t not in types[code]} == OTHERWISE
