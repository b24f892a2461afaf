"""Lay an article out as rows of sentences: what stands side by side, and in what order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.language import function_words, key_points, sentences
from reader.language.normalise import fold
from reader.model import (
    CELL_BREAK,
    ENGLISH,
    HINDI,
    Article,
    Image,
    Kind,
    Markup,
    Paragraph,
    Row,
    Sentence,
    Span,
)

_DEVANAGARI = re.compile(r"[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z]+|[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_LETTER = re.compile(r"[^\W\d_]")
_HINDI_OR_LETTER = re.compile(r"[०-९]|[^\W\d_]")
_ADDRESS = re.compile(
    r"\W*(?:(?:[a-z][a-z\d+.-]*://|www\.|mailto:)\S+|[^\s@]+@[^\s@]+\.[^\s@]+)", re.IGNORECASE
)
_BAR = re.compile(r"\s*\|\s*")
# Below this share of Devanagari letters a text may be English with a Hindi word in it.
_HINDI_SHARE = 0.2
# A headline is one sentence whatever its punctuation, unless it is a paragraph in disguise.
_LONGEST_HEADLINE = 250
# A row is laid out in one go, a thousand code points in a millisecond and on both sides.
_LONGEST_ROW = 10_000
_TABLE = (Kind.TABLE_HEAD, Kind.TABLE_ROW)
_HEADLINES = (Kind.TITLE, Kind.WEB_TITLE, Kind.HEADING)


def segment(article: Article) -> tuple[Row, ...]:
    """The article's rows in reading order: title, lead, alt, caption, key points, body, web title.

    Parts without words give no row, but for a picture that can be loaded. Key points that the
    publisher told apart stay as they are; a lone one may be several that ran together. A
    picture's alt text in two languages ("English | हिंदी", either way round) gives a sentence
    for each; a sentence in English, a time, a figure, a mere sign or an address says that it is
    not to be translated.
    A paragraph of more than 10,000 code points is several rows, parted where sentences end.
    """
    return tuple(_row(name, paragraph) for name, paragraph in _parts(article))


def script_language(text: str) -> str:
    """ENGLISH for a text in Latin letters, also with a few words of Hindi in it, else HINDI.

    A Hindi sentence may be full of English names; its small words then tell what it is.
    """
    latin = len(_LATIN.findall(text))
    hindi = len(_DEVANAGARI.findall(text))
    if not latin or hindi >= _HINDI_SHARE * (latin + hindi):
        return HINDI
    return HINDI if hindi and _has_hindi_grammar(text) else ENGLISH


def _has_hindi_grammar(text: str) -> bool:
    """Whether a text in both scripts has small words of Hindi, or none of English."""
    words = Counter(fold(word.lower()) for word in _WORD.findall(text))
    hindi, english = (function_words.of_code(code) for code in (HINDI, ENGLISH))
    return bool(hindi.own(words)) or not english.own(words)


def _parts(article: Article) -> Iterator[tuple[str, Paragraph]]:
    """The id of every row and what stands in it."""
    body = [part for whole in _worth_a_row(article.paragraphs) for part in _short_enough(whole)]
    points = list(article.key_points)
    if len(points) == 1:
        points = key_points.split(points[0], [paragraph.text for paragraph in body])
    yield from _head(article)
    yield from ((f"k{n}", Paragraph(point, Kind.KEY_POINT)) for n, point in enumerate(points, 1))
    yield from ((f"p{n}", paragraph) for n, paragraph in enumerate(body, 1))
    for web_title in _worth_a_row([Paragraph(article.web_title, Kind.WEB_TITLE)]):
        yield "web", web_title


def _head(article: Article) -> Iterator[tuple[str, Paragraph]]:
    """What stands above the text, the picture's address with the last of its words."""
    head = (
        Paragraph(article.title, Kind.TITLE),
        Paragraph(article.lead, Kind.LEAD),
        *_picture(article.image),
    )
    yield from ((paragraph.kind.value, paragraph) for paragraph in _worth_a_row(head))


def _picture(image: Image) -> tuple[Paragraph, Paragraph]:
    """The article's own picture: its alt text and its caption, one of them with the address."""
    on_alt = bool(image.alt.strip()) and not image.caption.strip()
    alt, caption = (image.address, "") if on_alt else ("", image.address)
    return (
        Paragraph(image.alt, Kind.ALT, address=alt),
        Paragraph(image.caption, Kind.CAPTION, address=caption),
    )


def _worth_a_row(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that say or show something, without the spaces around their text."""
    trimmed = map(_trimmed, paragraphs)
    return (one for one in trimmed if one.address or one.text.strip())


def _short_enough(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, in parts if it is too long for a row; what follows an item's first is text."""
    if len(paragraph.text) <= _LONGEST_ROW or paragraph.kind in _TABLE:
        yield paragraph
        return
    spans = list(_stretches(paragraph.text))
    for span, markup in zip(spans, _shared_out(paragraph.markup, spans), strict=True):
        words = paragraph.text[span.start : span.end]
        yield replace(paragraph, text=words, markup=markup)
        kind = Kind.BODY if paragraph.kind is Kind.ITEM else paragraph.kind
        paragraph = replace(paragraph, kind=kind, label="", address="")


def _stretches(text: str) -> Iterator[Span]:
    """As many sentences together as a row may hold; of one too long, as many words."""
    start = end = 0
    for sentence in sentences.split(text):
        if end > start and sentence.end - start > _LONGEST_ROW:
            yield Span(start, end)
            start = sentence.start
        while sentence.end - start > _LONGEST_ROW:
            space = text.rfind(" ", start, start + _LONGEST_ROW)
            cut = space if space > start else start + _LONGEST_ROW
            yield Span(start, cut)
            start = cut + (space > start)
        end = sentence.end
    if end > start:
        yield Span(start, end)


def _trimmed(paragraph: Paragraph) -> Paragraph:
    """The paragraph without spaces at its ends; a table keeps its empty cells."""
    outside = " \n" if paragraph.kind in _TABLE else None
    text = paragraph.text.strip(outside)
    start = len(paragraph.text) - len(paragraph.text.lstrip(outside))
    whole = Span(start, start + len(text))
    markup = tuple(_within(one, whole) for one in paragraph.markup if one.span.overlaps(whole))
    return replace(paragraph, text=text, markup=markup)


def _row(name: str, paragraph: Paragraph) -> Row:
    """One row with its sentences numbered from 1."""
    kind, text, markup = paragraph.kind, paragraph.text, paragraph.markup
    spans = _spans(kind, text)
    shares = zip(spans, _shared_out(markup, spans), strict=True)
    found = tuple(
        _sentence(f"{name}.{n}", paragraph, span, share)
        for n, (span, share) in enumerate(shares, 1)
    )
    return Row(name, kind, text, found, markup, paragraph.label, paragraph.address)


def _sentence(name: str, paragraph: Paragraph, span: Span, markup: tuple[Markup, ...]) -> Sentence:
    """The sentence at ``span`` of its paragraph."""
    words = paragraph.text[span.start : span.end]
    return Sentence(name, words, span, _language(paragraph.kind, words), markup)


def _shared_out(markup: Sequence[Markup], spans: Sequence[Span]) -> list[tuple[Markup, ...]]:
    """The markup of each sentence, counted from its start; takes time linear in the row."""
    shares: list[list[Markup]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for one in markup:
        number = max(0, bisect_right(starts, one.span.start) - 1)
        while number < len(spans) and starts[number] < one.span.end:
            if one.span.overlaps(spans[number]):
                shares[number].append(_within(one, spans[number]))
            number += 1
    return [tuple(share) for share in shares]


def _within(markup: Markup, whole: Span) -> Markup:
    """As much of the markup as lies in ``whole``, counted from its start."""
    start, end = max(markup.span.start, whole.start), min(markup.span.end, whole.end)
    return replace(markup, span=Span(start - whole.start, end - whole.start))


def _language(kind: Kind, words: str) -> str:
    """The language of a sentence; times, figures, signs and addresses are read in any."""
    if not _HINDI_OR_LETTER.search(words) or _ADDRESS.fullmatch(words):
        return ENGLISH
    if kind is Kind.STAMP and not _LETTER.search(words):
        return ENGLISH
    return script_language(words)


def _spans(kind: Kind, text: str) -> list[Span]:
    """Where the sentences of a row stand."""
    if kind in _TABLE:
        return list(_in_cells(kind, text))
    if kind is Kind.ALT:
        return _two_languages(text) or _headline(text)
    return _headline(text) if kind in _HEADLINES else sentences.split(text)


def _in_cells(kind: Kind, text: str) -> Iterator[Span]:
    """The sentences of each cell of a table's row."""
    start = 0
    for cell in text.split(CELL_BREAK):
        spans = _whole(cell) if kind is Kind.TABLE_HEAD else sentences.split(cell)
        yield from (Span(start + span.start, start + span.end) for span in spans)
        start += len(cell) + 1


def _headline(text: str) -> list[Span]:
    """A headline whole, or the sentences of one too long to be a headline."""
    return _whole(text) if len(text) <= _LONGEST_HEADLINE else sentences.split(text)


def _whole(text: str) -> list[Span]:
    """All of the text but the spaces around it; nothing where there is nothing else."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return [Span(start, end)] if start < end else []


def _two_languages(text: str) -> list[Span]:
    """Both sides of the bar that parts English from Hindi; nothing when there is none."""
    for bar in _BAR.finditer(text):
        left, right = text[: bar.start()], text[bar.end() :]
        if left and right and {script_language(left), script_language(right)} == {ENGLISH, HINDI}:
            return [Span(0, bar.start()), Span(bar.end(), len(text))]
    return []
