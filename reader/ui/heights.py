"""How high the rows of the reading view are, and where each starts."""

from __future__ import annotations

from collections.abc import Sequence


class Heights:
    """Row heights in pixels, by row number.

    Kept as a binary indexed tree (Fenwick, "A new data structure for cumulative frequency
    tables", 1994): one height is changed, a start found and a row looked up in O(log rows).
    """

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._sums = [0.0]  # At n: those of the rows before n, as many as n's lowest bit says.

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, heights: Sequence[float]) -> None:
        """Set the heights of all rows."""
        self._heights, self._sums = list(heights), [0.0, *heights]
        for place in range(1, len(self._sums)):
            above = place + (place & -place)
            if above < len(self._sums):
                self._sums[above] += self._sums[place]

    def put(self, number: int, height: float) -> None:
        """Set a row's height."""
        change = height - self._heights[number]
        self._heights[number] = height
        place = number + 1
        while place < len(self._sums):
            self._sums[place] += change
            place += place & -place

    def top(self, number: int) -> float:
        """Where a row starts, in pixels below the start of the first; of none, where all end."""
        total, place = 0.0, min(number, len(self._heights))
        while place:
            total += self._sums[place]
            place &= place - 1
        return total

    def at(self, y: float) -> int:
        """The row at a place, the first above all and the last below all; 0 if there is none."""
        place, step = 0, 1 << len(self._heights).bit_length()
        while step := step >> 1:
            if place + step < len(self._sums) and self._sums[place + step] <= y:
                place += step
                y -= self._sums[place]
        return max(0, min(place, len(self._heights) - 1))
