"""Who is being asked at this moment, by the whole program, and who may be asked next."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock
from typing import Any

from reader.errors import EngineError, RateLimited
from reader.translation.breaker import LONGEST_WAIT, Breaker
from reader.translation.clock import Clock, SystemClock
from reader.translation.engine import Engine, Reason, ServerTrouble

MOST_AT_ONCE = 4
"""Requests in flight to one receiver, whatever the engine's manners say."""
FIRST_DELAY = 0.5
"""Seconds before the second try when the server names no time; doubled at each further one."""


@dataclass
class _Lane:
    """The way to one receiver: requests ``in_flight`` and ``started``, when the next may start."""

    in_flight: int = 0
    started: int = 0
    next_start: float = 0.0
    breaker: Breaker = field(default_factory=Breaker)


@dataclass(frozen=True, slots=True)
class Ticket:
    """The leave to make one request; whoever has it tells `Traffic.end` when it is over."""

    lane: _Lane
    breaker: Breaker
    epoch: int


class Traffic:
    """The requests of every run and thread. One for the whole program; from any thread.

    Each receiver, an engine at its server, has its own pace, its own count of requests in
    flight, and its own circuit breaker.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock: Clock = clock or SystemClock()
        self._lock = Lock()
        self._lanes: dict[str, _Lane] = {}
        self._waiting: set[SimpleQueue[Any]] = set()

    @contextmanager
    def heard_by(self, news: SimpleQueue[Any]) -> Iterator[None]:
        """Meanwhile put None into ``news`` whenever a request of anyone's has ended."""
        with self._lock:
            self._waiting.add(news)
        try:
            yield
        finally:
            with self._lock:
                self._waiting.discard(news)

    def passed_over(self, engine: Engine) -> Reason | None:
        """Why the engine is not to be asked now, and for how long; None when it is."""
        with self._lock:
            breaker = self._lane(engine).breaker
            what = breaker.reason(self.clock.time())
            return Reason(what, breaker.advice) if what else None

    def load(self, engine: Engine) -> tuple[int, int]:
        """Requests to the engine's server that have not ended, and how many were ever started."""
        with self._lock:
            lane = self._lane(engine)
            return lane.in_flight, lane.started

    def start(self, engine: Engine) -> Ticket | float:
        """Leave to start a request now; else the seconds after which to try again.

        They are infinite when it depends on another request's end, which `heard_by` tells.
        """
        with self._lock:
            lane, now = self._lane(engine), self.clock.time()
            if lane.breaker.reason(now):
                return 0.0
            if lane.in_flight >= min(engine.manners.at_once, MOST_AT_ONCE):
                return math.inf
            if now < lane.next_start:
                return lane.next_start - now
            if not lane.breaker.admit():
                return math.inf
            lane.in_flight += 1
            lane.started += 1
            lane.next_start = now + engine.manners.interval
            return Ticket(lane, lane.breaker, lane.breaker.epoch)

    def end(self, ticket: Ticket, *, answered: bool, error: EngineError | None = None) -> None:
        """A request is over: whether it gave English, and the ``error`` that stopped it."""
        with self._lock:
            now = self.clock.time()
            ticket.lane.in_flight -= 1
            ticket.breaker.ended(ticket.epoch, answered=answered, error=error, now=now)
            later = now + _delay(error, ticket.breaker.in_a_row)
            ticket.lane.next_start = max(ticket.lane.next_start, later)
            for news in self._waiting:
                news.put(None)

    def judged(self, engine: Engine, error: EngineError | None = None) -> None:
        """What an answer of the engine was worth: ``error`` where it was no translation."""
        with self._lock:
            self._lane(engine).breaker.judged(error, self.clock.time())

    def reset(self, name: str = "") -> None:
        """Forget the failures of the engine called ``name``, of all for '': settings changed."""
        with self._lock:
            for receiver, lane in self._lanes.items():
                if not name or receiver.partition(" ")[0] == name:
                    lane.breaker = Breaker()
                    lane.next_start = 0.0

    def _lane(self, engine: Engine) -> _Lane:
        return self._lanes.setdefault(receiver_of(engine), _Lane())


def receiver_of(engine: Engine) -> str:
    """Who is asked: the engine's name, a space, and its server's host, '' where it has none."""
    return f"{engine.name} {getattr(engine, 'host', engine.sends_to or '')}"


def _delay(error: EngineError | None, in_a_row: int) -> float:
    """Seconds the receiver is left in peace after a failure that may pass, else 0."""
    if not isinstance(error, RateLimited | ServerTrouble):
        return 0.0
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return min(error.retry_after, LONGEST_WAIT)
    return FIRST_DELAY * 2.0 ** max(in_a_row - 1, 0) * random.uniform(1.0, 1.5)
