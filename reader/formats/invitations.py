"""How a Hindi newspaper asks its readers for something, and how it tells of somebody who did.

Each function looks at one line (tidied, see `tidy`) and knows nothing of its neighbours.
"""

from __future__ import annotations

import re

from reader.formats.marks import ENDS_SENTENCE

_PLATFORM = (
    r"facebook|फेसबुक|फ़ेसबुक|youtube|यूट्यूब|यू-ट्यूब|twitter|ट्विटर|instagram|इंस्टाग्राम|whatsapp|व्हाट्सएप|"
    r"व्हाट्सऐप|वॉट्सऐप|वॉट्सएप|telegram|टेलीग्राम|google news|गूगल न्यूज|channel|चैनल|page|पेज|app|ऐप|एप|"
    r"newsletter|न्यूजलेटर|न्यूज़लेटर|सोशल"
)
_INVITE = (
    r"(?:फॉलो|फ़ॉलो|सब्सक्राइब|सब्स्क्राइब|लाइक|ज्वाइन|जॉइन|डाउनलोड|क्लिक)\s*(?:करें|करे|कीजिए|कीजिये)"
    r"|जुड़ें|जुड़िए|जुड़े रहें|follow|subscribe|like|join|download|click"
)
_TELLS = (  # as an article does, and no invitation
    r"(?!.*\sने\s(?:\S+\s)?(?:कहा|बताया|लिखा|अपील)|.*\b(?:said|told)\b)(?!.*\s(?:था|थी|थे|लिए|गया|गई|गए|दिया|दी|किया|की|हुआ|हुई|कहा|बताया)(?:\s(?:है|हैं|था|थी|थे))?[।.]$)"
)
_FOOTER = re.compile(
    r"(?:यहाँ|यहां|यहॉं)\s*(?:पर\s*)?क्लिक\s*कर|click\s+here"
    rf"|^{_TELLS}(?=.*(?:हमें|हमारे|हमारा|हमारी|हमसे|\bour\b|\bus\b))(?=.*(?:{_PLATFORM}))(?=.*(?:{_INVITE}))"
    r"|(?:ताज़ा|ताजा|लेटेस्ट|हिंदी|हिन्दी)\s*(?:\S+\s+){0,3}(?:खबरों|ख़बरों|खबरें|ख़बरें|न्यूज|न्यूज़).*"
    r"(?:पढ़ें|देखें|क्लिक|बने रहें|जुड़े रहें)"
    r"|^(?=.{0,300}$)(?=.*(?:(?:डाउनलोड|इंस्टॉल)\s+(?:करें|कीजिए)|download|install))"
    r"(?=.*(?:ऐप|एप|app))(?=.*(?:खबर|ख़बर|न्यूज|news))"
    r"|^(?:get|read|check|find|track|stay|catch)\b.{0,80}(?:latest|breaking|all)\b.{0,60}news"
    r"|पर (?:पढ़े|पढ़ें)\s.{0,60}(?:समाचार|खबर|ख़बर|न्यूज|न्यूज़|news)"
    r"|^\W*(?:यह|ये) (?:खबर|ख़बर|लेख)\s.{0,40}(?:एजेंसी|फीड) से (?:ली|प्रकाशित).{0,20}$"
    r"|^.{0,60}(?:खबरें|ख़बरें|अलर्ट) डाउनलोड करें\W*$"
    rf"|^{_TELLS}(?:copyright|©)"
    r"|^(?:(?:हिंदी|हिन्दी) में\s+)?(?:पढ़ें|पढें|पढ़िए)\s"
    r"(?=.*(?:news|न्यूज|समाचार|खबर|ख़बर)).*\s(?:पर|पाएं|पाएँ)\W*$"
    rf"|^{_TELLS}(?=.*(?:{_PLATFORM}))(?=.*(?:{_INVITE})).*\s(?:पाएं|पाएँ|पढ़ें)\s(?:\S+\s+){{0,4}}"
    r"(?:खबरें|ख़बरें|अपडेट|अपडेट्स|अलर्ट|न्यूज|न्यूज़)\W*$"
    rf"|^{_TELLS}(?=हमारी)(?=.*(?:{_INVITE})).*(?:रिपोर्ट|रिपोर्टें|ख़?बरें|लेख)\sआप\sतक\s"
    r"|^.{0,90}(?:की ओर से|द्वारा) प्रकाशित\W*$|^(?:video|वीडियो)\s*[:：|–-].{0,120}\sदेखें\W*$",
    re.I,
)
_NOTICE = re.compile(
    r"(?:सिंडिकेट|सिंडीकेट|एजेंसी|न्यूज)\s*फीड\s.{0,60}(?:प्रकाशित|ली गई|गई है)|ऑटो[- ]?(?:जेन|फीड)"
    r"|^(?:disclaimer|डिस्क्लेमर|अस्वीकरण)\s*[:：-]|(?:पढ़ें|पढ़िए|देखें)\s+पूरी\s+(?:खबर|ख़बर).*(?:ऐप|एप|app)",
    re.I,
)
_REQUEST = re.compile(
    r"(?<![\w\u0900-\u097f])(?!(?:लिए|दिए|किए|पिए|सिए|चाहिए)[\s।.!]*$)"
    r"[\w\u0900-\u097f]+(?:ें|[ाआ]एं|[ाआ]एँ|िए|िये|िएगा|इए|इये)[\s।.!]*$"
)
_REPORTED = re.compile(
    r"^[\"“'‘]|(?<![\w\u0900-\u097f])(?:ने|कि|जैसे|जैसी|जैसा|ऐसे|ऐसा|ऐसी|इस तरह|संदेश|मैसेज|मुताबिक|अनुसार)"
    r"(?![\w\u0900-\u097f])"
)
_QUOTES = re.compile(
    r"(?<![\w\u0900-\u097f])ने\s.*(?:कहा|लिखा|बताया|पूछा|अपील)(?![\w\u0900-\u097f])|"
    r"फ[़]?र्ज[़]?ी|ठग|धोख|साइबर|सावधान|सतर्क|(?<![\w\u0900-\u097f])(?:न|ना|मत)\s[\w\u0900-\u097f]+[\s।.!]*$"
)
_ADDRESSED = re.compile(
    r"(?<![\w\u0900-\u097f])(?:आप|आपका|आपकी|आपके|आपको|हमने|हम|you|your)(?![\w\u0900-\u097f])", re.I
)


def is_footer(line: str) -> bool:
    """Whether the line invites to follow, subscribe or click, as papers print under an article.

    A sentence that tells of such an invitation is none.
    """
    if len(line) >= 600:
        return False
    return bool(_NOTICE.search(line) or (_FOOTER.search(line) and not is_report(line)))


def is_request(line: str) -> bool:
    """Whether the line's last words ask its reader to do something: '… यहां आइए।'."""
    return bool(_REQUEST.search(line))


def is_addressed(line: str) -> bool:
    """Whether the line speaks to its reader, or of those who write."""
    return bool(_ADDRESSED.search(line))


def is_report(line: str) -> bool:
    """Whether the line is a sentence that tells what somebody did, said, or wrote, to no one."""
    told = _REPORTED.search(line) and ENDS_SENTENCE.search(line)
    quotes = _QUOTES.search(line)
    return bool(told) and bool(quotes or not (is_request(line) or _ADDRESSED.search(line)))
