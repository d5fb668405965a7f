"""Persons: names with their offices, and which later mention is whom."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit
from onrecord.mentions.actors.roles import Role, honorifics, is_title_word, role_ending_at, role_starting_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_NAME = 5
_PARTICLES = {
    "de",
    "la",
    "le",
    "du",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "ibn",
    "al",
    "el",
    "da",
    "dos",
    "di",
    "ben",
    "-",
    "al-",
    "y",
}
_AFTER_TITLE = {"of", "for", "at", "from", "in", "to", "who", "and", "on", "with", "under", "during"}
_SUFFIXES = {"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"}
_POSSESSIVE = {"'s", "’s", "'", "’"}


class PersonMention(NamedTuple):
    """A person at tokens `first` to `last` (inclusive); no name: `candidates` share the surname."""

    first: int
    last: int
    name: str | None
    role: Role | None
    candidates: tuple[str, ...] = ()
    rule: str = "person"
    score: float = 0.9


class Person(NamedTuple):
    """What the article says about a person."""

    name: str
    state: str | None
    affiliation: str | None
    roles: tuple[Role, ...]


def find_persons(doc: "Doc", hits: dict[int, Hit]) -> tuple[list[PersonMention], dict[str, Person]]:
    """All mentions of persons by name, later ones under the fullest name, and what is said about each."""
    names = _names_in(doc, hits)
    roles = {first: _role_of(doc, first, last, hits) for first, last in names}
    full = _full_names(doc, names, roles)
    spots = _mentions(doc, full, names, hits)
    resolved = [_resolve(doc, spot, full, hits) for spot in spots]
    return resolved, _people(resolved)


def _names_in(doc: "Doc", hits: dict[int, Hit]) -> dict[tuple[int, int], float]:
    """Token ranges of person names, with a score: recognised ones, and capitalised words after a title."""
    found: dict[tuple[int, int], float] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON" and (spot := _clean(doc, entity.start, entity.end - 1, hits)):
            found[spot] = 0.8
    for token in doc[:-1]:
        following = token.i + 1
        if not _is_name_word(doc, following, hits) or is_title_word(doc, following) or doc[following].dep_ == "gap":
            continue
        titled = token.text in honorifics() or (token.text[:1].isupper() and _titled(doc, token.i, hits))
        if titled and (spot := _clean(doc, following, _run_end(doc, following, hits), hits)):
            found[spot] = 0.95
    return _without_overlaps(found)


def _titled(doc: "Doc", last: int, hits: dict[int, Hit]) -> bool:
    role = role_ending_at(doc, last, hits)
    return role is not None and role.last == last


def _run_end(doc: "Doc", first: int, hits: dict[int, Hit]) -> int:
    last = first
    while (
        last + 1 < len(doc)
        and last - first < LONGEST_NAME
        and (_is_name_word(doc, last + 1, hits) or doc[last + 1].lower_ in _PARTICLES)
    ):
        last += 1
    return last


def _is_name_word(doc: "Doc", at: int, hits: dict[int, Hit]) -> bool:
    token = doc[at]
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "NOUN", "ADJ", "VERB"}
        and at not in hits
        and not _titled(doc, at, hits)
        and token.ent_type_ not in {"DATE", "TIME"}
        and not token.like_num
    )


def _clean(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> tuple[int, int] | None:
    """The range without titles, adjectives, possessives and what is no name at all."""
    while (
        first <= last
        and (
            not doc[first].text[:1].isupper()
            or doc[first].text in honorifics()
            or is_title_word(doc, first)
            or (first in hits and hits[first].name.form not in {"name", "capital"})
        )
        and doc[first].lower_ not in {"al", "al-"}
    ):
        first += 1
    end = first
    while (
        end <= last
        and end - first < LONGEST_NAME
        and ((doc[end].text[:1].isupper() and (end == first or end not in hits)) or doc[end].lower_ in _PARTICLES)
    ):
        end += 1
    last = end - 1
    while last > first and (doc[last].lower_ in _PARTICLES or doc[last].pos_ in {"PART", "PUNCT"}):
        last -= 1
    if last < first or doc[first].is_stop or doc[first].dep_ == "gap":
        return None
    if first == last and (first in hits or len(doc[first].text) < 2 or doc[first].text.isupper()):
        return None
    if last + 1 < len(doc) and last + 1 in hits and hits[last + 1].name.form in {"organisation", "institution"}:
        return None
    if any(any(c.isdigit() or c in "@/#:" for c in doc[i].text) for i in range(first, last + 1)):
        return None
    return first, last


def _without_overlaps(found: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    kept: dict[tuple[int, int], float] = {}
    end = -1
    for spot in sorted(found, key=lambda s: (s[0], -s[1])):
        if spot[0] > end:
            kept[spot] = found[spot]
            end = spot[1]
    return kept


def _role_of(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> Role | None:
    """The title of the name: before it, or set off after or before it by commas, or after "who is"."""
    at = first - 1
    while at >= 0 and doc[at].text in honorifics():
        at -= 1
    if at < 0 or doc[at].dep_ == "gap":
        return _role_after(doc, last, hits)
    before = role_ending_at(doc, at, hits)
    if before is not None and before.last == at and doc[before.last].tag_ not in {"NNS", "NNPS"}:
        return before
    return _role_after(doc, last, hits) or _role_before_comma(doc, first, last, hits)


def _role_after(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """ "Ana Teller, Ostmark's envoy for arms control, said" and "Ana Teller, who is the envoy"."""
    at = last + 1
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ",":
        at += 2
    if at + 1 >= len(doc) or doc[at].text not in {",", "(", "—", "–"}:
        return None
    at += 1
    if doc[at].lower_ == "who" and at + 2 < len(doc) and doc[at + 1].lemma_.lower() in {"be", "serve"}:
        at += 3 if doc[at + 2].lower_ == "as" else 2
    role = role_starting_at(doc, at, hits)
    if role is None or doc[role.last].tag_ in {"NNS", "NNPS"} or role.last + 1 >= len(doc):
        return None
    follows = doc[role.last + 1]
    closes = follows.is_punct or follows.lower_ in _AFTER_TITLE
    return role if closes else None


def _role_before_comma(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> Role | None:
    """ "Ostmark's foreign minister, Ana Teller, said"."""
    if first < 2 or doc[first - 1].text != "," or last + 1 >= len(doc) or doc[last + 1].text not in {",", ".", "—"}:
        return None
    role = role_ending_at(doc, first - 2, hits)
    if role is None or role.last != first - 2 or doc[role.last].tag_ in {"NNS", "NNPS"}:
        return None
    lead = doc[role.left - 1].lower_ if role.left else ""
    return role if role.affiliation is not None or lead in {"the", "a", "an", "its", "their", "his", "her"} else None


def _full_names(
    doc: "Doc", names: dict[tuple[int, int], float], roles: dict[int, Role | None]
) -> dict[str, list[tuple[str, ...]]]:
    """Names by each word or words that later stand for them alone; a fuller form of one person wins."""
    whole = {tuple(t.text for t in doc[first : last + 1]) for first, last in names}
    longest: list[tuple[str, ...]] = []
    for name in sorted(whole, key=len, reverse=True):
        if not any(_same_person(name, other) for other in longest):
            longest.append(name)
    alone = Counter(name[0] for name in whole if len(name) == 1)
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in longest:
        for alias in _aliases(name, set(alone)):
            index.setdefault(alias, []).append(name)
    return index


def _same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is a shorter form of `full`: "Ana Teller" of "Ana Maria Teller"."""
    if len(short) < 2:
        return False
    bare, long = _bare(short), _bare(full)
    return bare[-1:] == long[-1:] and bare[0] == long[0] and len(bare) <= len(long)


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:-1] if len(name) > 1 and name[-1] in _SUFFIXES else name


def _aliases(name: tuple[str, ...], alone: set[str]) -> list[str]:
    bare = _bare(name)
    if len(bare) == 1:
        return [bare[0]]
    family_first = bare[0] in words("en/family_names_first")
    if family_first:
        return [bare[0]]
    particle = next((at for at in range(1, len(bare) - 1) if bare[at].lower() in _PARTICLES), None)
    return [bare[-1]] if particle is None else [bare[-1], " ".join(bare[particle:])]


def _mentions(
    doc: "Doc", full: dict[str, list[tuple[str, ...]]], names: dict[tuple[int, int], float], hits: dict[int, Hit]
) -> list[tuple[int, int, float]]:
    """The names, and every other place where a surname or full name stands alone."""
    covered = {i for first, last in names for i in range(first, last + 1)}
    found = [(first, last, score) for (first, last), score in names.items()]
    surnames = {alias for alias in full if " " not in alias}
    later = (t for t in doc if t.text in surnames and t.i not in covered and t.dep_ != "gap")
    found.extend((t.i, t.i, 0.85) for t in later if _stands_alone(doc, t.i, hits))
    return sorted(found)


def _stands_alone(doc: "Doc", at: int, hits: dict[int, Hit]) -> bool:
    """Whether the surname is not a piece of another name: "Teller Bridge", "the Teller Foundation"."""
    token = doc[at]
    if token.pos_ not in {"PROPN", "NOUN", "ADJ"} or at in hits:
        return False
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is not None and after.text[:1].isupper() and after.pos_ == "PROPN" and token.head.i == after.i:
        return at + 1 in hits
    before = doc[at - 1] if at else None
    if before is None or before.pos_ != "PROPN" or before.dep_ != "compound" or before.head.i != at:
        return True
    return before.i in hits or _titled(doc, before.i, hits) or before.text in honorifics()


def _resolve(
    doc: "Doc", spot: tuple[int, int, float], full: dict[str, list[tuple[str, ...]]], hits: dict[int, Hit]
) -> PersonMention:
    first, last, score = spot
    words_here = tuple(t.text for t in doc[first : last + 1])
    role = _role_of(doc, first, last, hits)
    key = " ".join(words_here) if len(words_here) > 1 else words_here[0]
    candidates = full.get(key, [])
    if len(words_here) > 1:
        same = [n for names in full.values() for n in names if n == words_here or _same_person(words_here, n)]
        candidates = same[:1] or candidates
    longer = [n for n in candidates if len(n) > 1]
    chosen = longer or candidates
    if len(chosen) > 1:
        return PersonMention(first, last, None, role, tuple(sorted({_written(n) for n in chosen})), "surname", 0.5)
    name = _written(chosen[0]) if chosen else _written(words_here)
    rule = "full name" if len(words_here) > 1 else "surname"
    return PersonMention(first, last, name, role, (), rule, score)


def _written(name: tuple[str, ...]) -> str:
    return " ".join(name).replace(" - ", "-").replace("- ", "-")


def _people(mentions: list[PersonMention]) -> dict[str, Person]:
    """What the roles of all mentions of a person add up to."""
    people: dict[str, Person] = {}
    for name in dict.fromkeys(m.name for m in mentions if m.name):
        roles = tuple(m.role for m in mentions if m.name == name and m.role is not None)
        owners = [r.affiliation.name.actor for r in roles if r.affiliation is not None and r.affiliation.name.actor]
        states = [s for s in (*(_state(o) for o in owners), *(r.state for r in roles)) if s]
        known = states[0] if states else _leader_state(name)
        people[name] = Person(name, known, owners[0] if owners else known, roles)
    return people


def _state(actor: str | None) -> str | None:
    """The actor id where it is a state's code."""
    return actor if actor is not None and len(actor) == 2 and actor.isupper() and actor not in {"EU", "UN"} else None


def _leader_state(name: str) -> str | None:
    """State of a leader whom news names without it; a bare surname counts where one leader only has it."""
    rows = table("en/leaders")
    states = {r["state"] for r in rows if r["name"] == name or (" " not in name and name in _short_names(r["name"]))}
    return states.pop() if len(states) == 1 else None


def _short_names(full: str) -> set[str]:
    parts = full.split()
    return {parts[0]} if parts[0] in words("en/family_names_first") else {parts[-1]}
