"""BLEU, the usual score of translations, as sacrebleu computes it.

Papineni et al. 2002, over a whole corpus with one reference, words cut as by mteval-v13a, and
exponential smoothing of orders without a match: sacrebleu's default, ``nrefs:1|case:mixed|
eff:no|tok:13a|smooth:exp`` (Post 2018). The tests hold it to sacrebleu, which itself would bring
73 MB of numpy along for one figure that few readers ask for.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

ORDER = 4
_ENTITIES = (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"))
_CUTS = (
    (re.compile(r"([{-~\[-` -&(-+:-@/])"), r" \1 "),
    (re.compile(r"([^0-9])([.,])"), r"\1 \2 "),
    (re.compile(r"([.,])([^0-9])"), r" \1 \2"),
    (re.compile(r"([0-9])(-)"), r"\1 \2 "),
)


def bleu(pairs: Iterable[tuple[str, str]]) -> float:
    """The score, 0 to 100, of translations; each comes as itself and its reference."""
    matches, totals = Counter[int](), Counter[int]()
    length = reference_length = 0
    for text, reference in pairs:
        words, right = _words(text), _words(reference)
        length += len(words)
        reference_length += len(right)
        for order in range(1, ORDER + 1):
            found, known = _runs(words, order), _runs(right, order)
            matches[order] += (found & known).total()
            totals[order] += found.total()
    if not matches[1] or not totals[ORDER]:
        return 0.0
    brevity = min(0.0, 1 - reference_length / length)
    return 100 * math.exp(brevity + _mean_log(matches, totals))


def _mean_log(matches: Counter[int], totals: Counter[int]) -> float:
    """The mean logarithm of the precisions; half, a quarter … of a match where there is none."""
    smoothing, logs = 1.0, 0.0
    for order in range(1, ORDER + 1):
        if not matches[order]:
            smoothing *= 2
        logs += math.log((matches[order] or 1 / smoothing) / totals[order])
    return logs / ORDER


def _runs(words: list[str], order: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + order]) for i in range(len(words) - order + 1))


def _words(text: str) -> list[str]:
    text = text.replace("<skipped>", "")
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    text = f" {text} "
    for place, parted in _CUTS:
        text = place.sub(parted, text)
    return text.split()
