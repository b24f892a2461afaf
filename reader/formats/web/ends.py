"""The ends of an article's text: the dateline before it, the agency and web title behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.formats import dates, marks
from reader.formats.credit import Credit, credit, dated_place
from reader.formats.files.text import split_off_dateline
from reader.formats.markup import behind
from reader.model import Kind, Paragraph, Span, Style

_SIGNED = 4  # paragraphs at the end, of which one is signed
_FIRST = 2  # paragraphs, perhaps a heading, of which one is the dateline


@dataclass(frozen=True, slots=True)
class Ends:
    """An article's paragraphs, and what stood before and behind them. Missing parts are empty."""

    body: tuple[Paragraph, ...]
    dateline: str = ""
    agency: str = ""
    web_title: str = ""
    credit: Credit = field(default_factory=Credit)


def trimmed(text: list[Paragraph]) -> Ends:
    """Take the dateline, the agency, and the web title from the ends of a text."""
    text, web_title = _without_web_title(text)
    text, agency = _without_agency(text)
    dateline, body = split_off_dateline(text)
    if not dateline:
        dateline, body = _bold_place(body)
    if not dateline and (over := _dated_place(body)):
        place, line = over
        rest = tuple(each for each in body if each is not line)
        return Ends(rest, place, agency, web_title, Credit(published=dates.parse(line.text)))
    dateline, opening = marks.split_agency(dateline)
    dateline, desk = marks.split_desk(dateline)
    dated = credit(body[0].text) if dateline and body else None
    told = (dated or Credit()).or_else(Credit(byline=desk))
    return Ends(body[1:] if dated else body, dateline, agency or opening, web_title, told)


def place_over(text: tuple[Paragraph, ...], lines: list[str]) -> str:
    """Return the dateline of a text that stands in one of the ``lines`` over it, '' if none."""
    below = " ".join(each.text for each in text[:2])
    told = (marks.place_alone(line, below) or dated_place(line, below) for line in lines)
    return next(filter(None, told), "")


def _dated_place(text: tuple[Paragraph, ...]) -> tuple[str, Paragraph] | None:
    """Return the place that a paragraph over the others names with a date, and that paragraph."""
    lines = [each for each in text[:_FIRST] if each.kind is Kind.BODY]
    below = " ".join(each.text for each in text[: _FIRST + 1] if each not in lines[:1])
    place = dated_place(lines[0].text, below) if lines and len(text) > 1 else ""
    return (place, lines[0]) if place else None


def _bold_place(text: tuple[Paragraph, ...]) -> tuple[str, tuple[Paragraph, ...]]:
    """Take the place that opens a text in bold, with a danda or a stop behind it."""
    opening = text[0].markup[0] if text and text[0].markup else None
    if opening is None or opening.style is not Style.BOLD or opening.span.start:
        return "", text
    head, rest = text[0].text[: opening.span.end], text[0].text[opening.span.end :]
    place = marks.place_alone(head, rest)
    start = len(text[0].text) - len(rest.lstrip())
    return (place, (behind(text[0], start), *text[1:])) if place else ("", text)


def _without_web_title(text: list[Paragraph]) -> tuple[list[Paragraph], str]:
    """Cut off 'Web Title: …' where it stands behind the last paragraph's own text."""
    rest, title = marks.split_web_title(text[-1].text) if text else ("", "")
    return (_until(text, len(rest)), title) if title else (text, "")


def _without_agency(text: list[Paragraph]) -> tuple[list[Paragraph], str]:
    """Cut off the agency that signs a text, and what its wire or the site puts under that."""
    told = ""
    while (at := _signed(text)) is not None:
        rest, agency = marks.split_sign_off(text[at].text)
        told = told or agency
        text = _until(text[: at + 1], 0 if marks.is_desk(rest) else len(rest))
    return text, told


def _signed(text: list[Paragraph]) -> int | None:
    """Return which of the last paragraphs is signed by an agency, none if the text goes on."""
    for at in range(len(text) - 1, max(0, len(text) - 1 - _SIGNED), -1):
        if text[at].kind is not Kind.BODY:
            break
        if marks.split_sign_off(text[at].text)[1]:
            return at
        if not (marks.is_desk(text[at].text) or marks.is_wire_note(text[at].text)):
            break
    return None


def _until(text: list[Paragraph], end: int) -> list[Paragraph]:
    """Return the text with its last paragraph cut at ``end``, without it if nothing is left."""
    last = text[-1]
    kept = [
        replace(each, span=Span(each.span.start, min(each.span.end, end)))
        for each in last.markup
        if each.span.start < end
    ]
    cut = replace(last, text=last.text[:end], markup=tuple(kept))
    return [*text[:-1], cut] if cut.text else text[:-1]
