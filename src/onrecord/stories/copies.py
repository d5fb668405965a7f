"""Copies: articles that share most of their words in the same order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

# Words in a row that are looked for in the other text.
WORDS = 5
# Of 2,900 government releases 8 pairs share 0.9 or more and 5 of these came within a day of each other; from 0.8 to 0.9
# it is 6 of 29, below that 40 of 221, mostly forms with other names (bench/copies.py). So a copy's date is a proposal.
LEAST_SHARE = 0.8
# Shared runs of words below which a short text says too little.
LEAST_RUNS = 30


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles of which one holds most of the other."""

    article: str
    copy: str
    share: float
    """The part of the shorter one's runs of five words that the other has, too: 0 to 1."""


def copies(
    texts: Iterable[tuple[str, str]], among: Iterable[tuple[str, str]], *, least: float = LEAST_SHARE
) -> Iterator[Copy]:
    """The copies that each of the texts (id, text) has among the others; every shared run is counted.

    `among` is read once and not held.
    """
    runs = {id_: _runs(text) for id_, text in texts}
    having: dict[int, list[str]] = defaultdict(list)
    for id_, own in runs.items():
        for run in own:
            having[run].append(id_)
    for other, text in among if having else ():
        theirs = _runs(text)
        for id_, shared in Counter(i for run in theirs for i in having.get(run, ())).items():
            share = shared / min(len(runs[id_]), len(theirs))
            if id_ != other and shared >= LEAST_RUNS and share >= least:
                yield Copy(article=id_, copy=other, share=round(share, 3))


def _runs(text: str) -> frozenset[int]:
    """Hashes of all runs of words, valid in this process."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(hash(tuple(words[at : at + WORDS])) for at in range(len(words) - WORDS + 1))
