"""Phrases that stand in some passages of articles rather than in the rest of their text."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.data import table, words
from onrecord.model import Span
from onrecord.records.issues import word_form

# Words of the longest phrase.
LONGEST = 4
# Weight of the prior beside the passages' own phrases. From 0.03 to 1 the ten most specific phrases of 120 government
# texts stay the same.
PRIOR = 0.1
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’](?!s\b)\w+)?(?:-\w+)*")
_GAP = re.compile(r"(?:['’]s|['’])?(?:[ \t\xa0]+\n?|\n)[ \t]*")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an article in which phrases are looked for."""

    article: str
    spans: tuple[Span, ...]


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """One to four words that stand in passages."""

    text: str
    """As most passages have it."""
    forms: tuple[str, ...]
    score: float
    """Log-odds of passages against other text, in standard deviations, with a prior (Monroe, Colaresi, Quinn 2008)."""
    passages: tuple[int, ...]
    """Numbers of the passages that it stands in, in order."""


def telling_phrases(
    passages: Sequence[Passage], texts: Mapping[str, str], names: Mapping[str, Iterable[tuple[int, int]]]
) -> list[Phrase]:
    """The phrases of the passages, those first that are the most specific to them.

    `texts` holds the whole text of each article, `names` the stretches that name who, where and when: phrases of
    names alone are left out, and those of words that any talks are told with, for they tell no topic.
    """
    inside: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    counted: Counter[tuple[str, ...]] = Counter()
    everywhere: Counter[tuple[str, ...]] = Counter()
    sizes, all_sizes = [0] * (LONGEST + 1), [0] * (LONGEST + 1)
    of_article: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        of_article[passage.article] += [(s.start, s.end, number) for s in passage.spans]
    for article, stretches in of_article.items():
        for start, end, forms, around, topic in _grams(texts[article], stretches, names.get(article, ())):
            all_sizes[len(forms)] += 1
            everywhere[forms] += 1
            if around:
                sizes[len(forms)] += 1
                counted[forms] += 1
                if topic:
                    for n in around:
                        inside[forms].setdefault(n, " ".join(texts[article][start:end].split()))
    found = [
        Phrase(
            text=min(Counter(where.values()).items(), key=lambda x: (-x[1], x[0]))[0],
            forms=forms,
            score=_log_odds(counted[forms], sizes[len(forms)], everywhere[forms], all_sizes[len(forms)]),
            passages=tuple(sorted(where)),
        )
        for forms, where in inside.items()
    ]
    return sorted(found, key=lambda p: (-p.score, p.forms))


def phrase_forms(text: str) -> tuple[str, ...]:
    """The word forms of a phrase, which agree in singular and plural."""
    return tuple(word_form(m[0].casefold()) for m in _WORD.finditer(text))


def _log_odds(inside: int, of_inside: int, everywhere: int, of_all: int) -> float:
    weight = PRIOR * of_inside
    prior = weight * everywhere / of_all
    within, outside = inside + prior, everywhere - inside + prior
    odds = math.log(within / max(of_inside + weight - within, prior))
    odds -= math.log(outside / max(of_all - of_inside + weight - outside, prior))
    return round(odds / math.sqrt(1 / within + 1 / outside), 2)


def _grams(
    text: str, stretches: Sequence[tuple[int, int, int]], names: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[str, ...], tuple[int, ...], bool]]:
    """Start, end, word forms, numbers of the passages around it, and whether it tells a topic; of each phrase."""
    found = [(m.start(), m.end(), _word(m[0])) for m in _WORD.finditer(text)]
    starts = [start for start, _, _ in found]
    holders = _covering(starts, stretches)
    named = _covering(starts, [(s, e, 0) for s, e in names])
    topical = [not (word.alone or name) for (_, _, word), name in zip(found, named, strict=True)]
    for i in range(len(found)):
        if found[i][2].empty:
            continue
        forms: tuple[str, ...] = ()
        topic = False
        for j in range(i, min(i + LONGEST, len(found))):
            start, end, word = found[j]
            if word.barred or (j > i and not _GAP.fullmatch(text, found[j - 1][1], start)):
                break
            forms += (word.form,)
            topic = topic or topical[j]
            if not word.empty:
                around = tuple(n for n, until in holders[i] if end <= until) if holders[i] else ()
                yield found[i][0], end, forms, around, topic


def _covering(starts: Sequence[int], stretches: Sequence[tuple[int, int, int]]) -> list[tuple[tuple[int, int], ...]]:
    """For each word the stretches around its beginning: number and end."""
    waiting = sorted(stretches, reverse=True)
    open_: tuple[tuple[int, int], ...] = ()
    around = []
    for at in starts:
        if (waiting and waiting[-1][0] <= at) or any(end <= at for _, end in open_):
            while waiting and waiting[-1][0] <= at:
                _, end, number = waiting.pop()
                open_ += ((number, end),)
            open_ = tuple(x for x in open_ if x[1] > at)
        around.append(open_)
    return around


class _Word(NamedTuple):
    """What is known of a word wherever it stands."""

    form: str
    barred: bool
    """Whether no phrase has it."""
    empty: bool
    """Whether no phrase begins or ends with it."""
    alone: bool
    """Whether it tells no topic by itself."""


@cache
def _word(word: str) -> _Word:
    form, empty = word_form(word.casefold()), _is_empty(word)
    return _Word(form, word.casefold() in _barred("anywhere"), empty, empty or form in _no_topic())


def _is_empty(word: str) -> bool:
    """Whether no phrase begins or ends with the word: function words, contractions, numbers other than years."""
    no_year = word.isdecimal() and len(word) != 4
    return len(word) < 3 or no_year or "'" in word or "’" in word or word.casefold() in _barred("edges")


@cache
def _barred(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/stop_words") if row["bars"] == where)


@cache
def _no_topic() -> frozenset[str]:
    """Forms of the words that tell of positions and talks as such, whatever they are about."""
    lists = (_barred("alone"), words("en/position_cues"), words("en/meeting_cues"))
    return frozenset(word_form(word) for each in lists for word in each)
