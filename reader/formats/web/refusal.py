"""What is no article: each kind of page that has none, told from what it says and shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.errors import NeedsBrowser, NoArticle
from reader.formats import invitations, marks
from reader.formats.material import inside
from reader.formats.web import cards, page_names
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.elements import DEEPEST, Element
from reader.formats.web.page_facts import PageFacts
from reader.model import Kind, Paragraph

LEAST = 150  # characters; less than this is a teaser or a notice, not an article
_SHORT = 700  # characters; what a teaser, a notice or the words to a video do not exceed
_TEASER = 1200  # characters; the longest teaser that does not break off
_LONG_TEASER = 2500  # characters; the longest that does
_NAME = 120  # characters of a title, at most
_LABEL = 60  # characters of a title that is no headline, at most
_FEW = 3  # paragraphs of a teaser, the words on paying among them
_WALL = 4  # blocks of such words that look like text
_SHELL = 200  # characters besides links that a page without its scripts does not exceed
_LINKS = 1000  # characters of links that make a list of them, at least
_HEADLINES = 8  # links that are headlines, on a page of links
_LISTED = 3  # cards that make a list
_CHOOSE = "Open one of its articles."
_PASTE = "Open it in a browser and paste the text."
_ELSEWHERE = "Open another address, or look for the article on the site."

_SORRY = r"(?:(?:ओह|उफ़?|ऊप्स|oops|sorry|क्षमा करें|माफ़? करें)\W+)?"
_GONE = re.compile(
    rf"^\W*{_SORRY}"
    r"(?:(?:error|http|त्रुटि)\W*)?(?:40[0-9]|410|50[0-9])\b(?=\W*$|.{0,60}(?:error|not|found|page|"
    r"forbidden|unavailable|नहीं|पेज|पृष्ठ|त्रुटि))"
    r"|^(?:.{0,40}\W)?(?:page|article|story|file"
    r"|content)\s+(?:you.{0,40}\s)?(?:was |is |could |can|does |has )?"
    r"(?:not|n't|no longer|been)\s*(?:be )?\s*(?:found|exist|available|removed|moved|deleted)"
    r"|(?:पेज|पृष्ठ|पन्ना|लिंक|खबर|ख़बर|लेख|सामग्री|वेबसाइट|यूआरएल)\s+(?:अब\s+)?(?:आपके\s+\S+\s+में\s+)?(?:उपलब्ध\s+)?(?:नहीं\s+(?:मिला|मिली|मिल\s|है|हैं|रहा|रही)"
    r"|हटा\s+(?:दिया|दी)|मौजूद\s+नहीं|उपलब्ध\s+नहीं|नहीं\s+मिल)"
    r"|(?:पेज|पृष्ठ|पन्ना|लिंक|खबर|ख़बर|लेख)\s+(?:\S+\s+){0,2}(?:ढू[ंँ]ढ़?|खोज|तलाश)\s"
    r".{1,40}(?:नहीं|हटा)"
    rf"|^\W*{_SORRY}(?:not found|internal server error|bad gateway"
    r"|service unavailable|gateway time-?out|access denied|"
    r"forbidden|something went wrong|कुछ गलत हो गया|कुछ गड़बड़ हो गई)\b",
    re.I,
)
_CHECK = re.compile(
    r"captcha|कैप्चा|verify (?:that )?you(?:'re| are) (?:a )?(?:human"
    r"|not a robot)|are you a robot|not a robot|"
    r"checking (?:if the site connection|your browser)|just a moment\W"
    r"|unusual traffic|ddos protection|"
    r"attention required|access denied|permission to access|request (?:has been )?blocked|"
    r"(?:enable|turn on|allow|accept) (?:all )?cookies|cookies? (?:are|is) (?:disabled|required)|"
    r"रोबोट नहीं|कुकीज़?\s+(?:को\s+)?(?:स्वीकार|चालू|सक्षम|की अनुमति)",
    re.I,
)
_SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|allow|requires?"
    r"|need) (?:\w+ ){0,3}java\s?script|java\s?script (?:is )?"
    r"(?:disabled|required|not enabled|must be|to run)|without javascript|"
    r"जावा\s?स्क्रिप्ट\s+.{0,20}(?:चालू|सक्षम|इनेबल|ऑन|ज़रूरी|जरूरी|आवश्यक)",
    re.I,
)
_READ_ON = (
    r"(?:(?:आगे|पूरा|पूरी|पूरे|शेष|बाकी|इस|यह|ये|और)\s+(?:\S+\s+){0,3}(?:पढ़ने|पढ़ना|पढ़ें|जानने|देखने)"
    r"|(?:to |for )?(?:continue|keep|read|unlock|access"
    r"|full)\s+(?:\w+\s+){0,4}(?:reading|article|story|full|this|more|access|content))"
)
_PAY = (
    r"(?:सब्सक्राइब|सब्स्क्राइब|सब्सक्रिप्शन|सदस्य|सदस्यता|लॉग[ -]?इन|लॉगिन"
    r"|साइन[ -]?इन|रजिस्टर|प्रीमियम|मेंबरशिप|मेंबर|प्लान|"
    r"subscri\w+|log ?in|sign ?in|register|premium|membership|member|plan)"
)
_PAYWALL = re.compile(
    rf"{_READ_ON}.{{0,80}}{_PAY}|{_PAY}.{{0,80}}{_READ_ON}"
    r"|(?:यह|ये)\s+(?:एक\s+)?(?:प्रीमियम|सब्सक्राइबर|सदस्य)\S*\s+(?:\S+\s+)?(?:लेख|खबर|ख़बर|स्टोरी|कंटेंट|आर्टिकल)"
    r"|(?:केवल|सिर्फ|सिर्फ़)\s+(?:\S+\s+)?(?:सदस्यों|सब्सक्राइबर|सब्सक्राइबर्स|प्रीमियम)\s.{0,30}(?:लिए|उपलब्ध)"
    r"|(?:this|the) (?:is a |article is |story is "
    r"|content is )(?:\w+ ){0,3}(?:premium|subscribers?|members?)\b"
    r"|(?:exclusive|only) (?:for|to) (?:\w+ )?(?:subscribers|members)"
    r"|already (?:a subscriber|subscribed|a member)",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[।॥.!?])\s+")
# How a sentence ends that tells something, and does not ask its reader for it.
_TELLS = re.compile(
    r"(?:है|हैं|था|थी|थे|थीं|गया|गई|गए|हुआ|हुई|हुए|दिया|दिए|किया|किए|लिया|लिए|कहा|बताया|[ेएो]ग[ाीे]|[ोेए]ंग[ेी])[\s।.]*$"
)
_AROUND = 25  # characters of a notice besides what it is known by, at most
_ELLIPSIS = re.compile(r"(?:…|\.\.+)[\"'”’)\]]*$")
_APP = re.compile(r"\bapp\b|(?<![\w\u0900-\u097f])(?:ऐप|एप|ऐप्प|एप्प)(?![\w\u0900-\u097f])", re.I)
_VIDEO_PATH = re.compile(r"/(?:videos?|video-gallery|watch|podcasts?|live-?tv)(?:/|$|-)", re.I)
_VIDEO_NAME = re.compile(r"\W*(?:video|वीडियो|watch|देखें वीडियो)\s*[:|–-]", re.I)
_GALLERY_PATH = re.compile(
    r"/(?:photo-?gallery|photos?|galler(?:y|ies)|web-?stor(?:y|ies)|pictures|slideshows?)(?:/|$)",
    re.I,
)
_VIDEO_TYPES = frozenset({"VideoObject", "Clip", "BroadcastEvent"})
_GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery"})
_SITE = "website"
_NO_TEXT = (Kind.IMAGE, Kind.TABLE_HEAD, Kind.TABLE_ROW)
_LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a page: its blocks, where its text begins and ends, the text itself.

    ``cards`` is how many headlines of other articles it has with some of their text.
    """

    root: Element
    found: list[Block]
    start: int
    first: int
    last: int
    body: list[Paragraph]
    cards: int = 0

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
        raise NeedsBrowser(f"{name} first wants to know who is reading.", _PASTE)
    if _is_gone(names, said, seen):
        raise NoArticle(f"{name} says that there is no such page.", _ELSEWHERE, feed=said.feed)
    if not said.is_article and any(map(page_names.is_service, names)):
        what = f"{name} is about the site or an account there, not an article."
        raise NoArticle(what, _ELSEWHERE, feed=said.feed)
    if _is_list(names, said, seen):
        what = f"{name} is a front page or a list of links, not an article."
        raise NoArticle(what, _CHOOSE, feed=said.feed)
    if _is_video(names, said, seen.length):
        raise NoArticle(f"{name} shows a video, not an article.", _CHOOSE, feed=said.feed)
    if _is_paywalled(said, seen):
        raise NoArticle(
            f"The article at {inside(name)} is behind a paywall.", _PASTE, feed=said.feed
        )
    if _is_gallery(said, seen):
        raise NoArticle(f"{name} shows pictures, not an article.", _CHOOSE, feed=said.feed)
    if seen.length < LEAST:
        raise _empty(name, said, seen)


def _names(title: str, said: PageFacts, seen: Seen) -> list[str]:
    """Return what the page calls itself, in its title and its first main headings."""
    heads = [block.text for block in seen.found if block.tag is Tag.TITLE]
    return [name for name in (said.title, title, *heads[:3]) if name and len(name) < _NAME]


def _empty(name: str, said: PageFacts, seen: Seen) -> NoArticle:
    scripts = any(True for _ in seen.root.iter("script"))
    shown = sum(len(block.text) for block in seen.found if block.linked < 0.5 and not block.aside)
    if (scripts and shown < _SHELL) or _asks(seen, _SCRIPTS):
        what = "is put together by its scripts, which Setu does not run."
        what = f"The text of {inside(name)} {what}"
        return NeedsBrowser(what, _PASTE, said.variants, said.feed)
    if sum(map(cards.leads, seen.found)) >= _HEADLINES:
        what = f"{name} is a front page or a list of links, not an article."
        return NoArticle(what, _CHOOSE, said.variants, said.feed)
    if _is_too_deep(seen.root):
        what = f"{name} has its text deeper in other elements than any article has."
        return NoArticle(what, "Copy and paste the article.", said.variants, said.feed)
    return NoArticle(
        f"There is no article text in {inside(name)}.", _PASTE, said.variants, said.feed
    )


def _is_too_deep(root: Element) -> bool:
    """Whether elements stand in as many others as are read, so that more was left out."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= DEEPEST:
            return True
    return False


def _asks(seen: Seen, pattern: re.Pattern[str]) -> bool:
    """Whether a page of little text, or its part for browsers without scripts, asks for this."""
    if seen.length >= LEAST and len(seen.found) > 30:
        return False
    texts = [block.text for block in seen.found[:60]]
    texts += [" ".join(each.itertext()) for each in seen.root.iter("noscript")][:5]
    return any(len(text) < 1000 and pattern.search(text) for text in texts)


def _is_check(names: list[str], seen: Seen) -> bool:
    """Whether the page asks for a sign that a human reads it; an article may be about that."""
    if seen.length < LEAST:
        return _asks(seen, _CHECK)
    if seen.length < 2 * LEAST:
        asking = [each.text for each in seen.body if _CHECK.search(each.text)]
        return not all(map(invitations.is_report, asking))
    return seen.length < _SHORT and any(len(n) < _LABEL and _CHECK.search(n) for n in names)


def _is_gone(names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page is a site's answer to an address that leads nowhere."""
    if said.is_article and seen.length > _SHORT:
        return False
    near = [each.text for each in seen.found[seen.start : seen.start + 6] if not each.aside]
    if seen.length >= LEAST:
        told = [_SENTENCES.split(each)[0] for each in near if not invitations.is_report(each)]
        near = told if seen.length < 2 * LEAST else []
    texts = (*names, *near)
    return any(len(text) < _NAME and _GONE.search(text) for text in texts)


def _is_list(names: list[str], said: PageFacts, seen: Seen) -> bool:
    """Whether the page calls itself no article, and is a site's root or links for the most part.

    Or it is the page of a topic or an author: its name says so, or a heading over its list.
    """
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
        or (seen.length < _SHORT and _is_topic(names, seen))
    )


def _is_topic(names: list[str], seen: Seen) -> bool:
    headings = [block.text for block in seen.found if block.tag is Tag.HEADING]
    return any(page_names.is_list_of(each, name) for each in headings for name in names)


def _is_paywalled(said: PageFacts, seen: Seen) -> bool:
    """Whether a teaser ends with words on how to pay, or log in, for the rest.

    Papers print such words under whole articles too, to sell their app as a rule: the text
    must be short or of few paragraphs, the shorter the less they say, or break off.
    """
    below = seen.found[max(seen.start, seen.last - _WALL) : seen.last + 12]
    near = [each.text for each in below if len(each.text) < 400]
    asked = any(map(_asks_to_pay, near))
    if not asked:
        return said.is_paid and seen.length < 2 * LEAST
    if _breaks_off(seen.body):
        return seen.length < _LONG_TEASER
    is_brief = said.is_paid or len(seen.body) <= _FEW
    return seen.length < (_TEASER if is_brief and not any(map(_APP.search, near)) else _SHORT)


def _asks_to_pay(text: str) -> bool:
    """Whether one of the sentences of a text is a wall's notice, and does not tell of one."""
    for sentence in _SENTENCES.split(text):
        notice = _PAYWALL.search(sentence)
        if notice:
            rest = sentence[: notice.start()] + sentence[notice.end() :]
            if len(rest) < _AROUND or not _TELLS.search(sentence):
                return True
    return False


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


def _is_gallery(said: PageFacts, seen: Seen) -> bool:
    """Whether there are many pictures, and hardly more text than captions to them."""
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
