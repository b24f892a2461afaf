"""What a page says of itself: JSON-LD, Open Graph and other meta elements, <time>, canonical."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import islice

from reader.formats import dates
from reader.formats.credit import SECTION, writers
from reader.formats.tidy import tidy
from reader.formats.web import furniture, linked_data, meta_elements, page_links, stamps
from reader.formats.web.elements import Element
from reader.formats.web.linked_data import Json, Node, flat
from reader.formats.web.links import base_of
from reader.formats.web.meta_elements import Meta
from reader.formats.web.sentences import has_sentence

_TAIL = re.compile(r"\s+(?:\||[-–—]|::|»)\s+([^|–—»]{2,60})$|\s*\|\s*([^|]{2,60})$")
_SITE_WORD = re.compile(
    r"news\b|न्यूज|न्यूज़|समाचार|samachar|khabar|खबर|ख़बर|hindi|हिंदी|हिन्दी|\.(?:com|in|co|org)\b", re.I
)
_ELEMENT = re.compile(r"</?[a-z][^<>]{0,300}>", re.I)
_TO_AUTHOR = (
    "contains(@href,'/author/') or contains(@href,'/authors/')"
    " or contains(@href,'/writer/') or contains(@href,'/reporter/')"
)
_LINKED_AUTHOR = f"(//h1)[1]/following::a[{_TO_AUTHOR}][1]"
_BESIDE = f"following-sibling::a[{_TO_AUTHOR}]"
_WRITER = ("written by", "लेखक", "द्वारा लिखित", "द्वारा")
# The links and properties that HTML, schema.org and the microformats have for an author.
_AUTHORS = ("author vcard", "p-author")  # classes by which microformats mark an author
_CLASSED = "contains(concat(' ', @class, ' '), ' {} ')"
_IN_ENTRY = f"ancestor::*[{_CLASSED.format('hentry')} or {_CLASSED.format('h-entry')}]"
_IN_COMMENT = "ancestor-or-self::*[contains(@class, 'comment') or contains(@id, 'comment')]"
_OWN_NAME = f"{_CLASSED.format('fn')} and {_IN_ENTRY} and not({_IN_COMMENT})"
_NAME = f"//@class[contains(., 'fn')]/parent::*[{_OWN_NAME}]"
_MAY_MARK = "//@rel/..|//@itemprop/..|//@property/..|//@class[contains(., 'author')]/.."
_PLACES = ("url", "contentUrl", "@id")
_PAID = ("false", "no", "0")
_MOST_AUTHORS = 20
_NEAR = 3  # paragraphs between a headline and the name of its author
_LONGEST_NAME = 60  # characters
_ALIKE = 0.3  # how surely an article in JSON-LD is the page's, at least
_TOLD = 15  # letters of a sentence by which a text is known
_SHOWN = 3  # paragraphs that a page with an article of its own shows
_NOT_LETTERS = re.compile(r"[\W_]+")
_SITE_WORDS = 5  # of a site's name, at most
_COMPARED = 500  # characters of two texts
_LONGEST_TITLE = 1000  # characters; what is longer is no title with a site's name behind it


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page; what it does not say is empty.

    ``body`` is JSON-LD's article text, text or markup. ``types`` are what the page calls
    itself, JSON-LD types and Open Graph's type; ``is_article`` is whether one of them is an
    article's, ``is_news`` whether JSON-LD's is. ``timed`` is the first <time> that is
    perhaps the article's. ``is_root`` is whether the page was fetched from a
    site's root or, not fetched, says it is one; ``is_paid`` whether it says it is not free.
    """

    title: str = ""
    byline: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    timed: datetime | None = None
    source: str = ""
    url: str = ""
    image: str = ""
    caption: str = ""
    description: str = ""
    body: str = ""
    feed: str = ""
    variants: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    is_article: bool = False
    is_news: bool = False
    is_root: bool = False
    is_paid: bool = False


def facts(root: Element, url: str) -> PageFacts:
    """Return what the page with the lxml tree ``root`` says of itself; it came from ``url``."""
    nodes = list(linked_data.nodes(root))
    meta, times = meta_elements.read(root), stamps.own(root)
    own = list(page_links.own(root, meta, url))
    address = page_links.address(own, url)
    news = _news(nodes, address or next(iter(own), ""), _headlines(root, meta), root)
    work = news or linked_data.work(nodes)
    source = _first(
        _name(linked_data.resolved(work.get("publisher"), nodes)), meta.get("og:site_name")
    )
    called = _first(root.findtext(".//title"))
    raw = _first(news.get("headline"), meta.get("og:title"), meta.get("twitter:title"))
    host, base = page_links.host(address), base_of(root, address)
    title, tail = split_site(raw or called, source, host)
    summary = (news.get("description"), meta.get("og:description"), meta.get("description"))
    types = {name for node in nodes for name in linked_data.types(node)}
    pictures = (*_images(news, nodes), *_pictures(root, meta))
    return PageFacts(
        title=title,
        byline=_byline(work, nodes, meta, root),
        published=_date(work, meta, times, "published"),
        modified=_date(work, meta, times, "modified"),
        timed=stamps.first(times),
        source=_first(source, meta.get("application-name"), tail, _behind(title, called), host),
        url=address,
        image=page_links.first_web(pictures, base),
        caption=_caption(linked_data.resolved(news.get("image"), nodes)),
        description=_first(*summary, meta.get("twitter:description")),
        body=_body(news),
        feed=page_links.feed(root, base),
        variants=page_links.variants(root, address, base),
        types=frozenset({*types, meta.get("og:type", "")} - {""}),
        is_news=bool(news),
        is_article=bool(news) or meta.get("og:type") == "article",
        is_root=page_links.is_root(url or next(iter(own), "")),
        is_paid=str(news.get("isAccessibleForFree", "")).lower() in _PAID,
    )


def split_site(title: str, source: str, host: str) -> tuple[str, str]:
    """Split ' | Site name' off a title: tails that are known names, or that sound like one."""
    known = {name.casefold() for name in (source, host) if name}
    site = ""
    while len(title) <= _LONGEST_TITLE and (tail := _TAIL.search(title)):
        name = (tail[1] or tail[2]).strip()
        sounds = len(name.split()) <= _SITE_WORDS and _SITE_WORD.search(name) and tail.start() >= 10
        if not (name.casefold() in known or sounds):
            break
        title, site = title[: tail.start()].rstrip(), name
    return title, site


def _behind(headline: str, title: str) -> str:
    """Return the name that a page's title has last behind its headline, '' if it has none."""
    tail = _TAIL.search(title) if headline and title.startswith(headline) else None
    if tail is None or tail.start() < len(headline):
        return ""
    name = re.split(r"\s[-–—]\s", (tail[1] or tail[2]).strip())[-1]
    words = _SITE_WORD.sub("", name).split()
    is_name = any(map(str.isalpha, "".join(words))) and not SECTION.fullmatch(" ".join(words))
    named = len(words) == 1 or not any(word[0].islower() for word in words)
    return name if is_name and named and len(name.split()) <= _SITE_WORDS else ""


def likeness(one: str, other: str) -> float:
    """Return the share of common words at the beginning of two texts, 0 to 1."""
    starts = (text[:_COMPARED].lower() for text in (one, other))
    words, others = (set(re.findall(r"[\w\u0900-\u0963]+", start)) for start in starts)
    return len(words & others) / max(len(words | others), 1)


def _news(nodes: list[Node], address: str, headlines: list[str], root: Element) -> Node:
    """Return the article among the nodes; where there are several, the one of this page."""
    found = [node for node in nodes if linked_data.is_article(node)]
    if len(found) < 2:
        said = found[0] if found else {}
        return {} if _is_foreign(said, address, headlines, root) else said
    alike = [_belongs(node, address, headlines) for node in found]
    return found[alike.index(max(alike))] if max(alike) > _ALIKE else {}


def _belongs(node: Node, address: str, headlines: list[str]) -> float:
    """Return how surely an article in JSON-LD is that of the page, from 0 on."""
    given = (*_addresses(node.get("mainEntityOfPage")), *_addresses(node))
    here = page_links.place(address)
    same = bool(here[1]) and any(page_links.place(each) == here for each in given)
    said = _first(node.get("headline"), node.get("name"))
    alike = max((likeness(said, headline) for headline in headlines), default=0.0)
    return 2 * same + alike + 0.1 * bool(node.get("articleBody"))


def _is_foreign(node: Node, address: str, headlines: list[str], root: Element) -> bool:
    """Whether JSON-LD tells another story than the one that the page shows: all of it differs."""
    told = [letters for each in _body(node).split("।") if len(letters := _letters(each)) >= _TOLD]
    below = [tidy(each.text_content()) for each in root.xpath("(//h1)[1]/following::p")]
    shown = [each for each in below if has_sentence(each)]
    if not told or not node.get("headline") or len(shown) < _SHOWN:
        return False
    titles = [*headlines, *(tidy(each.text_content()) for each in root.xpath("(//h1)[1]"))]
    if _belongs(node, address, titles) > _ALIKE:
        return False
    text = _letters("".join(root.xpath("//body//text()[not(parent::script)]")))
    return not any(sentence in text for sentence in told)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


def _headlines(root: Element, meta: Meta) -> list[str]:
    """Return what may be the headline of the page: its own titles, else its first heading."""
    titles = filter(None, (meta.get("og:title"), _first(root.findtext(".//title"))))
    return list(titles) or [tidy(each.text_content()) for each in root.xpath("/descendant::h1[1]")]


def _body(news: Node) -> str:
    """Return the article's text as JSON-LD has it; that of a live blog entry by entry."""
    body = news.get("articleBody")
    if isinstance(body, str) and body.strip():
        return _unescaped(body).replace("\\r", "").replace("\\n", "\n")
    updates = news.get("liveBlogUpdate")
    entries = updates if isinstance(updates, list) else []
    texts = (each.get("articleBody") for each in entries if isinstance(each, dict))
    return "\n".join(_unescaped(text) for text in texts if isinstance(text, str))


def _unescaped(text: str) -> str:
    """Resolve entities, however often they were escaped, up to three times."""
    for _ in range(3):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    return text


def _name(value: Json) -> str:
    """The name in a JSON-LD person or organisation: text, an object, or a list of these."""
    leaves = (each.get("name") if isinstance(each, dict) else each for each in flat(value))
    texts = (_first(each) for leaf in leaves for each in flat(leaf))
    names = writers(text for text in texts if not text.startswith(("http:", "https:", "@", "#")))
    return ", ".join(dict.fromkeys(names))


def _byline(work: Node, nodes: list[Node], meta: Meta, root: Element) -> str:
    authors = work.get("author") or work.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    labelled = meta.get("twitter:label1", "").lower().strip(" :") in _WRITER
    return (
        _name(linked_data.resolved(listed[:_MOST_AUTHORS], nodes))
        or next(filter(None, map(_name, meta_elements.values(meta, meta_elements.AUTHOR))), "")
        or (_name(meta.get("twitter:data1")) if labelled else "")
        or _marked_author(root)
        or _linked_author(root)
    )


def _marked_author(root: Element) -> str:
    marked = [*islice(filter(_marks_author, root.xpath(_MAY_MARK)), 3), *root.xpath(_NAME)[:1]]
    texts = [(tidy(each.text_content()), each.getparent()) for each in marked]
    named = [(name, around) for name, around in texts if 0 < len(name) < _LONGEST_NAME]
    return _name([name for name, around in named if around is named[0][1]])


def _linked_author(root: Element) -> str:
    """Return the name under the headline that leads to a page of the site on an author."""
    for link in root.xpath(_LINKED_AUTHOR):
        name = tidy(link.text_content())
        above = link.xpath("count(preceding::p)") - root.xpath("count((//h1)[1]/preceding::p)")
        beside = [tidy(each.text_content()) for each in link.xpath(_BESIDE)]
        is_near = above < _NEAR and len(name) < _LONGEST_NAME
        return _name([name, *filter(furniture.is_name, beside)]) if is_near else ""
    return ""


def _marks_author(element: Element) -> bool:
    said = (element.get(name) or "" for name in ("rel", "itemprop", "property"))
    named = any(each.rpartition(":")[2] in ("author", "creator") for each in said)
    marked = named or (element.get("class") or "").startswith(_AUTHORS)
    return marked and element.tag != "meta"


def _date(work: Node, meta: Meta, times: list[Element], which: str) -> datetime | None:
    names = meta_elements.PUBLISHED if which == "published" else meta_elements.MODIFIED
    said = (work.get(f"date{which.title()}"), meta.get(f"article:{which}_time"))
    return _first_date((*said, *stamps.marked(times, which), *meta_elements.values(meta, names)))


def _first_date(said: Iterable[Json]) -> datetime | None:
    return next(filter(None, map(dates.parse_data, said)), None)


def _addresses(value: Json) -> Iterator[str]:
    """Yield the addresses in a JSON-LD picture or page: text, an object, or a list of these."""
    for each in flat(value):
        said = [each.get(key) for key in _PLACES] if isinstance(each, dict) else [each]
        yield from (address for address in flat(said) if isinstance(address, str))


def _images(news: Node, nodes: list[Node]) -> Iterator[str]:
    """Yield the addresses of the article's pictures, then of those of its page, in JSON-LD."""
    pages = [node for node in nodes if "WebPage" in linked_data.types(node)]
    said = [news.get("image"), news.get("thumbnailUrl")]
    said += [page.get(key) for page in pages for key in ("primaryImageOfPage", "thumbnailUrl")]
    told = _addresses(linked_data.resolved(said, nodes))
    yield from (address for address in told if "#" not in address)  # which names a node


def _pictures(root: Element, meta: Meta) -> Iterator[str]:
    yield from meta_elements.values(meta, meta_elements.IMAGE)
    yield from root.xpath("/descendant::link[@rel='image_src' or @itemprop='image']/@href")


def _caption(image: Json) -> str:
    captions = (each.get("caption") for each in flat(image) if isinstance(each, dict))
    return _first(*captions)


def _first(*values: Json) -> str:
    """Return the first of the values that is text: tidied, without markup or entities."""
    texts = (tidy(_ELEMENT.sub(" ", _unescaped(v))) for v in values if isinstance(v, str))
    return next(filter(None, texts), "")
