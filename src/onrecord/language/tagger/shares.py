"""Scores of classes -> shares."""

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def shares_of(scores: "NDArray[Any]") -> "NDArray[Any]":
    """The share of each class, 0 to 1, along the last axis (softmax)."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: NDArray[Any] = raised / raised.sum(axis=-1, keepdims=True)
    return shares
