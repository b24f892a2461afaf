"""Whether a site asks its reader for something: to follow, to join, to subscribe, to give.

It is told sentence by sentence: one bids the reader, all others speak to him or tell nothing,
and what is asked for is the site's own, as its words or its links say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from reader.formats import invitations, marks

_START, _END = r"(?<![\w\u0900-\u0963])", r"(?![\w\u0900-\u0963])"


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_START}(?:{words}){_END}", re.I)


_DEED = (
    r"फॉलो|फ़ॉलो|सब्सक्राइब|सब्स्क्राइब|लाइक|शेयर|ज्वाइन|ज्वॉइन|जॉइन|डाउनलोड|इंस्टॉल|क्लिक|टैप|साइन[ -]?अप|ऑन|"
    r"रजिस्टर|दर्ज|डोनेट|सहयोग|समर्थन|मदद|सपोर्ट|योगदान|दान|"
    r"follow|subscribe|join|download|install|click|like|share|sign ?up|support|donate"
)
_DO = (
    r"कर(?:ें|े|िए|ो|\sलें|\sलीजिए|\s(?:भी\s)?सकते हैं)|की(?:जिए|जिये)|दें|दीजिए|karein|karen|kare|karo"
    r"|kijiye|kar sakte hain|(?:करना|karna)\s+(?:न|ना|नहीं|na)\s+(?:भूल|bh[ou]+l)\S+"
)
_DO_SO = (
    r"जुड़(?:ें|िए|े रह(?:ें|िए))|ju[rd](?:ein|iye|e rahein)|साथ (?:दें|दीजिए|निभाएं)|योगदान दें"
    r"|(?:मेंबर|मेम्बर|सदस्य|सब्सक्राइबर) बन(?:ें|िए)|दबा(?:एं|एँ|इए|ना न भूलें)|dabayein"
    r"|(?:बता|पा|यहां जा)(?:एं|एँ|इए)|pa+y?ein|लिखें|भेजें"
)
_ORDERS = (
    r"follow|subscribe|join|download|install|sign up|donate|support|contribute|like|share|click|tap"
    r"|get|stay (?:connected|tuned)|become a member"
)
_BID = re.compile(
    rf"{_START}(?:(?:{_DEED})\s+(?:(?:भी|जरूर|ज़रूर|zaroor|bhi)\s+)*(?:{_DO})|{_DO_SO}){_END}"
    r"|(?:^\W*|[.!?:,]\s*|\byou can (?:also )?)"
    rf"(?:(?:please|now|also|do|don[’']t forget to|be sure to)\s+)*(?:{_ORDERS})\b"
    r"|\bneeds? your support\b",
    re.I,
)
_CAN = re.compile(r"सकते हैं|sakte hain")
_TELLS = re.compile(  # at a sentence's end
    r"(?:हैं?|थ[ाीे]|थीं|गया|गई|गए|लिए|दिया|दी|किया|हुआ|हुई|कहा|बताया|चाहिए|रह[ाीे]|[ेो]ग[ाीे]|ेंगे)[\s।.!)]*$"
)
_PAST = re.compile(  # or a noun; never what is asked, which ends in a nasal or in -िए
    rf"{_START}(?!(?:से|के|का|की|भी|ही)[\s।.!)]*$)\S*(?:[ाीेएई]|ीं|ईं)[\s।.!)]*$"
)
_REPORTED = re.compile(
    r"[\"“”‘’]|(?<!आप चाहते हैं)\sकि\s|\sने\s|(?:बोल[ेा]|बोलीं|कहना है|मुताबिक|अनुसार)(?!\w)"
    r"|(?:लिखा|कहा|बताया|संदेश)\s?(?:था|है|गया)?\s?[:–-]|फ़?र्ज़?ी|ठग|\b(?:said|says|told)\b"
)
_NEGATED = re.compile(rf"{_START}(?:न|ना|मत|नहीं)\s+(?:करें|कीजिए|जुड़ें|दें)")
_US = _words(r"हमें|हमारे|हमारा|हमारी|हमसे|हम|our|us|we|h[au]m(?:ein|e|se|ar[aei])?")
_YOU = _words(r"आप|आपका|आपकी|आपके|आपको|अपने|पाठक|पाठकों|you|your|aap(?:ke|ki|ka|ko)?|apne")
_CHANNEL = _words(
    r"facebook|फेसबुक|फ़ेसबुक|you ?tube|यू-?ट्यूब|twitter|ट्विटर|instagram|इंस्टाग्राम|whats ?app|व्हाट्स ?[एऐ]प|"
    r"वॉट्स ?[एऐ]प|telegram|टेलीग्राम|google news|गूगल न्यूज़?|channel|चैनल|page|पेज|app|ऐप|एप|newsletter|"
    r"न्यूज़?लेटर|inbox|इनबॉक्स|ई-?मेल|e-?mail|notifications?|नोटिफिकेशन|सोशल मीडिया|social media"
)
_NEWS = _words(r"ख़?बर|ख़?बरें|ख़?बरों|न्यूज़?|समाचार|news|khabar(?:ein|en|on)?")
_WORK = re.compile(
    r"पत्रकारिता|रिपोर्ट|ख़?बर|लेख|विज्ञापन|पाठक|हमार[ाे] काम|journalism|report(?:ing|ers?)|our work"
    r"|story|stories|newsroom|patrakarita",
    re.I,
)
_PRESS = re.compile(r"पत्रकारिता|journalism|independent (?:media|news)|patrakarita", re.I)
_GIVE = re.compile(
    r"सहयोग|समर्थन|योगदान|दान|चंदा|मदद|सदस्य|मेंबर|साथ|सपोर्ट|support|donate|contribut|member", re.I
)
_FOLLOW = _words(r"फॉलो|फ़ॉलो|सब्सक्राइब|सब्स्क्राइब|follow|subscribe|ज्वाइन|ज्वॉइन|जॉइन|join|जुड़ें|जुड़िए")
_LIKED = re.compile(
    r"(?:लाइक|like)(?:\s*,|\s+और|\s+and|\s+एवं|\s+aur)\s*(?:शेयर|share|सब्सक्राइब|subscribe)", re.I
)
_BELL = re.compile(r"(?:subscribe|सब्सक्राइब).{0,40}(?:bell|बेल|घंटी)", re.I)
_SHARED = re.compile(
    r"(?:इस|यह|this)\s(?:\S+\s)?(?:ख़?बर|लेख|रिपोर्ट|स्टोरी|पोस्ट|वीडियो|story|article|post)\s.{0,40}"
    r"(?:दोस्तों|मित्रों|परिवार|friends).{0,30}(?:शेयर|share)"
    r"|share\s(?:this|it)\b.{0,20}\bfriends",
    re.I,
)
_OPINION = re.compile(
    r"राय|विचार|सुझाव|प्रतिक्रिया|कैस[ाी] लग|thoughts|opinion|feedback|your views", re.I
)
_REMARK = re.compile(r"कमेंट|कॉमेंट|टिप्पणी|comments?\b", re.I)
_ORDER = re.compile(r"^\W*(?:get|download|install|join|follow|subscribe)\b", re.I)
_HOSTS = re.compile(
    r"(?:^|\.)(?:whatsapp\.com|t\.me|telegram\.me|youtube\.com|facebook\.com|instagram\.com"
    r"|news\.google\.com|play\.google\.com|apps\.apple\.com|twitter\.com|x\.com)$",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[।॥.?!])\s+")
_BRIEF = 4  # words of a sentence that is a bid and nothing else
_LONGEST = 350  # characters of all that is said
_FRAGMENT = 60  # of a line in English that perhaps tells nothing
_LINE = 160  # of what does not say whose it is


def asks(texts: Iterable[str], addresses: Iterable[str] = ()) -> bool:
    """Whether texts that stand together ask something of their reader, and tell nothing.

    ``addresses`` are where their links lead.
    """
    return _asks(tuple(texts), any(map(_is_channel, addresses)))


@lru_cache(4096)
def _asks(texts: tuple[str, ...], leads_to_channel: bool) -> bool:
    """Whether the texts ask; remembered, as reading a page comes here twice for each block."""
    whole = " ".join(texts)
    if len(whole) > _LONGEST:
        return False
    said = [line for text in texts for line in sentences(text)]
    bids = [line for line in said if _bids(line)]
    if not bids or _REPORTED.search(whole) or _NEGATED.search(whole):
        return False
    if any(line not in bids and not _goes_along(line) for line in said):
        return False
    return leads_to_channel or _is_own(whole, bids)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, cut where one ends with a sign and a space."""
    return _SENTENCES.split(text)


def speaks(text: str) -> bool:
    """Whether a text says 'we' or 'you', as a site does that speaks to its readers."""
    return bool(_US.search(text) or _YOU.search(text))


def tells(line: str) -> bool:
    """Whether a line is a sentence with a verb at its end that tells, and asks nothing."""
    is_past = marks.ENDS_SENTENCE.search(line) and _PAST.search(line)
    return bool(_TELLS.search(line) or (is_past and not invitations.is_request(line)))


def _bids(line: str) -> bool:
    """Whether a sentence bids its reader do something, and does not go on to tell of it."""
    bids = list(_BID.finditer(line))
    if not bids or (_CAN.search(bids[-1][0]) and not _YOU.search(line)):
        return False
    return not _TELLS.search(line[bids[-1].end() :])


def _goes_along(line: str) -> bool:
    """Whether a sentence may stand beside one that bids: of the same things, or telling nothing."""
    if tells(line) or (len(line) > _FRAGMENT and not marks.has_hindi(line)):
        return speaks(line) and bool(_WORK.search(line) or _GIVE.search(line))
    return True


def _is_own(text: str, bids: list[str]) -> bool:
    """Whether what is asked for is the site's: its channel, its news, money for its work."""
    gives = _GIVE.search(text) and _WORK.search(text)
    if _US.search(text):
        told = _CHANNEL.search(text) or _OPINION.search(text) or gives
        return bool(told or (_FOLLOW.search(text) and _NEWS.search(text)))
    if gives and _YOU.search(text) and _PRESS.search(text):
        return True
    return len(text) <= _LINE and _is_line_of_its_own(text, bids)


def _is_line_of_its_own(text: str, bids: list[str]) -> bool:
    """Whether a line without 'our' asks to read, to like, to share, to remark, or to give."""
    if _NEWS.search(text) and (_CHANNEL.search(text) or any(map(_is_brief, bids))):
        orders = _FOLLOW.search(text) or invitations.is_request(text) or _ORDER.search(text)
        return bool(orders)
    if _OPINION.search(text) and _REMARK.search(text):
        return True
    if _GIVE.search(text) and _PRESS.search(text):
        return True
    return any(sign.search(text) for sign in (_LIKED, _BELL, _SHARED))


def _is_brief(bid: str) -> bool:
    return len(bid.split()) <= _BRIEF


def _is_channel(address: str) -> bool:
    try:
        return bool(_HOSTS.search(urlsplit(address).hostname or ""))
    except ValueError:
        return False
