"""Whole corpora through the pipeline: nothing crashes, every span is proved, and what it costs.

    python bench/corpus.py [--db FILE] [--every N] [--jobs N] [--json FILE]

Reads news/whitehouse, news/helsinki and news/kremlin-html of $ONRECORD_DATA into a store, resuming where an earlier
run was stopped; then counts records by kind, checks the store, and compares the CPU time of reading with bare spaCy
(the same model, paragraph by paragraph) on the same sample of articles in the same run.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.intake import InputOptions, Unread, read_inputs
from onrecord.intake.negotiations import shipped_negotiations
from onrecord.language import lay_out, load
from onrecord.model import Article, ArticleInfo, Negotiation, Notice
from onrecord.pipeline import Failed, ReadingOptions, read_article, read_many
from onrecord.store import Store, open_store

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
MAP_HELSINKI = {"text": "text", "outlet": "publisher", "id": "id", "published": "scrape_time"}
MAP_WHITEHOUSE = {
    "text": "text",
    "outlet": "outlet",
    "id": "id",
    "published": "published",
    "title": "title",
    "url": "url",
}
SAMPLE = 40


def articles() -> Iterator[Article | Unread]:
    """All articles of the three corpora."""
    news = DATA / "news"
    yield from read_inputs([news / "helsinki" / "helsinki_articles.csv"], options=InputOptions(mapping=MAP_HELSINKI))
    yield from read_inputs([news / "kremlin-html" / "html"])
    rows = sorted((news / "whitehouse").glob("*.jsonl"))
    yield from read_inputs(rows, options=InputOptions(mapping=MAP_WHITEHOUSE))


def main() -> int:
    """0 where nothing failed and the check finds nothing."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--db", type=Path)
    ap.add_argument("--every", type=int, default=1, help="only each Nth article")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--json", type=Path)
    args = ap.parse_args()
    if not (DATA / "news").is_dir():
        print(f"no news in {DATA}: set ONRECORD_DATA", file=sys.stderr)
        return 2
    db = args.db or Path(tempfile.mkdtemp()) / "corpus.db"
    negotiations = tuple(shipped_negotiations())
    every = list(articles())
    unread = [a for a in every if isinstance(a, Unread)]
    chosen = [a for a in every if isinstance(a, Article)][:: args.every]
    kinds: Counter[str] = Counter()
    notices: Counter[str] = Counter()
    with open_store(db, create=True) as store:
        done = {info.id for info in store.articles()}
        left = [a for a in chosen if a.id not in done]
        options = ReadingOptions(negotiations=negotiations, jobs=args.jobs)
        began = time.time()
        for n, reading in enumerate(read_many(left, options=options)):
            if isinstance(reading, Failed):
                notices["article failed"] += 1
                print(f"{reading.article.name}: {reading.error}", file=sys.stderr)
            else:
                store.add(reading)
            if n % 50 == 0:
                print(f"{n} of {len(left)} read, {time.time() - began:.0f} s", file=sys.stderr, flush=True)
        for entry in store.entries():
            kinds[entry.find.kind] += 1
        for info in store.articles():
            notices.update(
                f"{x.code}: {x.message}" if x.code == "rule failed" else x.code for x in _notices(store, info)
            )
        problems = list(store.problems())
    for problem in problems:
        print(problem, file=sys.stderr)
    words = sum(len(a.text.split()) for a in chosen)
    ratio, ours, bare = _speed(chosen, negotiations)
    peak = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    figures = {
        "articles": len(chosen), "unread": len(unread), "words": words,
        "words_per_cpu_second": round(ours), "bare_spacy_words_per_cpu_second": round(bare), "ratio": round(ratio, 2),
        "peak_memory_mb": round(peak), "problems": len(problems), "notices": dict(notices), "kinds": dict(kinds),
    }  # fmt: skip
    print(json.dumps(figures, indent=1))
    if args.json:
        args.json.write_text(json.dumps(figures))
    failed = any(n.startswith(("rule failed", "article failed")) for n in notices)
    return int(bool(problems) or failed)


def _notices(store: Store, info: ArticleInfo) -> tuple[Notice, ...]:
    return store.reading(info.id).notices


def _speed(chosen: list[Article], negotiations: tuple[Negotiation, ...]) -> tuple[float, float, float]:
    """Our words per CPU second as a share of bare spaCy's, ours, and spaCy's, on one sample."""
    sample = random.Random(1).sample(chosen, min(SAMPLE, len(chosen)))
    words = sum(len(a.text.split()) for a in sample)
    nlp, _ = load()
    at = time.process_time()
    for article in sample:
        text = article.text
        for _ in nlp.pipe((text[p.start : p.end] for p in lay_out(article).paragraphs), batch_size=64):
            pass
    bare = time.process_time() - at
    at = time.process_time()
    for article in sample:
        read_article(article, negotiations=negotiations)
    ours = time.process_time() - at
    return bare / ours, words / ours, words / bare


if __name__ == "__main__":
    raise SystemExit(main())
