"""How a row's text stands in its block: as it is, or in parts laid out line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption

from reader.model import Span
from reader.ui.rows import LINE_BREAK, PaneRow, Run, RunKind
from reader.ui.typography import Typography

LINE = LINE_BREAK
"""What ends a line inside a block."""
# A row is one block: what Qt takes for a paragraph break becomes a space.
_BREAKS = {ord(character): " " for character in "\n\r\u2028\u2029\ufdd0\ufdd1"}
_OURS = -1


@dataclass(frozen=True, slots=True)
class Part:
    """Text in a block, and the code point of the row's text at which it stands for as much.

    Without ``start`` it is ours: it stands for nothing, and is neither selected nor copied.
    """

    text: str
    start: int = _OURS


@dataclass(frozen=True, slots=True)
class Setting:
    """The parts of a block in order, none where the row's text stands as it is.

    Each code point of the row stands in one part. ``stops`` are where columns start, and
    ``hang`` is how far lines after the first stand in; both in pixels.
    """

    parts: tuple[Part, ...] = ()
    stops: tuple[float, ...] = ()
    hang: float = 0.0

    def shaped(self, block: QTextBlockFormat) -> QTextBlockFormat:
        """A block's format with the columns in it."""
        block = QTextBlockFormat(block)
        left = QTextOption.TabType.LeftTab
        block.setTabPositions([QTextOption.Tab(stop, left) for stop in self.stops])
        block.setLeftMargin(self.hang)
        block.setTextIndent(-self.hang)
        return block

    def in_block(self, span: Span) -> list[Span]:
        """Where a span of the row's text stands in the block's, in the row's order."""
        if not self.parts:
            return [span]
        found = [(own.start, _moved(own, span, at - own.start)) for at, own in self._placed()]
        return [there for _, there in sorted(found, key=lambda each: each[0]) if there]

    def in_row(self, span: Span) -> list[Span]:
        """What of the row's text a span of the block's stands for, in the row's order."""
        if not self.parts:
            return [span]
        found = [
            _moved(Span(at, at + own.end - own.start), span, own.start - at)
            for at, own in self._placed()
        ]
        return _merged(sorted((part for part in found if part), key=lambda part: part.start))

    def insert(self, cursor: QTextCursor, row: PaneRow, typography: Typography) -> None:
        """Put the row's text where the cursor is; our own words are muted."""
        muted = typography.char_format(row.kind, Run("", RunKind.LABEL))
        for part in self.parts or (Part(shown(row.text), 0),):
            if part.start == _OURS:
                cursor.insertText(part.text, muted)
                continue
            for run, span in row.placed():
                text = part.text[max(0, span.start - part.start) : max(0, span.end - part.start)]
                if text:
                    shown_text = LINE if run.kind is RunKind.BREAK else text
                    cursor.insertText(shown_text, typography.char_format(row.kind, run))

    def _placed(self) -> Iterator[tuple[int, Span]]:
        """Where each part of the row starts in the block, and its span in the row."""
        at = 0
        for part in self.parts:
            if part.start != _OURS:
                yield at, Span(part.start, part.start + len(part.text))
            at += len(part.text)


def text_of(row: PaneRow) -> str:
    """A row's text as it stands in its block where there are no parts."""
    return "".join(LINE if run.kind is RunKind.BREAK else shown(run.text) for run in row.runs)


def shown(text: str) -> str:
    """Text of a row as a block takes it, as many code points long."""
    return text.translate(_BREAKS)


def _moved(own: Span, span: Span, by: int) -> Span | None:
    """What ``own`` and ``span`` share, moved; None if they share nothing."""
    start, end = max(own.start, span.start), min(own.end, span.end)
    return Span(start + by, end + by) if start < end else None


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].end == span.start:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
