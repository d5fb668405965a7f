"""The gazetteer: names as they are compared, candidates, and what stands in for an absent file."""

import sqlite3
from pathlib import Path
from typing import get_args

import pytest

from onrecord.mentions import gazetteer as reader
from onrecord.mentions.gazetteer import SCHEMA, Gazetteer, gazetteer, normalised, own_places, write_places
from onrecord.model.vocabulary import PlaceFeature


@pytest.fixture
def own_tables() -> Gazetteer:
    """What a run without the file uses."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    write_places(connection, own_places())
    return Gazetteer(connection, complete=False)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("the United States", "united states"),
        ("U.S.", "us"),
        ("Düsseldorf", "dusseldorf"),
        ("Łódź", "lodz"),
        ("N'Djamena", "ndjamena"),
        ("N’Djamena", "ndjamena"),
        ("St. Petersburg", "st petersburg"),
        ("Saint Petersburg", "st petersburg"),
        ("Asia-Pacific", "asia pacific"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("The", "the"),
        ("", ""),
    ],
)
def test_names_are_compared_without_accents_case_and_article(written: str, compared: str) -> None:
    """Spellings of one name meet in one form."""
    assert normalised(written) == compared


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Russia", "country", "RU"),
        ("U.S.", "country", "US"),
        ("Baltic Sea", "water", ""),
        ("Donbas", "region", "UA"),
        ("Crimea", "region", "UA/RU"),
        ("Taiwan", "country", "TW/CN"),
        ("Redzikowo", "facility", "PL"),
    ],
)
def test_own_tables_stand_in_for_an_absent_file(own_tables: Gazetteer, name: str, feature: str, country: str) -> None:
    """States, seas, disputed land and bases are known without the prebuilt file."""
    found = own_tables.candidates(normalised(name))
    assert (feature, country) in {(c.feature, c.country) for c in found}


def test_absent_file_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A checkout that was never built still opens a gazetteer, marked as incomplete."""
    monkeypatch.setattr(reader, "data_file", lambda name: tmp_path / name)
    opened = gazetteer.__wrapped__()
    assert not opened.complete
    assert opened.candidates("moscow") == ()


def test_own_rows_are_sound() -> None:
    """Coordinates are on the globe, countries are codes, features are of the vocabulary."""
    for row in own_places():
        assert -90 <= row.lat <= 90, row
        assert -180 <= row.lon <= 180, row
        assert row.feature in get_args(PlaceFeature), row
        assert all(len(code) == 2 and code.isupper() for code in row.country.split("/") if code), row


@pytest.mark.skipif(not gazetteer().complete, reason="the gazetteer was not built: python hatch_build.py")
class TestBuiltFile:
    """The prebuilt file."""

    @pytest.mark.parametrize(
        ("name", "geonameid", "country"),
        [
            ("Kyiv", 703448, "UA"),
            ("Kiev", 703448, "UA"),
            ("Moscow", 524901, "RU"),
            ("Idaho", 5596512, "US"),
            ("Ada County", 5583739, "US"),
            ("Sevastopol", 694423, "UA/RU"),
            ("Crimea", 703883, "UA/RU"),
            ("Finland", 660013, "FI"),
        ],
    )
    def test_knows(self, name: str, geonameid: int, country: str) -> None:
        """Cities, other spellings, subdivisions and states carry GeoNames' ids; disputed ones all claims."""
        found = {c.geonameid: c.country for c in gazetteer().candidates(normalised(name))}
        assert found.get(geonameid) == country

    def test_one_capital_of_a_name(self) -> None:
        """Of the many Washingtons one is a seat of government."""
        assert sum(c.capital for c in gazetteer().candidates("washington")) == 1

    def test_size(self) -> None:
        """The file stays under 150 MB."""
        assert reader.data_file(reader.FILE).stat().st_size < 150_000_000
