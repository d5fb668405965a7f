"""The trained classifiers of events: their arithmetic, and the package they are loaded from."""

import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from onrecord.language.event_model import PACKAGE, Linear, hashed, keys_of, load_event_model
from onrecord.model.errors import ModelMismatch


def test_linear_scores_are_weights_times_values_and_bias() -> None:
    """A feature without weights counts nothing."""
    keys = keys_of(["a", "b"])
    weights = np.zeros((3, 2))
    for name, row in (("", [0.5, 0.0]), ("a", [1.0, -1.0]), ("b", [0.0, 2.0])):
        weights[keys.index(hashed(name))] = row
    linear = Linear(np.array(keys, dtype=np.uint32), weights)
    assert linear.of({"a": 1.0, "b": 0.5, "never seen": 9.0}).tolist() == [1.5, 0.0]
    assert linear.of({}).tolist() == [0.5, 0.0]


def test_the_package_answers_both_questions() -> None:
    """A share among the types, and how far a pair looks like an event, each from 0 to 1."""
    model = load_event_model()
    assert model is not None
    assert model.used.name == PACKAGE
    assert 0 < model.pair({"cue=arrest": 1.0}) < 1
    name, share = model.type_of({"first=arrest": 1.0, "first type=COERCE": 1.0})
    assert name == "COERCE"
    assert 0 < share < 1


def test_no_package_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core works without it."""
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    load_event_model.cache_clear()
    assert load_event_model() is None
    load_event_model.cache_clear()


def test_other_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that are not those the settings name."""
    package = ModuleType(PACKAGE)
    package.__file__ = str(tmp_path / "__init__.py")
    (tmp_path / "weights.npz").write_bytes(b"other")
    (tmp_path / "model.json").write_text(json.dumps({"format": 1, "sha256": "0" * 64}))
    monkeypatch.setitem(sys.modules, PACKAGE, package)
    load_event_model.cache_clear()
    with pytest.raises(ModelMismatch, match="pip install"):
        load_event_model()
    load_event_model.cache_clear()
