"""Lines of plain text to paragraphs: those that were broken at a width are joined again.

Where that width shows (`columns`), a line that had room for the next word ends its paragraph; so
does one with a line set in below it. Else the lines of a block between blank lines are one
paragraph unless they tell themselves apart: headings, lists, verse, speakers, credits. The first
block, where title and credits stand line by line, is then joined only where its lines are plainly
as long as they could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.formats import bullets, invitations, marks
from reader.formats.credit import credit
from reader.formats.files.columns import Columns, Line, columns_of

_WIDEST = 100  # code points of a line that was broken at a width
_VERSE = 60  # code points of a line of verse, at most
_PROSE = 0.15  # of the lines broken at a width show that they go on; half of those of prose do
_HEADING = 0.6  # of the longest line of its block: what a heading over it is shorter than
_SEVERAL = re.compile(r"[।॥?!]\s+\S")
_SPEAKER = re.compile(r"[^\s:：]+(?:\s[^\s:：]+){0,3}\s?[:：]\s")
_AFTER = "ने को से में का की के पर तक"
# A line that ends in one of the first, or begins with one of the second, goes on.
_OPEN = re.compile(
    r"(?:^|\s)(?:ने|के|कि|और|या|एवं|तथा|व|लेकिन|क्योंकि|जो|इस|उस|इन|उन|एक|नई|नए|नया|नये|अपने|अपनी|अपना|"
    r"बड़ी|बड़े|कई|सभी|पहली|पहले|दूसरी|दूसरे|द्वारा|[0-9०-९.,]+)$"
)
_GOES_ON = re.compile(rf"(?:{_AFTER.replace(' ', '|')}|कि|और|तथा|एवं)\s|[a-z]")


def paragraphs(blocks: list[list[Line]]) -> list[str]:
    """Return the paragraphs in ``blocks``, which are the lines between blank lines."""
    width = _columns(blocks)
    if width:
        return [text for block in blocks for text in _refilled(block, width)]
    found = []
    for at, block in enumerate(blocks):
        lines = [line.text for line in block]
        if _fills_its_width(lines):
            found.append(" ".join(lines))
        else:
            found += (line for run in _runs(block) for line in _joined(run)) if at else lines
    return found


def _columns(blocks: list[list[Line]]) -> Columns | None:
    """Return the width that the prose in ``blocks`` was broken at, None where it has none."""
    pairs = (pair for block in blocks if _ends(block[-1].text) for pair in pairwise(block))
    breaks = [
        (line, below)
        for line, below in pairs
        if not (_ends(line.text) or marks.bullet(below.text, numbers=True))
    ]
    prose = sum(_is_prose(line.text, below.text) for line, below in breaks)
    return columns_of(breaks) if prose >= max(2, _PROSE * len(breaks)) else None


def _is_prose(line: str, below: str) -> bool:
    """Whether a line broken before ``below`` shows that it is prose, as verse seldom does."""
    return len(line) > _VERSE or _runs_on(line, below) or bool(_SEVERAL.search(line))


def _refilled(block: list[Line], width: Columns) -> list[str]:
    """Join the lines of a block that were broken at ``width``."""
    found = [[block[0].text]]
    margin = min(line.indent for line in block)
    for line, below, after in zip(block, block[1:], [*block[2:], None], strict=False):
        if _begins(line, below, after, width, margin):
            found.append([below.text])
        else:
            found[-1].append(below.text)
    return [" ".join(texts) for texts in found]


def _begins(line: Line, below: Line, after: Line | None, width: Columns, margin: int) -> bool:
    """Whether a paragraph begins with the line ``below``; ``after`` is the one below that."""
    full, ended = width.are_full(line, below), _ends(line.text)
    if below.indent > margin and (ended or width.is_short(line)):
        return True
    if full and not ended:
        return bool(marks.bullet(below.text, numbers=True) or credit(below.text))
    if _stands_alone(below.text) or below.text.endswith("॥"):
        return True
    if full:
        return bool(_SPEAKER.match(below.text)) or _is_title(below, after, width)
    return ended or not _runs_on(line.text, below.text) or _stands_alone(line.text)


def _is_title(line: Line, below: Line | None, width: Columns) -> bool:
    """Whether a line that ends nowhere is not as long as it could be."""
    return below is not None and not (_ends(line.text) or width.are_full(line, below))


def _fills_its_width(block: list[str]) -> bool:
    """Whether the lines of a block were broken at one width, as in e-mail."""
    full = block[:-1]
    widths = [len(line) for line in full]
    if len(full) < 2 or min(widths) < 50 or max(widths) > _WIDEST or max(widths) - min(widths) > 20:
        return False
    ended = sum(map(_ends, full))
    listed = any(map(marks.bullet, block)) or any(bullets.numbers(block))
    return ended * 2 <= len(full) and not listed


def _runs(block: list[Line]) -> Iterator[list[str]]:
    """Cut a block where a line stands by itself or is set in, or a speaker begins."""
    run: list[str] = []
    indent = block[0].indent
    for line in block:
        alone = _stands_alone(line.text)
        if run and (alone or line.indent > indent or _SPEAKER.match(line.text)):
            yield run
            run = []
        indent = line.indent
        if alone:
            yield [line.text]
        else:
            run.append(line.text)
    if run:
        yield run


def _stands_alone(line: str) -> bool:
    signs = (marks.is_key_heading, marks.is_also_read, marks.is_button, invitations.is_footer)
    told = marks.bullet(line, numbers=True) or marks.is_alt(line) or marks.is_tweet_credit(line)
    return bool(told or marks.web_title(line) is not None or credit(line)) or any(
        sign(line) for sign in signs
    )


def _joined(run: list[str]) -> list[str]:
    """Join the lines of a run that comes to the end of a sentence."""
    if len(run) < 2 or not _ends(run[-1]) or all(map(_ends, run)) or _is_verse(run):
        return run
    if _is_heading(run):
        return [run[0], *_joined(run[1:])]
    if max(map(len, run)) <= _WIDEST:
        return [" ".join(run)]
    found = [run[0]]
    for line in run[1:]:  # of a width of their own, so each speaks for itself
        goes_on = not _ends(found[-1]) and _runs_on(found[-1], line)
        found[-1:] = [f"{found[-1]} {line}"] if goes_on else [found[-1], line]
    return found


def _is_heading(run: list[str]) -> bool:
    """Whether the first line stands over the others: it ends nowhere and is not as long."""
    first, second = run[:2]
    if _ends(first) or _runs_on(first, second):
        return False
    return len(first) < _HEADING * max(map(len, run)) and not marks.split_dateline(first)[0]


def _is_verse(run: list[str]) -> bool:
    """Whether the lines are verse: short, no sentence ends within one, and none runs on."""
    if any(line.endswith("॥") for line in run):
        return True
    if len(run) < 3 or max(map(len, run)) > _VERSE or any(map(_SEVERAL.search, run)):
        return False
    return not any(map(_runs_on, run, run[1:])) and not marks.split_dateline(run[0])[0]


def _runs_on(line: str, below: str) -> bool:
    return bool(_OPEN.search(line) or _GOES_ON.match(below))


def _ends(line: str) -> bool:
    return bool(marks.ENDS_SENTENCE.search(line))
