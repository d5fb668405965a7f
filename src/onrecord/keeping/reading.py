"""Articles into the store, one line for each input on what became of it."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Literal

import msgspec

from onrecord.intake import Unread
from onrecord.intake.inputs import InputProblem
from onrecord.language import lay_out
from onrecord.model import Article, Notice, Reading
from onrecord.pipeline import Failed, ReadingOptions, models_of, read_many, titled
from onrecord.store import Store


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input."""

    source: str
    """Its path, with the line for a row of a table."""
    outcome: Literal["added", "unchanged", "replaced", "skipped"]
    article: str | None = None
    """Id of the article; none where it was skipped."""
    published: str | None = None
    """Its date of publication, ISO 8601; none where none is known."""
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
    known = (store.known(item) if isinstance(item, Article) else item for item in inputs)
    stream: Iterable[Article | Unread | Kept] = known if again else _not_yet_read(store, known, options)
    read: Iterator[Reading | Failed | Unread | Kept] = read_many(stream, options=options)
    for item in read:
        if isinstance(item, Reading):
            article = item.article
            yield Kept(
                source=_source(article),
                outcome=store.add(item),
                article=article.id,
                published=article.published.value if article.published else None,
                finds=len(item.finds),
                notices=item.notices,
            )
        elif isinstance(item, Failed):
            yield _skipped(as_unread(item))
        elif isinstance(item, Unread):
            yield _skipped(item)
        else:
            yield item


def as_unread(failed: Failed) -> Unread:
    """The article as an input that was left out."""
    return Unread(_source(failed.article), InputProblem("Failed", failed.error))


def _not_yet_read(
    store: Store, inputs: Iterable[Article | Unread], options: ReadingOptions
) -> Iterator[Article | Unread | Kept]:
    models, negotiations = models_of(options.model), tuple(n.digest for n in options.negotiations)
    for item in inputs:
        if isinstance(item, Article) and store.has(
            titled(item, lay_out(item)), onrecord=version("onrecord"), models=models, negotiations=negotiations
        ):
            published = item.published.value if item.published else None
            yield Kept(source=_source(item), outcome="unchanged", article=item.id, published=published)
        else:
            yield item


def _source(article: Article) -> str:
    return article.path or article.name


def _skipped(unread: Unread) -> Kept:
    return Kept(source=unread.source, outcome="skipped", code=unread.error.code, message=unread.error.message)
