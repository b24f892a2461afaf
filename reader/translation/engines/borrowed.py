"""What deep-translator's clients are given for the `requests` library: our own exchange.

Theirs has no time-out, drops ``Retry-After`` and puts the text into the words of its errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from reader.errors import TooLong
from reader.translation.engines.http import Answer, Timeouts, exchange, host_of
from reader.translation.engines.troubles import OTHER_ENGINE, refusal

_USUAL = Timeouts()
_timeouts = ContextVar("timeouts", default=_USUAL)


@contextmanager
def within(timeouts: Timeouts) -> Iterator[None]:
    """Let `fetched` keep to these times in this thread."""
    token = _timeouts.set(timeouts)
    try:
        yield
    finally:
        _timeouts.reset(token)


def fetched(url: str, params: Mapping[str, str], label: str) -> Answer:
    """The answer to a GET; raises EngineError instead of a status of 400 or more.

    ``label`` is what the engine is called.
    """
    answer = exchange("GET", url, _timeouts.get(), params=params)
    if answer.status >= 400:
        raise refusal(answer.status, host_of(url), label)
    return answer


def check_length(size: int, limit: int, host: str) -> None:
    """Raise TooLong for a sentence of ``size`` characters where ``limit`` go at once."""
    if size > limit:
        raise TooLong(
            f"The sentence is longer than the {limit} characters that go to {host} at once.",
            OTHER_ENGINE,
        )
