"""Words are found however they are written, in either script."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.finding import find, query

TEXTS = st.text(
    st.sampled_from('कखगज़ड़नमतमय ािीुेोंँ्\u200d़ हिन्दी abcABC é 2०३ ‘’"“–-।,.\n'), max_size=60
)


def found(wanted: str, text: str, *, case: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in find(query(wanted, case=case), text)]


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        ("modi", "नरेंद्र मोदी ने कहा। Modi said so. मादा", ["मोदी", "Modi"]),
        ("मोदी", "Modi met नरेंद्र मोदी.", ["Modi", "मोदी"]),
        ("narendra modi", "नरेन्द्र मोदी, Narendra  Modi", ["नरेन्द्र मोदी", "Narendra  Modi"]),
        ("kim", "किम ने कीमत बताई, किमती", ["किम"]),
        ("delhi", "दिल्ली में", ["दिल्ली"]),
        ("india", "भारत और इंडिया, India", ["भारत", "इंडिया", "India"]),
        ("हिंदी", "हिन्दी हिंदी हिँदी", ["हिन्दी", "हिंदी", "हिँदी"]),
        ("हिन्दी", "हिंदी", ["हिंदी"]),
        ("ज़मीन", "जमीन ज़मीन", ["जमीन", "ज़मीन"]),
        ("जमीन", "ज\u093cमीन", ["ज\u093cमीन"]),
        ("क्षमा", "क्\u200dषमा", ["क्\u200dषमा"]),
        ("2024", "२०२४ में, 2024", ["२०२४", "2024"]),
        ("cafe", "Café", ["Café"]),
        ('"no"', "he said “no”", ["“no”"]),
        ("two-day", "two–day two―day", ["two–day", "two―day"]),
        ("‹हाँ›", "'हां'", ["'हां'"]),
        ("ṭīkā", "tika टीका", ["tika", "टीका"]),
        ("मोदी", "Mōdī Mo\u0304dī’s", ["Mōdī", "Mo\u0304dī’s"]),
        ("सहयोग", "\u200dज़ सह\u00adयो\u200dग", ["सह\u00adयो\u200dग"]),
        ("नदी पर", "नदी\n पर", ["नदी\n पर"]),
        ("the", "the थे", ["the"]),
        ("दी", "नदी दी", ["दी", "दी"]),
        ("", "पुल", []),
        (" \n", "पुल  पुल", []),
        ("a+b", "aab a+b", ["a+b"]),
    ],
)
def test_found(wanted: str, text: str, expected: list[str]) -> None:
    assert found(wanted, text) == expected


def test_capitals_count_where_that_is_wanted() -> None:
    assert found("modi", "Modi modi मोदी", case=True) == ["modi"]
    assert found("Modi", "Modi modi", case=True) == ["Modi"]
    assert found("modi", "MODI modi") == ["MODI", "modi"]


@given(TEXTS, TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(wanted: str, text: str) -> None:
    spans = find(query(wanted), text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXTS, st.data())
def test_what_stands_in_a_text_is_found(text: str, data: st.DataObject) -> None:
    words = text.split()
    if words:
        word = data.draw(st.sampled_from(words))
        assert find(query(word), text) or not query(word).pattern


@given(TEXTS, st.data())
def test_any_part_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    text = unicodedata.normalize("NFC", text)
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if sum(map(str.isalpha, part)) >= 3:
        assert find(query(part), text)
        assert find(query(part, case=True), text)
