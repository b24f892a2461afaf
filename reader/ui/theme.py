"""Themes: one TOML file of colours each, turned into a palette and a style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader.paths import resource

NAMES = ("light", "sepia", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's colours as ``#RRGGBB``; the names are explained in design and theme files."""

    name: str
    paper: str
    panel: str
    line: str
    hindi: str
    english: str
    muted: str
    accent: str
    on_accent: str
    linked: str
    hover: str
    found: str
    focus: str
    warning: str
    error: str
    fine: str
    amber: str
    mint: str
    sky: str
    rose: str
    mark_opacity: float
    person: str
    place: str
    organisation: str
    value: str

    def color(self, token: str) -> QColor:
        """The colour of one token."""
        return QColor(getattr(self, token))

    def mark(self, colour: str) -> QColor:
        """A mark's colour, as see-through as the theme wants it."""
        color = self.color(colour)
        color.setAlphaF(self.mark_opacity)
        return color


def load_theme(name: str) -> Theme:
    """The theme called ``name``; ``system`` follows the desktop's light or dark."""
    if name == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    tokens = tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    return Theme(name=name, **tokens)


def palette(theme: Theme) -> QPalette:
    """The Qt palette of ``theme``."""
    colors = QPalette()
    role = QPalette.ColorRole
    for target, token in {
        role.Window: "paper",
        role.WindowText: "hindi",
        role.Base: "paper",
        role.AlternateBase: "panel",
        role.Text: "hindi",
        role.Button: "paper",
        role.ButtonText: "hindi",
        role.ToolTipBase: "panel",
        role.ToolTipText: "hindi",
        role.PlaceholderText: "muted",
        role.Highlight: "focus",
        role.HighlightedText: "paper",
        role.Link: "accent",
    }.items():
        colors.setColor(target, theme.color(token))
    return colors


def stylesheet(theme: Theme) -> str:
    """The style sheet of the window's furniture; the text panes paint themselves."""
    tokens = {field: getattr(theme, field) for field in Theme.__dataclass_fields__}
    on_dark = theme.color("on_accent").lightnessF() > 0.5
    check = resource(f"icons/check-{'light' if on_dark else 'dark'}.svg")
    arrows = {way: resource(f"icons/arrow-{way}.svg").as_posix() for way in ("up", "down")}
    return _SHEET % {**tokens, **arrows, "check": check.as_posix()}


_SHEET = """
QMainWindow, QStackedWidget, #reading, #start { background: %(paper)s; }
/* The letters of a pane have colours of their own; this hides the hook of its caret, which Qt
   draws in text from right to left however thin the caret is. */
Pane { color: transparent; }
QToolTip { background: %(panel)s; color: %(hindi)s; border: 1px solid %(line)s; padding: 4px 6px; }
QToolBar { background: %(paper)s; border: none; border-bottom: 1px solid %(line)s;
    padding: 5px 10px; spacing: 2px; }
QToolBar::separator { background: %(line)s; width: 1px; margin: 8px 6px; }
QToolButton, QPushButton { background: transparent; color: %(hindi)s; border: 1px solid transparent;
    border-radius: 7px; padding: 4px 10px; }
QToolButton:hover, QPushButton:hover { background: %(panel)s; }
QToolButton:focus, QPushButton:focus { border-color: %(focus)s; }
QToolButton:disabled, QPushButton:disabled { color: %(muted)s; }
QToolButton::menu-indicator { image: none; width: 0; }
#primary { background: %(accent)s; color: %(on_accent)s; }
#primary:hover { background: %(accent)s; border-color: %(hindi)s; }
#primary:focus { border: 2px solid %(focus)s; padding: 3px 9px; }
#primary:disabled { background: %(panel)s; color: %(muted)s; }
QPushButton, QToolButton { outline: none; }
#outline { border-color: %(line)s; color: %(accent)s; }
#outline:focus { border-color: %(focus)s; }
#outline:disabled { color: %(muted)s; }
#entries, #feeds, #pages { background: transparent; outline: none; }
#feeds::item, #pages::item { color: %(hindi)s; padding: 6px 10px; border: 1px solid transparent;
    border-radius: 7px; }
#feeds::item:hover, #pages::item:hover { background: %(panel)s; }
#feeds::item:selected, #pages::item:selected { background: %(linked)s; }
#feeds::item:focus, #pages::item:focus { border-color: %(focus)s; }
QCheckBox { color: %(hindi)s; padding: 4px; border: 1px solid transparent; border-radius: 7px; }
QCheckBox:focus { border-color: %(focus)s; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid %(muted)s; border-radius: 4px; }
QCheckBox::indicator:checked { background: %(accent)s; border-color: %(accent)s;
    image: url("%(check)s"); }
QRadioButton { color: %(hindi)s; padding: 4px; border: 1px solid transparent; border-radius: 7px; }
QRadioButton:focus { border-color: %(focus)s; }
QRadioButton:disabled, QCheckBox:disabled { color: %(muted)s; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid %(muted)s;
    border-radius: 7px; margin: 1px; }
QRadioButton::indicator:checked { width: 4px; height: 4px; border: 5px solid %(accent)s;
    background: %(on_accent)s; }
QRadioButton::indicator:disabled { border-color: %(line)s; }
#brand { font-size: 16px; font-weight: 600; padding: 0 10px 0 2px; }
#muted, #privacy { color: %(muted)s; }
#sidebar, #sidebar QWidget { background: %(panel)s; }
#sidebar { border-right: 1px solid %(line)s; }
QTabBar { background: transparent; }
QTabBar::tab { color: %(muted)s; background: transparent; padding: 5px 0 7px 0; margin-right: 18px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %(hindi)s; border-bottom-color: %(accent)s; }
QTabBar::tab:focus { color: %(focus)s; }
QTabWidget::pane { border: none; border-top: 1px solid %(line)s; }
#heading { color: %(muted)s; font-size: 12px; font-weight: 500; padding-top: 8px; }
QStatusBar { background: %(paper)s; color: %(muted)s; border-top: 1px solid %(line)s;
    padding: 0 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: %(muted)s; }
QProgressBar { background: %(line)s; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 2px; }
QMenuBar { background: %(paper)s; color: %(hindi)s; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: %(panel)s; }
QMenu { background: %(paper)s; color: %(hindi)s; border: 1px solid %(line)s; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: %(linked)s; color: %(hindi)s; }
QMenu::item:disabled { color: %(muted)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 5px 8px; }
QLineEdit, QPlainTextEdit { background: %(paper)s; color: %(hindi)s; border: 1px solid %(line)s;
    border-radius: 7px; padding: 4px 8px; selection-background-color: %(focus)s; }
QPlainTextEdit { color: %(english)s; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: %(focus)s; }
QComboBox, QSpinBox { background: %(paper)s; color: %(hindi)s; border: 1px solid %(line)s;
    border-radius: 7px; padding: 3px 8px; min-height: 22px; }
QComboBox:focus, QSpinBox:focus { border-color: %(focus)s; }
QComboBox::drop-down, QSpinBox::up-button, QSpinBox::down-button { border: none; width: 20px;
    background: transparent; }
QComboBox::down-arrow, QSpinBox::down-arrow { image: url("%(down)s"); width: 12px; height: 10px; }
QSpinBox::up-arrow { image: url("%(up)s"); width: 12px; height: 10px; }
QComboBox QAbstractItemView { background: %(paper)s; color: %(hindi)s; outline: none;
    selection-background-color: %(linked)s; selection-color: %(hindi)s; }
#word { background: %(paper)s; border: 1px solid %(muted)s; border-radius: 8px; }
#sentence { background: %(panel)s; border-top: 1px solid %(line)s; }
#sentence QScrollArea, #sentence QScrollArea > QWidget > QWidget { background: transparent; }
#sentence QLabel { color: %(hindi)s; }
#sentence #state { font-weight: 600; }
#sentence #muted, #sentence #heading, #sentence QLabel[level="muted"] { color: %(muted)s; }
#sentence QLabel[level="english"] { color: %(english)s; }
#sentence QLabel[level="warning"] { color: %(warning)s; }
#sentence QLabel[level="error"] { color: %(error)s; }
#sentence QLabel[level="fine"] { color: %(fine)s; }
#bar { background: %(panel)s; border-bottom: 1px solid %(line)s; }
#bar QLabel { color: %(hindi)s; }
#bar #icon[level="warning"] { color: %(warning)s; }
#bar #icon[level="error"] { color: %(error)s; }
#bar #icon[level="fine"] { color: %(fine)s; }
#note, #told[level="warning"] { color: %(warning)s; }
#told { color: %(muted)s; }
#told[level="error"] { color: %(error)s; }
#told[level="fine"] { color: %(fine)s; }
#pages { border: none; border-right: 1px solid %(line)s; padding: 8px; }
#card { border: none; border-bottom: 1px solid %(line)s; }
#scrolling { border: 1px solid transparent; }
#scrolling:focus { border-color: %(focus)s; }
#title { font-size: 20px; font-weight: 600; }
QPlainTextEdit { background: %(panel)s; color: %(hindi)s; border: 1px solid %(line)s;
    border-radius: 7px; selection-background-color: %(focus)s; }
QPlainTextEdit:focus { border-color: %(focus)s; }
QLineEdit:disabled { color: %(muted)s; background: %(panel)s; }
#drop { border: 1px dashed %(muted)s; border-radius: 12px; background: %(panel)s; }
#drop QLabel { background: transparent; }
QSplitter::handle { background: %(line)s; }
QSplitter::handle:hover { background: %(accent)s; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: %(line)s; border-radius: 4px; min-height: 32px;
    margin: 2px; }
QScrollBar::handle:vertical:hover { background: %(muted)s; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QDialog, QMessageBox { background: %(paper)s; }
"""
