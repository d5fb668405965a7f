"""Annotated passages and the development half of the gold as examples: words, what is seen on them, labels."""

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np
from tokenizers import Tokenizer
from tqdm import tqdm

import draw
import gold_passages
from annotations import Annotation, Bounds, annotations
from gold_records_draw import stretches
from gold_records_readings import reading_file, reading_of
from onrecord.language import lay_out, parse
from onrecord.language.tagger.inputs import Words, words_of
from onrecord.language.tagger.triggers import LABELS, NONE
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, MeetingFormat, MeetingState, PositionAct

ACTS = (NONE, *get_args(PositionAct))
STATES = (NONE, *get_args(MeetingState))
FORMATS = get_args(MeetingFormat)
WHATS = (NONE, *get_args(ActivityWhat))
STATUSES = get_args(ActivityState)
FLAGS: tuple[Flag, ...] = ("negated", "planned", "hypothetical", "historical")
# What is told of a word, in the order of the columns of `Example.labels`; the first three of all words of the passage,
# the others of those that tell a meeting or an activity.
TOLD: dict[str, tuple[str, ...]] = dict(zip(LABELS, (ACTS, STATES, WHATS, FORMATS, STATUSES), strict=True))
LINKS = ("holder", "addressee", "sides")


class Parsed(NamedTuple):
    """An article's words, where each begins and ends, and which is its head."""

    words: Words
    starts: np.ndarray
    ends: np.ndarray
    heads: np.ndarray


class Example(NamedTuple):
    """A passage in its article."""

    name: str
    parsed: Parsed
    start: int
    end: int
    """Its words."""
    labels: np.ndarray
    """words of the passage x `TOLD`; -1 where a word does not count."""
    flags: np.ndarray
    """words of the passage x `FLAGS`, -1 where it is no cue of a position."""
    links: list[tuple[str, int, list[int]]]
    """Kind, a word, the words that it points to; all counted from the article's first. None is "nothing"."""
    gold: tuple[tuple[int, int, str], ...] = ()
    """Words and act of each piece of a gold position; words counted alike."""

    @property
    def number(self) -> int:
        """Of the passage or stretch."""
        return int(self.name.split()[1])

    @property
    def words(self) -> Words:
        """The words of the article."""
        return self.parsed.words


def parsed_articles(tokenizer: Tokenizer, labels: dict[str, list[str]], cache: Path) -> dict[tuple[str, str], Parsed]:
    """All articles that passages and stretches are from, parsed once and kept in `cache`."""
    kept = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    wanted = [(p, draw.article_of) for p in draw.passages(draw.PASSAGES)]
    wanted += [(s, gold_passages.article_of) for s in stretches() if s.half == "development"]
    missing = {(p.dataset, p.article): (p, of) for p, of in wanted if (p.dataset, p.article) not in kept}
    for n, (key, (passage, of)) in enumerate(tqdm(missing.items(), desc="parse", mininterval=10)):
        article = of(passage)
        layout = lay_out(article)
        doc = parse(article, layout)
        words = words_of(doc, layout, tokenizer, labels)
        at = {i: n for n, i in enumerate(words.tokens)}
        tokens = [doc[i] for i in words.tokens]
        kept[key] = Parsed(
            words,
            np.array([t.idx for t in tokens], dtype=np.int64),
            np.array([t.idx + len(t) for t in tokens], dtype=np.int64),
            np.array([at.get(t.head.i, n) for n, t in enumerate(tokens)], dtype=np.int64),
        )
        if n % 100 == 99:
            cache.write_bytes(pickle.dumps(kept))
    if missing:
        cache.write_bytes(pickle.dumps(kept))
    return kept


def examples(parsed: dict[tuple[str, str], Parsed], *, drawn: bool = False) -> Iterator[Example]:
    """The annotated passages; with `drawn` only those of the archives."""
    by_number = {p.n: p for p in draw.passages(draw.PASSAGES)}
    for annotation in annotations():
        passage = by_number[annotation.passage]
        if drawn and passage.dataset == "written":
            continue
        yield _example(f"passage {passage.n}", parsed[passage.dataset, passage.article], passage, annotation)


def _example(name: str, parsed: Parsed, passage: gold_passages.Passage, annotation: Annotation) -> Example:
    start, end = _within(parsed, (passage.start, passage.end))
    labels, flags = _blank(end - start)
    links: list[tuple[str, int, list[int]]] = []
    for p in annotation.positions:
        cue = _root(parsed, p.cue)
        if cue is None or not start <= cue < end:
            continue
        labels[cue - start, 0] = ACTS.index(p.act)
        flags[cue - start] = [f in p.flags for f in FLAGS]
        holders = _roots(parsed, p.holder)
        if holders or p.apart:
            links.append(("holder", cue, holders))
        links.append(("addressee", cue, _roots(parsed, p.addressee)))
    others = [
        (m.cue, [1, 3], (STATES.index(m.state), FORMATS.index(m.format)), "sides", m.sides) for m in annotation.meetings
    ]
    others += [
        (a.cue, [2, 4], (WHATS.index(a.what), STATUSES.index(a.state)), "holder", a.holder)
        for a in annotation.activities
    ]
    for words, columns, told, link, who in others:
        cue = _root(parsed, words)
        if cue is not None and start <= cue < end:
            labels[cue - start, columns] = told
            links.append((link, cue, _roots(parsed, who)))
    return Example(name, parsed, start, end, labels, flags, links)


def gold_examples(parsed: dict[tuple[str, str], Parsed], first: int, last: int | None = None) -> Iterator[Example]:
    """Stretches of the gold's development half. Its words are not cues: the root tells, the others do not count."""
    for s in stretches()[first - 1 : last]:
        if s.half != "development" or not reading_file("first", s.n).exists():
            continue
        own = parsed[s.dataset, s.article]
        start, end = _within(own, (s.start, s.end))
        labels, flags = _blank(end - start)
        reading = reading_of("first", s.n)
        for column, items in enumerate((reading.positions, reading.meetings, reading.activities)):
            roots = {}
            for item in items:
                for bounds in item.words:
                    low, high = _within(own, bounds)
                    labels[max(low - start, 0) : max(high - start, 0), column] = -1
                root = _root(own, item.words[0])
                if root is not None and start <= root < end:
                    roots.setdefault(root - start, item)
            for root, item in roots.items():
                if column == 0:
                    labels[root, 0] = ACTS.index(item.act)
                    flags[root] = [f in item.flags for f in FLAGS]
                elif column == 1:
                    labels[root, [1, 3]] = STATES.index(item.state), FORMATS.index(item.format)
                else:
                    labels[root, [2, 4]] = WHATS.index(item.what), STATUSES.index(item.state)
        gold = tuple((*_within(own, b), p.act) for p in reading.positions for b in p.words)
        yield Example(f"stretch {s.n}", own, start, end, labels, flags, [], gold)


def _blank(count: int) -> tuple[np.ndarray, np.ndarray]:
    labels = np.zeros((count, len(TOLD)), dtype=np.int64)
    labels[:, 3:] = -1
    return labels, np.full((count, len(FLAGS)), -1, dtype=np.int64)


def _within(parsed: Parsed, bounds: Bounds) -> tuple[int, int]:
    """The words between two characters."""
    low = int(np.searchsorted(parsed.ends, bounds[0], side="right"))
    return low, int(np.searchsorted(parsed.starts, bounds[1], side="left"))


def _root(parsed: Parsed, bounds: Bounds) -> int | None:
    """The first word of those between that hangs on none of them."""
    low, high = _within(parsed, bounds)
    return next((n for n in range(low, high) if not low <= parsed.heads[n] < high or parsed.heads[n] == n), None)


def _roots(parsed: Parsed, several: Sequence[Bounds]) -> list[int]:
    return [n for b in several if (n := _root(parsed, b)) is not None]
