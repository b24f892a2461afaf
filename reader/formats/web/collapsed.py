"""The rest of an article that a page hides until its reader asks for it: 'पूरा पढ़ें'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from reader.formats.tidy import tidy
from reader.formats.web.elements import Element, is_hidden
from reader.formats.web.sentences import has_sentence
from reader.formats.web.tables import is_longer

_MORE = re.compile(
    r"\W*(?:(?:पूरा|पूरी|आगे|और|शेष)\s+(?:\S+\s+)?(?:पढ़ें|पढ़े|पढ़िए|देखें)"
    r"|(?:read|show|view|see|load)\s+(?:the\s+)?(?:more|full|all|rest)(?:\s+(?:story|article|text))?"
    r"|continue reading|(?:और|ज़्यादा|ज्यादा) दिखाएं)\W*",
    re.I,
)
_DOTS = re.compile(r"(?:…|\.{2,})+")
_HIDDEN = "//@hidden | //@aria-hidden | //@style"
_CONTROLS = (
    ".//button|.//summary|.//label|.//*/@role[.='button']/..|.//*/@onclick/.."
    "|.//a[not(@href) or @href='' or starts-with(@href,'#') or starts-with(@href,'javascript:')]"
)
_MOST = 20  # elements that hide something; each is read with all that it holds
_PARTS = 200  # hidden elements in one
_TEXT = 25  # characters; less is no sentence
_LONGEST = 40  # characters on a button
_HEAD = 60  # characters by which a text is known


def open_up(root: Element) -> None:
    """Show, in the lxml tree ``root``, the text that stands hidden beside an article's own.

    That is running text among visible running text in one element, with a button to read
    more. A copy of what is visible, or a notice without such a button, stays hidden.
    """
    for parent in _hiding(root):
        rest = _rest(parent)
        for each in rest if rest and _has_control(parent) else ():
            show(each)


def asks_for_more(text: str) -> bool:
    """Whether the text on a button asks to see the rest: 'पूरा पढ़ें'."""
    return len(text) <= _LONGEST and bool(_MORE.fullmatch(text))


def _hiding(root: Element) -> Iterator[Element]:
    """Yield the first elements that have children with hidden text."""
    told = dict.fromkeys(attribute.getparent() for attribute in root.xpath(_HIDDEN))
    hidden = (each for each in told if is_hidden(each) and is_longer(each, _TEXT))
    parents = dict.fromkeys(each.getparent() for each in hidden if each.tag != "body")
    yield from islice((each for each in parents if each is not None), _MOST)


def _shown(parent: Element) -> str:
    """Return the text of an element without that of its hidden children."""
    texts = [parent.text or ""]
    for child in parent:
        visible = isinstance(child.tag, str) and not is_hidden(child)
        texts += [child.text_content() if visible else "", child.tail or ""]
    return tidy(" ".join(texts))


def _rest(parent: Element) -> list[Element]:
    """Return the hidden children of an element that go on with the running text it shows."""
    shown = _shown(parent)
    if not has_sentence(shown):
        return []
    hidden = islice(filter(is_hidden, parent.iterchildren("*")), _PARTS)
    return [each for each in hidden if _is_rest(tidy(each.text_content()), shown)]


def _is_rest(text: str, shown: str) -> bool:
    return has_sentence(text) and text[:_HEAD] not in shown


def _has_control(parent: Element) -> bool:
    """Whether a button to read more stands in an element, or beside it."""
    around = parent.getparent()
    controls = (parent if around is None else around).xpath(_CONTROLS)
    return any(asks_for_more(tidy(each.text_content())) for each in controls if not is_hidden(each))


def show(element: Element) -> None:
    """Show a hidden element, and drop the dots that stand for it."""
    for name in ("hidden", "aria-hidden", "style"):
        element.attrib.pop(name, None)
    before = element.getprevious()
    if before is not None and _DOTS.fullmatch(tidy(before.text_content())):
        before.text = None
