"""What was said: attributions by speaker, issue and date."""

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord.mentions.actors.names import spelled
from onrecord.model import ArticleInfo, Attribution, Entry, ListedActor, Position, Side
from onrecord.model.vocabulary import Flag, Form
from onrecord.views.persons.namesakes import spelled_alike
from onrecord.views.sides import in_order
from onrecord.views.whose_word import Word, Words
from onrecord.views.wording import content_of, joined

# What a name is that stands for a state or organisation as a whole, and not for a body of one.
_OF_BODIES = {"name", "adjective", "people", "organisation", "capital"}
_POSSESSIVE = re.compile(r"['’]s?\b")
_NOT_IN_WORDS = re.compile(r"[^\w\s.'’-]+")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's word, with the issues of the positions inside it."""

    id: str
    date: str | None
    """Day of publication; none for an article without a date."""
    word: Word
    speaker: str | None
    """Actor id of the one who speaks; none while unresolved."""
    form: Form
    cue: str
    """The words that attribute, as written: "said", "again denied"."""
    content: str
    """What is said, or is denied, asked, feared ...: only with the cue is it anybody's word."""
    flags: tuple[Flag, ...]
    issues: tuple[str, ...]
    passages: tuple[str, ...] = ()
    """The sentences of its positions on the issue that was asked for; where none was, the sentence of a content that
    is cut from one: "that the gates would open" of "Nobody has ever said that the gates would open, she told them"."""
    article: ArticleInfo


def said(
    entries: Iterable[Entry],
    *,
    by: str | None = None,
    on: str | None = None,
    own: tuple[Side | ListedActor, ...] = (),
    sentence: Callable[[Entry], str] | None = None,
) -> Iterator[Statement]:
    """The statements in order of publication, undated articles last.

    `by` is an actor id; or a name or adjective of a state or organisation, also of the `own` ones of negotiations; or
    words of a speaker's name, office, body or description, in any spelling. `on` is part of the name of an issue, and
    leaves only statements that hold a position on it; `sentence` gives the sentence around one, the default its words.
    """
    found = in_order(entries)
    words = Words(found)
    actor = actor_called(by, own) if by else None
    positions: dict[str, list[Entry]] = {}
    told = sentence or (lambda entry: content_of(entry.find))
    for entry in found:
        if isinstance(entry.find, Position):
            positions.setdefault(entry.article.id, []).append(entry)
    for entry in found:
        if not isinstance(attribution := entry.find, Attribution) or (by and not _is_by(attribution, by, actor)):
            continue
        issues: dict[str, None] = {}
        passages: dict[str, None] = {}
        for position in _positions(attribution, positions.get(entry.article.id, ())):
            issues |= dict.fromkeys(of := _issues(position))
            if on and any(on.casefold() in issue.casefold() for issue in of):
                passages[told(position)] = None
        if on and not passages:
            continue
        if not on and _is_cut(attribution):
            passages[told(entry)] = None
        yield Statement(
            id=attribution.id,
            date=entry.article.published[:10] if entry.article.published else None,
            word=words.of_itself(attribution),
            speaker=attribution.speaker.actor if attribution.speaker else None,
            form=attribution.form,
            cue=joined(attribution.cue),
            content=content_of(attribution) if "negated" in attribution.flags else joined(attribution.content),
            flags=attribution.flags,
            issues=tuple(issues),
            passages=tuple(passages),
            article=entry.article,
        )


def _is_cut(attribution: Attribution) -> bool:
    """Whether the content begins with "that" and not at the cue, but at some verb of the same sentence before it."""
    cue, content = attribution.cue, attribution.content
    return bool(cue and content) and content[0].end <= cue[0].start and content[0].text.startswith("that ")


def actor_called(name: str, own: tuple[Side | ListedActor, ...] = ()) -> str | None:
    """Id of the one state or organisation of that name, adjective or people, in any case; none for all else."""
    name = " ".join(name.split()).removeprefix("the ")
    for written in (name, name.title(), name.upper()):
        for found, start, end in spelled(written, own):
            if (start, end) == (0, len(written)) and found.form in _OF_BODIES and found.actor is not None:
                return found.actor
    return None


def _is_by(attribution: Attribution, name: str, actor: str | None) -> bool:
    """Whether the one who speaks is the actor or belongs to it, or has the name as whole words.

    Where an actor is known, words of an office or a description do not count: "the Varenian envoy to Lorvane".
    """
    speaker, sourcing = attribution.speaker, attribution.sourcing
    ids = {speaker.actor, speaker.affiliation} if speaker else set()
    if sourcing:
        ids.add(sourcing.affiliation)
    described: list[str | None] = []
    if speaker and (actor is None or speaker.type == "person"):
        described += [speaker.actor, speaker.name]
    if actor is None:
        described += [*(s.text for s in attribution.source), speaker.role if speaker else None]
    return not ids.isdisjoint({name, actor} - {None}) or any(has_words(text, name) for text in described if text)


def has_words(text: str, words: str) -> bool:
    """Whether the words stand in the text as whole ones, in any spelling: "Telle" in "Telle's", not in "Tellen"."""
    return f" {_bare(words)} " in f" {_bare(text)} "


def _bare(text: str) -> str:
    return spelled_alike(_NOT_IN_WORDS.sub(" ", _POSSESSIVE.sub("", text)))


def _positions(attribution: Attribution, positions: Iterable[Entry]) -> Iterator[Entry]:
    for position in positions:
        find = position.find
        told = (isinstance(find, Position) and find.content) or find.spans
        inside = any(c.contains(s) for c in attribution.content for s in told)
        if inside or position.find.attribution == attribution.id:
            yield position


def _issues(position: Entry) -> tuple[str, ...]:
    return position.find.issues if isinstance(position.find, Position) else ()
