"""Persons of one name in several articles: who may be one, who is kept apart, and why.

What is joined is a proposal, shown with its reason; the record itself joins nobody across articles.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.views.names import actor_name
from onrecord.views.persons.offices import Office

_INITIAL = re.compile(r"[A-Z]\.?")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
# Letters that press and ministries write differently for one Cyrillic or Arabic letter: Sergei and Sergey, Hamid and
# Khamid, Zelensky, Zelenskiy and Zelenskyy. What is left of accents is taken off, too.
_TRANSLITERATED = ((re.compile(r"[iyj]+"), "i"), (re.compile(r"kh"), "h"), (re.compile(r"x"), "ks"))
_UNACCENTED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


class Bearer(NamedTuple):
    """Somebody of one article: the fullest name there, and the offices that it gives."""

    name: str
    article: str
    day: str | None
    """Day of publication; none for an article without a date."""
    state: str | None
    offices: frozenset[Office]


class Joined(NamedTuple):
    """Bearers who are proposed to be one person."""

    bearers: tuple[Bearer, ...]
    because: tuple[str, ...]
    """What the proposal rests on; none for the person of one article."""
    apart: tuple[str, ...]
    """Why others of the name are not joined to it."""
    may_be: str | None = None
    """For a name of one word: the one person of that surname in the same office, with the office."""


class _Verdict(NamedTuple):
    one: bool
    because: str


def joined(bearers: Iterable[Bearer]) -> Iterator[Joined]:
    """The bearers as persons, each bearer once.

    Bearers of the same full name are proposed to be one person where an office is the same, or the state or body they
    serve is, and nothing contradicts: no two states, no two offices of one holder at one time. Offices one after the
    other are a career. Names that only transliteration, accents or middle initials tell apart need the same office.
    One who fits several stays apart, as do names of one word, and those of whom an article gives neither office nor
    state. A name of one word is said to be perhaps the one person of that surname who holds its office, where that has
    one holder.
    """
    by_name: dict[str, list[Bearer]] = {}
    alone: list[Bearer] = []
    for bearer in sorted(bearers, key=lambda b: (b.day is None, b.day or "", b.article)):
        if " " not in bearer.name or not (bearer.offices or bearer.state):
            alone.append(bearer)
        else:
            by_name.setdefault(spelled_alike(bearer.name), []).append(bearer)
    persons = [person for namesakes in by_name.values() for person in _told_apart(namesakes)]
    holders = _holders(persons)
    yield from persons
    for bearer in alone:
        yield Joined((bearer,), (), (), _may_be(bearer, holders))


def _holders(persons: Iterable[Joined]) -> dict[tuple[str, Office], dict[int, str]]:
    """Persons by surname and each of their offices that has one holder and is said whose it is, with the full name."""
    found: dict[tuple[str, Office], dict[int, str]] = {}
    for n, person in enumerate(persons):
        for bearer in person.bearers:
            for office in bearer.offices:
                if office.sole and office.of:
                    found.setdefault((_surname(bearer.name), office), {}).setdefault(n, bearer.name)
    return found


def _may_be(bearer: Bearer, holders: Mapping[tuple[str, Office], Mapping[int, str]]) -> str | None:
    """Who the bearer of a mere surname may be, where every office that has a holder of that name has the same one."""
    fitting = {office: held for office in bearer.offices if (held := holders.get((_surname(bearer.name), office)))}
    who = {n: name for held in fitting.values() for n, name in held.items()}
    if " " in bearer.name or len(who) != 1:
        return None
    return f"{next(iter(who.values()))}: same surname and office: {', '.join(sorted(map(str, fitting)))}"


def _surname(name: str) -> str:
    return spelled_alike(name).rpartition(" ")[2]


def spelled_alike(name: str) -> str:
    """What all spellings of a name share: "Sergey I. Tölle" and "Sergei Tolle" are "sergei tolle"."""
    words = name.replace("-", " ").split()
    bare = [w for n, w in enumerate(words) if not 0 < n < len(words) - 1 or not _INITIAL.fullmatch(w)]
    if len(bare) > 2 and bare[-1].casefold().strip(".,") in _SUFFIXES:
        bare = bare[:-1]
    folded = unicodedata.normalize("NFKD", " ".join(bare).casefold()).translate(_UNACCENTED)
    folded = "".join(c for c in folded if c.isalnum() or c == " ")
    for letters, one in _TRANSLITERATED:
        folded = letters.sub(one, folded)
    return folded


def _told_apart(namesakes: Sequence[Bearer]) -> Iterator[Joined]:
    """Persons of one name, those with the best known offices first."""
    persons: list[_Person] = []
    for person in sorted(_of_one_office(namesakes), key=_Person.rank):
        fitting = [(p, v.because) for p in persons if (v := p.compared(person)).one]
        if len(fitting) == 1:
            fitting[0][0].take(person, fitting[0][1])
        else:
            persons.append(person)
    for person in persons:
        others = (person.compared(p) for p in persons if p is not person)
        apart = dict.fromkeys("fits more than one" if v.one else v.because for v in others)
        yield Joined(tuple(person.bearers), tuple(person.because), tuple(apart))


def _of_one_office(namesakes: Sequence[Bearer]) -> list["_Person"]:
    """Bearers joined where they hold one office of the same state or body, or one that nobody says whose it is."""
    by_key: dict[tuple[str, str | None, str], _Person] = {}
    for bearer in namesakes:
        person = _Person(bearer)
        reasons = {(o.title, o.of, ""): f"same office: {o}" for o in bearer.offices}
        for key, because in (
            reasons or {("", bearer.state, bearer.name): f"both of {_listed([bearer.state])}"}
        ).items():
            if (other := by_key.get(key)) is not None and other is not person:
                other.take(person, because)
                by_key.update({k: other for k, p in by_key.items() if p is person})
                person = other
            by_key[key] = person
    return list({id(p): p for p in by_key.values()}.values())


class _Person:
    """What is known of the bearers who are one so far."""

    def __init__(self, bearer: Bearer) -> None:
        self.bearers = [bearer]
        self.because: dict[str, None] = {}
        self.states = {bearer.state} - {None}
        self.names = {bearer.name.casefold()}
        self.days: dict[Office, list[str | None]] = {office: [bearer.day] for office in bearer.offices}
        """When each office was stated."""

    def take(self, other: "_Person", because: str) -> None:
        """Join the bearers of the other."""
        self.bearers += other.bearers
        self.because |= {because: None, **other.because}
        self.states |= other.states
        self.names |= other.names
        for office, days in other.days.items():
            self.days.setdefault(office, []).extend(days)

    def rank(self) -> tuple[bool, bool, bool, int]:
        """Those first who say most: an office of one holder, one of a known state or body, any; then by articles."""
        sole, owned = any(o.sole for o in self.days), any(o.of for o in self.days)
        return not sole, not owned, not self.days, -len(self.bearers)

    def compared(self, other: "_Person") -> "_Verdict":
        """Whether the other may be the same person, and why or why not."""
        if self.states and other.states and not self.states & other.states:
            return _Verdict(False, f"of {_listed(self.states)} here, of {_listed(other.states)} there")
        pairs = [(a, b) for a in self.days for b in other.days]
        shared = [a if a.of else b for a, b in pairs if a.title == b.title and (a.of == b.of or not (a.of and b.of))]
        if shared:
            return _Verdict(True, f"same office: {shared[0]}")
        if not self.names & other.names:
            return _Verdict(False, "spelled differently, and no office in common")
        homes = self._homes() & other._homes()
        if not homes:
            return _Verdict(False, "no office, state or body in common")
        for a, b in pairs:
            if a.sole and b.sole and not (a.former or b.former) and self._overlap(a, other, b):
                return _Verdict(False, f"{a} here, {b} there at one time")
        return _Verdict(True, f"both of {_listed(homes)}")

    def _homes(self) -> set[str | None]:
        return (self.states | {o.of for o in self.days}) - {None}

    def _overlap(self, mine: Office, other: "_Person", theirs: Office) -> bool:
        """Whether the offices were stated at one time: between first and last, or on days unknown."""
        a, b = self.days[mine], other.days[theirs]
        known_a, known_b = [d for d in a if d], [d for d in b if d]
        if len(known_a) < len(a) or len(known_b) < len(b):
            return True
        return min(known_a) <= max(known_b) and min(known_b) <= max(known_a)


def _listed(names: Iterable[str | None]) -> str:
    return ", ".join(sorted(actor_name(n) for n in names if n))
