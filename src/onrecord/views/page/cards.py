"""What the page says of each find: its label, a summary, its fields in words, and what it rests on."""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.model import AnyFind, Attribution, Find, Reading, Span
from onrecord.model.vocabulary import Kind
from onrecord.views.page.summaries import Summary, summary_of
from onrecord.views.wording import clipped, joined

# The labels in the text: short, and not the same letter twice.
KIND_WORDS: dict[Kind, str] = {
    "attribution": "said",
    "time": "when",
    "place": "where",
    "actor": "who",
    "quantity": "number",
    "credit": "credit",
    "meeting": "met",
    "position": "position",
    "activity": "ground",
    "assessment": "view",
    "event": "deed",
}
# Words of a find, or of one of its fields, that a card repeats from the text beside it.
CARD_WORDS = 40
_SHARED = frozenset(Find.__struct_fields__)


class Field(msgspec.Struct, frozen=True):
    """A field in words; `find` is the id of another find it names."""

    name: str
    value: str
    find: str | None = None


class Card(msgspec.Struct, frozen=True):
    """One find beside the text."""

    find: AnyFind
    label: str
    summary: Summary
    """Its words are the first; the text beside it has them all."""
    fields: tuple[Field, ...]
    chain: tuple[tuple[str, str], ...]
    """Id and label of the attributions it rests on, innermost first; none means the outlet's own voice."""


def labels(reading: Reading) -> dict[str, str]:
    """A label for each find id, counted by kind in the order of the text: "position 3"."""
    counts: Counter[Kind] = Counter()
    found: dict[str, str] = {}
    for find in reading.finds:
        counts[find.kind] += 1
        found[find.id] = f"{KIND_WORDS[find.kind]} {counts[find.kind]}"
    return found


def cards(reading: Reading, labels: Mapping[str, str]) -> Iterator[Card]:
    """The cards in the order of the text."""
    attributions = {f.id: f for f in reading.of(Attribution)}
    for find in reading.finds:
        fields = tuple(_fields(find, labels))
        chain = tuple((a, labels[a]) for a in _chain(find, attributions))
        summary = summary_of(find)
        short = msgspec.structs.replace(summary, words=clipped(summary.words, CARD_WORDS))
        yield Card(find, labels[find.id], short, fields, chain)


def _fields(find: AnyFind, labels: Mapping[str, str]) -> Iterator[Field]:
    for field in msgspec.structs.fields(find):
        value = getattr(find, field.name)
        if field.name in _SHARED or field.name == "parent" or value in (None, (), ""):
            continue
        name = field.encode_name.replace("_", " ")
        if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
            for part in msgspec.structs.fields(value):
                inner = getattr(value, part.name)
                if inner != part.default and inner not in (None, (), "", False):
                    yield _field(f"{name}: {part.encode_name.replace('_', ' ')}", inner, labels)
        else:
            yield _field(name, value, labels)


def _field(name: str, value: object, labels: Mapping[str, str]) -> Field:
    if isinstance(value, str) and value in labels:
        return Field(name, labels[value], value)
    return Field(name, _worded(value))


def _worded(value: object) -> str:
    if isinstance(value, Span):
        return f"“{clipped(value.text, CARD_WORDS)}”"
    if isinstance(value, tuple):
        spans = [part for part in value if isinstance(part, Span)]
        if sum(len(span.text.split()) for span in spans) > CARD_WORDS:
            return f"“{clipped(joined(spans), CARD_WORDS)}”"
        return "; ".join(map(_worded, value))
    if isinstance(value, msgspec.Struct):
        parts = (getattr(value, name) for name in value.__struct_fields__)
        return ", ".join(_worded(part) for part in parts if part not in (None, (), ""))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1000 else _plain_number(value)


def _plain_number(value: object) -> str:
    return f"{value:,.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _chain(find: AnyFind, attributions: Mapping[str, Attribution]) -> Iterator[str]:
    at = find.parent if isinstance(find, Attribution) else find.attribution
    seen: set[str] = set()
    while at is not None and at in attributions and at not in seen:
        seen.add(at)
        yield at
        at = attributions[at].parent
