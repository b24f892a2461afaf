"""How often a pinned spelling finds the engine's word for the name, and how often another.

    python -m benchmarks.pins [--show]

On 997 sentences of FLORES (SETU_DATA, else ../shared/data) and what six engines answered: names
in the Hindi are pinned to spellings of our own making. Of names whose English the list of names
tells, the right place is where the engine wrote that: counted is how often just those places
change. With that word taken out of the English nothing may change. Of other names, which have to
be found by sound alone, counted is how often something changes; --show prints what, to be
judged by eye.
"""

from __future__ import annotations

import argparse
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.checks import ENGINES
from benchmarks.placing import pairs
from reader.language import mentions, names, romanise
from reader.language.pinning import pinned
from reader.model import Label

_NAMES = (Label.PERSON, Label.PLACE)
_OTHER_VOWELS = {"a": "aa", "e": "ei", "i": "ee", "o": "oo", "u": "oo"}


def respelled(english: str) -> str:
    """A spelling of our own: the last vowel doubled (Delhi: Delhee)."""
    return re.sub(r"[aeiou](?=[^aeiou]*$)", lambda found: _OTHER_VOWELS[found[0]], english, count=1)


def named(hindi: str) -> Iterator[str]:
    """The people and places that a sentence names, each once."""
    found = [mention.span for mention in mentions.find(hindi) if mention.label in _NAMES]
    yield from dict.fromkeys(hindi[span.start : span.end] for span in found)


def place(english: str) -> re.Pattern[str]:
    """Where a spelling stands as a word of its own."""
    return re.compile(rf"(?<![^\W_]){re.escape(english)}(?![^\W_])")


def known(hindi: str, target: str, name: str, counts: Counter[str], *, show: bool) -> None:
    """Count what a pin of a name does whose English is known and stands in the target."""
    english = names.spelling(name) or ""
    wanted = respelled(english)
    right, said = place(english).sub(wanted, target), pinned(hindi, target, {name: wanted})[0]
    verdict = "right" if said == right else "left" if said == target else "wrong"
    counts[verdict] += 1
    without = place(english).sub("it", target)
    absent = pinned(hindi, without, {name: wanted})[0] != without
    counts["absent, changed"] += absent
    if show and (verdict != "right" or absent):
        print(
            "",
            f"{verdict}{', absent changed' * absent}: {name}, {wanted}",
            target,
            said,
            sep="\n  ",
        )
        if absent:
            print(" ", pinned(hindi, without, {name: wanted})[0])


def other(hindi: str, target: str, name: str, counts: Counter[str], *, show: bool) -> None:
    """Count what a pin of a name does whose English no list tells."""
    wanted = respelled(romanise.romanise_name(name))
    _said, changes = pinned(hindi, target, {name: wanted})
    counts["other, changed" if changes else "other, left"] += 1
    if show:
        print(f"{name}: {', '.join(change.before for change in changes) or '-'}  < {target[:90]}")


def main() -> None:
    """Measure all engines."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    data = Path(os.environ.get("SETU_DATA", "../shared/data")) / "parallel"
    for engine in ENGINES:
        counts = Counter[str]()
        for hindi, target in pairs(data, f"flores-dev.{engine}.en"):
            for name in named(hindi):
                english = names.spelling(name)
                if english and place(english).search(target):
                    known(hindi, target, name, counts, show=show)
                elif not english:
                    other(hindi, target, name, counts, show=show)
        print(f"{engine}: {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
