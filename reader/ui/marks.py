"""Making the reader's marks."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from reader.model import Annotation, Colour, Row, Span

CONTEXT = 32
"""Code points kept before and after a mark."""


def new_mark(row: Row, span: Span, colour: Colour) -> Annotation:
    """A new mark on a stretch of a row, with the text around it to find it again by."""
    return Annotation(
        id=uuid.uuid4().hex,
        row=row.id,
        span=span,
        quote=row.text[span.start : span.end],
        prefix=row.text[max(0, span.start - CONTEXT) : span.start],
        suffix=row.text[span.end : span.end + CONTEXT],
        colour=colour,
        created=datetime.now(UTC),
    )
