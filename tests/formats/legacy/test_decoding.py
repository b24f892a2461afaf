import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import legacy
from reader.formats.legacy import tables

KRUTI_DEV = {
    "Hkkjr ljdkj": "भारत सरकार",
    "fd;k fLFkr fpfUgr fiz;": "किया स्थित चिन्हित प्रिय",
    "dk;Z dhfrZ o\"kks± 'krks±": "कार्य कीर्ति वर्षों शर्तों",
    "oxksZa vkfFkZd /keksZ": "वर्गों आर्थिक धर्मो",
    "vkSj vks vkWfQl ,slk bZ'oj": "और ओ ऑफिस ऐसा ईश्वर",
    "fo|ky; J)k }kjk {ks= f'k{kk Kku": "विद्यालय श्रद्धा द्वारा क्षेत्र शिक्षा ज्ञान",
    'iz/kkuea=h jk"Vª Vªsu': "प्रधानमंत्री राष्ट्र ट्रेन",
    "[k+cj t+jk i<+kbZ lM+d": "ख़बर ज़रा पढ़ाई सड़क",
    "ân; fpà eqærk": "हृदय चिह्न मुद्रता",
    "^^D;k gS\\** ¼lp½ Mh-,e- lkFk&lkFk gS] Fkk(": "“क्या है?” (सच) डी.एम. साथ-साथ है, था;",
    "ßgk¡]Þ mlus dgkA": "“हाँ,” उसने कहा।",
    "uke% jke vr% 11%30 11:30 nq%[k": "नाम: राम अतः 11:30 11:30 दुःख",
    "eq[;ea=h ƒ„ twu 2024": "मुख्यमंत्री १२ जून 2024",
}
CHANAKYA = {
    "ÖæÚUÌ ×ð´ çàæÿææ": "भारत में शिक्षा",
    "·¤æð ·ð¤ ·¤è ç·¤Øæ È¤ÚU": "को के की किया फर",
    "ÂýÎðàæ ÚUæcÅþ ¥æÎàæü âêØæðüÎØ": "प्रदेश राष्ट्र आदर्श सूर्योदय",
    "×é\x81Ø×¢˜æè ©žæÚU ØéhU mæÚUæ": "मुख्यमंत्री उत्तर युद्ध द्वारा",
    "×é•Ø×¢˜æè ×é\ufffdØ": "मुख्यमंत्री मुख्य",
    "ÒÒâ¿ÓÓ ãñÐ v~y| 25": "“सच” है। 1947 २५",
}
WALKMAN = {
    "osQ oqQy iQy miHkksÙkQk": "के कुल फल उपभोक्ता",
    'fp=k laca/ o"kks± vk£Fkd': "चित्र संबंध वर्षों आर्थिक",
}
CASES = [
    (typed, hindi, encoding)
    for encoding, pairs in (
        (tables.KRUTI_DEV, KRUTI_DEV),
        (tables.DEVLYS, KRUTI_DEV),
        (tables.CHANAKYA, CHANAKYA),
        (tables.WALKMAN, WALKMAN),
    )
    for typed, hindi in pairs.items()
]


@pytest.mark.parametrize(("typed", "hindi", "encoding"), CASES)
def test_decodes(typed: str, hindi: str, encoding: str) -> None:
    assert legacy.decode(typed, encoding) == unicodedata.normalize("NFC", hindi)


def test_slips_of_the_typist_are_mended() -> None:
    assert legacy.decode("gSSa dkk", tables.KRUTI_DEV) == "हैं का"
    assert legacy.decode("dkas ukea", tables.KRUTI_DEV) == "कों नामं"


def test_addresses_and_devanagari_are_left_alone() -> None:
    text = "ns[ksa https://example.org/gS और a@b.in gSA"
    assert legacy.decode(text, tables.KRUTI_DEV) == "देखें https://example.org/gS और a@b.in है।"


def test_latin_words_that_make_no_hindi_stay() -> None:
    text = "uk Sunday Number S24 gSa"
    assert legacy.decode(text, tables.KRUTI_DEV) == "ना Sunday Number S24 हैं"
    assert legacy.decode("ãñ U ãñ", tables.CHANAKYA) == "है U है"  # it draws nothing by itself


def test_words_over_parts_are_converted_whole() -> None:
    parts = ["xk¡o es", "", 'a o"k', "kZ  gqb", "ZA"]
    assert legacy.decode_parts(parts, tables.KRUTI_DEV) == ["गाँव में", "", " वर्षा", "  हुई।", ""]
    assert legacy.decode_parts([], tables.KRUTI_DEV) == []


@given(st.lists(st.text()), st.sampled_from([tables.KRUTI_DEV, tables.CHANAKYA, tables.WALKMAN]))
def test_parts_are_the_whole(parts: list[str], encoding: str) -> None:
    found = legacy.decode_parts(parts, encoding)
    assert len(found) == len(parts)
    assert "".join(found) == legacy.decode("".join(parts), encoding)


@given(st.text(), st.sampled_from([tables.KRUTI_DEV, tables.CHANAKYA, tables.WALKMAN]))
def test_any_text_keeps_its_white_space(text: str, encoding: str) -> None:
    decoded = legacy.decode(text, encoding)
    assert [part for part in decoded if part.isspace()] == [p for p in text if p.isspace()]


def test_a_long_word_takes_no_long_time() -> None:
    assert len(legacy.decode("dZ" * 200_000 + "f" * 200_000, tables.KRUTI_DEV)) > 200_000


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("KrutiDev010", tables.KRUTI_DEV),
        ("ABCDEE+Kruti Dev 010 Bold", tables.KRUTI_DEV),
        ("Kruti_Dev_714", tables.KRUTI_DEV),
        ("DevLys 010", tables.DEVLYS),
        ("QWERTY+DevLys010Normal", tables.DEVLYS),
        ("Chanakya", tables.CHANAKYA),
        ("HTChanakya", tables.CHANAKYA),
        ("Walkman-Chanakya-905", tables.WALKMAN),
        ("ABCDEF+WalkmanChanakya901Bold", tables.WALKMAN),
        ("Chanakya Uni", ""),
        ("Mangal", ""),
        ("", ""),
    ],
)
def test_fonts_are_known_by_name(name: str, encoding: str) -> None:
    assert legacy.encoding_of_font(name) == encoding


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ICMR us", "ICMR ने"),
        ("¼BJP½A", "(BJP)।"),
        ("2G ?kksVkyk", "2G घोटाला"),
        ("BJP&JDU]", "BJP-JDU,"),
        ("COVID&19", "COVID-19"),
        ("GDP, G20", "GDP, G20"),
        ("opponent supporters", "opponent supporters"),
        (",DV M", "एक्ट ड"),
        ("VªsM", "ट्रेड"),
    ],
)
def test_acronyms_and_english_words_stay(typed: str, read: str) -> None:
    assert legacy.decode(typed, tables.KRUTI_DEV) == read
