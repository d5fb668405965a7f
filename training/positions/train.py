"""Trains the learned rule of positions on the development half of the gold, and writes its weights.

    python training/positions/train.py [--check]

Needs scikit-learn and the texts in $ONRECORD_DATA. `--check` prints what five folds give instead and writes nothing: no
article is tested by weights that saw a copy of it, and a word is right where a gold position of its act holds it.
Articles are read whole; ten minutes.
"""

import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from gold_passages import SHARED, Passage, article_of, runs
from gold_records_annotate import negotiation_of
from gold_records_draw import stretches
from gold_records_readings import reading_file, reading_of
from onrecord.pipeline import mentions_of
from onrecord.records.parties import Parties
from onrecord.records.positions import RULES
from onrecord.records.positions.features import Features, candidates, features
from onrecord.records.positions.learned import BIAS, NONE

WEIGHTS = Path(__file__).parents[2] / "src" / "onrecord" / "data" / "en" / "position_weights.tsv"
# Inverse strength of regularisation, chosen among 3, 10 and 30 on the folds; it hardly matters.
STRENGTH = 10
# Acts with fewer words than this are left to the rules.
FEWEST = 10
# Weights nearer to nought are not kept.
LEAST = 0.05


class Row(NamedTuple):
    """A candidate word: the gold position whose head it is, or none; and those that hold it."""

    group: int
    """One number for all articles that share text."""
    features: Features
    act: str
    held: frozenset[tuple[int, str]]
    stretch: int


def main() -> int:
    """Writes the weights, or prints the check."""
    read = [s for s in stretches() if s.half == "development" and reading_file("first", s.n).exists()]
    groups = _groups({s.article: article_of(s).text for s in read})
    rows = [row for s in read for row in _rows(s, groups[s.article])]
    counts = defaultdict(int)
    for row in rows:
        counts[row.act] += 1
    rows = [r if counts[r.act] >= FEWEST else r._replace(act=NONE) for r in rows]
    if "--check" in sys.argv:
        _check(rows)
        return 0
    vectorizer, model = _trained(rows)
    _write(vectorizer, model)
    return 0


def _groups(texts: dict[str, str]) -> dict[str, int]:
    """A number for each article, the same for those that share text, be it through others."""
    shared = {article: runs(text) for article, text in texts.items()}
    groups = {article: n for n, article in enumerate(texts)}
    for one, other in combinations(texts, 2):
        fewest = min(len(shared[one]), len(shared[other]))
        if groups[one] != groups[other] and len(shared[one] & shared[other]) > SHARED * fewest:
            gone, kept = groups[one], groups[other]
            groups = {article: kept if n == gone else n for article, n in groups.items()}
    return groups


def _rows(stretch: Passage, group: int) -> list[Row]:
    article = article_of(stretch)
    doc, _, mentions = mentions_of(article, [negotiation_of(stretch)])
    parties = Parties(mentions, article)
    positions = reading_of("first", stretch.n).positions
    heads: dict[int, str] = {}
    for position in positions:
        words = doc.char_span(*position.words[0], alignment_mode="expand")
        if words is not None and len(words):
            heads.setdefault(words.root.i, position.act)
    rows = []
    for sentence in doc.sents:
        if not stretch.start <= sentence.start_char < stretch.end or sentence.root.dep_ == "gap":
            continue
        by_rule: dict[int, set[str]] = defaultdict(set)
        for draft in (d for rule in RULES for d in rule(sentence, parties)):
            by_rule[draft.cue.root.i].add(draft.act)
        for token in candidates(sentence):
            held = {(n, p.act) for n, p in enumerate(positions) for s, e in p.words if s <= token.idx < e}
            seen = features(token, parties, sorted(by_rule[token.i]))
            rows.append(Row(group, seen, heads.get(token.i, NONE), frozenset(held), stretch.n))
    return rows


def _trained(rows: list[Row]) -> tuple[DictVectorizer, LogisticRegression]:
    """Words inside a gold position that are not its head are neither its cue nor none, and are left out."""
    rows = [r for r in rows if r.act != NONE or not r.held]
    vectorizer = DictVectorizer()
    seen = normalize(vectorizer.fit_transform([r.features for r in rows]))
    return vectorizer, LogisticRegression(C=STRENGTH, max_iter=500).fit(seen, [r.act for r in rows])


def _check(rows: list[Row]) -> None:
    scores = np.zeros(len(rows))
    acts: list[str] = [NONE] * len(rows)
    for train, test in GroupKFold(5).split(rows, groups=[r.group for r in rows]):
        vectorizer, model = _trained([rows[i] for i in train])
        shares = model.predict_proba(normalize(vectorizer.transform([rows[i].features for i in test])))
        shares[:, list(model.classes_).index(NONE)] = -1
        for i, row in zip(test, shares, strict=True):
            scores[i], acts[i] = row.max(), model.classes_[row.argmax()]
    by_rule = [(r, name.removeprefix("rule=")) for r in rows for name in r.features if name.startswith("rule=")]
    _print("rules alone", by_rule, rows)
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        told = [(r, act) for r, act, score in zip(rows, acts, scores, strict=True) if score >= least]
        more = [(r, act) for r, act in told if f"rule={act}" not in r.features]
        _print(f"with words from {least}", by_rule + more, rows)


def _print(name: str, found: list[tuple[Row, str]], rows: list[Row]) -> None:
    gold = {(r.stretch, n, act) for r in rows for n, act in r.held}
    met = {(r.stretch, n, a) for r, act in found for n, a in r.held if a == act}
    p = sum(any(a == act for _, a in r.held) for r, act in found) / len(found)
    r = len(met) / len(gold)
    print(f"{name}: P {100 * p:.1f} R {100 * r:.1f} F {200 * p * r / (p + r):.1f}")


def _write(vectorizer: DictVectorizer, model: Any) -> None:
    names = [*vectorizer.get_feature_names_out(), BIAS]
    weights = np.column_stack([model.coef_, model.intercept_]).T
    lines = ["# Weights of the learned rule of positions by feature and act, written by training/positions/train.py."]
    lines.append("\t".join(["feature", *model.classes_]))
    for name, row in zip(names, weights, strict=True):
        if name == BIAS or np.abs(row).max() >= LEAST:
            cells = [f"{w:.2f}" if name == BIAS or abs(w) >= LEAST else "" for w in row]
            lines.append("\t".join([name, *cells]))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} features in {WEIGHTS}")


if __name__ == "__main__":
    raise SystemExit(main())
