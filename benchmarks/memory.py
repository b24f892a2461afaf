"""The translation memory at a million units: file size, look-ups, suggestions, TMX.

``python -m benchmarks.memory [UNITS]`` builds a library of generated sentences, as long as
those of news (127 code points of Hindi, 120 of English in the NTREX development set), in a
temporary folder, and prints what it measured.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from reader.library.library import Library
from reader.model import Sentence, Span, State, TranslationUnit
from reader.translation.memory import TranslationMemory
from reader.translation.tmx import read, write

SEED = 4
ARTICLE = 60
LOOKUPS = 50
PORTION = 5000
TMX_UNITS = 100_000
NOON = datetime(2026, 1, 1, tzinfo=UTC)
_SIGNS = "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह"
_VOWELS = ["", "ा", "ि", "ी", "ु", "े", "ो", "ं"]


def vocabulary(chance: random.Random, size: int = 40_000) -> list[str]:
    """Made-up words as long as Hindi ones, about five code points."""
    return [
        "".join(chance.choice(_SIGNS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 5)))
        for _ in range(size)
    ]


class Sentences:
    """Sentences whose words are as unevenly frequent as those of a language (Zipf)."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._words = vocabulary(self._chance)
        weights = [1 / rank for rank in range(1, len(self._words) + 1)]
        self._ranks = [sum(weights[:1])]
        for weight in weights[1:]:
            self._ranks.append(self._ranks[-1] + weight)

    def one(self) -> str:
        """A sentence of 12 to 38 words."""
        count = self._chance.randint(12, 38)
        return " ".join(self._chance.choices(self._words, cum_weights=self._ranks, k=count)) + "।"

    def unit(self) -> TranslationUnit:
        """A unit with about as much English."""
        source = self.one()
        english = " ".join(self._chance.choices(_ENGLISH, k=20))
        return TranslationUnit("", source, english, "google", State.MACHINE, created=NOON)


_ENGLISH = [
    "the",
    "river",
    "bridge",
    "village",
    "people",
    "said",
    "on",
    "of",
    "new",
    "work",
    "year",
    "water",
    "city",
    "which",
    "was",
    "government",
    "minister",
    "announced",
    "development",
    "district",
    "committee",
    "between",
]


def fill(library: Library, count: int) -> list[str]:
    """Put ``count`` units into the library; every 1,000th source."""
    sentences, some = Sentences(SEED), []
    memory = TranslationMemory(library.units)
    for start in range(0, count, PORTION):
        portion = [sentences.unit() for _ in range(min(PORTION, count - start))]
        memory.remember(portion)
        some += [unit.source for unit in portion[::1000]]
    return some


def sentence(text: str, number: int = 0) -> Sentence:
    """A sentence of that text."""
    return Sentence(f"p{number}.1", text, Span(0, len(text)))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds ``work`` takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def told(name: str, times: list[float]) -> None:
    """Print the median and the worst of ``times``, in milliseconds."""
    print(f"{name:<46}{statistics.median(times):8.2f} ms median {max(times):8.2f} ms worst")


def look_up(memory: TranslationMemory, some: list[str]) -> None:
    """Look articles of 60 sentences up, half of them known."""
    chance, strangers = random.Random(SEED), Sentences(SEED + 1)
    articles = []
    for _ in range(LOOKUPS):
        texts = chance.sample(some, ARTICLE // 2)
        texts += [strangers.one() for _ in range(ARTICLE // 2)]
        articles.append([sentence(text, number) for number, text in enumerate(texts)])
    told("look-up of 60 sentences", [timed(lambda a=a: memory.recall(a)) for a in articles])


def suggest(memory: TranslationMemory, some: list[str]) -> None:
    """Look for sentences near to known ones of which two words were changed."""
    chance, found, times = random.Random(SEED), 0, []
    for text in chance.sample(some, LOOKUPS):
        words = text.split()
        for _ in range(2):
            words[chance.randrange(len(words))] = "बदला"
        near = sentence(" ".join(words))
        times.append(timed(lambda near=near: memory.suggestions(near)))
        found += any(s.unit.source == text for s in memory.suggestions(near))
    told("suggestions for a sentence", times)
    print(f"{'of them found':<46}{found:5} of {LOOKUPS}")


def exchange(folder: Path) -> None:
    """Write and read a TMX file."""
    path, sentences = folder / "memory.tmx", Sentences(SEED + 2)

    def made() -> Iterator[TranslationUnit]:
        for _ in range(TMX_UNITS):
            yield sentences.unit()

    written = timed(lambda: write(path, made()))
    print(f"TMX of {TMX_UNITS:,} units written in {written / 1000:.1f} s")
    read_in = timed(lambda: sum(1 for _ in read(path)))
    print(f"read in {read_in / 1000:.1f} s, {path.stat().st_size / 1e6:.0f} MB")


def main(count: int) -> None:
    """Build, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "library.sqlite"
        with Library.open(path) as library:
            start = perf_counter()
            some = fill(library, count)
            print(f"{count:,} units put in {perf_counter() - start:.0f} s")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"file {path.stat().st_size / 1e6:.0f} MB")
        start = perf_counter()
        with Library.open(path) as library:
            print(f"opened in {(perf_counter() - start) * 1000:.0f} ms")
            memory = TranslationMemory(library.units)
            first = [sentence(text, number) for number, text in enumerate(some[:ARTICLE])]
            told("first look-up after opening", [timed(lambda: memory.recall(first))])
            look_up(memory, some)
            suggest(memory, some)
            units = [Sentences(SEED + 3).unit() for _ in range(1)]
            told("one unit remembered", [timed(lambda: memory.remember(units)) for _ in range(20)])
            exchange(Path(name))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
