"""Boxes that their controls tell: a question with answers to choose, a field for a mail address.

No name is needed: such a box is short, and besides its controls it only asks and speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reader.formats import marks
from reader.formats.tidy import tidy
from reader.formats.web import asking
from reader.formats.web.elements import Element
from reader.formats.web.sentences import has_sentence
from reader.formats.web.tables import is_longer

_BOXES = frozenset(("div", "section", "aside", "form", "fieldset", "ul", "dialog"))
_LONGEST = 300  # characters
_NEAR = 6  # elements round a control that are looked at
_MOST = 500  # controls
_LINES = 5  # texts beside a field for a mail address
_CHOICES = ".//input[@type='radio' or @type='checkbox']|.//button|.//*[@role='button']"
_ANSWERS = "ancestor::*[self::button or self::label or @role='button']"
_NO_BOX = ("h1", "table", "img")


def remove(root: Element) -> None:
    """Take polls and what asks for a mail address out of the lxml tree ``root``."""
    controls = [*root.iter("input", "button"), *_buttons(root)]
    for control in controls[:_MOST]:
        if _is_for_mail(control):
            asks = [box for box in _around(control) if _asks_for_address(box)]
            _drop(asks[-1] if asks else None)
        elif control.tag != "input" or control.get("type") in ("radio", "checkbox"):
            _drop(next(filter(_is_poll, _around(control)), None))


def _buttons(root: Element) -> list[Element]:
    return [role.getparent() for role in root.xpath("//@role") if role == "button"]


def _is_for_mail(control: Element) -> bool:
    return control.get("type") == "email" or "email" in (control.get("name") or "")


def _drop(box: Element | None) -> None:
    if box is not None and box.getparent() is not None:
        box.drop_tree()


def _around(control: Element) -> Iterator[Element]:
    """Yield the short boxes round a control that hold some text, the inmost first."""
    for each in islice(control.iterancestors(), _NEAR):
        if each.tag not in _BOXES and each.tag not in ("p", "label", "li", "span"):
            return
        if is_longer(each, _LONGEST) or _holds_more(each):
            return
        if each.tag in _BOXES and _text(each):
            yield each


def _holds_more(element: Element) -> bool:
    """Whether an element holds what no poll has: a headline, a picture, a field for a password."""
    held = element.iter(*_NO_BOX, "input")
    return any(each.tag != "input" or each.get("type") == "password" for each in held)


def _is_poll(box: Element) -> bool:
    """Whether a box asks one question, has two answers or more to choose, and tells nothing."""
    if "?" not in _text(box):
        return False
    asked = tidy(" ".join(box.xpath(f".//text()[not({_ANSWERS})]")))
    question, mark, rest = asked.partition("?")
    answers = [each for each in box.xpath(_CHOICES) if not marks.is_button(_text(each))]
    return bool(mark) and len(answers) > 1 and not has_sentence(f"{question} {rest}")


def _asks_for_address(box: Element) -> bool:
    """Whether a box with a field for a mail address has nothing in it that tells something."""
    texts = list(filter(None, map(tidy, box.itertext())))
    lines = (line for text in texts for line in asking.sentences(text))
    tells = any(asking.tells(line) and not asking.speaks(line) for line in lines)
    return len(texts) <= _LINES and not tells


def _text(element: Element) -> str:
    return tidy(" ".join(element.itertext()))
