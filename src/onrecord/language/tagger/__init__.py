"""The trained tagger: every attribution, and the words that tell records, by small neural networks on the CPU.

Two networks of one shape (MiniLM, fine-tuned; see training/tagger), one for attributions and one for records, ship in a
package of their own, `onrecord-tagger-en`. Without it Onrecord works on rules.
"""

import hashlib
import importlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.tagger.decoding import Fragment, best_states, fragments_of
from onrecord.language.tagger.inputs import Window, Words, window_arrays, windows_of, words_of
from onrecord.language.tagger.linking import Linked, Pointers, link
from onrecord.language.tagger.shares import shares_of
from onrecord.language.tagger.triggers import triggers_of
from onrecord.model import Layout, ModelUsed, Tagged, Trigger
from onrecord.model.errors import ModelMismatch

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

__all__ = ["INSTALL", "PACKAGE", "Tagger", "load_tagger"]

PACKAGE = "onrecord_tagger_en"
INSTALL = "pip install onrecord-tagger-en"
# The layout of model.json and of the network's inputs and outputs that this code reads.
FORMAT = 2
ATTRIBUTIONS, TRIGGERS = "attributions.onnx", "triggers.onnx"
# What onnxruntime joins by itself to a kernel that takes longer than its parts.
_SLOWER = ["SkipLayerNormFusion"]


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
    """The networks with their vocabulary and settings, from a folder as training/tagger/export.py writes it."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        digests = settings["networks"] if settings.get("format") == FORMAT else {}
        weights = {file: (folder / file).read_bytes() for file in digests}
        if not digests or any(hashlib.sha256(weights[file]).hexdigest() != sha for file, sha in digests.items()):
            raise ModelMismatch(f"{folder} does not hold a tagger that this Onrecord can read: {INSTALL} --upgrade")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        both = hashlib.sha256("".join(digests.values()).encode()).hexdigest()
        self.used = ModelUsed(name=settings["name"], version=settings["version"], sha256=both)
        self._attributions, self._triggers = (
            onnxruntime.InferenceSession(
                weights[file], options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
            for file in (ATTRIBUTIONS, TRIGGERS)
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        vocabulary = self._tokenizer.get_vocab()
        self._opening, self._closing = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._settings = settings
        self._steps = np.array(settings["transitions"], dtype=np.float32)

    def words(self, doc: "Doc", layout: Layout) -> Words:
        """The words of the article as both networks read them."""
        return words_of(doc, layout, self._tokenizer, self._settings["labels"])

    def attributions(self, words: Words) -> tuple[Tagged, ...]:
        """The attributions of the article, none inside another, in the order of their cues."""
        if not words.tokens:
            return ()
        fragments, pointers = self._read_attributions(words)
        return tuple(_tagged(linked, words) for linked in link(fragments, pointers, words))

    def triggers(self, words: Words) -> tuple[Trigger, ...]:
        """The words of the article that tell records, in the order of the text."""
        found: list[Trigger] = []
        for window, (scores, asks, answers) in self._windows(self._triggers, TRIGGERS, words):
            pointers = Pointers(window, asks, answers)
            found += triggers_of(scores, pointers, words, self._settings["classes"], self._settings["links"])
        return tuple(found)

    def _read_attributions(self, words: Words) -> tuple[list[Fragment], list[Pointers]]:
        """The fragments of all roles, and the pointers of each window."""
        pointers: list[Pointers] = []
        emissions: list[NDArray[Any]] = []
        for window, (scores, asks, answers) in self._windows(self._attributions, ATTRIBUTIONS, words):
            emissions.append(scores)
            pointers.append(Pointers(window, asks, answers))
        states = np.zeros((len(words.tokens), emissions[0].shape[1]), dtype=np.int64)
        sure = np.zeros(states.shape)
        for (window, _, _), scores, best in zip(pointers, emissions, best_states(emissions, self._steps), strict=True):
            kept = slice(window.kept_from - window.start, window.kept_to - window.start)
            states[window.kept_from : window.kept_to] = best[kept]
            taken = np.take_along_axis(shares_of(scores[kept]), best[kept][..., None], axis=-1)
            sure[window.kept_from : window.kept_to] = taken[..., 0]
        return list(fragments_of(states, sure)), pointers

    def _windows(self, session: Any, file: str, words: Words) -> "Iterator[tuple[Window, list[NDArray[Any]]]]":
        """What a network answers on each window of the article."""
        longest, context = self._settings["windows"][file]
        for window in windows_of(words, longest, context):
            ids, seen, at = window_arrays(words, window, self._opening, self._closing)
            answers = session.run(None, {"ids": ids[None], "seen": seen[None], "at": at[None]})
            yield window, [a[0] for a in answers]


def _tagged(linked: Linked, words: Words) -> Tagged:
    """The attribution in tokens of the Doc."""

    def tokens(role: tuple[Fragment, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((words.tokens[f.start], words.tokens[f.end - 1] + 1) for f in role)

    least = min(f.score for f in (*linked.source, *linked.cue, *linked.content))
    return Tagged(tokens(linked.source), tokens(linked.cue), tokens(linked.content), score=round(least, 3))
