"""When an article was published, as it becomes known after the reading."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.model import AnyFind, ArticleInfo, Negotiation, Notice, Published, Reading
from onrecord.model.errors import NoCopy, NotAtHand
from onrecord.model.vocabulary import Kind
from onrecord.store import Store, heirs
from onrecord.stories import copies

if TYPE_CHECKING:
    from onrecord.pipeline import ReadingOptions


class ChangedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the record that another date made another one."""

    id: str
    formerly: str | None = None
    """The id it had before, which leads to it now."""
    kind: Kind
    text: str
    changed: dict[str, tuple[object, object]]
    """Names of the fields, with their values before and now."""


class Redated(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an article when its date was stated."""

    article: str
    name: str
    before: str | None
    published: str | None
    because: str | None = None
    copy: str | None = None
    changes: tuple[ChangedLine, ...] = ()
    found: tuple[str, ...] = ()
    """Ids of lines that no earlier line became."""
    gone: tuple[str, ...] = ()
    """Ids of lines in whose place none stands."""
    notices: tuple[Notice, ...] = ()


class DateProposal(msgspec.Struct, frozen=True, kw_only=True):
    """The date of a copy, for an article that has none or another one than the copy that it has it from."""

    article: str
    name: str
    published: str | None
    """The date it has."""
    proposed: str
    copy: str
    copy_name: str
    share: float
    """The part of the shorter text's runs of five words that the other has, too."""


def state_date(
    store: Store,
    ref: str,
    published: Published | None,
    *,
    because: str | None = None,
    copy: str | None = None,
    options: "ReadingOptions",
) -> Redated:
    """Reads the stored text again under the date, or under none, and keeps what was said for it.

    Of the options' negotiations those count that the article was read with. Raises `NotInStore`, and `NotAtHand` where
    a negotiation or a model is missing, so that nothing is lost by the new reading.
    """
    from onrecord.pipeline import read_article

    before = store.reading(ref)
    article = msgspec.structs.replace(before.article, published=published)
    negotiations = _negotiations_of(before, options.negotiations)
    now = read_article(article, negotiations=negotiations, model=options.model, strict=options.strict)
    if missing := {m.name for m in before.models} - {m.name for m in now.models}:
        raise NotAtHand(
            f"{article.name} was read with {', '.join(sorted(missing))}, which is missing here: install it, or name the"
            f" language model with --model; to do without, read the article again with --published"
        )
    store.date(now, because=because, copy=copy)
    return Redated(
        article=article.id,
        name=article.name,
        before=_value(before.article.published),
        published=_value(published),
        because=because,
        copy=copy,
        notices=now.notices,
        **_compared(before.finds, now.finds),
    )


def take_date(
    store: Store, ref: str, copy_ref: str, *, because: str | None = None, options: "ReadingOptions"
) -> Redated:
    """The same with the date of a copy; raises `NoCopy` where that is no copy or has no date itself."""
    article, copy = store.article(ref), store.article(copy_ref)
    if copy.published is None:
        raise NoCopy(f"{copy.name} ({copy.id}) has no date itself: state that first")
    if article.id == copy.id or not list(copies([(article.id, article.text)], [(copy.id, copy.text)])):
        raise NoCopy(
            f"{copy.name} ({copy.id}) is no copy of {article.name}: too few of the shorter one's runs of words stand in"
            f" the other; state the date and say --because"
        )
    published = Published(copy.published.value, "copy")
    return state_date(store, article.id, published, because=because, copy=copy.id, options=options)


def proposals(store: Store) -> Iterator[DateProposal]:
    """Dates of copies for the articles without a date, and for those whose copy has got another one.

    A copy may have come out days after the article: nothing is dated by this.
    """
    infos = {info.id: info for info in store.articles(superseded=True)}
    taken = {id_: copy for id_, copy in store.from_copies().items() if _has_another_date(infos, id_, copy)}
    open_ = [i for i in infos.values() if i.published is None or i.id in taken]
    texts = ((i.id, store.article(i.id).text) for i in open_)
    among = ((i.id, store.article(i.id).text) for i in infos.values() if i.published is not None)
    found = copies(texts, among if open_ else ())
    for pair in sorted(found, key=lambda c: (infos[c.article].name, c.article, -c.share, c.copy)):
        info, copy = infos[pair.article], infos[pair.copy]
        if copy.published is not None and taken.get(info.id) in {None, copy.id}:
            yield DateProposal(
                article=info.id,
                name=info.name,
                published=info.published,
                proposed=copy.published,
                copy=copy.id,
                copy_name=copy.name,
                share=pair.share,
            )


def _has_another_date(infos: dict[str, ArticleInfo], article: str, copy: str) -> bool:
    own, its = infos[article].published, infos[copy].published if copy in infos else None
    return own is not None and its is not None and own != its


def _value(published: Published | None) -> str | None:
    return published.value if published else None


def _negotiations_of(reading: Reading, known: Sequence[Negotiation]) -> tuple[Negotiation, ...]:
    """Those that the reading was made with, in its order; a file that was edited counts as it is now."""
    found = []
    for digest in reading.negotiations:
        id_ = digest.rpartition("@")[0]
        same = [n for n in known if n.digest == digest] or [n for n in known if n.id == id_]
        if not same:
            raise NotAtHand(
                f"{reading.article.name} was read with the negotiation {id_!r}, whose file is not known here: name it"
                f" with --negotiation; to do without, read the article again with --published, and with"
                " --negotiation for those that you want"
            )
        found.append(same[0])
    return tuple(found)


def _compared(before: Sequence[AnyFind], now: Sequence[AnyFind]) -> dict[str, Any]:
    """What changed from line to line, what is new, and what is gone."""
    followed = heirs(before, now)
    formerly = {new: old for old, new in followed.items() if new is not None}
    was = {f.id: f for f in before}
    pairs = [(was.get(formerly.get(f.id, f.id)), f) for f in now]
    changes = [
        ChangedLine(
            id=f.id,
            formerly=formerly.get(f.id),
            kind=f.kind,
            text=" … ".join(s.text for s in f.spans),
            changed=changed,
        )
        for old, f in pairs
        if old is not None and (changed := _changed(old, f))
    ]
    return {
        "changes": tuple(changes),
        "found": tuple(f.id for old, f in pairs if old is None),
        "gone": tuple(old for old, new in followed.items() if new is None),
    }


def _changed(before: AnyFind, now: AnyFind) -> dict[str, tuple[object, object]]:
    old, new = msgspec.to_builtins(before), msgspec.to_builtins(now)
    return {name: (old[name], value) for name, value in new.items() if name != "id" and old[name] != value}
