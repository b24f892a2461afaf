"""Sentences of a paragraph together, so that the server sees the context; answers one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.errors import BadResponse, TooLong
from reader.translation.engine import batches

_ADVICE = "Try again later, or choose another engine."


def answers(
    sentences: Sequence[str],
    limit: int,
    ask: Callable[[Sequence[str]], Sequence[str]],
    host: str,
) -> Iterator[str]:
    """Yield the English of each sentence, asking for runs of at most ``limit`` characters.

    ``ask`` sends some sentences in one request and returns what came back. When that is not
    one text a sentence, or the server finds them too long together, each is sent by itself.
    Blank sentences are not sent. Raises what ``ask`` raises, and BadResponse for a sentence
    with no English.
    """
    texts = [" ".join(sentence.split()) for sentence in sentences]
    for batch in batches(texts, limit):
        yield from _together(batch, ask) or (_alone(text, ask, host) for text in batch)


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
        raise BadResponse(f"{host} gave an empty answer.", _ADVICE)
    if not _is_english(text, english):
        raise BadResponse(f"{host} sent the sentence back untranslated.", _ADVICE)
    return english


def _is_english(source: str, target: str) -> bool:
    """Whether ``target`` can be the English of ``source``: some text, and not the Hindi again."""
    return bool(target) and (target != source or not any("\u0900" <= c <= "\u097f" for c in source))
