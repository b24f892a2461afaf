"""What changed between the version of an article that was kept and the one of today."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.model import Change, Document
from reader.ui import fonts
from reader.ui.comparison import Comparison
from reader.ui.theme import Theme
from reader.ui.widgets import button, label


class ChangesPage(QWidget):
    """Each sentence that changed, before and after, in both languages."""

    new_wanted = Signal()  # read the new version
    old_wanted = Signal()  # go back to the one kept
    translation_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._changes: Sequence[Change] = ()
        self._new: Document | None = None
        self._about = label(name="muted")
        self.text = Comparison(theme)
        self.text.set_anew.connect(self._offer_translation)
        self.text.setAccessibleName(self.tr("What changed"))
        self.setFocusProxy(self.text)
        self._read = button(self.tr("Read the new version"), "primary")
        self._read.clicked.connect(self.new_wanted)
        self._translate = button(self.tr("Translate what changed"), "outline")
        self._translate.clicked.connect(self.translation_wanted)
        self._keep = button(self.tr("Back to the one kept"))
        self._keep.clicked.connect(self.old_wanted)
        self._lay_out()

    def set_theme(self, theme: Theme, zoom: float) -> None:
        """Draw in another theme or size."""
        self.text.restyle(theme, zoom)

    def show_changes(
        self, old: Document, new: Document, changes: Sequence[Change], *, is_taken: bool
    ) -> None:
        """Compare two versions; their units are the English shown.

        ``is_taken`` says that the new one is being read already.
        """
        self._keep.setHidden(is_taken)
        self._new, self._changes = new, changes
        count = len(changes)
        self._about.setText(
            self.tr("1 sentence is not as it was.")
            if count == 1
            else self.tr("{} sentences are not as they were.").format(count)
        )
        self.text.show_changes(old, new, changes)
        self._offer_translation()

    def refresh(self, new: Document, sentences: Collection[str]) -> None:
        """The new version is being read: show the English that has come of these sentences."""
        self._new = new
        self._keep.hide()
        self.text.update_english(new, sentences)

    def _offer_translation(self) -> None:
        """Offer to translate as long as there is something to be translated."""
        new = self._new
        missing = (c.after and new and not new.english_of(c.after) for c in self._changes)
        self._translate.setVisible(any(missing))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("What changed"))
        title.setFont(fonts.font(fonts.HINDI, 26, 600))
        title.setStyleSheet("font-size: 26px;")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self._read, self._translate, self._keep):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._about)
        column.addLayout(buttons)
        column.addWidget(self.text, 1)
