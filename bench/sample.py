"""Readings by eye: draws records at random, and counts the verdicts.

    python bench/sample.py draw DB --seed 1 --each 40 > bench/readings/NAME.csv     ids and offsets, no text
    python bench/sample.py show DB bench/readings/NAME.csv [--kind position]         the records in their sentences
    python bench/sample.py count bench/readings/NAME.csv                             share right per kind

A reading is a CSV of seed, article, kind, id, start, end, verdict (right, wrong, or a word for the kind of error).
"""

import csv
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import click
import msgspec

from onrecord.model import Entry
from onrecord.store import open_store

FIELDS = ["seed", "article", "kind", "id", "start", "end", "verdict"]
_QUIET = {"article", "id", "text_sha256", "spans", "kind", "score"}


@click.group()
def main() -> None:
    """Readings by eye."""


@main.command()
@click.argument("db")
@click.option("--seed", default=1)
@click.option("--each", default=40)
def draw(db: str, seed: int, each: int) -> None:
    """Writes a sample of records of each kind to standard output."""
    by_kind: dict[str, list[Entry]] = defaultdict(list)
    with open_store(db, readonly=True) as store:
        for entry in store.entries():
            by_kind[entry.find.kind].append(entry)
    out = csv.writer(sys.stdout)
    out.writerow(FIELDS)
    for kind, entries in sorted(by_kind.items()):
        for e in random.Random(seed).sample(entries, min(each, len(entries))):
            out.writerow([seed, e.article.id, kind, e.find.id, e.find.begins_at, e.find.ends_at, ""])


@main.command()
@click.argument("db")
@click.argument("reading")
@click.option("--kind")
def show(db: str, reading: str, kind: str | None) -> None:
    """Prints the drawn records with the text around them."""
    with open_store(db, readonly=True) as store, Path(reading).open(newline="") as lines:
        for n, row in enumerate(csv.DictReader(lines)):
            if kind and row["kind"] != kind:
                continue
            entry = store.entry(row["id"])
            text = store.article(row["article"]).text
            start, end = int(row["start"]), int(row["end"])
            fields = msgspec.to_builtins(entry.find)
            told = {k: _short(v) for k, v in fields.items() if k not in _QUIET and v not in (None, [], ())}
            around = (text[max(0, start - 150) : start], text[start:end], text[end : end + 100])
            before, words, after = (" ".join(part.split()) for part in around)
            print(f"{n} [{row['kind']}] ...{before} >>{words}<< {after}...\n    {told}\n")


@main.command()
@click.argument("reading")
def count(reading: str) -> None:
    """Prints the share right per kind and the kinds of errors."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    with Path(reading).open(newline="") as lines:
        for row in csv.DictReader(lines):
            if row["verdict"]:
                verdicts[row["kind"]][row["verdict"]] += 1
    for kind, counted in sorted(verdicts.items()):
        total = sum(counted.values())
        errors = ", ".join(f"{v} {n}" for v, n in counted.most_common() if v != "right")
        print(f"{kind:12} {counted['right']:3} of {total:3} right, {100 * counted['right'] / total:.0f} %   {errors}")


def _short(value: object) -> object:
    """Spans as their words."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            return value["text"]
        return {k: _short(v) for k, v in value.items() if v not in (None, [], ())}
    if isinstance(value, (list, tuple)):
        return [_short(v) for v in value]
    return value


if __name__ == "__main__":
    main()
