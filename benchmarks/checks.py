"""How well the checks tell a good translation from a bad one.

    python -m benchmarks.checks [--show] [--held-out]

On the data beside the checkout (SETU_DATA, else ../shared/data): how many human references
the number check calls wrong, how many of 1,000 corruptions it catches (a reference in which one
number was changed, see `corruptions`), what the shape check finds in references, in six
engines' answers and in made-up faults (see `talk` for those of chat models), and the time a
sentence takes. The rules were made on
every second document of NTREX, on FLORES and on PUD; --held-out measures on the other documents
of NTREX alone. --show prints every false alarm and every miss.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corruptions import corruptions
from benchmarks.placing import pairs
from benchmarks.talk import talked
from reader.language import checking, number_check, shape
from reader.language.twins import Twins

Pair = tuple[str, str]
_CORRUPTIONS, _SEED = 1000, 4
ENGINES = ("google", "microsoft", "nllb", "bergamot-tiny", "argos", "opusmt")


def ntrex(data: Path, *, held_out: bool) -> list[Pair]:
    """The sentences of every second document."""
    with (data / "ntrex.dev.tsv").open(encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    documents = list(dict.fromkeys(line[0] for line in lines))[held_out::2]
    return [(hindi, english) for document, hindi, english in lines if document in set(documents)]


def flores(data: Path, engine: str = "") -> list[Pair]:
    """The sentences of FLORES with the reference or an engine's English."""
    return pairs(data, f"flores-dev.{engine}.en" if engine else "flores-dev.en")


def pud(data: Path) -> list[Pair]:
    """The sentences of PUD, most of which were translated from the English."""
    lines = (data / "pud.dev.conllu").read_text(encoding="utf-8").splitlines()
    hindi = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    english = [line[len("# text_en = ") :] for line in lines if line.startswith("# text_en = ")]
    return list(zip(hindi, english, strict=True))


def alarms(name: str, every: Sequence[Pair], *, show: bool) -> None:
    """Print how many sentences the number check calls wrong."""
    found = [(pair, problems) for pair in every if (problems := number_check.check(*pair))]
    print(f"numbers, {name}: {len(found)} of {len(every)} flagged, {_share(found, every)}")
    for (hindi, english), problems in found if show else ():
        print("", hindi, english, *(problem.text for problem in problems), sep="\n  ")


def caught(every: Sequence[Pair], *, show: bool) -> None:
    """Print how many corruptions are caught, of each kind."""
    made, missed = Counter[str](), Counter[str]()
    for one in corruptions(every, _CORRUPTIONS, _SEED):
        made[one.kind] += 1
        before = {problem.text for problem in number_check.check(one.hindi, one.before)}
        after = {problem.text for problem in number_check.check(one.hindi, one.after)}
        if not after - before:
            missed[one.kind] += 1
            if show:
                print("", f"missed, {one.kind}", one.hindi, one.before, one.after, sep="\n  ")
    hits = made.total() - missed.total()
    print(f"corruptions: {hits} of {made.total()} caught, {100 * hits / made.total():.1f} %")
    for kind, count in made.most_common():
        print(f"  {kind}: {count - missed[kind]} of {count}")


def shapes(name: str, every: Sequence[Pair], *, show: bool) -> None:
    """Print how many sentences the shape check calls wrong."""
    found = [(pair, fault) for pair in every if (fault := shape.fault(*pair))]
    fatal = sum(fault.is_fatal for _, fault in found)
    flagged = f"{len(found)} of {len(every)} flagged, {fatal} as no translation"
    print(f"shape, {name}: {flagged}, {_share(found, every)}")
    for (_hindi, english), fault in found if show else ():
        print("", fault.text, english, sep="\n  ")


def broken(hindi: str, english: str) -> Iterator[tuple[str, str]]:
    """The English with every fault of shape that models have, by its name."""
    words = english.split()
    yield "empty", " "
    yield "the Hindi", hindi
    yield "half Hindi", " ".join(words[: len(words) // 2] + hindi.split()[len(words) // 2 :])
    yield "a fifth of it", " ".join(words[: len(words) // 5])
    yield "half of it", " ".join(words[: len(words) // 2])
    yield "two thirds of it", " ".join(words[: 2 * len(words) // 3])
    yield "all of it twice", " ".join(words * 2)
    yield "the last word ten times", " ".join(words + words[-1:] * 10)
    yield "the end five times", " ".join(words + words[-4:] * 5)
    yield "six times over", " ".join(words * 6)
    yield from talked(hindi, english)


def shape_faults(every: Sequence[Pair], *, show: bool) -> None:
    """Print how many made-up faults of shape are found, of each kind."""
    made, missed, fatal = Counter[str](), Counter[str](), Counter[str]()
    for hindi, english in every:
        if len(english.split()) < 10:
            continue
        for kind, target in broken(hindi, english):
            made[kind] += 1
            fault = shape.fault(hindi, target)
            missed[kind] += not fault
            fatal[kind] += bool(fault and fault.is_fatal)
            if show and not fault:
                print("", f"missed, {kind}", target, sep="\n  ")
    for kind, count in made.items():
        found = f"{count - missed[kind]} of {count} found, {fatal[kind]} as no translation"
        print(f"shape faults, {kind}: {found}")


def twins(name: str, every: Sequence[Pair]) -> None:
    """Print how many share their English with another sentence, and what is found if all do."""
    known, stuck = Twins(), Twins()
    alike = [pair for pair in every if known.find(*pair)]
    print(f"one English for two, {name}: {len(alike)} of {len(every)}, {_share(alike, every)}")
    _, english = every[0]
    found = [hindi for hindi, _ in every if stuck.find(hindi, english)]
    print(f"shape faults, the English of the first: {len(found)} of {len(every) - 1} found")


def speed(every: Sequence[Pair]) -> None:
    """Print what a sentence takes, once the words are loaded."""
    checking.check(*every[0])
    times = []
    for pair in every:
        began = time.perf_counter()
        checking.check(*pair)
        times.append(1000 * (time.perf_counter() - began))
    median, worst = statistics.median(times), max(times)
    print(f"time a sentence: {median:.2f} ms, mean {statistics.mean(times):.2f}, most {worst:.2f}")


def _share(found: Sequence[object], every: Sequence[object]) -> str:
    return f"{100 * len(found) / len(every):.2f} %"


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    data = Path(os.environ.get("SETU_DATA", "../shared/data")) / "parallel"
    references = {"NTREX": ntrex(data, held_out=options.held_out)}
    if not options.held_out:
        references |= {"FLORES": flores(data), "PUD": pud(data)}
    for name, every in references.items():
        alarms(name, every, show=options.show)
        caught(every, show=options.show)
        shapes(name, every, show=options.show)
        shape_faults(every, show=options.show)
        twins(name, every)
        speed(every)
    for engine in () if options.held_out else ENGINES:
        answered = flores(data, engine)
        alarms(engine, answered, show=options.show)
        shapes(engine, answered, show=options.show)
        twins(engine, answered)


if __name__ == "__main__":
    main()
