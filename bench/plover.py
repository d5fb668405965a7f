"""Events on PLV_train: the PLOVER root of a given pair, and finding pair and root end to end, five-fold.

    python bench/plover.py [--seeds N] [--json FILE]

1,050 sentences of news, each with the words of one actor and one recipient marked and one of 15 roots (CONCEDE and
RETREAT are one, YIELD). The classifier that reads a sentence was trained on the other folds only. Figures are means
over the seeds of the folds. Needs scikit-learn (`pip install --group events`).

End to end, a find counts when its actor and recipient share a character with the marked ones and its root is the same;
every other find counts against it, also a true event that the data do not mark, and a row that lacks a mark is a miss.
Meetings, positions and activities are left out of account here; the pipeline writes no event that they tell already.

Published for the root of a given pair, on the test part of the same data (1,033 rows; not comparable to the digit):
tf-idf with logistic regression 0.69 macro-F at 0.5 ms a sentence; ZSP (Zero-Shot-PLOVER, ACL 2024: up to 134 hypotheses
for each pair through roberta-large, on a GPU) 0.82. UniversalPetrarch, which finds the pair itself: in 0.48 to 0.56 of
the sentences some event has the right root.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.language import lay_out
from onrecord.mentions.actors import find_actors
from onrecord.mentions.places import find_places
from onrecord.model import Event, Mentions
from onrecord.records.events import Classifiers, cue_type, find_events
from onrecord.records.events.dyads import dyads_of, phrase_of
from onrecord.records.events.features import Words, type_features

sys.path.insert(0, str(Path(__file__).parents[1] / "training" / "events"))
from rows import Row, meets, rows_of, tokens_of

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
FOLDS = 5
YIELDING = {"CONCEDE", "RETREAT"}


class Scores(NamedTuple):
    """Of one system: for each seed the roots it gave to the rows."""

    name: str
    roots: list[list[str]]


def main() -> int:
    """Prints both figures; 2 without the data or scikit-learn."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--json", type=Path, help="write the figures here")
    given = options.parse_args()
    file = DATA / "events" / "PLV_train.tsv"
    try:
        import sklearn  # noqa: F401

        import train
    except ImportError as error:
        print(f"{error}: pip install --group events", file=sys.stderr)
        return 2
    if not file.is_file():
        print(f"no PLV_train in {file.parent}: set ONRECORD_DATA to the folder that holds events", file=sys.stderr)
        return 2
    rows = list(rows_of(file))
    gold = [row.root for row in rows]
    seen = [train.seen_of(row) for row in rows]
    mentions = [_mentions(row) for row in rows]
    texts = [_masked(row) for row in rows]
    uncued = [s._replace(marked=_without_cues(s.marked)) for s in seen]
    both, alone, words = (Scores(n, []) for n in ("model with cue tables", "model without them", "tf-idf, same run"))
    cues = Scores("cue tables alone", [[_cue_root(row) for row in rows]])
    found: dict[str, list[list[list[Event]]]] = {"model": [], "cue tables alone": []}
    found["cue tables alone"].append([list(_events(r, m, None)) for r, m in zip(rows, mentions, strict=True)])
    for seed in range(given.seeds):
        for system in (both, alone, words):
            system.roots.append([""] * len(rows))
        events: list[list[Event]] = [[] for _ in rows]
        for learned, asked in _folds(gold, seed):
            model, plain = (train.model_of([s[i] for i in learned]) for s in (seen, uncued))
            tfidf = _tfidf([texts[i] for i in learned], [gold[i] for i in learned])
            for i, root in zip(asked, tfidf([texts[i] for i in asked]), strict=True):
                words.roots[-1][i] = root
            for i in asked:
                both.roots[-1][i] = model.type_of(seen[i].marked)[0]
                alone.roots[-1][i] = plain.type_of(uncued[i].marked)[0]
                events[i] = list(_events(rows[i], mentions[i], model))
        found["model"].append(events)

    figures: dict[str, float] = {}
    print(f"{len(rows)} rows, {FOLDS} folds, {given.seeds} seeds\n\nroot of a given pair   macro-F   (sd)  accuracy")
    for system in (cues, words, alone, both):
        macro = [100 * _macro(gold, roots) for roots in system.roots]
        right = [100 * np.mean([a == b for a, b in zip(gold, r, strict=True)]) for r in system.roots]
        print(f"{system.name:22} {np.mean(macro):7.1f}  {np.std(macro):5.1f}  {np.mean(right):8.1f}")
        if system is both:
            figures |= {"plover_pair_macro_f": float(np.mean(macro)), "plover_pair_accuracy": float(np.mean(right))}
    per_root = [_by_root(gold, roots) for roots in both.roots]
    counts = Counter(gold)
    print(
        "\nby root, F  " + "  ".join(f"{r} {100 * np.mean([p[r] for p in per_root]):.0f} ({counts[r]})" for r in counts)
    )

    print("\nend to end             P      R      F   finds a sentence")
    for name, runs in found.items():
        results = [_end_to_end(rows, events) for events in runs]
        p, r, f, many = (float(np.mean([x[n] for x in results])) for n in range(4))
        print(f"{name:20} {p:5.1f}  {r:5.1f}  {f:5.1f}   {many:.2f}")
        if name == "model":
            figures |= {"plover_end_to_end_p": p, "plover_end_to_end_r": r, "plover_end_to_end_f": f}
            shares = [f"{t} {100 * share:.0f} ({many / len(runs):.0f})" for t, share, many in _by_type(rows, runs)]
            print("by type, P (finds a run)  " + "  ".join(shares))

    model = train.model_of(seen)
    pairs = [(row.doc[:], tokens_of(row.doc, row.actor), tokens_of(row.doc, row.recipient)) for row in rows]
    given_pair = _ms(lambda: [model.type_of(type_features(Words(d), a, r)) for d, a, r in pairs], len(rows))
    whole = _ms(lambda: [list(_events(r, m, model)) for r, m in zip(rows, mentions, strict=True)], len(rows))
    print(f"\nCPU ms a sentence, beside the parse: root of a given pair {given_pair:.2f}, end to end {whole:.2f}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1))
    return 0


def _folds(gold: Sequence[str], seed: int) -> "list[tuple[list[int], list[int]]]":
    from sklearn.model_selection import StratifiedKFold

    split = StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(gold, gold)
    return [(learned.tolist(), asked.tolist()) for learned, asked in split]


def _mentions(row: Row) -> Mentions:
    """The actors and places of the row, as the pipeline finds them."""
    actors = find_actors(row.doc, row.article, lay_out(row.article), ())
    return Mentions(actors=tuple(actors), places=tuple(find_places(row.doc, row.article)))


def _events(row: Row, mentions: Mentions, model: Classifiers | None) -> Iterator[Event]:
    return find_events(row.doc, row.article, mentions, (), model)


def _cue_root(row: Row) -> str:
    """What the cue tables say of the marked pair, where the rules find it."""
    for sentence in row.doc.sents:
        for dyad in dyads_of(sentence):
            if meets(phrase_of(dyad.actor), row.actor) and meets(phrase_of(dyad.recipient), row.recipient):
                return _root(cue_type(dyad) or "")
    return ""


def _end_to_end(rows: Sequence[Row], events: Sequence[Sequence[Event]]) -> tuple[float, float, float, float]:
    """Precision, recall, F in per cent, and finds a sentence."""
    hits = sum(any(_is_gold(row, e) for e in found) for row, found in zip(rows, events, strict=True))
    many = sum(len(found) for found in events)
    return 100 * hits / max(1, many), 100 * hits / len(rows), 200 * hits / (many + len(rows)), many / len(rows)


def _by_type(rows: Sequence[Row], runs: Sequence[Sequence[Sequence[Event]]]) -> list[tuple[str, float, int]]:
    """Each type with its precision over all runs and how often it was found."""
    found = [(e.plover, _is_gold(row, e)) for events in runs for row, es in zip(rows, events, strict=True) for e in es]
    many, hits = Counter(t for t, _ in found), Counter(t for t, hit in found if hit)
    return [(t, hits[t] / n, n) for t, n in sorted(many.items())]


def _is_gold(row: Row, event: Event) -> bool:
    sides = ((event.actor_spans, row.actor), (event.recipient_spans, row.recipient))
    met = all(any(s.start < end and start < s.end for s in spans for start, end in marks) for spans, marks in sides)
    return met and _root(event.plover) == row.root


def _root(plover: str) -> str:
    return "YIELD" if plover in YIELDING else plover


def _without_cues(features: dict[str, float]) -> dict[str, float]:
    return {k: v for k, v in features.items() if " type=" not in k and not k.startswith("any=")}


def _masked(row: Row) -> str:
    """The sentence with the marked words replaced by their role."""
    text = row.doc.text
    marks = [(*m, name) for marked, name in ((row.actor, "ACTOR"), (row.recipient, "RECIP")) for m in marked[:1]]
    for start, end, name in sorted(marks, reverse=True):
        text = f"{text[:start]} {name} {text[end:]}"
    return text


def _tfidf(texts: Sequence[str], roots: Sequence[str]) -> "Callable[[Sequence[str]], list[str]]":
    """The baseline: words 1-2 and characters 3-5 of the masked sentence, logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    logistic = LogisticRegression(C=8, max_iter=1000, class_weight="balanced")
    model = make_pipeline(make_union(words, characters), logistic).fit(texts, roots)
    return lambda asked: [str(r) for r in model.predict(asked)]


def _by_root(gold: Sequence[str], roots: Sequence[str]) -> dict[str, float]:
    """F by root."""
    hits = Counter(a for a, b in zip(gold, roots, strict=True) if a == b)
    there, given = Counter(gold), Counter(roots)
    return {root: 2 * hits[root] / (there[root] + given[root]) for root in there}


def _macro(gold: Sequence[str], roots: Sequence[str]) -> float:
    by_root = _by_root(gold, roots)
    return sum(by_root.values()) / len(by_root)


def _ms(run: Callable[[], object], sentences: int) -> float:
    before = time.process_time()
    run()
    return 1000 * (time.process_time() - before) / sentences


if __name__ == "__main__":
    raise SystemExit(main())
