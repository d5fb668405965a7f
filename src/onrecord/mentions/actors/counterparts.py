"""Counterparts: with whom the office that publishes an article met or spoke, as the article's title tells."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.sides import home_of
from onrecord.model import Article

# "Call with President Berg of Varenia", "met with the Prime Minister of Varenia".
_WITH = re.compile(
    r"\b(?:calls?|conversations?|meetings?|meet|met|talks?|negotiations|consultations|summit|spoke|speak)"
    r"(?: \w+){0,2} with (?P<who>.+)",
    re.IGNORECASE,
)
# "joint statement by the presidents of Ostmark and Varenia", "talks between Berg and Teller": all are named.
_ALL_NAMED = re.compile(
    r"\b(?:joint (?:statement|declaration|communiqué)(?:(?! on )[\w ])*? (?:by|of|from|between)"
    r"|(?:talks?|meetings?|conversations?|calls?|summit) between) (?P<who>.+)"
    r"|(?P<pair>[\w.]+[-‒–][\w.]+) (?:talks|consultations|negotiations|summit|dialogue)\b",
    re.IGNORECASE,
)
# What they spoke of, or another clause.
_ABOUT = re.compile(
    r"\s(?:on|about|regarding|concerning|against|ahead of|(?:to )?discuss\w*|following|before|after|who|which|that)\s"
    r"|[:;]",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[-–—]\s")
# A meeting with a state's people is the state's where one of these is met; business leaders and students are not.
_OFFICIAL = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|emir|amir|sultan|prince|secretary|advis[eo]r|head|chief"
    r"|officials?|chair\w*|speakers?|delegation|government|counterpart|director|commissioner|leaders of)s?\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|business|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
# "... will never sign - Ana Berg": who speaks for the office, on whose site it stands.
_LAST = re.compile(r"\s[-–—]\s(?P<own>[^-–—:]{3,60})$")
# Also the name of a state of the United States.
_GEORGIA = "Georgia"
# Also a month.
_MAY = "May"


class Counterparts(NamedTuple):
    """States that met, the one whose office publishes first, and the words of the title for the others."""

    states: tuple[str, ...]
    named: str


def counterparts_of(article: Article) -> Counterparts | None:
    """Who met or spoke; none where no office of a state publishes, or its title tells of no meeting with another state.

    None too where it names somebody beside them whose state it does not tell.
    """
    home, title = home_of(article.outlet), article.title or ""
    found = _WITH.search(title) or _ALL_NAMED.search(title)
    if home is None or found is None:
        return None
    named = _ABOUT.split(found["who"] if found.re is _WITH else found["who"] or found["pair"], maxsplit=1)[0]
    if found.re is _WITH:
        named = _DASH.split(named, maxsplit=1)[0]
    parts = [list(_states_of(part, home)) for part in _parts(named)]
    states = list(dict.fromkeys(s for part in parts for s in part))
    if found.re is _WITH:
        official = _OFFICIAL.search(named) or all(_state_led_by(w) for w in named.split()[-1:])
        told = official and not _FORMER.search(named) and all(parts)
    else:
        told = home in states
    others = [s for s in states if s != home]
    return Counterparts((home, *others), named) if told and others else None


def state_of_met(name: str, counterparts: Counterparts) -> str | None:
    """The state that the title gives to somebody met: "call with Prime Minister Berg of Varenia"."""
    mine = [p for p in _parts(counterparts.named) if _is_named(name, p)]
    states = set(_states_of(mine[0], counterparts.states[0])) if len(mine) == 1 else set()
    return states.pop() if len(states) == 1 else None


def speaks_for_office(name: str, article: Article) -> bool:
    """Whether the title of an official text names the person as acting or speaking: "Ana Berg met with ..."."""
    home, title = home_of(article.outlet), article.title or ""
    acting, speaking = _WITH.search(title), _LAST.search(title)
    for own in (title[: acting.start()] if acting else "", _WITH.split(speaking["own"])[0] if speaking else ""):
        if home is not None and " and " not in own and _is_named(name, own):
            return not set(_states_of(own, home)) - {home}
    return False


def _is_named(name: str, title: str) -> bool:
    """Whether the words hold the name: its surname, behind no other first name."""
    parts = name.split()
    surname = parts[0] if parts[0] in words("en/family_names_first") else parts[-1]
    found = re.search(rf"(?:(?P<before>[\w’'-]+) )?(?<![\w-]){re.escape(surname)}(?![\w-])", title)
    if found is None or len(surname) < 3:
        return False
    before = found["before"] or ""
    return before in parts or before not in words("en/first_names")


def _parts(named: str) -> list[str]:
    """Those joined by "and", where that is no part of a state's name."""
    whole = _pattern().sub(lambda m: m[0].replace(" and ", "\0"), named)
    return [p.replace("\0", " and ") for p in re.split(r",? and ", whole)]


def _states_of(named: str, home: str) -> Iterator[str]:
    """States that the words name, in their order, or whose leaders they name.

    No first name such as "German", no Georgia of the United States, no state that somebody is sent to or cares for.
    """
    for match in _pattern().finditer(named):
        name, after, before = match[0], named[match.end() :].split(), named[: match.start()].split()
        if before[-1:] in (["for"], ["to"]) or (before and before[-1] in words("en/first_names")):
            continue
        if name == _GEORGIA:
            yield from () if home == "US" else ("GE",)
        elif name not in words("en/first_names") or not after or after[0].casefold() in words("en/role_words"):
            yield _names()[name]
    for word in re.findall(r"[\w’'-]+", named):
        if word != _MAY and (state := _state_led_by(word)):
            yield state


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
