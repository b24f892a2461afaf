"""Sentences of a paragraph together, so that the server sees the context; answers one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.errors import BadResponse, TooLong
from reader.translation.engine import TRY_LATER, Limit, batches
from reader.translation.engines.troubles import OTHER_ENGINE

MANY = 8
"""Sentences; of more than these that came back wrong each half is tried before each alone."""


def answers(
    sentences: Sequence[str],
    limit: Limit,
    ask: Callable[[Sequence[str]], Sequence[str]],
    host: str,
    most: int = 1000,
) -> Iterator[str]:
    """Yield the English of each sentence, asking for at most ``most`` within ``limit`` at once.

    ``ask`` sends some sentences in one request and returns what came back. When that is not
    one text a sentence, or the server finds them too long together, each is sent by itself;
    many in two halves first. Blank sentences are not sent. Raises what ``ask`` raises, and
    BadResponse for a sentence with no English.
    """
    texts = [" ".join(sentence.split()) for sentence in sentences]
    for batch in batches(texts, limit):
        for start in range(0, len(batch), most):
            yield from _of(batch[start : start + most], ask, host)


def _of(
    batch: Sequence[str], ask: Callable[[Sequence[str]], Sequence[str]], host: str
) -> Iterator[str]:
    english = _together(batch, ask)
    if english:
        yield from english
    elif len(batch) > MANY:
        half = len(batch) // 2
        yield from _of(batch[:half], ask, host)
        yield from _of(batch[half:], ask, host)
    else:
        yield from (_alone(text, ask, host) for text in batch)


def _together(
    batch: Sequence[str], ask: Callable[[Sequence[str]], Sequence[str]]
) -> Sequence[str] | None:
    """One English text a sentence, None when the server did not give that."""
    if len(batch) == 1 or not all(batch):
        return None
    try:
        english = [" ".join(text.split()) for text in ask(batch)]
    except TooLong:
        return None
    fits = len(english) == len(batch) and all(map(_is_english, batch, english))
    return english if fits else None


def _alone(text: str, ask: Callable[[Sequence[str]], Sequence[str]], host: str) -> str:
    if not text:
        return ""
    english = " ".join(" ".join(ask([text])).split())
    if not english:
        raise BadResponse(f"{host} gave an empty answer.", TRY_LATER)
    if not _is_english(text, english):
        raise BadResponse(f"{host} sent the sentence back untranslated.", OTHER_ENGINE)
    return english


def _is_english(source: str, target: str) -> bool:
    """Whether ``target`` can be the English of ``source``: some text, and not the Hindi again."""
    return bool(target) and (target != source or not any("\u0900" <= c <= "\u097f" for c in source))
