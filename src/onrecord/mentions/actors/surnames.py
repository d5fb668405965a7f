"""Which names of an article are the same person's: fuller and shorter forms, surnames, leaders named without state."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from unicodedata import combining, normalize

from onrecord.data import table, words
from onrecord.mentions.title_words import is_first_name

Written = tuple[str, ...]

PARTICLES = {
    "de", "la", "le", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "dos", "di", "ben", "-", "al-",
}  # fmt: skip
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SUFFIXES = {"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"}
# Whose leaders are also written in the order of their own language: "Kishida Fumio".
_FAMILY_FIRST = {"JP", "HU"}
# Letters of a surname in which one may be wrong.
_LONG_ENOUGH = 6
# Titles that come with somebody else's office.
_BY_FAMILY = {"first lady", "second lady"}


class NamesKnown:
    """The person names of one article and the title heads each was seen with."""

    def __init__(self, names: Iterable[Written], titles: Iterable[tuple[Written, str]]) -> None:
        self._seen = Counter(names)
        self._surnames = Counter(name[-1] for name in self._seen.elements())
        # Names that stand there with "Jr." and without: a son beside his father.
        self._shared = {_ends(n) for n in self._seen if _suffix(n)} & {
            _ends(n) for n in self._seen if len(n) > 1 and not _suffix(n)
        }
        self._full: dict[tuple[str, ...], Written] = {}
        for name in sorted(self._seen, key=lambda n: (-len(n), _is_odd("".join(n)), -self._seen[n])):
            if len(name) > 1:
                self._full.setdefault(self._key(name), name)
        self._by_surname: dict[str, list[Written]] = {}
        self._by_first: dict[str, list[Written]] = {}
        for name in self._full.values():
            self._by_first.setdefault(name[0], []).append(name)
            for alias in _aliases(name):
                self._by_surname.setdefault(_folded(alias), []).append(name)
        self._often = [word for word, count in self._surnames.items() if count > 1 and len(word) >= _LONG_ENOUGH]
        self._titles: dict[Written, set[str]] = {}
        for name, title in titles:
            fuller = self._fuller(name)
            if len(fuller) == 1 and (name == fuller[0] or leaders_named(" ".join(fuller[0])) or not _leads(name)):
                self._titles.setdefault(fuller[0], set()).add(title)

    def meant(self, word: str) -> str | None:
        """The surname written more often, where the word stands once and differs from it by a slip: "Telller"."""
        if word in self._by_first or self._surnames[word] > 1 or leaders_named(word):
            return None
        found = [surname for surname in self._often if surname != word and _is_slip(word, surname)]
        return found[0] if len(found) == 1 else None

    def count(self, word: str) -> int:
        """How often the word alone was recognised as a name."""
        return self._seen[(word,)]

    def has_full(self, word: str) -> bool:
        """Whether a full name of the article has the word for its surname or first name."""
        return _folded(word) in self._by_surname or word in self._by_first or self.meant(word) is not None

    def is_full(self, name: Written) -> bool:
        """Whether these very words are a full name of the article, or of a leader."""
        return len(name) > 1 and (name in self._seen or (len(name) == 2 and bool(leaders_named(" ".join(name)))))

    def is_surname(self, word: str) -> bool:
        """Whether the word is the surname of a person of the article, or a leader's named by it alone."""
        return _folded(word) in self._by_surname or (self.count(word) > 0 and bool(leaders_named(word)))

    def cut(self, name: Written) -> Written:
        """The name without words of a headline that ran into it: "Teller Meets" is Teller where a Teller is known."""
        for length in range(len(name) - 1, 1, -1):
            for part in (name[-length:], name[:length]):
                if self._seen[part] > self._seen[name]:
                    return part
        if len(name) == 1 or name[0] in _family_first() or leaders_named(" ".join(name)):
            return name
        known = [n for n in self._by_surname.get(_folded(name[0]), []) if n != name]
        relatives = [n for n in self._by_surname.get(_folded(name[-1]), []) if n != name]
        return name[:1] if (known or leaders_named(name[0])) and not relatives else name

    def whose(self, name: Written, title: str | None) -> tuple[str, ...]:
        """The person meant, or several candidates; `title` is the head of the title it stands with."""
        found = self._fuller(name)
        if len(found) > 1:
            found = self._preferred(found, title)
        if len(name) == 1 and len(found) == 1 and self._is_another(name[0], found[0], title):
            found = [name]
        return tuple(sorted(_joined(n) for n in found)) or (_joined(name),)

    def _fuller(self, name: Written) -> list[Written]:
        """Full names that the name can be a form of."""
        if len(name) == 1 and (right := self.meant(name[0])) is not None and _folded(name[0]) not in self._by_surname:
            return self._fuller((right,)) or [(right,)]
        if _opens_with_particle(name):  # "Al-Teller" of "Ana al-Teller", as a sentence begins with it
            return [n for n in self._by_surname.get(_folded(" ".join(name)), []) if n != name] or [name]
        if len(name) > 1 and self._key(name) in self._full:
            return [self._full[self._key(name)]]
        if len(name) == 2 and _suffix(name):  # "Teller Jr."
            return [n for n in self._by_surname.get(_folded(name[0]), []) if _suffix(n) == _suffix(name)]
        return self._by_surname.get(_folded(" ".join(name))) or self._by_first.get(" ".join(name), [])

    def _key(self, name: Written) -> tuple[str, ...]:
        """What all forms of a full name share."""
        ends = _ends(name)
        return (*ends, _suffix(name)) if ends in self._shared else ends

    def _preferred(self, names: list[Written], title: str | None) -> list[Written]:
        """The one with that title, else the one leader, else the one with an office, where there is one only."""
        titled = [n for n in names if title is not None and title in self._titles.get(n, ())]
        leading = [n for n in names if leaders_named(" ".join(n))]
        in_office = [n for n in names if self._titles.get(n, set()) - _BY_FAMILY]
        return next((group for group in (titled, leading, in_office) if len(group) == 1), names)

    def _is_another(self, word: str, full: Written, title: str | None) -> bool:
        """Whether a bare surname is the leader's, and the full name that of a relative."""
        if leaders_named(" ".join(full)) or not leaders_named(word) or full[0] == word:
            return False
        titles = self._titles.get(full, set())
        return title not in titles and not titles - _BY_FAMILY


def full_names_in(title: str, names: Collection[Written]) -> Iterator[Written]:
    """First names and surnames of a title whose surname the article writes, and never with a first name.

    A title's first word alone gives no first name ("Will Teller sign?"), but makes two of "Ana Teller meets Boris
    Teller": then both are given.
    """
    alone = {n[0].casefold() for n in names if len(n) == 1}
    full = {n[-1].casefold() for n in names if len(n) > 1}
    shown = title.split()
    found: dict[str, list[Written]] = {}
    for before, first, word in zip(["", *shown], shown, shown[1:], strict=False):
        last = word.rstrip(",.:;?!").removesuffix("’s").removesuffix("'s")
        if is_first_name(first, before) and last[:1].isupper() and last.casefold() in alone - full:
            found.setdefault(last.casefold(), []).append((first, last))
    for namesakes in found.values():
        if any(first != shown[0] for first, _ in namesakes):
            yield from namesakes


def leaders_named(name: str) -> tuple[dict[str, str], ...]:
    """Leaders of the table by full name, by first and last name, or by a surname that one state's leaders share."""
    written = tuple(name.split())
    found = _leaders().get(tuple(bare_name(written)), ())
    return tuple(row for row in found if _suffix(tuple(row["name"].split()))) if _suffix(written) else found


def _leads(name: Written) -> bool:
    """Whether the name is a bare surname that the table of leaders has."""
    return len(name) == 1 and bool(leaders_named(name[0]))


@cache
def _leaders() -> dict[Written, tuple[dict[str, str], ...]]:
    index: dict[Written, tuple[dict[str, str], ...]] = {}
    for row in table("en/leaders"):
        full = tuple(row["name"].split())
        turned = {full[::-1]} if len(full) == 2 and row["state"] in _FAMILY_FIRST else set()
        for key in {bare_name(full), *turned, *((alias,) for alias in _aliases(full) if " " not in alias)}:
            index[key] = (*index.get(key, ()), row)
    return {key: rows for key, rows in index.items() if len({r["state"] for r in rows}) == 1}


def _ends(name: Written) -> tuple[str, str]:
    """First name and surname: the same in "Ana Teller", "Ana Maria Teller", "ANA TELLER" and "Ana Teller Jr."."""
    bare = bare_name(name)
    return _folded(bare[0]), _folded(bare[-1])


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """The word in small letters without accents: "François" and "Francois" are one."""
    letters = normalize("NFD", word.replace(_SOFT_HYPHEN, "").casefold())
    return "".join(c for c in letters if not combining(c))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words differ by a doubled letter or by two that changed places; not at the ends.

    Any other letter makes another name: Johnson and Johnston, Petersen and Peterson.
    """
    if one[0] + one[-1] != other[0] + other[-1] or abs(len(one) - len(other)) > 1:
        return False
    long, short = sorted((one, other), key=len, reverse=True)
    at = next((n for n, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    if len(one) == len(other):
        return short[at:] == long[at:][1::-1] + long[at + 2 :]
    return long[:at] + long[at + 1 :] == short and long[at] in {long[at - 1], long[at + 1 : at + 2]}


def _opens_with_particle(name: Written) -> bool:
    """Whether a surname is written with its particle alone: "De Berg", which is no first name, "Al-Teller"."""
    given = name[0] in words("en/first_names") and name[0] != "Al"
    return len(name) > 1 and name[0].casefold() in PARTICLES and not given


def _is_odd(written: str) -> bool:
    """Whether a name is written as in headlines or broken lines."""
    return written.isupper() or _SOFT_HYPHEN in written


def _suffix(name: Written) -> str:
    """ "jr" of "Ana Teller Jr.", or nothing."""
    return name[-1].rstrip(".").casefold() if len(name) > 1 and name[-1] in _SUFFIXES else ""


def bare_name(name: Written) -> Written:
    """The name without "Jr." and middle initials."""
    body = name[:-1] if len(name) > 1 and name[-1] in _SUFFIXES else name
    if len(body) < 3:
        return body
    initials = [w for w in body[1:-1] if len(w) <= 2 and w[0].isupper() and w.casefold() not in PARTICLES]
    return (body[0], *(w for w in body[1:-1] if w not in initials), body[-1])


def _aliases(name: Written) -> list[str]:
    """Words that later stand for the whole name: the surname, with and without its particle."""
    bare = bare_name(name)
    if bare[0] in _family_first():
        return [bare[0]]
    particle = next((at for at in range(1, len(bare) - 1) if bare[at].lower() in PARTICLES), None)
    return [bare[-1]] if particle is None else [bare[-1], " ".join(bare[particle:])]


def _family_first() -> frozenset[str]:
    return words("en/family_names_first")


def _joined(name: Written) -> str:
    return " ".join(name).replace(" - ", "-").replace("- ", "-")
