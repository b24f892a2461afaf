"""The views of an article: which languages are seen, and how they stand to each other."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt


class View(StrEnum):
    """A view; its value is what the settings keep and ``snapshot --view`` takes."""

    SIDE = "side-by-side"
    STACKED = "stacked"
    INTERLEAVED = "interleaved"
    HINDI = "hindi"
    ENGLISH = "english"
    STUDY = "study"

    @property
    def turns(self) -> int:
        """How many rows of a pane stand for one row of the article: Hindi, then its English."""
        return 2 if self is View.INTERLEAVED else 1

    @property
    def panes(self) -> tuple[bool, bool]:
        """Whether the Hindi and the English pane are seen; interleaved, the first has both."""
        return self is not View.ENGLISH, self not in (View.HINDI, View.INTERLEAVED)

    @property
    def orientation(self) -> Qt.Orientation:
        """How the two panes stand to each other."""
        return Qt.Orientation.Vertical if self is View.STACKED else Qt.Orientation.Horizontal
