from pathlib import Path

import pytest

from reader.language import headwords
from reader.language.normalise import fold


@pytest.mark.parametrize(
    ("word", "headword"),
    [
        ("किताब", "किताब"),
        ("किताबों", "किताब"),
        ("लड़कों", "लड़का"),
        ("नदियों", "नदी"),
        ("भाषाएं", "भाषा"),
        ("अच्छी", "अच्छा"),
        ("करेंगे", "करना"),
        ("किया", "करना"),
        ("गए", "जाना"),
        ("पहुंचे", "पहुंचना"),
        ("लिखकर", "लिखना"),
        ("है", "होना"),
        ("उसने", "वह"),
        ("की", "का"),
        ("अपनी", "अपना"),
    ],
)
def test_the_likeliest_headword_comes_first(word: str, headword: str) -> None:
    assert fold(headwords.headwords(word)[0]) == fold(headword)


def test_a_word_may_be_a_form_of_several() -> None:
    assert {"का", "करना"} <= set(headwords.headwords("की"))


def test_an_unknown_word_is_its_own_headword() -> None:
    assert headwords.headwords("झबरूटक") == ("झबरूटक",)
    assert not headwords.is_word("झबरूटक")
    assert headwords.is_word("किताबों")


def test_forms_of_a_word_share_a_stem() -> None:
    assert headwords.stem("किया") == headwords.stem("करेंगे")
    assert headwords.stem("किताबों") == headwords.stem("किताब")


def test_headwords_agree_with_an_annotated_corpus(data: Path) -> None:
    lines = (data / "parallel" / "pud.dev.conllu").read_text(encoding="utf-8").splitlines()
    rows = [fields for line in lines if len(fields := line.split("\t")) > 4]
    rows = [row for row in rows if row[3] in ("NOUN", "ADJ", "PRON", "ADP", "ADV")]
    right = sum(fold(headwords.headwords(row[1])[0]) == fold(row[2]) for row in rows)
    assert len(rows) > 5000
    assert right / len(rows) > 0.9
