"""The main window: puts the parts together and shows what the session tells."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.settings import Settings
from reader.ui.actions import ARTICLE, LIST, SIGHT, Actions
from reader.ui.bars import EntryBar, MessageBar
from reader.ui.browsing import Browsing
from reader.ui.changes_page import ChangesPage
from reader.ui.configuring import Configuring
from reader.ui.contents_page import ContentsPage
from reader.ui.context_menu import ContextMenu
from reader.ui.core import Core
from reader.ui.desk import Desk
from reader.ui.exchanging import Exchanging
from reader.ui.feeding import Feeding
from reader.ui.feeds_page import FeedsPage
from reader.ui.find_bar import FindBar
from reader.ui.following import Following
from reader.ui.help import Help
from reader.ui.judging import Judging
from reader.ui.looking_up import LookingUp
from reader.ui.looks import Looks
from reader.ui.opening import Opening
from reader.ui.page import Page
from reader.ui.paging import Paging
from reader.ui.passages import Passages
from reader.ui.reading_view import ReadingView
from reader.ui.refetching import Refetching
from reader.ui.searching import Searching
from reader.ui.sentence_panel import SentencePanel
from reader.ui.session import Session
from reader.ui.sidebar import Sidebar
from reader.ui.speaking import Speaking
from reader.ui.start_page import StartPage
from reader.ui.status import Status
from reader.ui.steady import Steady
from reader.ui.theme import Theme, load_theme, palette, stylesheet
from reader.ui.toolbar import Toolbar
from reader.ui.translating import Translating
from reader.ui.typography import Lettering, lettering
from reader.ui.views import View

NARROW = 880
"""Below this width in pixels the sidebar makes room for the texts."""
LEAST = 120
"""Pixels of height the texts have at least."""
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
        bars = (self.message, EntryBar(), FindBar())
        self.desk = Desk(core, self.session, self.view, *bars, SentencePanel(), self)
        self.contents = ContentsPage(self.theme)
        self.feeds = FeedsPage(self.theme)
        self.changes = ChangesPage(self.theme)
        parts = self._make_parts()
        self.actions_ = Actions(self, [self, *parts, self.message, Help(self.desk)])
        foot = ("stay_offline", "show_settings")
        self.translating.fixed_actions = [self.actions_[name] for name in foot]
        ContextMenu(self.desk, self.actions_, self.following)
        self.sidebar = Sidebar(self.theme)
        self.start = StartPage(self.theme)
        self.status = Status(self.actions_)
        self.toolbar = Toolbar(self.actions_, self.translating, self)
        self._looks: tuple[Theme, int, Lettering] | None = None
        self._page = Page(self.desk, self.sidebar, self.status)
        # The splitter tells of every pixel; the settings file hears of where it came to rest.
        self._split_rest = QTimer(self, singleShot=True, interval=400)
        self._begin()

    def _make_parts(self) -> list[QObject]:
        """What carries out the actions; the first that has an action's method does it."""
        desk = self.desk
        self.refetching = Refetching(desk, self.changes)
        self.opening = Opening(desk, self.refetching)
        self.feeding = Feeding(desk, self.contents, self.feeds)
        self.browsing = Browsing(desk, self.opening, self.contents, self.feeds)
        self.translating = Translating(desk)
        self.judging = Judging(desk, self.translating)
        self.exchanging = Exchanging(desk)
        self.configuring = Configuring(desk, self.translating)
        self.passages = Passages(desk)
        self.following = Following(desk)
        self.looks = Looks(desk)
        self.searching = Searching(desk)
        self.looking_up = LookingUp(desk)
        self.speaking = Speaking(desk, otherwise=self.translating.cancel)
        ways = (self.opening, self.browsing, self.feeding, self.refetching)
        english = (self.translating, self.judging, self.exchanging, self.configuring)
        text = (self.passages, self.following, self.looks, self.searching, self.looking_up)
        return [self.speaking, *ways, *english, *text]

    def _begin(self) -> None:
        """Put the parts together, and show the start page."""
        self._lay_out()
        self._connect()
        self._apply_settings(self.core.settings)
        self.show_start()
        for warning in self.core.warnings:
            self.message.tell(warning, "warning")

    def open(self, source: str, *, part: str = "", any_language: bool = False) -> None:
        """Open the article at a path or address, or a part of the book there."""
        self.opening.open(source, part=part, any_language=any_language)

    @property
    def is_settled(self) -> bool:
        """Whether an article is shown whole, analysed, and nothing is on its way."""
        return self.session.is_idle and self._page.is_settled

    # -- view actions -------------------------------------------------------------------

    def show_start(self) -> None:
        """Go to the start page."""
        self.refetching.stop()
        self.session.leave()
        self.message.hide()
        self.start.show_recent(self.session.stored(lambda: self.core.recent(RECENT), []))
        self._turn_to(self.start)

    def show_article(self) -> None:
        """Go back to the article being read, else to the start page."""
        if self.session.document is None:
            self.show_start()
        else:
            self._turn_to(self.view)

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

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # -- what the session tells ---------------------------------------------------------

    def _show_document(self) -> None:
        document = self.session.document
        assert document is not None
        self._turn_to(self.view)
        self._page.show()
        self.opening.tell_of(document)

    def _turn_to(self, page: QWidget) -> None:
        """Show one page of the window."""
        if page is self.view:
            self._show_sidebar(reading=True)  # before it, so that its lines break but once
        else:
            self.desk.find.hide()
        self.judging.follow(reading=page is self.view)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._fit_width()
        self._page.tell_status()
        self.actions_.allow(self._at_hand())
        title = self._title_of(page)
        self.setWindowTitle(f"{title} · Setu" if title else "Setu")

    def _at_hand(self) -> list[str]:
        """What actions may need, as far as it is there."""
        is_open = self.session.document is not None
        in_sight = is_open and not self.view.isHidden()
        given = {ARTICLE: is_open, SIGHT: in_sight, LIST: in_sight and self.browsing.has_list}
        return [name for name, is_there in given.items() if is_there]

    def _title_of(self, page: QWidget) -> str:
        """What a page shows; '' for the start page."""
        if page is self.contents and self.contents.shown:
            return self.contents.shown.title
        if page is self.feeds:
            return self.tr("Feeds")
        document = self.session.document
        return document.article.title if document else ""

    def _rest(self) -> None:
        """Nothing is under way: no progress, and the count as it stands."""
        self.status.rest()
        self._page.tell_status()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.opening.refuse(error)
        else:
            raise error

    # -- settings -----------------------------------------------------------------------

    def _keep_split(self) -> None:
        kept = replace(self.core.settings, split=self.view.split)
        if self.sidebar.isVisible():
            kept = replace(kept, sidebar_width=self.sidebar.width())
        self.keep_settings(kept)

    def keep_settings(self, settings: Settings) -> None:
        """Keep settings that change nothing that is seen."""
        try:
            self.core.save_settings(settings)
        except OSError as error:
            text = self.tr("The settings could not be saved: {}.").format(error.strerror)
            self.message.tell(text, "warning")

    def _save(self, settings: Settings) -> None:
        self.keep_settings(settings)
        self._apply_settings(settings)

    def _apply_settings(self, settings: Settings) -> None:
        theme = load_theme(settings.theme)
        looks = (theme, settings.zoom, lettering(settings))
        before, self._looks = self._looks, looks
        if before is None or before[0] != theme:
            self._wear(theme)
        if before != looks:
            self.changes.set_theme(theme, settings.zoom / 100)
            self.view.restyle(theme, settings.zoom / 100, lettering(settings))
        self.view.arrange(View(settings.view))
        self.sidebar.veil(on=self.view.view is View.STUDY)
        view = self.actions_[f"view_{View(settings.view).name.lower()}"]
        view.setChecked(True)
        self.actions_[f"theme_{settings.theme}"].setChecked(True)
        self.actions_[f"aloud_{settings.aloud}"].setChecked(True)
        self.actions_["toggle_sidebar"].setChecked(settings.sidebar)
        self.actions_["stay_offline"].setChecked(settings.offline)
        self.feeding.follow(settings)
        self._page.follow_settings()
        self._fit_width()
        self.toolbar.refresh(theme, view.text(), locked=settings.offline)
        self.configuring.refresh()

    def _wear(self, theme: Theme) -> None:
        """Take the colours of a theme. A style sheet costs 100 ms: every widget reads it anew."""
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(theme))
        app.setStyleSheet(stylesheet(theme))
        for part in (self.start, self.sidebar, self.contents, self.feeds, self.desk.panel):
            part.set_theme(theme)

    def _give_back_keyboard(self) -> None:
        """A bar has gone: the keyboard belongs to the page again."""
        page, focused = self._stack.currentWidget(), self.focusWidget()
        if page is not None and not (focused and page.isAncestorOf(focused)):
            page.setFocus()

    def _fit_width(self) -> None:
        self._show_sidebar(reading=self._stack.currentWidget() is self.view)
        self.toolbar.set_narrow(self.width() < NARROW)

    def _show_sidebar(self, *, reading: bool) -> None:
        """Show the sidebar beside the text, if there is room for it, and nowhere else."""
        is_wide = self.width() >= NARROW
        self.sidebar.setVisible(self.core.settings.sidebar and reading and is_wide)
        self._halves.refresh()

    # -- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.start, self.view, self.contents, self.feeds, self.changes):
            self._stack.addWidget(page)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setHandleWidth(1)
        self._halves.addWidget(self.sidebar)
        self._halves.addWidget(self._stack)
        self._halves.setStretchFactor(1, 1)
        self._halves.setSizes([self.core.settings.sidebar_width, 1000])
        self._halves.splitterMoved.connect(lambda: self._split_rest.start())
        self._halves.setCollapsible(1, False)
        self._halves.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._halves.setMinimumHeight(LEAST)  # Below it, the panel gives way.
        Steady(self._halves, self.view)
        for pane in (self.view.hindi, self.view.english):
            Paging(pane)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.desk.entry)
        column.addWidget(self.desk.find)
        column.addWidget(self._halves, 1)
        column.addWidget(self.desk.panel)
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
        session.fetching.connect(self.status.fetching)
        session.opened.connect(self._show_document)
        session.progress.connect(self.status.progress)
        session.rested.connect(self._rest)
        session.errands.changed.connect(self.status.errand)
        session.failed.connect(self._fail)
        view.action.connect(self.translating.translate_in_text)
        view.split_moved.connect(self._split_rest.start)
        self._split_rest.timeout.connect(self._keep_split)
        self.translating.chosen.connect(lambda: self._apply_settings(self.core.settings))
        for bar in (self.message, self.desk.entry, self.desk.find, self.desk.panel):
            bar.closed.connect(self._give_back_keyboard)
        start, opening = self.start, self.opening
        start.open_file.connect(opening.open_file)
        start.open_address.connect(opening.open_address)
        start.paste_article.connect(opening.paste_article)
        start.open_sample.connect(opening.open_sample)
        start.reopen.connect(opening.reopen)
        for page in (self.contents, self.feeds):
            page.left.connect(self.show_article)
        self.browsing.contents_wanted.connect(self.feeding.show_contents)
        self.browsing.feeds_wanted.connect(self.feeding.show_feeds)
        self.feeds.add_wanted.connect(self.feeding.add_feed)
        for settler in (self.feeding, self.looks, self.speaking):
            settler.settings_wanted.connect(self._save)
        for part in (self.refetching, self.browsing, self.feeding):
            part.page_wanted.connect(self._turn_to)
        for name in ("cancel", "stay_offline"):
            self.actions_[name].triggered.connect(self.refetching.give_up)
        self.refetching.translation_wanted.connect(self.translating.translate_sentences)
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda: self._apply_settings(self.core.settings)
        )

    # -- events -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window belongs to the two texts."""
        super().resizeEvent(event)
        self.desk.panel.fit(self.height())
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
        self.speaking.stop()
        self.session.close()
        super().closeEvent(event)
