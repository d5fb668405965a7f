"""Offices as articles write them: which wordings name the same one, and which have one holder at a time."""

import re
from functools import cache

import msgspec

from onrecord.data import table
from onrecord.mentions.actors.names import spelled
from onrecord.mentions.actors.roles import FORMER, heads
from onrecord.mentions.title_words import title_words
from onrecord.model import Actor
from onrecord.views.names import actor_name

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_PHRASE = re.compile(r"\b(?:of|for|to|at|on|in)\b")
# Where a name was taken out: with the words that lead to it, the form of the state, and the possessive.
_OWNER = re.compile(
    r"\W*(?:\b(?:of|for|at)\s+(?:the\s+)?(?:(?:\w+\s+)?(?:republic|kingdom)\s+of\s+(?:the\s+)?)?)?\0(?:'s?)?",
    re.IGNORECASE,
)
_LEADING_TO = re.compile(r"\b(?:to|in|on)\s+(?:the\s+)?$", re.IGNORECASE)
# What says how long or how highly somebody holds an office, and makes no other office of it.
_PASSING = FORMER | {
    "acting", "interim", "outgoing", "incoming", "longtime", "veteran", "retired", "senior", "top",
}  # fmt: skip
# "his Ostmark counterpart" holds some office, and the words do not say which.
_NO_OFFICE = "counterpart"


class Office(msgspec.Struct, frozen=True):
    """What a title as written says, in words that can be compared."""

    title: str
    """In small letters, the singular and one spelling, without whose it is: "deputy foreign minister"."""
    of: str | None
    """Actor id of the state or body that the article gives its holder."""
    former: bool = False
    sole: bool = False
    """Whether it has one holder at a time, who holds no other such office beside it."""

    def __str__(self) -> str:
        """ "former foreign minister of Varenia"; "president (whose is not said)"."""
        return f"{'former ' * self.former}{self.title}" + (
            f" of {actor_name(self.of)}" if self.of else " (whose is not said)"
        )


def office_given(actor: Actor) -> Office | None:
    """The office of a title that stands beside a name: "Varenia's former foreign minister, Ana Teller".

    None where the mention gives none: a bare name, "the minister" for somebody named elsewhere, "his counterpart".
    """
    if actor.type != "person" or actor.actor is None or actor.role is None or actor.role in actor.spans:
        return None
    written = " ".join(actor.role.text.replace("’", "'").split())
    owner = actor.affiliation or actor.state
    words, rest = _head_and_rest(_without_owner(written, owner))
    title = " ".join([*words, rest]).strip()
    if not title or words[-1:] == [_NO_OFFICE]:
        return None
    former = not FORMER.isdisjoint(re.split(r"[\W_]+", written.casefold()))
    return Office(title, owner, former, title in _sole())


def _without_owner(written: str, owner: str | None) -> str:
    """The title in small letters without the names of whom it belongs to: all before it, and the last after "of"."""
    places = [(start, end) for _, start, end in spelled(written)]
    if owner is not None and not places and (at := written.find(owner)) >= 0:
        places = [(at, at + len(owner))]
    phrase = _PHRASE.search(written)
    for start, end in reversed(places):
        before = phrase is None or start < phrase.start()
        if before or (end == len(written) and not _LEADING_TO.search(written[:start])):
            written = f"{written[:start]}\0{written[end:]}"
    return _OWNER.sub(" ", written).casefold()


def _head_and_rest(title: str) -> tuple[list[str], str]:
    """The words of the office up to its head, and the phrase that follows: "deputy minister", "for trade"."""
    title = _spelled_alike(" ".join(_WORD.findall(title)))
    phrase = _PHRASE.search(title)
    for end in (len(title), phrase.start() if phrase else len(title)):
        words = title[:end].split()
        for at in range(len(words)):
            if (head := _singular(words[at:])) is not None:
                first = at
                while first and words[first - 1] in title_words():
                    first -= 1
                return [*(w for w in words[first:at] if w not in _PASSING), *head.split()], title[end:].strip()
    return title.split(), ""


def _singular(words: list[str]) -> str | None:
    """The words as a head of the table of titles, a plural made singular."""
    phrase = " ".join(words)
    return next((p for p in (phrase, phrase.removesuffix("s")) if p in _heads()), None)


def _spelled_alike(title: str) -> str:
    for written, office in _spellings():
        title = written.sub(office, title)
    return title


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("en/office_spellings")
    return tuple((re.compile(rf"(?<!\S){re.escape(row['written'])}(?!\S)"), row["office"]) for row in rows)


@cache
def _heads() -> frozenset[str]:
    return frozenset(_spelled_alike(head) for head in heads())


@cache
def _sole() -> frozenset[str]:
    return frozenset(_spelled_alike(head) for head, row in heads().items() if "office" in row["kind"].split("|"))
