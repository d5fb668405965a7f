"""Counterparts: with whom the office that publishes an article met or spoke, as the article's title tells."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.sides import home_of
from onrecord.model import Article

# "Call with President Berg of Varenia on ...", "met with the Prime Minister of Varenia".
_WITH = re.compile(
    r"\b(?:calls?|conversations?|meetings?|meet|met|talks?|negotiations|consultations|summit|spoke|speak)"
    r"(?: \w+){0,2} with (?P<who>.+)",
    re.IGNORECASE,
)
# "joint statement by the presidents of Ostmark and Varenia"; "talks between Berg and Teller" may be those of others.
_OF = re.compile(r"\bjoint (?:statement|declaration|communiqué)[\w ]*? (?:by|of|from) (?P<who>.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:talks?|meetings?|conversations?|calls?|summit) between (?P<who>.+)", re.IGNORECASE)
# "following Ostmark-Varenian talks", "on U.S.-UK consultations".
_BEFORE = re.compile(
    r"(?P<who>[\w.]+[-‒–][\w.]+) (?:talks|consultations|negotiations|summit|dialogue)\b", re.IGNORECASE
)
# What comes after is what they spoke of, or another clause.
_ABOUT = re.compile(
    r"\s(?:on|about|regarding|concerning|against|ahead of|discuss\w*|following|before|after|who|which|that)\s|[:;]"
)
_TOPIC = re.compile(rf"{_ABOUT.pattern}|\s[-–—]\s")
# "... will never sign - Ana Berg": who speaks for the office, on whose site it stands.
_LAST = re.compile(r"\s[-–—]\s(?P<own>[^-–—:]{3,60})$")
# Also the name of a state of the United States.
_GEORGIA = "Georgia"


class Counterparts(NamedTuple):
    """States that met, the one whose office publishes first, and the words of the title for the others."""

    states: tuple[str, ...]
    named: str

    def has(self, word: str) -> bool:
        """Whether the title has the word among those for the others: part of their name or office."""
        return re.search(rf"\b{re.escape(word)}\b", self.named, re.IGNORECASE) is not None


def counterparts_of(article: Article) -> Counterparts | None:
    """Who met or spoke; none where no office of a state publishes or its title tells of no meeting with another."""
    home, title = home_of(article.outlet), article.title or ""
    found = next((m for p in (_WITH, _OF, _BETWEEN, _BEFORE) if (m := p.search(title))), None)
    if home is None or found is None:
        return None
    topic = _TOPIC if found.re is _WITH else _ABOUT
    named = topic.split(found["who"], maxsplit=1)[0]
    states = list(_states_in(named, home)) or [s for w in named.split() if (s := _state_led_by(w))]
    if found.re is _BETWEEN and home not in {*states, *map(_state_led_by, named.replace(",", " ").split())}:
        return None
    others = [s for s in dict.fromkeys(states) if s != home]
    return Counterparts((home, *others), named) if others else None


def own_people(article: Article) -> str:
    """The words of an official text's title for those who act or speak for the office: "Ana Berg met with ..."."""
    title = article.title or ""
    acting, speaking = _WITH.search(title), _LAST.search(title)
    if home_of(article.outlet) is None:
        return ""
    return " ".join([title[: acting.start()] if acting else "", speaking["own"] if speaking else ""])


def _states_in(named: str, home: str) -> Iterator[str]:
    """States that the words name, in their order: no first name such as "German", no Georgia of the United States."""
    for match in _pattern().finditer(named):
        name, after = match[0], named[match.end() :].split()
        if name == _GEORGIA:
            yield from () if home == "US" else ("GE",)
        elif name not in words("en/first_names") or len(after) != 1 or after[0].casefold() in words("en/role_words"):
            yield _names()[name]


def _state_led_by(name: str) -> str | None:
    return next((row["state"] for row in leaders_named(name)), None)


@cache
def _names() -> dict[str, str]:
    return {
        name: row["id"]
        for row in table("en/states")
        for column in ("adjectives", "names")
        for name in row[column].split("|")
        if name
    }


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted([*_names(), _GEORGIA], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
