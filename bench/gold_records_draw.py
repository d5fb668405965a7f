"""The stretches of the gold for meetings, positions, activities and assessments, and how they were drawn.

    python bench/gold_records_draw.py draw      writes bench/gold/records.passages.jsonl (the same from the same data)

Four sentences each, and the whole reference article after the first draw, for development. Texts, halves and the test
for copies are those of gold_passages.py. Five stretches of six show words of negotiation; the sixth is any.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from gold_passages import (
    SHARED,
    Passage,
    articles,
    articles_in,
    half_of,
    is_copy,
    keep_drawn,
    paragraphs,
    passage_of,
    passages,
    runs,
    whole_sentences,
)

STRETCHES = Path(__file__).parent / "gold" / "records.passages.jsonl"
SEED = 20220112
SENTENCES = 4
# Words of a sentence: fewer are headlines and labels, more are lists.
FEWEST, MOST = 5, 70
# How many of each kind for development and held out. The later draws are for development alone and show more words of
# negotiation: what was mended on the first no longer says how good the rules are. From the third on they may come back
# to articles of those before, from the fourth on not to words that were read in a copy; the fifth took what was left.
# The sixth is held out alone: other articles than those before, and no words of any article of the development half.
DRAWS = (
    (
        ("helsinki", 24, 24),
        ("whitehouse statement", 5, 5),
        ("whitehouse briefing", 6, 6),
        ("whitehouse readout", 3, 3),
        ("kremlin", 8, 8),
        ("president-ua", 6, 6),
    ),
    (
        ("helsinki", 34, 0),
        ("whitehouse statement", 6, 0),
        ("whitehouse briefing", 6, 0),
        ("whitehouse readout", 2, 0),
        ("kremlin", 10, 0),
        ("president-ua", 8, 0),
    ),
    (
        ("helsinki", 90, 0),
        ("whitehouse statement", 12, 0),
        ("whitehouse briefing", 14, 0),
        ("whitehouse readout", 8, 0),
        ("kremlin", 36, 0),
        ("president-ua", 40, 0),
    ),
    (
        ("helsinki", 150, 0),
        ("whitehouse statement", 20, 0),
        ("whitehouse briefing", 30, 0),
        ("whitehouse readout", 6, 0),
        ("kremlin", 30, 0),
        ("president-ua", 30, 0),
    ),
    (
        ("helsinki", 40, 0),
        ("whitehouse statement", 6, 0),
        ("whitehouse briefing", 8, 0),
        ("whitehouse readout", 6, 0),
        ("kremlin", 10, 0),
        ("president-ua", 10, 0),
    ),
    (
        ("helsinki", 0, 40),
        ("whitehouse statement", 0, 8),
        ("whitehouse briefing", 0, 12),
        ("whitehouse readout", 0, 5),
        ("kremlin", 0, 15),
        ("president-ua", 0, 14),
    ),
)
# Of one publisher of news in each draw.
MOST_OF_ONE = (4, 8, 12, 24, 8, 6)
# Words of negotiation that five stretches of six in each draw show.
SIGNS = (2, 4, 4, 4, 4, 4)
SIGN = re.compile(
    r"\b(?:talks?|negotiat\w+|summit|met|meet(?:ing|s)?|offer\w*|propos\w+|demand\w*|urg(?:e[sd]?|ing)|call(?:ed|"
    r"s|ing)? (?:on|for)|refus\w+|reject\w*|oppos\w+|warn\w*|threat\w*|fear\w*|concern\w*|accus\w+|blam\w+|"
    r"condemn\w*|critici[sz]\w+|support\w*|welcom\w+|prais\w+|agree\w*|promis\w+|pledg\w+|commit\w*|assur\w+|"
    r"guarante\w+|den(?:y|ies|ied)|sanction\w*|troops|forces|military|exercises?|drills?|missiles?|weapons?|"
    r"deploy\w*|withdr\w+|invasion|invad\w+|security|must|willing|ready|prepared|treaty|ceasefire|dialogue|"
    r"diploma\w+|nuclear|alliance|allies)\b",
    re.IGNORECASE,
)


def stretches() -> list[Passage]:
    """All of them, in the order of their number."""
    return passages(STRETCHES)


def draw() -> Iterator[Passage]:
    """The stretches, from a fixed seed: few a publisher of news, no copies of one another, one an article at first."""
    drawn: list[Passage] = []
    whole: dict[str, set[str]] = {}
    known: set[str] = set()
    for again, strata in enumerate(DRAWS):
        publishers: Counter[str] = Counter()
        for stratum, development, held_out in strata:
            left = {"development": development, "held-out": held_out}
            for dataset, article in articles_in(stratum):
                half, publisher = half_of(article.id), article.outlet or ""
                full = dataset == "helsinki" and publishers[publisher] == MOST_OF_ONE[again]
                before = [p for p in drawn if p.article == article.id]
                if not left[half] or full or (before and (again < 2 or half == "held-out")):
                    continue
                n = len(drawn) + 1
                there = [(p.start, p.end) for p in before]
                read = known if again > 2 else set()
                if half == "held-out" and again:
                    read = read | _of_development(stratum)
                signs = SIGNS[again] if n % 6 else 0
                bounds = _stretch(article.id, article.text, signs=signs, apart_from=there, read=read)
                words = runs(article.text)
                others = [whole[p.article] for p in drawn if again < 2 or p.half == "held-out"]
                if bounds is None or is_copy(words, others):
                    continue
                drawn.append(passage_of(n, dataset, article, bounds))
                known |= runs(article.text[slice(*bounds)])
                whole[article.id] = words
                left[half] -= 1
                publishers[publisher] += 1
        if not again:
            (article,) = articles("reference").values()
            last = passage_of(len(drawn) + 1, "reference", article, (0, len(article.text)))
            drawn.append(msgspec.structs.replace(last, half="development"))  # everybody here has read it
            whole[article.id] = set()
    yield from drawn


@cache
def _of_development(stratum: str) -> frozenset[str]:
    return frozenset().union(*(runs(a.text) for _, a in articles_in(stratum) if half_of(a.id) == "development"))


def _stretch(
    article: str, text: str, *, signs: int, apart_from: Sequence[tuple[int, int]], read: set[str]
) -> tuple[int, int] | None:
    """The first that will do, of all starts in a seeded order."""
    found = [s for p in paragraphs(text) for s in whole_sentences(text, *p)]
    starts = list(range(len(found) - SENTENCES + 1))
    random.Random(f"{SEED} {article}").shuffle(starts)
    for first in starts:
        some = [text[start:end] for start, end in found[first : first + SENTENCES]]
        start, end = found[first][0], found[first + SENTENCES - 1][1]
        if (
            all(FEWEST <= len(s.split()) <= MOST and re.search(r"[.!?][\"”’)]*$", s) for s in some)
            and len(SIGN.findall(" ".join(some))) >= signs
            and all(end <= s or e <= start for s, e in apart_from)
            and len(words := runs(text[start:end])) * SHARED >= len(words & read)
        ):
            return start, end
    return None


if __name__ == "__main__":
    raise SystemExit(keep_drawn(STRETCHES, draw, __doc__))
