"""Whose side "we" and "our" stand for: the speaker's state, and on the site of a state's office that state."""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.data import table
from onrecord.mentions.turns import is_label
from onrecord.model import Actor, Article, Attribution, Contents

WE = {"we", "us", "our", "ours"}
# Whose site it is where a state's name stands before or behind: "President of Varenia", "Varenian Foreign Ministry".
_OFFICE = re.compile(
    r"\b(?:president|presidency|prime minister|premier|chancellor|government|parliament|congress|senate|ministry"
    r"|department|embassy|mission|army|navy|armed forces|defen[cs]e forces)\b",
    re.IGNORECASE,
)
# "Statement by the Foreign Ministry of Varenia on the drills": whose words the text under it is.
_BY_OFFICE = re.compile(
    r"(?:(?:press|official|special|urgent) )?"
    r"(?:statement|communiqu[ée]|release|comment(?:ary)?|declaration|address|appeal|message|briefing)s?\b"
    r"(?: [\w’'-]+){0,3}? (?:by|of|from) (?P<who>.+?)"
    r"(?=$|[:;,–—]| (?:on|regarding|about|concerning|at|in|following|after|before|to|for)\b)",
    re.IGNORECASE,
)
_HOLDER = re.compile(rf"{_OFFICE.pattern}|\b(?:minister|spokes\w+|secretary|ambassador)\b", re.IGNORECASE)
_SPEAKERS = {"person", "state", "institution", "organisation", "group"}
_WORD = re.compile(r"[\w’'-]+")
_ADDRESS = re.compile(r"\s*\([^)]*\)\s*$")


class Sides:
    """Looks up the side for which somebody says "we" in an article."""

    def __init__(self, article: Article, actors: Iterable[Actor], attributions: Iterable[Attribution]) -> None:
        said = list(attributions)
        self._by_id = {a.id: a for a in said}
        self._contents = Contents(said)
        self._home = publisher_of(article.outlet, article.title)
        self._title = frozenset(_WORD.findall(article.title or ""))
        states: dict[str, set[str | None]] = {}
        for actor in actors:
            if actor.actor is not None and actor.type in _SPEAKERS:
                of = actor.state or actor.affiliation if actor.type == "person" else actor.actor
                states.setdefault(actor.actor, set()).add(of)
        told = {who: found - {None} for who, found in states.items()}
        self._states = {who: found.pop() for who, found in told.items() if len(found) == 1}

    def at(self, offset: int) -> str | None:
        """The state or body for which "we" at the offset speaks; none where nobody knows who says it.

        "We" inside indirect speech is said by whoever reports it.
        """
        said = self._contents.innermost(offset)
        while said is not None and said.form == "indirect":
            said = self._by_id.get(said.parent or "")
        return self._home if said is None else self._of(said)

    def _of(self, said: Attribution) -> str | None:
        speaker = said.speaker
        who = speaker.actor if speaker is not None else None
        if "question" in said.flags:
            return None
        if who is not None and who in self._states:
            return self._states[who]
        if not is_label(said):
            return None
        if speaker is not None and speaker.type == "person" and speaker.affiliation is not None:
            return speaker.affiliation
        if not said.source[0].text.isupper():
            return None
        if who is None:  # "THE PRESIDENT:" is the one whose site it is
            return self._home if said.source[0].text.startswith("THE ") else None
        # In a transcript of a state's office those who answer unnamed, or as the title says, are its own.
        return self._home if who.startswith("unnamed:") or who.split()[-1] in self._title else None


@cache
def home_of(outlet: str | None) -> str | None:
    """The state whose office publishes: "The White House", "President of Varenia (president.example)"."""
    name = _name_of(outlet)
    for row in table("en/institutions"):
        if name in row["names"].split("|"):
            return row["actor"]
    return _state_in(name) if _OFFICE.search(name) else None


@cache
def publisher_of(outlet: str | None, title: str | None) -> str | None:
    """Whose own voice the article is: of a state's office, of an organisation, or of the one that the title names."""
    if (home := home_of(outlet)) is not None:
        return home
    name = _name_of(outlet)
    for row in table("en/organisations"):
        if name in row["names"].split("|"):
            return row["id"]
    by = _BY_OFFICE.match(title or "")
    return _state_in(by["who"].removeprefix("the ")) if by is not None and _HOLDER.search(by["who"]) else None


def _name_of(outlet: str | None) -> str:
    return _ADDRESS.sub("", outlet or "").removeprefix("The ")


def _state_in(name: str) -> str | None:
    """The state of an office: "Varenian Foreign Ministry", "Ministry of Defence of Varenia"."""
    for row in table("en/states"):
        names = [n for n in row["names"].split("|") if n]
        adjectives = [n for n in row["adjectives"].split("|") if n]
        if any(re.search(rf"\bof (?:the )?{re.escape(n)}$", name) for n in names) or any(
            name.startswith(f"{n} ") for n in (*names, *adjectives)
        ):
            return row["id"]
    return None
