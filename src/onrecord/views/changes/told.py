"""Lines of the record written out: whose, when, in which sentence, on whose word."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Attribution, Entry, Position
from onrecord.model.vocabulary import Flag, Kind, PositionAct
from onrecord.views.names import outlet_of
from onrecord.views.sentences import sentence_at
from onrecord.views.whose_word import Word, Words
from onrecord.views.wording import content_of, joined

if TYPE_CHECKING:
    from onrecord.store import Store


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the record, as it stands in a comparison."""

    id: str
    kind: Kind
    act: PositionAct | None
    """None where the line is no position."""
    holder: str | None
    """Actor id of whose position or word it is."""
    date: str
    """Day of publication."""
    outlet: str
    article: str
    """Id of the article."""
    word: Word
    content: str
    sentence: str
    conditional: bool
    hedged: bool
    flags: tuple[Flag, ...]


def sentences(store: "Store") -> Callable[[Entry], str]:
    """Gives the sentence around a line of the store; each text is looked up once."""
    text = cache(lambda article: store.article(article).text)
    return lambda entry: sentence_at(text(entry.article.id), entry.find.begins_at, entry.find.ends_at)


class Teller:
    """Writes lines out; `sentence` gives the sentence around one, the default its own words."""

    def __init__(self, entries: Iterable[Entry], sentence: Callable[[Entry], str] | None = None) -> None:
        self._words = Words(entries)
        self.sentence = sentence or (lambda entry: joined(entry.find.spans))

    def told(self, entry: Entry, holder: str | None) -> Told:
        """The line as somebody's."""
        find, article = entry.find, entry.article
        position = find if isinstance(find, Position) else None
        return Told(
            id=find.id,
            kind=find.kind,
            act=position.act if position else None,
            holder=holder,
            date=(article.published or "")[:10],
            outlet=outlet_of(article),
            article=article.id,
            word=self._words.of_itself(find) if isinstance(find, Attribution) else self._words.of(find),
            content=content_of(find),
            sentence=self.sentence(entry),
            conditional=position is not None and position.condition is not None,
            hedged=bool(find.hedges),
            flags=find.flags,
        )
