import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.task import TaskPool


@pytest.fixture
def pool(qapp: object) -> Iterator[TaskPool]:
    made = TaskPool()
    yield made
    made.close()


def test_items_come_in_order_on_the_gui_thread(qtbot: QtBot, pool: TaskPool) -> None:
    seen: list[tuple[int, bool]] = []
    ended: list[bool] = []
    here = threading.current_thread()

    def work(_cancelled: threading.Event) -> Iterator[int]:
        yield from range(50)

    def take(item: int) -> None:
        seen.append((item, threading.current_thread() is here))

    pool.run(work, take, lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert seen == [(n, True) for n in range(50)]
    qtbot.waitUntil(lambda: not pool.busy)


def test_an_error_arrives_and_done_does_not(qtbot: QtBot, pool: TaskPool) -> None:
    errors: list[Exception] = []
    done: list[bool] = []

    def work(_cancelled: threading.Event) -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    pool.run(work, lambda item: None, lambda: done.append(True), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "broken"
    assert not done


def test_nothing_arrives_after_cancel(qtbot: QtBot, pool: TaskPool) -> None:
    began, go_on = threading.Event(), threading.Event()
    seen: list[int] = []

    def work(_cancelled: threading.Event) -> Iterator[int]:
        began.set()
        go_on.wait(5)
        yield 1

    task = pool.run(work, seen.append, lambda: seen.append(-1))
    assert began.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not pool.busy)
    assert seen == []


def test_a_busy_worker_leaves_the_event_loop_its_turns(qtbot: QtBot, pool: TaskPool) -> None:
    told: list[None] = []
    seen: list[int] = []
    made, go_on = threading.Event(), threading.Event()

    def work(_cancelled: threading.Event) -> Iterator[int]:
        yield from range(5000)
        made.set()
        go_on.wait(5)

    task = pool.run(work, seen.append)
    task._come.connect(lambda: told.append(None))
    assert made.wait(5)
    qtbot.waitUntil(lambda: len(seen) == 5000)
    go_on.set()
    qtbot.waitUntil(lambda: not pool.busy)
    assert seen == list(range(5000))
    assert len(told) < 10


def test_close_waits_for_the_work(qapp: object) -> None:
    pool = TaskPool()
    stopped = threading.Event()

    def work(cancelled: threading.Event) -> Iterator[int]:
        cancelled.wait(5)
        stopped.set()
        yield 1

    pool.run(work, lambda item: None)
    pool.close()
    assert stopped.is_set()
