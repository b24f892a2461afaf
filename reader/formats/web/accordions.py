"""Questions that a page sets as buttons, each over the answer that opens under it."""

from __future__ import annotations

from itertools import islice

from reader.formats import marks
from reader.formats.tidy import tidy
from reader.formats.web import collapsed, promotion
from reader.formats.web.elements import Element, is_hidden
from reader.formats.web.sentences import has_sentence

_OPENS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
_CONTROLS = (
    "//button|//@role[.='button']/..|//a[starts-with(@href,'#') or starts-with(@href,'javascript:')"
    " or @data-toggle or @data-bs-toggle]"
)
_FIELDS = ".//button|.//input|.//textarea|.//form|.//*[@role='button']"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))
_MOST = 300  # buttons of a page
_LONGEST = 200  # characters of a question
_QUESTION = 3  # words
_TITLE = 2
_DEEP = 3  # elements that hold a button and nothing else


def open_up(root: Element) -> None:
    """Make headings, in the lxml tree ``root``, of the buttons over answers, and show these."""
    for control in islice(root.xpath(_CONTROLS), _MOST):
        text = tidy(control.text_content())
        answer = _answer(control, text) if _can_head(control, text) else None
        if answer is None or not (_opens(control, answer) and _answers(text, answer)):
            continue
        if is_hidden(answer):
            collapsed.show(answer)
        answer.tag = "details" if answer.tag == "div" else answer.tag
        _make_heading(control)


def _can_head(control: Element, text: str) -> bool:
    """Whether the text on a button is a question, or the title of what the button opens."""
    words = len(text.split())
    if len(text) > _LONGEST or words < (_QUESTION if text.endswith("?") else _TITLE):
        return False
    asks = marks.is_button(text) or collapsed.asks_for_more(text) or promotion.is_promotion(text)
    return (text.endswith("?") or _is_switch(control)) and not asks


def _is_switch(control: Element) -> bool:
    return any(control.get(name) is not None for name in _OPENS)


def _opens(control: Element, answer: Element) -> bool:
    """Whether what lies behind a button belongs to it; a link may lead to any part of a page."""
    if control.tag != "a" or _is_switch(control):
        return True
    return bool(control.get("href") == f"#{answer.get('id')}")


def _answer(control: Element, text: str) -> Element | None:
    """Return the element behind a button, or behind those that hold the button alone."""
    element = control
    for _ in range(_DEEP):
        below = element.getnext()
        if below is not None or (element.tail or "").strip():
            return below if below is not None and isinstance(below.tag, str) else None
        element = element.getparent()
        if element is None or tidy(element.text_content()) != text:
            return None
    return None


def _answers(text: str, answer: Element) -> bool:
    told = tidy(answer.text_content())
    if not told or answer.xpath(_FIELDS):
        return False
    return has_sentence(told) or (text.endswith("?") and marks.has_hindi(told))


def _make_heading(control: Element) -> None:
    headed = any(each.tag in _HEADINGS for each in islice(control.iterancestors(), _DEEP))
    control.tag = "span" if headed else "h3"
    for name in ("href", "role", "hidden", "aria-hidden"):
        control.attrib.pop(name, None)
