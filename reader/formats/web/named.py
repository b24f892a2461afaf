"""What an element says by its name that it is: a picture's caption, somebody's words."""

from __future__ import annotations

import re

from reader.formats.tidy import tidy
from reader.formats.web.elements import Element
from reader.formats.web.sentences import are_sentences, has_sentence
from reader.formats.web.tables import is_longer

_LONGEST_CAPTION = 300  # characters
_LONGEST_LINE = 150  # characters under a picture, where nothing says what they are
_LONGEST_QUOTE = 600
_CAPTION = re.compile(r"(?<![a-z])caption(?![a-z])", re.I)
# Shorter names tell of other things as well, and count under a picture alone.
_UNDER = re.compile(
    r"(?<![a-z])(?<!drop[-_])(?:cap|(?:im(?:g|age)|photo|pic(?:ture)?|media)[-_]?"
    r"(?:caption|cap|desc(?:ription)?|text|title|info|credits?))(?![a-z])",
    re.I,
)
_QUOTE = re.compile(r"(?<![a-z])(?:pull|block)?-?quote(?![a-z])", re.I)
_SMALL = frozenset(("small", "em", "i", "cite"))
_PICTURES = ("img", "amp-img", "picture")
_MAY_BE_ABOVE = (*_PICTURES, "br")  # of elements that hold no other


def is_caption(element: Element) -> bool:
    """Whether an element is named a caption, or is a line under a picture that looks like one."""
    is_named = element.get("itemprop") == "caption" or _CAPTION.search(element.get("class") or "")
    if not is_named:
        return is_line_under_picture(element)
    return not is_longer(element, _LONGEST_CAPTION)


def is_line_under_picture(element: Element) -> bool:
    """Whether an element is a line of its own under a picture, set small or named for it."""
    above = element.getprevious()
    if above is None or not (len(above) or above.tag in _MAY_BE_ABOVE):  # the cheap question
        return False
    if element.tag not in _SMALL and not _UNDER.search(element.get("class") or ""):
        return False
    alone = not (element.tail or "").strip() and _is_under_picture(element)
    return alone and not is_longer(element, _LONGEST_CAPTION)


def is_paragraph_in_figure(element: Element) -> bool:
    """Whether an element is a paragraph right in a figure, of two sentences or as long as them."""
    around = element.getparent()
    if element.tag != "p" or around is None or around.tag != "figure":
        return False
    return is_longer(element, _LONGEST_LINE) or are_sentences(tidy(element.text_content()))


def is_quote(element: Element) -> bool:
    """Whether an element is named a quote, is as short as one, and has a sentence in it."""
    if not _QUOTE.search(element.get("class") or "") or is_longer(element, _LONGEST_QUOTE):
        return False
    return has_sentence(tidy(" ".join(element.itertext())))


def _is_under_picture(element: Element) -> bool:
    above = element.getprevious()
    while above is not None and above.tag == "br" and not (above.tail or "").strip():
        above = above.getprevious()
    if above is None or not isinstance(above.tag, str) or (above.tail or "").strip():
        return False
    if above.tag in _PICTURES:
        return True
    return next(above.iter(*_PICTURES), None) is not None and not tidy(above.text_content())
