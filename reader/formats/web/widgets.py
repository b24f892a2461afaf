"""What stands on a page to be used and not to be read: notices, polls, forms, players.

An element is one of these if it is named so, is short, and its words or controls say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.formats.tidy import tidy
from reader.formats.web import promotion
from reader.formats.web.elements import Element
from reader.formats.web.sentences import has_sentence
from reader.formats.web.tables import is_longer

_TAGS = ("div", "section", "aside", "form", "ul", "dialog")
_NAMES = ("class", "id", "role", "aria-label")
_LONGEST = 600  # characters
_PLAYER = 250
_PRIVACY = re.compile(r"कुकी|cookie|गोपनीयता|privacy", re.I)
_AGREE = re.compile(r"स्वीकार|सहमत|अनुमति|ठीक|समझ|accept|agree|allow|\bok\b|got it", re.I)
_SCRIPT_WORDS = ("JavaScript", "javascript", "HTML5", "जावास्क्रिप्ट", "ब्राउज")
_SCRIPTED = (
    "//*[not(self::script or self::style or self::noscript)][text()["
    + " or ".join(f"contains(., '{word}')" for word in _SCRIPT_WORDS)
    + "]]"
)
_ANSWERS = ".//button|.//input|.//label|.//*[@role='button']"
_FIELDS = ".//textarea|.//input|.//form"
_PARTS = frozenset(("body", "main", "article"))


def remove(root: Element) -> bool:
    """Take the widgets out of the lxml tree ``root``; return whether one asked for consent."""
    asked = False
    for element in list(root.iter(*_TAGS)):
        if _is_widget(element):
            asked = asked or _asks_to_agree(element)
            element.drop_tree()
    text = root.text_content()
    # Looked for as one text first: in most pages there is none, and the path is slow.
    for notice in root.xpath(_SCRIPTED) if any(word in text for word in _SCRIPT_WORDS) else ():
        if promotion.is_player(_text(notice)) and notice.tag not in _PARTS:
            _player(notice).drop_tree()
    return asked


def _text(element: Element) -> str:
    """Return the text of an element, the parts of it apart."""
    return tidy(" ".join(element.itertext()))


def _is_widget(element: Element) -> bool:
    named = " ".join(filter(None, map(element.get, _NAMES)))
    kind = _NAMED.search(named) if named else None
    if kind is None or element.getparent() is None or is_longer(element, _LONGEST):
        return False
    return _SAYS_SO[kind[0].lower().rstrip("s")](element)


def _is_notice(element: Element) -> bool:
    """Whether an element asks to agree to cookies: with a button, or in so many words."""
    return promotion.is_promotion(_text(element)) or _asks_to_agree(element)


def _asks_to_agree(element: Element) -> bool:
    agreed = any(_AGREE.search(_text(button)) for button in element.xpath(_ANSWERS))
    return agreed and bool(_PRIVACY.search(_text(element)))


def _is_poll(element: Element) -> bool:
    """Whether an element asks a question, has buttons to answer it, and tells nothing."""
    question, mark, rest = _text(element).partition("?")
    return bool(mark and element.xpath(_ANSWERS)) and not has_sentence(f"{question} {rest}")


def _has_field(element: Element) -> bool:
    """Whether an element has a field to write in, and no headline."""
    return bool(element.xpath(_FIELDS)) and not element.xpath(".//h1")


def _is_appeal(element: Element) -> bool:
    return promotion.is_promotion(_text(element))


_SAYS_SO: dict[str, Callable[[Element], bool]] = {
    **dict.fromkeys(("cookie", "consent", "gdpr"), _is_notice),
    **dict.fromkeys(("poll", "survey"), _is_poll),
    **dict.fromkeys(("comment", "newsletter"), _has_field),
    **dict.fromkeys(("donate", "donation"), _is_appeal),
}
_NAMED = re.compile(rf"(?<![a-z])(?:{'|'.join(_SAYS_SO)})(?:s?)(?![a-z])", re.I)


def _player(notice: Element) -> Element:
    """Return the element of a video that asks for scripts: its notice, perhaps with its title."""
    found, around = notice, notice.getparent()
    while around is not None and around.tag not in _PARTS and not is_longer(around, _PLAYER):
        if has_sentence(_text(around).replace(_text(notice), "")):
            break
        found, around = around, around.getparent()
    return found
