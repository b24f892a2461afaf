import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.language.normalise import fold, word_set


def test_spellings_of_one_word_fold_alike() -> None:
    assert fold("हज़ार") == fold("हजार")
    assert fold("हिन्दी") == fold("हिंदी")
    assert fold("सितम्बर") == fold("सितंबर")
    assert fold("पाँच") == fold("पांच")
    assert fold("रा\u200dम") == fold("राम")
    assert fold("\u095c") == fold("ड\u093c") == "ड"
    assert fold("२०२४") == "2024"


def test_different_words_stay_apart() -> None:
    assert fold("बाल") != fold("बाला")
    assert fold("रूस") != fold("रूसी")
    assert fold("जन्म") != fold("जंम")


@given(st.text(alphabet="कखगज़ड़ँं्नतमपिी्\u200c\u200d०१२ abऩ"))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert unicodedata.is_normalized("NFC", fold(text))


def test_a_listing_becomes_a_set_of_words() -> None:
    assert word_set("का के\n की का") == {"का", "के", "की"}
