"""What the pages of the settings window share: the core, errands, and the way to keep a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.settings import Settings
from reader.ui.core import Core
from reader.ui.errands import Errands
from reader.ui.widgets import label


@dataclass(frozen=True, slots=True)
class Setup:
    """Handed to every page; ``save`` takes the fields of Settings that change, by name."""

    core: Core
    errands: Errands
    save: Callable[..., None]

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.core.settings


def prose(text: str = "", name: str = "") -> QLabel:
    """A label of running text, as wide as there is room."""
    made = label(text, name)
    made.setWordWrap(True)
    return made


def heading(text: str) -> QLabel:
    """What stands over a part of a page."""
    made = label(text, "heading")
    made.setIndent(0)
    return made


def page_column(page: QWidget, title: str) -> QVBoxLayout:
    """The column of a page, its title at the top."""
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 12, 20, 20)
    column.setSpacing(8)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(label(title, "title"))
    return column


class Scrolling(QScrollArea):
    """Scrolls a page up and down where it is too high, and takes the keyboard only then.

    Its ``parent`` is given it first: each widget that comes to another parent once it has been
    measured takes in the whole style sheet again.
    """

    def __init__(self, title: str, make: Callable[[], QWidget], parent: QWidget) -> None:
        """``make`` makes the page, when it is first wanted."""
        super().__init__(parent)
        self.title = title
        self._make = make
        self.made: QWidget | None = None
        self.setObjectName("scrolling")
        self.setAccessibleName(title)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)

    @property
    def page(self) -> QWidget:
        """The page, made and shown at once if it was not."""
        for step in self.steps():
            step()
        assert self.made
        return self.made

    def steps(self) -> tuple[Callable[[], None], ...]:
        """What is to be done, one after the other, for the page to be shown."""
        return self._make_page, self._put

    def _make_page(self) -> None:
        if self.made is None:
            self.made = self._make()

    def _put(self) -> None:
        if self.widget() is None and self.made:
            self.setWidget(self.made)

    def _follow_range(self, _least: int, most: int) -> None:
        strong, none = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(strong if most else none)
