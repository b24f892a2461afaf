"""The flow of translation: sentences in, units out, whatever the engines do on the way.

An engine that fails for good is set aside for the rest of the run, so that a server in
trouble is not asked again and again; the next engine takes over from that sentence on.
"""

from __future__ import annotations

import math
import random
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.errors import BadResponse, EngineError, RateLimited, TooLong
from reader.model import ENGLISH, Sentence, State, TranslationUnit
from reader.translation.engine import GLOSS, Engine, ServerTrouble, fitting

TRIES = 3
"""How often a request is made before a server's trouble counts as final."""
BAD_ANSWERS = 5
"""How many bad answers in a row set an engine aside (a consent page answers everything)."""
LONGEST_WAIT = 10.0
"""The longest ``Retry-After``, in seconds, that is waited for."""
FIRST_DELAY = 0.5
"""Seconds before the second try when the server names no time; doubled at each further one."""


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def translate(
    paragraphs: Iterable[Sequence[Sentence]],
    engines: Sequence[Engine],
    *,
    pause: Callable[[float], bool | None] = time.sleep,
    now: Callable[[], datetime] = utc_now,
) -> Generator[TranslationUnit, None, None]:
    """Yield one unit for each sentence not in English, in order, as soon as it is there.

    A sentence that an earlier paragraph had too (a lead often stands in the body again) is
    not asked for a second time; such units come before the others of their paragraph.

    ``engines`` are asked in their order: each sentence gets the English of the first that
    has one. A gloss that stands in for a translation says in ``reason`` why; a sentence
    nobody could do gives a FAILED unit. No EngineError comes out of this generator.

    Cancelling: close the generator between two units; while it waits before another try
    (``pause``, in seconds) it ends as soon as ``pause`` returns true, which is what
    ``threading.Event().wait`` does once the event is set.
    """
    run = _Run(pause, now)
    line = [_Asked(engine) for engine in engines]
    known: dict[str, TranslationUnit] = {}
    try:
        for paragraph in paragraphs:
            wanted = [s for s in paragraph if s.language != ENGLISH and s.text.strip()]
            again = [s for s in wanted if s.text in known]
            yield from (replace(known[s.text], id=s.id) for s in again)
            for unit in run.units(line, [s for s in wanted if s.text not in known]):
                if unit.is_translation:
                    known[unit.source] = unit
                yield unit
    except _CancelledError:
        return


class _CancelledError(Exception):
    """The reader no longer wants the rest."""


@dataclass(frozen=True)
class _Failure:
    """What stopped a batch, and how many of its sentences were unanswered then."""

    error: EngineError
    unanswered: int


class _Asked:
    """One engine during one run: whether it is still asked, and its failures in a row."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.set_aside = engine.unavailable_reason()
        self._singly = False
        self._tries = 0
        self._bad_answers = 0

    def batch(self, left: Iterable[Sentence]) -> list[Sentence]:
        """The first of the sentences ``left``: as many as go into the next request."""
        sentences = list(left)
        texts = [sentence.text for sentence in sentences]
        return sentences[: 1 if self._singly else fitting(texts, self.engine.limit)]

    def answers(self, batch: Sequence[Sentence]) -> Iterator[str]:
        """The English of each sentence of ``batch``; an EngineError where it stops."""
        count = 0
        for target in self.engine.translate([sentence.text for sentence in batch]):
            if count == len(batch) or not target.strip():
                break
            count += 1
            self._tries = self._bad_answers = 0
            self._singly = False
            yield target
        if count < len(batch):
            raise BadResponse(f"{self.engine.label} gave no English for this sentence.")

    def delay_after(self, failure: _Failure) -> float | None:
        """Seconds to wait before going on: with this engine, or without if now set aside.

        None when the first unanswered sentence is given up; the engine goes on with the rest.
        """
        if isinstance(failure.error, TooLong):
            return None
        if isinstance(failure.error, BadResponse):
            return self._after_bad_answer(failure.error, failure.unanswered)
        delay = self._delay(failure.error)
        if delay is None:
            self.set_aside = _reason(failure.error)
        return delay or 0.0

    def _after_bad_answer(self, error: BadResponse, unanswered: int) -> float | None:
        self._bad_answers += 1
        if self._bad_answers >= BAD_ANSWERS:
            self.set_aside = error.what
            return 0.0
        if unanswered > 1:
            # Which sentence was to blame is known only once the first is asked alone.
            self._singly = True
            return 0.0
        self._singly = False
        return None

    def _delay(self, error: EngineError) -> float | None:
        """Seconds until the next try; None when there is none to be made."""
        self._tries += 1
        if self._tries >= TRIES or not isinstance(error, RateLimited | ServerTrouble):
            return None
        if isinstance(error, RateLimited) and error.retry_after is not None:
            return error.retry_after if error.retry_after <= LONGEST_WAIT else None
        return FIRST_DELAY * 2.0 ** (self._tries - 1) * random.uniform(1.0, 1.5)


class _Run:
    """One call of `translate`: sends each sentence down the line of engines."""

    def __init__(self, pause: Callable[[float], bool | None], now: Callable[[], datetime]) -> None:
        self._pause = pause
        self._now = now

    def units(
        self, line: Sequence[_Asked], sentences: Iterable[Sentence], why: tuple[str, ...] = ()
    ) -> Iterator[TranslationUnit]:
        """Units of ``sentences`` by the first engine of ``line``, else by those after it.

        ``why`` holds the reasons for which the engines before did not do them.
        """
        if not line:
            yield from (_failed(sentence, why) for sentence in sentences)
            return
        asked, *rest = line
        left = deque(sentences)
        while left and not asked.set_aside:
            failure = yield from self._batch(asked, left, why)
            if failure and not self._goes_on(asked, failure):
                yield from self.units(rest, [left.popleft()], (*why, failure.error.what))
        if left:
            yield from self.units(rest, left, (*why, asked.set_aside))

    def _batch(
        self, asked: _Asked, left: deque[Sentence], why: tuple[str, ...]
    ) -> Generator[TranslationUnit, None, _Failure | None]:
        """Units of the next batch, taken off ``left``; returns what stopped it, if anything."""
        batch = asked.batch(left)
        unanswered = len(batch)
        try:
            for target in asked.answers(batch):
                unanswered -= 1
                yield self._unit(left.popleft(), target, asked.engine, why)
        except EngineError as error:
            return _Failure(error, unanswered)
        return None

    def _goes_on(self, asked: _Asked, failure: _Failure) -> bool:
        """Settle a failure, waiting if need be; False when its first sentence is given up."""
        delay = asked.delay_after(failure)
        if delay and self._pause(delay):
            raise _CancelledError
        return delay is not None

    def _unit(
        self, sentence: Sentence, target: str, engine: Engine, why: tuple[str, ...]
    ) -> TranslationUnit:
        unit = TranslationUnit(sentence.id, sentence.text, target, engine.name, State.MACHINE)
        if engine.name == GLOSS:
            return replace(unit, state=State.GLOSS, reason=" ".join(why))
        return replace(unit, created=self._now(), version=engine.version)


def _failed(sentence: Sentence, why: tuple[str, ...]) -> TranslationUnit:
    reason = " ".join(why) or "No translation engine is chosen."
    return TranslationUnit(sentence.id, sentence.text, "", "", State.FAILED, reason)


def _reason(error: EngineError) -> str:
    """What the reader is told about an engine that was set aside."""
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return f"{error.what} It asks to wait {_duration(error.retry_after)}."
    return error.what


def _duration(seconds: float) -> str:
    """``seconds`` in words, rounded up: '40 seconds', '3 minutes', '2 hours'."""
    sizes = {"hour": 3600, "minute": 60}
    unit = next((unit for unit, size in sizes.items() if seconds > size), "second")
    count = math.ceil(seconds / sizes.get(unit, 1))
    return f"{count} {unit}{'' if count == 1 else 's'}"
