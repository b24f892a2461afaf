"""Sentences of a paragraph together, so that the server sees the context; answers one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.errors import BadResponse, TooLong
from reader.harmless import harmless
from reader.translation.engine import TRY_LATER, Limit, batches
from reader.translation.engines.troubles import OTHER_ENGINE

FLOOD = 50
"""How many times as long as a sentence, and as this many characters, no English of it is."""
MANY = 8
"""Sentences; of more than these that came back wrong each half is tried before each alone."""


def answers(
    sentences: Sequence[str],
    limit: Limit,
    ask: Callable[[Sequence[str]], Sequence[str]],
    host: str,
    most: int = 1000,
    is_secret: Callable[[str], bool] = lambda _: False,
) -> Iterator[str]:
    """Yield the English of each sentence, asking for at most ``most`` within ``limit`` at once.

    ``ask`` sends some sentences in one request and returns what came back. When that is not
    one text a sentence, or the server finds them too long together, each is sent by itself;
    many in two halves first. When it is, those without English ('', or the Hindi) are asked for
    once more. Blank sentences are not sent. A text that ``is_secret`` is no English, nor is one
    of a page and more for a line; what it shows is `harmless`. Raises what ``ask`` raises, and
    BadResponse for a sentence with no English.
    """
    texts = [" ".join(sentence.split()) for sentence in sentences]
    asking = _Asking(ask, host, is_secret)
    for batch in batches(texts, limit):
        for start in range(0, len(batch), most):
            yield from asking.of(batch[start : start + most])


@dataclass(frozen=True, slots=True)
class _Asking:
    """How sentences are asked for, and whom."""

    ask: Callable[[Sequence[str]], Sequence[str]]
    host: str
    is_secret: Callable[[str], bool]

    def of(self, batch: Sequence[str]) -> Iterator[str]:
        """The English of each; those without in the first answer are asked for again."""
        english = self._together(batch)
        if any(english):
            missing = self.of([text for text, got in zip(batch, english, strict=True) if not got])
            yield from (got or next(missing) for got in english)
        elif len(batch) > MANY:
            half = len(batch) // 2
            yield from self.of(batch[:half])
            yield from self.of(batch[half:])
        else:
            yield from map(self._alone, batch)

    def _together(self, batch: Sequence[str]) -> Sequence[str]:
        """One English text a sentence, '' for one without; none when there is not one for each."""
        if len(batch) < 2 or not all(batch):
            return ()
        try:
            english = list(map(_one_line, self.ask(batch)))
        except TooLong:
            return ()
        if len(english) != len(batch):
            return ()
        return [
            text if self._is_good(source, text) else ""
            for source, text in zip(batch, english, strict=True)
        ]

    def _is_good(self, source: str, text: str) -> bool:
        is_safe = not self.is_secret(text) and not _is_flood(source, text)
        return is_safe and _is_english(source, text)

    def _alone(self, text: str) -> str:
        if not text:
            return ""
        english = _one_line(" ".join(self.ask([text])))
        if not english:
            raise BadResponse(f"{self.host} gave an empty answer.", TRY_LATER)
        if not _is_english(text, english):
            raise BadResponse(f"{self.host} sent the sentence back untranslated.", OTHER_ENGINE)
        if self.is_secret(english):
            raise BadResponse(f"{self.host} put your key into its answer.", OTHER_ENGINE)
        if _is_flood(text, english):
            raise BadResponse(f"{self.host} answered with far more than English.", OTHER_ENGINE)
        return english


def _one_line(text: str) -> str:
    """An answer in one line, without what must not be shown."""
    return " ".join(harmless(text).split())


def _is_flood(source: str, target: str) -> bool:
    """Whether ``target`` is so long that it is nobody's English, and would fill the window."""
    return len(target) > FLOOD * (len(source) + FLOOD)


def _is_english(source: str, target: str) -> bool:
    """Whether ``target`` can be the English of ``source``: some text, and not the Hindi again."""
    return bool(target) and (target != source or not any("\u0900" <= c <= "\u097f" for c in source))
