"""Triggers: words that tell a position, a meeting or an activity, and to which words the network points from them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.tagger.inputs import Words
from onrecord.language.tagger.linking import Pointers
from onrecord.language.tagger.shares import shares_of
from onrecord.model import Trigger

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What is told of a word, in the order of the network's scores; flags come last.
LABELS = ("act", "meeting", "activity", "format", "status")
NONE = "none"
# Shares under this are not handed on.
LEAST = 0.1
# The words a cue points to: the likeliest, and others that are at least so likely beside it.
_BESIDE = 0.7


def triggers_of(
    scores: "NDArray[Any]",
    pointers: Pointers,
    words: Words,
    classes: Mapping[str, Sequence[str]],
    links: Sequence[str],
) -> Iterator[Trigger]:
    """What the words that a window keeps tell; words that tell nothing are left out.

    `scores` words x all classes of `LABELS` and flags; `links` names the pointers' links.
    """
    window = pointers.window
    bounds = list(pairwise(accumulate((len(classes[name]) for name in (*LABELS, "flags")), initial=0)))
    shares = [shares_of(scores[:, low:high]) for low, high in bounds[:-1]]
    telling = np.max([s[:, 1:].max(axis=1) for s in shares[:3]], axis=0) >= LEAST
    for word in range(window.kept_from - window.start, window.kept_to - window.start):
        if not telling[word]:
            continue

        def some(n: int, word: int = word) -> dict[Any, float]:
            found = zip(classes[LABELS[n]], shares[n][word].tolist(), strict=True)
            return {name: round(share, 3) for name, share in found if name != NONE and share >= LEAST}

        def named(kind: str, word: int = word) -> tuple[int, ...]:
            at = links.index(kind)
            near = shares_of(pointers.answers[:, at] @ pointers.asks[word, at] / pointers.asks.shape[-1] ** 0.5)
            best = float(near.max())
            if int(near.argmax()) == 0:
                return ()
            return tuple(words.tokens[window.start + int(n) - 1] for n in np.flatnonzero(near >= _BESIDE * best) if n)

        yield Trigger(
            token=words.tokens[window.start + word],
            acts=some(0),
            meetings=some(1),
            activities=some(2),
            formats=some(3),
            holders=named("holder"),
            addressees=named("addressee"),
            sides=named("sides"),
        )
