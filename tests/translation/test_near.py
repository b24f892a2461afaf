"""Sentences that are nearly the same, and where they differ."""

from hypothesis import given
from hypothesis import strategies as st

from reader.translation.near import differences, likest

OLD = "पुल मार्च तक पूरा होगा।"
NEW = "नया पुल अप्रैल तक पूरा होगा।"

words = st.lists(st.sampled_from(["पुल", "नदी", "मार्च", "तक", "पूरा"])).map(" ".join)


def test_differences_are_told_word_by_word() -> None:
    gone, come = differences(OLD, NEW)
    assert [OLD[span.start : span.end] for span in gone] == ["मार्च"]
    assert [NEW[span.start : span.end] for span in come] == ["नया", "अप्रैल"]


@given(words, words)
def test_what_is_left_is_the_same(old: str, new: str) -> None:
    gone, come = differences(old, new)
    for text, spans in ((old, gone), (new, come)):
        assert spans == sorted(spans, key=lambda span: span.start)
        assert all(text[span.start : span.end].strip() for span in spans)
    left = []
    for text, spans in ((old, gone), (new, come)):
        for span in reversed(spans):
            text = text[: span.start] + text[span.end :]
        left.append(text.split())
    assert left[0] == left[1]


def test_the_likest_come_first_and_strangers_not_at_all() -> None:
    near, nearer = OLD.replace("मार्च", "मई"), OLD.replace("होगा", "होगी")
    found = likest(OLD, [near, "बारिश हुई।", nearer], 5)
    assert [text for text, _ in found] == [nearer, near]
    assert likest(OLD, [near, nearer], 1) == found[:1]
    assert likest(OLD, [], 5) == []


def test_from_85_percent_a_sentence_is_near() -> None:
    text = "abcdefghijklmnopqrst"
    at_85, at_80 = text.replace("abc", "123"), text.replace("abcd", "1234")
    assert likest(text, [at_85, at_80], 5) == [(at_85, 85.0)]
