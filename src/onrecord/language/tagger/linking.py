"""Fragments -> attributions: each content is given to its cue, each cue to its source."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.language.tagger.decoding import Fragment
from onrecord.language.tagger.inputs import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOURCE_OF, CUE_OF = 0, 1


class Pointers(NamedTuple):
    """A window's ends of links: `asks` words x links x size, `answers` (words + 1) x links x size, the first of which
    stands for "none"."""

    window: Window
    asks: "NDArray[Any]"
    answers: "NDArray[Any]"


class Linked(NamedTuple):
    """One attribution in words: fragments of each role."""

    source: tuple[Fragment, ...]
    cue: tuple[Fragment, ...]
    content: tuple[Fragment, ...]


def link(fragments: Sequence[Fragment], pointers: Sequence[Pointers]) -> list[Linked]:
    """One attribution a cue that has content, in the order of the text."""
    by_role: Mapping[str, list[Fragment]] = {
        role: [f for f in fragments if f.role == role] for role in ("source", "cue", "content")
    }
    source_of = dict(_best(by_role["cue"], by_role["source"], pointers, SOURCE_OF))
    cue_of = dict(_best(by_role["content"], by_role["cue"], pointers, CUE_OF))
    found: dict[Fragment, list[Fragment]] = {}
    for content in by_role["content"]:
        cue = cue_of.get(content)
        if cue is not None:
            found.setdefault(cue, []).append(content)
    linked = []
    for cue, contents in sorted(found.items(), key=lambda f: f[0].start):
        source = source_of.get(cue)
        linked.append(Linked((source,) if source else (), (cue,), tuple(contents)))
    return linked


def _best(
    askers: Sequence[Fragment], targets: Sequence[Fragment], pointers: Sequence[Pointers], kind: int
) -> "list[tuple[Fragment, Fragment]]":
    """For each asker the target that its words point to on the mean, where there is one."""
    found = []
    for asker in askers:
        view = _view(asker, pointers)
        window = view.window
        near = [t for t in targets if window.start <= t.start < window.end]
        if not near:
            continue
        low, high = max(asker.start, window.start), min(asker.end, window.end)
        asks = view.asks[low - window.start : high - window.start, kind].mean(axis=0)
        answers = view.answers[[0, *(t.start - window.start + 1 for t in near)], kind]
        best = int(np.argmax(answers @ asks))
        if best:
            found.append((asker, near[best - 1]))
    return found


def _view(fragment: Fragment, pointers: Sequence[Pointers]) -> Pointers:
    """The window in which the fragment's first word is kept."""
    return next(p for p in pointers if p.window.kept_from <= fragment.start < p.window.kept_to)
