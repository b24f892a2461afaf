"""How often bold, italics and links find their place in the English, and how long it takes.

    python -m benchmarks.placing [--sample 40] [--seed 1]

Names, and runs of one to four words, are marked in the Hindi of FLORES and NTREX; the English
is the reference, and for FLORES also what one real engine answered. Printed are the share of
marks placed and the time a sentence takes, the first time and again; then a sample, to be
judged by eye: no alignment is known. The data are in SETU_DATA or ../shared/data.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from reader.language import matching, mentions, placing, words
from reader.model import HINDI, Markup, Sentence, Span, Style

Case = tuple[Sentence, str]
_NAMES = 0.4
_LENGTHS = (1, 1, 2, 2, 3, 4)


def pairs(data: Path, english: str) -> list[tuple[str, str]]:
    """The sentences of a set with their English."""
    if english.endswith(".tsv"):
        with (data / english).open(encoding="utf-8") as file:
            lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            return [(hindi, said) for _document, hindi, said in lines]
    left = (data / "flores-dev.hi").read_text(encoding="utf-8").splitlines()
    return list(zip(left, (data / english).read_text(encoding="utf-8").splitlines(), strict=True))


def cases(every: list[tuple[str, str]], chance: random.Random) -> Iterator[Case]:
    """Sentences with something marked: a name, or words that neither begin nor end in grammar."""
    for hindi, english in every:
        span = _marked(hindi, chance)
        if span:
            markup = (Markup(span, Style.BOLD),)
            yield Sentence("p1.1", hindi, Span(0, len(hindi)), HINDI, markup), english


def _marked(hindi: str, chance: random.Random) -> Span | None:
    if chance.random() < _NAMES:
        named = mentions.find(hindi)
        return chance.choice(named).span if named else None
    spans, length = words.split(hindi), chance.choice(_LENGTHS)
    if len(spans) <= length:
        return None
    first = chance.randrange(len(spans) - length)
    ends = spans[first], spans[first + length - 1]
    whole = Span(ends[0].start, ends[1].end)
    grammar = any(matching.is_grammar(hindi[end.start : end.end]) for end in ends)
    broken = any(sign in hindi[whole.start : whole.end] for sign in ",।;:(")
    return None if grammar or broken else whole


def measure(name: str, made: list[Case]) -> None:
    """Print what share is placed, and milliseconds a sentence."""
    times = []
    for _again in range(2):
        began = time.perf_counter()
        placed = [placing.place(sentence, english) for sentence, english in made]
        times.append(1000 * (time.perf_counter() - began) / len(made))
    share = sum(map(bool, placed)) / len(made)
    print(f"{name:22} {len(made):5} marks  {share:6.1%} placed  {times[0]:.2f}, {times[1]:.2f} ms")


def show(sentence: Sentence, english: str) -> None:
    """Print a sentence and its English with what is marked in brackets."""
    found = placing.place(sentence, english)
    print("\n" + _bracketed(sentence.text, sentence.markup))
    print(_bracketed(english, found) if found else f"(not placed) {english}")


def _bracketed(text: str, markup: tuple[Markup, ...]) -> str:
    (one,) = markup
    return f"{text[: one.span.start]}[{text[one.span.start : one.span.end]}]{text[one.span.end :]}"


def main() -> None:
    """Measure every set, then show a sample of the last."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    data = Path(os.environ.get("SETU_DATA", "../shared/data")) / "parallel"
    for english in ("flores-dev.en", "ntrex.dev.tsv", "flores-dev.google.en"):
        chance = random.Random(chosen.seed)
        made = list(cases(pairs(data, english), chance))
        measure(english, made)
    for case in chance.sample(made, min(chosen.sample, len(made))):
        show(*case)


if __name__ == "__main__":
    main()
