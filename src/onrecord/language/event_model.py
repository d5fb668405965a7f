"""The trained classifiers of events: is this pair of phrases one that news is about, and which PLOVER type joins it.

Two linear models over named features; the names are kept as hashes. They ship in a package of their own,
`onrecord-events-en` (see training/events). Without it events are read by cue words alone.
"""

import hashlib
import importlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from onrecord.model import ModelUsed
from onrecord.model.errors import ModelMismatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

PACKAGE = "onrecord_events_en"
INSTALL = "pip install onrecord-events-en"
# The layout of model.json and weights.npz, and the names of the features, that this code reads.
FORMAT = 1


@cache
def load_event_model() -> "EventModel | None":
    """The classifiers of the installed model package; none where no package is installed.

    Raises `ModelMismatch` where the package was made for another version of Onrecord or its bytes are not its own.
    """
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError:
        return None
    folder = Path(str(package.__file__)).parent
    settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    weights = folder / "weights.npz"
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if settings.get("format") != FORMAT or settings["sha256"] != digest:
        raise ModelMismatch(
            f"{folder} does not hold event classifiers that this Onrecord can read: {INSTALL} --upgrade"
        )
    with np.load(weights) as arrays:
        pairs = Linear(arrays["pair_keys"], arrays["pair_weights"])
        types = Linear(arrays["type_keys"], arrays["type_weights"])
    used = ModelUsed(name=settings["name"], version=settings["version"], sha256=digest)
    return EventModel(pairs, types, tuple(settings["types"]), used)


class EventModel:
    """Both classifiers."""

    def __init__(self, pairs: "Linear", types: "Linear", names: tuple[str, ...], used: ModelUsed) -> None:
        self.used = used
        self._pairs, self._types, self._names = pairs, types, names

    def pair(self, features: Mapping[str, float]) -> float:
        """How far the pair looks like one that news is about, 0 to 1."""
        return float(1 / (1 + np.exp(-self._pairs.of(features)[0])))

    def type_of(self, features: Mapping[str, float]) -> tuple[str, float]:
        """The type that scores best, and its share among all, 0 to 1."""
        scores = self._types.of(features)
        shares = np.exp(scores - scores.max())
        best = int(shares.argmax())
        return self._names[best], float(shares[best] / shares.sum())


class Linear:
    """Weights of hashed features, one row each, for one class or several; the row of no name holds the bias."""

    def __init__(self, keys: "NDArray[Any]", weights: "NDArray[Any]") -> None:
        self._row = {key: at for at, key in enumerate(keys.tolist())}
        self._weights: NDArray[Any] = weights.astype(np.float32)
        self._bias: NDArray[Any] = self._weights[self._row[hashed("")]]

    def of(self, features: Mapping[str, float]) -> "NDArray[Any]":
        """The scores of the classes; features that no training row had count nothing."""
        known = [(row, value) for name, value in features.items() if (row := self._row.get(hashed(name))) is not None]
        if not known:
            return self._bias
        rows, values = zip(*known, strict=True)
        total: NDArray[Any] = np.array(values, dtype=np.float32) @ self._weights[list(rows)]
        return np.asarray(total + self._bias)


def hashed(name: str) -> int:
    """The key under which a feature's weights are kept."""
    return crc32(name.encode())


def keys_of(names: Iterable[str]) -> list[int]:
    """The keys of these features and of the bias, in order, each once."""
    return sorted({hashed(""), *map(hashed, names)})
