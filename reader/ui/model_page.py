"""The page of the settings on the offline model: get it, look at it, remove it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reader.translation.engines.firefox.engine import NO_LIBRARY
from reader.translation.models import Installed, Offer
from reader.translation.models.records import RECORDS
from reader.ui.address_field import AddressField
from reader.ui.model_work import Kept, ModelWork
from reader.ui.note import Note
from reader.ui.setup import Setup, page_column, prose
from reader.ui.widgets import button, label

THOUSANDTHS = 1000


class ModelPage(QWidget):
    """Says which model is there and offers what can be done; `ModelWork` does it."""

    changed = Signal()  # another model is installed, or none any more

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self.work = ModelWork(setup)
        self._offer: Offer | None = None
        self._kept = Kept(0, 0)
        self.state = prose()
        self.address = AddressField(self.tr("Address of the list of models"), RECORDS)
        self.address.entered.connect(self._set_address)
        self.look = self._button(self.tr("Look for the model"), self._look)
        self.get = self._button("", self._get, "primary")
        self.files = self._button(self.tr("Install from a folder…"), self._choose_folder)
        self.verify = self._button(self.tr("Verify"), self.work.verify)
        self.remove = self._button(self.tr("Remove…"), self._ask_removal)
        self.really = self._button(self.tr("Remove"), self._remove)
        self.really_not = self._button(self.tr("Keep it"), self._ask_no_more)
        self.cancel = self._button(self.tr("Cancel"), self.work.stop)
        self.bar = QProgressBar()
        self.count = label()
        self.question = prose()
        self.note = Note()
        self.sums = QPlainTextEdit()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show which model is there, and offer what can be done now."""
        self.address.show_address(self._setup.settings.models_address)
        installed = self._setup.core.models.installed()
        can_run, busy = self._setup.core.runs_model(), self.work.is_busy
        self.state.setText(self._state(installed) if can_run else NO_LIBRARY)
        has_more = bool(self._offer or self._kept.begun)
        self.get.setText(self._get_words(installed))
        for widget, wanted in {
            self.look: can_run,
            self.files: can_run,
            self.get: can_run and has_more,
            self.verify: can_run and installed is not None,
            self.remove: bool(installed or self._kept.begun) and self.question.isHidden(),
        }.items():
            widget.setVisible(wanted and not busy)
        self.address.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.count.setVisible(busy)
        self.cancel.setVisible(busy)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what is kept: it may have changed since."""
        super().showEvent(event)
        self.work.measure()

    # -- what the reader wants ----------------------------------------------------------

    def _look(self) -> None:
        self._offer = None
        self.work.look()

    def _get(self) -> None:
        self.work.install(self._offer)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with the model's files"))
        if folder:
            self.work.install_files(Path(folder))

    def _ask_removal(self) -> None:
        if self._setup.core.models.installed():
            text = self.tr("Remove the offline model? {} are freed; it can be got again.")
        else:
            text = self.tr("Remove what has come of the download? {} are freed.")
        self.question.setText(text.format(megabytes(self._kept.used)))
        self._show_question(on=True)
        self.really_not.setFocus()

    def _ask_no_more(self) -> None:
        self._show_question(on=False)
        self.remove.setFocus()

    def _remove(self) -> None:
        self._offer = None
        self._show_question(on=False)
        self.work.remove()

    def _set_address(self, address: str) -> None:
        self._offer = None
        self.note.tell("")
        self._setup.save(models_address=address)

    # -- what the work tells ------------------------------------------------------------

    def _begin(self, what: str) -> None:
        """Work has begun: offer to cancel it, and nothing else."""
        self.note.tell("")
        self.sums.hide()
        self._show_question(on=False)
        self.bar.setRange(0, 0)
        self.count.setText(what)
        self.refresh()
        self.cancel.setFocus()

    def _tell(self, text: str, level: str) -> None:
        """It has ended: say how, and give the keyboard to what comes next."""
        had_keyboard = self.focusWidget() is self.cancel
        self.refresh()
        self.note.tell(text, level)
        if had_keyboard:
            choices = (self.get, self.look, self.files, self.remove)
            next((w for w in choices if w.isVisible()), self.address).setFocus()

    def _progress(self, have: int, size: int) -> None:
        self.bar.setRange(0, THOUSANDTHS)
        self.bar.setValue(THOUSANDTHS * have // max(size, 1))
        self.count.setText(self.tr("{} of {}").format(f"{have / 1e6:.1f}", megabytes(size)))

    def _take_offer(self, offer: Offer, is_new: bool) -> None:
        self._offer = offer if is_new else None
        name = " ".join(filter(None, [offer.version, offer.architecture]))
        if not is_new:
            self._tell(self.tr("Version {} is the newest, and is installed.").format(name), "fine")
            return
        text = self.tr("Version {} at {}: {} to download, {} on the disk.")
        sizes = megabytes(offer.size), megabytes(offer.unpacked_size)
        self._tell(text.format(name, self._setup.core.models.host, *sizes), "info")

    def _take_installed(self, installed: Installed) -> None:
        self._offer = None
        self._tell(self.tr("Version {} is installed.").format(installed.version), "fine")
        self.changed.emit()

    def _take_removed(self) -> None:
        self._tell(self.tr("Removed."), "fine")
        self.changed.emit()

    def _take_verified(self, installed: Installed) -> None:
        self._tell(
            self.tr("Every file is as it was installed, by its SHA-256, and the model loads."),
            "fine",
        )
        self.sums.setPlainText("\n".join(f"{f.name}\n{f.sha256}" for f in installed.files))
        self.sums.show()

    def _take_kept(self, kept: Kept) -> None:
        self._kept = kept
        self.refresh()

    # -- inside -------------------------------------------------------------------------

    def _state(self, installed: Installed | None) -> str:
        if installed:
            day = installed.installed.astimezone().date()
            text = self.tr("Version {} from {}, installed on {}.")
            lines = [text.format(installed.version, installed.origin, day)]
        else:
            lines = [self.tr("No offline model is installed.")]
        if installed and self._kept.used:
            lines.append(self.tr("It takes {} of the disk.").format(megabytes(self._kept.used)))
        if self._kept.begun:
            text = self.tr("{} of a download that was not finished are kept.")
            lines.append(text.format(megabytes(self._kept.begun)))
        return " ".join(lines)

    def _get_words(self, installed: Installed | None) -> str:
        """What the button says that starts a download."""
        if self._kept.begun:
            return self.tr("Resume")
        return self.tr("Update") if installed else self.tr("Install")

    def _show_question(self, *, on: bool) -> None:
        for widget in (self.question, self.really, self.really_not):
            widget.setVisible(on)
        self.remove.setHidden(on)

    def _button(self, text: str, do: Callable[[], None], look: str = "outline") -> QPushButton:
        made = button(text, look)
        made.clicked.connect(do)
        return made

    def _connect(self) -> None:
        work = self.work
        work.began.connect(self._begin)
        work.progress.connect(self._progress)
        work.offered.connect(self._take_offer)
        work.installed.connect(self._take_installed)
        work.removed.connect(self._take_removed)
        work.verified.connect(self._take_verified)
        work.measured.connect(self._take_kept)
        work.told.connect(self._tell)

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the model is there"))
        self.look.setAccessibleDescription(self.tr("Asks the address for the newest version"))
        self.really.setAccessibleName(self.tr("Remove the offline model"))
        self.sums.setReadOnly(True)
        self.sums.setTabChangesFocus(True)
        self.sums.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.sums.setAccessibleName(self.tr("Files of the model and their SHA-256"))
        column = page_column(self, self.tr("Offline model"))
        what = self.tr(
            "Firefox's model from Hindi to English translates on this computer, with the network "
            "off. It is got from Mozilla, from a mirror, or from files you have."
        )
        column.addWidget(prose(what, "muted"))
        column.addWidget(self.state)
        place = label(self.tr("Get it from (empty: Mozilla's own service)"))
        place.setBuddy(self.address)
        column.addWidget(place)
        column.addWidget(self.address)
        column.addLayout(_row(self.get, self.look, self.files))
        column.addLayout(_row(self.count, self.cancel))
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addWidget(self.question)
        column.addLayout(_row(self.really, self.really_not, self.verify, self.remove))
        column.addWidget(self.sums)
        self.sums.hide()
        self._show_question(on=False)


def megabytes(size: int) -> str:
    """A number of bytes as the reader is told it."""
    return f"{size / 1e6:.1f} MB"


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
