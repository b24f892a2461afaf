"""The JSON that `writers.saved` writes back to its Document, or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from reader import plain
from reader.errors import NoArticle
from reader.formats import encoding
from reader.formats.material import Loaded, Material
from reader.formats.writers.saved import VERSION
from reader.model import Article, Document, Markup, Row, Span, Style, TranslationUnit

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.I)
# Control characters and those that turn the direction of text: no article has them.
_HARMFUL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_MOST_BRACKETS = 1_000_000  # the objects of as many take about 150 MB
_MOST_MARKS = 10_000  # each is looked for in the article when that is opened
_EXPORT_AGAIN = "Export the article from Setu again, as JSON."


def parse(material: Material) -> Loaded:
    """Return the saved document. Raises NoArticle for any other JSON, a newer one, a broken one."""
    name = material.name
    found = _json(material.data, name)
    if not isinstance(found, dict) or "setu" not in found:
        raise NoArticle(f"{name} is JSON, but no article saved by Setu.", _EXPORT_AGAIN)
    version = found["setu"]
    if type(version) is int and version > VERSION:
        raise NoArticle(f"{name} was saved by a newer version of Setu.", "Update Setu to open it.")
    try:
        if type(version) is not int or version != VERSION or found.keys() != {"setu", "document"}:
            raise ValueError("not in this version's form")
        document = plain.from_plain(Document, found["document"])
        _check(document)
    except ValueError as error:
        raise _broken(name) from error
    return document


def _json(data: bytes, name: str) -> object:
    if len(data) > encoding.MAX_BYTES:
        raise encoding.too_large(name, len(data))
    if data.count(b"{") + data.count(b"[") > _MOST_BRACKETS:
        raise _broken(name)
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _broken(name) from error


def _broken(name: str) -> NoArticle:
    return NoArticle(f"{name} is damaged, or was changed outside Setu.", _EXPORT_AGAIN)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    _require(len(found) == len(pairs))
    return found


def _no_number(_name: str) -> None:
    raise ValueError("not a number")


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError("what is saved contradicts itself")


def _check(document: Document) -> None:
    """Raise ValueError unless everything in the document stands where it says it stands."""
    rows = {row.id: row for row in document.rows}
    sentences = {sentence.id: sentence for sentence in document.sentences}
    _require(len(rows) == len(document.rows) and len(sentences) == len(document.sentences))
    _require(len(document.annotations) <= _MOST_MARKS)
    _require(len({mark.id for mark in document.annotations}) == len(document.annotations))
    _check_article(document.article)
    for row in document.rows:
        _check_row(row)
    for key, unit in document.units.items():
        _require(key == unit.id)
        _check_markup(unit.target, unit.markup)
        _require(all(_is_inside(span, text) for span, text in _doubted(unit)))
    for row_id, span in _places(document):
        _require(row_id in rows and _is_inside(span, rows[row_id].text))
    for point in document.key_points:
        _require(point.row in rows and (not point.sentence or point.sentence in sentences))
    shown = (document.article, document.rows, document.entities)
    _require(all(map(_is_moment, _moments(document))))
    _require(not any(map(_HARMFUL.search, plain.texts(shown))))
    _require(not any(map(_UNSTORABLE.search, _all_texts(document))))


def _all_texts(document: Document) -> Iterator[str]:
    yield from document.units
    yield from plain.texts(document)


def _moments(document: Document) -> Iterator[datetime | None]:
    article = document.article
    yield from (article.published, article.modified, article.fetched)
    for unit in document.units.values():
        yield from (unit.created, unit.chosen)
    yield from (mark.created for mark in document.annotations)


def _is_moment(time: datetime | None) -> bool:
    """Whether a time has its offset, and can be told in any other."""
    return time is None or (time.tzinfo is not None and 1 < time.year < 9999)


def _places(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield row and span of every mark that has a row, and of every mention."""
    yield from ((mark.row, mark.span) for mark in document.annotations if mark.row)
    for entity in document.entities:
        yield from ((mention.row, mention.span) for mention in entity.mentions)


def _doubted(unit: TranslationUnit) -> Iterator[tuple[Span, str]]:
    """Yield every span of what the checks found and pinned spellings changed, with its text."""
    for problem in unit.problems:
        yield from ((span, unit.source) for span in (problem.hindi,) if span)
        yield from ((span, unit.target) for span in (problem.english,) if span)
    yield from ((replacement.span, unit.target) for replacement in unit.replaced)


def _check_article(article: Article) -> None:
    addresses = (article.url, article.asked, article.feed, article.image.address)
    _check_addresses((*addresses, *(paragraph.address for paragraph in article.paragraphs)))
    for paragraph in article.paragraphs:
        _check_markup(paragraph.text, paragraph.markup)


def _check_row(row: Row) -> None:
    _check_addresses((row.address,))
    _check_markup(row.text, row.markup)
    for sentence in row.sentences:
        _require(_is_inside(sentence.span, row.text))
        _require(row.text[sentence.span.start : sentence.span.end] == sentence.text)
        _check_markup(sentence.text, sentence.markup)


def _check_markup(text: str, markup: Sequence[Markup]) -> None:
    """Check that markup is in order within its text, and only links have addresses."""
    _require(all(_is_inside(each.span, text) for each in markup))
    _require(all(one.span.start <= other.span.start for one, other in pairwise(markup)))
    for style in Style:
        spans = [each.span for each in markup if each.style is style]
        _require(all(one.end <= other.start for one, other in pairwise(spans)))
    _require(all(bool(each.address) == (each.style is Style.LINK) for each in markup))
    _check_addresses(each.address for each in markup)


def _check_addresses(addresses: Iterable[str]) -> None:
    _require(all(not address or _ADDRESS.fullmatch(address) for address in addresses))


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)
