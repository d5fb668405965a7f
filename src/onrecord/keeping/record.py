"""The Python interface: a record that articles are read into and that gives typed values back."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import msgspec

from onrecord.config import setting
from onrecord.intake import InputOptions, Unread, read_inputs
from onrecord.intake.articles import finished
from onrecord.intake.inputs import InputProblem
from onrecord.intake.plain import read_plain
from onrecord.intake.published import stated_date
from onrecord.keeping.negotiations import known_negotiations
from onrecord.language import lay_out
from onrecord.model import AnyFind, Article, ArticleInfo, Entry, Negotiation, Notice, Published, Reading
from onrecord.model.vocabulary import Kind
from onrecord.pipeline import Failed, ReadingOptions, models_of, read_article, read_many, titled
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
        yield _unread(item) if isinstance(item, Failed) else item


class Record:
    """A database to read articles into and to ask; `onrecord.open` gives one."""

    def __init__(self, path: str | Path, *, negotiations: Sequence[Negotiation] | None = None) -> None:
        self._options = _options(negotiations)
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
    ) -> tuple["Kept", ...]:
        """Reads files and folders into the record; says for each input whether it was added or why it was skipped.

        Given values win over what an input says of itself; `mapping` names the columns of a table, as in
        `{"text": "body"}`. What is there already is passed over.
        """
        inputs = InputOptions(published=published, outlet=outlet, url=url, mapping=mapping or {})
        return tuple(read_into(self.store, read_inputs(paths, options=inputs), options=self._options))

    def read_text(
        self, text: str, *, name: str = "text", published: str | None = None, outlet: str | None = None
    ) -> Reading:
        """Reads one text into the record and gives what was found in it. Raises `InputError` for an empty one."""
        article = self.store.dated(_article(name, text, InputOptions(published=published, outlet=outlet)))
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


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input."""

    source: str
    """Its path, with the line for a row of a table."""
    outcome: Literal["added", "unchanged", "replaced", "skipped"]
    article: str | None = None
    """Id of the article; none where it was skipped."""
    finds: int = 0
    notices: tuple[Notice, ...] = ()
    code: str | None = None
    """Why it was skipped: the name of the error."""
    message: str | None = None
    """What to do about it."""


def read_into(
    store: Store, inputs: Iterable[Article | Unread], *, options: ReadingOptions, again: bool = False
) -> Iterator[Kept]:
    """Reads articles into the store, one transaction each; gives one line for each input, in order.

    A date that somebody stated stands over what an input says of itself, but not over one that is given with it.
    What the store already holds as this version reads it is passed over unless `again`, so that an interrupted run
    goes on where it stopped.
    """
    known = (store.dated(item) if isinstance(item, Article) else item for item in inputs)
    stream: Iterable[Article | Unread | Kept] = known if again else _not_yet_read(store, known, options)
    read: Iterator[Reading | Failed | Unread | Kept] = read_many(stream, options=options)
    for item in read:
        if isinstance(item, Reading):
            article = item.article
            yield Kept(
                source=_source(article),
                outcome=store.add(item),
                article=article.id,
                finds=len(item.finds),
                notices=item.notices,
            )
        elif isinstance(item, Failed):
            yield _skipped(_unread(item))
        elif isinstance(item, Unread):
            yield _skipped(item)
        else:
            yield item


def _not_yet_read(
    store: Store, inputs: Iterable[Article | Unread], options: ReadingOptions
) -> Iterator[Article | Unread | Kept]:
    models, negotiations = models_of(options.model), tuple(n.digest for n in options.negotiations)
    for item in inputs:
        if isinstance(item, Article) and store.has(
            titled(item, lay_out(item)), onrecord=version("onrecord"), models=models, negotiations=negotiations
        ):
            yield Kept(source=_source(item), outcome="unchanged", article=item.id)
        else:
            yield item


def _source(article: Article) -> str:
    return article.path or article.name


def _skipped(unread: Unread) -> Kept:
    return Kept(source=unread.source, outcome="skipped", code=unread.error.code, message=unread.error.message)


def _unread(failed: Failed) -> Unread:
    return Unread(_source(failed.article), InputProblem("Failed", failed.error))


def _article(name: str, text: str, inputs: InputOptions) -> Article:
    article = msgspec.structs.replace(read_plain(text.encode(), name), name=name, path=None)
    return finished(article, published=inputs.published, outlet=inputs.outlet, url=inputs.url)


def _options(negotiations: Sequence[Negotiation] | None) -> ReadingOptions:
    """Readings by the settings, with the given negotiations or else those of the settings."""
    return ReadingOptions(
        negotiations=known_negotiations() if negotiations is None else tuple(negotiations), model=setting("model")
    )
