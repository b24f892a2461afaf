"""One request to an engine, in a thread of its own; what comes of it goes into a queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Thread

from reader.errors import BadResponse, EngineError
from reader.translation.engine import Engine
from reader.translation.line import Job, Place
from reader.translation.traffic import Ticket, Traffic


@dataclass(frozen=True, slots=True)
class Request:
    """Jobs of one place sent to one of its servers, and the leave to do so."""

    place: Place
    server: Engine
    jobs: Sequence[Job]
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Came:
    """The English of the first job of a request that had none yet."""

    request: Request
    job: Job
    target: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A request is over: the jobs that got no English, and why.

    An ``error`` that is no EngineError is a fault of ours.
    """

    request: Request
    left: Sequence[Job]
    error: Exception | None


News = Came | Ended | None
"""None says that a request of somebody else's has ended."""


def ask(request: Request, traffic: Traffic, news: SimpleQueue[News], over: Event) -> None:
    """Start the request; once ``over`` is set it stops at the next sentence."""
    Thread(target=_run, args=(request, traffic, news, over), name="setu-ask", daemon=True).start()


def _run(request: Request, traffic: Traffic, news: SimpleQueue[News], over: Event) -> None:
    done = 0
    error: Exception | None = None
    try:
        for target in request.server.translate([job.sentence.text for job in request.jobs]):
            if over.is_set() or done == len(request.jobs) or not target.strip():
                break
            news.put(Came(request, request.jobs[done], target))
            done += 1
        if done < len(request.jobs) and not over.is_set():
            error = BadResponse(f"{request.server.label} gave no English for this sentence.")
    except Exception as caught:  # noqa: BLE001 - raised again by whoever reads the news
        error = caught
    failure = error if isinstance(error, EngineError) else None
    # Before the news: who hears it must not start the next request without the pause due.
    traffic.end(request.ticket, answered=done > 0, error=failure)
    news.put(Ended(request, request.jobs[done:], error))
