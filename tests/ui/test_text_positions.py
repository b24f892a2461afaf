from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.ui.text_positions import from_qt, span_to_qt, to_qt

TEXTS = st.text(alphabet="aकि‍🙏𑀓 ।", max_size=30)


@given(TEXTS, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_qt(text, to_qt(text, offset)) == offset


@given(TEXTS)
def test_the_end_is_the_utf16_length(text: str) -> None:
    assert to_qt(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_an_emoji_takes_two() -> None:
    assert span_to_qt("नमस्ते 🙏 दुनिया", Span(9, 15)) == (10, 16)


def test_inside_a_pair_is_its_start() -> None:
    assert from_qt("🙏 हाँ", 1) == 0
