"""Sentences for the clipboard: Hindi, English, or both with the source line."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reader.formats.content import GLOSS_LABEL
from reader.formats.head import source_line
from reader.model import Document, Sentence, State


def hindi(document: Document, ids: Sequence[str]) -> str:
    """Return the Hindi of the sentences ``ids``, paragraphs parted by a blank line."""
    return "\n\n".join(hindi for hindi, _english in _paragraphs(document, ids))


def english(document: Document, ids: Sequence[str]) -> str:
    """Return their English as far as there is any; a gloss is labelled as one."""
    return "\n\n".join(english for _hindi, english in _paragraphs(document, ids) if english)


def both(document: Document, ids: Sequence[str]) -> tuple[str, str]:
    """Return Hindi, English and the source line as plain text, and the same as an HTML table."""
    source = source_line(document)
    texts = (hindi(document, ids), english(document, ids), source)
    rows = "".join(
        f'<tr><td lang="hi">{escape(left)}</td><td lang="en">{escape(right)}</td></tr>'
        for left, right in _paragraphs(document, ids)
    )
    below = f"<p>{escape(source)}</p>" if source else ""
    return "\n\n".join(filter(None, texts)), f"<table>{rows}</table>{below}"


def _paragraphs(document: Document, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return the wanted sentences of each row that has any, in both languages."""
    wanted = frozenset(ids)
    chosen = ([s for s in row.sentences if s.id in wanted] for row in document.rows)
    return [
        (
            " ".join(s.text for s in found),
            " ".join(filter(None, (_english(document, s) for s in found))),
        )
        for found in chosen
        if found
    ]


def _english(document: Document, sentence: Sentence) -> str:
    unit = document.units.get(sentence.id)
    text = document.english_of(sentence)
    return f"{text} {GLOSS_LABEL}" if text and unit and unit.state is State.GLOSS else text
