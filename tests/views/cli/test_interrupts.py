"""Ctrl-C between items, even where it was dropped."""

import os
import signal
from collections.abc import Iterator

import pytest

from onrecord.views.cli.interrupts import heard


def test_a_dropped_interrupt_is_heard_after_the_item() -> None:
    """An extension that swallows the exception delays it to the end of the item, and no further."""

    def swallowing() -> Iterator[int]:
        for n in range(3):
            try:
                if n == 1:
                    os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:
                pass
            yield n

    before = signal.getsignal(signal.SIGINT)
    items = heard(swallowing())
    assert [next(items), next(items)] == [0, 1]
    with pytest.raises(KeyboardInterrupt):
        next(items)
    assert signal.getsignal(signal.SIGINT) is before
