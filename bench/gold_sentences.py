"""The stretches of the gold for names, roles and quantities: three sentences each, and how they were drawn.

    python bench/gold_sentences.py draw      writes bench/gold/actors.passages.jsonl (the same from the same data)

Texts, halves and the test for copies are those of gold_passages.py. No article is one of the gold for attribution or
a copy of one. Every second stretch of the first draw and all of the second show a count of something, so that there
are enough quantities.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold_passages import (
    SHARED,
    Passage,
    article_of,
    articles_in,
    half_of,
    keep_drawn,
    paragraphs,
    passage_of,
    passages,
    runs,
    whole_sentences,
)

STRETCHES = Path(__file__).parent / "gold" / "actors.passages.jsonl"
SEED = 20220111
SENTENCES = 3
# Words of a sentence: fewer are headlines and labels, more are lists.
FEWEST, MOST = 6, 60
# How many of each kind for development and held out; there are no more readouts that are unlike one another. The second
# draw, for development alone, has counts only: what was mended on the first no longer says how good the rules are.
DRAWS = (
    (
        ("helsinki", 20, 20),
        ("whitehouse statement", 6, 6),
        ("whitehouse briefing", 4, 4),
        ("whitehouse readout", 2, 2),
        ("kremlin", 7, 7),
        ("president-ua", 11, 11),
    ),
    (
        ("helsinki", 28, 0),
        ("whitehouse statement", 8, 0),
        ("whitehouse briefing", 6, 0),
        ("kremlin", 8, 0),
        ("president-ua", 10, 0),
    ),
)
# Of one publisher of news in each draw.
MOST_OF_ONE = (3, 8)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_NOT_COUNTED = re.compile(
    rf"\b(?:{_MONTH}\.? \d+(?:, \d{{4}})?|\d+ {_MONTH}|(?:19|20)\d\d"
    r"|\d+[ -]years?[ -]old|[\d.]+ ?(?:%|per ?cent)|\w+ \w+ ago)"
)
_NUMBER = (
    r"(?:\d+(?:[,.]\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|(?:tens|dozens?|scores|hundreds?|thousands?|millions?|billions?)(?: of)?)"
)
_PLURAL = (
    r"(?:people|men|women|personnel|children|aircraft"
    r"|(?!(?:is|was|has|as|this|its|gas|times|years)\b)[a-z]+[^\Wius]s)"
)
# "The two leaders" are known already.
_NEW = "".join(rf"(?<!(?i:\b{word}) )" for word in ("the", "these", "those", "its", "his", "her", "their", "our"))
_COUNT = re.compile(rf"(?<![\w.,/$-]){_NEW}{_NUMBER}(?: [a-z-]+){{0,2}}? {_PLURAL}\b")
_NAME = re.compile(r"(?<=[a-z,] )(?!(?:[A-Z][a-z]+day|I|" + _MONTH + r")\b)[A-Z][\w.]+")


def stretches() -> list[Passage]:
    """All of them, in the order of their number."""
    return passages(STRETCHES)


def draw() -> Iterator[Passage]:
    """The stretches, from a fixed seed: one an article, few a publisher of news, no copies of one another."""
    seen = {p.article for p in passages()}
    taken = [runs(article_of(p).text) for p in passages()]
    n = 1
    for again, draw_ in enumerate(DRAWS):
        publishers: Counter[str] = Counter()
        for stratum, development, held_out in draw_:
            left = {"development": development, "held-out": held_out}
            for dataset, article in articles_in(stratum):
                half, publisher = half_of(article.id), article.outlet or ""
                full = dataset == "helsinki" and publishers[publisher] == MOST_OF_ONE[again]
                if not left[half] or article.id in seen or full:
                    continue
                bounds = _stretch(article.id, article.text, counting=bool(again) or n % 2 == 0)
                whole = runs(article.text)
                if bounds is None or any(len(whole & t) > SHARED * min(len(whole), len(t)) for t in taken):
                    continue
                yield passage_of(n, dataset, article, bounds)
                n += 1
                left[half] -= 1
                publishers[publisher] += 1
                seen.add(article.id)
                taken.append(whole)


def _stretch(article: str, text: str, *, counting: bool) -> tuple[int, int] | None:
    """The first that will do, of all starts in a seeded order."""
    found = [s for p in paragraphs(text) for s in whole_sentences(text, *p)]
    starts = list(range(len(found) - SENTENCES + 1))
    random.Random(f"{SEED} {article}").shuffle(starts)
    for first in starts:
        three = [text[start:end] for start, end in found[first : first + SENTENCES]]
        whole = " ".join(" ".join(three).split())
        if (
            all(FEWEST <= len(s.split()) <= MOST and re.search(r"[.!?][\"”’)]*$", s) for s in three)
            and _NAME.search(whole)
            and (not counting or _COUNT.search(_NOT_COUNTED.sub("#", whole)))
        ):
            return found[first][0], found[first + SENTENCES - 1][1]
    return None


if __name__ == "__main__":
    raise SystemExit(keep_drawn(STRETCHES, draw, __doc__))
