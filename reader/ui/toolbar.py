"""The toolbar: ways in, Translate, the engine and who receives the text, and the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QMenu, QToolBar, QToolButton, QWidget

from reader.ui.actions import MENUS, Actions
from reader.ui.theme import Theme
from reader.ui.translating import Translating
from reader.ui.widgets import ElidedLabel, label

DOT = 9


class Toolbar(QToolBar):
    """One quiet row of words; everything in it also stands in the menu."""

    def __init__(self, actions: Actions, translating: Translating, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(self.tr("Toolbar"))
        self._translating = translating
        translating.menu_wanted.connect(self._open_engines)
        self.addWidget(label("Setu", "brand"))
        self._spare = [
            self._word(actions, "open_file", self.tr("Open")),
            self._word(actions, "paste_article", self.tr("Paste")),
            self._word(actions, "open_address", self.tr("Link")),
            self.addSeparator(),
        ]
        self._word(actions, "translate_article", self.tr("Translate article"), "primary")
        self._engine = self._menu_button("", translating.menu)
        self._dot = QLabel()
        self._privacy = ElidedLabel("privacy")
        self.addWidget(self._dot)
        self.addWidget(self._privacy)
        self._view = self._menu_button("", views_menu(actions, self))
        self._spare.append(self.actions()[-1])
        self._looks = self._menu_button("Aa", actions.menu("View"))
        self._looks.setAccessibleName(self.tr("View"))
        self._spare.append(self._word(actions, "find_text", self.tr("Find")))
        self._spare.append(self._word(actions, "export", self.tr("Export")))
        self._all = self._menu_button(self.tr("Menu"), _whole_menu(actions, self))
        self._all.setShortcut("F10")

    def refresh(self, theme: Theme, view: str, *, locked: bool) -> None:
        """Show engine, view and who receives the text; ``locked`` is Stay offline."""
        self._view.setText(f"{view} ▼")
        self._view.setAccessibleName(self.tr("View: {}").format(view))
        label = self._translating.label
        self._engine.setText(f"{label} ▼")
        self._engine.setAccessibleName(self.tr("Engine: {}").format(label))
        receivers = self._translating.hosts()
        if receivers:
            hosts = ", ".join(receivers)
            text, brief = self.tr("{} receives what you translate").format(hosts), hosts
        elif locked:
            text = self.tr("staying offline: nothing leaves this computer")
            brief = self.tr("offline")
        else:
            text, brief = self.tr("nothing leaves this computer"), self.tr("all stays here")
        self._privacy.brief = brief
        self._privacy.setText(text)
        self._privacy.setToolTip(text)
        self._privacy.setAccessibleName(text)
        self._dot.setPixmap(_dot(theme.color("warning" if receivers else "fine")))

    def _open_engines(self) -> None:
        """Open the engine menu where its button is."""
        corner = self._engine.rect().bottomLeft()
        self._translating.menu.popup(self._engine.mapToGlobal(corner))

    @property
    def privacy(self) -> str:
        """What is said of who receives the text."""
        return self._privacy.text()

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window leave to the menu what also stands there."""
        for action in self._spare:
            action.setVisible(not narrow)
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton) and button.defaultAction():
                # Coming back, Qt would enable the button whatever its own action says.
                button.setEnabled(button.defaultAction().isEnabled())

    def _word(self, actions: Actions, name: str, text: str, look: str = "") -> QAction:
        button = QToolButton()
        button.setDefaultAction(actions[name])
        button.setText(text)
        keys = actions[name].shortcut().toString()
        button.setToolTip(f"{actions[name].text()} ({keys})" if keys else actions[name].text())
        button.setObjectName(look)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return self.addWidget(button)

    def _menu_button(self, text: str, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button


def views_menu(actions: Actions, parent: QWidget) -> QMenu:
    """A menu of the views alone."""
    menu = QMenu(parent)
    for spec in MENUS["View"]:
        if spec and spec.group == "view":
            menu.addAction(actions[spec.name])
    return menu


def _whole_menu(actions: Actions, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    for title in MENUS:
        menu.addMenu(actions.menu(title))
    return menu


def _dot(color: QColor) -> QPixmap:
    """A round light in ``color``."""
    pixmap = QPixmap(QSize(DOT + 6, DOT))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(0, 0, DOT, DOT)
    painter.end()
    return pixmap
