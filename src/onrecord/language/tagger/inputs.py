"""Doc -> what the network reads: pieces of words and, for each word, what is seen on it, in overlapping windows."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.model import Layout

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token
    from tokenizers import Tokenizer

# What is seen on a word, in the order of the columns; the sizes of those that no table of labels bounds.
COLUMNS = ("case", "quotation", "start", "tag", "dep", "entity", "head")
CASES, QUOTATIONS, STARTS = 5, 5, 4
SENTENCE, PARAGRAPH, HEADLINE = 1, 2, 3
# Signed distance to the syntactic head in words: the upper bounds of its classes, on each side.
_REACH = (1, 2, 3, 5, 8, 13, 21)
HEADS = 2 * (len(_REACH) + 1) + 1


class Words(NamedTuple):
    """The words of an article: tokens of its paragraphs, white space left out."""

    tokens: "list[int]"
    """For each word the index of its token in the Doc."""
    pieces: "NDArray[Any]"
    """Ids of all pieces, one word after the other."""
    first: "NDArray[Any]"
    """For each word where its pieces begin in `pieces`, and one number more: where they end."""
    seen: "NDArray[Any]"
    """Words x `COLUMNS`, classes counted from 0 (unknown, or nothing to see)."""
    breaks: "list[int]"
    """The words that open a paragraph or a sentence: where a window may begin."""

    def paragraphs(self) -> "NDArray[Any]":
        """For each word the number of its paragraph."""
        numbers: NDArray[Any] = np.cumsum(self.seen[:, COLUMNS.index("start")] > SENTENCE)
        return numbers

    def sentences(self) -> "NDArray[Any]":
        """For each word the number of its sentence."""
        numbers: NDArray[Any] = np.cumsum(self.seen[:, COLUMNS.index("start")] > 0)
        return numbers

    def quoted(self) -> "NDArray[Any]":
        """For each word whether it stands in quotation marks, the marks among them."""
        inside: NDArray[Any] = self.seen[:, COLUMNS.index("quotation")] > 0
        return inside


def words_of(doc: "Doc", layout: Layout, tokenizer: "Tokenizer", labels: Mapping[str, Sequence[str]]) -> Words:
    """The words of the article, cut to the pieces of the network's vocabulary.

    `labels` holds the known classes of "tag", "dep" and "entity"; others count as unknown.
    """
    tokens = [t for t in doc if t.dep_ != "gap" and not t.is_space]
    encoded = tokenizer.encode([t.text for t in tokens], is_pretokenized=True, add_special_tokens=False)
    lengths = np.zeros(len(tokens), dtype=np.int64)
    np.add.at(lengths, np.array([w for w in encoded.word_ids if w is not None], dtype=np.int64), 1)
    numbers = {name: {label: n for n, label in enumerate(labels[name], 1)} for name in ("tag", "dep", "entity")}
    at = {t.i: n for n, t in enumerate(tokens)}
    starts = _starts(tokens, layout)
    marks = _quotation_classes(tokens, layout)
    columns = (
        [_case(t.text) for t in tokens],
        marks,
        starts,
        [numbers["tag"].get(t.tag_, 0) for t in tokens],
        [numbers["dep"].get(t.dep_, 0) for t in tokens],
        [numbers["entity"].get(t.ent_type_, 0) for t in tokens],
        [_head_class(at.get(t.head.i, n) - n) for n, t in enumerate(tokens)],
    )
    return Words(
        tokens=[t.i for t in tokens],
        pieces=np.array(encoded.ids, dtype=np.int64),
        first=np.concatenate(([0], np.cumsum(lengths))),
        seen=np.array(columns, dtype=np.int64).T,
        breaks=[n for n, start in enumerate(starts) if start],
    )


def _case(text: str) -> int:
    if any(c.isdigit() for c in text):
        return 4
    if not text[0].isalpha() or text.islower():
        return 0
    if text.isupper():
        return 2
    return 1 if text[0].isupper() and (len(text) == 1 or text[1:].islower()) else 3


def _head_class(distance: int) -> int:
    """0 for a root, 1 ... for heads before, then for heads after."""
    if distance == 0:
        return 0
    size = bisect_left(_REACH, abs(distance))
    return 1 + size + (len(_REACH) + 1 if distance > 0 else 0)


def _starts(tokens: "Sequence[Token]", layout: Layout) -> list[int]:
    """Which words open a headline, another paragraph, a sentence."""
    found, paragraph = [], -1
    for token in tokens:
        begins = 0
        while paragraph + 1 < len(layout.paragraphs) and layout.paragraphs[paragraph + 1].start <= token.idx:
            paragraph += 1
            begins = HEADLINE if layout.paragraphs[paragraph].role == "headline" else PARAGRAPH
        found.append(begins or (SENTENCE if token.is_sent_start else 0))
    return found


def _quotation_classes(tokens: "Sequence[Token]", layout: Layout) -> list[int]:
    """0 outside quotation marks, 1 inside, 2 the opening and 3 the closing mark, 4 in a quotation inside another."""
    found = [0] * len(tokens)
    for inner in (False, True):
        at = 0
        for quotation in (q for q in layout.quotations if (q.depth > 0) is inner):
            while at < len(tokens) and tokens[at].idx < quotation.start:
                at += 1
            first = at
            while at < len(tokens) and tokens[at].idx < quotation.end:
                found[at] = 4 if inner else 1
                at += 1
            if at > first and not inner:
                found[first] = 1 if quotation.continues else 2
                if quotation.closed:
                    found[at - 1] = 3
    return found


class Window(NamedTuple):
    """Words `start` to `end` of an article, of which `kept_from` to `kept_to` are read off it."""

    start: int
    end: int
    kept_from: int
    kept_to: int


def windows_of(words: Words, longest: int, context: int) -> Iterator[Window]:
    """Windows of at most `longest` pieces that begin at sentences and share about `context` pieces with the next.

    Every word is kept in exactly one of them: half of what two windows share goes to each.
    """
    total, breaks = len(words.tokens), words.breaks
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < total:
        end = int(np.searchsorted(words.first, words.first[start] + longest, side="right")) - 1
        end = min(max(end, start + 1), total)
        bounds.append((start, end))
        if end == total:
            break
        back = int(np.searchsorted(words.first, words.first[end] - context, side="left"))
        fitting = [b for b in breaks[int(np.searchsorted(breaks, back)) :][:1] if start < b <= end]
        start = fitting[0] if fitting else max(back, start + 1)
    cuts = [0, *((b[0] + a[1]) // 2 for a, b in itertools.pairwise(bounds)), total]
    for n, (start, end) in enumerate(bounds):
        yield Window(start, end, cuts[n], cuts[n + 1])


def window_arrays(words: Words, window: Window, opening: int, closing: int) -> "tuple[NDArray[Any], ...]":
    """Ids (pieces + 2), what is seen on each piece (pieces + 2, columns), and where each word's first piece stands.

    `opening` and `closing` are the ids of the marks around a window. What is seen on a word is seen on each of its
    pieces, but that it opens a sentence on the first alone.
    """
    low, high = words.first[window.start], words.first[window.end]
    ids = np.concatenate(([opening], words.pieces[low:high], [closing]))
    lengths = np.diff(words.first[window.start : window.end + 1])
    seen = np.zeros((len(ids), len(COLUMNS)), dtype=np.int64)
    seen[1:-1] = np.repeat(words.seen[window.start : window.end], lengths, axis=0)
    at = words.first[window.start : window.end] - low + 1
    later = np.ones(len(ids), dtype=bool)
    later[at[lengths > 0]] = False
    seen[later, COLUMNS.index("start")] = 0
    return ids, seen, at
