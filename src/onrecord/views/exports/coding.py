"""PLOVER and CAMEO: which type, mode, context and code a line of the record has. The tables `plover*` decide."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

import msgspec

from onrecord.data import table
from onrecord.model import Activity, Event, Meeting, Position
from onrecord.model.vocabulary import Flag, Kind, PloverType, QuantityClass

Codable = Meeting | Position | Activity | Event
CODABLE: tuple[Kind, ...] = tuple(t.__struct_config__.tag for t in get_args(Codable))
# The flags that PLOVER has as auxiliary modes.
AUXILIARY: dict[Flag, str] = {
    "planned": "future",
    "hypothetical": "hypothetical",
    "negated": "negation",
    "historical": "historical",
}


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the record in the codes of event data; without `type` it tells no event."""

    type: PloverType | None
    modes: tuple[str, ...] = ()
    """The mode, then auxiliary modes that the type does not stand for already."""
    contexts: tuple[str, ...] = ()
    quad: int | None = None
    score: float | None = None
    cameo: str | None = None
    note: str | None = None
    """What the table says of its choice."""


def coded(find: Codable, *, own_word: bool = False, counted: QuantityClass | None = None) -> Coding:
    """The codes of a line. `own_word`: whoever would act says it; `counted`: class of the quantity it has."""
    when, row = _row(find, tuple(_circumstances(find, own_word, counted)))
    if not row["type"]:
        modes = tuple(AUXILIARY[f] for f in find.flags if f in AUXILIARY)
        return Coding(type=None, modes=modes, note=row["note"])
    type_: PloverType = row["type"]  # type: ignore[assignment]  # a test checks the vocabulary
    stood_for = {"own threat": "hypothetical"}.get(when, when)
    auxiliary = [
        AUXILIARY[f]
        for f in find.flags
        if f in AUXILIARY and f != stood_for and not (isinstance(find, Meeting) and f == "planned")
    ]
    mode = row["mode"] or _mode_by_words(type_, find)
    rated = _types()[type_, mode]
    return Coding(
        type=type_,
        modes=(*filter(None, [mode]), *auxiliary),
        contexts=tuple(row["context"].split()),
        quad=int(rated["quad"]),
        score=float(rated["score"]),
        cameo=row["cameo"] if row["cameo"] and mode == row["mode"] else rated["cameo"],
        note=row["note"] or None,
    )


def what_of(find: Codable) -> str:
    """What the table tells lines of one kind apart by: state of a meeting, act of a position, what of an activity."""
    match find:
        case Meeting():
            return find.state
        case Position():
            return find.act
        case Activity():
            return find.what
        case Event():
            return find.plover


def _circumstances(find: Codable, own_word: bool, counted: QuantityClass | None) -> Iterator[str]:
    """The words of the column `when` that hold, strongest first."""
    if "negated" in find.flags:
        yield "negated"
    if "hypothetical" in find.flags:
        if own_word:
            yield "own threat"
        yield "hypothetical"
    if "planned" in find.flags:
        yield "planned"
    if isinstance(find, Meeting) and find.format:
        yield find.format
    if counted:
        yield counted


def _row(find: Codable, circumstances: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    rows, what = _mapping(), what_of(find)
    for when in circumstances:
        for which in (what, "*"):
            if row := rows.get((find.kind, which, when)):
                return when, row
    return "", rows[find.kind, what, ""]


def _mode_by_words(type_: PloverType, find: Codable) -> str:
    """The mode that a word of an event's cue gives, or the word that the rule of another line went by."""
    said = " ".join(s.text for s in find.cue) if isinstance(find, Event) else find.rule.rpartition(".")[2]
    words = said.lower().split()
    rows = (r for r in table("plover_modes") if r["type"] == type_)
    return next((r["mode"] for r in rows if any(w.startswith(r["begins"]) for w in words)), "")


@cache
def _mapping() -> dict[tuple[str, str, str], dict[str, str]]:
    return {(r["kind"], r["what"], r["when"]): r for r in table("plover")}


@cache
def _types() -> dict[tuple[str, str], dict[str, str]]:
    return {(r["type"], r["mode"]): r for r in table("plover_types")}
