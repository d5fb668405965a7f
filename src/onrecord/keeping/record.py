"""The Python interface: a record that articles are read into and that gives typed values back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from onrecord.config import setting
from onrecord.intake import InputOptions, Unread, read_inputs
from onrecord.intake.articles import finished
from onrecord.intake.plain import read_plain
from onrecord.intake.published import stated_date
from onrecord.keeping.negotiations import known_negotiations, left_out, refuse_to_lose
from onrecord.keeping.reading import Kept, as_unread, read_into
from onrecord.model import AnyFind, Article, ArticleInfo, Entry, Negotiation, Published, Reading
from onrecord.model.vocabulary import Kind
from onrecord.pipeline import Failed, ReadingOptions, read_article, read_many
from onrecord.store import Hit, Store, open_store

if TYPE_CHECKING:
    import pyarrow as pa

    from onrecord.keeping.dates import Redated


def annotate(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    negotiations: Sequence[Negotiation] | None = None,
) -> Reading:
    """See `onrecord.annotate`."""
    inputs = InputOptions(published=published, outlet=outlet, url=url)
    options = _options(negotiations)
    return read_article(_article("text", text, inputs), negotiations=options.negotiations, model=options.model)


def read(paths: Sequence[str | Path], inputs: InputOptions | None = None) -> Iterator[Reading | Unread]:
    """See `onrecord.read`."""
    found = read_inputs(paths, options=inputs or InputOptions())
    read: Iterator[Reading | Failed | Unread] = read_many(found, options=_options(None))
    for item in read:
        yield as_unread(item) if isinstance(item, Failed) else item


class Record:
    """A database to read articles into and to ask; `onrecord.open` gives one."""

    def __init__(self, path: str | Path, *, negotiations: Sequence[Negotiation] | None = None) -> None:
        self._options = _options(negotiations)
        self._named = negotiations is not None
        self.store: Store = open_store(path, create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def read(
        self,
        *paths: str | Path,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        mapping: dict[str, str] | None = None,
    ) -> tuple[Kept, ...]:
        """Reads files and folders into the record; says for each input whether it was added or why it was skipped.

        Given values win over what an input says of itself; `mapping` names the columns of a table, as in
        `{"text": "body"}`. What is there already is passed over.
        """
        inputs = InputOptions(published=published, outlet=outlet, url=url, mapping=mapping or {})
        articles = read_inputs(paths, options=inputs)
        return tuple(read_into(self.store, articles, options=self._options, named=self._named))

    def read_text(
        self, text: str, *, name: str = "text", published: str | None = None, outlet: str | None = None
    ) -> Reading:
        """Reads one text into the record and gives what was found in it. Raises `InputError` for an empty one."""
        article = self.store.known(_article(name, text, InputOptions(published=published, outlet=outlet)))
        if not self._named:
            refuse_to_lose(left_out(self.store, self._options.negotiations), article)
        reading = read_article(article, negotiations=self._options.negotiations, model=self._options.model)
        self.store.add(reading)
        return reading

    def date(self, article: str, published: str | None, *, because: str | None = None) -> "Redated":
        """States when an article was published, or by none that this is unknown, and resolves its times again.

        Gives what changed. Raises `ValueError` for what is no date, `NotInStore` for an unknown article.
        """
        from onrecord.keeping.dates import state_date

        stated = Published(stated_date(published)) if published is not None else None
        return state_date(self.store, article, stated, because=because, options=self._options)

    def records(self, kind: Kind | None = None, *, article: str | None = None) -> Iterator[AnyFind]:
        """The lines of the record, or those of one kind or one article, by date of publication."""
        return (entry.find for entry in self.entries(kind, article=article))

    def entries(
        self,
        kind: Kind | None = None,
        *,
        article: str | None = None,
        as_of: str | None = None,
        since: str | None = None,
    ) -> Iterator[Entry]:
        """The lines of the record, each with the article it stands in; dates are ISO and of the publication."""
        return self.store.entries(kinds=kind and [kind], article=article, as_of=as_of, since=since)

    def articles(self, *, as_of: str | None = None, since: str | None = None) -> Iterator[ArticleInfo]:
        """The articles by date of publication."""
        return self.store.articles(as_of=as_of, since=since)

    def search(self, query: str, *, limit: int = 50) -> Iterator[Hit]:
        """The articles that hold the words, newest first."""
        return self.store.search(query, limit=limit)

    def to_arrow(self, kind: Kind) -> "pa.Table":
        """The lines of one kind as an Arrow table; needs the extra `onrecord[arrow]`."""
        from onrecord.keeping.arrow import to_table

        return to_table(self.entries(kind), kind)


def _article(name: str, text: str, inputs: InputOptions) -> Article:
    article = msgspec.structs.replace(read_plain(text.encode(), name), name=name, text=text, path=None)
    return finished(article, published=inputs.published, outlet=inputs.outlet, url=inputs.url)


def _options(negotiations: Sequence[Negotiation] | None) -> ReadingOptions:
    """Readings by the settings, with the given negotiations or else those of the settings."""
    return ReadingOptions(
        negotiations=known_negotiations() if negotiations is None else tuple(negotiations), model=setting("model")
    )
