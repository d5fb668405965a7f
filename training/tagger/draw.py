"""The passages that are annotated for training alone: drawn, or written for it; shows them to an annotator.

    python training/tagger/draw.py draw          writes training/tagger/passages.jsonl (the same from the same data)
    python training/tagger/draw.py show N        passage N, a number before each sentence

Runs of eight sentences from $ONRECORD_DATA. No text of the gold of records is among them: no article of its held-out
half or that shares text with one, and no words that a stretch of its development half holds. Of PolNeAR's
training part the halves of the gold mean nothing. Then the texts of written.txt, whole: invented news of invented
states, that no archive is needed for.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "bench"))

import gold_passages
from gold_passages import (
    DATA,
    SHARED,
    Passage,
    half_of,
    keep_drawn,
    paragraphs,
    passage_of,
    passages,
    runs,
    whole_sentences,
)
from gold_records_draw import FEWEST, MOST, SIGN, stretches
from onrecord.model import Article, Published

PASSAGES = Path(__file__).parent / "passages.jsonl"
WRITTEN = Path(__file__).parent / "written.txt"
SEED = 20261126
SENTENCES = 8
# How many passages of each set of texts, at most so many an article: five draws.
DRAWS = (
    (
        ("helsinki", 300, 4),
        ("polnear", 220, 1),
        ("whitehouse", 190, 1),
        ("kremlin", 150, 1),
        ("president-ua", 150, 1),
        ("times", 90, 1),
    ),
    (
        ("polnear", 330, 2),
        ("whitehouse", 180, 2),
        ("president-ua", 130, 2),
        ("kremlin", 130, 3),
        ("helsinki", 130, 8),
    ),
    (
        ("times", 140, 3),
        ("wikinews", 60, 4),
        ("polnear", 330, 4),
        ("whitehouse", 120, 3),
        ("president-ua", 100, 3),
        ("kremlin", 100, 4),
    ),
    (
        ("polnear", 750, 8),
        ("whitehouse", 380, 4),
        ("president-ua", 330, 5),
        ("kremlin", 260, 6),
        ("helsinki", 100, 12),
        ("times", 60, 5),
        ("wikinews", 40, 6),
    ),
    (
        ("helsinki", 100, 20),
        ("polnear", 400, 12),
        ("whitehouse", 110, 8),
        ("president-ua", 60, 8),
        ("kremlin", 80, 10),
        ("times", 60, 8),
        ("wikinews", 40, 8),
    ),
)
# Words of negotiation that five passages of six show in each draw, together with a state or its capital.
SIGNS = (3, 2, 1, 1, 0)
_ABROAD = re.compile(
    r"\b(?:Russia\w*|Putin|Kremlin|Moscow|Ukrain\w+|Kiev|Kyiv|NATO|EU|UN|European|China|Chinese|Beijing|Iran\w*|Tehran|"
    r"Syria\w*|Israel\w*|Palestinian\w*|Korea\w*|Pyongyang|Germany?\w*|Merkel|France|French|Macron|Britain|British|U\.?K\.?|"
    r"Mexic\w+|Cuba\w*|Iraq\w*|Baghdad|Turk\w+|Saudi\w*|Afghan\w*|Taliban|Japan\w*|India\w*|Pakistan\w*|Poland|Polish|"
    r"Belarus\w*|Venezuela\w*|Nations|allies|foreign|president|minister|ambassador|treaty)\b"
)
_TAG = re.compile(r"<[^>]+>")


def draw() -> Iterator[Passage]:
    """The passages, from a fixed seed, no copies of one another; then the written texts."""
    gold = stretches()
    kept_away = [runs(gold_passages.article_of(s).text) for s in gold if s.half == "held-out"]
    known = set().union(
        *(runs(gold_passages.article_of(s).text[s.start : s.end]) for s in gold if s.dataset != "reference")
    )
    n = 0
    for again, (dataset, most, an_article) in ((k, row) for k, rows in enumerate(DRAWS) for row in rows):
        left = most
        found = sorted(articles(dataset).values(), key=lambda a: a.id)
        random.Random(f"{SEED} {dataset}" + " again" * again).shuffle(found)
        for article in found:
            if not left:
                break
            words = runs(article.text)
            apart = half_of(article.id) == "held-out" and not (again and dataset == "polnear")  # of which no gold is
            if apart or any(len(words & t) > SHARED * min(len(words), len(t)) for t in kept_away):
                continue
            for bounds in _passages_of(article, known, an_article, SIGNS[again]):
                if not left:
                    break
                n += 1
                left -= 1
                known |= runs(article.text[slice(*bounds)])
                yield passage_of(n, dataset, article, bounds)
    for number, article in enumerate(articles("written").values(), n + 1):
        yield passage_of(number, "written", article, (0, len(article.text)))


def _passages_of(article: Article, known: set[str], most: int, signs: int) -> Iterator[tuple[int, int]]:
    found = [s for p in paragraphs(article.text) for s in whole_sentences(article.text, *p)]
    randomly = random.Random(f"{SEED} {article.id}")
    starts = list(range(len(found) - SENTENCES + 1))
    randomly.shuffle(starts)
    rich = randomly.random() < 5 / 6
    taken: list[tuple[int, int]] = []
    for first in starts:
        some = [article.text[s:e] for s, e in found[first : first + SENTENCES]]
        start, end = found[first][0], found[first + SENTENCES - 1][1]
        whole = article.text[start:end]
        if (
            sum(FEWEST <= len(s.split()) <= MOST for s in some) >= SENTENCES - 1
            and max(len(s.split()) for s in some) <= 2 * MOST
            and (not rich or (len(SIGN.findall(whole)) >= signs and _ABROAD.search(whole)))
            and all(end <= s or e <= start for s, e in taken)
            and len(words := runs(whole)) * SHARED >= len(words & known)
        ):
            taken.append((start, end))
            yield start, end
            if len(taken) == most:
                return


@cache
def articles(dataset: str) -> dict[str, Article]:
    """The articles of a set of texts by id; of official texts all that there are."""
    if dataset in {"helsinki", "wikinews"}:
        return gold_passages.articles(dataset)
    if dataset == "polnear":
        files = sorted((DATA / "polnear" / "train" / "text").glob("*.txt"))
        return {a.id: a for a in (_plain(f"polnear/{f.stem}", f.read_text(encoding="utf-8")) for f in files)}
    if dataset == "written":
        blocks = WRITTEN.read_text(encoding="utf-8").split("\n## ")
        return {a.id: a for a in map(_written, blocks)}
    if dataset == "times":
        files = sorted((DATA / "times").glob("*/*.tml"))
        return {a.id: a for a in (_plain(f"times/{f.stem}", _text_of(f)) for f in files)}
    file = {"whitehouse": "all-2021-11_2022-03.jsonl"}.get(dataset, "all.jsonl")
    lines = (DATA / "news" / dataset / file).read_text(encoding="utf-8").split("\n")
    return {r["id"]: gold_passages.article_from(r) for r in (json.loads(x) for x in lines if x)}


def _text_of(file: Path) -> str:
    whole = file.read_text(encoding="utf-8")
    return _TAG.sub("", whole.partition("<TEXT>")[2].partition("</TEXT>")[0]).replace("&amp;", "&").strip()


def _plain(name: str, text: str) -> Article:
    day = re.search(r"(\d{4})-?(\d\d)-?(\d\d)", name)
    published = Published("-".join(day.groups()), "column") if day else None
    return Article(id=name, name=name, text=text, raw=b"", published=published)


def _written(block: str) -> Article:
    head, _, text = block.removeprefix("## ").partition("\n")
    number, outlet, day, title = head.split(" · ", 3)
    name = f"written/{number}"
    return Article(
        id=name,
        name=name,
        text=text.strip(),
        raw=b"",
        title=title,
        outlet=outlet,
        published=Published(day, "column"),
    )


def article_of(passage: Passage) -> Article:
    """The whole article; a `ValueError` says where its text is no longer the one that was drawn."""
    return gold_passages.article_of(passage, articles)


def sentences_of(passage: Passage, text: str) -> list[tuple[int, int]]:
    """Where the sentences of the passage begin and end."""
    found = [s for p in paragraphs(text) for s in whole_sentences(text, *p)]
    return [(s, e) for s, e in found if passage.start <= s and e <= passage.end]


def shown(passage: Passage) -> str:
    """The passage as an annotator sees it: where it is from, what stands before, its sentences."""
    article = article_of(passage)
    day = article.published.value[:10] if article.published else "no date"
    before = " ".join(article.text[max(0, passage.start - 350) : passage.start].split())
    lines = [f"## {passage.n} · {article.outlet or passage.dataset} · {day} · {article.title or article.text[:90]!r}"]
    lines += [f"(begins: {' '.join(article.text[:250].split())})"] if passage.start > 600 else []
    lines += [f"(before: ... {before})"] if before else []
    for n, (s, e) in enumerate(sentences_of(passage, article.text), 1):
        lines.append(f"{passage.n}.{n}  {' '.join(article.text[s:e].split())}")
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["show"]:
        print(shown(passages(PASSAGES)[int(sys.argv[2]) - 1]))
        raise SystemExit(0)
    raise SystemExit(keep_drawn(PASSAGES, draw, __doc__))
