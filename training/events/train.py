"""PLV_train -> the two linear classifiers of events, with scikit-learn.

    python training/events/train.py DATA

DATA is the folder that holds events/PLV_train.tsv. Writes models/events-en/onrecord_events_en/.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onrecord.language.event_model import FORMAT, EventModel, Linear, hashed, keys_of
from onrecord.model import ModelUsed
from onrecord.records.events.dyads import dyads_of, phrase_of
from onrecord.records.events.features import Features, Words, dyad_features, type_features
from rows import Row, meets, rows_of, tokens_of

TARGET = Path(__file__).parents[2] / "models" / "events-en" / "onrecord_events_en"
VERSION = "0.1.0"
# Inverse strength of the regularisation; 4 to 16 give the same macro-F within a standard deviation of the seeds.
TYPE_C, PAIR_C = 8.0, 2.0


class Seen(NamedTuple):
    """What the classifiers see of a row: the marked pair with its root, and each pair found, right or not."""

    root: str
    marked: Features
    found: tuple[tuple[Features, bool], ...]


def main() -> None:
    """Trains on all rows and writes the package's files."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    file = options.parse_args().data / "events" / "PLV_train.tsv"
    seen = [seen_of(row) for row in rows_of(file)]
    pair_keys, pair_weights, type_keys, type_weights, names = fitted(seen)
    TARGET.mkdir(parents=True, exist_ok=True)
    weights = TARGET / "weights.npz"
    np.savez_compressed(
        weights, pair_keys=pair_keys, pair_weights=pair_weights, type_keys=type_keys, type_weights=type_weights
    )
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    settings = {"format": FORMAT, "name": "onrecord_events_en", "version": VERSION, "sha256": digest, "types": names}
    (TARGET / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"{len(seen)} rows, {len(type_keys)} + {len(pair_keys)} features, {weights.stat().st_size / 1e6:.1f} MB")


def seen_of(row: Row) -> Seen:
    """The features of a row."""
    marked = Words(row.doc[:])
    found = []
    for sentence in row.doc.sents:
        for dyad in dyads_of(sentence):
            right = meets(phrase_of(dyad.actor), row.actor) and meets(phrase_of(dyad.recipient), row.recipient)
            found.append((dyad_features(dyad), right))
    pair = type_features(marked, tokens_of(row.doc, row.actor), tokens_of(row.doc, row.recipient))
    return Seen(row.root, pair, tuple(found))


def fitted(seen: Sequence[Seen]) -> "tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, list[str]]":
    """Keys and weights of both classifiers, and the names of the types."""
    found = [pair for s in seen for pair in s.found]
    pairs = LogisticRegression(C=PAIR_C, max_iter=1000)
    pair_keys, pair_weights = _fit(pairs, [f for f, _ in found], [right for _, right in found])
    types = LogisticRegression(C=TYPE_C, max_iter=1000, class_weight="balanced")
    type_keys, type_weights = _fit(types, [s.marked for s in seen], [s.root for s in seen])
    return pair_keys, pair_weights, type_keys, type_weights, [str(c) for c in types.classes_]


def model_of(seen: Sequence[Seen]) -> EventModel:
    """The classifiers trained on these rows, as the product runs them."""
    pair_keys, pair_weights, type_keys, type_weights, names = fitted(seen)
    used = ModelUsed(name="onrecord_events_en", version="in training", sha256="")
    return EventModel(Linear(pair_keys, pair_weights), Linear(type_keys, type_weights), tuple(names), used)


def _fit(model: LogisticRegression, features: Sequence[Features], labels: Sequence[object]) -> "tuple[np.ndarray, ...]":
    keys = keys_of(name for f in features for name in f)
    column = {key: at for at, key in enumerate(keys)}
    cells = [(row, column[hashed(name)], value) for row, f in enumerate(features) for name, value in f.items()]
    at_row, at_column, values = zip(*cells, strict=True)
    model.fit(csr_matrix((values, (at_row, at_column)), shape=(len(features), len(keys))), labels)
    weights = model.coef_.T.copy()
    weights[column[hashed("")]] = model.intercept_
    return np.array(keys, dtype=np.uint32), weights.astype(np.float16)


if __name__ == "__main__":
    main()
