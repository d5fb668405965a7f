"""The passages of the gold: what one is, the text it stands in, and what drawing them shares.

Texts are taken raw from $ONRECORD_DATA: the `text` of each row of news/helsinki, news/whitehouse, news/kremlin and
news/president-ua, and for wikinews the `# text` lines of its CoNLL-U, sentences joined by a blank and paragraphs by an
empty line. The file of passages holds ids, hashes and offsets, and no text. An article is held out where the SHA-1 of
its id is an odd number.
"""

import csv
import hashlib
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from onrecord.model import Article, Published

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
GOLD = Path(__file__).parent / "gold"
PASSAGES = GOLD / "attribution.passages.jsonl"
Bounds = tuple[int, int]
SEED = 20220110
# Share of 5-word runs that two drawn articles may have in common; copies of one dispatch share far more.
SHARED = 0.05
_BREAK = re.compile(r"\s*(?:\n[ \t\r\xa0]*\n|\s###\s)\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z])")
_CUT_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Adm|Maj|Capt|St|No|vs|[A-Z])\.$")
_WORD = re.compile(r"\w+")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of whole paragraphs, or of whole sentences where paragraphs are long or lost."""

    n: int
    dataset: str
    article: str
    text_sha256: str
    start: int
    end: int
    half: Literal["development", "held-out"]


def passages(file: Path = PASSAGES) -> list[Passage]:
    """All of them, in the order of their number."""
    return [msgspec.json.decode(line, type=Passage) for line in file.read_bytes().splitlines()]


def passage_of(n: int, dataset: str, article: Article, bounds: tuple[int, int]) -> Passage:
    """The passage of that number, from `bounds` of the article."""
    return Passage(
        n=n,
        dataset=dataset,
        article=article.id,
        text_sha256=article.text_sha256,
        start=bounds[0],
        end=bounds[1],
        half=half_of(article.id),
    )


def article_of(passage: Passage, among: Callable[[str], dict[str, Article]] | None = None) -> Article:
    """The whole article; a `ValueError` says where its text is no longer the one that was drawn.

    `among` gives the articles of a data set, where they are not those of the gold.
    """
    article = (among or articles)(passage.dataset).get(passage.article)
    if article is None or article.text_sha256 != passage.text_sha256:
        raise ValueError(f"{passage.article} of {passage.dataset} in {DATA} is not the text that was drawn")
    return article


def half_of(article: str) -> Literal["development", "held-out"]:
    """By the article's id alone."""
    return "held-out" if int(hashlib.sha1(article.encode()).hexdigest(), 16) % 2 else "development"


def articles_in(stratum: str) -> list[tuple[str, Article]]:
    """Data set and article, in a seeded order; "whitehouse readout" is one kind of a data set's."""
    dataset, _, kind = stratum.partition(" ")
    found = [a for a in articles(dataset).values() if not kind or _kind(a.id) == kind]
    if dataset == "helsinki":
        found = [a for a in found if "Putin" in a.text]
    random.Random(f"{SEED} {stratum}").shuffle(found)
    return [(dataset, a) for a in found]


def _kind(article: str) -> str | None:
    if "readout" in article:
        return "readout"
    return {"statements-releases": "statement", "press-briefings": "briefing"}.get(article.split("/")[1])


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where they begin and end: between empty lines or a scraper's marks."""
    yield from _between(text, _BREAK, 0, len(text))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where they begin and end, by marks and capitals alone: "Gen. Berg" is cut too."""
    yield from _between(text, _SENTENCE_END, start, end)


def whole_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same, with those put together again that were cut after "Gen."."""
    begin: int | None = None
    for at, until in sentences(text, start, end):
        begin = at if begin is None else begin
        if until < end and _CUT_ABBREVIATION.search(text, begin, until):
            continue
        yield begin, until
        begin = None


def _between(text: str, breaks: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in breaks.finditer(text, start, end):
        until = gap.start() + len(gap[0].rstrip()) if breaks is _SENTENCE_END else gap.start()
        if text[start:until].strip():
            yield start, until
        start = gap.end()
    if text[start:end].strip():
        yield start, start + len(text[start:end].rstrip())


def runs(text: str) -> set[str]:
    """All runs of five words, small letters: copies of one text have most of them in common."""
    words = [w.casefold() for w in _WORD.findall(text)]
    return {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}


def is_copy(one: set[str], others: Iterable[set[str]], share: float = SHARED) -> bool:
    """Whether too many of its runs of words are those of one of the others; they are counted in the shorter text."""
    return any(len(one & other) > share * min(len(one), len(other)) for other in others)


@cache
def articles(dataset: str) -> dict[str, Article]:
    """The articles of one data set by id."""
    if dataset == "helsinki":
        csv.field_size_limit(2**31 - 1)
        with (DATA / "news" / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as lines:
            rows = [r | {"outlet": r["publisher"], "published": r["scrape_time"]} for r in csv.DictReader(lines)]
        return {a.id: a for a in (article_from(r | {"id": f"helsinki/{r['id']}"}) for r in rows)}
    if dataset == "reference":
        text = (DATA / "reference" / "us-russia-talks.txt").read_text(encoding="utf-8")
        return {a.id: a for a in (article_from({"id": "reference", "text": text, "published": "2022-01-09"}),)}
    if dataset == "wikinews":
        files = sorted((DATA / "wikinews" / "dep").glob("GUM_news_*.conllu"))
        return {f.stem: _rebuilt(f) for f in files}
    file, only = {
        "whitehouse": ("all-2021-11_2022-03.jsonl", set((DATA / "news/whitehouse/crisis.ids").read_text().split())),
        "kremlin": ("crisis-window-relevant.jsonl", set[str]()),
        "president-ua": ("crisis-window-relevant.jsonl", set[str]()),
    }[dataset]
    texts = (json.loads(x) for x in (DATA / "news" / dataset / file).read_text(encoding="utf-8").split("\n") if x)
    return {r["id"]: article_from(r) for r in texts if not only or r["id"] in only}


def article_from(row: dict[str, Any]) -> Article:
    published = Published(row["published"].replace(" ", "T"), "column") if row.get("published") else None
    return Article(
        id=row["id"],
        name=row["id"],
        text=row["text"],
        raw=b"",
        outlet=row.get("outlet"),
        title=row.get("title"),
        url=row.get("url"),
        published=published,
    )


def _rebuilt(file: Path) -> Article:
    """A Wikinews text: sentences joined by a blank, paragraphs by an empty line, the headline as title and first."""
    paragraphs: list[list[str]] = []
    meta: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line == "# newpar" or not paragraphs:
            paragraphs.append([])
        if line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
        elif line.startswith("# meta::"):
            name, _, value = line.removeprefix("# meta::").partition(" = ")
            meta[name] = value
    text = "\n\n".join(" ".join(p) for p in paragraphs if p)
    row = {"id": file.stem, "text": text, "title": meta["title"], "url": meta["sourceURL"], "outlet": "Wikinews"}
    return article_from(row | {"published": meta["dateCreated"]})


def keep_drawn(file: Path, drawn: Callable[[], Iterable[Passage]], usage: str | None) -> int:
    """The command "draw": writes the file, and prints how many passages it has."""
    if sys.argv[1:] != ["draw"]:
        print(usage, file=sys.stderr)
        return 2
    kept = list(drawn())
    file.write_bytes(b"".join(msgspec.json.encode(p) + b"\n" for p in kept))
    print(f"{len(kept)} passages, {sum(p.half == 'held-out' for p in kept)} of them held out")
    return 0
