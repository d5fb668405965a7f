"""The Python interface: a record that articles are read into and that gives typed values back."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Literal

import msgspec

from onrecord.intake import Unread
from onrecord.language import load
from onrecord.model import Article, Notice, Reading
from onrecord.pipeline import Failed, ReadingOptions, read_many
from onrecord.store import Store


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

    What the store already holds as this version reads it is passed over unless `again`, so that an interrupted run
    goes on where it stopped.
    """
    stream: Iterable[Article | Unread | Kept] = inputs if again else _not_yet_read(store, inputs, options)
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
            yield Kept(source=_source(item.article), outcome="skipped", code="Failed", message=item.error)
        elif isinstance(item, Unread):
            yield Kept(source=item.source, outcome="skipped", code=item.error.code, message=item.error.message)
        else:
            yield item


def _not_yet_read(
    store: Store, inputs: Iterable[Article | Unread], options: ReadingOptions
) -> Iterator[Article | Unread | Kept]:
    _, model = load(options.model)
    negotiations = tuple(n.digest for n in options.negotiations)
    for item in inputs:
        if isinstance(item, Article) and store.has(
            item, onrecord=version("onrecord"), models=(model,), negotiations=negotiations
        ):
            yield Kept(source=_source(item), outcome="unchanged", article=item.id)
        else:
            yield item


def _source(article: Article) -> str:
    return article.path or article.name
