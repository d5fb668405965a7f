"""The passages of the gold for attribution, and how they were drawn.

    python bench/gold_attribution_draw.py draw      writes attribution.passages.jsonl (the same from the same data)

Texts, halves and the test for copies are those of gold_passages.py.
"""

import random
import re
from collections.abc import Iterator
from itertools import chain

from gold_passages import (
    PASSAGES,
    SEED,
    Passage,
    articles_in,
    half_of,
    is_copy,
    keep_drawn,
    paragraphs,
    passage_of,
    runs,
    sentences,
)
from onrecord.model import Article

# Words in a passage: about eight attributions where it is rich enough.
FEWEST, MOST = 230, 350
# Of each kind of text: the verbs of speech, quotations and labels that a passage must show not to be passed over; set
# so that passages hold about eight attributions.
SIGNS = {
    "helsinki": 10,
    "whitehouse statement": 7,
    "whitehouse briefing": 8,
    "whitehouse readout": 6,
    "kremlin": 8,
    "president-ua": 10,
    "wikinews": 8,
}
# How many of each kind, for development and held out: a first draw of both halves, then a second for development alone,
# since what was mended on the first no longer says how good the rules are.
DRAWS = (
    (
        ("helsinki", 11, 11),
        ("whitehouse statement", 2, 1),
        ("whitehouse briefing", 1, 2),
        ("whitehouse readout", 2, 1),
        ("kremlin", 2, 3),
        ("president-ua", 3, 3),
        ("wikinews", 4, 4),
    ),
    (
        ("helsinki", 20, 0),
        ("whitehouse statement", 1, 0),
        ("whitehouse briefing", 2, 0),
        ("kremlin", 3, 0),
        ("president-ua", 3, 0),
        ("wikinews", 1, 0),
    ),
)
_SAYING = (
    "said|says|saying|told|tells|according to|asks?|asked|adds|added|warn(?:ed|s|ing)|claim(?:ed|s|ing)|announced?|"
    "stress(?:ed|es)|not(?:ed|es)|thank(?:ed|s)|believe[sd]?|expect(?:ed|s)|den(?:ied|ies|ying)|call(?:ed|s) (?:for|on)"
    "|stated|emphasi[sz]ed|reaffirmed|underscored|expressed|agreed|discussed|informed|reminded|explained|argu(?:ed|es)|"
    "accus(?:ed|es|ing)|report(?:ed|s)|tweeted|wrote|insist(?:ed|s)|suggest(?:ed|s)|hopes?|hoped|wants?|vowed|pledged"
)
_LABEL = r"^(?:[A-Z][A-Z. ]+|Q):?\s\s|\b[A-Z][a-z]+ [A-Z][a-z]+:\s"
_SIGN = re.compile(rf"(?<!\bI )(?<!\b[Ww]e )\b(?:{_SAYING})\b|“|\s\"\w|{_LABEL}", re.MULTILINE)


def draw() -> Iterator[Passage]:
    """The passages, from a fixed seed: one an article, one a publisher in each draw, no copies of one another."""
    taken: list[set[str]] = []
    n = 0
    for stratum, development, held_out in chain.from_iterable(DRAWS):
        publishers: set[str] = set()
        left = {"development": development, "held-out": held_out}
        for dataset, article in articles_in(stratum):
            half, publisher = half_of(article.id), article.outlet or ""
            if not left[half] or (dataset == "helsinki" and publisher in publishers):
                continue
            bounds, whole = _passage(article, SIGNS[stratum]), runs(article.text)
            if bounds is None or is_copy(whole, taken):
                continue
            n += 1
            left[half] -= 1
            publishers.add(publisher)
            taken.append(whole)
            yield passage_of(n, dataset, article, bounds)


def _passage(article: Article, signs: int) -> tuple[int, int] | None:
    """The first that is long enough and rich enough, of all starts in a seeded order."""
    units = list(_units(article.text))
    starts = list(range(len(units)))
    random.Random(f"{SEED} {article.id}").shuffle(starts)
    for first in starts:
        words = 0
        for start, end in units[first:]:
            words += len(article.text[start:end].split())
            if words > MOST:
                break
            if words >= FEWEST:
                if len(_SIGN.findall(article.text[units[first][0] : end])) >= signs:
                    return units[first][0], end
                break
    return None


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; the sentences of those that would be half a passage by themselves."""
    for start, end in paragraphs(text):
        if len(text[start:end].split()) * 2 > FEWEST:
            yield from sentences(text, start, end)
        else:
            yield start, end


if __name__ == "__main__":
    raise SystemExit(keep_drawn(PASSAGES, draw, __doc__))
