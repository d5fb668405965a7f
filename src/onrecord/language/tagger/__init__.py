"""The trained tagger: source, cue and content of every attribution, by a small neural network on the CPU.

The network (MiniLM, fine-tuned; see training/attribution) ships in a package of its own, `onrecord-attribution-en`.
Without it Onrecord works on rules.
"""

import hashlib
import importlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.tagger.decoding import Fragment, best_states, fragments_of
from onrecord.language.tagger.inputs import Words, window_arrays, windows_of, words_of
from onrecord.language.tagger.linking import Linked, Pointers, link
from onrecord.model import Layout, ModelUsed, Tagged
from onrecord.model.errors import ModelMismatch

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

__all__ = ["INSTALL", "PACKAGE", "Tagger", "load_tagger"]

PACKAGE = "onrecord_attribution_en"
INSTALL = "pip install onrecord-attribution-en"
# The layout of model.json and of the network's inputs and outputs that this code reads.
FORMAT = 1


@cache
def load_tagger() -> "Tagger | None":
    """The tagger of the installed model package; none where no package is installed.

    Raises `ModelMismatch` where the package was made for another version of Onrecord or its bytes are not its own.
    """
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError:
        return None
    return Tagger(Path(str(package.__file__)).parent)


class Tagger:
    """The network with its vocabulary and settings, from a folder as training/attribution/export.py writes it."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        weights = (folder / "model.onnx").read_bytes()
        digest = hashlib.sha256(weights).hexdigest()
        if settings.get("format") != FORMAT or settings["sha256"] != digest:
            raise ModelMismatch(f"{folder} does not hold a tagger that this Onrecord can read: {INSTALL} --upgrade")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.used = ModelUsed(name=settings["name"], version=settings["version"], sha256=digest)
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        vocabulary = self._tokenizer.get_vocab()
        self._opening, self._closing = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._settings = settings
        self._steps = np.array(settings["transitions"], dtype=np.float32)

    def tag(self, doc: "Doc", layout: Layout) -> tuple[Tagged, ...]:
        """The attributions of the article, none inside another, in the order of their cues."""
        words = words_of(doc, layout, self._tokenizer, self._settings["labels"])
        if not words.tokens:
            return ()
        fragments, pointers = self._read(words)
        return tuple(_tagged(linked, words) for linked in link(fragments, pointers, words))

    def _read(self, words: Words) -> tuple[list[Fragment], list[Pointers]]:
        """The fragments of all roles, and the pointers of each window."""
        pointers: list[Pointers] = []
        emissions: list[NDArray[Any]] = []
        for window in windows_of(words, self._settings["longest"], self._settings["context"]):
            ids, seen, at = window_arrays(words, window, self._opening, self._closing)
            scores, asks, answers = self._session.run(None, {"ids": ids[None], "seen": seen[None], "at": at[None]})
            emissions.append(scores[0])
            pointers.append(Pointers(window, asks[0], answers[0]))
        states = np.zeros((len(words.tokens), emissions[0].shape[1]), dtype=np.int64)
        sure = np.zeros(states.shape)
        for (window, _, _), scores, best in zip(pointers, emissions, best_states(emissions, self._steps), strict=True):
            kept = slice(window.kept_from - window.start, window.kept_to - window.start)
            states[window.kept_from : window.kept_to] = best[kept]
            taken = np.take_along_axis(_probabilities(scores[kept]), best[kept][..., None], axis=-1)
            sure[window.kept_from : window.kept_to] = taken[..., 0]
        return list(fragments_of(states, sure)), pointers


def _probabilities(scores: "NDArray[Any]") -> "NDArray[Any]":
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: NDArray[Any] = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def _tagged(linked: Linked, words: Words) -> Tagged:
    """The attribution in tokens of the Doc."""

    def tokens(role: tuple[Fragment, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((words.tokens[f.start], words.tokens[f.end - 1] + 1) for f in role)

    least = min(f.score for f in (*linked.source, *linked.cue, *linked.content))
    return Tagged(tokens(linked.source), tokens(linked.cue), tokens(linked.content), score=round(least, 3))
