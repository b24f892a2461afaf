"""What is no article: each kind of page that has none, told from what it says and shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.errors import NeedsBrowser, NoArticle
from reader.formats import invitations, marks
from reader.formats.material import inside
from reader.formats.web import cards, notices, page_names
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.elements import Element
from reader.formats.web.page_facts import PageFacts, likeness
from reader.model import Kind, Paragraph

_BRIEF = 60  # characters of a report in a sentence or two
LEAST = 150  # characters; less than this is a teaser or a notice, not an article
_SHORT = 700  # characters; what a teaser, a notice or the words to a video do not exceed
_TEASER = 1200  # characters; the longest teaser that does not break off
_LONG_TEASER = 2500  # characters; the longest that does
_NAME = 120  # characters of a title, at most
_LABEL = 60  # characters of a title that is no headline, at most
_FEW = 3  # paragraphs of a teaser, the words on paying among them
_MOSTLY = 0.8  # of two texts, where one is the other
_FEWEST = 3  # words of a headline
_WALL = 4  # blocks of such words that look like text
_SHELL = 200  # characters besides links that a page without its scripts does not exceed
_LINKS = 1000  # characters of links that make a list of them, at least
_HEADLINES = 8  # links that are headlines, on a page of links
_LISTED = 3  # cards that make a list
_MANY = 6  # links that leave a choice
_LISTING = 200  # characters of links under a few words on a topic, at least
_CHOOSE = "Open one of its articles."
_PASTE = "Open it in a browser and paste the text."
_PASTE_BRIEF = "If it is all there is, paste it; else look for the article on the site."
_ELSEWHERE = "Open another address, or look for the article on the site."
_ENTER = "Log in with a browser, open the article there and paste its text."
_LIST = "is a front page or a list of links, not an article."

_WORDS = re.compile(r"[\w\u0900-\u0963]+")
_ELLIPSIS = re.compile(r"(?:…|\.\.+)[\"'”’)\]]*$")
_APP = re.compile(r"\bapp\b|(?<![\w\u0900-\u097f])(?:ऐप|एप|ऐप्प|एप्प)(?![\w\u0900-\u097f])", re.I)
_VIDEO_PATH = re.compile(r"/(?:videos?|video-gallery|watch|live-?tv)(?:/|$|-)", re.I)
_VIDEO_NAME = re.compile(r"\W*(?:video|वीडियो|watch|देखें वीडियो)\s*[:|–-]", re.I)
_GALLERY_PATH = re.compile(
    r"/(?:photo-?gallery|photos?|galler(?:y|ies)|web-?stor(?:y|ies)|pictures|slideshows?)(?:/|$)",
    re.I,
)
_AUDIO_PATH = re.compile(r"/(?:podcasts?|audio|listen)(?:/|$|-)", re.I)
_PRINTED_PATH = re.compile(r"/e-?paper(?:/|$)|^/?e-?paper$", re.I)
_VIDEO_TYPES = frozenset({"VideoObject", "Clip", "BroadcastEvent"})
_AUDIO_TYPES = frozenset({"PodcastEpisode", "PodcastSeries", "RadioEpisode", "AudioObject"})
_GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery"})
_SITE = "website"
_NO_TEXT = (Kind.IMAGE, Kind.TABLE_HEAD, Kind.TABLE_ROW)
_LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a page: its blocks, where its text begins and ends, the text itself.

    ``cards`` is how many headlines of other articles it has with some of their text,
    ``links`` how many characters of links stand alone below its headline. ``asked`` is whether
    a notice that was taken off it asked for consent.
    """

    root: Element
    found: list[Block]
    start: int
    first: int
    last: int
    body: list[Paragraph]
    cards: int = 0
    links: int = 0
    asked: bool = False

    @property
    def length(self) -> int:
        """The length of the text in code points."""
        return length(self.body)


def length(text: list[Paragraph]) -> int:
    """Return the length of a text in code points, without its tables and its pictures."""
    return sum(len(paragraph.text) for paragraph in text if paragraph.kind not in _NO_TEXT)


def check(name: str, title: str, said: PageFacts, seen: Seen) -> None:
    """Raise NoArticle if the page has no article, with a line that calls it ``name``.

    Raises NeedsBrowser where its text is made by scripts, or given to browsers alone.
    """
    names = _names(title, said, seen)
    if _is_check(names, seen):
        raise NeedsBrowser(f"{name} first wants to know that a person is reading.", _PASTE)
    if notice := _notice(name, names, said, seen) or _other_page(name, names, said, seen):
        raise notice
    if _is_list(names, said, seen):
        raise NoArticle(f"{name} {_LIST}", _CHOOSE, feed=said.feed)
    if _is_video(names, said, seen.length):
        raise NoArticle(f"{name} shows a video, not an article.", _CHOOSE, feed=said.feed)
    if _is_audio(names, said, seen):
        what = f"{name} is something to listen to, not an article."
        raise NoArticle(what, _CHOOSE, feed=said.feed)
    if _is_paywalled(said, seen):
        raise NoArticle(
            f"The article at {inside(name)} is behind a paywall.", _PASTE, feed=said.feed
        )
    if _is_gallery(said, seen):
        raise NoArticle(f"{name} shows pictures, not an article.", _CHOOSE, feed=said.feed)
    if seen.length < LEAST and not _is_brief(said, seen):
        raise _empty(name, said, seen)


def _is_brief(said: PageFacts, seen: Seen) -> bool:
    """Whether a short text is a whole report: in full sentences, and news for certain.

    So it is where it is all that JSON-LD gives as the article's body, or has an agency's dateline,
    or tells in two sentences what the headline says, on a page that has no more to add.
    """
    texts = [paragraph.text for paragraph in seen.body if paragraph.kind not in _NO_TEXT]
    if seen.length < _BRIEF or not all(map(marks.is_told, texts)):
        return False
    shown, told = "".join(" ".join(texts).split()), "".join(said.body.split())
    if told and told in shown and said.is_news:
        return True
    if marks.split_agency(marks.split_dateline(texts[0])[0])[1]:
        return True
    return told in shown and _tells_headline(texts, seen) and not _adds(said, seen)


def _tells_headline(texts: list[str], seen: Seen) -> bool:
    """Whether the texts, of two sentences at least, share most words with the main heading."""
    if sum(len(notices.SENTENCES.split(text)) for text in texts) < 2:
        return False
    shown = set(_WORDS.findall(" ".join(texts)))
    heads = [set(_WORDS.findall(b.text)) for b in seen.found[: seen.first] if b.tag is Tag.TITLE]
    return any(len(head) >= _FEWEST and 2 * len(head & shown) > len(head) for head in heads[-1:])


def _adds(said: PageFacts, seen: Seen) -> bool:
    """Whether a page may have more text than it shows: by its scripts, or where it leads on."""
    below = seen.found[seen.last : seen.last + _WALL]
    if any(notices.leads_on(block.text) for block in below):
        return True
    is_summary = any(likeness(each.text, said.description) > _MOSTLY for each in seen.body)
    return _is_scripted(seen) and (is_summary or not said.is_article)


def _is_scripted(seen: Seen) -> bool:
    return any(True for _ in seen.root.iter("script"))


def _names(title: str, said: PageFacts, seen: Seen) -> list[str]:
    """Return what the page calls itself, in its title and its first main headings."""
    heads = [block.text for block in seen.found if block.tag is Tag.TITLE]
    return [name for name in (said.title, title, *heads[:3]) if name and len(name) < _NAME]


def _notice(name: str, names: list[str], said: PageFacts, seen: Seen) -> NoArticle | None:
    """Return what is to be said of a page that is a site's answer in an article's stead."""
    if _says(notices.is_gone, names, said, seen):
        what = f"{name} says that there is no such page."
        return NoArticle(what, _ELSEWHERE, feed=said.feed)
    if _says(notices.is_fault, names, said, seen):
        what = f"{name} says that the site has a fault at its end."
        return NoArticle(what, "Try again later.", feed=said.feed)
    if not said.is_article and _is_consent(names, seen):
        return _consent(name, said)
    return None


def _is_consent(names: list[str], seen: Seen) -> bool:
    """Whether the page asks to agree to something, in its name or a heading and in its text.

    The name is enough where the text is short.
    """
    heads = [block.text for block in seen.found[: seen.last] if block.tag is Tag.HEADING]
    named = any(map(notices.asks_consent, names))
    headed = named or any(map(notices.asks_consent, heads[:_FEW]))
    text = [each.text for each in seen.body if each.kind is Kind.BODY]
    said = any(map(notices.asks_consent, text[:_FEW]))
    return headed and (said or named) if seen.length < _SHORT else named and said


def _consent(name: str, said: PageFacts) -> NeedsBrowser:
    what = f"{name} first asks its reader to agree to cookies or terms."
    return NeedsBrowser(what, _PASTE, said.variants, said.feed)


def _other_page(name: str, names: list[str], said: PageFacts, seen: Seen) -> NoArticle | None:
    """Return what is to be said of a page that is for something else than to be read."""
    if not said.is_article and _is_entry(names, seen):
        what = f"{name} is a page to log in to the site, not an article."
        return NeedsBrowser(what, _ENTER, feed=said.feed)
    if not said.is_article and any(map(page_names.is_service, names)):
        what = f"{name} is about the site or an account there, not an article."
        return NoArticle(what, _ELSEWHERE, feed=said.feed)
    if seen.length < _SHORT and _is_printed(names, said):
        what = f"{name} shows the printed paper, not an article."
        return NoArticle(what, "Look for the article on the site itself.", feed=said.feed)
    if _is_topic(names, said, seen):
        what = f"{name} is a list of links to the articles on a topic or by an author."
        return NoArticle(what, _CHOOSE, feed=said.feed)
    return None


def _empty(name: str, said: PageFacts, seen: Seen) -> NoArticle:
    shown = sum(len(block.text) for block in seen.found if block.linked < 0.5 and not block.aside)
    if _asks(seen, notices.asks_consent) or (seen.asked and shown < _SHELL):
        return _consent(name, said)
    if (_is_scripted(seen) and shown < _SHELL) or _asks(seen, notices.asks_scripts):
        what = "is put together by its scripts, which Setu does not run."
        what = f"The text of {inside(name)} {what}"
        return NeedsBrowser(what, _PASTE, said.variants, said.feed)
    if sum(map(cards.leads, seen.found)) >= _HEADLINES or (shown < _SHELL and _is_choice(seen)):
        return NoArticle(f"{name} {_LIST}", _CHOOSE, said.variants, said.feed)
    if seen.length >= _BRIEF:
        what = f"{name} shows too little text to tell an article from a teaser."
        return NoArticle(what, _PASTE_BRIEF, said.variants, said.feed)
    return NoArticle(
        f"There is no article text in {inside(name)}.", _PASTE, said.variants, said.feed
    )


def _is_choice(seen: Seen) -> bool:
    """Whether all there is on a page are links to choose from, and perhaps a line over them."""
    apart = "ancestor::nav or ancestor::footer or ancestor::header or ancestor::aside"
    return seen.length < seen.links and len(seen.root.xpath(f"//a[@href][not({apart})]")) >= _MANY


def _asks(seen: Seen, asks: Callable[[str], bool]) -> bool:
    """Whether a page of little text, or its part for browsers without scripts, asks for this."""
    if seen.length >= LEAST and len(seen.found) > 30:
        return False
    texts = [block.text for block in seen.found[:60]]
    texts += [" ".join(each.itertext()) for each in seen.root.iter("noscript")][:5]
    return any(len(text) < 1000 and asks(text) for text in texts)


def _is_check(names: list[str], seen: Seen) -> bool:
    """Whether the page asks for a sign that a human reads it; an article may be about that."""
    if seen.length < LEAST:
        return _asks(seen, notices.is_check)
    asking = [each.text for each in seen.body if notices.is_check(each.text)]
    asks = not all(map(invitations.is_report, asking))
    named = any(len(name) < _LABEL and notices.is_check(name) for name in names)
    return asks and (seen.length < 2 * LEAST or (seen.length < _SHORT and named))


def _says(notice: Callable[[str], bool], names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page is a site's notice of a kind, in its name or in its first lines."""
    if said.is_article and seen.length > _SHORT:
        return False
    near = [each.text for each in seen.found[seen.start : seen.start + 6] if not each.aside]
    if seen.length >= LEAST:
        told = [
            notices.SENTENCES.split(each)[0] for each in near if not invitations.is_report(each)
        ]
        near = told if seen.length < 2 * LEAST else []
    return any(len(text) < _NAME and notice(text) for text in (*names, *near))


def _is_entry(names: list[str], seen: Seen) -> bool:
    """Whether the page is there to log in, by its name or with a field for a password."""
    asks = seen.length < 2 * LEAST and bool(seen.root.xpath("//input[@type='password']"))
    return any(page_names.is_entry(each, asks) for each in names)


def _is_printed(names: list[str], said: PageFacts) -> bool:
    named = any(map(page_names.is_printed, names)) or bool(_PRINTED_PATH.search(_path(said.url)))
    return named and not said.is_article


def _is_list(names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page calls itself no article, and is a site's root or links for the most part."""
    longest = _SHORT if _SITE in said.types else LEAST
    listed = seen.cards >= _LISTED and seen.length < longest
    if said.is_article and not said.types & _LIST_TYPES:
        return listed and not said.is_news
    linked = sum(len(block.text) * block.linked for block in seen.found)
    return (
        said.is_root
        or linked > max(10 * seen.length, _LINKS)
        or listed
        or any(map(page_names.is_list, names))
    )


def _is_topic(names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page is one of a topic or an author: its name says so, or a heading over a list.

    So it is where what it is named after is told shortly, over more links to articles.
    """
    if seen.length >= _TEASER or said.is_news:
        return False
    heads = [block.text for block in seen.found if block.tag is Tag.HEADING]
    named = any(page_names.is_list_of(each, name) for each in (*heads, *names) for name in names)
    if named and not said.is_article and seen.length < _SHORT:
        return True
    opening = next((each.text for each in seen.body if each.kind is Kind.BODY), "")
    told = any(page_names.is_subject(name, opening) for name in names)
    return told and seen.links > max(seen.length, _LISTING)


def _is_paywalled(said: PageFacts, seen: Seen) -> bool:
    """Whether a teaser ends with words on how to pay, or log in, for the rest.

    Papers print such words under whole articles too, to sell their app as a rule: the text
    must be short or of few paragraphs, the shorter the less they say, or break off.
    """
    below = seen.found[max(seen.start, seen.last - _WALL) : seen.last + 12]
    near = [each.text for each in below if len(each.text) < 400]
    asked = any(map(notices.asks_to_pay, near))
    if not asked:
        return said.is_paid and seen.length < 2 * LEAST
    if _breaks_off(seen.body):
        return seen.length < _LONG_TEASER
    is_brief = said.is_paid or len(seen.body) <= _FEW
    return seen.length < (_TEASER if is_brief and not any(map(_APP.search, near)) else _SHORT)


def _breaks_off(body: list[Paragraph]) -> bool:
    last = body[-1] if body else None
    if last is None or last.kind is not Kind.BODY:
        return False
    return bool(_ELLIPSIS.search(last.text)) or not marks.ENDS_SENTENCE.search(last.text)


def _is_video(names: list[str], said: PageFacts, words: int) -> bool:
    if not said.is_article and any(map(page_names.is_live_tv, names)):
        return True
    if words >= _SHORT:
        return False
    tells = bool(said.types & _VIDEO_TYPES) or any(t.startswith("video") for t in said.types)
    named = bool(_VIDEO_PATH.search(_path(said.url))) or any(map(_VIDEO_NAME.match, names))
    return (
        (tells and not said.is_article)
        or (named and (tells or words < LEAST))
        or (tells and words < 2 * LEAST)
    )


def _is_audio(names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page is a sound with some words to it; an article may be read out as well."""
    if seen.length >= (LEAST if said.is_article else _SHORT):
        return False
    tells = bool(said.types & _AUDIO_TYPES) or any(t.startswith("music") for t in said.types)
    named = bool(_AUDIO_PATH.search(_path(said.url))) or any(map(page_names.is_audio, names))
    sounds = any(True for _ in seen.root.iter("audio"))
    return tells + named + sounds > 1 or (seen.length < LEAST and (tells or named))


def _is_gallery(said: PageFacts, seen: Seen) -> bool:
    """Whether there are many pictures, and hardly more text than captions to them."""
    if next(seen.root.iter("amp-story"), None) is not None:
        return True
    zone = seen.found[seen.start : max(seen.last, seen.first) + 60]
    shown = [block for block in zone if not block.aside and block.linked < 0.5]
    pictures = sum(block.tag is Tag.ALT for block in shown)
    captions = sum(len(block.text) for block in shown if block.tag is Tag.CAPTION)
    named = bool(said.types & _GALLERY_TYPES) or bool(_GALLERY_PATH.search(_path(said.url)))
    if named:
        return seen.length < max(LEAST, 100 * pictures)
    return pictures >= 5 and seen.length < _SHORT and captions > seen.length


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
