"""Why a line says what it says."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from factories import a_reading, an_article
from onrecord.data import table
from onrecord.mentions import attributions, speakers
from onrecord.mentions.places.recognise import RULES as PLACES
from onrecord.mentions.times.find import RULES as TIMES
from onrecord.model import AnyFind, Reading, Span, Time
from onrecord.model.vocabulary import Flag
from onrecord.pipeline import read_article
from onrecord.store import open_store
from onrecord.views.cli import main
from onrecord.views.explanations import FLAGS, explanation, goes_by

TEXT = """VARE, March 9 (Courier) - Foreign Minister Ana Kovar of Poland said on Monday that Warsaw is willing to \
open the port if Russia pulls back its ships.

Kovar will meet her Russian counterpart in Geneva next week. She called the raid a crime."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    """What Onrecord reads there."""
    return read_article(an_article(TEXT, published="2022-03-09", outlet="The Harbour Courier"))


def a_time(words: str, **more: Any) -> Time:
    """A time expression; a day, if nothing else is said."""
    more = {"type": "DATE", "value": "2022-01-01", **more}
    return Time(spans=(Span(0, len(words), words),), rule="time.test", score=0.9, **more)


def why(reading: Reading, kind: str, words: str) -> dict[str, tuple[str | None, str]]:
    """Field -> value and reason of the find of that kind on those words."""
    find: AnyFind = next(f for f in reading.finds if f.kind == kind and f.spans[0].text == words)
    return {r.field: (r.value, r.because) for r in explanation(find, reading)}


def test_a_day_is_counted_from_the_date_of_the_article(reading: Reading) -> None:
    """With the date, where it is from, and the day it could be instead."""
    found = why(reading, "time", "Monday")
    assert found["value"][0] == "2022-03-07"
    assert "2022-03-09 (given)" in found["value"][1]
    find = next(f for f in reading.finds if f.kind == "time" and f.spans[0].text == "Monday")
    assert explanation(find, reading)[1].instead == ("2022-03-14",)


def test_a_place_has_its_number_and_its_namesakes(reading: Reading) -> None:
    """And whether the place or its government is meant."""
    found = why(reading, "place", "Geneva")
    assert found["place"][0] == "Geneva, CH"
    assert "GeoNames 2660646" in found["place"][1]
    assert found["reading"] == ("place", "the place itself is meant")
    assert why(reading, "place", "Warsaw")["reading"][0] == "government"


def test_a_surname_leads_to_the_full_name(reading: Reading) -> None:
    """With the line and the words that name the person most fully."""
    find = next(f for f in reading.finds if f.kind == "actor" and f.spans[0].text == "Kovar")
    reason = next(r for r in explanation(find, reading) if r.field == "actor")
    assert (reason.value, reason.spans[0].text) == ("Ana Kovar", "Ana Kovar")
    fullest = next(f for f in reading.finds if f.kind == "actor" and f.spans[0].text == "Ana Kovar")
    assert fullest.id in reason.because


def test_a_position_has_its_condition_and_on_whose_word_it_is(reading: Reading) -> None:
    """Each with its words."""
    find = next(f for f in reading.finds if f.kind == "position" and f.condition is not None)
    reasons = {r.field: r for r in explanation(find, reading)}
    assert reasons["condition"].spans[0].text == "if Russia pulls back its ships"
    assert reasons["on whose word"].value == "Ana Kovar"
    assert reasons["holder"].value == "PL"


def test_a_meeting_has_the_time_and_the_place_that_say_when_and_where(reading: Reading) -> None:
    """Each with its line, which is explained in turn."""
    find = next(f for f in reading.finds if f.kind == "meeting")
    reasons = {r.field: r for r in explanation(find, reading)}
    assert [reasons[field].spans[0].text for field in ("start", "place")] == ["next week", "Geneva"]


@pytest.mark.parametrize(
    ("time", "because", "interval"),
    [
        (a_time("for years", type="DURATION", value="PXY"), "the words alone say it", None),
        (a_time("Monday", value="XXXX-WXX-1", flags=("unresolved",)), "there is no date to count from", None),
        (
            a_time("recent weeks", type="DURATION", value="PXW", anchor="2022-03-09", end_date="2022-03-09"),
            "counted from the article's date, 2022-03-09 (given)",
            "open to 2022-03-09",
        ),
        (
            a_time("that day", anchor="2022-01-01", start_date="2022-01-01", end_date="2022-01-01", precision="day"),
            "counted from 2022-01-01, a date that the article gives before",
            "2022-01-01",
        ),
    ],
)
def test_what_a_time_is_counted_from(time: Time, because: str, interval: str | None) -> None:
    """Nothing, where it names no day; an interval may be open at one end."""
    reasons = {r.field: r for r in explanation(time, a_reading(an_article("", published="2022-03-09"), time))}
    assert reasons["value"].because == because
    assert (reasons["interval"].value if "interval" in reasons else None) == interval


def test_hedges_are_quoted() -> None:
    """They are no field that is left open."""
    time = a_time("perhaps Monday", hedges=(Span(0, 7, "perhaps"),))
    assert explanation(time, a_reading(an_article(""), time))[-1].value == "perhaps"


def test_every_rule_is_explained(reading: Reading) -> None:
    """A rule without words for it would leave the reader alone."""
    source = Path(__file__).parents[2] / "src" / "onrecord" / "mentions"
    actors = re.findall(r'rule="([^"]+)"', "".join(f.read_text() for f in (source / "actors").glob("*.py")))
    rules = {
        *(rule.id for rule in (*TIMES, *attributions.RULES)),
        *(name for name, _ in speakers.RULES),
        *(f"place.{name}" for name, _ in PLACES),
        *actors,
    }
    known = {row["rule"] for row in table("rules")}
    assert actors
    assert rules - known == set()
    assert [f.rule for f in reading.finds if goes_by(f.rule) is None and f.kind != "credit"] == []


def test_every_flag_is_explained() -> None:
    """A flag is one word; the reader needs more."""
    assert set(FLAGS) == set(get_args(Flag))


def test_the_command(reading: Reading, tmp_path: Path) -> None:
    """A table on stdout; an id that is not there is an error."""
    with open_store(tmp_path / "talks.db", create=True) as store:
        store.add(reading)
    find = next(f for f in reading.finds if f.kind == "time")
    done = CliRunner().invoke(main, ["explain", find.id, "--db", str(tmp_path / "talks.db")])
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("what\tis\tbecause")
    assert CliRunner().invoke(main, ["explain", "ffff0000", "--db", str(tmp_path / "talks.db")]).exit_code == 1
