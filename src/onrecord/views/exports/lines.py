"""The lines of the record as JSON and as cells of a table, and the schema that describes them."""

from collections.abc import Collection, Sequence
from inspect import cleandoc
from typing import Any, get_args

import msgspec

from onrecord.model import AnyFind, Entry, Find
from onrecord.model.vocabulary import Kind

# Columns of a table that every kind has: of the article (`outlet` alone is the one that a credit credits), of the find.
OF_ARTICLE = ("article", "article_id", "article_outlet", "published", "url")
OF_FIND = (
    "kind",
    "id",
    "begins_at",
    "ends_at",
    "text",
    "rule",
    "score",
    "flags",
    "hedges",
    "attribution",
    "text_sha256",
)
# Fields that quote the article at length; the others hold names of persons and places, offices, forces and units (some
# as written), dates, numbers and words of closed vocabularies.
QUOTING = frozenset({"text", "closeness", "anonymity_reason", "issue_because", "about"})


def line(find: AnyFind, article_id: str, published: str | None, *, text: bool = True) -> bytes:
    """The find as one line of JSON with the id and the date of its article, newline included.

    Without `text` what quotes the article is left out: spans keep their offsets, `text_sha256` says of which text.
    """
    fields = {"kind": find.kind, "article_id": article_id, "published": published} | msgspec.to_builtins(find)
    return msgspec.json.encode(fields if text else without(fields, QUOTING)) + b"\n"


def columns(kinds: Sequence[Kind]) -> list[str]:
    """Names of a table's columns for those kinds: the shared ones, then each kind's own fields."""
    shared = [*OF_ARTICLE, *OF_FIND]
    inherited = set(Find.__struct_encode_fields__)
    own = [f for t in get_args(AnyFind) if t.__struct_config__.tag in kinds for f in t.__struct_encode_fields__]
    return shared + [name for name in dict.fromkeys(own) if name not in inherited]


def cells(entry: Entry, names: Sequence[str], *, text: bool = True) -> list[object]:
    """The find as a row of a table with those columns.

    Several spans are one cell, their words joined by " … ", or without `text` their offsets ("12:40 55:60"); other
    lists are joined by "; "; what has fields of its own is JSON; a column that the kind has not is empty.
    """
    find, info = entry.find, entry.article
    fields: dict[str, Any] = msgspec.to_builtins(find) | {
        "article_id": info.id,
        "article_outlet": info.outlet,
        "published": info.published,
        "url": info.url,
        "begins_at": find.begins_at,
        "ends_at": find.ends_at,
    }
    fields["text"] = fields["spans"]
    if not text:
        fields = {name: value for name, value in fields.items() if name == "text" or name not in QUOTING}
    return [_cell(fields.get(name), text) for name in names]


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a line with its text, made from the model."""
    (schema,), parts = msgspec.json.schema_components([AnyFind], ref_template="#/$defs/{name}")
    for kind in get_args(AnyFind):
        properties = parts[kind.__name__]["properties"]
        of_article = {"article_id": {"type": "string"}, "published": {"anyOf": [{"type": "string"}, {"type": "null"}]}}
        parts[kind.__name__]["properties"] = {"kind": properties["kind"], **of_article, **properties}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the record",
        **_dedented(schema),
        "$defs": _dedented(parts),
    }


def without(value: Any, fields: Collection[str]) -> Any:
    """A value of dicts and lists without those fields, at any depth."""
    if isinstance(value, dict):
        return {key: without(item, fields) for key, item in value.items() if key not in fields}
    return [without(item, fields) for item in value] if isinstance(value, list | tuple) else value


def _dedented(value: Any) -> Any:
    """Docstrings without their indentation, which Python 3.13 takes off by itself and older ones do not."""
    if isinstance(value, dict):
        return {k: cleandoc(v) if k == "description" and isinstance(v, str) else _dedented(v) for k, v in value.items()}
    return [_dedented(item) for item in value] if isinstance(value, list) else value


def _cell(value: Any, text: bool) -> object:
    if isinstance(value, list | tuple):
        if all(isinstance(item, dict) and item.keys() == {"start", "end", "text"} for item in value):
            return (" … " if text else " ").join(_span(item, text) for item in value)
        if all(isinstance(item, str) for item in value):
            return "; ".join(value)
    if isinstance(value, dict | list | tuple):
        return msgspec.json.encode(value if text else without(value, QUOTING)).decode()
    return value


def _span(span: dict[str, Any], text: bool) -> str:
    return str(span["text"]) if text else f"{span['start']}:{span['end']}"
