"""Who publishes an article, where that is a state's office or an organisation."""

import re
from functools import cache

from onrecord.data import table

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
_ADDRESS = re.compile(r"\s*\([^)]*\)\s*$")


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
