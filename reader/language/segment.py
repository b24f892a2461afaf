"""Lay an article out as rows of sentences: what stands side by side, and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language import key_points, sentences
from reader.model import ENGLISH, HINDI, Article, Kind, Row, Sentence, Span

_DEVANAGARI = re.compile(r"[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LATIN = re.compile(r"[A-Za-z]")
_BAR = re.compile(r"\s*\|\s*")
# Below this share of Devanagari letters a text is English with a Hindi word in it.
_HINDI_SHARE = 0.2
# A headline is one sentence whatever its punctuation, unless it is a paragraph in disguise.
_LONGEST_HEADLINE = 250
_HEADLINES = (Kind.TITLE, Kind.WEB_TITLE, Kind.HEADING)


def segment(article: Article) -> tuple[Row, ...]:
    """The article's rows in reading order: title, lead, alt, caption, key points, body, web title.

    Empty parts give no row. Key points that the publisher told apart stay as they are; a
    lone one may be several that ran together. A picture's alt text in two languages
    ("English | हिंदी", either way round) gives a sentence for each; a sentence in English
    says so.
    """
    return tuple(_row(name, kind, text) for name, kind, text in _texts(article))


def script_language(text: str) -> str:
    """ENGLISH for a text in Latin letters with next to no Devanagari in it, else HINDI."""
    latin = len(_LATIN.findall(text))
    hindi = len(_DEVANAGARI.findall(text))
    return ENGLISH if latin and hindi < _HINDI_SHARE * (latin + hindi) else HINDI


def _texts(article: Article) -> Iterator[tuple[str, Kind, str]]:
    """The id, kind and text of every row."""
    body = [(p.kind, p.text.strip()) for p in article.paragraphs if p.text.strip()]
    points = list(article.key_points)
    if len(points) == 1:
        points = key_points.split(points[0], [text for _, text in body])
    head = (
        ("title", Kind.TITLE, article.title),
        ("lead", Kind.LEAD, article.lead),
        ("alt", Kind.ALT, article.image.alt),
        ("caption", Kind.CAPTION, article.image.caption),
    )
    yield from ((name, kind, text.strip()) for name, kind, text in head if text.strip())
    yield from ((f"k{n}", Kind.KEY_POINT, point) for n, point in enumerate(points, 1))
    yield from ((f"p{n}", kind, text) for n, (kind, text) in enumerate(body, 1))
    if article.web_title.strip():
        yield "web", Kind.WEB_TITLE, article.web_title.strip()


def _row(name: str, kind: Kind, text: str) -> Row:
    """One row with its sentences numbered from 1."""
    return Row(
        name,
        kind,
        text,
        tuple(_sentence(f"{name}.{n}", text, span) for n, span in enumerate(_spans(kind, text), 1)),
    )


def _sentence(name: str, text: str, span: Span) -> Sentence:
    """The sentence at ``span`` of its row's text."""
    words = text[span.start : span.end]
    return Sentence(name, words, span, script_language(words))


def _spans(kind: Kind, text: str) -> list[Span]:
    """Where the sentences of a row stand."""
    if kind is Kind.ALT:
        return _two_languages(text) or _headline(text)
    return _headline(text) if kind in _HEADLINES else sentences.split(text)


def _headline(text: str) -> list[Span]:
    """A headline whole, or the sentences of one too long to be a headline."""
    return [Span(0, len(text))] if len(text) <= _LONGEST_HEADLINE else sentences.split(text)


def _two_languages(text: str) -> list[Span]:
    """Both sides of the bar that parts English from Hindi; nothing when there is none."""
    for bar in _BAR.finditer(text):
        left, right = text[: bar.start()], text[bar.end() :]
        if left and right and {script_language(left), script_language(right)} == {ENGLISH, HINDI}:
            return [Span(0, bar.start()), Span(bar.end(), len(text))]
    return []
