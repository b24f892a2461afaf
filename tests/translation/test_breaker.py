"""When what keeps failing is left alone, and for how long."""

import math

import pytest

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.translation.breaker import (
    BAD_ANSWERS,
    FAILURES,
    FIRST_PAUSE,
    LONGEST_PAUSE,
    LONGEST_WAIT,
    Breaker,
    duration,
)
from reader.translation.engine import TRY_LATER


def fail(breaker: Breaker, error: EngineError, times: int, now: float = 0.0) -> None:
    for _ in range(times):
        breaker.ended(breaker.epoch, answered=False, error=error, now=now)


@pytest.mark.parametrize(
    ("error", "enough"), [(Unavailable("Gone."), FAILURES), (BadResponse("Odd."), BAD_ANSWERS)]
)
def test_it_opens_after_failures_in_a_row(error: EngineError, enough: int) -> None:
    breaker = Breaker()
    fail(breaker, error, enough - 1)
    assert breaker.reason(0.0) == ""
    breaker.ended(breaker.epoch, answered=True, error=None, now=0.0)
    fail(breaker, error, enough - 1)
    assert breaker.reason(0.0) == ""
    fail(breaker, error, 1)
    assert breaker.reason(0.0) == f"{error.what} It is left alone for 5 seconds."
    assert breaker.reason(FIRST_PAUSE) == ""


def test_no_wait_is_told_where_waiting_does_not_help() -> None:
    breaker = Breaker()
    fail(breaker, Unavailable("Not there.", "Check its address."), FAILURES)
    assert breaker.reason(FIRST_PAUSE - 1) == "Not there."
    assert breaker.reason(FIRST_PAUSE) == ""
    fail(breaker, Unavailable("In trouble.", TRY_LATER), 1)
    assert breaker.reason(0.0) == "In trouble. It is left alone for 10 seconds."


def test_a_sentence_too_long_is_no_fault_of_the_server() -> None:
    breaker = Breaker()
    fail(breaker, TooLong("Too long."), 20)
    assert breaker.reason(0.0) == ""


def test_requests_that_fail_together_count_once() -> None:
    breaker = Breaker()
    epoch = breaker.epoch
    for _ in range(FAILURES):
        breaker.ended(epoch, answered=False, error=Unavailable("Gone."), now=0.0)
    assert breaker.in_a_row == 1


def test_one_trial_at_a_time_and_each_that_fails_doubles_the_pause() -> None:
    breaker, now = Breaker(), 0.0
    fail(breaker, Unavailable("Gone."), FAILURES)
    pauses = []
    for _ in range(6):
        pause = FIRST_PAUSE * 2 ** len(pauses)
        pauses.append(min(pause, LONGEST_PAUSE))
        assert breaker.reason(now + pauses[-1] - 0.1)
        now += pauses[-1]
        assert breaker.reason(now) == ""
        assert breaker.admit()
        assert not breaker.admit()
        fail(breaker, Unavailable("Gone."), 1, now)
    assert pauses[-1] == LONGEST_PAUSE
    breaker.ended(breaker.epoch, answered=True, error=None, now=now)
    assert breaker.reason(now) == ""
    assert breaker.admit()
    assert breaker.admit()


def test_a_long_retry_after_opens_it_at_once_and_a_short_one_does_not() -> None:
    short, long = Breaker(), Breaker()
    fail(short, RateLimited("Slow.", retry_after=LONGEST_WAIT), 1)
    fail(long, RateLimited("Slow.", retry_after=LONGEST_WAIT + 1), 1)
    assert short.reason(0.0) == ""
    assert long.reason(0.0) == "Slow. It asks to wait 11 seconds."
    assert long.reason(LONGEST_WAIT + 1) == ""


def test_of_a_wait_of_centuries_a_day_is_told() -> None:
    breaker = Breaker()
    fail(breaker, RateLimited("Slow.", retry_after=2e9), 1)
    assert breaker.reason(0.0) == "Slow. It asks to wait 24 hours."


def test_a_refused_key_opens_it_for_good() -> None:
    breaker = Breaker()
    fail(breaker, AuthFailed("No key."), 1)
    assert breaker.reason(math.nextafter(math.inf, 0)) == "No key."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"),
        (40, "40 seconds"),
        (60, "60 seconds"),
        (61, "2 minutes"),
        (3601, "2 hours"),
    ],
)
def test_a_time_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words
