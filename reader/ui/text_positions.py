"""The one place that knows that Qt counts UTF-16 units where Setu counts code points."""

from __future__ import annotations

from reader.model import Span


def to_qt(text: str, offset: int) -> int:
    """The UTF-16 position in ``text`` of code point ``offset``."""
    return offset + _wide(text[:offset])


def from_qt(text: str, position: int) -> int:
    """The code point in ``text`` at UTF-16 ``position``; inside a pair, its start."""
    if not _wide(text):
        return min(position, len(text))
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))


def span_to_qt(text: str, span: Span) -> tuple[int, int]:
    """Start and end of ``span`` in UTF-16 positions."""
    return to_qt(text, span.start), to_qt(text, span.end)


def _wide(text: str) -> int:
    """How many code points of ``text`` take two UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)
