"""Plain text, as scraped from a page or pasted, to an Article.

The first line is the title. A paragraph is a line, or what was broken into several (`wrapping`).
What Hindi newspapers print round the body (see `marks` and `credit`) is recognised where it
stands and goes to its own field; where nothing is recognised all of it is body.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile

from reader.errors import NoArticle
from reader.formats import bullets, invitations, marks
from reader.formats.credit import Credit, credit, with_agency
from reader.formats.files import columns, wrapping
from reader.formats.markup import behind
from reader.formats.tidy import tidy
from reader.model import Article, Image, Kind, Paragraph

_FRONT = 10  # how many lines under the title may be byline, lead, picture and key points
_SENTENCE = re.compile(r"^.*?[।॥?!](?=\s|$)")
_SEVERAL = re.compile(r"[।॥?!]\s+\S")
_TITLE_LENGTH = 80
_MOST_LINES = 200_000  # read in 3 seconds
_LONGEST_TITLE = 200


@dataclass
class _Draft:
    """An article while its lines are being told apart; ``rest`` holds those not yet placed."""

    rest: list[str]
    credit: Credit = field(default_factory=Credit)
    key_points: tuple[str, ...] = ()
    web_title: str = ""
    lead: str = ""
    image: Image = field(default_factory=Image)
    body_at: int = 0  # where in ``rest`` the body begins, as far as a mark says so


def parse(text: str, name: str = "The text") -> Article:
    """Return the article in ``text``; ``name`` is what messages call it.

    Raises NoArticle when there is nothing but white space or rows of signs, or more lines than
    any article has.
    """
    if text.count("\n") > _MOST_LINES:
        raise NoArticle(f"{name} has too many lines to be read.", "Save the article alone.")
    found = _without_crumbs(_paragraphs(text))
    if not found:
        what = "has no words in it." if tidy(text) else "is empty."
        raise NoArticle(f"{name} {what}", "Open a text or HTML file, or paste the text.")
    title, rest = _split_title(found)
    draft = _Draft(_without_furniture(rest))
    _take_web_title(draft)
    _take_credit(draft)
    _take_sign_off(draft)
    _take_picture(draft)
    _take_key_points(draft)
    _take_lead(draft)
    return _finish(title, draft)


def short_title(paragraph: str) -> str:
    """Return a paragraph's first sentence, cut at a word where it is over 80 characters."""
    match = _SENTENCE.match(paragraph)
    sentence = match[0] if match else paragraph
    if len(sentence) <= _TITLE_LENGTH:
        return sentence.rstrip("।॥ ") or sentence
    words = sentence[: _TITLE_LENGTH + 1].rsplit(" ", 1)
    return (words[0] if len(words) > 1 else sentence[:_TITLE_LENGTH]) + "…"


def split_off_dateline(found: list[Paragraph]) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the dateline of the first paragraph, '' if it has none, and all paragraphs."""
    openings = [marks.split_dateline(each.text) for each in found]
    # Three or more speakers before a colon are a conversation, not three datelines.
    if not found or found[0].kind is not Kind.BODY or sum(bool(o[0]) for o in openings) > 2:
        return "", tuple(found)
    dateline, first = openings[0]
    start = len(found[0].text) - len(first)
    return dateline, (behind(found[0], start), *found[1:])


def _paragraphs(text: str) -> list[str]:
    lines = map(_without_signs, columns.lines(text))
    blocks = groupby(lines, key=lambda line: bool(line.text))
    return wrapping.paragraphs([list(block) for filled, block in blocks if filled])


def _without_signs(line: columns.Line) -> columns.Line:
    """Return a line without its emphasis, without text where it is a row of signs."""
    told = "" if bullets.is_break(line.text) else marks.without_emphasis(line.text)
    return columns.Line(told, line.raw)


def _without_crumbs(found: list[str]) -> list[str]:
    """Drop a site's path to the article, if it stands over a headline in Hindi."""
    crumbs = _leading(found[:6], marks.is_crumbs)
    rest = found[len(crumbs) :]
    return rest if rest and marks.has_hindi(rest[0]) else found


def _split_title(found: list[str]) -> tuple[str, list[str]]:
    """Take the first line as title, or its beginning when it is a paragraph itself."""
    first = found[0]
    is_prose = _SEVERAL.search(first) and first.endswith("।")
    if len(found) > 1 and len(first) <= _LONGEST_TITLE and not is_prose:
        return first, found[1:]
    return short_title(first), found


def _without_furniture(rest: list[str]) -> list[str]:
    """Drop pointers to other articles, buttons, and the footer at the end."""
    kept: list[str] = []
    links_follow = False
    for line in rest:
        links_follow = marks.is_bare_also_read(line) or (links_follow and bool(marks.bullet(line)))
        if not (links_follow or marks.is_also_read(line) or marks.is_button(line)):
            kept.append(line)
    while kept and invitations.is_footer(kept[-1]):
        kept.pop()
    return kept


def _take_web_title(draft: _Draft) -> None:
    for index, line in enumerate(draft.rest):
        title = marks.web_title(line)
        if title is not None:
            draft.web_title = title
            del draft.rest[index]
            return


def _take_credit(draft: _Draft) -> None:
    """Take the byline and dates from the first lines, a date or source from the last ones."""
    last = len(draft.rest) - 3
    kept = []
    for index, line in enumerate(draft.rest):
        found = credit(line) if index < _FRONT or index >= last else None
        if found is None:
            kept.append(line)
        else:
            draft.credit = draft.credit.or_else(found)
    draft.rest = kept


def _take_sign_off(draft: _Draft) -> None:
    """Take the agency behind the last paragraph, and the lines of its desk's names."""
    for _ in range(2):
        line = draft.rest[-1] if len(draft.rest) > 1 else ""
        alone = len(line.split()) == 1 and marks.split_sign_off(draft.rest[-2])[0] == ""
        text, agency = (line, "") if alone else marks.split_sign_off(line)
        if not (agency or alone):
            return
        byline = with_agency(draft.credit.byline, agency)
        draft.credit = replace(draft.credit.or_else(Credit(source=agency)), byline=byline)
        draft.rest[-1:] = [text] if text and not alone else []


def _take_key_points(draft: _Draft) -> None:
    for index, line in enumerate(draft.rest):
        inline = marks.inline_key_points(line) if index < _FRONT else ""
        points = [inline] if inline else []
        if marks.is_key_heading(line):
            points = _points_below(draft.rest[index + 1 :])
            if index < _FRONT and (summary := _summary(draft.rest[index + 1 :])):
                del draft.rest[index + 1 + len(summary)]
                points = summary
        if points:
            taken = 1 if inline else 1 + len(points)
            draft.key_points = tuple(_split_bullets(inline) if inline else map(_unbullet, points))
            draft.body_at = index if index < _FRONT else draft.body_at
            del draft.rest[index : index + taken]
            return


def _summary(below: list[str]) -> list[str]:
    """Return the few lines over the heading of the full story, none where there is no such."""
    lines = _leading(below, lambda line: not marks.is_full_story(line))
    return lines if len(lines) < min(len(below), 6) else []


def _points_below(below: list[str]) -> list[str]:
    """Return the lines that are key points: the bulleted ones, else those not ending a sentence."""
    bulleted = _leading(below, lambda line: bool(marks.bullet(line, numbers=True)))
    if bulleted:
        return bulleted
    loose = _leading(below[:8], _is_loose_point)
    return loose if len(loose) < len(below) else []


def _leading(found: list[str], wanted: Callable[[str], bool]) -> list[str]:
    return list(takewhile(wanted, found))


def _is_loose_point(line: str) -> bool:
    ended = marks.ENDS_SENTENCE.search(line)
    return len(line) <= _LONGEST_TITLE and not ended and not marks.split_dateline(line)[0]


def _unbullet(line: str) -> str:
    return marks.bullet(line, numbers=True) or line


def _split_bullets(points: str) -> list[str]:
    """Split points on one line at their bullets; without bullets they stay one string."""
    return [point.strip() for point in re.split("[•●▪■]", points) if point.strip()]


def _take_picture(draft: _Draft) -> None:
    """Take the alt text and the caption under it; the body begins after them at the earliest."""
    for index, line in enumerate(draft.rest[:_FRONT]):
        if marks.is_alt(line):
            below = draft.rest[index + 1 : index + 3]
            caption = below[0] if len(below) == 2 and _is_caption(*below) else ""
            draft.image = Image(line, caption)
            draft.body_at = index
            del draft.rest[index : index + (2 if caption else 1)]
            return


def _is_caption(line: str, after: str) -> bool:
    """Whether ``line`` is a caption: short, and no whole sentence unless a mark comes after it."""
    if len(line) > _LONGEST_TITLE or _is_mark(line):
        return False
    return not marks.ENDS_SENTENCE.search(line) or (_is_mark(after) and not _SEVERAL.search(line))


def _is_mark(line: str) -> bool:
    opening = marks.is_key_heading(line) or marks.inline_key_points(line)
    return bool(opening or marks.split_dateline(line)[0])


def _take_lead(draft: _Draft) -> None:
    """Take the one paragraph before the body, or the first one when it comes again in the body."""
    if draft.credit == Credit() and not draft.body_at:
        return
    front = draft.rest[: draft.body_at or _first_dateline(draft.rest[:_FRONT])]
    if len(front) == 2 and not draft.image.alt and _is_caption(front[1], ""):
        draft.image = Image(caption=draft.rest.pop(1))
    elif len(front) > 2:
        return
    if front or (draft.rest and draft.rest[0] in draft.rest[1:]):
        draft.lead = draft.rest.pop(0)


def _first_dateline(top: list[str]) -> int:
    datelines = (at for at, line in enumerate(top) if marks.split_dateline(line)[0])
    return next(datelines, 0)


def _finish(title: str, draft: _Draft) -> Article:
    dateline, paragraphs = split_off_dateline(_body(draft.rest))
    if not paragraphs:  # a title alone, or with a lead: there is always something to read
        paragraphs, draft.lead = (Paragraph(draft.lead or title),), ""
    return Article(
        title=title,
        paragraphs=paragraphs,
        byline=draft.credit.byline,
        published=draft.credit.published,
        modified=draft.credit.modified,
        source=draft.credit.source,
        url=draft.credit.url,
        lead=draft.lead,
        image=draft.image,
        key_points=draft.key_points,
        dateline=dateline,
        web_title=draft.web_title,
    )


def _body(lines: list[str]) -> list[Paragraph]:
    below = [*lines[1:], ""][: len(lines)]
    return list(map(_paragraph, lines, below, bullets.items(lines), bullets.numbers(lines)))


def _paragraph(text: str, after: str, item: str, number: str) -> Paragraph:
    """Return a line as a paragraph of its kind; ``after`` is the line below.

    ``item`` is what of it is the item of a list, ``number`` that of a numbered one, '' for none.
    """
    if marks.is_tweet_credit(text) or marks.is_tweet_credit(after):
        return Paragraph(text, Kind.QUOTE)
    if item:
        return Paragraph(item, Kind.ITEM)
    if number:
        return Paragraph(marks.bullet(text, numbers=True), Kind.ITEM, label=number)
    return Paragraph(text, Kind.HEADING if marks.is_key_heading(text) else Kind.BODY)
