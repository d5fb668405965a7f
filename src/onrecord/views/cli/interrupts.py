"""Ctrl-C that is always heard."""

import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


def heard(items: Iterable[T]) -> Iterator[T]:
    """The items until Ctrl-C is pressed, then `KeyboardInterrupt`.

    Python drops an interrupt that is raised inside a callback of a C extension; so it is looked for after each item
    too. Outside of the main thread, where no signal can be watched, the items are passed on as they are.
    """
    if threading.current_thread() is not threading.main_thread():
        yield from items
        return
    pressed = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        for item in items:
            yield item
            if pressed:
                raise KeyboardInterrupt
    finally:
        signal.signal(signal.SIGINT, before)
