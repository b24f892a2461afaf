"""Who may be asked next, by the whole program."""

import math
from queue import SimpleQueue

import pytest

from reader.errors import RateLimited, Unavailable
from reader.translation.breaker import FAILURES
from reader.translation.engine import Manners, ServerTrouble
from reader.translation.traffic import FIRST_DELAY, MOST_AT_ONCE, Ticket, Traffic, receiver_of
from tests.fakes import FakeClock, FakeEngine


def started(traffic: Traffic, engine: FakeEngine) -> Ticket:
    leave = traffic.start(engine)
    assert isinstance(leave, Ticket)
    return leave


def test_a_receiver_has_so_many_requests_at_once_and_no_more() -> None:
    traffic, engine = Traffic(FakeClock()), FakeEngine(at_once=10)
    tickets = [started(traffic, engine) for _ in range(MOST_AT_ONCE)]
    assert traffic.start(engine) == math.inf
    assert traffic.load(engine) == (MOST_AT_ONCE, MOST_AT_ONCE)
    traffic.end(tickets[0], answered=True)
    started(traffic, engine)


def test_receivers_are_told_apart_by_engine_and_host() -> None:
    traffic = Traffic(FakeClock())
    engines = [FakeEngine(sends_to="a.test"), FakeEngine(sends_to="b.test"), FakeEngine("other")]
    for engine in engines:
        started(traffic, engine)
        assert traffic.start(engine) == math.inf
    assert len({receiver_of(engine) for engine in engines}) == 3


def test_starts_keep_the_distance_that_manners_ask_for() -> None:
    clock = FakeClock()
    traffic, engine = Traffic(clock), FakeEngine()
    engine.manners = Manners(at_once=4, interval=0.5)
    started(traffic, engine)
    assert traffic.start(engine) == 0.5
    clock.seconds = 0.5
    started(traffic, engine)


def test_after_trouble_the_pause_grows_and_a_named_one_is_kept() -> None:
    clock = FakeClock()
    traffic, engine = Traffic(clock), FakeEngine()
    for growth in (1, 2):
        traffic.end(started(traffic, engine), answered=False, error=ServerTrouble("Broken."))
        pause = traffic.start(engine)
        assert isinstance(pause, float)
        assert FIRST_DELAY * growth <= pause <= FIRST_DELAY * growth * 1.5
        clock.seconds += pause
    traffic.end(started(traffic, engine), answered=True)
    limited = RateLimited("Slow.", retry_after=7)
    traffic.end(started(traffic, engine), answered=False, error=limited)
    assert traffic.start(engine) == pytest.approx(7)


def test_what_keeps_failing_is_passed_over_until_something_changes() -> None:
    traffic, engine = Traffic(FakeClock()), FakeEngine()
    gone = Unavailable("Gone.", "Go and look.")
    for _ in range(FAILURES):
        traffic.end(started(traffic, engine), answered=False, error=gone)
    reason = traffic.passed_over(engine)
    assert reason
    assert (reason.what[:5], reason.advice) == ("Gone.", "Go and look.")
    assert traffic.start(engine) == 0.0
    traffic.reset("another")
    assert traffic.passed_over(engine)
    traffic.reset(engine.name)
    assert traffic.passed_over(engine) is None
    started(traffic, engine)


def test_every_run_that_waits_hears_of_a_request_that_ended() -> None:
    traffic, engine = Traffic(FakeClock()), FakeEngine()
    mine: SimpleQueue[None] = SimpleQueue()
    other: SimpleQueue[None] = SimpleQueue()
    with traffic.heard_by(mine), traffic.heard_by(other):
        traffic.end(started(traffic, engine), answered=True)
    traffic.end(started(traffic, engine), answered=True)
    assert (mine.qsize(), other.qsize()) == (1, 1)
