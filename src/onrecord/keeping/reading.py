"""Articles into the store, one line for each input on what became of it."""

from collections import deque
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Literal

import msgspec

from onrecord.intake import Unread
from onrecord.intake.inputs import InputProblem
from onrecord.keeping.negotiations import left_out, refuse_to_lose
from onrecord.language import lay_out
from onrecord.model import Article, Notice, Reading
from onrecord.pipeline import Failed, ReadingOptions, models_of, read_many, titled
from onrecord.store import Store
from onrecord.store.writing import Outcome


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
    store: Store,
    inputs: Iterable[Article | Unread],
    *,
    options: ReadingOptions,
    again: bool = False,
    named: bool = True,
) -> Iterator[Kept]:
    """Reads articles into the store, one transaction each; gives one line for each input, in order.

    What somebody stated of an article stands over what an input says of itself, but not over what is given with it.
    What the store already holds as this version reads it is passed over unless `again`, so that an interrupted run
    goes on where it stopped. Unless the negotiations are `named`, raises `NotAtHand` at the first article that was read
    with another one.
    """
    missing = {} if named else left_out(store, options.negotiations)
    waiting: deque[Article | Unread | Kept] = deque()

    def ahead() -> Iterator[Article | None]:
        for item in inputs:
            known = None if isinstance(item, Unread) else store.known(item)
            held = known is not None and is_held(known)
            waiting.append(_kept(known, "unchanged") if held and known is not None else item)
            yield None if held else known

    def is_held(article: Article) -> bool:
        return not again and _is_held(store, article, options)

    for read in read_many(ahead(), options=options):
        item = waiting.popleft()
        if not isinstance(item, Article):
            yield item if isinstance(item, Kept) else _skipped(item)
            continue
        known = store.known(item)  # which it is depends on those before it, which may be in the store only now
        if is_held(known):
            yield _kept(known, "unchanged")
            continue
        refuse_to_lose(missing, known)
        if read is None or not _is_of(read, known):
            (read,) = read_many([known], options=msgspec.structs.replace(options, jobs=1))
        if isinstance(read, Reading):
            yield _kept(known, store.add(read), finds=len(read.finds), notices=read.notices)
        elif isinstance(read, Failed):
            yield _skipped(as_unread(read))


def as_unread(failed: Failed) -> Unread:
    """The article as an input that was left out."""
    return Unread(_source(failed.article), InputProblem("Failed", failed.error))


def _is_held(store: Store, article: Article, options: ReadingOptions) -> bool:
    negotiations = tuple(n.digest for n in options.negotiations)
    titled_ = titled(article, lay_out(article))
    return store.has(titled_, onrecord=version("onrecord"), models=models_of(options.model), negotiations=negotiations)


def _is_of(read: Reading | Failed, article: Article) -> bool:
    """Whether this very article was read."""
    return msgspec.structs.replace(read.article, title=article.title) == article


def _kept(article: Article, outcome: Outcome, *, finds: int = 0, notices: tuple[Notice, ...] = ()) -> Kept:
    published = article.published.value if article.published else None
    return Kept(
        source=_source(article),
        outcome=outcome,
        article=article.id,
        published=published,
        finds=finds,
        notices=notices,
    )


def _source(article: Article) -> str:
    return article.path or article.name


def _skipped(unread: Unread) -> Kept:
    return Kept(source=unread.source, outcome="skipped", code=unread.error.code, message=unread.error.message)
