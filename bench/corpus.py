"""Whole corpora through the pipeline: nothing crashes, every span is proved, and what it costs.

    python bench/corpus.py [--db FILE] [--limit N] [--json FILE]

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
from onrecord.model import Article
from onrecord.pipeline import read_article
from onrecord.store import open_store

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
    ap.add_argument("--limit", type=int)
    ap.add_argument("--json", type=Path)
    args = ap.parse_args()
    if not (DATA / "news").is_dir():
        print(f"no news in {DATA}: set ONRECORD_DATA", file=sys.stderr)
        return 2
    db = args.db or Path(tempfile.mkdtemp()) / "corpus.db"
    negotiations = list(shipped_negotiations())
    every = list(articles())
    unread = [a for a in every if isinstance(a, Unread)]
    chosen = [a for a in every if isinstance(a, Article)][: args.limit]
    kinds: Counter[str] = Counter()
    notices: Counter[str] = Counter()
    words = 0
    started = time.process_time()
    with open_store(db, create=True) as store:
        done = {info.id for info in store.articles()}
        for n, article in enumerate(chosen):
            if article.id not in done:
                store.add(read_article(article, negotiations=negotiations))
            if n % 50 == 0:
                print(f"{n} of {len(chosen)} read, {time.process_time() - started:.0f} CPU s", file=sys.stderr)
        spent = time.process_time() - started
        for entry in store.entries():
            kinds[entry.find.kind] += 1
        for article in chosen:
            words += len(article.text.split())
            notices.update(x.code for x in store.reading(article.id).notices)
        problems = list(store.problems())
    ratio, ours, bare = _speed(chosen, negotiations)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {
        "articles": len(chosen), "unread": len(unread), "words": words, "cpu_seconds_reading": round(spent),
        "words_per_cpu_second": round(ours), "bare_spacy_words_per_cpu_second": round(bare), "ratio": round(ratio, 2),
        "peak_memory_mb": round(peak), "problems": len(problems), "notices": dict(notices), "kinds": dict(kinds),
    }  # fmt: skip
    print(json.dumps(figures, indent=1))
    if args.json:
        args.json.write_text(json.dumps(figures))
    return int(bool(problems) or notices["rule failed"] > 0)


def _speed(chosen: list[Article], negotiations: list) -> tuple[float, float, float]:
    """Our words per CPU second as a share of bare spaCy's, ours, and spaCy's, on one sample."""
    sample = random.Random(1).sample(chosen, min(SAMPLE, len(chosen)))
    words = sum(len(a.text.split()) for a in sample)
    nlp, _ = load()
    at = time.process_time()
    for article in sample:
        for paragraph in lay_out(article).paragraphs:
            nlp(article.text[paragraph.start : paragraph.end])
    bare = time.process_time() - at
    at = time.process_time()
    for article in sample:
        read_article(article, negotiations=negotiations)
    ours = time.process_time() - at
    return bare / ours, words / ours, words / bare


if __name__ == "__main__":
    raise SystemExit(main())
