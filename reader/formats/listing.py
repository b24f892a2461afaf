"""A document in the terminal: as JSON for scripts, as text, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

from reader.formats.head import english_head, hindi_head
from reader.formats.tidy import visible
from reader.model import ENGLISH, Document, Kind, Row, Sentence, State, TranslationUnit

_GUTTER = " │ "
_NARROWEST = 20
_MARKS = {State.GLOSS: "[gloss] ", State.FAILED: "[not translated] "}


def article_json(document: Document) -> dict[str, Any]:
    """The parsed article as plain data.

    Keys: title, byline, published, modified (ISO 8601 with offset, or None), source, url,
    language, lead, image {alt, caption}, key_points [{text, sentence}], dateline,
    paragraphs [{kind, sentences [{id, text, language}]}], web_title.
    """
    article = document.article
    linked = {point.row: point.sentence for point in document.key_points}
    return {
        "title": article.title,
        "byline": article.byline,
        "published": _iso(article.published),
        "modified": _iso(article.modified),
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "lead": article.lead,
        "image": {"alt": article.image.alt, "caption": article.image.caption},
        "key_points": [
            {"text": row.text, "sentence": linked.get(row.id, "")}
            for row in document.rows
            if row.kind is Kind.KEY_POINT
        ],
        "dateline": article.dateline,
        "paragraphs": [_row_json(row) for row in document.rows if row.id.startswith("p")],
        "web_title": article.web_title,
    }


def unit_json(unit: TranslationUnit) -> dict[str, str]:
    """A translation unit as plain data: id, source, target, engine, state and reason."""
    return {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "engine": unit.engine,
        "state": unit.state.value,
        "reason": unit.reason,
    }


def article_text(document: Document) -> str:
    """The article to read in a terminal: its parts named, one paragraph a block."""
    names = {
        Kind.ALT: "Image: ",
        Kind.CAPTION: "Caption: ",
        Kind.KEY_POINT: "• ",
        Kind.ITEM: "• ",
        Kind.WEB_TITLE: "Web title: ",
    }
    blocks = [f"{names.get(row.kind, '')}{row.text}" for row in document.rows]
    blocks.insert(1, hindi_head(document))
    return visible("\n\n".join(filter(None, blocks)))


def units_text(units: list[TranslationUnit]) -> str:
    """Units to read in a terminal: Hindi, then English with how it came about."""
    blocks = [[unit.source, unit.target, f"    {_origin(unit)}"] for unit in units]
    return visible("\n\n".join("\n".join(filter(None, block)) for block in blocks))


def _origin(unit: TranslationUnit) -> str:
    if unit.state is State.FAILED:
        return f"not translated: {unit.reason}"
    if unit.state is State.GLOSS:
        return f"dictionary gloss, not a translation. {unit.reason}".rstrip(" .")
    return ", ".join(filter(None, (unit.engine, unit.state)))


def side_by_side(document: Document, width: int) -> str:
    """Both languages in two columns of a terminal ``width`` cells wide, row by row.

    The columns are straight in a terminal that gives each character the cells that Unicode
    and `wcwidth` do; no line is wider than ``width``, if that is at least 43.
    """
    column = max(_NARROWEST, (width - len(_GUTTER)) // 2)
    rows = [(row.text, _english(document, row)) for row in document.rows]
    rows.insert(1, (hindi_head(document), english_head(document)))
    blocks = ["\n".join(_lines(left, right, column)) for left, right in rows if left or right]
    return "\n\n".join(blocks) + "\n"


def _lines(left: str, right: str, column: int) -> Iterator[str]:
    from wcwidth import wcswidth

    pairs = zip_longest(_wrapped(left, column), _wrapped(right, column), fillvalue="")
    for hindi, english in pairs:
        space = " " * (column - wcswidth(hindi))
        yield f"{hindi}{space}{_GUTTER}{english}".rstrip()


def _wrapped(text: str, column: int) -> Iterator[str]:
    """Lines of at most ``column`` cells, broken at spaces, and in words longer than that."""
    from wcwidth import wcswidth

    line = ""
    for word in visible(text).split():
        for piece in _pieces(word, column):
            longer = f"{line} {piece}" if line else piece
            if line and wcswidth(longer) > column:
                yield line
                longer = piece
            line = longer
    if line:
        yield line


def _pieces(word: str, column: int) -> Iterator[str]:
    """The word, cut where it is wider than ``column`` cells; never before a vowel sign."""
    from wcwidth import wcswidth

    piece = ""
    for character in word:
        if piece and wcswidth(piece + character) > column:
            yield piece
            piece = ""
        piece += character
    yield piece


def _english(document: Document, row: Row) -> str:
    return " ".join(filter(None, (_english_of(document, s) for s in row.sentences)))


def _english_of(document: Document, sentence: Sentence) -> str:
    unit = document.units.get(sentence.id)
    if unit is None:
        return sentence.text if sentence.language == ENGLISH else "[not translated]"
    return f"{_MARKS.get(unit.state, '')}{unit.target}".strip()


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "sentences": [{"id": s.id, "text": s.text, "language": s.language} for s in row.sentences],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
