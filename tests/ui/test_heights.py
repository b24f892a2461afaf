"""Where rows start, as adding up their heights says."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.heights import Heights

HEIGHTS = st.lists(st.integers(1, 400), max_size=70)


def filled(heights: list[int]) -> Heights:
    made = Heights()
    made.reset(heights)
    return made


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 69), st.integers(1, 400)), max_size=20))
def test_tops_are_the_sums_of_what_is_above(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    made = filled(heights)
    for number, height in changes:
        if number < len(heights):
            heights[number] = height
            made.put(number, height)
    tops = [0, *accumulate(heights)]
    assert [made.top(number) for number in range(len(tops))] == tops
    for number, (top, foot) in enumerate(pairwise(tops)):
        assert made.at(top) == made.at(foot - 0.5) == number


def test_places_outside_are_those_of_the_first_and_the_last_row() -> None:
    made = filled([10, 20, 30])
    assert (made.at(-5), made.at(60), made.at(1e6)) == (0, 2, 2)
    assert made.top(9) == 60


def test_of_no_rows_all_is_at_the_start() -> None:
    made = filled([10])
    made.reset([])
    assert (len(made), made.at(100), made.top(0), made.top(3)) == (0, 0, 0, 0)
