"""Persons: the offices that articles give them, when and on whose word, and who may be one person."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import Actor, ArticleInfo, Entry, Span
from onrecord.views.persons.namesakes import Bearer, Joined, joined, spelled_alike
from onrecord.views.persons.offices import Office, office_given
from onrecord.views.sides import in_order
from onrecord.views.whose_word import Word, Words


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an article gives a person an office."""

    id: str
    """The line of the record."""
    date: str | None
    """Day of publication; none for an article without a date."""
    role: Span
    """The title as written, at these characters of the article."""
    word: Word
    article: ArticleInfo


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An office with everything that states it. It says when articles gave the office, not when it was held."""

    office: str
    """Title in small letters and one spelling, to compare."""
    of: str | None
    """State or body that the articles give its holder."""
    former: bool
    written: str
    """The title in the words that most articles use."""
    first: str | None
    """First day of publication on which it was stated; none where no article has a date."""
    last: str | None
    articles: int
    outlets: int
    """Those that are known by name."""
    stated: tuple[Stated, ...]


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """A person as one article has it, or the proposal that persons of several articles are one."""

    name: str
    spellings: tuple[str, ...]
    states: tuple[str, ...]
    offices: tuple[Held, ...]
    id: str
    """The first line of the record that names the person."""
    first: str | None
    """First day of publication on which the person was named; none where no article has a date."""
    last: str | None
    articles: tuple[str, ...]
    """Ids of the articles that name the person, with or without an office."""
    because: tuple[str, ...]
    """Why the articles are proposed to speak of one person; empty where there is one article."""
    apart: tuple[str, ...]
    """Why others of that name are kept apart."""
    may_be: str | None = None
    """Who somebody with a mere surname may be, and why; nobody is joined by it."""


def persons(entries: Iterable[Entry], *, name: str | None = None) -> Iterator[PersonLine]:
    """The persons whom most articles name first; `name` is part of a name, in any spelling.

    Inside an article all mentions of a person count, by surname too. Across articles nobody is joined but as a
    proposal; see `joined`.
    """
    found = in_order(entries)
    words = Words(found)
    stated: dict[tuple[str, str], list[tuple[Office, Stated]]] = {}
    states: dict[tuple[str, str], str | None] = {}
    named: dict[tuple[str, str], str] = {}
    articles: dict[str, ArticleInfo] = {}
    for entry in found:
        actor, article = entry.find, entry.article
        if not isinstance(actor, Actor) or actor.type != "person" or actor.actor is None:
            continue
        if name is not None and spelled_alike(name) not in spelled_alike(actor.actor):
            continue
        articles[article.id] = article
        who = " ".join(actor.actor.split()), article.id
        named.setdefault(who, actor.id)
        states[who] = states.get(who) or actor.state
        given = stated.setdefault(who, [])
        if (office := office_given(actor)) is not None and actor.role is not None:
            given.append((office, _stated(actor, actor.role, article, words)))
    bearers = (
        Bearer(who, article, _day(articles[article]), states[who, article], frozenset(o for o, _ in given))
        for (who, article), given in stated.items()
    )
    lines = [_line(person, stated, named) for person in joined(bearers)]
    return iter(sorted(lines, key=lambda line: (-len(line.articles), line.name)))


def _line(
    person: Joined, stated: dict[tuple[str, str], list[tuple[Office, Stated]]], named: dict[tuple[str, str], str]
) -> PersonLine:
    first = min(person.bearers, key=lambda b: (b.day is None, b.day or "", b.article))
    names = Counter(b.name for b in person.bearers)
    by_office: dict[Office, list[Stated]] = {}
    for bearer in person.bearers:
        for office, place in stated[bearer.name, bearer.article]:
            by_office.setdefault(office, []).append(place)
    held = [_held(office, places) for office, places in by_office.items()]
    return PersonLine(
        name=names.most_common(1)[0][0],
        spellings=tuple(names),
        states=tuple(sorted({b.state for b in person.bearers if b.state})),
        offices=tuple(sorted(held, key=lambda h: (h.first is None, h.first or "", -h.articles))),
        id=named[first.name, first.article],
        first=first.day,
        last=max((b.day for b in person.bearers if b.day), default=None),
        articles=tuple(dict.fromkeys(b.article for b in person.bearers)),
        because=person.because,
        apart=person.apart,
        may_be=person.may_be,
    )


def _held(office: Office, places: list[Stated]) -> Held:
    days = sorted(p.date for p in places if p.date)
    written = Counter(text for text, _ in dict.fromkeys((" ".join(p.role.text.split()), p.article.id) for p in places))
    return Held(
        office=office.title,
        of=office.of,
        former=office.former,
        written=written.most_common(1)[0][0],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=len({p.article.id for p in places}),
        outlets=len({p.article.outlet for p in places if p.article.outlet}),
        stated=tuple(sorted(places, key=lambda p: (p.date is None, p.date or "", p.article.id, p.role.start))),
    )


def _stated(actor: Actor, role: Span, article: ArticleInfo, words: Words) -> Stated:
    return Stated(id=actor.id, date=_day(article), role=role, word=words.of(actor), article=article)


def _day(article: ArticleInfo) -> str | None:
    return article.published[:10] if article.published else None
