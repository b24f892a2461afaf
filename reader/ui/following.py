"""What is asked of the links and pictures in the text; nothing here fetches of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.ui.desk import Desk
from reader.ui.links import host

WORDS = 40
"""Characters of a link's words that name it in a menu."""


class Following(QObject):
    """Carries out the actions on links, of the current sentence or under the pointer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.view.link_wanted.connect(self._follow)

    def open_link(self) -> None:
        """Open the link in the current sentence in the browser."""
        self._with_link(self._desk.view.link_wanted.emit)

    def copy_link(self) -> None:
        """Copy the address of the link in the current sentence."""
        self._with_link(self._copy)

    def show_pictures(self) -> None:
        """Ask for the pictures of the rows in sight."""
        rows = [self._desk.row(name) for name in self._desk.view.rows_in_sight()]
        with_picture = [row for row in rows if row and row.address]
        for row in with_picture:
            self._desk.view.picture_wanted.emit(row.id, row.address)
        if not with_picture:
            self._desk.message.tell(self.tr("There is no picture in sight."))

    def fill(self, menu: QMenu, place: QPoint) -> None:
        """Add what can be done with the link at a global place, else with the sentence's."""
        view = self._desk.view
        under = view.link_at(place)
        self._add(menu, {under: ""} if under else view.links_of(view.current))

    def _follow(self, address: str) -> None:
        """Leave a link to the browser: it is the reader who wants it fetched."""
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _with_link(self, act: Callable[[str], None]) -> None:
        """Do it to the sentence's link; where there are several, let one be chosen."""
        links = self._desk.view.links_of(self._desk.view.current)
        if not links:
            self._desk.message.tell(self.tr("There is no link in the current sentence."))
        elif len(links) == 1:
            act(*links)
        else:
            menu = QMenu(self._desk.window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._add(menu, links)
            menu.popup(self._desk.view.foot_of(self._desk.view.current))

    def _add(self, menu: QMenu, links: Mapping[str, str]) -> None:
        """Add the actions on each of ``links``, their words by address."""
        for address, words in links.items():
            named = words[:WORDS].replace("&", "&&")
            target = menu.addMenu(named) if len(links) > 1 else menu
            text = self.tr("Open link in browser ({})").format(host(address))
            opened = target.addAction(text)
            opened.triggered.connect(partial(self._desk.view.link_wanted.emit, address))
            target.addAction(self.tr("Copy link address"), partial(self._copy, address))
        if links:
            menu.addSeparator()

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._desk.tell_briefly(self.tr("Copied"))
