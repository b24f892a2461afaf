"""Which lines of a text are the items of a list, and which speak, or part two scenes."""

from __future__ import annotations

import re
from itertools import groupby

from reader.formats import marks

_DASH = re.compile(r"^([–—-])\s+(?=\S)")
_NUMBER = re.compile(r"^[(\[]?([0-9०-९]{1,2})[.)\]]\s+(?=\S)")
_BREAK = re.compile(r"^[\s*·•∙⁂_~=#◆◇●○■□❖✦✽❧–—―-]+$")
_SAID = re.compile(
    r"[?!…][\"'”’)]*$|(?<![\w\u0900-\u097f])(?:मैं|मैंने|मुझे|मेरा|मेरे|मेरी|तू|तूने|तुझे|तेरा|तेरी|तुम|तुमने|तुम्हें|"
    r"तुम्हारा|तुम्हारी|हां|हाँ|अरे|जी)(?![\w\u0900-\u097f])"
)


def is_break(line: str) -> bool:
    """Whether the line is a row of signs that parts what stands above and below: '* * *'."""
    return bool(_BREAK.match(line))


def items(lines: list[str]) -> list[str]:
    """Return what stands behind the bullet of each line, '' for those that are no items.

    A dash is a bullet only where other lines beside begin with it as well, and none of them
    speaks: in a story it opens what somebody says.
    """
    found = []
    for sign, group in groupby(lines, key=_dash):
        run = list(group)
        is_list = not sign or (len(run) > 1 and not any(map(_SAID.search, run)))
        found += [marks.bullet(line) if is_list else "" for line in run]
    return found


def numbers(lines: list[str]) -> list[str]:
    """Return the number of each line, such as '1.', '' for those that are no items.

    A list is two lines or more whose numbers count up by one, one below the other.
    """
    found = []
    counted = enumerate(map(_NUMBER.match, lines))
    for first, group in groupby(counted, key=_first):
        run = [match for _, match in group]
        is_list = first is not None and len(run) > 1
        found += [f"{match[1]}." if is_list and match else "" for match in run]
    return found


def _first(place: tuple[int, re.Match[str] | None]) -> int | None:
    """Return what number the top line would have, counted back from the number at a place."""
    at, match = place
    return int(match[1]) - at if match else None


def _dash(line: str) -> str:
    match = _DASH.match(line)
    return match[1] if match else ""
