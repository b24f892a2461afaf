from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import words


def parts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in words.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("वह आया है।", ["वह", "आया", "है"]),
        ("“राष्ट्रपति’ ने कहा॥", ["राष्ट्रपति", "ने", "कहा"]),
        ("सैन्य-तकनीकी सहयोग", ["सैन्य-तकनीकी", "सहयोग"]),
        ("कीमत 3.5 या १२,५०० रुपये", ["कीमत", "3.5", "या", "१२,५००", "रुपये"]),
        ("ए.पी.जे. अब्दुल कलाम", ["ए.पी.जे.", "अब्दुल", "कलाम"]),
        ("यू.एस. और बी.बी.सी ने", ["यू.एस.", "और", "बी.बी.सी", "ने"]),
        ("ज़मीन की क़ीमत, ऑफ़िस", ["ज़मीन", "की", "क़ीमत", "ऑफ़िस"]),
        ("क्\u200dया रा\u200cम", ["क्\u200dया", "रा\u200cम"]),
        ("डॉ. मेहता (दिल्ली)", ["डॉ", "मेहता", "दिल्ली"]),
        ("Facebook पर It's ठीक!", ["Facebook", "पर", "It's", "ठीक"]),
        ("वह घर गया.फिर सोया", ["वह", "घर", "गया", "फिर", "सोया"]),
        ("", []),
        ("। ॥ …", []),
    ],
)
def test_words_are_told_apart(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text(alphabet="कमािै्ज़ँ।॥ \"'.,-३4aB\u200d(“", max_size=80))
def test_words_are_in_order_and_hold_no_marks(text: str) -> None:
    spans = words.split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not any(set('।॥“(" ') & set(text[s.start : s.end]) for s in spans)
    letters = [at for at, char in enumerate(text) if char.isalnum()]
    assert all(any(s.start <= at < s.end for s in spans) for at in letters)
