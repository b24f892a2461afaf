"""Measures the legacy encodings on real Hindi: `python -m benchmarks.legacy [DATA]`.

Unicode sentences are typed as the fonts want them (here alone is there an encoder), decoded
and compared; where a sign can be typed in several ways, one is drawn by lot. Then come
recognition by length, and what is taken for legacy text though it is not.
"""

from __future__ import annotations

import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from reader.formats import legacy
from reader.formats.legacy.tables import CHANAKYA, DEVLYS, KRUTI_DEV, WALKMAN, table
from reader.model import Article, Paragraph

ENCODINGS = (KRUTI_DEV, DEVLYS, WALKMAN, CHANAKYA)
_CLUSTER = "[क-ह]़?(?:्[क-ह]़?)*"
# Read in spoken order: what stands before and after a syllable is typed elsewhere.
_REPH = re.compile(f"र्({_CLUSTER}[ा-ौॢॣ]*)")
_SHORT_I = re.compile(f"({_CLUSTER})ि")
_VOWELS = {"आ": "अा", "ओ": "अाे", "औ": "अाै", "ऑ": "अाॅ", "ऐ": "एे", "ई": "इR"}
_FOLDED = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "ः": ":"})


class Usual(random.Random):
    """Always draws the first: the way a sign is usually typed."""

    def choice(self, seq: Sequence[str]) -> str:
        """Return the first of ``seq``."""
        return seq[0]


def typed(word: str, encoding: str, lot: random.Random) -> str:
    """Return ``word`` as typed in ``encoding``, '' where that cannot write all of it."""
    visual = unicodedata.normalize("NFC", re.sub("[\u200c\u200d]", "", word))
    visual = re.sub(
        r"""^(\W*)['"]""", lambda quote: quote[1] + "‘" * (1 + ('"' in quote[0])), visual
    )
    visual = visual.replace('"', "’’").replace("'", "’").replace(":", "ः")
    visual = _SHORT_I.sub(r"I\1", _REPH.sub(r"\1R", visual))
    for vowel, parts in _VOWELS.items():
        visual = visual.replace(vowel, parts)
    signs, ways = _ways(encoding)
    pieces = [signs.fullmatch(piece) or piece for piece in re.split(f"({signs.pattern})", visual)]
    if any(isinstance(piece, str) and not _passes(piece, encoding) for piece in pieces):
        return ""
    return "".join(p if isinstance(p, str) else lot.choice(ways[p[0]]) for p in pieces)


def _passes(piece: str, encoding: str) -> bool:
    """Whether what the table does not name is drawn as it stands."""
    return not re.search("[ऀ-ॿ]", piece) and not any(keys in piece for keys in table(encoding))


@cache
def _ways(encoding: str) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """Return what finds the longest signs that can be typed, and how each can be."""
    ways: dict[str, list[str]] = {}
    stroke = next(keys for keys, drawn in table(encoding).items() if drawn == "ा")
    for keys, drawn in table(encoding).items():
        if not drawn or "•" in keys or "\ufffd" in keys:
            continue
        ways.setdefault(drawn.replace("ि", "I"), []).append(keys)
    halves = [sign for sign in ways if sign.endswith("्") and len(sign) > 1]
    for half in halves:
        ways.setdefault(half[:-1], []).extend(keys + stroke for keys in ways[half])
    for matra, parts in (("ो", "ाे"), ("ौ", "ाै"), ("ॉ", "ाॅ")):
        ways.setdefault(matra, []).append("".join(ways[part][0] for part in parts))
    longest = sorted(ways, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), ways


def folded(text: str) -> str:
    """Return ``text`` without what the fonts draw alike: joiners, kinds of quotes and dashes."""
    plain = unicodedata.normalize("NFC", re.sub("[\u200c\u200d]", "", text)).translate(_FOLDED)
    return plain.replace("''", '"')


def hindi(data: Path) -> dict[str, list[str]]:
    """Return the Hindi sentences by where they are from."""
    ntrex = (data / "parallel/ntrex.dev.tsv").read_text(encoding="utf-8").splitlines()
    conll = (data / "ner/hiner.train.conll").read_text(encoding="utf-8").split("\n\n")
    return {
        "NTREX": [line.split("\t")[1] for line in ntrex],
        "FLORES": (data / "parallel/flores-dev.hi").read_text(encoding="utf-8").splitlines(),
        "HiNER": [
            " ".join(line.split("\t")[0] for line in sentence.splitlines())
            for sentence in conll[:4000]
        ],
    }


def english(data: Path) -> list[str]:
    """Return the English sentences: the reference of NTREX, and FLORES in six versions."""
    ntrex = (data / "parallel/ntrex.dev.tsv").read_text(encoding="utf-8").splitlines()
    flores = sorted((data / "parallel").glob("flores-dev*.en"))
    return [line.split("\t")[2] for line in ntrex] + [
        line for file in flores for line in file.read_text(encoding="utf-8").splitlines()
    ]


def round_trips(sentences: list[str], encoding: str) -> tuple[str, float]:
    """Return a line of figures, and the share of words that come back as they were."""
    lot = random.Random(3)
    tried, whole, count, unwritable, wrong = 0, 0, 0, 0, []
    for text in sentences:
        pairs = [(word, typed(word, encoding, lot)) for word in text.split()]
        written = [(word, keys) for word, keys in pairs if keys]
        unwritable += len(pairs) - len(written)
        back = legacy.decode(" ".join(keys for _, keys in written), encoding).split()
        missed = [
            f"{w} {b}" for (w, _), b in zip(written, back, strict=True) if folded(w) != folded(b)
        ]
        tried, wrong = tried + len(written), wrong + missed
        if len(written) == len(pairs):
            count, whole = count + 1, whole + (not missed)
    share = 1 - len(wrong) / tried
    line = (
        f"words {share:.4%} of {tried} (and {unwritable} it cannot write), "
        f"sentences {whole / count:.2%} of {count}; missed: {'; '.join(wrong[:8])}"
    )
    return line, share


def as_typed(text: str, encoding: str, lot: random.Random) -> str:
    """Return the words of ``text`` that ``encoding`` can write, as typed in it."""
    return " ".join(filter(None, (typed(word, encoding, lot) for word in text.split())))


def _recognised(text: str) -> str:
    return legacy.converted(Article("", (Paragraph(text),))).converted


def _chunks(sentences: list[str], words: int) -> Iterator[str]:
    for sentence in sentences:
        found = sentence.split()
        if len(found) >= words:
            yield " ".join(found[:words])


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    texts = hindi(data)
    for source, sentences in texts.items():
        for encoding in ENCODINGS:
            print(f"{source:7} {encoding:17} {round_trips(sentences, encoding)[0]}")
    usual = Usual()
    for encoding in (KRUTI_DEV, WALKMAN, CHANAKYA):
        rates = []
        for words in (3, 5, 8, 12, 20):
            chunks = [as_typed(text, encoding, usual) for text in _chunks(texts["NTREX"], words)]
            rates.append(f"{words}: {sum(map(bool, map(_recognised, chunks))) / len(chunks):.1%}")
        print(f"recognised {encoding} alone, by number of words: {', '.join(rates)}")
    for name, others in (
        ("English", english(data)),
        ("Hindi", [text for part in texts.values() for text in part]),
    ):
        taken = [text for text in others if _recognised(text)]
        print(f"taken for legacy text of {len(others)} {name} sentences: {len(taken)} {taken[:3]}")
    long = Article("", tuple(Paragraph(text) for text in english(data)[:6000]))
    start = time.perf_counter()
    assert legacy.converted(long) is long
    size = sum(len(paragraph.text) for paragraph in long.paragraphs)
    print(f"an English article of {size:,} letters: {time.perf_counter() - start:.3f} s")


if __name__ == "__main__":
    main()
