import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from reader.formats.files import confined
from reader.formats.files.confined import Exceeded, TookTooLong


def length(data: bytes) -> int:
    return len(data)


def process(data: bytes) -> int:
    return os.getpid()


def crash(data: bytes) -> None:
    os.abort()


def fail(data: bytes) -> None:
    raise ValueError


def sleep(data: bytes) -> None:
    time.sleep(60)


def hoard(data: bytes) -> int:
    return len(bytearray(2 * 1024**3))


def test_work_is_done_elsewhere_and_its_answer_comes_back() -> None:
    assert confined.confined(length, b"x" * 3_000_000) == 3_000_000
    assert confined.confined(process, b"") != os.getpid()


@pytest.mark.parametrize("work", [crash, fail])
def test_what_breaks_there_is_an_error_here(work: Callable[[bytes], None]) -> None:
    with pytest.raises(Exceeded):
        confined.confined(work, b"")


def test_the_process_is_ended_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_SECONDS", 0.5)
    with pytest.raises(TookTooLong):
        confined.confined(sleep, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_memory_is_held() -> None:
    with pytest.raises(Exceeded):
        confined.confined(hoard, b"")


def test_it_can_be_asked_from_any_thread() -> None:
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(confined.confined(length, b"ab")))
    thread.start()
    thread.join()
    assert answers == [2]


def test_a_frozen_program_serves_when_started_so() -> None:
    task = pickle.dumps((length.__module__, "length", b"abc"))
    command = [sys.executable, "-m", "reader", confined.ARGUMENT]
    done = subprocess.run(command, input=task, stdout=subprocess.PIPE, check=True)
    assert pickle.loads(done.stdout) == 3
