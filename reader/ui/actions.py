"""Every action of the window: its name, words, shortcut and menu, in one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Key = QKeySequence.StandardKey
ARTICLE = "article"
"""An article is open."""
SIGHT = "sight"
"""The article is what the window shows."""
LIST = "list"
"""It is shown, and was chosen in a list."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; ``name`` is also the method it calls, of the first target that has it.

    A ``group`` makes the action one of several of which one is on: its name begins with the
    group's, and ``choose_`` with that is the method, called with the rest. ``needs`` is ARTICLE,
    SIGHT or LIST for an action that cannot be carried out without.
    """

    name: str
    text: str
    keys: str | QKeySequence.StandardKey = ""
    checkable: bool = False
    group: str = ""
    needs: str = ""


SEPARATOR = None

MENUS: dict[str, list[Spec | None]] = {
    "File": [
        Spec("open_file", "Open…", Key.Open),
        Spec("open_address", "Open address…", "Ctrl+L"),
        Spec("paste_article", "Paste article", "Ctrl+Shift+V"),
        Spec("open_sample", "Read the sample"),
        Spec("show_feeds", "Feeds", "Ctrl+Shift+F"),
        Spec("show_start", "Start page", "Alt+Home"),
        Spec("show_article", "Back to the article", "Alt+Left", needs=ARTICLE),
        Spec("show_list", "Back to the contents", "Backspace", needs=LIST),
        Spec("next_in_list", "Next chapter or article", "Ctrl+PgDown", needs=LIST),
        Spec("previous_in_list", "Chapter or article before", "Ctrl+PgUp", needs=LIST),
        SEPARATOR,
        Spec("import_memory", "Import translation memory…"),
        Spec("export_memory", "Export translation memory…"),
        Spec("export", "Export…", "Ctrl+E", needs=SIGHT),
        SEPARATOR,
        Spec("quit", "Quit", Key.Quit),
    ],
    "Edit": [
        Spec("undo", "Undo correction, choice or spelling", Key.Undo, needs=SIGHT),
        Spec("redo", "Redo correction, choice or spelling", Key.Redo, needs=SIGHT),
        Spec("correct", "Correct English", "Ctrl+Shift+E", needs=SIGHT),
        Spec("keep_english", "Keep English as it is", needs=SIGHT),
        Spec("spell_name", "Spell name in English…", "Ctrl+Shift+S", needs=SIGHT),
        SEPARATOR,
        Spec("copy", "Copy", Key.Copy, needs=SIGHT),
        Spec("copy_english", "Copy English", "Ctrl+Shift+C", needs=SIGHT),
        Spec("copy_both", "Copy both with source", "Ctrl+Alt+C", needs=SIGHT),
        Spec("copy_article", "Copy whole article with source", needs=SIGHT),
        SEPARATOR,
        Spec("look_up", "Look up word", "Ctrl+D", needs=SIGHT),
        Spec("find_text", "Find…", Key.Find, needs=SIGHT),
        Spec("find_next", "Find next", Key.FindNext, needs=SIGHT),
        Spec("find_previous", "Find previous", Key.FindPrevious, needs=SIGHT),
        SEPARATOR,
        Spec("mark", "Mark", "Ctrl+H", needs=SIGHT),
        Spec("mark_mint", "Mark in mint", "Ctrl+Alt+2", needs=SIGHT),
        Spec("mark_sky", "Mark in sky", "Ctrl+Alt+3", needs=SIGHT),
        Spec("mark_rose", "Mark in rose", "Ctrl+Alt+4", needs=SIGHT),
        Spec("unmark", "Remove mark", "Ctrl+Shift+H", needs=SIGHT),
        SEPARATOR,
        Spec("open_link", "Open link in browser", "Ctrl+Shift+L", needs=SIGHT),
        Spec("copy_link", "Copy link address", needs=SIGHT),
    ],
    "Translate": [
        Spec("translate_sentence", "Translate sentence", "Ctrl+Return", needs=SIGHT),
        Spec("translate_paragraph", "Translate paragraph", "Ctrl+Shift+Return", needs=SIGHT),
        Spec("translate_article", "Translate article", "Ctrl+T", needs=SIGHT),
        Spec("translate_again", "Ask the chosen engine again", needs=SIGHT),
        Spec("ask_another", "Ask another engine…", "Ctrl+Shift+A", needs=SIGHT),
        Spec("retry_failed", "Try all failed sentences again", "Ctrl+Shift+R", needs=SIGHT),
        Spec("cancel", "Cancel", "Esc"),
        SEPARATOR,
        Spec("stay_offline", "Stay offline", checkable=True),
        Spec("show_settings", "Settings…", "Ctrl+,"),
    ],
    "View": [
        Spec("answer_message", "Do what the message offers", "Alt+Return"),
        SEPARATOR,
        Spec("next_sentence", "Next sentence", "Alt+Down", needs=SIGHT),
        Spec("previous_sentence", "Previous sentence", "Alt+Up", needs=SIGHT),
        Spec("next_paragraph", "Next paragraph", "Alt+PgDown", needs=SIGHT),
        Spec("previous_paragraph", "Previous paragraph", "Alt+PgUp", needs=SIGHT),
        Spec("show_partner", "Sentence in the other language", "Ctrl+J", needs=SIGHT),
        Spec("about_sentence", "About this English", "Ctrl+I", needs=SIGHT),
        Spec("next_problem", "Next English to check", "F8", needs=SIGHT),
        Spec("previous_problem", "Previous English to check", "Shift+F8", needs=SIGHT),
        SEPARATOR,
        Spec("view_side", "Side by side", "Ctrl+1", group="view"),
        Spec("view_stacked", "One above the other", "Ctrl+2", group="view"),
        Spec("view_interleaved", "Paragraph by paragraph", "Ctrl+3", group="view"),
        Spec("view_hindi", "Hindi only", "Ctrl+4", group="view"),
        Spec("view_english", "English only", "Ctrl+5", group="view"),
        Spec("view_study", "Study", "Ctrl+6", group="view"),
        SEPARATOR,
        Spec("zoom_in", "Larger text", Key.ZoomIn),
        Spec("zoom_out", "Smaller text", Key.ZoomOut),
        Spec("zoom_reset", "Normal text", "Ctrl+0"),
        SEPARATOR,
        Spec("theme_system", "Theme of the desktop", group="theme"),
        Spec("theme_light", "Light", group="theme"),
        Spec("theme_sepia", "Sepia", group="theme"),
        Spec("theme_dark", "Dark", group="theme"),
        Spec("theme_contrast", "High contrast", group="theme"),
        SEPARATOR,
        Spec("show_changes", "What changed since last time", needs=ARTICLE),
        Spec("show_pictures", "Show pictures in sight", "Ctrl+Shift+P", needs=SIGHT),
        Spec("toggle_sidebar", "Sidebar", "F9", checkable=True),
        Spec("full_screen", "Full screen", "F11", checkable=True),
    ],
    "Read aloud": [
        Spec("speak_sentence", "Read sentence aloud", "F7", needs=SIGHT),
        Spec("speak_paragraph", "Read paragraph aloud", "Shift+F7", needs=SIGHT),
        Spec("speak_on", "Read aloud from here on", "Ctrl+F7", needs=SIGHT),
        SEPARATOR,
        Spec("aloud_hindi", "Hindi", group="aloud"),
        Spec("aloud_english", "English", group="aloud"),
        Spec("aloud_both", "Hindi, then English", group="aloud"),
    ],
    "Help": [
        Spec("show_legend", "Signs and colours", "Shift+F1"),
        Spec("show_shortcuts", "Shortcuts", "?"),
        Spec("about", "About Setu"),
    ],
}


class Actions:
    """The window's actions by name, connected to the methods of the same names."""

    def __init__(self, window: QWidget, targets: Sequence[object]) -> None:
        self._targets = targets
        self._groups: dict[str, QActionGroup] = {}
        self._window = window
        self.by_name = {
            spec.name: self._build(spec) for menu in MENUS.values() for spec in menu if spec
        }
        window.addActions(list(self.by_name.values()))

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def menu(self, title: str) -> QMenu:
        """A new menu of the section ``title`` of the table."""
        menu = QMenu(self._window.tr(title), self._window)
        for spec in MENUS[title]:
            if spec:
                menu.addAction(self.by_name[spec.name])
            else:
                menu.addSeparator()
        return menu

    def allow(self, given: Collection[str]) -> None:
        """Enable the actions that need nothing or one of ``given``, and disable the others."""
        for menu in MENUS.values():
            for spec in menu:
                if spec:
                    self.by_name[spec.name].setEnabled(not spec.needs or spec.needs in given)

    def _build(self, spec: Spec) -> QAction:
        action = QAction(self._window.tr(spec.text), self._window)
        if spec.keys:
            action.setShortcuts(QKeySequence.keyBindings(spec.keys)) if isinstance(
                spec.keys, Key
            ) else action.setShortcut(QKeySequence(spec.keys))
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self._window))
            group.addAction(action)
        action.triggered.connect(self._slot(spec))
        return action

    def _slot(self, spec: Spec) -> Callable[..., None]:
        """What carries out an action: a method of the first target that has it."""
        name = f"choose_{spec.group}" if spec.group else spec.name
        slot: Callable[..., None] = next(
            getattr(target, name) for target in self._targets if hasattr(type(target), name)
        )
        choice = spec.name.removeprefix(f"{spec.group}_")
        return (lambda _on: slot(choice)) if spec.group else slot


def shortcut_lines() -> list[tuple[str, str]]:
    """Every action with a shortcut: its words and the keys as the desktop writes them."""
    return [
        (spec.text, QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText))
        for menu in MENUS.values()
        for spec in menu
        if spec and spec.keys
    ]
