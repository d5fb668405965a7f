"""What the network says of each word -> fragments of source, cue and content."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
# The states of a word in a role: outside; begins, goes on in, ends a fragment; is one of its own (BIOES).
OUTSIDE, BEGINS, GOES_ON, ENDS, SINGLE = range(5)


class Fragment(NamedTuple):
    """Words `start` to `end` of one role, with how sure the network is of each on the mean (0-1)."""

    role: str
    start: int
    end: int
    score: float


def best_states(emissions: "list[NDArray[Any]]", steps: "NDArray[Any]") -> "list[NDArray[Any]]":
    """The likeliest states of each window's words in each role (Viterbi), windows x words x roles.

    `emissions` holds for each window words x roles x states; `steps` are roles x states x states. The windows are
    decoded side by side; both ends of a window are open, since a fragment may go over them.
    """
    longest = max(len(e) for e in emissions)
    together = np.zeros((longest, len(emissions), *emissions[0].shape[1:]), dtype=np.float32)
    starts = np.array([longest - len(e) for e in emissions])  # so that all end together
    for n, scores in enumerate(emissions):
        together[starts[n] :, n] = scores
    total = together[0]
    back = np.zeros(together.shape, dtype=np.int64)
    for n in range(1, longest):
        ways = total[..., :, None] + steps
        back[n] = ways.argmax(axis=-2)
        total = ways.max(axis=-2) + together[n]
        total[starts == n] = together[n, starts == n]
    states = np.zeros(together.shape[:3], dtype=np.int64)
    states[-1] = total.argmax(axis=-1)
    windows, roles = np.ogrid[: together.shape[1], : together.shape[2]]
    for n in range(longest - 1, 0, -1):
        states[n - 1] = back[n, windows, roles, states[n]]
    return [states[start:, n] for n, start in enumerate(starts)]


def fragments_of(states: "NDArray[Any]", sure: "NDArray[Any]") -> Iterator[Fragment]:
    """The fragments of an article, role by role, in the order of the text.

    `states` and `sure` (the probability of each state taken) are words x roles. Where two windows meet, a fragment
    may go on without having begun: then it begins there.
    """
    for column, role in enumerate(ROLES):
        start = -1
        marked = np.flatnonzero(states[:, column])
        for at, n in enumerate(marked):
            state = states[n, column]
            if start < 0 or state in (BEGINS, SINGLE) or marked[at - 1] != n - 1:
                if start >= 0:
                    yield _fragment(role, start, int(marked[at - 1]) + 1, sure[:, column])
                start = int(n)
            if state in (ENDS, SINGLE):
                yield _fragment(role, start, int(n) + 1, sure[:, column])
                start = -1
        if start >= 0:
            yield _fragment(role, start, int(marked[-1]) + 1, sure[:, column])


def _fragment(role: str, start: int, end: int, sure: "NDArray[Any]") -> Fragment:
    return Fragment(role, start, end, float(sure[start:end].mean()))
