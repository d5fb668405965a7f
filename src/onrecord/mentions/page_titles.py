"""Whom the title of a page names: whose words the text under it is, and the person of a surname or an office."""

import re

from onrecord.data import words
from onrecord.mentions.title_words import is_first_name

_FIRST_NAMES = words("en/first_names")
OFFICES = {
    "president", "lady", "secretary", "minister", "chancellor", "premier", "governor", "mayor", "chair", "director",
}  # fmt: skip
# What only a president signs.
_DECREE = re.compile(r"(?:A )?Proclamation on\b|Executive Order on\b|Letter to the Speaker\b")
# Words between "by" and the name.
_LONGEST_TITLE = 8
# "Remarks by President Berg", "Address of the President of Varenia Ana Berg": whose words the text under it is.
_WORDS = r"(?:remarks|speech|address|statement|message|appeal|letter)\b"
_AUTHOR = re.compile(rf"(?:^|[-–:] )(?:[\w’'-]+ ){{0,3}}?{_WORDS}(?: [\w’'-]+){{0,2}}? (?:by|of|from) ", re.IGNORECASE)
# "Address by the President of Varenia", "President's video address"
_OFFICE_OF_AUTHOR = re.compile(
    rf"(?P<of>(?:the )?President of .+)|(?:^|[-–:] )(?P<own>President)['’]s (?:[a-z]+ )?{_WORDS}"
)
# "... - President Ana Berg's address to the nation"
_OWN = re.compile(
    rf"\bPresident (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s (?:[a-z]+ )?{_WORDS}(?=$| (?:to|on|at|in)\b)"
)


def author_of(title: str) -> str | None:
    """Whose words a text is by its title: "Remarks by Vice President Ana Berg at the summit" are Ana Berg's.

    None where the title names several authors or nobody.
    """
    if own := _OWN.search(title):
        return own["name"]
    by = _AUTHOR.search(title)
    if by is None:
        return None
    words = title[by.end() :].split()
    for at, word in enumerate(words):
        office = at > 0 and words[at - 1].casefold() in OFFICES
        given = word in _FIRST_NAMES and at + 1 < len(words) and words[at + 1][:1].isupper()
        if (office or given) and (name := _name_at(words, at)):
            last = at + len(name.split()) - 1
            several = words[last].endswith(",") or words[last + 1 : last + 2] == ["and"]
            return None if several else name
        if at > _LONGEST_TITLE or word[-1:] in ",:;":
            return None
    return None


def office_of_author(title: str) -> str | None:
    """The office whose holder's words a text is by its title: "President of Varenia"."""
    if _DECREE.match(title):
        return "President"
    by = _AUTHOR.search(title)
    found = _OFFICE_OF_AUTHOR.match(title, by.end()) if by is not None else _OFFICE_OF_AUTHOR.search(title)
    return (found["of"] if by is not None else found["own"]) if found is not None else None


def named_in_title(words: list[str], title: str) -> str | None:
    """The name in the title of that surname, else after that very office (words in small letters)."""
    titled = [w.removesuffix("’s").removesuffix("'s").strip(",.:;") for w in title.split()]
    lowered = [w.casefold() for w in titled]
    if words[-1] in lowered and words[-1] not in OFFICES:
        at = lowered.index(words[-1])
        first = next((b for b in (1, 2) if at >= b and is_first_name(titled[at - b], *titled[at - b - 1 : at - b])), 0)
        return " ".join(titled[at - first : at + 1])
    for at in range(len(words), len(titled)):
        if lowered[at - len(words) : at] == words and lowered[at - len(words) - 1 : at - len(words)] != ["vice"]:
            return _name_at(titled, at)
    return None


def _name_at(words: list[str], at: int) -> str | None:
    """The name that begins there: a surname, or a first name with it."""
    if not words[at][:1].isupper():
        return None
    length = 1
    if words[at] in _FIRST_NAMES:
        rest = words[at + 1 : at + 3]
        length += next((n for n, w in enumerate(rest, 1) if w[:1].isupper() and not w.endswith(".")), 0)
    name = " ".join(words[at : at + length])
    return name.removesuffix("’s").removesuffix("'s").strip(",.:;")
