"""Paragraphs cut so that their markup stays at its words."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Markup, Paragraph, Span


def behind(paragraph: Paragraph, start: int) -> Paragraph:
    """Return the paragraph without its first ``start`` code points."""
    kept = (shifted(each, -start) for each in paragraph.markup if each.span.end > start)
    return replace(paragraph, text=paragraph.text[start:], markup=tuple(kept))


def shifted(markup: Markup, by: int) -> Markup:
    """Return the markup ``by`` code points further on, cut off where its text begins."""
    span = Span(max(markup.span.start + by, 0), markup.span.end + by)
    return replace(markup, span=span)
