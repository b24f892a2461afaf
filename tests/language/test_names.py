import pytest

from reader import paths
from reader.language import names
from reader.model import Label


@pytest.mark.parametrize(
    ("hindi", "english"),
    [
        ("रूस", "Russia"),
        ("उत्तर कोरिया", "North Korea"),
        ("नई दिल्ली", "New Delhi"),
        ("म्यांमार", "Myanmar"),
        ("अफ़्रीका", "Africa"),
        ("अफ्रीका", "Africa"),
        ("ऑस्ट्रेलिया", "Australia"),
    ],
)
def test_known_names_have_their_spelling(hindi: str, english: str) -> None:
    assert names.spelling(hindi) == english


@pytest.mark.parametrize("text", ["रूसी", "किताब", "", "विश्व"])
def test_other_words_have_none(text: str) -> None:
    assert names.spelling(text) is None


def test_the_longest_name_is_found() -> None:
    count, name = names.longest(["उत्तर", "कोरिया", "में"], 0) or (0, None)
    assert count == 2
    assert name is not None
    assert (name.label, name.english) == (Label.PLACE, "North Korea")
    assert names.longest(["और", "रूस"], 0) is None
    assert names.longest(["उत्तर"], 0) is None


def test_initials_may_have_points() -> None:
    with_points, without = names.known("यू.ए.ई."), names.known("यूएई")
    assert with_points == without is not None


def test_every_line_of_the_file_is_a_name() -> None:
    lines = paths.resource("lexicon/names.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines]
    assert all(len(field) == 3 for field in fields)
    assert {label for _, label, _ in fields} <= {"PERSON", "PLACE", "ORGANISATION"}
    assert all(hindi == hindi.strip() and hindi for hindi, _, _ in fields)
    assert all(english.isprintable() and english[0].isalnum() for *_, english in fields)
    assert not any("\u0900" <= char <= "\u097f" for *_, english in fields for char in english)
    assert len({hindi for hindi, *_ in fields}) == len(fields)
