"""The passages that are annotated for training alone: drawn, or written for it; shows them to an annotator.

    python training/tagger/draw.py draw          adds to training/tagger/passages.jsonl what is wanted and lacks
    python training/tagger/draw.py show N        passage N, a number before each sentence

Runs of four sentences from $ONRECORD_DATA (up to passage 6,964: of eight). No text of the gold of records is among
them: no article of its held-out half or that shares text with one, and no words that a stretch of its development half
holds. Then what stands whole: single sentences of news from all over the world, and the texts of written.txt, invented
news of invented states, that no archive is needed for.
"""

import csv
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "bench"))

import msgspec
from lxml import etree

import gold_passages
from gold_passages import (
    DATA,
    SHARED,
    Passage,
    half_of,
    is_copy,
    keep_drawn,
    paragraphs,
    passage_of,
    passages,
    runs,
    whole_sentences,
)
from gold_records_draw import FEWEST, MOST, stretches
from onrecord.intake.html import read_html
from onrecord.model import Article, Published

PASSAGES = Path(__file__).parent / "passages.jsonl"
WRITTEN = Path(__file__).parent / "written.txt"
SEED = 20261126
SENTENCES = 4
# How many passages of each set of texts there shall be. What stands in the file is kept, and what lacks is drawn;
# earlier draws asked for more words of negotiation, and took fewer passages of an article.
WANTED = {
    "polnear": 1654,
    "whitehouse": 1900,
    "president-ua": 1450,
    "kremlin": 1100,
    "kremlin-html": 260,
    "helsinki": 283,
    "lgl": 262,
    "times": 153,
    "wikinews": 22,
}
WHOLE = ("plover", "cameo", "written")
_ABROAD = re.compile(
    r"\b(?:Russia\w*|Putin|Kremlin|Moscow|Ukrain\w+|Kiev|Kyiv|NATO|EU|UN|European|China|Chinese|Beijing|Iran\w*|Tehran|"
    r"Syria\w*|Israel\w*|Palestinian\w*|Korea\w*|Pyongyang|Germany?\w*|Merkel|France|French|Macron|Britain|British|U\.?K\.?|"
    r"Mexic\w+|Cuba\w*|Iraq\w*|Baghdad|Turk\w+|Saudi\w*|Afghan\w*|Taliban|Japan\w*|India\w*|Pakistan\w*|Poland|Polish|"
    r"Belarus\w*|Venezuela\w*|Nations|allies|foreign|president|minister|ambassador|treaty)\b"
)
# Blanks that a tokenizer made: before marks and endings, after opening marks, and around hyphens.
_APART = re.compile(
    r" (?=[,.;:?!%)\]”]|['’](?:s|re|ve|ll|d|m)?\b|['’] |n['’]t\b)"
    r"|(?<=[(\[$“]) |(?<=\w[’']) (?=s\b)|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)"
)
_TAG = re.compile(r"<[^>]+>")


def draw() -> Iterator[Passage]:
    """What is kept of earlier draws; passages from a fixed seed, no copies of one another; what stands whole."""
    gold = stretches()
    kept_away = [runs(gold_passages.article_of(s).text) for s in gold if s.half == "held-out"]
    known = set().union(
        *(runs(gold_passages.article_of(s).text[s.start : s.end]) for s in gold if s.dataset != "reference")
    )
    kept = passages(PASSAGES)
    yield from kept
    known = known.union(*(runs(article_of(p).text[p.start : p.end]) for p in kept))
    n = len(kept)
    there = Counter(p.dataset for p in kept)
    for dataset, wanted in WANTED.items():
        left = wanted - there[dataset]
        found = sorted(articles(dataset).values(), key=lambda a: a.id) if left else []
        random.Random(f"{SEED} {dataset} {there[dataset]}").shuffle(found)
        for article in found:
            words = runs(article.text)
            if half_of(article.id) == "held-out" or is_copy(words, kept_away):
                continue
            for bounds in _passages_of(article, known):
                if not left:
                    break
                n += 1
                left -= 1
                known |= runs(article.text[slice(*bounds)])
                yield passage_of(n, dataset, article, bounds)
    old = {p.article for p in kept}
    for dataset in WHOLE:
        for article in articles(dataset).values():
            words = runs(article.text)
            if article.id not in old and (dataset == "written" or len(words) * SHARED > len(words & known)):
                n += 1
                known |= words
                yield passage_of(n, dataset, article, (0, len(article.text)))


def _passages_of(article: Article, known: set[str]) -> Iterator[tuple[int, int]]:
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
            and (not rich or _ABROAD.search(whole))
            and all(end <= s or e <= start for s, e in taken)
            and len(words := runs(whole)) * SHARED >= len(words & known)
        ):
            taken.append((start, end))
            yield start, end


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
    if dataset == "plover":
        with (DATA / "events" / "PLV_train.tsv").open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            return {a.id: a for a in (_plain(f"plover/{r['sentence_id']}", r["sentence"].strip()) for r in rows)}
    if dataset == "cameo":
        tagged = (DATA / "events" / "cameo_ner_train.txt").read_text(encoding="utf-8").strip().split("\n\n")
        sentences = (" ".join(line.split(" ")[0] for line in one.split("\n")) for one in tagged)
        return {a.id: a for a in (_plain(f"cameo/{n}", _joined(s)) for n, s in enumerate(sentences, 1))}
    if dataset == "kremlin-html":
        files = sorted((DATA / "news" / "kremlin-html" / "html").glob("*.html"))
        pages = (msgspec.structs.replace(read_html(f.read_bytes(), f.name), id=f"kremlin-html/{f.stem}") for f in files)
        return {a.id: a for a in pages}
    if dataset == "lgl":
        return {a.id: a for a in map(_local, etree.parse(DATA / "places" / "lgl.xml").iter("article"))}
    if dataset == "times":
        files = sorted((DATA / "times").glob("*/*.tml"))
        return {a.id: a for a in (_plain(f"times/{f.stem}", _text_of(f)) for f in files)}
    file = {"whitehouse": "all-2021-11_2022-03.jsonl"}.get(dataset, "all.jsonl")
    lines = (DATA / "news" / dataset / file).read_text(encoding="utf-8").split("\n")
    return {r["id"]: gold_passages.article_from(r) for r in (json.loads(x) for x in lines if x)}


def _joined(words: str) -> str:
    """A sentence whose words stand apart, as one writes it."""
    return _APART.sub("", words)


def _text_of(file: Path) -> str:
    whole = file.read_text(encoding="utf-8")
    return _TAG.sub("", whole.partition("<TEXT>")[2].partition("</TEXT>")[0]).replace("&amp;", "&").strip()


def _local(row: etree._Element) -> Article:
    day = Published((row.findtext("dltime") or "")[:10], "column")
    number, title, text = row.get("docid") or "", row.findtext("title"), (row.findtext("text") or "").strip()
    return Article(
        id=number, name=number, text=text, raw=b"", title=title, outlet=row.findtext("domain"), published=day
    )


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
