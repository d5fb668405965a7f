"""The JSON lines of the record: what `annotate` and `export jsonl` print, and the schema that describes them."""

from typing import Any

import msgspec

from onrecord.model import AnyFind

# Fields that quote the article at length; the others hold names, dates, numbers and words of closed vocabularies.
QUOTING = frozenset({"text", "closeness", "anonymity_reason", "issue_because", "about"})


def line(find: AnyFind, *, text: bool = True) -> bytes:
    """The find as one line of JSON, newline included.

    Without `text` the words of the article are left out: spans keep their offsets, `text_sha256` says of which text.
    """
    return msgspec.json.encode(find if text else _without_words(msgspec.to_builtins(find))) + b"\n"


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a line with its text, made from the model."""
    (schema,), parts = msgspec.json.schema_components([AnyFind], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the record",
        **schema,
        "$defs": parts,
    }


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_words(item) for key, item in value.items() if key not in QUOTING}
    return [_without_words(item) for item in value] if isinstance(value, list | tuple) else value
