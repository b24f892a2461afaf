"""A whole article, or the lines of a text, out of a legacy encoding."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from reader.formats.legacy.decoding import decode, decode_parts
from reader.formats.legacy.recognising import encoding_of, encoding_of_all, fits, may_be_legacy
from reader.model import Article, Markup, Paragraph, Span

_WORD = re.compile(r"\S+")


def converted(article: Article) -> Article:
    """Return ``article`` with what is in a legacy encoding in Unicode, ``converted`` naming it.

    Each paragraph is looked at by itself, and one that says nothing goes with the rest;
    what is in Unicode, English or another language stays. The same article comes back when
    none of it is in such an encoding.
    """
    fields = (article.title, article.lead, *article.key_points, article.web_title)
    encoding = encoding_of_all([*fields, *(paragraph.text for paragraph in article.paragraphs)])
    if not encoding:
        return article
    change = partial(_changed, encoding=encoding)
    image = article.image
    return replace(
        article,
        title=change(article.title),
        lead=change(article.lead),
        key_points=tuple(map(change, article.key_points)),
        web_title=change(article.web_title),
        byline=change(article.byline),
        dateline=change(article.dateline),
        image=replace(image, alt=change(image.alt), caption=change(image.caption)),
        paragraphs=tuple(_paragraph(paragraph, change) for paragraph in article.paragraphs),
        converted=encoding,
    )


def converted_lines(text: str) -> tuple[str, str]:
    """Return ``text`` with its legacy lines in Unicode, and the encoding, '' if none."""
    lines = text.splitlines(keepends=True) if may_be_legacy(text) else []
    encoding = encoding_of_all(lines)
    if not encoding:
        return text, ""
    return "".join(_changed(line, encoding) for line in lines), encoding


def converted_parts(texts: Sequence[Sequence[str]]) -> tuple[list[list[str]], str]:
    """Return texts, each in parts, with the legacy ones in Unicode, and the encoding, '' if none.

    A word that goes over parts is in the first of them whole.
    """
    encoding = encoding_of_all(["".join(parts) for parts in texts])
    if not encoding:
        return list(map(list, texts)), ""
    return [
        decode_parts(parts, encoding) if _is_in("".join(parts), encoding) else list(parts)
        for parts in texts
    ], encoding


def _changed(text: str, encoding: str) -> str:
    return decode(text, encoding) if _is_in(text, encoding) else text


def _is_in(text: str, encoding: str) -> bool:
    return bool(encoding_of(text)) or fits(text, encoding)


def _paragraph(paragraph: Paragraph, change: Callable[[str], str]) -> Paragraph:
    text = change(paragraph.text)
    markup = _moved(paragraph.markup, paragraph.text, text)
    return replace(paragraph, text=text, markup=markup, label=change(paragraph.label))


def _moved(markup: tuple[Markup, ...], before: str, after: str) -> tuple[Markup, ...]:
    """Return ``markup`` on the same words of ``after``, of which there are as many."""
    if before == after or not markup:
        return markup
    words = [match.span() for match in _WORD.finditer(before)]
    places = [match.span() for match in _WORD.finditer(after)]
    moved = []
    for each in markup:
        inside = [
            place
            for word, place in zip(words, places, strict=True)
            if each.span.overlaps(Span(*word))
        ]
        if inside:
            moved.append(replace(each, span=Span(inside[0][0], inside[-1][1])))
    return tuple(moved)
