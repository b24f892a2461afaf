"""A document in the terminal: as JSON for scripts, as text, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

from reader.formats.head import english_head, hindi_head
from reader.model import ENGLISH, Document, Kind, Row, Sentence, State, TranslationUnit

_MARKS = {State.GLOSS: "[gloss] ", State.FAILED: "[not translated] "}


def article_json(document: Document) -> dict[str, Any]:
    """The parsed article as plain data.

    Keys: title, byline, published, modified (ISO 8601 with offset, or null), source, url,
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
    """A translation unit as plain data: id, source, target, engine, state and, if any, reason."""
    data = {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "engine": unit.engine,
        "state": unit.state.value,
    }
    return {**data, "reason": unit.reason} if unit.reason else data


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
    return "\n\n".join(filter(None, blocks))


def units_text(units: list[TranslationUnit]) -> str:
    """Units to read in a terminal: Hindi, then English with how it came about."""
    return "\n\n".join(
        f"{unit.source}\n{unit.target or unit.reason}\n    {_origin(unit)}" for unit in units
    )


def _origin(unit: TranslationUnit) -> str:
    return f"{unit.engine or 'no engine'}, {unit.state}"


def side_by_side(document: Document, width: int) -> str:
    """Both languages in two columns of a terminal ``width`` cells wide, row by row."""
    column = max(20, (width - 3) // 2)
    heads = (hindi_head(document), english_head(document))
    rows = [(row.text, _english(document, row)) for row in document.rows]
    rows.insert(1, heads)
    lines = [line for left, right in rows for line in _lines(left, right, column)]
    return "\n".join(lines)


def _lines(left: str, right: str, column: int) -> Iterator[str]:
    from wcwidth import wcswidth

    for hindi, english in zip_longest(
        _wrapped(left, column), _wrapped(right, column), fillvalue=""
    ):
        space = " " * max(0, column - wcswidth(hindi))
        yield f"{hindi}{space} │ {english}".rstrip()
    yield ""


def _wrapped(text: str, column: int) -> Iterator[str]:
    """Lines of at most ``column`` cells, broken at spaces."""
    from wcwidth import wcswidth

    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and wcswidth(longer) > column:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


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
