"""Looking words up: the one that is selected, else those of the current sentence in turn."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.language import words
from reader.model import Row, Span
from reader.ui.desk import Desk
from reader.ui.word_popup import WordPopup, entries_at


class LookingUp(QObject):
    """Carries out the action on words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.popup = WordPopup(desk.window)
        self.popup.step_wanted.connect(self._step)
        self.popup.closed.connect(lambda: self._desk.view.set_bands("word", {}, {}))
        self._row: Row | None = None
        self._words: list[Span] = []
        self._at = 0

    def look_up(self) -> None:
        """Show what the dictionary has on the selected word, else on the sentence's first."""
        row, start = self._start()
        self._row, self._words = row, words.split(row.text) if row else []
        places = [n for n, word in enumerate(self._words) if word.end > start]
        if places:
            self._show(places[0])
        else:
            self._desk.tell_briefly(self.tr("Choose a sentence or select a word first"))

    def _start(self) -> tuple[Row | None, int]:
        """The row to look in, and where in its text."""
        for name, span in self._desk.view.selected_hindi[:1]:
            return self._desk.row(name), span.start
        sentence = self._desk.sentence(self._desk.view.current)
        row = self._desk.row_of(sentence.id) if sentence else None
        return row, sentence.span.start if sentence else 0

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._words):
            self._show(self._at + by)

    def _show(self, at: int) -> None:
        assert self._row
        self._at = at
        text = self._row.text
        spelled = [text[word.start : word.end] for word in self._words]
        word, entries = entries_at(spelled, at)
        count = len(word.split())
        span = Span(self._words[at].start, self._words[at + count - 1].end)
        self.popup.show_word(word, entries, self._desk.view.point_out(self._row.id, span))
