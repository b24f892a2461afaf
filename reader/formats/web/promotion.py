"""The lines by which a news page asks something of its reader, between an article's paragraphs.

Each function looks at the text of one block and knows nothing of its neighbours.
"""

from __future__ import annotations

import re

from reader.formats import marks
from reader.formats.web import asking

_PLATFORM = (
    r"(?<![\w\u0900-\u097f])(?:facebook|फेसबुक|फ़ेसबुक|you ?tube|यू-?ट्यूब|twitter|ट्विटर|instagram|"
    r"इंस्टाग्राम|whats ?app|व्हाट्स ?[एऐ]प|वॉट्स ?[एऐ]प|telegram|टेलीग्राम|google news|गूगल न्यूज़?|"
    r"channel|चैनल|page|पेज|app|ऐप|एप|newsletter|न्यूज़?लेटर)(?![\w\u0900-\u097f])"
)
_JOIN = (
    r"(?:(?:फॉलो|फ़ॉलो|सब्सक्राइब|सब्स्क्राइब|लाइक|शेयर|ज्वाइन|ज्वॉइन|जॉइन|डाउनलोड|इंस्टॉल|क्लिक)"
    r"\s+(?:करें|करे|कीजिए|कर सकते हैं)|जुड़ें|जुड़िए|जुड़े रहें|दबाएं|दबाएँ)"
)
_STORY = r"(?:खबर|ख़बर|खबरों|ख़बरों|रिपोर्ट|लेख|स्टोरी|आर्टिकल|सारांश|जानकारी)"
_PROMOTION_IN_HINDI = re.compile(
    rf"^(?=.*(?:हमें|हमारे|हमारा|हमारी|हमसे))(?=.*{_PLATFORM}).*{_JOIN}\W*$"
    rf"|^(?=.*(?:कैस[ाी]|मदद|संतुष्ट|पसंद)).*{_STORY}.*(?:फीडबैक|फ़ीडबैक|सुझाव|राय|प्रतिक्रिया)"
    r"\s+(?:जरूर\s+|ज़रूर\s+)?(?:दें|बताएं|बताएँ|भेजें)\W*$"
    rf"|^क्या\s.{{0,20}}{_STORY}.{{0,30}}(?:उपयोगी|पसंद|अच्छ[ाी] लग|मददगार|काम की).{{0,12}}\?$"
    r"|^.{0,20}लोड हो रह[ाीे] हैं?\W*$"
    r"|^(?:इसे\s+)?छोड़कर\s.{1,60}\sआगे बढ़ें$|^end of\s+(?=.*[\u0904-\u0939]).{1,60}$"
    r"|^.*(?:न्यूज़?|समाचार|हमारे|news|tv)\s+के साथ (?:बने |जुड़े )?रहें.{0,20}अपडेट.*$"
    r"|^(?=.*(?:मेंबर|मेम्बर|सदस्य|सब्सक्राइबर) बनें).*पत्रकारिता.*$"
    r"|^\W*(?:लेटेस्ट|ताज़?ा|हर|पल-पल)\s.{0,40}(?:अपडेट|अपडेट्स|ख़?बरों|न्यूज़?)\s.{0,12}के लिए\s"
    rf".{{1,40}}{_PLATFORM}\s(?:को\s)?(?:डाउनलोड|इंस्टॉल|फॉलो|सब्सक्राइब|जॉइन|ज्वाइन)\s(?:करें|कीजिए)$"
    r"|^.{1,60}\sके लिए\s.{1,60}\s(?:की ओर से|द्वारा) प्रकाशित\W*$"
    r"|^.*पसंदीदा (?:समाचार |न्यूज़? )?(?:स्रोत|सोर्स)\s.*(?:जोड़ें|चुनें|बनाएं|बनाएँ|क्लिक करें)\W*$"
    r"|^(?=.*(?:हम\s|हमें|हमारी|हमारे|पाठकों से अपील))(?=.*पत्रकारिता)"
    r".*(?:मदद|सहयोग|समर्थन|योगदान|दान|चंदा|डोनेट)\s+(?:करें|दें|दीजिए|कीजिए)\W*$",
    re.I,
)
_PROMOTION = re.compile(  # in English, or in both
    r"^(?:was|did you find) this (?:summary|article|story)\b.{0,30}\?$"
    r"|^.{0,60}(?:allow|enable|turn on) notifications\W*$"
    r"|^(?:a post shared by|view this post on)\s.{1,80}$"
    r"|^click to (?:share|email|print)\b.{0,60}\(opens in new window\).{0,40}$"
    r"|^(?:latest|breaking)(?:\s+\w+)?\s+news$"
    r"|^(?=.*(?:कुकी|cookie))"
    r"(?=.*(?:हम\s|हमारी|हमारे|यह (?:वेब)?साइट|\b(?:we|our|this (?:web)?site)\b))"
    r"(?=.*(?:आप|\byou)).*(?:सहमत\s\S.{0,15}|स्वीकार करें|accept.{0,20}|agree.{0,80})$",
    re.I,
)
_PLAYER = re.compile(
    r"to (?:view|watch|play) this video,? (?:please )?enable javascript"
    r"|वीडियो (?:को )?(?:देखने|चलाने) के लिए .{0,30}(?:जावास्क्रिप्ट|javascript).{0,20}(?:करें|कीजिए)\W*$"
    r"|(?:your|आपका) (?:web )?(?:browser|ब्राउज़र|ब्राउजर)\s.{0,30}(?:video|वीडियो)"
    r".{0,15}(?:support|सपोर्ट)"
    r"|(?:your|आपका) (?:web )?browser does(?: not|n[’']t) support.{0,20}video",
    re.I,
)
_REPORTED = re.compile(r"^[\"“'‘]|\sकि\s|\sने\s(?:\S+\s)?(?:कहा|बताया|लिखा)")  # somebody said it
_APPEAL_HEADING = re.compile(
    r"(?:समर्थन|सहयोग|सपोर्ट|चंदा|दान|योगदान)\s+(?:दीजिए|दें|करें|कीजिए)\W*$"
    r"|^(?:support|donate|contribute)\b"
    rf"|^क्या\s.{{0,20}}{_STORY}.{{0,20}}(?:पसंद|अच्छ[ाी] लग).{{0,12}}\?$"
    r"|^\W*(?:आपकी राय|ओपिनियन पोल|पोल|जनमत|poll|vote|your opinion)\W*$",
    re.I,
)
_SPONSOR = (
    r"(?:प्रायोजित|स्पॉन्सर्ड|sponsored|promoted|paid|brand|partner(?:ed)?|पार्टनर|ब्रांड)"
    r"(?:\s+(?:content|post|story|partnership|सामग्री|कंटेंट|पोस्ट|स्टोरी|लेख))?"
    r"|हमारे (?:साझेदार|पार्टनर|प्रायोजक)(?:ों)?(?: की ओर)?(?: से)?|from our (?:partner|sponsor)s?"
)
_SPONSORED = re.compile(
    r"^\W*(?:(?:प्रायोजित|sponsored|promoted)\s*[:：|–—-]\s*\S|sponsored by\s)(?=.{0,200}$)", re.I
)
_AD_LABEL = re.compile(rf"^\W*(?:{_SPONSOR}|विज्ञापन|advertisement|advertorial|ad)\W*$", re.I)
_ANSWER = re.compile(
    r"^\W*(?:हाँ|हां|जी हाँ|जी हां|नहीं|जी नहीं|पता नहीं|कह नहीं सकते|शायद|yes|no|maybe|can[’']?t say"
    r"|don[’']?t know)\W*$",
    re.I,
)
_APPEAL = re.compile(r"पत्रकारिता|journalism|\?", re.I)  # of what stands under the heading
_LONGEST = 300  # characters


def is_promotion(text: str) -> bool:
    """Whether the text asks to follow, to join, to answer, or to wait, and says nothing else."""
    if len(text) > _LONGEST:
        return False
    in_hindi = marks.has_hindi(text) and _PROMOTION_IN_HINDI.match(text)
    promotes = in_hindi or _PROMOTION.match(text) or asking.asks([text])
    return bool(promotes) and not _REPORTED.search(text)


def is_player(text: str) -> bool:
    """Whether the text stands for a video where it cannot be played, and asks for scripts."""
    return len(text) <= _LONGEST and bool(_PLAYER.search(text))


def heads_appeal(text: str) -> bool:
    """Whether the text can be the heading over an appeal for money, or over a poll."""
    return len(text) <= _LONGEST and bool(_APPEAL_HEADING.search(text))


def is_appeal(text: str) -> bool:
    """Whether the text of a box so headed asks for money for journalism, or asks a question."""
    return bool(_APPEAL.search(text))


def is_sponsored(text: str) -> bool:
    """Whether the text is an advertisement that says who paid for it, or that somebody did."""
    return bool(_SPONSORED.match(text))


def heads_advertisement(text: str) -> bool:
    """Whether the text is the label over an advertisement: 'Sponsored', 'विज्ञापन'."""
    return len(text) < 40 and bool(_AD_LABEL.match(text))


def is_answer(text: str) -> bool:
    """Whether the text is an answer to choose in a poll: 'हाँ', 'कह नहीं सकते'."""
    return bool(_ANSWER.match(text))
