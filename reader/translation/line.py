"""Sentences on their way down the line of engines, and which go into one request."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reader.model import Sentence, TranslationUnit
from reader.translation.engine import Engine, Limit, Reason, fitting
from reader.translation.traffic import receiver_of

FIRST = 300
"""Characters, or bytes, of the first request: a few lines, so that something can be read soon."""
GROWTH = 5
"""How much larger each further request is, up to the engine's limit."""


@dataclass(order=True)
class Job:
    """One sentence to be translated, in order of reading.

    ``why`` holds the reasons for which earlier engines of the line did not do it, ``refusals``
    those of servers of the engine whose turn it is, by receiver. ``tries`` counts the requests
    in a row to which that engine, in trouble, gave nothing; ``alone`` wants a request of its
    own. ``odd`` says that an answer of that engine had a fault, ``kept`` is a unit whose fault
    is not fatal, for want of a better one. ``same`` are sentences of the same text.
    """

    number: int
    paragraph: int = field(compare=False)
    sentence: Sentence = field(compare=False)
    why: tuple[Reason, ...] = field(default=(), compare=False)
    refusals: dict[str, Reason] = field(default_factory=dict, compare=False)
    tries: int = field(default=0, compare=False)
    alone: bool = field(default=False, compare=False)
    odd: bool = field(default=False, compare=False)
    kept: TranslationUnit | None = field(default=None, compare=False)
    same: list[Sentence] = field(default_factory=list, compare=False)

    @property
    def happened(self) -> str:
        """What happened at the engines before, '' when nothing did."""
        return " ".join(dict.fromkeys(reason.what for reason in self.why))

    @property
    def told(self) -> str:
        """What happened, and behind it what to do about it."""
        advice = dict.fromkeys(reason.advice for reason in self.why)
        return " ".join(filter(None, [self.happened, *advice]))

    def pass_on(self, reasons: Iterable[Reason]) -> None:
        """It is another engine's turn, for these ``reasons``."""
        self.why = (*self.why, *reasons)
        self.refusals = {}
        self.tries = 0
        self.alone = self.odd = False


class Place:
    """An engine's place in the line: its ``servers``, and the ``jobs`` that wait for it."""

    def __init__(self, servers: Iterable[Engine]) -> None:
        self.servers = tuple(servers)
        self.jobs: list[Job] = []
        self._most = FIRST

    def put(self, job: Job) -> None:
        """Let a job wait here, before those that are read later."""
        insort(self.jobs, job)

    def waits_for(self, server: Engine) -> bool:
        """Whether there is a job that this server may do."""
        receiver = receiver_of(server)
        return any(receiver not in job.refusals for job in self.jobs)

    def take(self, server: Engine, more: Callable[[], bool]) -> list[Job]:
        """The jobs of the next request to ``server``; there is one that waits for it.

        They are neighbours. Each request is larger than the one before, up to the engine's
        limit, and begins no paragraph that does not fit in whole. ``more`` puts further jobs
        here, and says if it did.
        """
        group = self._group(server)
        if not server.manners.together or group[0].alone:
            return self._off(group[:1])
        limit = server.limit
        taken = self._off(group[: fitting(_texts(group), limit)])
        size = _size(taken, limit)
        while size < self._most:
            group = self._group(server)
            if not group and more():
                continue
            size += _size(group, limit)
            if not group or group[0].alone or size > limit.size:
                break
            taken += self._off(group)
        self._most = min(GROWTH * self._most, server.limit.size)
        return taken

    def _group(self, server: Engine) -> list[Job]:
        """The first jobs of one paragraph, or one that wants to be alone."""
        receiver = receiver_of(server)
        group: list[Job] = []
        for job in self.jobs:
            if receiver in job.refusals:
                continue
            if group and (job.paragraph != group[0].paragraph or job.alone or group[0].alone):
                break
            group.append(job)
        return group

    def _off(self, jobs: list[Job]) -> list[Job]:
        """Take jobs off those that wait."""
        taken = {job.number for job in jobs}
        self.jobs = [job for job in self.jobs if job.number not in taken]
        return jobs


def _texts(jobs: Iterable[Job]) -> list[str]:
    return [job.sentence.text for job in jobs]


def _size(jobs: Iterable[Job], limit: Limit) -> int:
    """How much of the limit the jobs take, each with a line break."""
    return sum(limit.of(text) + 1 for text in _texts(jobs))
