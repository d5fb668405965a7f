"""Negotiation files: the TOML that a user edits -> Negotiation."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.data import negotiation_files
from onrecord.model import ListedActor, Negotiation, Side
from onrecord.model.errors import NegotiationError

_BEGINS = re.compile(r"[^\W_]")
_PLACE = re.compile(r"`\$\.(?P<table>\w+)(?:\[(?P<at>\d+)\])?")


def load_negotiation(path: str | Path) -> Negotiation:
    """The negotiation in a file. Raises `NegotiationError` with the line and what to do."""
    path = Path(path)
    try:
        source = path.read_text(encoding="utf-8-sig")
        negotiation = msgspec.convert(tomllib.loads(source), Negotiation)
    except OSError as error:
        raise NegotiationError(f"{path} cannot be read ({error.strerror}): give the path of a .toml file") from error
    except UnicodeDecodeError as error:
        raise NegotiationError(f"{path} is not UTF-8 text: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise NegotiationError(f"{path} is not TOML: {error}; correct that line") from error
    except msgspec.ValidationError as error:
        raise NegotiationError(f"{path}{_line_of(str(error), source)}: {error}; correct it") from error
    for complaint in _complaints(negotiation):
        raise NegotiationError(f"{path}: {complaint}")
    return negotiation


def load_negotiations(paths: Iterable[str | Path]) -> tuple[Negotiation, ...]:
    """The negotiations in files and folders of files, in that order. Raises `NegotiationError`."""
    files = [file for path in map(Path, paths) for file in (sorted(path.glob("*.toml")) if path.is_dir() else [path])]
    return tuple(load_negotiation(file) for file in files)


def shipped_negotiations() -> tuple[Negotiation, ...]:
    """The negotiations that ship with Onrecord."""
    return load_negotiations(negotiation_files())


def _complaints(negotiation: Negotiation) -> Iterator[str]:
    if not all(name.strip() for name in (negotiation.id, negotiation.name, *(i.name for i in negotiation.issues))):
        yield "the negotiation's `id` and `name` and every issue's `name` are more than blanks: write them"
    if len(negotiation.sides) < 2:
        yield "a negotiation has two sides or more: add a [[sides]] table"
    for what, names in (
        ("side", [side.id for side in negotiation.sides]),
        ("issue", [issue.name for issue in negotiation.issues]),
        ("member", [member for side in negotiation.sides for member in {side.id, *side.members}]),
        ("alias", [alias for side in negotiation.sides for alias in {side.name, *side.aliases}]),
        ("actor", [actor.id for actor in negotiation.actors if actor.type != "institution"]),
        ("place", [name for place in negotiation.places for name in {place.name, *place.aliases}]),
    ):
        if twice := [name for name, times in Counter(names).items() if times > 1]:
            yield f"the {what} {twice[0]!r} stands there twice: take one out"
    named: Iterable[Side | ListedActor] = (*negotiation.sides, *negotiation.actors)
    for actor in named:
        if odd := next((name for name in (actor.id, actor.name, *actor.aliases) if not _BEGINS.match(name)), None):
            yield f"the name {odd!r} of {actor.id!r} begins with a mark: begin it with a letter or a digit"
    for listed in negotiation.actors:
        if (listed.type == "institution") != (listed.state is not None):
            yield f"the actor {listed.id!r}: an institution, and only that, has a `state`: give it one, or another type"
    for issue in negotiation.issues:
        if not any(seed.strip() for seed in issue.seeds):
            yield f"the issue {issue.name!r} has no seeds: add phrases that show it is meant"
    if negotiation.start and negotiation.end and negotiation.end < negotiation.start:
        yield "it ends before it starts: correct one of the dates"


def _line_of(complaint: str, source: str) -> str:
    """Where the table that the complaint names begins: ", line 12"; nothing where that cannot be told."""
    place = _PLACE.search(complaint)
    if place is None:
        return ""
    table = re.escape(place["table"])
    heads = list(re.finditer(rf"^\s*(?:\[\[{table}\]\]|{table}\s*=)", source, re.M))
    at = int(place["at"] or 0)
    return f", line {source.count(chr(10), 0, heads[at].end()) + 1}" if at < len(heads) else ""
