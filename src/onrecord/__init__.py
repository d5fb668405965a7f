"""Onrecord turns news about a negotiation into a checkable record.

    import onrecord

    reading = onrecord.annotate("Envoys of Varenia and Ostmark will meet in Telle on Monday.", published="2024-03-08")
    with onrecord.open("talks.db") as record:
        record.read("articles/")
        for position in record.records("position"):
            print(position.holder, position.act, position.spans[0].text)

Everything heavy is imported when it is first used.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.intake import InputOptions as InputOptions
    from onrecord.intake import Unread as Unread
    from onrecord.intake.negotiations import load_negotiation as load_negotiation
    from onrecord.keeping.reading import Kept as Kept
    from onrecord.keeping.record import Record as Record
    from onrecord.model import *  # noqa: F403
    from onrecord.model import Negotiation, Reading
    from onrecord.model.errors import *  # noqa: F403
    from onrecord.store import Hit as Hit

__all__ = ["annotate", "open", "read"]

# Where the names live that are fetched on first use, beside the values and the errors of `onrecord.model`.
_ELSEWHERE = {
    "InputOptions": "onrecord.intake",
    "Unread": "onrecord.intake",
    "Kept": "onrecord.keeping.reading",
    "Record": "onrecord.keeping.record",
    "Hit": "onrecord.store",
    "load_negotiation": "onrecord.intake.negotiations",
}


def annotate(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    negotiations: "Sequence[Negotiation] | None" = None,
) -> "Reading":
    """Everything that is found in a text; `reading.finds` holds typed values, each tied to its words.

    `published` is a date or time as in ISO 8601; without it weekdays stay unresolved. `negotiations` assign issues;
    none given means those of your own folder (the setting `negotiations`) and those that ship with Onrecord. Raises
    `InputError` for an empty text, `ValueError` for what is no date, `ModelMissing` with the install command.
    """
    from onrecord.keeping.record import annotate

    return annotate(text, published=published, outlet=outlet, url=url, negotiations=negotiations)


def read(*paths: str | Path, options: "InputOptions | None" = None) -> "Iterator[Reading | Unread]":
    """Reads files, folders or "-" (standard input) one article at a time, and keeps nothing.

    What cannot be read comes as an `Unread` with the reason, in its place. Raises `ModelMissing`.
    """
    from onrecord.keeping.record import read

    return read(paths, options)


def open(path: str | Path, *, negotiations: "Sequence[Negotiation] | None" = None) -> "Record":  # noqa: A001
    """The record in the database at `path`, made where there is none; use it in a `with` statement.

    Raises `StoreVersion` for a file that is something else, `StoreLocked` where another process writes.
    """
    from onrecord.keeping.record import Record as Record

    return Record(path, negotiations=negotiations)


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    model, errors = import_module("onrecord.model"), import_module("onrecord.model.errors")
    if name in model.__all__:
        return getattr(model, name)
    if isinstance(error := getattr(errors, name, None), type):
        return error
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_ELSEWHERE, *import_module("onrecord.model").__all__})
