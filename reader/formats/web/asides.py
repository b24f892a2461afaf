"""Boxes that a page marks as beside its article although they are a part of it.

Facts in figures, an explanation, a quote, who helped to report: they stand among the
paragraphs, lead nowhere, ask for nothing, and are not said in the text as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.formats import invitations, marks
from reader.formats.tidy import tidy
from reader.formats.web import furniture, promotion
from reader.formats.web.elements import Element, is_hidden
from reader.formats.web.sentences import has_sentence
from reader.formats.web.tables import is_longer

_LONGEST = 1500  # characters
_LEAST = 2  # paragraphs among which such a box stands
_MOST = 40  # boxes of a page that are looked at
_FOREIGN = ".//a[@href]|.//button|.//input|.//form|.//img|.//amp-img|.//iframe|.//nav"
_HEADED = ".//h2|.//h3|.//h4|.//h5|.//h6|.//strong|.//b"
_TOLD = ".//li|.//dd|.//tr"
_HELPED = re.compile(r"सहयोग|इनपुट|योगदान|रिपोर्टिंग|\binputs?\b|contribut|report(?:ing|ed) by", re.I)


def open_up(root: Element) -> None:
    """Make, in the lxml tree ``root``, sections of the asides and footers that are text.

    One without elements in it becomes a paragraph.
    """
    among = (each for each in root.iter("aside", "footer") if _stands_among_text(each))
    for element, _ in zip(among, range(_MOST), strict=False):
        if _is_text(element):
            element.tag = "section" if len(element) else "p"
            element.attrib.pop("role", None)


def _stands_among_text(element: Element) -> bool:
    """Whether paragraphs stand before an element, or before it and behind."""
    before = _sentences(element.itersiblings("p", "div", preceding=True))
    return before >= _LEAST or (before > 0 and _goes_on(element))


def _goes_on(element: Element) -> bool:
    return _sentences(element.itersiblings("p", "div")) > 0


def _sentences(elements: Iterable[Element]) -> int:
    """Count the elements with a sentence in them, as far as it matters."""
    told = (each for each in elements if has_sentence(tidy(each.text_content())))
    return sum(1 for _ in zip(told, range(_LEAST), strict=False))


def _is_text(element: Element) -> bool:
    if is_hidden(element) or is_longer(element, _LONGEST) or element.xpath(_FOREIGN):
        return False
    lines = list(_lines(element))
    if not lines or any(map(_is_furniture, lines)) or _is_copy(element, lines):
        return False
    if element.xpath(".//blockquote"):
        return True
    if any(invitations.is_addressed(line) and "?" not in line for line in lines):
        return False
    if element.tag == "footer" and (all(map(_HELPED.search, lines)) or not _goes_on(element)):
        return bool(_HELPED.search(lines[0]))
    if any(map(furniture.is_biography, lines)):
        return False
    boxed = element.xpath(_HEADED) and (element.xpath(_TOLD) or any(map(has_sentence, lines)))
    return bool(boxed) or all(map(marks.is_told, lines))


def _lines(element: Element) -> Iterator[str]:
    """Yield the texts of the innermost elements that have any."""
    for each in element.iter():
        own = tidy(each.text_content()) if isinstance(each.tag, str) else ""
        if own and tidy(each.text or ""):
            yield own


def _is_furniture(line: str) -> bool:
    return (
        marks.is_button(line)
        or marks.is_also_read(line)
        or promotion.is_promotion(line)
        or furniture.is_box_heading(line)
        or furniture.is_author_heading(line)
        or furniture.is_owner_heading(line)
        or furniture.is_invitation(line)
        or furniture.is_copyright(line)
        or furniture.ends_article(line)
        or invitations.is_footer(line)
    )


def _is_copy(element: Element, lines: list[str]) -> bool:
    """Whether a sentence of the text is pulled out of it to stand there once more."""
    around = tidy(element.getparent().text_content())
    said = [line.strip("“”\"'‘’ ") for line in lines if has_sentence(line)]
    return any(around.count(line) > 1 for line in said)
