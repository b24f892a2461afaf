"""The status bar: how much is translated, progress with Cancel, and the sentence pointed at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from reader.model import ENGLISH, READER, Document, State, TranslationUnit
from reader.translation.engine import Engine
from reader.ui.actions import Actions
from reader.ui.flags import count_to_check, is_flagged
from reader.ui.widgets import ElidedLabel
from reader.ui.wording import cause


class Status(QStatusBar):
    """One line at the foot of the window."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._count = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Translation progress"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(actions["cancel"].trigger)
        self._detail = ElidedLabel()
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._errand = QLabel()
        self._errand.setObjectName("muted")
        self._errand.hide()
        for said in (
            self._count,
            self._errand,
            self._detail,
        ):  # a title or a name may look like HTML
            said.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._count, self._errand, self._bar, self._cancel):
            self.addWidget(widget)
        self.addPermanentWidget(self._detail, 1)
        # Qt draws a brief word beside what is permanent, which here takes all the width.
        self.messageChanged.connect(lambda text: self._detail.setHidden(bool(text)))
        self.rest()

    def opening(self, name: str) -> None:
        """An article is being opened."""
        middle = Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(name, middle, self.width() // 2)
        self._count.setText(self.tr("Opening {} …").format(shown))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.show()

    def fetching(self, done: int, total: int) -> None:
        """``done`` bytes have come, of ``total`` or, if that is 0, of nobody knows how many."""
        come = self.tr("{} kB").format(done // 1024)
        of = self.tr(" of {} kB").format(total // 1024) if total else ""
        self._count.setText(self.tr("Fetching … {}{}").format(come, of))
        self._bar.setRange(0, total // 1024)
        self._bar.setValue(done // 1024)

    def progress(self, done: int, asked: int) -> None:
        """``done`` of ``asked`` sentences have come back; a brief word gives way to that."""
        self.clearMessage()
        self._bar.setRange(0, asked)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.show()

    def rest(self) -> None:
        """No article and no translation is under way."""
        self._bar.hide()
        self._cancel.setHidden(self._errand.isHidden())

    def errand(self, name: str) -> None:
        """Something is fetched beside the article, '' when nothing is any more."""
        self._errand.setText(name)
        self._errand.setHidden(not name)
        self._cancel.setHidden(not name and self._bar.isHidden())

    def count(self, document: Document) -> None:
        """Say how many sentences have their English, and of which sort."""
        rows, units = document.rows, document.units
        wanted = [s.id for row in rows for s in row.sentences if s.language != ENGLISH]
        states = [units[name].state for name in wanted if name in units]
        glossed, failed = (states.count(state) for state in (State.GLOSS, State.FAILED))
        translated = len(states) - glossed - failed
        text = self.tr("{} of {} sentences").format(translated, len(wanted)) if wanted else ""
        text += self.tr(" · {} as gloss").format(glossed) if glossed else ""
        doubted = count_to_check(document)
        self._count.setText(text + (self.tr(" · {} to check").format(doubted) if doubted else ""))

    def clear_count(self) -> None:
        """No article is open."""
        self._count.clear()
        self._detail.clear()
        self.rest()

    @property
    def is_resting(self) -> bool:
        """Whether no progress is shown."""
        return self._bar.isHidden()

    @property
    def errand_told(self) -> str:
        """What is said of what is fetched beside the article, '' when nothing is."""
        return "" if self._errand.isHidden() else self._errand.text()

    @property
    def offers_cancel(self) -> bool:
        """Whether Cancel is shown."""
        return not self._cancel.isHidden()

    @property
    def counted(self) -> str:
        """What is said of how many sentences have their English."""
        return self._count.text()

    @property
    def told(self) -> str:
        """What is said of the sentence pointed at."""
        return self._detail.text()

    def detail(self, text: str) -> None:
        """Show where the English of a sentence comes from."""
        self._detail.setText(text)
        self._detail.setToolTip(text)


def provenance(unit: TranslationUnit | None, engines: Mapping[str, Engine]) -> str:
    """Where a sentence's English comes from: engine, when, and whether it is from memory."""
    if unit is None:
        return "Not translated"
    known = {name: engine.label for name, engine in engines.items()} | {READER: "You"}
    label = known.get(unit.engine, unit.engine)
    if unit.state is State.FAILED:
        return f"Not translated: {cause(unit.reason)}"
    if unit.state is State.GLOSS:
        return f"{label}, not a translation" + (f" · {cause(unit.reason)}" if unit.reason else "")
    made = f"{unit.created.astimezone():%d %b %Y}".lstrip("0") if unit.created else ""
    older = unit.engine in engines and unit.version != engines[unit.engine].version
    by = f", version {unit.version}" if older and unit.version else ""
    notes = {State.CACHED: f"from memory{by}", State.EDITED: "edited by hand"}
    checks = "to check, F8" if is_flagged(unit) else ""
    how = notes.get(unit.state, "machine translated")
    return " · ".join(filter(None, [label, made, how, checks, cause(unit.reason)]))
