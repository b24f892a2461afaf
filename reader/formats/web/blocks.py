"""An HTML page as the flat list of text blocks a reader would see, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import unescape
from typing import NamedTuple

from reader.formats.tidy import tidy
from reader.formats.web import images, named
from reader.formats.web.elements import Element, is_hidden
from reader.formats.web.inline import PLAIN, Line, Look, Runs, look_inside
from reader.formats.web.links import base_of
from reader.formats.web.numbering import Numbering, numbered
from reader.formats.web.surroundings import Holder, Surroundings
from reader.formats.web.tables import Table, is_data
from reader.model import Markup

_UNSEEN_TAGS = (
    "script style noscript template svg math iframe object embed video audio canvas map title "
    "select option input textarea button dialog head rp amp-ad amp-embed amp-sticky-ad "
    "amp-auto-ads amp-social-share amp-sidebar amp-analytics amp-pixel amp-consent amp-state "
    "amp-user-notification amp-lightbox amp-iframe amp-next-page"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_ALWAYS_SEEN = frozenset(("html", "body", "main", "article"))
_ASIDE_TAGS = frozenset(("nav", "aside", "footer", "menu"))
_ASIDE_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "banner"))
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby "
    "rb rt s samp small span strike strong sub sup time tt u var wbr amp-img img picture source br"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_IMAGES = frozenset(("img", "amp-img"))
_SIGNS = ("", "◦", "▪")  # of the items of a list without numbers, and of those within it
_CELLS = frozenset(("td", "th"))
_WRAPS = {"q": ("“", "”"), "rt": (" (", ")")}
_SET_AS_BLOCK = re.compile(r"display\s*:\s*block", re.I)
_SPEAKERS = frozenset(("cite", "small"))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ESCAPED = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});", re.I)


class Tag(StrEnum):
    """What kind of element a block came from, as far as the difference matters."""

    TITLE = "h1"
    HEADING = "heading"
    PARAGRAPH = "p"
    ITEM = "li"
    QUOTE = "blockquote"
    CAPTION = "figcaption"
    ALT = "img"
    IMAGE = "figure"
    TABLE_HEAD = "th"
    TABLE_ROW = "tr"
    STAMP = "time"
    BARE = "div"


_TAGS = {
    "h1": Tag.TITLE,
    **{f"h{level}": Tag.HEADING for level in range(2, 7)},
    "summary": Tag.HEADING,
    "details": Tag.PARAGRAPH,
    "p": Tag.PARAGRAPH,
    "pre": Tag.PARAGRAPH,
    "dt": Tag.PARAGRAPH,
    "li": Tag.ITEM,
    "dd": Tag.ITEM,
    "blockquote": Tag.QUOTE,
    "figure": Tag.CAPTION,
    "figcaption": Tag.CAPTION,
    **dict.fromkeys(("article", "section", "table"), Tag.BARE),
}
# What encloses them decides what paragraphs, sections and tables in it are.
_ENCLOSING = frozenset((Tag.ITEM, Tag.QUOTE, Tag.CAPTION, Tag.HEADING, Tag.TITLE))


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text without a break, or a picture: ALT with its alt text, IMAGE with its caption.

    ``linked``, ``bold`` and ``italic`` are shares of it from 0 to 1. ``aside`` tells text of
    a navigation, a side bar or a footer. ``markup``, ``label`` and ``address`` are as in
    Paragraph; the cells of a table's row are parted by CELL_BREAK. ``box`` is how many blocks
    the smallest element holds that begins with this one and holds more, 1 if there is none.
    ``article`` is the number of the outermost <article> around it, 0 outside of any, and
    ``is_body`` whether an element around it is marked as the body of an article. ``figure``
    is the number of the figure around it, 0 outside of any; ``breaks`` are the places of
    single line breaks, which are spaces in the text, ``links`` its links as in Line.
    ``holder`` is the block element it is the text of, ``is_verse`` tells a line of a poem.
    """

    text: str
    tag: Tag
    linked: float = 0.0
    bold: float = 0.0
    aside: bool = False
    italic: float = 0.0
    markup: tuple[Markup, ...] = ()
    label: str = ""
    address: str = ""
    box: int = 1
    article: int = 0
    is_body: bool = False
    figure: int = 0
    breaks: tuple[int, ...] = ()
    links: tuple[Markup, ...] = field(default=(), compare=False, repr=False)
    holder: Holder = field(default_factory=Holder, compare=False, repr=False)
    is_verse: bool = False


def blocks(root: Element, url: str = "") -> list[Block]:
    """Return the visible blocks and pictures under ``root``, in order.

    ``url`` is the page's address, which its links start from.
    """
    from lxml import etree

    reader = _BlockReader(base_of(root, url))
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if _is_unseen(element):
                walk.skip_subtree()
                reader.skipped = element
            else:
                reader.start(element)
            continue
        if event == "end" and element is not reader.skipped:
            reader.end(element)
        if element.tail:
            reader.text(element.tail)
    reader.flush()
    return [_boxed(block, reader.around.box(at)) for at, block in enumerate(reader.found)]


def _boxed(block: Block, box: int) -> Block:
    return replace(block, box=box) if box > 1 else block


def _is_unseen(element: Element) -> bool:
    tag = element.tag
    if tag in _UNSEEN:
        # A browser that saves a page writes a component's own tree as such a template.
        return tag != "template" or not (element.get("shadowrootmode") or element.get("shadowmode"))
    return bool(element.attrib) and tag not in _ALWAYS_SEEN and is_hidden(element)


class _State(NamedTuple):
    """What holds inside an element."""

    tag: Tag = Tag.BARE
    look: Look = PLAIN
    aside: bool = False
    numbering: Numbering | None = None
    inner: int = 0  # lists in whose items the list around stands
    table: Table | None = None
    figure: int = 0
    verse: bool = False  # blank lines part paragraphs


class _BlockReader:
    """Collects text between the starts and ends of block elements."""

    def __init__(self, base: str) -> None:
        self.found: list[Block] = []
        self.skipped: Element = None
        self.around = Surroundings()
        self._base = base
        self._states = [_State()]
        self._inline: list[bool] = []  # of each element the walk is in, whether its line goes on
        self._runs = Runs()
        self._breaks = self._figures = 0
        self._label: str | None = None  # of the item whose first block is still to come
        self._source = ""  # a picture element's own addresses

    def start(self, element: Element) -> None:
        tag, goes_on = element.tag, self._goes_on(element)
        self._inline.append(goes_on)
        if tag == "br":
            self._break()
        elif not goes_on:
            self._bound(tag)
            self.around.enter(element, len(self.found))
        state = self._inside(element, self._states[-1], goes_on)
        self._states.append(state)
        if tag in _IMAGES:
            self._picture(element, state)
        elif tag == "source":
            self._source = self._source or images.set_of(element)
        elif tag == "li" or tag == "dd":
            numbers, sign = state.numbering, _SIGNS[min(state.inner, len(_SIGNS) - 1)]
            self._label = numbered(numbers.label(element), state.inner) if numbers else sign
        if tag in _WRAPS:
            self._runs.add(_WRAPS[tag][0], state.look)
        if element.text:
            self.text(element.text)

    def end(self, element: Element) -> None:
        tag, goes_on = element.tag, self._inline.pop()
        if tag in _WRAPS:
            self._runs.add(_WRAPS[tag][1], self._states[-1].look)
        if tag in _CELLS and (table := self._states[-1].table):
            table.add(self._runs.take(), element)
        elif not goes_on:
            self._bound(tag)
        if not goes_on:
            self.around.leave(element, len(self.found))
        if tag == "picture":
            self._source = ""
        self._states.pop()

    def _goes_on(self, element: Element) -> bool:
        """Whether an element goes on the line it stands in; a heading's spans all do.

        What ends a quote, such as its speaker, does not, nor does a line under a picture.
        """
        if element.tag in _SPEAKERS and self._states[-1].tag is Tag.QUOTE:
            return element.getnext() is not None or bool((element.tail or "").strip())
        style = element.get("style") if element.tag == "span" else None
        if style and _SET_AS_BLOCK.search(style):
            return self._states[-1].tag in (Tag.TITLE, Tag.HEADING)
        return is_inline(element.tag) and not named.is_line_under_picture(element)

    def text(self, text: str) -> None:
        state = self._states[-1]
        if not text.isspace():
            self._breaks = 0
        elif not state.verse:
            self._runs.add_space()
            return
        if "&" in text:
            text = _ESCAPED.sub(lambda match: unescape(match[0]), text)
        first, *rest = _BLANK_LINE.split(text) if state.verse else (text,)
        self._runs.add(first, state.look)
        for part in rest:
            self.flush()
            self._runs.add(part, state.look)

    def flush(self) -> None:
        """End the block that is being read, if it has any text."""
        line, state = self._runs.take(), self._states[-1]
        self._breaks = 0
        if not line.text:
            return
        tag, label = state.tag, ""
        if line.timed > 0.9 and tag not in (Tag.TITLE, Tag.CAPTION):
            tag = Tag.STAMP
        elif tag is Tag.ITEM:
            tag, label = (Tag.PARAGRAPH, "") if self._label is None else (tag, self._label)
            self._label = None
        self._add(line, tag, label)

    def _add(self, line: Line, tag: Tag, label: str = "", address: str = "") -> None:
        state = self._states[-1]
        shares = line.linked, line.bold, state.aside, line.italic
        place = 1, self.around.article, self.around.in_body, state.figure
        told = line.breaks, line.links, self.around.holder
        self.found.append(
            Block(line.text, tag, *shares, line.markup, label, address, *place, *told)
        )

    def _bound(self, tag: str) -> None:
        """End a block where a block element starts or ends; in a data table, a cell goes on."""
        table = self._states[-1].table
        if table is None or tag == "caption":
            self.flush()
        elif tag in ("tr", "table"):
            row = table.take()
            if row:
                self._add(row.line, Tag.TABLE_HEAD if row.is_head else Tag.TABLE_ROW)
        else:
            self._runs.add(" ", PLAIN)

    def _inside(self, element: Element, around: _State, goes_on: bool) -> _State:
        """Return what holds inside an element that stands in ``around``, perhaps on its line."""
        tag = element.tag
        if goes_on:
            look = look_inside(element, around.look, self._base)
            return around if look == around.look else around._replace(look=look)
        role = element.get("role")
        aside = around.aside or tag in _ASIDE_TAGS or role in _ASIDE_ROLES
        if tag == "footer" and around.tag is Tag.QUOTE:
            aside = around.aside
        state, own = around, _tag(element, around)
        if own is not around.tag or aside is not around.aside:
            state = around._replace(tag=own, aside=aside)
        if tag in ("ol", "ul", "menu"):
            inner = around.inner + (around.tag is Tag.ITEM)
            return state._replace(numbering=_numbering(element), inner=inner)
        if tag == "pre":
            return state._replace(verse=around.table is None)
        if tag == "figure":
            self._figures += 1
            return state._replace(figure=self._figures)
        if tag == "table" and around.table is None and is_data(element):
            return state._replace(table=Table())
        return state

    def _break(self) -> None:
        """A line break is a space, two in a row end the paragraph."""
        self._breaks += 1
        if self._breaks > 1 and self._states[-1].table is None:
            self.flush()
        self._runs.add_break(self._states[-1].look)

    def _picture(self, element: Element, state: _State) -> None:
        alt = tidy(element.get("alt") or "")
        if alt and len(alt) <= 4 and not any(map(str.isalnum, alt)):
            self._runs.add(alt, state.look)  # an emoji drawn as a picture
        elif state.table is None and not images.is_furniture(element):
            self._add_picture(alt, images.address_of(element, self._source, self._base))

    def _add_picture(self, alt: str, address: str) -> None:
        """Add a picture, also one that only its caption tells of.

        In a link to another page it is that page's.
        """
        link = self._states[-1].look.link
        linked = float(bool(link) and not images.is_picture(link or ""))
        self._add(Line(alt, linked=linked), Tag.ALT, address=address)


def _numbering(element: Element) -> Numbering | None:
    return Numbering(element) if element.tag == "ol" else None


def is_inline(tag: str) -> bool:
    """Whether elements of a name stand within a line of text, and begin none of their own."""
    return tag in _INLINE or ":" in tag  # office programs make elements of their own, such as o:p


def _tag(element: Element, around: _State) -> Tag:
    """Return what text in a block element is: the nearest element that tells decides."""
    if element.tag == "caption":
        return Tag.CAPTION if around.table else Tag.BARE
    if named.is_caption(element):
        return Tag.CAPTION
    if around.tag in (Tag.BARE, Tag.PARAGRAPH) and named.is_quote(element):
        return Tag.QUOTE
    if around.tag is Tag.CAPTION and named.is_paragraph_in_figure(element):
        return Tag.PARAGRAPH
    own = _TAGS.get(element.tag, around.tag)
    return around.tag if own is Tag.PARAGRAPH and around.tag in _ENCLOSING else own
