"""What pages that are no articles call themselves, in their titles and main headings.

Each function looks at one title and knows nothing of its page.
"""

from __future__ import annotations

import re

_NEWS = r"(?:खबरें|ख़बरें|खबरों|समाचार|न्यूज|न्यूज़|लेख|स्टोरीज़?|आर्टिकल|पोस्ट|news|stories|articles)"
_MEDIA = r"(?:फोटो|फ़ोटो|तस्वीरें|वीडियो|photos?|videos?)"
_LIST = (
    rf"(?:(?:आज की|सभी|सारी)\s+)?(?:ताजा|ताज़ा|लेटेस्ट|बड़ी|latest|top|breaking)\s+(?:\S+\s+)?{_NEWS}"
    rf"|.{{1,60}}{_NEWS}\s*(?:,|और|व|एवं|and|&)\s*{_MEDIA}.{{0,40}}"
    r"|.{1,60}\b(?:author at|articles by|posts by|archives?)\b.{0,60}"
    r"|(?:author|tag|topic)\s*:.{1,60}"
)
_ENTRY = r"(?:लॉगिन|(?:लॉग|साइन)[ -]?(?:इन|अप)|रजिस्टर|रजिस्ट्रेशन|log ?in|sign ?(?:in|up)|register)"
_OFFER = r"(?:सदस्यता|सब्सक्रिप्शन|मेंबरशिप|सब्सक्राइब|subscribe|subscription|membership)"
_DO = r"(?:\s+(?:करें|लें|चुनें|now|today))?"
_SERVICE = (
    rf"{_ENTRY}{_DO}|{_OFFER}{_DO}|(?:\S+\s+){{1,4}}(?:की|के लिए)\s+(?:सदस्यता|सब्सक्रिप्शन)\s+लें"
    r"|हमारे बारे में|हमसे संपर्क करें|संपर्क(?: करें)?|about(?: us)?|contact(?: us)?"
    r"|(?:गोपनीयता|निजता|कुकीज़?|विज्ञापन)(?:\s+की)?\s+नीति|(?:privacy|cookies?|advertising) policy"
    r"|(?:नियम|सेवा)(?:\s+(?:की|और|व|एवं))?\s+शर्तें|terms (?:of (?:use|service)|(?:and|&) conditions)"
    r"|(?:आपकी|आपकी अपनी)\s+(?:निजता|गोपनीयता)\s+(?:का|हमारे|हमारी).{0,40}"
    r"|we (?:value|care about|respect) your privacy"
)
_LIVE = r"(?:live tv|लाइव टीवी)(?:\s*[:|–-].{0,60})?|.{1,40}\s(?:live tv|लाइव टीवी)"
_OF_TOPIC = re.compile(
    rf"\s+(?:की|के|से\s+(?:जुड़ी|संबंधित)|पर)\s+(?:\S+\s+){{0,2}}(?:{_NEWS}|{_MEDIA})\W*$", re.I
)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{words})\W*", re.I)


_LIST_NAME, _SERVICE_NAME, _LIVE_NAME = map(_whole, (_LIST, _SERVICE, _LIVE))
_LONGEST = 120  # characters


def is_list(name: str) -> bool:
    """Whether a page is a list of news: 'ताजा खबरें', 'X की खबरें, फोटो और वीडियो', 'Author at …'."""
    return len(name) <= _LONGEST and bool(_LIST_NAME.fullmatch(name))


def is_service(name: str) -> bool:
    """Whether a page is about the site or its readers' accounts: 'लॉगिन', 'हमारे बारे में'."""
    return len(name) <= _LONGEST and bool(_SERVICE_NAME.fullmatch(name))


def is_live_tv(name: str) -> bool:
    """Whether a page shows a channel's programme as it is sent: 'लाइव टीवी'."""
    return len(name) <= _LONGEST and bool(_LIVE_NAME.fullmatch(name))


def is_list_of(heading: str, name: str) -> bool:
    """Whether a heading says that below it are the news of what the page is named after."""
    return bool(name) and heading.startswith(name) and bool(_OF_TOPIC.match(heading[len(name) :]))
