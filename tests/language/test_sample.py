"""The bundled article and its English belong together, sentence for sentence."""

from reader import formats, paths
from reader.language.segment import segment
from reader.model import ENGLISH, HINDI, Kind, Row
from reader.translation import tmx

ROWS = segment(formats.load(str(paths.resource("sample/setu-sample.txt"))))
UNITS = list(tmx.read(paths.resource("sample/setu-sample.tmx")))


def told(kind: Kind) -> list[Row]:
    return [row for row in ROWS if row.kind is kind]


def test_every_hindi_sentence_has_its_unit_and_no_unit_is_left_over() -> None:
    sentences = {s.text for row in ROWS for s in row.sentences if s.language == HINDI}
    sources = [unit.source for unit in UNITS]
    assert len(sources) == len(set(sources))
    assert set(sources) == sentences


def test_the_sample_has_every_part_of_an_article() -> None:
    single = (Kind.TITLE, Kind.LEAD, Kind.ALT, Kind.CAPTION, Kind.WEB_TITLE)
    assert [len(told(kind)) for kind in single] == [1] * len(single)
    assert len(told(Kind.KEY_POINT)) == 3
    assert len(told(Kind.BODY)) >= 8


def test_its_english_is_english() -> None:
    for unit in UNITS:
        assert unit.target.isprintable()
        assert not any("\u0900" <= char <= "\u097f" for char in unit.target)
    assert [s.language for s in told(Kind.ALT)[0].sentences] == [ENGLISH, HINDI]
    assert told(Kind.WEB_TITLE)[0].sentences[0].language == ENGLISH
