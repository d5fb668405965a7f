"""Whether two positions are about the same thing: the words of content that they share."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from onrecord.data import table, words

# Two contents are alike with two telling words in common that make up these parts of the shorter and of the longer
# one's words, or with one telling word and a name that make up nearly all of the shorter one: 188 transcripts, read in
# bench/readings/changes.csv; without the share of the longer one, a side remark passed for the same thing.
OF_SHORTER = 0.5
OF_LONGER = 0.2
OF_SHORTER_BY_ONE = 0.75
# What changes a position is in nearly the same words: they make up this part of the shorter content, and a larger one
# where it is said to be done and not to be done.
OF_CHANGED = 2 / 3
OF_DEED = 0.7
# A content is turned round where so much of what both share stands behind a "not" in its clause.
OF_TURNED = 0.5

# Sentences of two papers are one statement where so much of their words agrees and there are at least so many; the
# papers of the Helsinki summit change quotation marks, a name or "said Trump" for "Trump said".
OF_COPY = 0.8
COPIED_WORDS = 6

_POINTS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\.|\W|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORD_OR_MARK = re.compile(rf"{_WORD.pattern}|[,;:()…—–]")
# Words that begin a clause, and those that begin one behind a comma or "and".
_CLAUSES = {
    "if", "unless", "when", "while", "because", "although", "though", "until", "before", "after", "since", "once",
    "who", "whose", "which", "where", "so", "but", "as", "than", ";", ":", "(", ")", "…", "—", "–",
}  # fmt: skip
_CLAUSES_BEHIND_AND = {
    "to", "will", "would", "shall", "should", "must", "can", "could", "may", "might", "is", "are", "was", "were", "has",
    "have", "had", "i", "we", "you", "he", "she", "it", "they", "there", "this",
}  # fmt: skip
_AND = {",", "and", "or"}
_BE = {"be", "been", "being", "is", "are", "was", "were"}
# Stems of "ready", "willing", "prepared" and the like: they tell no deed, what stands behind them does.
_AHEAD = frozenset(
    {"ready", "will", "prepar", "continu", "begin", "start", "further", "offer", "promis", "pledg", "threaten"}
)
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
    text: str
    deeds: frozenset[str]
    """Those that tell what is done: the first stem but names and adverbs, and one right behind "be"."""
    refusing: bool
    """Whether these are the words of a refusal or denial whole: their "not" refuses, and turns nothing round."""

    def turned(self, about: Collection[str]) -> bool | None:
        """Whether the words turn these stems round, as "not" and "rule out" do; none where words do not tell.

        They do where such a word stands in front of them in their clause; twice is none. Behind them, or for a small
        part of them ("open the gates without delay"), it may turn them round or not.
        """
        clauses = [c for c in _clauses(self.text) if not c.stems.isdisjoint(about)]
        straight = {s for c in clauses for s in c.stems - c.turned}
        if sum(s not in straight for s in about) >= OF_TURNED * len(about):
            return not self.refusing
        return None if any(c.turns for c in clauses) else False


class Clause(NamedTuple):
    """A clause of a content, as far as words alone tell where it ends."""

    stems: frozenset[str]
    turned: frozenset[str]
    """Those that stand only behind an odd number of words that turn round."""
    turns: bool
    """Whether it has such a word at all."""


class Topics:
    """Makes topics, with the names of states and of those sides as words that do not tell what is talked about."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _names_of_states() | {stem(w) for name in names for w in _WORD.findall(name)}

    def of(self, text: str, *, refusing: bool = False) -> Topic:
        """The topic of a text."""
        parts = [p for w in _words_of(text) for p in w.split("-")]
        kept = {stem(p): p for p in reversed(parts) if p not in _words("function") and not p.isdecimal()}
        telling = frozenset(s for s in kept if s not in self._names and s not in _light())
        return Topic(
            kept,
            telling,
            self._names & kept.keys(),
            text,
            frozenset(_deeds([p for p in parts if not p.endswith("ly")], kept.keys() - self._names - _AHEAD)),
            refusing,
        )


@lru_cache(maxsize=1024)
def _clauses(text: str) -> tuple[Clause, ...]:
    return tuple(map(_clause, _words_of_clauses(text)))


def _words_of_clauses(text: str) -> Iterator[list[str]]:
    """The words of each clause; "that" begins one, but not where it tells what is ruled out or not believed."""
    clause: list[str] = []
    for word in _words_of(text, _WORD_OR_MARK):
        if (
            word in _CLAUSES
            or (word == "that" and not any(_turns(clause[-n:]) for n in (1, 2)))
            or (clause and clause[-1] in _AND and (word in _CLAUSES_BEHIND_AND or word.endswith("ing")))
        ):
            yield clause
            clause = []
        clause.append(word)
    yield clause


def _clause(words: Sequence[str]) -> Clause:
    turns = 0
    straight: set[str] = set()
    turned: set[str] = set()
    for n, word in enumerate(words):
        if _turns(words[n:]):
            again = word == "nor" or (n > 0 and words[n - 1] in _AND)
            turns = 1 if again else turns + 1
        (turned if turns % 2 else straight).update(map(stem, word.split("-")))
    return Clause(frozenset(straight | turned), frozenset(turned - straight), turns > 0)


def _turns(words: Sequence[str]) -> bool:
    """Whether they begin with words that turn round what follows."""
    stems = tuple(map(stem, words[:2]))
    return bool(words) and (stems in _reversing() or stems[:1] in _reversing() or words[0].endswith("n't"))


def _deeds(words: Sequence[str], stems: Collection[str]) -> Iterator[str]:
    first = next((s for s in map(stem, words) if s in stems), None)
    if first is not None:
        yield first
    for n, word in enumerate(words):
        behind = next((w for w in words[n + 1 : n + 3] if w != "not"), "")
        if word in _BE and stem(behind) in stems:
            yield stem(behind)


def shared(now: Topic, before: Topic) -> tuple[str, ...]:
    """The words that show that both are about the same thing, as `now` has them; none where they do not."""
    stems = now.words.keys() & before.words.keys()
    telling = len(stems & now.telling)
    shorter, longer = sorted((len(now.words), len(before.words)))
    by_two = telling >= 2 and len(stems) >= max(OF_SHORTER * shorter, OF_LONGER * longer)
    by_one = telling == 1 and stems & now.names and len(stems) >= max(OF_SHORTER_BY_ONE * shorter, OF_LONGER * longer)
    return tuple(word for s, word in now.words.items() if s in stems)[::-1] if by_two or by_one else ()


class Likeness(NamedTuple):
    """How far two topics that share words are the same."""

    near: bool
    """Whether nearly all words of the shorter one stand in the other, two that tell among them."""
    same_deed: bool
    """Whether they do, and what is done with them: not "to discuss the gates" and "to open the gates"."""
    opposed: bool | None
    """Whether one has the thing with "not" and the other without; none where the words do not tell."""


def likeness(now: Topic, before: Topic) -> Likeness:
    """How far they are the same."""
    stems = now.words.keys() & before.words.keys()
    about = stems - now.names or stems
    turned = now.turned(about), before.turned(about)
    part = len(stems) / min(len(now.words), len(before.words))
    return Likeness(
        near=part >= OF_CHANGED and len(stems & now.telling) >= 2,
        same_deed=part >= OF_DEED and now.deeds | before.deeds <= stems,
        opposed=None if None in turned else turned[0] != turned[1],
    )


def turns(text: str) -> bool:
    """Whether a word of it turns something round, whatever that is."""
    words = _words_of(text)
    return any(_turns(words[n:]) for n in range(len(words)))


def is_copy(one: str, other: str) -> bool:
    """Whether two sentences are one in two papers, but for a word or a mark."""
    first, second = set(_words_of(one)), set(_words_of(other))
    return min(len(first), len(second)) >= COPIED_WORDS and len(first & second) >= OF_COPY * len(first | second)


def _words_of(text: str, pattern: re.Pattern[str] = _WORD) -> list[str]:
    """The words in small letters; "U.S." is one."""
    return [w.casefold().replace("’", "'") for w in pattern.findall(_POINTS.sub("", text))]


@cache
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
def _reversing() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(stem, row.split())) for row in words("en/reversing_words"))


@cache
def _names_of_states() -> frozenset[str]:
    columns = ("names", "adjectives", "people")
    names = (name for row in table("en/states") for column in columns for name in row[column].split("|"))
    return frozenset(stem(w) for name in names for w in _WORD.findall(name))
