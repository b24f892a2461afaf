"""The main window: puts the parts together and shows what the session tells."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.settings import ZOOM_RANGE, Settings
from reader.ui.actions import Actions, shortcut_lines
from reader.ui.bars import EntryBar, MessageBar
from reader.ui.core import Core
from reader.ui.desk import Desk
from reader.ui.opening import Opening
from reader.ui.page import Page
from reader.ui.passages import Passages
from reader.ui.reading_view import ReadingView
from reader.ui.session import Session
from reader.ui.sidebar import Sidebar
from reader.ui.start_page import StartPage
from reader.ui.status import Status
from reader.ui.theme import load_theme, palette, stylesheet
from reader.ui.toolbar import Toolbar
from reader.ui.translating import Translating

SIDEBAR_WIDTH = 264
NARROW = 880
"""Below this width in pixels the sidebar makes room for the texts."""
ZOOM_STEP = 10
RECENT = 8


class MainWindow(QMainWindow):
    """One window, one article."""

    def __init__(self, core: Core) -> None:
        super().__init__()
        self.core = core
        self.theme = load_theme(core.settings.theme)
        self.session = Session(core, self)
        self.view = ReadingView(self.theme, core.settings.zoom / 100)
        self.message = MessageBar()
        self.desk = Desk(core, self.session, self.view, self.message, EntryBar(), self)
        self.opening = Opening(self.desk)
        self.translating = Translating(self.desk)
        self.passages = Passages(self.desk)
        self.actions_ = Actions(self, [self, self.opening, self.translating, self.passages])
        self.translating.fixed_actions = [
            self.actions_["stay_offline"],
            self.actions_["set_libretranslate"],
        ]
        self.sidebar = Sidebar(self.theme)
        self.start = StartPage()
        self.status = Status(self.actions_)
        self.toolbar = Toolbar(self.actions_, self.translating, self)
        self._page = Page(self.desk, self.sidebar, self.status)
        # The splitter tells of every pixel; the settings file hears of where it came to rest.
        self._split_rest = QTimer(self, singleShot=True, interval=400)
        self._lay_out()
        self._connect()
        self._apply_settings(core.settings)
        self.show_start()
        for warning in core.warnings:
            self.message.tell(warning, "warning")

    def open(self, source: str, *, any_language: bool = False) -> None:
        """Open the article at a path or address."""
        self.opening.open(source, any_language=any_language)

    @property
    def is_settled(self) -> bool:
        """Whether an article is shown whole, analysed, and nothing is on its way."""
        return self.session.is_idle and self._page.is_settled

    # -- view actions -------------------------------------------------------------------

    def show_start(self) -> None:
        """Go to the start page."""
        self.session.leave()
        self.message.hide()
        self.start.show_recent(self.session.stored(lambda: self.core.recent(RECENT), []))
        self._stack.setCurrentWidget(self.start)
        self.start.setFocus()
        self._fit_width()
        self.status.clear_count()
        self.actions_.set_article_open(False)
        self.setWindowTitle("Setu")

    def zoom_in(self) -> None:
        """Set the text larger."""
        self._zoom_to(self.core.settings.zoom + ZOOM_STEP)

    def zoom_out(self) -> None:
        """Set the text smaller."""
        self._zoom_to(self.core.settings.zoom - ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Set the text in its normal size."""
        self._zoom_to(100)

    def theme_system(self) -> None:
        """Follow the desktop's light or dark."""
        self._save(replace(self.core.settings, theme="system"))

    def theme_light(self) -> None:
        """Use the light theme."""
        self._save(replace(self.core.settings, theme="light"))

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self._save(replace(self.core.settings, theme="dark"))

    def toggle_sidebar(self, shown: bool) -> None:
        """Show or hide the sidebar."""
        if self.width() < NARROW:
            self.desk.tell_briefly(self.tr("The window is too narrow for the sidebar"))
            self.actions_["toggle_sidebar"].setChecked(self.core.settings.sidebar)
            return
        self._save(replace(self.core.settings, sidebar=shown))

    def full_screen(self, on: bool) -> None:
        """Fill the screen, or stop doing so."""
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def show_shortcuts(self) -> None:
        """List the shortcuts."""
        lines = "".join(f"<tr><td>{t}</td><td>&emsp;{k}</td></tr>" for t, k in shortcut_lines())
        self._show_text(self.tr("Shortcuts"), f"<table cellpadding=2>{lines}</table>")

    def about(self) -> None:
        """Say what Setu is and what it is made of."""
        text = self.tr(
            "<p><b>Setu</b> reads a Hindi article with English beside it.</p>"
            "<p>MIT licence. Fonts: Mukta and Source Serif 4 (OFL). "
            "Credits: resources/CREDITS.md.</p>"
        )
        self._show_text(self.tr("About Setu"), text)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # -- what the session tells ---------------------------------------------------------

    def _show_document(self) -> None:
        document = self.session.document
        assert document is not None
        self.setWindowTitle(f"{document.article.title} · Setu")
        self._stack.setCurrentWidget(self.view)
        self._page.show()
        self.actions_.set_article_open(True)
        self._fit_width()
        self.view.hindi.setFocus()

    def _rest(self) -> None:
        """Nothing is under way: no progress, and the count as it stands."""
        self.status.rest()
        if self.session.document is not None:
            self.status.count(self.session.document)
        else:
            self.status.clear_count()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.opening.refuse(error)
        else:
            raise error

    def _menu_at(self, sentence: str, place: QPoint) -> None:
        """The menu on a sentence: what can be done with it."""
        if sentence and sentence != self.view.current:
            self._page.choose(sentence)
        menu = QMenu(self)
        for name in _CONTEXT:
            if name:
                menu.addAction(self.actions_[name])
            else:
                menu.addSeparator()
        menu.exec(place)

    # -- settings -----------------------------------------------------------------------

    def _zoom_to(self, percent: int) -> None:
        low, high = ZOOM_RANGE
        self._save(replace(self.core.settings, zoom=min(max(percent, low), high)))

    def _zoom_by_wheel(self, steps: int) -> None:
        self._zoom_to(self.core.settings.zoom + steps * ZOOM_STEP)

    def _keep_split(self) -> None:
        self._save(replace(self.core.settings, split=self.view.split()))

    def _save(self, settings: Settings) -> None:
        try:
            self.core.save_settings(settings)
        except OSError as error:
            text = self.tr("The settings could not be saved: {}.").format(error.strerror)
            self.message.tell(text, "warning")
        self._apply_settings(settings)

    def _apply_settings(self, settings: Settings) -> None:
        theme = load_theme(settings.theme)
        looks = (theme, settings.zoom)
        if looks != getattr(self, "_looks", None):
            self._looks = looks
            self.theme = theme
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.setPalette(palette(theme))
            app.setStyleSheet(stylesheet(theme))
            self.sidebar.set_theme(theme)
            self.view.restyle(theme, settings.zoom / 100)
        self.actions_[f"theme_{settings.theme}"].setChecked(True)
        self.actions_["toggle_sidebar"].setChecked(settings.sidebar)
        self.actions_["stay_offline"].setChecked(settings.offline)
        self._fit_width()
        self.toolbar.refresh(theme, locked=settings.offline)

    def _give_back_keyboard(self) -> None:
        """A bar has gone: the keyboard belongs to the text again."""
        panes = (self.view.hindi, self.view.english)
        if not any(pane.hasFocus() for pane in panes):
            (panes[0] if self._stack.currentWidget() is self.view else self.start).setFocus()

    def _fit_width(self) -> None:
        narrow = self.width() < NARROW
        reading = self._stack.currentWidget() is self.view
        self.sidebar.setVisible(self.core.settings.sidebar and reading and not narrow)
        self.toolbar.set_narrow(narrow)

    # -- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.view)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setHandleWidth(1)
        self._halves.addWidget(self.sidebar)
        self._halves.addWidget(self._stack)
        self._halves.setStretchFactor(1, 1)
        self._halves.setSizes([SIDEBAR_WIDTH, 1000])
        self._halves.setCollapsible(1, False)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.desk.entry)
        column.addWidget(self._halves, 1)
        self.setCentralWidget(body)
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self.view.set_split(self.core.settings.split)

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.opening.connect(self.status.opening)
        session.opening.connect(self.message.hide)
        session.opened.connect(self._show_document)
        session.progress.connect(self.status.progress)
        session.rested.connect(self._rest)
        session.failed.connect(self._fail)
        view.action.connect(self.translating.translate_in_text)
        view.menu_wanted.connect(self._menu_at)
        view.zoom_wanted.connect(self._zoom_by_wheel)
        view.split_moved.connect(self._split_rest.start)
        self._split_rest.timeout.connect(self._keep_split)
        self.translating.chosen.connect(lambda: self._apply_settings(self.core.settings))
        for bar in (self.message, self.desk.entry):
            bar.closed.connect(self._give_back_keyboard)
        start, opening = self.start, self.opening
        start.open_file.connect(opening.open_file)
        start.open_address.connect(opening.open_address)
        start.paste_article.connect(opening.paste_article)
        start.open_sample.connect(opening.open_sample)
        start.reopen.connect(session.reopen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda: self._apply_settings(self.core.settings)
        )

    def _show_text(self, title: str, text: str) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QTextBrowser()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHtml(text)
        layout = QVBoxLayout(dialog)
        layout.addWidget(page)
        dialog.resize(460, 440)
        dialog.open()

    # -- events -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window belongs to the two texts."""
        super().resizeEvent(event)
        self._fit_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, links, HTML and text."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self.opening.take(event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work, then close; everything is stored already."""
        self.hide()
        self.session.close()
        super().closeEvent(event)


_CONTEXT = (
    "translate_sentence",
    "translate_paragraph",
    "translate_again",
    "",
    "copy",
    "copy_english",
    "copy_both",
    "",
    "mark",
    "mark_mint",
    "mark_sky",
    "mark_rose",
    "unmark",
)
