"""The elements of a page that tell when its article was published or changed.

A page has the times of other things as well: of the day in its masthead, of comments, of other
articles. Which is whose is told by what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate, islice

from reader.formats import dates
from reader.formats.tidy import tidy
from reader.formats.web import furniture
from reader.formats.web.elements import Element
from reader.formats.web.sentences import has_sentence

# What schema.org, Dublin Core and the microformats call these times.
_PUBLISHED = frozenset(("datepublished", "published", "dt-published", "issued", "pubdate"))
_MODIFIED = frozenset(("datemodified", "updated", "dt-updated", "modified"))
_MAY_TELL = "//time|//abbr[@title]|//@itemprop/..|//@property/.."
_STAMPS = "self::time or self::abbr[@title] or @itemprop or @property"
_TEXTS = "self::p[string-length() > 24] or text()[string-length() > 24]"  # as sentences are
_UNSEEN = frozenset(("script", "style", "title", "noscript", "template", "option"))
_HEADINGS = "preceding::*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
_APART = frozenset(("nav", "aside", "article"))
_LEADING = 4  # words of a link to another article, at least
_LABELS = 6  # words beside a time that may say whose it is, at most
_BOX = 200  # characters of a card
_MOST = 1000  # times that are looked at
_BEHIND = 10  # of them behind the beginning of the text
_NEAR = 2  # elements around the headline that hold a time over it as well


def own(root: Element) -> list[Element]:
    """Return the elements in the tree ``root`` that tell a time of its article, in order."""
    stamps = set(islice(filter(_tells, root.xpath(_MAY_TELL)), _MOST))
    headline = next(root.iter("h1"), None)
    mark, found, behind = None, [], 0
    for element in root.xpath(f"//*[self::h1 or {_STAMPS} or {_TEXTS}]") if stamps else ():
        waits = headline is not None and mark is None
        if element is headline:
            mark = headline
        elif element in stamps:
            behind += mark is not None and mark is not headline
            found += [element] if _is_own(element, mark, headline) else []
            if behind == _BEHIND:
                break
        elif not waits and element.tag not in _UNSEEN and has_sentence(_text(element)):
            mark = element
    return found


def _is_own(stamp: Element, mark: Element, headline: Element) -> bool:
    """Whether a time is the article's; ``mark`` is what it stands behind: the headline or prose."""
    if mark is not None and mark is not headline:
        return not _is_another_s(stamp, mark)
    return not _is_card(stamp) and (mark is headline or _stands_with(stamp, headline))


def marked(stamps: Iterable[Element], which: str) -> Iterator[str]:
    """Yield what the stamps say that are marked as when the article was 'published' or 'modified'.

    What is marked as both is when it was published.
    """
    for stamp in stamps:
        names = _names(stamp)
        is_published = not names.isdisjoint(_PUBLISHED)
        if is_published if which == "published" else names & _MODIFIED and not is_published:
            yield _said(stamp)


def first(stamps: Iterable[Element]) -> datetime | None:
    """Return the first time that the stamps tell, but when the article was changed."""
    told = (each for each in stamps if _names(each).isdisjoint(_MODIFIED - _PUBLISHED))
    return next(filter(None, (dates.parse(_said(each)) for each in told)), None)


def _tells(element: Element) -> bool:
    if element.tag not in ("time", "abbr") and _names(element).isdisjoint(_PUBLISHED | _MODIFIED):
        return False
    return dates.parse(_said(element)) is not None


def _names(element: Element) -> frozenset[str]:
    """Return what an element is marked as: its properties, and as a time its classes."""
    said = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
    if element.tag in ("time", "abbr"):
        said += f" {element.get('class') or ''}{' pubdate' if 'pubdate' in element.attrib else ''}"
    return frozenset(name.rpartition(":")[2] for name in said.lower().split())


def _said(element: Element) -> str:
    told = (element.get(name) for name in ("datetime", "content", "title"))
    return next(filter(None, told), "") or tidy(element.text_content())


def _text(element: Element) -> str:
    """Return the text of a paragraph, or what stands in another element itself."""
    if element.tag == "p":
        return tidy(element.text_content())
    return tidy(" ".join(filter(None, (element.text, *(each.tail for each in element)))))


def _stands_with(stamp: Element, headline: Element) -> bool:
    """Whether a time over the headline is in its element, and no day of a masthead."""
    for around, _ in zip(headline.iterancestors(), range(_NEAR), strict=False):
        if around in stamp.iterancestors():
            return around.tag not in ("body", "html")
    return False


def _is_card(stamp: Element) -> bool:
    """Whether a time stands beside a link to another article, or in a navigation."""
    for around in stamp.iterancestors():
        if around.tag == "nav":
            return True
        if not _is_small(around):
            break
        if _leads(around):
            return True
    return False


def _is_another_s(stamp: Element, mark: Element) -> bool:
    """Whether a time behind the paragraph ``mark`` is that of a comment or another article."""
    shared, box = set(mark.iterancestors()), stamp
    while box.getparent() is not None and box not in shared and box.getparent() not in shared:
        box = box.getparent()
    inside = [each for each in (box, *stamp.iterancestors()) if each not in shared]
    if not _is_small(box) or any(each.tag in _APART for each in inside) or _leads(box):
        return True
    if any(tidy(each.text_content()) for each in box.iter("p") if each not in inside):
        return True
    words = dates.without_dates(tidy(box.text_content())).split()
    if len(words) > _LABELS and _names(stamp).isdisjoint(_PUBLISHED | _MODIFIED):
        return True
    headings = stamp.xpath(_HEADINGS)
    return any(furniture.ends_article(tidy(each.text_content())) for each in headings)


def _is_small(box: Element) -> bool:
    """Whether an element has no more text than a card: what is large is not read to its end."""
    lengths = accumulate(len(text.strip()) for text in box.itertext())
    return all(length <= _BOX for length in lengths)


def _leads(box: Element) -> bool:
    links = (dates.without_dates(tidy(each.text_content())) for each in box.iter("a"))
    return any(len(text.split()) >= _LEADING for text in links)
