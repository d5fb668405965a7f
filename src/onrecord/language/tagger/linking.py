"""Fragments -> attributions: each content is given to its cue, each cue to its source."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.language.tagger.decoding import ROLES, Fragment
from onrecord.language.tagger.inputs import Window, Words

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


def link(fragments: Sequence[Fragment], pointers: Sequence[Pointers], words: Words) -> list[Linked]:
    """One attribution a cue that has content, in the order of the text.

    A fragment ends with its paragraph, and what stands in another paragraph than the cue must be quoted: on PolNeAR
    nearly all that goes on over a paragraph is quotation (all three overlap F 71.3 -> 71.9 on its development part,
    71.9 -> 72.4 on 40 training articles left out). The source stands in the sentence of its cue.
    """
    paragraphs, quoted = words.paragraphs(), words.quoted()
    by_role: Mapping[str, list[Fragment]] = {role: [] for role in ROLES}
    for fragment in fragments:
        by_role[fragment.role] += _by_paragraph(fragment, paragraphs)
    source_of = _best(by_role["cue"], by_role["source"], pointers, SOURCE_OF, within=words.sentences())
    found: dict[Fragment, list[Fragment]] = {}
    for content, cue in _best(by_role["content"], by_role["cue"], pointers, CUE_OF).items():
        if paragraphs[content.start] == paragraphs[cue.start] or quoted[content.start]:
            found.setdefault(cue, []).append(content)
    linked = []
    for cue, contents in sorted(found.items(), key=lambda f: f[0].start):
        source = source_of.get(cue)
        linked.append(Linked((source,) if source else (), (cue,), tuple(contents)))
    return linked


def _by_paragraph(fragment: Fragment, paragraphs: "NDArray[Any]") -> Iterator[Fragment]:
    inside = paragraphs[fragment.start : fragment.end]
    cuts = [fragment.start, *(fragment.start + 1 + int(n) for n in np.flatnonzero(np.diff(inside))), fragment.end]
    for start, end in pairwise(cuts):
        yield fragment._replace(start=start, end=end)


def _best(
    askers: Sequence[Fragment],
    targets: Sequence[Fragment],
    pointers: Sequence[Pointers],
    kind: int,
    *,
    within: "NDArray[Any] | None" = None,
) -> dict[Fragment, Fragment]:
    """For each asker the target that its words point to on the mean, where there is one.

    `within` numbers the stretches of the text (sentences) that no link may leave.

    An asker is seen in the window that keeps its first word, and so are its targets.
    """
    found = {}
    kept_from, starts = [p.window.kept_from for p in pointers], [t.start for t in targets]
    for asker in askers:
        window, asks, answers = pointers[bisect_right(kept_from, asker.start) - 1]
        near = targets[bisect_left(starts, window.start) : bisect_left(starts, window.end)]
        if within is not None:
            near = [t for t in near if within[t.start] == within[asker.start]]
        if not near:
            continue
        low, high = asker.start - window.start, min(asker.end, window.end) - window.start
        asked = asks[low:high, kind].mean(axis=0)
        places = [0, *(t.start - window.start + 1 for t in near)]
        best = int(np.argmax(answers[places, kind] @ asked))
        if best:
            found[asker] = near[best - 1]
    return found
