"""Turns what `onrecord annotate` prints into what the benchmarks' scorers read.

    onrecord annotate FOLDER | python bench/to_scorer.py --task polnear > predictions.jsonl
    python bench/to_scorer.py --task times finds.jsonl > predictions.jsonl

`--task polnear`: one line a document, {"doc", "spans": [{"role", "start", "end", "attribution_id"}]}; nested
attributions (those with a parent) are dropped, as PolNeAR has none. `--task times`: one line an expression, {"doc",
"start", "end", "type", "value"}. `--task places`: one line a toponym, {"doc", "start", "end", "lat", "lon",
"geonameid"}; the two readings of one toponym give one line. `doc` is the find's `article`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Line = dict[str, Any]
ROLES = ("source", "cue", "content")


def main(arguments: Sequence[str] | None = None) -> int:
    """0, or 1 where a line is no find."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--task", choices=sorted(TASKS), required=True)
    options.add_argument(
        "finds", nargs="?", type=Path, help="JSON lines of onrecord annotate; standard input if absent"
    )
    given = options.parse_args(arguments)
    lines = given.finds.read_text(encoding="utf-8").splitlines() if given.finds else sys.stdin
    try:
        for line in TASKS[given.task](json.loads(line) for line in lines if line.strip()):
            print(json.dumps(line, ensure_ascii=False))
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        print(f"not a line of onrecord annotate: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def polnear(finds: Iterable[Line]) -> Iterator[Line]:
    """One line a document, in the order of its first find."""
    documents: dict[str, list[Line]] = {}
    for find in finds:
        spans = documents.setdefault(find["article"], [])
        if find["kind"] == "attribution" and find.get("parent") is None:
            spans += [
                {"role": role, "start": span["start"], "end": span["end"], "attribution_id": find["id"]}
                for role in ROLES
                for span in find.get(role, ())
            ]
    for doc, spans in documents.items():
        yield {"doc": doc, "spans": spans}


def times(finds: Iterable[Line]) -> Iterator[Line]:
    """One line a time expression."""
    for find in finds:
        if find["kind"] == "time":
            yield {**_hull(find), "type": find["type"], "value": find["value"]}


def places(finds: Iterable[Line]) -> Iterator[Line]:
    """One line a toponym, whichever its readings."""
    seen: set[tuple[str, int, int]] = set()
    for find in finds:
        if find["kind"] != "place":
            continue
        line = _hull(find)
        key = (line["doc"], line["start"], line["end"])
        if key not in seen:
            seen.add(key)
            yield line | {k: find[k] for k in ("lat", "lon", "geonameid") if find.get(k) is not None}


def _hull(find: Line) -> Line:
    spans = find["spans"]
    return {"doc": find["article"], "start": min(s["start"] for s in spans), "end": max(s["end"] for s in spans)}


TASKS: dict[str, Callable[[Iterable[Line]], Iterator[Line]]] = {"polnear": polnear, "times": times, "places": places}


if __name__ == "__main__":
    raise SystemExit(main())
