"""Lines of plain text to paragraphs: those that were broken at a width are joined again.

Where blank lines stand between paragraphs, the lines of a block are one paragraph unless they
tell themselves apart: headings, lists, verse, speakers, credits. The first block, where title
and credits stand line by line, is joined only where its lines are plainly as long as they could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.formats import invitations, marks
from reader.formats.credit import credit

_WIDEST = 100  # code points of a line that was broken at a width
_VERSE = 60  # code points of a line of verse, at most
_HEADING = 0.6  # of the longest line of its block: what a heading over it is shorter than
_SEVERAL = re.compile(r"[।॥?!]\s+\S")
_SPEAKER = re.compile(r"[^\s:：]+(?:\s[^\s:：]+){0,3}\s?[:：]\s")
_AFTER = "ने को से में का की के पर तक"
# A line that ends in one of the first, or begins with one of the second, goes on.
_OPEN = re.compile(
    r"(?:^|\s)(?:ने|के|कि|और|या|एवं|तथा|व|लेकिन|क्योंकि|जो|इस|उस|इन|उन|एक|नई|नए|नया|नये|अपने|अपनी|अपना|"
    r"बड़ी|बड़े|कई|सभी|पहली|पहले|दूसरी|दूसरे|द्वारा|[0-9०-९.,]+)$"
)
_GOES_ON = re.compile(rf"(?:{_AFTER.replace(' ', '|')}|कि|और|तथा|एवं)\s")


def paragraphs(blocks: list[list[str]]) -> list[str]:
    """Return the paragraphs in ``blocks``, which are the tidied lines between blank lines."""
    found = []
    for at, block in enumerate(blocks):
        if _fills_its_width(block):
            found.append(" ".join(block))
        else:
            found += (line for run in _runs(block) for line in _joined(run)) if at else block
    return found


def _fills_its_width(block: list[str]) -> bool:
    """Whether the lines of a block were broken at one width, as in e-mail."""
    full = block[:-1]
    widths = [len(line) for line in full]
    if len(full) < 2 or min(widths) < 50 or max(widths) > _WIDEST or max(widths) - min(widths) > 20:
        return False
    ended = sum(map(_ends, full))
    return ended * 2 <= len(full) and not any(map(marks.bullet, block))


def _runs(block: list[str]) -> Iterator[list[str]]:
    """Cut a block where a line stands by itself, or a speaker begins."""
    run: list[str] = []
    for line in block:
        alone = _stands_alone(line)
        if run and (alone or _SPEAKER.match(line)):
            yield run
            run = []
        if alone:
            yield [line]
        else:
            run.append(line)
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
