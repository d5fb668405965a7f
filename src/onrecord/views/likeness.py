"""Whether two positions are about the same thing: the words of content that they share."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.data import table, words

# Two contents are alike with two telling words in common that make up these parts of the shorter and of the longer
# one's words, or with one telling word and a name that make up nearly all of the shorter one: 188 transcripts, read in
# bench/readings/changes.csv; without the share of the longer one, a side remark passed for the same thing.
OF_SHORTER = 0.5
OF_LONGER = 0.2
OF_SHORTER_BY_ONE = 0.75

# Sentences of two papers are one statement where so much of their words agrees and there are at least so many; the
# papers of the Helsinki summit change quotation marks, a name or "said Trump" for "Trump said".
OF_COPY = 0.8
COPIED_WORDS = 6

_POINTS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\.|\W|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Endings of inflection, then of derivation, longest first; as many letters must be left of the word.
_ENDINGS = (
    (("ings", 4), ("ing", 3), ("ies", 3), ("ed", 3), ("es", 4), ("s", 3)),
    (("ation", 4), ("ment", 4), ("ion", 5), ("al", 6), ("ly", 4)),
)


class Topic(msgspec.Struct, frozen=True):
    """What a position is about."""

    words: dict[str, str]
    """The stems of all its words but function words, with the word as it is written."""
    telling: frozenset[str]
    """Those stems that are no name of a state or side and no light word."""
    names: frozenset[str]
    """Those that are a name of a state or side."""
    reversed: bool
    """Whether the words turn the thing round, as "not" and "rule out" do; twice is none."""


class Topics:
    """Makes topics, with the names of states and of those sides as words that do not tell what is talked about."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _names_of_states() | {stem(w) for name in names for w in _WORD.findall(name)}

    def of(self, text: str) -> Topic:
        """The topic of a text."""
        found = _words_of(text)
        parts = [p for w in found for p in (w.split("-") if "-" in w else [w])]
        kept = {stem(p): p for p in reversed(parts) if p not in _words("function") and not p.isdecimal()}
        telling = frozenset(s for s in kept if s not in self._names and s not in _light())
        turns = sum(stem(p) in _reversing() or p.endswith("n't") for p in parts)
        return Topic(kept, telling, self._names & kept.keys(), turns % 2 == 1)


def shared(now: Topic, before: Topic) -> tuple[str, ...]:
    """The words that show that both are about the same thing, as `now` has them; none where they do not."""
    stems = now.words.keys() & before.words.keys()
    telling = len(stems & now.telling)
    shorter, longer = sorted((len(now.words), len(before.words)))
    by_two = telling >= 2 and len(stems) >= max(OF_SHORTER * shorter, OF_LONGER * longer)
    by_one = telling == 1 and stems & now.names and len(stems) >= max(OF_SHORTER_BY_ONE * shorter, OF_LONGER * longer)
    return tuple(word for s, word in now.words.items() if s in stems)[::-1] if by_two or by_one else ()


def is_copy(one: str, other: str) -> bool:
    """Whether two sentences are one in two papers, but for a word or a mark."""
    first, second = set(_words_of(one)), set(_words_of(other))
    return min(len(first), len(second)) >= COPIED_WORDS and len(first & second) >= OF_COPY * len(first | second)


def _words_of(text: str) -> list[str]:
    """The words in small letters; "U.S." is one."""
    return [w.casefold().replace("’", "'") for w in _WORD.findall(_POINTS.sub("", text))]


def stem(word: str) -> str:
    """A form in which "deployment", "deployed" and "deploys" agree."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    for endings in _ENDINGS:
        for ending, left in endings:
            if word.endswith(ending) and len(word) - len(ending) >= left and not word.endswith("ss"):
                word = word.removesuffix(ending) + ("y" if ending == "ies" else "")
                break
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
            word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


@cache
def _words(sort: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/stop_words") if row["sort"] == sort)


@cache
def _light() -> frozenset[str]:
    return frozenset(map(stem, _words("light")))


@cache
def _reversing() -> frozenset[str]:
    return frozenset(map(stem, words("en/reversing_words")))


@cache
def _names_of_states() -> frozenset[str]:
    columns = ("names", "adjectives", "people")
    names = (name for row in table("en/states") for column in columns for name in row[column].split("|"))
    return frozenset(stem(w) for name in names for w in _WORD.findall(name))
