"""A document in the terminal: as JSON for scripts, as text, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

from reader.formats.tidy import visible
from reader.formats.writers import content, pieces
from reader.formats.writers.head import english_head, hindi_head
from reader.formats.writers.pieces import Piece
from reader.model import (
    CELL_BREAK,
    ENGLISH,
    HINDI,
    Document,
    Kind,
    Markup,
    Row,
    Sentence,
    State,
    TranslationUnit,
)

_GUTTER = " │ "
_NARROWEST = 20
_MARKS = {
    State.GLOSS: "[gloss] ",
    State.FAILED: "[not translated] ",
    State.EDITED: "[edited] ",
}


def article_json(document: Document) -> dict[str, Any]:
    """The parsed article as plain data.

    Keys: title, byline, published, modified (ISO 8601 with offset, or None), source, url,
    language, lead, image {alt, caption, address}, key_points [{text, sentence}], dateline,
    paragraphs [{kind, text, label, address, markup [{start, end, style, address}], sentences
    [{id, text, language}]}], web_title, asked, fetched (ISO 8601, or None), converted, feed.
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
        "image": {
            "alt": article.image.alt,
            "caption": article.image.caption,
            "address": article.image.address,
        },
        "key_points": [
            {"text": row.text, "sentence": linked.get(row.id, "")}
            for row in document.rows
            if row.kind is Kind.KEY_POINT
        ],
        "dateline": article.dateline,
        "paragraphs": [_row_json(row) for row in document.rows if row.id.startswith("p")],
        "web_title": article.web_title,
        "asked": article.asked,
        "fetched": _iso(article.fetched),
        "converted": article.converted,
        "feed": article.feed,
    }


def unit_json(unit: TranslationUnit) -> dict[str, object]:
    """A translation unit as plain data, its keys as `translate --help` tells them."""
    return {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "engine": unit.engine,
        "state": unit.state.value,
        "reason": unit.reason,
        "version": unit.version,
        "problems": [problem.text for problem in unit.problems],
        "replaced": [
            {"start": each.span.start, "end": each.span.end, "before": each.before}
            for each in unit.replaced
        ],
    }


def article_text(document: Document) -> str:
    """The article to read in a terminal: its parts named, one paragraph a block."""
    converted = document.article.converted
    blocks = ["\n".join(map(_named, block)) for block in content.blocks(document.rows)]
    blocks[1:1] = [hindi_head(document), f"Text converted from {converted}" if converted else ""]
    return visible("\n\n".join(filter(None, blocks)))


def _named(row: Row) -> str:
    """The row's text with what it is, where that is not prose; a picture with its address."""
    names = {
        Kind.ALT: "Image:",
        Kind.IMAGE: "Image:",
        Kind.CAPTION: "Caption:",
        Kind.KEY_POINT: "•",
        Kind.ITEM: content.label(row, HINDI) or "•",
        Kind.WEB_TITLE: "Web title:",
    }
    kind = Kind.IMAGE if row.kind is Kind.CAPTION and not row.text else row.kind
    said = (names.get(kind, ""), _in_line(row.text), row.address)
    return " ".join(filter(None, said))


def units_text(units: list[TranslationUnit]) -> str:
    """Units to read in a terminal: Hindi, then English with how it came about."""
    blocks = [
        [unit.source, unit.target, f"    {_origin(unit)}", *_to_check(unit)] for unit in units
    ]
    return visible("\n\n".join("\n".join(filter(None, block)) for block in blocks))


def _to_check(unit: TranslationUnit) -> list[str]:
    """What the checks found, and what pinned spellings changed."""
    spelled = [(unit.target[r.span.start : r.span.end], r.before) for r in unit.replaced]
    changed = [f"    spelled as you set it: {now}, not {before}" for now, before in spelled]
    return [*(f"    to check: {problem.text}" for problem in unit.problems), *changed]


def _origin(unit: TranslationUnit) -> str:
    if unit.state is State.FAILED:
        return f"not translated: {unit.reason}"
    if unit.state is State.GLOSS:
        return f"dictionary gloss, not a translation. {unit.reason}".rstrip(" .")
    made = ", ".join(filter(None, (unit.engine, unit.version, unit.state)))
    return f"{made}. {unit.reason}".rstrip(" .") if unit.reason else made


def side_by_side(document: Document, width: int) -> str:
    """Both languages in two columns of a terminal ``width`` cells wide, row by row.

    The columns are straight in a terminal that gives each character the cells that Unicode
    and `wcwidth` do; no line is wider than ``width``, if that is at least 43.
    """
    column = max(_NARROWEST, (width - len(_GUTTER)) // 2)
    rows = [(_in_line(row.text), _english(document, row)) for row in document.rows]
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
    said = ((sentence, _english_of(document, sentence)) for sentence in row.sentences)
    found = pieces.joined(row, [(sentence, [Piece(text)]) for sentence, text in said if text])
    return _in_line("".join(piece.text for piece in found))


def _in_line(text: str) -> str:
    """The cells of a table's row with signs between them; any other text as it is."""
    return " · ".join(text.split(CELL_BREAK))


def _english_of(document: Document, sentence: Sentence) -> str:
    unit = document.units.get(sentence.id)
    if unit is None:
        return sentence.text if sentence.language == ENGLISH else "[not translated]"
    doubt = "[to check] " if unit.is_doubtful else ""
    return f"{_MARKS.get(unit.state, doubt)}{unit.target}".strip()


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "text": row.text,
        "label": row.label,
        "address": row.address,
        "markup": [_markup_json(each) for each in row.markup],
        "sentences": [{"id": s.id, "text": s.text, "language": s.language} for s in row.sentences],
    }


def _markup_json(markup: Markup) -> dict[str, Any]:
    return {
        "start": markup.span.start,
        "end": markup.span.end,
        "style": markup.style.value,
        "address": markup.address,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
