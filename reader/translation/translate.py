"""The flow of translation: sentences in, units out, whatever the engines do on the way.

Each engine has a place in the line. Sentences wait at the first; a request takes some of them,
and what it cannot do goes back to wait, or on to the next place. Several requests are under
way at once, as many and as fast as `Traffic` lets them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Event

from reader.errors import BadResponse, EngineError, RateLimited, TooLong
from reader.model import ENGLISH, Fault, Sentence, State, TranslationUnit
from reader.translation.asking import Came, Ended, News, Request, ask
from reader.translation.breaker import waits_long
from reader.translation.engine import GLOSS, Engine, Reason, ServerTrouble
from reader.translation.line import Job, Place
from reader.translation.spread import servers_of
from reader.translation.traffic import Ticket, Traffic, receiver_of

TRIES = 3
"""How often a sentence is sent to an engine in trouble before the next has its turn."""
_ADVICE = "Try again, or choose another engine."


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def no_fault(_source: str, _target: str) -> Fault | None:
    """Finds nothing wrong with any English."""
    return None


def translate(
    paragraphs: Iterable[Sequence[Sentence]],
    engines: Sequence[Engine],
    *,
    traffic: Traffic | None = None,
    fault: Callable[[str, str], Fault | None] = no_fault,
    cancelled: Event | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Generator[TranslationUnit, None, None]:
    """Yield one unit for each sentence not in English, as soon as it is there.

    Sentences are asked in order; with several requests under way their units may come in
    another. One text is asked once, wherever it stands (a lead often stands in the body too).

    ``engines`` are asked in their order: each sentence gets the English of the first that
    has one, and says in ``reason`` why those before had none. A sentence nobody could do
    gives a FAILED unit. ``fault`` says what is wrong with an English: such a sentence is asked
    once more by itself, and where that too is fatal the engine failed. No EngineError comes
    out of this generator.

    ``traffic`` is the program's; alone for this run without. ``paragraphs`` are taken as there
    is somebody to ask. It ends soon after ``cancelled`` is set, and when it is closed.
    """
    run = _Run(engines, traffic or Traffic(), fault, now)
    yield from run.units(paragraphs, cancelled or Event())


class _Run:
    """One call of `translate`; all but the requests happens in the thread that called it."""

    def __init__(
        self,
        engines: Sequence[Engine],
        traffic: Traffic,
        fault: Callable[[str, str], Fault | None],
        now: Callable[[], datetime],
    ) -> None:
        self._line = [Place(servers_of(engine)) for engine in engines]
        self._traffic = traffic
        self._fault = fault
        self._now = now
        self._news: SimpleQueue[News] = SimpleQueue()
        self._over = Event()
        self._paragraphs: Iterator[Sequence[Sentence]] = iter(())
        self._is_read = False  # all paragraphs have been taken
        self._jobs = self._groups = 0  # how many sentences and paragraphs have been taken
        self._open: dict[str, Job] = {}  # by text
        self._known: dict[str, TranslationUnit] = {}  # translations of this run, by text
        self._done: list[TranslationUnit] = []  # to be yielded

    def units(
        self, paragraphs: Iterable[Sequence[Sentence]], cancelled: Event
    ) -> Generator[TranslationUnit, None, None]:
        """Yield the units of all paragraphs."""
        self._paragraphs = iter(paragraphs)
        try:
            with self._traffic.heard_by(self._news):
                while not cancelled.is_set():
                    seconds = self._start_all()
                    yield from self._give()
                    if self._is_read and not self._open:
                        return
                    news = self._traffic.clock.wait(self._news, seconds, cancelled)
                    self._hear(news)
                    yield from self._give()
        finally:
            self._over.set()

    def _give(self) -> Iterator[TranslationUnit]:
        done, self._done = self._done, []
        yield from done

    # -- sentences in -------------------------------------------------------------------

    def _more(self, place: Place | None) -> bool:
        """Take paragraphs until a job waits at ``place`` (None: at none); False if none will."""
        while not self._is_read and (place is None or place is self._first()):
            before = len(place.jobs) if place else 0
            self._take_paragraph()
            if place and len(place.jobs) > before:
                return True
        return False

    def _take_paragraph(self) -> None:
        sentences = next(self._paragraphs, None)
        if sentences is None:
            self._is_read = True
            return
        self._groups += 1
        for sentence in sentences:
            if sentence.language != ENGLISH and sentence.text.strip():
                self._take(sentence)

    def _take(self, sentence: Sentence) -> None:
        if known := self._known.get(sentence.text):
            self._done.append(replace(known, id=sentence.id))
        elif job := self._open.get(sentence.text):
            job.same.append(sentence)
        else:
            self._jobs += 1
            job = self._open[sentence.text] = Job(self._jobs, self._groups, sentence)
            self._put(job, 0)

    def _first(self) -> Place | None:
        """The place where new jobs wait, None if nobody can do any."""
        return next((place for place in self._line if any(map(self._is_open, place.servers))), None)

    def _is_open(self, server: Engine) -> bool:
        return not self._closed_reason(server)

    def _closed_reason(self, server: Engine) -> Reason | None:
        """Why a server is not to be asked now, None when it is."""
        reason = server.unavailable_reason()
        return Reason(reason) if reason else self._traffic.passed_over(server)

    # -- down the line ------------------------------------------------------------------

    def _put(self, job: Job, at: int) -> None:
        """Let a job wait at the first place from ``at`` with a server for it; else it failed."""
        for place in self._line[at:]:
            reasons = [
                job.refusals.get(receiver_of(server)) or self._closed_reason(server)
                for server in place.servers
            ]
            if not all(reasons):
                place.put(job)
                return
            if job.kept:
                self._settle(job, job.kept)
                return
            job.pass_on(filter(None, reasons))
        self._fail(job)

    def _put_back(self, place: Place, job: Job) -> None:
        if job.kept:
            self._settle(job, job.kept)
        else:
            self._put(job, self._line.index(place))

    def _refuse(self, place: Place, server: Engine, job: Job, reason: Reason) -> None:
        """The server will not do the job: another of the place, else the next place's turn."""
        job.refusals[receiver_of(server)] = reason
        self._put_back(place, job)

    def _fail(self, job: Job) -> None:
        reason = job.told or "No translation engine is chosen."
        sentence = job.sentence
        unit = TranslationUnit(sentence.id, sentence.text, "", "", State.FAILED, reason)
        self._settle(job, unit)

    def _settle(self, job: Job, unit: TranslationUnit) -> None:
        del self._open[job.sentence.text]
        if unit.is_translation:
            self._known[unit.source] = unit
        self._done += [unit, *(replace(unit, id=sentence.id) for sentence in job.same)]

    # -- requests -----------------------------------------------------------------------

    def _start_all(self) -> float:
        """Start what may be started now; the seconds until something else may be."""
        seconds = [self._start_at(place) for place in self._line]
        if not self._first():
            self._more(None)
        return min(seconds, default=math.inf)

    def _start_at(self, place: Place) -> float:
        """Start the requests of one place; the seconds until it may have another."""
        self._leave_closed(place)
        while place.jobs or self._more(place):
            seconds = self._start_one(place)
            if seconds is not None:
                return seconds
            if not self._news.empty():
                return 0.0  # What has come is given first: it may be all that is wanted.
        return math.inf

    def _start_one(self, place: Place) -> float | None:
        """Start a request; the seconds until that may be done, None when it was."""
        waits = []
        for server in sorted(filter(self._is_open, place.servers), key=self._traffic.load):
            if place.waits_for(server):
                leave = self._traffic.start(server)
                if isinstance(leave, Ticket):
                    self._send(place, server, leave)
                    return None
                waits.append(leave)
        return min(waits, default=0.0)

    def _leave_closed(self, place: Place) -> None:
        """Let jobs leave a place where nobody will do them now."""
        if any(map(self._is_open, place.servers)) and not any(job.refusals for job in place.jobs):
            return
        waiting, place.jobs = place.jobs, []
        for job in waiting:
            self._put(job, self._line.index(place))

    def _send(self, place: Place, server: Engine, ticket: Ticket) -> None:
        jobs = place.take(server, lambda: self._more(place))
        ask(Request(place, server, jobs, ticket), self._traffic, self._news, self._over)

    # -- answers ------------------------------------------------------------------------

    def _hear(self, news: News) -> None:
        """Take what has come, and all that has come with it."""
        while True:
            if isinstance(news, Came):
                self._take_english(news)
            elif isinstance(news, Ended):
                self._end(news)
            if self._news.empty():
                return
            news = self._news.get_nowait()

    def _take_english(self, came: Came) -> None:
        job, engine = came.job, came.request.server
        unit = self._unit(job, came.target, engine)
        fault = None if engine.name == GLOSS else self._fault(unit.source, unit.target)
        if fault and fault.is_fatal:
            self._take_no_translation(came, fault)
            return
        self._traffic.judged(engine)
        if fault is None or job.odd:
            self._settle(job, (job.kept if fault else None) or unit)
        else:
            job.kept = unit
            self._ask_again(came)

    def _take_no_translation(self, came: Came, fault: Fault) -> None:
        """An answer that is no translation: once may be chance, alone and again it is none."""
        job, engine = came.job, came.request.server
        if not job.odd:
            self._ask_again(came)
        elif job.kept:
            self._settle(job, job.kept)
        else:
            error = BadResponse(f"{engine.label} gave no translation. {fault.text}", _ADVICE)
            self._traffic.judged(engine, error)
            self._refuse(came.request.place, engine, job, _reason(error))

    def _ask_again(self, came: Came) -> None:
        came.job.odd = came.job.alone = True
        came.request.place.put(came.job)

    def _unit(self, job: Job, target: str, engine: Engine) -> TranslationUnit:
        sentence = job.sentence
        if engine.name == GLOSS:
            why = job.told
            return TranslationUnit(sentence.id, sentence.text, target, GLOSS, State.GLOSS, why)
        return TranslationUnit(
            sentence.id,
            sentence.text,
            target,
            engine.name,
            State.MACHINE,
            job.happened,
            created=self._now(),
            version=engine.version,
        )

    def _end(self, ended: Ended) -> None:
        """A request is over: see to the jobs it left undone."""
        error, request = ended.error, ended.request
        if error is None:
            return
        if not isinstance(error, EngineError):
            raise error
        first, *others = ended.left
        if isinstance(error, TooLong):
            self._refuse(request.place, request.server, first, _reason(error))
        elif isinstance(error, BadResponse):
            self._take_bad_answer(request, first, error)
        else:
            self._take_trouble(request, ended.left, error)
            return
        for job in others:
            self._put_back(request.place, job)

    def _take_bad_answer(self, request: Request, job: Job, error: BadResponse) -> None:
        """Which sentence was to blame is known only once it was asked alone."""
        if len(request.jobs) > 1:
            job.alone = True
            self._put_back(request.place, job)
        else:
            self._refuse(request.place, request.server, job, _reason(error))

    def _take_trouble(self, request: Request, jobs: Sequence[Job], error: EngineError) -> None:
        passes = isinstance(error, RateLimited | ServerTrouble) and not waits_long(error)
        reason = self._traffic.passed_over(request.server) or _reason(error)
        answered = len(jobs) < len(request.jobs)
        for job in jobs:
            job.tries = 1 if answered else job.tries + 1
            if passes and job.tries < TRIES:
                self._put_back(request.place, job)
            else:
                self._refuse(request.place, request.server, job, reason)


def _reason(error: EngineError) -> Reason:
    return Reason(error.what, error.advice)
