"""What was said: attributions by speaker, issue and date."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import ArticleInfo, Attribution, Entry, Position
from onrecord.model.vocabulary import Form
from onrecord.views.board import in_order
from onrecord.views.words import Word, Words, content_of


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's word, with the issues of the positions inside it."""

    id: str
    date: str | None
    """Day of publication; none for an article without a date."""
    word: Word
    speaker: str | None
    """Actor id of the one who speaks; none while unresolved."""
    form: Form
    content: str
    issues: tuple[str, ...]
    article: ArticleInfo


def said(entries: Iterable[Entry], *, by: str | None = None, on: str | None = None) -> Iterator[Statement]:
    """The statements in order of publication, undated articles last.

    `by` is part of a speaker's name, office, body or description, in any case, or an actor id; `on` is part of the
    name of an issue, and leaves only statements that hold a position on it.
    """
    found = in_order(entries)
    words = Words(found)
    positions: dict[str, list[Position]] = {}
    for entry in found:
        if isinstance(entry.find, Position):
            positions.setdefault(entry.article.id, []).append(entry.find)
    for entry in found:
        if not isinstance(attribution := entry.find, Attribution) or (by and not _is_by(attribution, by)):
            continue
        issues = tuple(dict.fromkeys(_issues(attribution, positions.get(entry.article.id, ()))))
        if on and not any(on.casefold() in issue.casefold() for issue in issues):
            continue
        yield Statement(
            id=attribution.id,
            date=entry.article.published[:10] if entry.article.published else None,
            word=words.of_itself(attribution),
            speaker=attribution.speaker.actor if attribution.speaker else None,
            form=attribution.form,
            content=content_of(attribution),
            issues=issues,
            article=entry.article,
        )


def _is_by(attribution: Attribution, name: str) -> bool:
    speaker, sourcing = attribution.speaker, attribution.sourcing
    ids = {speaker.actor, speaker.affiliation} if speaker else set()
    if sourcing:
        ids.add(sourcing.affiliation)
    described = [s.text for s in attribution.source]
    if speaker:
        described += [x for x in (speaker.actor, speaker.name, speaker.role) if x]
    return name in ids or (len(name) > 2 and any(name.casefold() in x.casefold() for x in described))


def _issues(attribution: Attribution, positions: Iterable[Position]) -> Iterator[str]:
    for position in positions:
        inside = any(c.contains(s) for c in attribution.content for s in position.spans)
        if inside or position.attribution == attribution.id:
            yield from position.issues
