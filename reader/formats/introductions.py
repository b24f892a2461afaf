"""The lines that a Hindi newspaper sets over a list: what introduces it, a table of contents.

Each function looks at one line (tidied, see `tidy`) and knows nothing of its neighbours.
"""

from __future__ import annotations

import re

_OTHERS = re.compile(  # what leads to other articles, shares this one, or sells
    r"खबर|ख़बर|समाचार|न्यूज|लेख|आर्टिकल|स्टोरी|स्टोरीज|वीडियो|पढ़|विषय|टॉपिक|टैग|ट्रेंड|शेयर|साझा|"
    r"फॉलो|फ़ॉलो|जुड़ें|प्रायोजित|स्पॉन्सर|विज्ञापन|पार्टनर|पोर्टल|चर्चित|लोकप्रिय|चर्चा में|नज़?र डालें|हलचल|"
    r"आपके (?:लिए|काम)|खरीद|ख़रीद|(?<![\w\u0900-\u097f])भी(?![\w\u0900-\u097f])|"
    r"news|stor(?:y|ies)|article|post|video|read|topic|tag|trend|popular|share|follow|"
    r"sponsor|promoted|partner|also|more|may like|\bbuy\b|\bdeals?\b",
    re.I,
)
_SPEECH = re.compile(r"(?:कहा|कहते हैं|बोल[ाेी]|बताया|लिखा|पूछा)\s*[:：]\W*$")
_INTRODUCES = re.compile(
    r"[:：]\s?[–—-]?$"
    r"|(?<![\w\u0900-\u097f])(?:ये|इस प्रकार|निम्न|निम्नलिखित) हैं[।.]?$"
    r"|(?<![\w\u0900-\u097f])नीचे\s(?:\S+\s)?(?:दिए|दिये|दी) (?:गए |गई |गये )?हैं?[।.]?$"
)
_CONTENTS = re.compile(
    r"^\W*(?:(?:विषय|सामग्री)[- ]?(?:सूची|वस्तु)|अनुक्रम(?:णिका|णी)?|(?:table of )?contents|"
    r"(?:इस|यह) (?:लेख|आर्टिकल|पोस्ट|पेज|खबर|ख़बर|स्टोरी)\s(?:में|के)"
    r"(?:\s(?:क्या|मुख्य|प्रमुख|बिंदु|पढ़ें|जानें|है|हैं))*"
    r"|(?:in|on) this (?:article|page|post|story)|jump to|quick links)"
    r"(?:\s*[(\[][^()\[\]]{1,15}[)\]])?(?:\s(?:hide|show|toggle|छिपाएं|दिखाएं))?\W*$",
    re.I,
)


def introduces(line: str) -> bool:
    """Whether the line introduces the list below it, and not what others said or wrote."""
    return bool(_INTRODUCES.search(line)) and not (leads_away(line) or _SPEECH.search(line))


def leads_away(line: str) -> bool:
    """Whether the line has a word in it that stands over links to other articles, or to shops."""
    return bool(_OTHERS.search(line))


def is_contents_heading(line: str) -> bool:
    """Whether the line is the name of a table of contents: 'विषय सूची', 'In this article'."""
    return len(line) < 60 and bool(_CONTENTS.match(line))
