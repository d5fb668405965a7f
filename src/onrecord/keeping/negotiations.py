"""Negotiation files: where they are found, and which articles of a store belong to one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.config import setting
from onrecord.intake.negotiations import load_negotiation, load_negotiations, shipped_negotiations
from onrecord.model import Actor, Article, ArticleInfo, Entry, Mentions, Negotiation
from onrecord.model.errors import NegotiationError, NotAtHand
from onrecord.model.vocabulary import Kind
from onrecord.records.issues import belongs
from onrecord.store import Store


def known_negotiations() -> tuple[Negotiation, ...]:
    """The negotiations in the folder of the setting, then those that ship with Onrecord."""
    folder = setting("negotiations")
    return (*(load_negotiations([folder]) if folder else ()), *shipped_negotiations())


def find_negotiation(ref: str) -> Negotiation:
    """The negotiation of a file's path or of an id; raises `NegotiationError` where there is neither."""
    if Path(ref).is_file():
        return load_negotiation(ref)
    known = known_negotiations()
    for negotiation in known:
        if negotiation.id == ref:
            return negotiation
    ids = ", ".join(n.id for n in known)
    raise NegotiationError(f"no file and no negotiation {ref!r}; known are {ids}: give the path of your file")


def articles_of(
    store: Store, negotiation: Negotiation, *, as_of: str | None = None, since: str | None = None
) -> Iterator[ArticleInfo]:
    """The articles of the store that belong to the negotiation, by date, undated ones last."""
    actors: dict[str, list[Actor]] = defaultdict(list)
    for entry in store.entries(kinds=["actor"], as_of=as_of, since=since):
        if isinstance(entry.find, Actor):
            actors[entry.article.id].append(entry.find)
    for info in store.articles(as_of=as_of, since=since):
        if info.id in actors and belongs(store.article(info.id), Mentions(actors=tuple(actors[info.id])), negotiation):
            yield info


def unread(store: Store, negotiation: Negotiation, articles: Iterable[ArticleInfo]) -> int:
    """How many of the articles were read without this version of the negotiation's file, so that lines lack issues."""
    with_ = store.negotiations()
    return sum(negotiation.digest not in with_[info.id] for info in articles)


def left_out(store: Store, negotiations: Iterable[Negotiation]) -> dict[str, set[str]]:
    """Ids of the negotiations that articles here were read with and that are not among these -> ids of the articles."""
    given = {n.id for n in negotiations}
    missing: dict[str, set[str]] = defaultdict(set)
    for article, digests in store.negotiations().items():
        for id_ in {digest.rpartition("@")[0] for digest in digests} - given:
            missing[id_].add(article)
    return dict(missing)


def refuse_to_lose(missing: Mapping[str, set[str]], article: Article) -> None:
    """Raises `NotAtHand` where the article is one of those that `left_out` gives."""
    if ids := [repr(id_) for id_, articles in sorted(missing.items()) if article.id in articles]:
        negotiations = f"the negotiation{'s' * (len(ids) > 1)} {' and '.join(ids)}"
        raise NotAtHand(
            f"{article.name} was read with {negotiations}, not known here, and would lose its issues: name each file"
            " with --negotiation (in Python: negotiations=), or put it into your folder of negotiations; to do without,"
            " name those that you want"
        )


def entries_of(store: Store, articles: Iterable[ArticleInfo], kinds: Sequence[Kind] | None = None) -> Iterator[Entry]:
    """What was found in these articles."""
    for info in articles:
        yield from store.entries(kinds=kinds, article=info.id)
