import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.romanise import romanise, romanise_name


@pytest.mark.parametrize(
    ("hindi", "latin"),
    [
        ("नरेंद्र मोदी", "narendra modi"),
        ("शिवेन्द्र कुमार राय", "shivendra kumar rai"),
        ("व्लादिमीर पुतिन", "vladimir putin"),
        ("सर्जरी", "sarjari"),
        ("सरकार", "sarkar"),
        ("राष्ट्रपति", "rashtrapati"),
        ("रामनगर", "ramnagar"),
        ("मनमोहन सिंह", "manmohan singh"),
        ("संबंध", "sambandh"),
        ("अच्छा बच्चा", "achha baccha"),
        ("ज्ञान", "gyan"),
        ("क्षेत्र", "kshetra"),
        ("ज़मीन", "zamin"),
        ("नहीं", "nahin"),
        ("लिए", "liye"),
        ("२४ घंटे।", "24 ghante."),
        ("", ""),
    ],
)
def test_words_are_written_as_newspapers_do(hindi: str, latin: str) -> None:
    assert romanise(hindi) == latin


@pytest.mark.parametrize(
    ("hindi", "english"),
    [
        ("नरेंद्र मोदी", "Narendra Modi"),
        ("उत्तर कोरिया", "North Korea"),
        ("ए.पी.जे. अब्दुल कलाम", "A.P.J. Abdul Kalam"),
        ("गौतम झबरू", "Gautam Jhabru"),
    ],
)
def test_names_have_capitals_and_known_spellings(hindi: str, english: str) -> None:
    assert romanise_name(hindi) == english


@given(st.text(alphabet="कखगङचञटणतनपमयरलवशषसहळऋअआइईउएऐओऔऑािीुूृेैोौॉ्ंँः़०१२।॥ ", max_size=40))
def test_nothing_is_left_in_devanagari(text: str) -> None:
    assert romanise(text).isascii()


@given(st.text(alphabet="abc XYZ 123 .,-'"))
def test_latin_text_stays_as_it_is(text: str) -> None:
    assert romanise(text) == text
