import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.harmless import MOST_MARKS, harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eThe river\u202c", "The river"),
        ("\u2066The\u2069 \u200friver\u200e", "The river"),
        ("\x1b[31mThe\x1b[0m \x1b]0;title\x07river\x00\x07", "The river"),
        ("The \x1b]river", "The ]river"),
        ("The\u2028river\x85runs", "The river runs"),
        ("\ufeffThe ri\u200bv\ud83der\ue000 \U000e0041", "The river "),
        ("The rive\ufffdr", "The rive\ufffdr"),
    ],
)
def test_what_shows_as_nothing_goes(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "“क़िला” (क्\u200dष, श्री\u200cमान) — ₹5,000 …… \t\r\n",
        "Café naïve, Đà Nẵng, Ελλάδα, \u1112\u1161\u11ab, 👩\u200d🌾 🇮🇳 ☺\ufe0f",
        "———————— !!!!!! ……………… ॥॥॥॥॥॥॥",
    ],
)
def test_letters_signs_and_joiners_stay(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u093f", "\u0e49"])
def test_signs_do_not_pile_up(mark: str) -> None:
    assert harmless(f"a{mark * 400}b") == f"a{mark * MOST_MARKS}b"


@given(st.text())
def test_nothing_more_goes_the_second_time_and_no_letter_goes(text: str) -> None:
    shown = harmless(text)
    assert harmless(shown) == shown
    assert not any(
        unicodedata.category(sign) in ("Cc", "Cs", "Co") for sign in shown if sign > "\r"
    )
