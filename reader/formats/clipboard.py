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
    """Return both with the source line: as plain text, and as HTML with a table of two columns.

    In plain text each paragraph's English follows its Hindi.
    """
    source = source_line(document)
    paragraphs = _paragraphs(document, ids)
    texts = [text for both in paragraphs for text in both] + [source]
    cells = ((_cell("hi", left), _cell("en", right)) for left, right in paragraphs)
    rows = "".join(f"<tr>{left}{right}</tr>" for left, right in cells)
    below = f"<p>{escape(source)}</p>" if source else ""
    return "\n\n".join(filter(None, texts)), f'<table width="100%">{rows}</table>{below}'


def _cell(language: str, text: str) -> str:
    """Return a table cell; its attributes are those word processors heed."""
    place = 'width="50%" valign="top" style="padding: 4pt 8pt"'
    return f'<td lang="{language}" {place}>{escape(text)}</td>'


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
