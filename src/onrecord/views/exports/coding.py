"""PLOVER and CAMEO: which type, mode, context and code a line of the record has. The tables `plover*` decide."""

import re
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


_PROMISES = {"offer", "assurance"}
# What stands before whom a measure hits; whom an attack is on is another matter.
HITTING = (r"(?<!aggression )(?<!attack )(?<!invasion )(?<!war )(?:against|on|upon)",)
# What an offer or assurance is of, where it is to hurt: penalties, and answers in kind. Not to ease or not to do them.
_MEASURE = re.compile(
    r"\b(?:sanctions?\b(?! relief)|sanctioning|retaliat|punish|isolat(?:e|ing)\b|restrictive measures"
    r"|(?:severe|serious|massive|swift|significant|economic|further|grave)\sconsequences?\b"
    r"|(?:impos|exact|inflict|rais|ratchet)\w*\s(?:[\w-]+\s){0,3}(?:costs?|price|restrictions)\b"
    r"|(?:costs|restrictions)\son\b|limit(?:ing)?\s\S+['\u2019]s\sability|accountable\b"
    r"|respon(?:d|ding)\s(?:\w+\sand\s)?(?:swiftly|decisively|forcefully|firmly|immediately|resolutely|in kind)"
    r"|(?:swift|decisive|forceful|firm|proper|severe|strong|resolute)\s(?:[\w-]+\s)?response\sto\b)",
    re.IGNORECASE,
)
_EASED = re.compile(
    r"\b(?:(?:lift|reduc|remov|lower|relax|waiv|avoid|exclud|exempt|discuss|explor|prevent|reciprocal|mutual|evad|combat)\w*"
    r"|eas(?:e[sd]?|ing)|end(?:s|ed|ing)?|reset|not|cannot|\w+n['\u2019]t|no|never|without|despite|because|whether|allowed)\b",
    re.IGNORECASE,
)
# What sanctions between states are of, as against arrests and seizures.
_ECONOMIC = re.compile(
    r"\b(?:sanction|embargo|export|import(?!an)|trade\b|invest(?!ig)|visa|transaction|econom|financ|technolog)",
    re.IGNORECASE,
)
_NO_TALKS = re.compile(
    r"\bno\s(?:intention|plans?|interest|desire)\b.{0,20}\b(?:engag|talk|negotiat|meet|speak)",
    re.IGNORECASE | re.DOTALL,
)


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


def coded(
    find: Codable, *, own_word: bool = False, counted: QuantityClass | None = None, hit: str | None = None
) -> Coding:
    """The codes of a line.

    `own_word`: whoever would act says it; `counted`: class of the quantity it has; `hit`: whom a measure in it hits.
    """
    when, row = _row(find, tuple(_circumstances(find, own_word, counted, hit)))
    if not row["type"]:
        return no_event(find, row["note"])
    type_: PloverType = row["type"]  # type: ignore[assignment]  # a test checks the vocabulary
    stood_for = {"own threat": "hypothetical"}.get(when, when)
    auxiliary = [
        AUXILIARY[f]
        for f in find.flags
        if f in AUXILIARY and f != stood_for and not (isinstance(find, Meeting) and f == "planned")
    ]
    said = {} if row["mode"] else _mode_by_words(type_, find)
    mode = row["mode"] or said.get("mode", "")
    rated = _types()[type_, mode]
    return Coding(
        type=type_,
        modes=(*filter(None, [mode]), *auxiliary),
        contexts=tuple(row["context"].split()),
        quad=int(rated["quad"]),
        score=float(rated["score"]),
        cameo=row["cameo"] if row["cameo"] and mode == row["mode"] else said.get("cameo") or rated["cameo"],
        note=row["note"] or None,
    )


def no_event(find: Codable, why: str) -> Coding:
    """The codes of a line that PLOVER has no event for."""
    return Coding(type=None, modes=tuple(AUXILIARY[f] for f in find.flags if f in AUXILIARY), note=why)


def hit_by(find: Position, hit: str | None) -> str | None:
    """Whom the line threatens: who stands after the measure that it holds out."""
    held_out = find.act in _PROMISES and _is_measure(find, hit)
    return hit if held_out or find.act == "warning" else None


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


def _circumstances(find: Codable, own_word: bool, counted: QuantityClass | None, hit: str | None) -> Iterator[str]:
    """The words of the column `when` that hold, strongest first."""
    if "negated" in find.flags:
        yield "negated"
    if isinstance(find, Position) and find.act in _PROMISES:
        if _NO_TALKS.search(_words(find)):
            yield "no talks"
        elif _is_measure(find, hit):
            yield "measure"
    if isinstance(find, Event) and _ECONOMIC.search(_words(find)):
        yield "economic"
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


def _is_measure(find: Position, hit: str | None) -> bool:
    """Whether it is to hurt, and nobody else than whom it is said to."""
    found = _MEASURE.search(_words(find))
    if found is None or _EASED.search(_words(find)[: found.end()]):
        return False
    return find.addressee is None or hit in (None, find.addressee)


def _words(find: Codable) -> str:
    return " ".join(" ".join(s.text for s in find.spans).split())


def _mode_by_words(type_: PloverType, find: Codable) -> dict[str, str]:
    """The row of the word of an event's cue that gives the mode, or of the word that another line's rule went by."""
    said = " ".join(s.text for s in find.cue) if isinstance(find, Event) else find.rule.rpartition(".")[2]
    words = said.lower().split()
    rows = (r for r in table("plover_modes") if r["type"] == type_)
    return next((r for r in rows if any(w.startswith(r["begins"]) for w in words)), {})


@cache
def _mapping() -> dict[tuple[str, str, str], dict[str, str]]:
    return {(r["kind"], r["what"], r["when"]): r for r in table("plover")}


@cache
def _types() -> dict[tuple[str, str], dict[str, str]]:
    return {(r["type"], r["mode"]): r for r in table("plover_types")}
