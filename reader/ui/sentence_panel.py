"""The panel under the two texts: all that is known of one sentence's English."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model import State
from reader.ui import fonts
from reader.ui.about import About
from reader.ui.flags import TRY_WITH, is_flagged, is_makeshift
from reader.ui.sentence_sections import Others, Spellings, Suggestions, paragraph
from reader.ui.theme import Theme
from reader.ui.widgets import ElidedLabel, button, label
from reader.ui.wording import in_window

HEIGHT = 248
SHARE = 0.46
"""The most of the window's height the panel takes."""
NARROW = 820
"""Below this width in pixels its two columns stand one below the other."""
FIELD, LOW_FIELD = 84, 58


class EnglishField(QPlainTextEdit):
    """The English of a sentence, to be corrected; Return keeps what was written."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("english")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(LOW_FIELD)
        self.setFont(fonts.font(fonts.ENGLISH, 16))
        self.setPlaceholderText(self.tr("Write your own English here"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A sentence has no line breaks, so Return is free."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class SentencePanel(QFrame):
    """Shows an `About`, and asks for what the reader wants done. It keeps its height."""

    closed = Signal()
    corrected = Signal(str)  # the reader's own English
    kept = Signal()  # the English is right as it is
    retried = Signal()
    drafted = Signal(str)  # the field holds this, which is not kept yet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self.setAccessibleName(self.tr("About this English"))
        self.shown: About | None = None
        self._height = HEIGHT
        self._is_writing = False
        # What scrolls is laid out once its bar knows how long it is.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._follow_keyboard)
        self._said: list[QLabel] = []
        self.state = label(name="state")
        self.origin = ElidedLabel("muted")
        self.undo = button(self.tr("Undo"))
        self.redo = button(self.tr("Redo"))
        self._close = button(self.tr("Close"))
        self._close.setToolTip(self.tr("Esc"))
        self.field = EnglishField()
        self.field.setAccessibleName(self.tr("English, to be corrected"))
        self.keep_correction = button(self.tr("Keep correction"), "primary")
        self.keep = button(self.tr("Keep as it is"), "outline")
        self.retry = button(self.tr("Try again"), "outline")
        self.asking = QMenu(self)
        self._ask_words = self.tr("Ask another engine")
        self.ask = button(self._ask_words, "outline")
        self.ask.setMenu(self.asking)
        self.others = Others()
        self.suggestions = Suggestions()
        self.spellings = Spellings()
        self._lay_out()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    # -- what is shown ------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Light what differs in the colours of a theme."""
        self.suggestions.set_theme(theme)
        if self.shown is not None:
            self.show_sentence(self.shown, self.text)

    def show_sentence(self, about: About, text: str) -> None:
        """Show what is known of a sentence, with ``text`` in the field."""
        if self.shown is None or self.shown.sentence != about.sentence:
            self._body.verticalScrollBar().setValue(0)
            self._is_writing = False
        self.shown = about
        self.state.setText(about.state)
        self.origin.setText(about.origin)
        self._say(about)
        self._fill(text)
        flagged, unit = is_flagged(about.unit), about.unit
        self.keep.setVisible(flagged)
        self.retry.setVisible(unit is not None and not unit.is_translation)
        wants_another = unit is not None and (not unit.is_translation or is_makeshift(unit))
        self.ask.setText(TRY_WITH if wants_another else self._ask_words)
        self.others.show_units(about)
        self.suggestions.show_suggestions(about)
        self.spellings.show_names(about)
        self._order_keys()

    def show_nothing(self, text: str) -> None:
        """There is no English to tell of; ``text`` says why."""
        self.shown = None
        self.state.setText(text)
        self.origin.setText("")
        for part in (self._body, self._foot):
            part.hide()

    def tell(self, text: str, level: str = "") -> None:
        """Say how asking another engine goes."""
        self._news.setText(in_window(text))
        self._news.setProperty("level", level)
        self._news.style().unpolish(self._news)
        self._news.style().polish(self._news)
        self._news.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What is in the field, as it would be kept."""
        return " ".join(self.field.toPlainText().split())

    @property
    def told(self) -> str:
        """How asking another engine went, '' when nothing was asked."""
        return "" if self._news.isHidden() else self._news.text()

    @property
    def notes(self) -> list[str]:
        """What is said of the English above the field."""
        return [line.text() for line in self._said]

    @property
    def has_keyboard(self) -> bool:
        """Whether what is typed goes to the panel."""
        focused = self.window().focusWidget()
        return self.isVisible() and focused is not None and self.isAncestorOf(focused)

    def fit(self, height: int) -> None:
        """Take the room there is for it in a window ``height`` pixels high."""
        self._height = min(HEIGHT, round(SHARE * height))
        self.field.setMaximumHeight(FIELD if self._height == HEIGHT else LOW_FIELD)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The same height whatever is shown; less only where the text would have none."""
        return QSize(super().sizeHint().width(), self._height)

    def hasHeightForWidth(self) -> bool:
        """Its height does not depend on what it says."""
        return False

    def begin(self) -> None:
        """Let the reader write, with the field in sight whatever stands above it."""
        self.field.setFocus()
        self.field.selectAll()
        self._is_writing = True
        self._settling.start()

    def close_panel(self) -> None:
        """Go away; what was written and not kept is there again next time."""
        self.hide()

    # -- inside -------------------------------------------------------------------------

    def _say(self, about: About) -> None:
        """What the checks found, why there is no translation, what pinned spellings changed."""
        for old in self._said:
            old.hide()
            old.deleteLater()
        lines = [
            ("warning", problem.text) for problem in (about.unit.problems if about.unit else ())
        ]
        if about.reason:
            failed = about.unit is not None and about.unit.state is State.FAILED
            lines.append(("error" if failed else "", about.reason))
        for now, before in about.respelled:
            lines.append(
                ("", self.tr("“{}” is your spelling; the engine wrote “{}”.").format(now, before))
            )
        self._said = [paragraph(text, level) for level, text in lines]
        for line in self._said:
            self._notes.addWidget(line)

    def _fill(self, text: str) -> None:
        for part in (self._body, self._foot):
            part.show()
        if text != self.text:
            self.field.setPlainText(text)
        self._follow_field()

    def _follow_keyboard(self) -> None:
        if self._is_writing:
            self._body.ensureVisible(0, self.field.geometry().bottom(), 0, 4)

    def _order_keys(self) -> None:
        """Tab goes from the field to its buttons, then down the other column."""
        sections = (self.others, self.suggestions, self.spellings)
        controls = [control for section in sections for control in section.controls]
        buttons = (self.keep_correction, self.keep, self.retry, self.ask)
        for one, following in pairwise((self.field, *buttons, *controls)):
            self.setTabOrder(one, following)

    def _follow_field(self) -> None:
        is_new = self.shown is not None and self.text not in ("", self.shown.english)
        self.keep_correction.setEnabled(is_new)

    def _enter(self) -> None:
        if self.keep_correction.isEnabled():
            self.corrected.emit(self.text)

    def _draft(self) -> None:
        self._follow_field()
        self.drafted.emit(self.text)

    def _lay_out(self) -> None:
        self._news = paragraph("", "")
        self._news.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.state, self.origin, self.undo, self.redo, self._close):
            head.addWidget(widget, 1 if widget is self.origin else 0)
        self._foot = QWidget()  # Not in what scrolls: what can be done is always in sight.
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        for each in (self.keep_correction, self.keep, self.retry, self.ask):
            buttons.addWidget(each)
        buttons.addStretch(1)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._notes)
        left.addWidget(self.field)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(4)
        for section in (self.others, self.suggestions, self.spellings):
            right.addWidget(section)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(28)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        content = QWidget()
        content.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 8, 8)
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 10, 4)
        column.addLayout(head)
        column.addWidget(self._body, 1)
        column.addWidget(self._news)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._body.verticalScrollBar().rangeChanged.connect(self._settling.start)
        self.field.textChanged.connect(self._draft)
        self.field.entered.connect(self._enter)
        self.keep_correction.clicked.connect(self._enter)
        self.keep.clicked.connect(self.kept)
        self.retry.clicked.connect(self.retried)
        self._close.clicked.connect(self.close_panel)
        self.suggestions.taken.connect(self._start_with)

    def _start_with(self, text: str) -> None:
        """Put a near match into the field, where it can be made to fit."""
        self.field.setPlainText(text)
        self.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(below if self.width() < NARROW else beside)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the panel has gone, so that the text gets the keyboard back."""
        super().hideEvent(event)
        self.closed.emit()
