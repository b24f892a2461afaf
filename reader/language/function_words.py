"""The small words by which languages in one script are told apart.

``resources/languages/function-words.tsv`` has a line for each language: its code, its script
(ISO 15924), words that stand in nearly every few sentences of it and seldom in those of the
others, and endings of such words; tabs between the fields, spaces within them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader import paths
from reader.language.normalise import fold, word_set


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """A language's own ``words``, folded, and what others of its words end in."""

    code: str
    script: str
    words: frozenset[str]
    endings: tuple[str, ...] = ()

    def own(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Those of the folded words in ``counts`` that are the language's own."""
        return {word: count for word, count in counts.items() if self._has(word)}

    def _has(self, word: str) -> bool:
        return word in self.words or any(
            word.endswith(ending) and len(word) >= len(ending) + 2 for ending in self.endings
        )


@cache
def all_languages() -> tuple[FunctionWords, ...]:
    """Every language there are words of, in each script the likeliest first."""
    lines = paths.resource("languages/function-words.tsv").read_text("utf-8").splitlines()
    return tuple(map(_language, lines[1:]))


@cache
def of_script(script: str) -> tuple[FunctionWords, ...]:
    """The languages written in ``script``, such as 'Deva', the likeliest first."""
    return tuple(language for language in all_languages() if language.script == script)


@cache
def of_code(code: str) -> FunctionWords:
    """The language with that code, which must be one of them."""
    return next(language for language in all_languages() if language.code == code)


def _language(line: str) -> FunctionWords:
    code, script, words, *endings = line.split("\t")
    return FunctionWords(
        code, script, word_set(fold(words)), tuple(fold(" ".join(endings)).split())
    )
