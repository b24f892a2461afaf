"""BLEU as sacrebleu has it."""

import re
from pathlib import Path

import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.models import EXPECTED, SAMPLE
from reader.translation.bleu import bleu

PAIRS = [
    ("The river was calm at 5.30 this morning.", "At 5.30 this morning the river was calm."),
    ('He said: "We need 3-4 days & Rs 1,500."', 'He said: "We need 3-4 days &amp; Rs 1,200."'),
    ("It rained all night in the hills.", "It rained all night long in the hills above the town."),
]


def test_it_is_what_sacrebleu_computed() -> None:
    """With sacrebleu 2.6.0, to 0.1."""
    assert bleu(PAIRS) == pytest.approx(56.21, abs=0.1)


def test_the_same_is_a_hundred_and_nothing_is_nought() -> None:
    assert bleu([(text, text) for text, _ in PAIRS]) == pytest.approx(100)
    assert bleu([]) == 0
    assert bleu([("", "one two three four")]) == 0
    assert bleu([("five six seven eight", "one two three four")]) == 0


_TEXT = st.text(st.sampled_from("ab c.,-5&;qu\"'<>/()½क"), max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=5))
def test_it_is_that_of_sacrebleu_whatever_the_text(pairs: list[tuple[str, str]]) -> None:
    texts, references = zip(*pairs, strict=True)
    expected = sacrebleu.corpus_bleu(list(texts), [list(references)]).score
    assert bleu(pairs) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("engine", ["bergamot-tiny", "google", "argos"])
def test_it_is_that_of_sacrebleu_for_real_translations(data: Path, engine: str) -> None:
    folder = data / "parallel"
    texts = (folder / f"flores-dev.{engine}.en").read_text("utf-8").splitlines()
    references = (folder / "flores-dev.en").read_text("utf-8").splitlines()
    expected = sacrebleu.corpus_bleu(texts, [references]).score
    assert bleu(zip(texts, references, strict=True)) == pytest.approx(expected, abs=0.01)


def test_the_figures_that_verifying_a_model_is_held_to(data: Path) -> None:
    folder = data / "parallel"
    texts = (folder / "flores-dev.bergamot-tiny.en").read_text("utf-8").splitlines()
    references = (folder / "flores-dev.en").read_text("utf-8").splitlines()
    pairs = list(zip(texts, references, strict=True))
    told = re.findall(r"(\d+\.\d) on", EXPECTED)
    assert told == [f"{bleu(pairs[:SAMPLE]):.1f}", f"{bleu(pairs):.1f}"]
