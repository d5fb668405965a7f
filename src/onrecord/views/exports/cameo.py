"""PLOVER records as rows with columns like GDELT's, in CAMEO codes. Much is lost on the way."""

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

import msgspec

from onrecord.views.exports.entities import NO_STATES, Entity, Location
from onrecord.views.exports.plover import PloverRecord

COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year",
    "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code",
    "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code",
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryISO3", "ActionGeo_Lat", "ActionGeo_Long",
    "ActionGeo_GeonameID", "DATEADDED", "SOURCEURL",
)  # fmt: skip
# Where both sides do the same to each other, CAMEO has a row each way.
_EACH_WAY = {"AGREE", "CONSULT", "COOPERATE"}
# Codes of many bodies.
_OF_MANY = NO_STATES - {"UNO", "EUR"}
# CAMEO's "make a visit", "host a visit", and "consult" where nobody can tell who is the guest.
_MAKE_VISIT, _HOST_VISIT, _CONSULT = "042", "043", "040"


def cameo_rows(records: Iterable[PloverRecord]) -> Iterator[list[object]]:
    """A row for each pair of actor and recipient of each record that tells an event, with the cells of `COLUMNS`.

    All who have one code are one; pairs of which neither has a code or a name are left out.
    """
    for record in records:
        if record.event and record.cameo:
            pairs = [pair for pair in _pairs(record) if any(e and (e.code or e.identifier_text) for e in pair)]
            for n, (one, other) in enumerate(pairs, 1):
                cells = _cells(record, _code(record, one, other), one, other)
                cells["GLOBALEVENTID"] = f"{record.id}.{n}" if len(pairs) > 1 else record.id
                yield [cells.get(name) for name in COLUMNS]


def _pairs(record: PloverRecord) -> Iterator[tuple[Entity | None, Entity | None]]:
    actors = _of_one_code(record.actor)
    if record.recipient:
        yield from ((a, r) for a in actors for r in _of_one_code(record.recipient))
    elif record.kind == "meeting" and len(actors) > 1:
        yield from permutations(actors, 2) if record.event[0] in _EACH_WAY else combinations(actors, 2)
    else:
        yield from ((a, None) for a in actors)


def _of_one_code(entities: Iterable[Entity]) -> list[Entity]:
    """Those of one code and sector as one, with all their names; what has no code of its own stands for itself."""
    found: dict[tuple[str | None, ...], list[Entity]] = {}
    for e in entities:
        own = None if e.code and e.code not in _OF_MANY else e.identifier_text or e.entity_text
        found.setdefault((e.code, e.sector, own), []).append(e)
    return [
        msgspec.structs.replace(
            same[0], identifier_text="; ".join(dict.fromkeys(filter(None, (e.identifier_text for e in same)))) or None
        )
        for same in found.values()
    ]


def _code(record: PloverRecord, one: Entity | None, other: Entity | None) -> str:
    """The record's code; of a visit by who is at home where it takes place."""
    if record.cameo != _MAKE_VISIT:
        return record.cameo or ""
    home = record.event_loc.country_code if record.event_loc else None
    is_host, is_hosted = ((e is not None and e.code == home) if home else False for e in (one, other))
    return _CONSULT if is_host == is_hosted else _HOST_VISIT if is_host else _MAKE_VISIT


def _cells(record: PloverRecord, code: str, one: Entity | None, other: Entity | None) -> dict[str, object]:
    date = (record.date or record.start or "").replace("-", "")
    return {
        "SQLDATE": date if record.date else "",
        "MonthYear": date[:6] if date[:6].isdigit() and len(date) >= 6 else "",
        "Year": date[:4] if date[:4].isdigit() else "",
        **_actor("Actor1", one),
        **_actor("Actor2", other),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": _quad(int(code[:2])),
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        **(_geo(record.event_loc) if record.event_loc else {}),
        "DATEADDED": "".join(c for c in record.coded_date + record.coded_time if c.isdigit())[:14],
        "SOURCEURL": record.cite_info.url,
    }


def _actor(side: str, entity: Entity | None) -> dict[str, object]:
    if entity is None:
        return {}
    return {
        f"{side}Code": f"{entity.code or ''}{entity.sector or ''}",
        f"{side}Name": entity.identifier_text,
        f"{side}CountryCode": None if entity.code in NO_STATES else entity.code,
        f"{side}Type1Code": entity.code if entity.code in NO_STATES else entity.sector,
    }


def _geo(place: Location) -> dict[str, object]:
    home = place.country_code == "USA"
    types = {1: 1, 2: 2 if home else 5, 4: 3 if home else 4}  # country, state or province, city
    return {
        "ActionGeo_Type": types.get(place.resolution or 0),
        "ActionGeo_FullName": place.resolved_place or place.extracted_place,
        "ActionGeo_CountryISO3": place.country_code,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_GeonameID": place.geonameid,
    }


def _quad(root: int) -> int:
    """GDELT's class of a CAMEO root: verbal and material cooperation, verbal and material conflict."""
    return 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 13 else 4
