import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.tidy import tidy, tidy_at

TEXTS = st.text(
    alphabet="नि\u093cकe\u0301\u0323 \n\t\xa0\u200b\u200dA\u1100\u1161\u11a8", max_size=40
)


@pytest.mark.parametrize(
    ("text", "place", "before"),
    [
        ("नदी पर पुल", 4, "नदी"),
        ("नदी  पर", 5, "नदी"),
        ("  नदी पर", 2, ""),
        ("न\u093cदी", 1, "\u0929"),
        ("न\u200b\u093cदी", 1, "\u0929"),
        ("पु\u200bल", 3, "पु"),
        ("पुल", 1, "पु"),
    ],
)
def test_a_place_stands_behind_the_same_words(text: str, place: int, before: str) -> None:
    tidied, (found,) = tidy_at(text, [place])
    assert tidied == tidy(text)
    assert tidied[:found] == before


@given(TEXTS, st.lists(st.integers(0, 40), max_size=5))
def test_what_stands_before_a_place_is_what_stood_there(text: str, places: list[int]) -> None:
    places = sorted(min(place, len(text)) for place in places)
    tidied, found = tidy_at(text, places)
    assert tidied == tidy(text)
    assert found == sorted(found)
    for place, end in zip(places, found, strict=True):
        assert 0 <= end <= len(tidied)
        signs = tidied[len(tidy(text[:place])) : end]
        assert all(
            unicodedata.category(sign)[0] in "MZ" or sign in "\u1161\u11a8" for sign in signs
        )


def test_many_places_in_one_long_letter_take_no_time() -> None:
    text = "क" + "\u0301" * 20_000
    assert tidy_at(text, range(20_000))[1][-1] == len(text)
