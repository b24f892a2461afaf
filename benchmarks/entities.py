"""How well entities are found: precision, recall and F1 on the development sets.

Run from the repository root with the data in SETU_DATA or ../shared/data::

    python -m benchmarks.entities
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.language import mentions
from reader.model import Label

Spans = set[tuple[int, int, str]]

SETS = {
    "hiner.dev.conll": {
        "PERSON": Label.PERSON,
        "LOCATION": Label.PLACE,
        "ORGANIZATION": Label.ORGANISATION,
    },
    "il-ner.dev.conll": {
        "NEP": Label.PERSON,
        "NEL": Label.PLACE,
        "NEO": Label.ORGANISATION,
        "NETI": Label.DATE,
        "NEN": Label.NUMBER,
    },
}


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The words and tags of each sentence of a CoNLL file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if pairs:
            yield [(word, tag) for word, tag in pairs]


def gold(pairs: list[tuple[str, str]], labels: dict[str, Label]) -> Spans:
    """The spans that the tags mark, in a text of the words with a space between."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for word, tag in pairs:
        position, _, kind = tag.partition("-")
        label = labels.get(kind)
        if label and position == "I" and found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at + len(word), found[-1][2])
        elif label:
            found.append((at, at + len(word), label))
        at += len(word) + 1
    return set(found)


def measure(path: Path, labels: dict[str, Label]) -> None:
    """Print precision, recall and F1 for each label and for all together."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    for pairs in sentences(path):
        text = " ".join(word for word, _ in pairs)
        money = {Label.MONEY: Label.NUMBER}
        mine = {
            (found.span.start, found.span.end, money.get(found.label, found.label))
            for found in mentions.find(text)
        }
        mine = {span for span in mine if span[2] in labels.values()}
        theirs = gold(pairs, labels)
        right.update(label for *_, label in mine & theirs)
        given.update(label for *_, label in mine)
        expected.update(label for *_, label in theirs)
    print(path.name)
    for label in (*labels.values(), "all"):
        counts = [c.total() if label == "all" else c[label] for c in (right, given, expected)]
        precision, recall = counts[0] / max(counts[1], 1), counts[0] / max(counts[2], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {label:13} P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}  of {counts[2]}")


def main() -> None:
    """Measure every set there is."""
    data = Path(os.environ.get("SETU_DATA", "../shared/data"))
    for name, labels in SETS.items():
        measure(data / "ner" / name, labels)


if __name__ == "__main__":
    main()
