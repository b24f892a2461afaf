"""A run of paragraphs that a page holds twice is read once."""

from hypothesis import given
from hypothesis import strategies as st

from reader.formats.web.blocks import Block, Tag
from reader.formats.web.copies import without_copies
from tests.formats.web.story import BODY, OTHER, STORY, TITLE, marked_up, texts


def test_the_copy_for_another_screen_is_left_out() -> None:
    both = f"<div>{marked_up(STORY)}</div><p>विज्ञापन</p><div>{marked_up(STORY)}</div>"
    assert texts(f"<h1>{TITLE}</h1>{both}") == STORY


def test_a_paragraph_said_again_stays() -> None:
    assert texts(BODY + marked_up((OTHER[0], STORY[0], OTHER[1]))) == (
        *STORY,
        OTHER[0],
        STORY[0],
        OTHER[1],
    )


@given(st.lists(st.sampled_from(STORY), max_size=12))
def test_nothing_is_lost_and_no_order_changed(told: list[str]) -> None:
    kept = [block.text for block in without_copies([Block(t, Tag.PARAGRAPH) for t in told], 0)]
    assert set(kept) == set(told)
    rest = iter(told)
    assert all(text in rest for text in kept)


@given(st.permutations(STORY), st.lists(st.sampled_from(OTHER), max_size=1))
def test_a_copy_goes_whole(told: list[str], between: list[str]) -> None:
    given = [Block(text, Tag.PARAGRAPH) for text in (*told, *between, *told)]
    assert [block.text for block in without_copies(given, 0)] == [*told, *between]


def test_a_refrain_stays() -> None:
    song = ("घाट पर दीप जले, मन में उजाला हो।", "नाव चली उस पार, संग हमारा हो।")
    verses = (*song, OTHER[0], *song, OTHER[1], *song)
    assert texts(BODY + marked_up(verses)) == (*STORY, *verses)
