"""What all finds share, and how a find gets its id."""

import hashlib
from typing import Any, ClassVar, TypeVar

import msgspec

from onrecord.model.article import Article
from onrecord.model.spans import Span
from onrecord.model.vocabulary import Flag, Kind


class Find(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """One line of the record. Stages leave `article`, `id` and `text_sha256` empty; `seal` fills them."""

    spans: tuple[Span, ...]
    """The words that carry the find, in the order of the text; never empty."""
    rule: str
    """Id of the rule or model that found it."""
    score: float
    """Extraction score of that rule, 0 to 1. It says nothing about whether the statement is true."""
    flags: tuple[Flag, ...] = ()
    hedges: tuple[Span, ...] = ()
    """Words of doubt inside the find, as written."""
    attribution: str | None = None
    """Id of the attribution the find rests on; none means the outlet's own voice."""
    article: str = ""
    """The given id of the article, else its file's stem."""
    id: str = ""
    text_sha256: str = ""

    slots: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that, with kind and spans, make the id."""

    @property
    def kind(self) -> Kind:
        """The find's kind, as in the JSON lines."""
        tag: Any = self.__struct_config__.tag
        kind: Kind = tag
        return kind

    @property
    def begins_at(self) -> int:
        """Offset of the first character."""
        return min(s.start for s in self.spans)

    @property
    def ends_at(self) -> int:
        """Offset after the last character."""
        return max(s.end for s in self.spans)


F = TypeVar("F", bound=Find)


def seal(find: F, article: Article, text_sha256: str) -> F:
    """The find with its article, text hash and id: a hash of article, kind, spans and role slots."""
    slots = [getattr(find, name) for name in find.slots]
    content = msgspec.json.encode([article.id, find.kind, find.spans, slots])
    return msgspec.structs.replace(
        find,
        article=article.name,
        id=hashlib.sha256(content).hexdigest()[:16],
        text_sha256=text_sha256,
    )
