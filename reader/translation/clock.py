"""The time as the flow of translation sees it, and waiting for news in it."""

from __future__ import annotations

import math
import time
from queue import Empty, SimpleQueue
from threading import Event
from typing import Protocol, TypeVar

News = TypeVar("News")
TICK = 0.05
"""Seconds after which a silent wait looks whether it was cancelled."""


class Clock(Protocol):
    """What a run asks for the time and waits with; tests have one that needs no time."""

    def time(self) -> float:
        """Seconds since some moment in the past; never goes back."""

    def wait(self, news: SimpleQueue[News], seconds: float, cancelled: Event) -> News | None:
        """The next of ``news``; None after ``seconds`` (may be infinite), or once ``cancelled``."""


class SystemClock:
    """The time of this computer."""

    def time(self) -> float:
        """Seconds, monotonic."""
        return time.monotonic()

    def wait(self, news: SimpleQueue[News], seconds: float, cancelled: Event) -> News | None:
        """The next of ``news``; None after ``seconds``, or soon after ``cancelled`` is set."""
        until = self.time() + seconds
        while not cancelled.is_set():
            left = max(until - self.time(), 0.0)
            try:
                return news.get(timeout=min(left, TICK))
            except Empty:
                if left == 0.0 or math.isclose(left, 0.0):
                    return None
        return None
