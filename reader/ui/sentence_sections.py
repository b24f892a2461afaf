"""The right half of the sentence panel: other English, near matches, spellings of names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.model import Suggestion
from reader.ui import about, fonts
from reader.ui.about import About, Name
from reader.ui.theme import Theme
from reader.ui.widgets import button, label


class Section(QWidget):
    """A heading and lines below it; not there while it has none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines: list[QWidget] = []
        self.controls: list[QWidget] = []
        """What takes the keyboard, from top to bottom."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(6)
        self._column.addWidget(label(title, "heading"))
        self.hide()

    def clear(self) -> None:
        """Take all lines out."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines.clear()
        self.controls.clear()
        self.hide()

    def add(self, *widgets: QWidget) -> None:
        """Add a line of widgets, of which the first takes the room there is."""
        line = _line_of(*widgets)
        self._lines.append(line)
        self._note_controls(widgets)
        self._column.addWidget(line)
        self.show()

    def _note_controls(self, widgets: Iterable[QWidget]) -> None:
        tab = Qt.FocusPolicy.TabFocus
        self.controls += [widget for widget in widgets if widget.focusPolicy() & tab]


class Others(Section):
    """English of other engines, each to be used in place of what is shown."""

    chosen = Signal(object)  # TranslationUnit

    def __init__(self) -> None:
        super().__init__("Other English for this sentence")

    def show_units(self, shown: About) -> None:
        """List a sentence's other English."""
        self.clear()
        for unit in shown.others:
            said = QWidget()
            column = _column(said)
            column.addWidget(paragraph(unit.target, "english"))
            made = f"{about.origin(unit, shown.engines)} · {about.state_of(unit).lower()}"
            column.addWidget(paragraph(made, "muted"))
            for problem in unit.problems:
                column.addWidget(paragraph(problem.text, "warning"))
            self.add(said, _button("Use this", partial(self.chosen.emit, unit), unit.target))


class Suggestions(Section):
    """Sentences much like this one, with the words that differ lit on both sides."""

    taken = Signal(str)  # English to start with

    def __init__(self) -> None:
        super().__init__("Much like this sentence")
        self._style = ""

    def set_theme(self, theme: Theme) -> None:
        """Light the words that differ in a theme's colours, and underline them."""
        self._style = f"background-color: {theme.linked}; text-decoration: underline;"

    def show_suggestions(self, shown: About) -> None:
        """List near matches, the likest first."""
        self.clear()
        for suggestion in shown.near:
            self.add(
                self._said(shown, suggestion),
                _button(
                    "Use as a start",
                    partial(self.taken.emit, suggestion.unit.target),
                    suggestion.unit.target,
                ),
            )

    def _said(self, shown: About, suggestion: Suggestion) -> QWidget:
        unit = suggestion.unit
        ours, theirs = about.compared(shown.sentence.text, unit.source, self._style)
        said = QWidget()
        column = _column(said)
        made = about.origin(unit, shown.engines)
        column.addWidget(paragraph(f"{int(suggestion.likeness)} % alike · {made}", "muted"))
        for words, html in (("here", ours), ("there", theirs)):
            line = paragraph(f"{words}: {html}", "hindi", is_html=True)
            column.addWidget(line)
        column.addWidget(paragraph(unit.target, "english"))
        return said


class Spellings(Section):
    """The names of a sentence with their English spelling, which the reader can set."""

    pinned = Signal(str, str)  # Hindi name, English spelling
    unpinned = Signal(str)

    def __init__(self) -> None:
        super().__init__("Spelling of names, in all English")
        self.hindi = QLineEdit()
        self.hindi.setPlaceholderText("Hindi name")
        self.hindi.setAccessibleName("Hindi name")
        self.english = QLineEdit()
        self.english.setPlaceholderText("English spelling")
        self.english.setAccessibleName("English spelling")
        self._spell = _button("Spell so", self._pin_free, "another name")
        self._free = _line_of(self.hindi, self.english, self._spell)
        self._column.addWidget(self._free)
        self.english.returnPressed.connect(self._pin_free)

    def show_names(self, shown: About) -> None:
        """List the names in a sentence; below them there is room for one more."""
        self.clear()
        for name in shown.names:
            self._add_name(name)
        self._column.addWidget(self._free)
        self._note_controls((self.hindi, self.english, self._spell))
        self.show()

    def ask_for(self, hindi: str) -> None:
        """Let the reader say how a name, '' for any, is spelled."""
        self.hindi.setText(hindi)
        self.english.clear()
        (self.english if hindi else self.hindi).setFocus()

    def _add_name(self, name: Name) -> None:
        field = QLineEdit(name.english)
        field.setAccessibleName(f"Spelling of {name.hindi}")
        pin = partial(self._pin, name.hindi, field)
        field.returnPressed.connect(pin)
        widgets: Sequence[QWidget] = (
            paragraph(name.hindi, "hindi"),
            field,
            _button("Change" if name.is_pinned else "Spell so", pin, name.hindi),
        )
        if name.is_pinned:
            remove = partial(self.unpinned.emit, name.hindi)
            widgets = (*widgets, _button("Remove", remove, name.hindi))
        self.add(*widgets)

    def _pin(self, hindi: str, field: QLineEdit) -> None:
        if english := " ".join(field.text().split()):
            self.pinned.emit(hindi, english)

    def _pin_free(self) -> None:
        hindi = " ".join(self.hindi.text().split())
        if hindi and self.english.text().strip():
            self._pin(hindi, self.english)
            self.hindi.clear()
            self.english.clear()


def _line_of(*widgets: QWidget) -> QWidget:
    """Widgets side by side, of which the first takes the room there is."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if number else 1, Qt.AlignmentFlag.AlignTop)
    return line


def paragraph(text: str, level: str, *, is_html: bool = False) -> QLabel:
    """A text that wraps and can be selected; ``level`` is its colour in the style sheet.

    English and Hindi have their faces, a warning and an error a sign before them.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.RichText if is_html else Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("level", level)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if level == "english":
        made.setFont(fonts.font(fonts.ENGLISH, 15))
    elif level == "hindi":
        made.setFont(fonts.font(fonts.HINDI, 15))
    if level in ("warning", "error") and not is_html:
        made.setText(f"{'!' if level == 'warning' else '×'} {text}")
    return made


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    return column


def _button(text: str, do: Callable[[], None], about_what: str) -> QWidget:
    made = button(text, "outline")
    made.setAccessibleName(f"{text}: {about_what}")
    made.clicked.connect(do)
    return made
