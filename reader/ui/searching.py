"""Finding in the article: every place in the languages that are seen, and the way through them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from reader.language import finding
from reader.model import Span
from reader.ui.bands import Band, BandsByRow, Paint
from reader.ui.desk import Desk

SLICE = 0.005
"""Seconds of searching before the event loop gets its turn."""
REST = 300
"""Milliseconds after new English before it is looked through."""

Place = tuple[int, int, int, int]
"""A row's number, its language (0 Hindi, 1 English), and the span in the row's text."""


class Searching(QObject):
    """Carries out the actions on finding; goes through a long article in slices."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._bar = desk, desk.find
        self._query = finding.query("")
        self._places: list[Place] = []
        self._here: Place | None = None
        self._left: Iterator[tuple[int, int, str]] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_on)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._start)
        self._bar.changed.connect(self._ask)
        self._bar.step_wanted.connect(self._step)
        self._bar.closed.connect(self._leave)
        desk.session.changed.connect(self._hear)
        desk.session.opened.connect(self._forget)
        desk.view.arranged.connect(self._start)

    def find_text(self) -> None:
        """Ask for what to find; what is selected is the first guess."""
        selected = self._desk.view.selected_text
        self._bar.ask(selected if len(selected.split()) < 9 else "")
        self._ask(self._bar.field.text(), self._bar.case.isChecked())

    def find_next(self) -> None:
        """Go to the next place."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    @property
    def is_done(self) -> bool:
        """Whether all of the article has been looked through."""
        return not (self._timer.isActive() or self._rest.isActive())

    # -- inside -------------------------------------------------------------------------

    def _ask(self, text: str, case: bool) -> None:
        self._query = finding.query(text, case=case)
        self._here = None
        self._start()

    def _start(self) -> None:
        """Look through the article anew, from the row at the top of the view on."""
        if not self._bar.isVisible():
            return
        self._places.clear()
        self._left = self._desk.view.texts(self._desk.view.place[0])
        self._timer.start()

    def _search_on(self) -> None:
        """Go on for a slice: what is in sight comes first, and is lit then; the rest at the end."""
        deadline, is_first = perf_counter() + SLICE, not self._places
        for number, which, text in self._left:
            for span in finding.find(self._query, text):
                insort(self._places, (number, which, span.start, span.end))
            if perf_counter() > deadline:
                break
        else:
            self._timer.stop()
        if self._here is None and self._places:
            self._go(self._first())
        elif is_first or not self._timer.isActive():
            self._show()
        else:
            self._tell()

    def _first(self) -> Place:
        """The first place that is not above what is in sight."""
        view = self._desk.view
        at = bisect_left(self._places, (view.place[0], 0, 0, 0))
        while at < len(self._places) and self._places[at][0] == view.place[0]:
            number, which, start, end = self._places[at]
            if not view.is_above(number, which, Span(start, end)):
                break
            at += 1
        return self._places[at % len(self._places)]

    def _step(self, by: int) -> None:
        if not self._bar.isVisible():
            self.find_text()
        elif self._places:
            at = bisect_left(self._places, self._here or self._first())
            self._go(self._places[(at + by) % len(self._places)])

    def _go(self, place: Place) -> None:
        self._here = place
        number, which, start, end = place
        self._desk.view.reveal_span(number, which, Span(start, end))
        self._show()

    def _show(self) -> None:
        """Light what is found, and say so."""
        sides: tuple[BandsByRow, BandsByRow] = ({}, {})
        for number, which, start, end in self._places:
            paint = Paint.FOUND_HERE if (number, which, start, end) == self._here else Paint.FOUND
            sides[which].setdefault(number, []).append(Band(Span(start, end), paint))
        self._desk.view.set_bands("found", *sides)
        self._tell()

    def _tell(self) -> None:
        """Say which of how many places is shown."""
        here = bisect_left(self._places, self._here) + 1 if self._here else 0
        self._bar.tell(here, len(self._places), done=not self._timer.isActive())

    def _hear(self) -> None:
        """New English has come, perhaps with what is looked for."""
        if self._bar.isVisible():
            self._rest.start()

    def _forget(self) -> None:
        """Another article: what was found is elsewhere."""
        self._here = None
        self._start()

    def _leave(self) -> None:
        """The bar has gone: read on where the last place was."""
        self._timer.stop()
        self._rest.stop()
        self._places.clear()
        self._desk.view.set_bands("found", {}, {})
        if self._here:
            self._desk.view.choose_at(*self._here[:3])
        self._here = None
