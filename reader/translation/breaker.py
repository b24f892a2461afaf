"""A circuit breaker: what keeps failing is left alone for a while (Nygard, Release It!, 2007).

Closed, requests go through. After several failures in a row it opens, and nothing is asked.
When its pause is over it is half open: one request is let through, and how that ends closes
it or opens it again, for longer.
"""

from __future__ import annotations

import math

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong
from reader.translation.engine import TRY_LATER

FAILURES = 3
"""Failed requests in a row that open a breaker."""
BAD_ANSWERS = 5
"""Bad answers in a row that do (a consent page answers everything; one sentence may be odd)."""
LONGEST_WAIT = 10.0
"""The longest ``Retry-After``, in seconds, that is waited for; a longer one opens the breaker."""
DAY = 86400.0
"""Seconds; a server that asks for more, as for a date in 2099, is asked again after that."""
FIRST_PAUSE = 5.0
"""Seconds the first pause lasts; each one after a failed trial is twice as long."""
LONGEST_PAUSE = 60.0
"""Seconds; whoever mends the network does not want to wait longer."""


class Breaker:
    """The breaker of one engine at one server. Its owner holds the lock; times in seconds.

    Requests that were under way together fail together, and count as one failure: each is
    given the ``epoch`` at which it started, and tells it with its end.
    """

    def __init__(self) -> None:
        self.epoch = 0
        self.in_a_row = 0
        self._odd = 0  # answers in a row that were no translations
        self.advice = ""
        """What the server's last failure wants done about it, '' for nothing."""
        self._until: float | None = None  # None while closed
        self._pause = FIRST_PAUSE
        self._reason = ""
        self._tells_time = False  # does the reason end with how long it is?
        self._on_trial = False

    def reason(self, now: float) -> str:
        """Why nothing may be asked, and for how long where waiting helps.

        '' while closed or half open.
        """
        if self._until is None or now >= self._until:
            return ""
        if not self._tells_time:
            return self._reason
        return f"{self._reason} {duration(self._until - now)}."

    def admit(self) -> bool:
        """Whether a request may start now, given there is no `reason`; one at a time on trial."""
        if self._until is None:
            return True
        if self._on_trial:
            return False
        self._on_trial = True
        return True

    def ended(self, epoch: int, *, answered: bool, error: EngineError | None, now: float) -> None:
        """A request that started at ``epoch`` is over; ``answered`` if any English came."""
        if epoch == self.epoch:
            self._on_trial = False
        if answered:
            self.in_a_row = 0
            if epoch == self.epoch:
                self._until, self._pause = None, FIRST_PAUSE
        if error is not None and not isinstance(error, TooLong):
            self._failed(error, epoch, now)

    def judged(self, error: EngineError | None, now: float) -> None:
        """Of an answer was seen that it is no translation (``error``), or that it is one."""
        self._odd = self._odd + 1 if error else 0
        if error and self._odd >= BAD_ANSWERS and not self.reason(now):
            self.advice = error.advice
            self._set_aside(error, now)

    def _failed(self, error: EngineError, epoch: int, now: float) -> None:
        self.advice = error.advice
        if isinstance(error, AuthFailed):
            self._open(math.inf, error.what)
        elif isinstance(error, RateLimited) and waits_long(error):
            asked = min(error.retry_after or 0.0, DAY)
            self._open(now + asked, error.what, "It asks to wait")
        elif epoch == self.epoch:
            self.epoch += 1
            self.in_a_row += 1
            if self.in_a_row >= (BAD_ANSWERS if isinstance(error, BadResponse) else FAILURES):
                self._set_aside(error, now)

    def _set_aside(self, error: EngineError, now: float) -> None:
        """Open for a while, longer each time; how long is told where waiting helps."""
        passes = error.advice in ("", TRY_LATER)
        self._open(now + self._pause, error.what, "It is left alone for" * passes)
        self._pause = min(2 * self._pause, LONGEST_PAUSE)

    def _open(self, until: float, what: str, how_long: str = "") -> None:
        """Open until a time; ``how_long`` begins the words that tell it, '' to tell none."""
        self.epoch += 1
        self._until = until
        self._reason = f"{what} {how_long}".strip()
        self._tells_time = bool(how_long)


def waits_long(error: EngineError) -> bool:
    """Whether a server asks for more patience than anybody has in front of a window."""
    return isinstance(error, RateLimited) and (error.retry_after or 0.0) > LONGEST_WAIT


def duration(seconds: float) -> str:
    """``seconds`` in words, rounded up: '40 seconds', '3 minutes', '2 hours'."""
    sizes = {"hour": 3600, "minute": 60}
    unit = next((unit for unit, size in sizes.items() if seconds > size), "second")
    count = math.ceil(seconds / sizes.get(unit, 1))
    return f"{count} {unit}{'' if count == 1 else 's'}"
