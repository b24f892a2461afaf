"""Lays out the rows of a reading view: those in sight at once, the rest when there is time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from reader.ui.arrangement import Arrangement
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.levelling import Levelling
from reader.ui.rows import PaneRow
from reader.ui.table_fitting import TableFitting
from reader.ui.typography import Typography
from reader.ui.views import View

# Work a slice may take before the event loop gets its turn, in seconds.
SLICE = 0.005
# Characters of Hindi laid out or set anew together; fewer calls cost less, longer ones stall.
PORTION = 800
TRIES = 10
"""How often at most a row is brought to its place: rows that come into sight move it."""
PICTURE_SHARE = 0.6
"""The most of the view's height a picture takes."""


ROUNDING = 2.0
"""Pixels that a place moves where rows above it get their heights."""


class Read(NamedTuple):
    """A row by number, how far above the top of the view it starts, and its height, in pixels."""

    number: int
    offset: float
    height: float


class Rested(NamedTuple):
    """What was read when it was last put back: the current sentence, the `place`, and the rest."""

    current: str
    number: int
    offset: float
    read: Read
    is_seen: bool

    def holds(self, current: str, number: int, offset: float) -> bool:
        """Whether nothing has moved since, but for what rounding does."""
        same = (self.current, self.number) == (current, number)
        return same and abs(self.offset - offset) < ROUNDING


class Filling(QObject):
    """Fills and levels rows by number, and keeps what is read where it is.

    ``rows`` are the Hindi rows and their English as they are now, ``pictures`` those above
    rows, by place in the pane.
    """

    def __init__(
        self,
        panes: Arrangement,
        heights: Heights,
        pictures: dict[int, FittedPicture],
        current: Callable[[], str],
    ) -> None:
        """``heights`` and ``pictures`` are those of the panes; ``current`` names the sentence
        that is being read, '' for none."""
        super().__init__(panes)
        self.rows: list[tuple[PaneRow, PaneRow]] = []
        self.pictures = pictures
        self._panes, self._heights, self._current = panes, heights, current
        # Rows by number, in the order in which they are seen to when there is time.
        self._uneven: dict[int, None] = {}
        self._stale: dict[int, None] = {}
        self._held: tuple[Read, bool] | None = None
        self._rested: Rested | None = None
        self._is_arranging = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work_a_slice)
        self._take_sides()
        for pane in (panes.hindi, panes.english):
            pane.resizing.connect(self._hold)
            pane.resized.connect(self._relevel)
        panes.scrolled.connect(self._level_in_sight)

    # -- from the start -----------------------------------------------------------------

    def rebuild(
        self,
        typographies: tuple[Typography, Typography],
        first: int,
        offset: float,
        view: View | None = None,
    ) -> None:
        """Start over, with row ``first`` ``offset`` pixels above the top of the view."""
        self._is_arranging = True
        self._panes.arrange(view or self._panes.view, self.rows, typographies)
        self._take_sides()
        self._is_arranging = False
        self._levelling.guess()
        self._fit_pictures()
        self._stale.clear()
        self._rested = None
        self._uneven = dict.fromkeys([*range(first, len(self.rows)), *range(first)])
        self.restore((first, offset))
        self._level_in_sight()
        self._timer.start()

    def rebuild_around(
        self, typographies: tuple[Typography, Typography], view: View | None = None
    ) -> None:
        """Start over with what is being read where it is."""
        (read, is_seen), turns = self._reading(), self._panes.view.turns
        if view:
            moved = {at // turns * view.turns: each for at, each in self.pictures.items()}
            self.pictures.clear()
            self.pictures.update(moved)
        self.rebuild(typographies, read.number, read.offset, view)
        if self.rows:
            self._put_back(read, is_seen=is_seen)

    def _now(self) -> tuple[str, int, float]:
        return self._current(), *self.place

    def _is_seen(self) -> bool:
        """Whether the current sentence begins in sight."""
        lead = self._panes.lead
        spans = lead.spans_of(self._current())[:1]
        tops = [rect.top() for number, span in spans for rect in lead.rects_of(number, span)[:1]]
        return any(0 <= top - self._panes.scroll_value < lead.viewport().height() for top in tops)

    def _take_sides(self) -> None:
        """Level and fit what the panes hold now."""
        sides = self._panes.sides
        self._tables = TableFitting(self.rows, sides)
        self._levelling = Levelling(self.rows, sides, self._heights, self.pictures)

    # -- what changes -------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether rows are still to be laid out or levelled."""
        return bool(self._uneven or self._stale)

    def change_english(self, numbers: Iterable[int]) -> bool:
        """Set the English of rows anew, those in sight at once; whether there were any."""
        self._stale.update(dict.fromkeys(numbers))
        seen = [number for number in self._panes.in_sight if number in self._stale]
        if seen:
            anchor = self.place
            self._refresh(seen)
            self.restore(anchor)
        if self.pending:
            self._timer.start()
        return bool(seen)

    def change_hindi(self, number: int) -> None:
        """Set the Hindi of a row anew; nothing in sight above it moves."""
        anchor = self.place
        self._replace(0, [number])
        self.level([number])
        self.restore(anchor)

    def put_picture(self, number: int, picture: FittedPicture) -> None:
        """Put a picture above the text of a row; text being read stays."""
        place, offset = self.place
        before = self._levelling.above(number)
        self.pictures[self._panes.place(number)] = picture
        self._fit_pictures()
        self.level([number])
        if place == number and offset > before:
            offset += self._levelling.above(number) - before
        self.restore((place, offset))

    def level(self, numbers: Iterable[int]) -> None:
        """Fill rows, set tables' in their columns, and give both sides of each one height."""
        numbers = list(numbers)
        for number in numbers:
            self._uneven.pop(number, None)
        for side in self._panes.sides:
            side.fill(numbers)
        self._tables.fit(numbers)
        self._levelling.level(numbers)

    def _refresh(self, numbers: Sequence[int]) -> None:
        """Set the English of these rows anew; what is still blank is filled in its turn."""
        for number in numbers:
            del self._stale[number]
        self._replace(1, numbers)
        moved = self._tables.refit(numbers)
        first = self._panes.sides[0]
        self.level([number for number in numbers if not first.is_blank(number)])
        self._uneven.update(dict.fromkeys(sorted(moved)))
        self._level_in_sight()

    def _replace(self, which: int, numbers: Iterable[int]) -> None:
        """Put the present rows of a language in the places of what is shown."""
        for side in self._panes.sides:
            if side.which == which:
                side.replace_rows((number, side.of(self.rows[number])) for number in numbers)

    # -- when there is time -------------------------------------------------------------

    def _work_a_slice(self) -> None:
        """Lay out and level for a few milliseconds; stop the timer when all is done."""
        deadline = perf_counter() + SLICE
        anchor, rested = self.place, self._rested
        is_resting = rested is not None and rested.holds(*self._now())
        while self.pending and perf_counter() < deadline:
            if self._uneven:
                self.level(list(self._portion(self._uneven)))
            else:
                self._refresh(list(self._portion(self._stale)))
        self.restore(anchor)
        if rested and is_resting:  # A text that has become short may not reach its place.
            self._rested = Rested(*self._now(), rested.read, rested.is_seen)
        if not self.pending:
            self._timer.stop()

    def _portion(self, numbers: Iterable[int]) -> Iterator[int]:
        """The first few rows: as many as hold PORTION characters together."""
        size = 0
        for number in numbers:
            yield number
            size += len(self.rows[number][0].text)
            if size >= PORTION:
                return

    def _level_in_sight(self) -> None:
        """See to the rows in sight that are not level now, and that so come into sight."""
        if self._is_arranging:  # The panes scroll while half of them hold the new rows.
            return
        while seen := [n for n in self._panes.in_sight if n in self._uneven]:
            anchor = self.place
            self.level(seen)
            self.restore(anchor)

    def _fit_pictures(self) -> None:
        """Give the pictures the size they have at the present width, height and zoom."""
        lead, zoom = self._panes.lead, self._panes.sides[0].typography.zoom
        height = PICTURE_SHARE * lead.viewport().height()
        for picture in self.pictures.values():
            picture.fit(lead.text_width, height, zoom)

    # -- places -------------------------------------------------------------------------

    @property
    def place(self) -> tuple[int, float]:
        """The row at the top of the view and how far it is scrolled past, in pixels."""
        return self._panes.spot if self.rows else (0, 0.0)

    def restore(self, anchor: tuple[int, float]) -> None:
        """Go to a `place`."""
        number, offset = anchor
        if number < len(self.rows):
            self._panes.go_to(number, offset)

    def go_to(self, wanted: Callable[[], float]) -> None:
        """Scroll to where ``wanted`` says, which rows that come into sight on the way move."""
        for _ in range(TRIES):
            value = round(wanted())
            self._panes.scroll_to(value)
            self._level_in_sight()
            if self._panes.scroll_value == value == round(wanted()):
                return

    def _reading(self) -> tuple[Read, bool]:
        """What is being read, and whether the current sentence begins in sight.

        What has not been moved since it was last put back goes by where it was before that: so
        another view and back, or a step of zoom and back, end where they began.
        """
        if self._rested and self._rested.holds(*self._now()):
            return self._rested.read, self._rested.is_seen
        return self._being_read(), self._is_seen()

    def _being_read(self) -> Read:
        """The row of the current sentence, if it is in sight, else the one at the top."""
        panes, number = self._panes, self.place[0]
        spans = panes.lead.spans_of(self._current())  # What is in sight is laid out.
        rows = (at // panes.view.turns for at, _ in spans)
        number = next((row for row in rows if row in panes.in_sight), number)
        return Read(number, panes.scroll_value - panes.top(number), panes.row_height(number))

    def _put_back(self, read: Read, *, is_seen: bool) -> None:
        """Bring what is read back to where it was: by as much of it as was above the view.

        The current sentence stays in sight if it is so now.
        """
        number, offset, height = read
        self.restore((number, offset))
        self.level([number])
        if offset > 0:
            offset *= self._panes.row_height(number) / max(1.0, height)
        self.go_to(lambda: self._panes.top(number) + offset)
        if is_seen and not self._is_seen():
            self._panes.lead.reveal(self._current())
        self._rested = Rested(*self._now(), read, is_seen)

    def _hold(self) -> None:
        """Remember what is read before lines break anew."""
        if self._held is None and not self._is_arranging:
            self._held = self._reading()

    def _relevel(self) -> None:
        """Lines broke anew: level what is in sight now, the rest in slices."""
        held, self._held = self._held, None
        if not self.rows or held is None:
            return
        self._tables.forget()
        self._fit_pictures()
        self._uneven = dict.fromkeys(range(len(self.rows)))
        self._put_back(held[0], is_seen=held[1])
        self._timer.start()
