"""Counterparts: with whom the office that publishes an article met or spoke, as the article's title tells."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.data import words
from onrecord.mentions.actors.names import is_state, spelled
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.publishers import home_of
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
# "Remarks by President Berg and President Teller of Varenia before a bilateral meeting": who spoke, and where they met.
_BY = re.compile(
    r"(?:\b(?:remarks|statements?|speech|address|press (?:briefing|gaggle|call|conference))(?: \w+){0,3} by"
    r"|^(?:remarks|statements?|speech|address|press (?:briefing|gaggle|call|conference)) of(?! the)) (?P<who>.+?)"
    r"(?:,? \w+ \d+, \d{4})?"
    r"(?P<where>$| (?:[-–—]|at|in|on|before|after|during|aboard|en route|with|about|to|\w+ing) .*)",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:meeting|summit|talks|call|press (?:conference|availability|statements?))\b", re.IGNORECASE)
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
_LEADERS_OF = re.compile(r"(?:the )?(?:leaders|presidents|(?:prime |foreign )?ministers) of ", re.IGNORECASE)
_JOINT = re.compile(r",? and |, (?=(?:president|prime minister|premier|chancellor|king)\b(?!-| of))", re.IGNORECASE)
# Whoever serves in the publishing president's own house.
_CHANCELLERY = re.compile(r"\b(?:Office of the President|President['’]s Office)\b")
# Offices that only a state has, and those that are a state's where its name stands with them.
_OF_A_STATE = re.compile(
    r"\b(?:Minister|Premier|Chief of (?:the )?(?:General |Government )?Staff|(?:Aide|Advis[eo]r) to the President"
    r"|Presidential|Press Secretary|Governor|Intelligence Service|Security Service|National Guard"
    rf"|{_CHANCELLERY.pattern}"
    r"|(?<!UN )(?<!Nations )Security Council)\b"
)
# Offices that the United States have by this name: theirs where no state stands beside and their bodies are named.
_AMERICAN = re.compile(
    r"^(?:(?:former|acting|deputy|assistant|associate|under|U\.?S\.?|house|senate) )*"
    r"(?:special counsel|senators?|sens?\.|reps?\.|congress(?:man|woman)"
    r"|(?-i:(?:Chief )?Justices?|Representatives?|Speaker)|attorney general|solicitor general"
    r"|first lady|(?:majority|minority) (?:leader|whip)"
    r"|national security advis[eo]r|trade representative|nominee for [\w ]+"
    r"|secretary of (?!state for)[\w ]+|govs?\.|governor)$",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"^(?:(?:senior|junior|master|chief|staff|major|lieutenant|brigadier|vice|rear) )*"
    r"(?:general|colonel|major|captain|lieutenant|sergeant|admiral|soldier|sailor)s?$",
    re.IGNORECASE,
)
_OF_STATES = re.compile(
    rf"{_OF_A_STATE.pattern}|\b(?:President|Chancellor|King|Queen|Emir|Sultan|Secretary|Ambassador|Speaker)\b"
)
# Offices of no state, and those that a state has one of.
_FOREIGN = re.compile(r"\bsecretary[- ]general|chief executive", re.IGNORECASE)
_SINGLE = {"president", "prime minister", "minister", "premier", "chancellor", "king", "queen"}
_FORMER = re.compile(r"\b(?:former|ex|business|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
# "... will never sign - Ana Berg": who speaks for the office, on whose site it stands.
_LAST = re.compile(r"\s[-–—]\s(?P<own>[^-–—:]{3,60})$")
# Also the name of a state of the United States.
_GEORGIA = "Georgia"
# Also a month.
_MAY = "May"


class Counterparts(NamedTuple):
    """Who met, as a title tells."""

    home: str
    """The state whose office publishes."""
    others: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """The title's words for each of those that "and" joins, with the states that they name."""

    @property
    def states(self) -> tuple[str, ...]:
        """All that met, home first."""
        return (self.home, *self.others)

    def has(self, word: str) -> bool:
        """Whether the title has the word among those for who met."""
        return any(word.casefold() in named.casefold() for named, _ in self.parts)

    def state_of(self, name: str) -> str | None:
        """The state that the title gives to somebody met: "call with Prime Minister Berg of Varenia"."""
        given = [states for named, states in self.parts if is_named(name, named)]
        return given[0][0] if len(given) == 1 and len(given[0]) == 1 else None


def counterparts_of(article: Article) -> Counterparts | None:
    """Who met or spoke; none where no office of a state publishes, or its title tells of no meeting with another state.

    None too where it names somebody beside them whose state it does not tell.
    """
    home, title = home_of(article.outlet), article.title or ""
    if home is None:
        return None
    if (found := _WITH.search(title)) is not None:
        return _met(_DASH.split(_ABOUT.split(found["who"], maxsplit=1)[0], maxsplit=1)[0], home)
    if (found := _ALL_NAMED.search(title)) is not None:
        parts = _parts(_ABOUT.split(found["who"] or found["pair"], maxsplit=1)[0], home)
        return _counterparts(parts, home) if any(home in states for _, states in parts) else None
    found = _BY.search(title)
    return _spoke(found["who"], home) if found is not None and _MEETING.search(found["where"]) else None


def _met(named: str, home: str) -> Counterparts | None:
    """Those whom the office met: officials or leaders, each of a state that is told."""
    official = _OFFICIAL.search(named) or _state_led_by(named.rpartition(" ")[2])
    parts = _parts(named, home)
    told = all(states for _, states in parts)
    return _counterparts(parts, home) if told and official and not _FORMER.search(named) else None


def _spoke(named: str, home: str) -> Counterparts | None:
    """Those who spoke together, each for one state, one of them for the office's own."""
    own = _own_parts(named, home)
    parts = tuple((part, (home,) if part in own else states) for part, states in _parts(named, home))
    told = all(len(states) == 1 for _, states in parts)
    listed = _LEADERS_OF.match(named) and all(states for _, states in parts)
    return _counterparts(parts, home) if (told or listed) and any(home in states for _, states in parts) else None


def _parts(named: str, home: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Those joined, with the states that each names."""
    return tuple((part, tuple(dict.fromkeys(_states_of(part, home)))) for part in _joined(named))


def _counterparts(parts: tuple[tuple[str, tuple[str, ...]], ...], home: str) -> Counterparts | None:
    """Home and the others; none where there are no others."""
    others = tuple(dict.fromkeys(s for _, states in parts for s in states if s != home))
    return Counterparts(home, others, parts) if others else None


def _own_parts(named: str, home: str) -> list[str]:
    """Those of the words joined by "and" that name an office, and no other state or body whose it would be.

    Of two presidents only the first can be the office's own.
    """
    own: list[str] = []
    heads: set[str] = set()
    for part, states in _parts(named, home):
        office = _OFFICIAL.search(part)
        bodies = any(n.form not in {"name", "adjective"} and n.actor != home for n, _, _ in spelled(part))
        if office is None or _FOREIGN.search(part) or bodies or set(states) - {home}:
            continue
        head = office[0].casefold()
        if head not in heads or head not in _SINGLE:
            own.append(part)
        heads.add(head)
    return own


def own_words(article: Article) -> tuple[str, ...]:
    """The words of an official text's title for who acts or speaks for the office: "Ana Berg met with", "remarks by".

    Left out are words that join several people or name another state.
    """
    home, title = home_of(article.outlet), article.title or ""
    acting, speaking = _WITH.search(title), _LAST.search(title)
    found = (title[: acting.start()] if acting else "", _WITH.split(speaking["own"])[0] if speaking else "")
    if home is None:
        return ()
    alone = [w for w in found if w and " and " not in w and set(_states_of(w, home)) <= {home}]
    by = _BY.search(title)
    return (*alone, *(_own_parts(by["who"], home) if by is not None else ()))


def state_by_title(article: Article) -> Callable[[str], str | None]:
    """The state that an official text's title gives to a person: of those met their own, of who acts for it home."""
    home, met, own = home_of(article.outlet), counterparts_of(article), own_words(article)

    def state_of(name: str) -> str | None:
        state = met.state_of(name) if met is not None else None
        return home if state is None and any(is_named(name, words) for words in own) else state

    return state_of


def state_of_office(office: str, home: str | None) -> str | None:
    """The state that an office is of, on the site of a state's office (`home`) its own where none is told.

    None for offices that others have too: "Director of the Harbour Bank".
    """
    states = set(_states_of(office, home or ""))
    if home == "US" and re.search(r"\b(?:Minister|Premier)\b", office):
        home = None
    if states or not _OF_A_STATE.search(office):
        return states.pop() if len(states) == 1 and _OF_STATES.search(office) else None
    return home


def is_american(office: str) -> bool:
    """Whether the United States have an office by that title: "Senator", "special counsel"."""
    return _AMERICAN.search(" ".join(office.split())) is not None


def is_of_chancellery(office: str) -> bool:
    """Whether it is one of the president's own house, as its site names it."""
    return _CHANCELLERY.search(office) is not None


def is_rank(office: str) -> bool:
    """Whether it is a rank of armed forces and no more: "Senior Lieutenant"."""
    return _RANK.search(" ".join(office.split())) is not None


def is_named(name: str, title: str) -> bool:
    """Whether the words hold the name: its surname, behind no other first name."""
    parts = name.split()
    surname = parts[0] if parts[0] in words("en/family_names_first") else parts[-1]
    pattern = rf"(?:(?P<before>[\w’'-]+) )?(?<![\w-]){re.escape(surname)}(?![\w-])"
    found = re.search(pattern, title, re.IGNORECASE if name.isupper() or title.isupper() else 0)
    if found is None or len(surname) < 3:
        return False
    before = found["before"] or ""
    return before.casefold() in name.casefold().split() or before.title() not in words("en/first_names")


def _joined(named: str) -> Iterator[str]:
    """Those joined by "and" or by a comma before the next office, where that is no part of a state's name."""
    names = [(start, end) for _, start, end in spelled(named)]
    begin = 0
    for joint in _JOINT.finditer(named):
        if not any(start <= joint.start() < end for start, end in names):
            yield named[begin : joint.start()]
            begin = joint.end()
    yield named[begin:]


def _states_of(named: str, home: str) -> Iterator[str]:
    """States that the words name, in their order, or whose leaders they name.

    No first name such as "German", no Georgia of the United States, no state that somebody is sent to or cares for.
    """
    for name, start, end in spelled(named):
        after, before = named[end:].split(), named[:start].split()
        if name.form not in {"name", "adjective"} or before[-1:] in (["for"], ["to"]):
            continue
        if before and before[-1] in words("en/first_names"):
            continue
        if name.surface in words("en/first_names") and after and after[0].casefold() not in words("en/role_words"):
            continue
        state = "GE" if name.surface == _GEORGIA and home != "US" else name.actor
        if state is not None and is_state(state):
            yield state
    for word in re.findall(r"[\w’'-]+", named):
        if word != _MAY and (state := _state_led_by(word)):
            yield state


def _state_led_by(name: str) -> str | None:
    return next((row["state"] for row in leaders_named(name) if is_state(row["state"])), None)
