"""The notices a site shows in place of an article: a fault, a check, a consent, a paywall.

Each function looks at the text of one block or title and knows nothing of its page.
"""

from __future__ import annotations

import re

_SORRY = r"(?:(?:ओह|उफ़?|ऊप्स|oops|sorry|क्षमा करें|माफ़? करें)\W+)?"
_PAGE = r"(?:पेज|पृष्ठ|पन्ना|लिंक|खबर|ख़बर|लेख|सामग्री|वेबसाइट|साइट|यूआरएल)"
_GONE = re.compile(
    rf"^\W*{_SORRY}(?:(?:error|http|त्रुटि)\W*)?(?:40[0-9]|410)\b"
    r"(?=\W*$|.{0,60}(?:error|not|found|page|unavailable|नहीं|पेज|पृष्ठ|त्रुटि))"
    r"|^(?:.{0,40}\W)?(?:page|article|story|file"
    r"|content)\s+(?:you.{0,40}\s)?(?:was |is |could |can|does |has )?"
    r"(?:not|n't|no longer|been)\s*(?:be )?\s*(?:found|exist|available|removed|moved|deleted)"
    rf"|{_PAGE}\s+(?:अब\s+)?(?:आपके\s+\S+\s+में\s+)?(?:उपलब्ध\s+)?(?:नहीं\s+(?:मिला|मिली|मिल\s|है|हैं|रहा|रही)"
    r"|हटा\s+(?:दिया|दी)|मौजूद\s+नहीं|उपलब्ध\s+नहीं|नहीं\s+मिल)"
    rf"|{_PAGE}\s+(?:\S+\s+){{0,2}}(?:ढू[ंँ]ढ़?|खोज|तलाश)\s.{{1,40}}(?:नहीं|हटा)"
    rf"|^\W*{_SORRY}not found\b",
    re.I,
)
_TROUBLE = r"(?:त्रुटि|एरर|गड़बड़ी|समस्या|खराबी|दिक्कत)"
_FAULT = re.compile(
    rf"^\W*{_SORRY}(?:"
    r"(?:(?:error|http|त्रुटि)\W*)?50[0-9]\b"
    r"(?=\W*$|.{0,60}(?:error|gateway|unavailable|time-?out|त्रुटि|गड़बड़ी))"
    r"|internal server error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable"
    r"|(?:an? )?(?:unexpected |application |server )?error (?:has )?occurred"
    r"|something (?:went|has gone) wrong|कुछ गलत हो गया|कुछ गड़बड़ (?:हो गई|है)"
    r"|(?:under|scheduled) maintenance\W*$"
    rf"|(?:आंतरिक\s+)?सर्वर\s+(?:(?:में|की|से)\s+)?(?:{_TROUBLE}|व्यस्त|डाउन|अनुपलब्ध|उपलब्ध नहीं)"
    r"(?:\s+(?:है|हो गई|हो गया|आ गई))?\W*$"
    rf"|(?:तकनीकी|टेक्निकल)\s+(?:कारण|{_TROUBLE})\S*\s.{{0,30}}{_PAGE}\s.{{0,40}}नहीं)"
    rf"|{_PAGE}\s.{{0,20}}(?:अभी|फिलहाल|फ़िलहाल|इस समय)\s+(?:नहीं\s+(?:खुल|खोल|दिखा|लोड)|रखरखाव|मेंटेनेंस)"
    rf"|{_PAGE}\s(?:पर\s|का\s)?(?:.{{0,20}}\s)?(?:रखरखाव|मेंटेनेंस|मरम्मत)\s.{{0,25}}(?:चल|जारी|बंद)"
    r"|(?:we are|we're)\s.{0,30}technical (?:difficult|problem|issue)"
    r"|(?:site|page|service) is (?:currently |temporarily )?(?:under maintenance|unavailable|down)",
    re.I,
)
_HUMAN = r"(?:इंसान|मनुष्य|मानव|व्यक्ति|human)"
_ODD = r"असामान्य\s+(?:ट्रैफिक|ट्रैफ़िक|गतिविधि)"
_CHECK = re.compile(
    r"captcha|कैप्चा|not a robot|human verification|just a moment\W|security check\W*$"
    r"|(?:verif(?:y|ying)|confirm(?:ing)?|prov(?:e|ing)) (?:that )?you(?:['’]re| are) (?:an? )?"
    r"(?:human|person|not a (?:ro)?bot)|are you (?:a (?:ro)?bot|(?:a )?human)"
    r"|(?:complet|pass)(?:e|ing)? the (?:security|human) (?:check|verification)"
    r"|checking (?:if the site connection|your browser)|security of your connection"
    r"|unusual (?:traffic|activity)|ddos protection|attention required"
    r"|access (?:is |was |has been )?denied|permission to access|request (?:has been )?blocked"
    r"|^\W*(?:error\W*)?(?:40[13]\W+)?forbidden\b"
    rf"|रोबोट\s+(?:तो\s+)?नहीं|(?:आप|कि)\s+(?:एक\s+)?{_HUMAN}\s+(?:ही\s+)?(?:हैं|हो)[\s।.?!,]*$"
    rf"|{_HUMAN}\s+होने\s+(?:का\s+प्रमाण|की\s+(?:पुष्टि|जांच|जाँच))"
    rf"|{_ODD}\s.{{0,30}}(?:नेटवर्क|आईपी|देख|पाई|मिल)|(?:नेटवर्क|आईपी)\s.{{0,12}}{_ODD}"
    r"|(?:सुरक्षा|ब्राउज़र|ब्राउजर)\s+की\s+(?:जांच|जाँच)\s+(?:हो रही|की जा रही|कर रहे|पूरी करें)",
    re.I,
)
_CONSENT = re.compile(
    r"(?:enable|turn on|allow|accept|agree to) (?:all |our |the use of )?cookies"
    r"|cookies? (?:are|is) (?:disabled|required)|कुकीज़?\s+(?:को\s+)?(?:स्वीकार|चालू|सक्षम|की अनुमति)"
    r"|^\W*(?:हम\s+)?(?:आपकी|आपकी अपनी)\s+(?:निजता|गोपनीयता|प्राइवेसी)\s+(?:का|की|हमारे|हमारी)"
    r"|(?:हम|हमारे)\s(?:\S+\s){0,6}(?:साझेदार|पार्टनर|भागीदार|सहयोगी)\S*\s(?:\S+\s){0,8}"
    r"(?:कुकीज़?|डिवाइस)|^we and our (?:\S+ ){0,3}partners\b.{0,80}(?:cookies|data|information)"
    r"|^\W*(?:कुकीज़?|cookies)\s+(?:की\s+)?(?:सहमति|सेटिंग|consent|settings|preferences)"
    r"|^\W*we (?:value|care about|respect) your privacy|^\W*before you continue",
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
_LEADS_ON = re.compile(_READ_ON, re.I)
SENTENCES = re.compile(r"(?<=[।॥.!?])\s+")
# How a sentence ends that tells something, and does not ask its reader for it.
_TELLS = re.compile(
    r"(?:है|हैं|था|थी|थे|थीं|गया|गई|गए|हुआ|हुई|हुए|दिया|दिए|किया|किए|लिया|लिए|कहा|बताया|[ेएो]ग[ाीे]|[ोेए]ंग[ेी])[\s।.]*$"
)
_AROUND = 25  # characters of a notice besides what it is known by, at most


def is_gone(text: str) -> bool:
    """Whether a site says that there is no such page: '404', 'यह पेज उपलब्ध नहीं है'."""
    return bool(_GONE.search(text))


def is_fault(text: str) -> bool:
    """Whether a site says that it fails itself: 'Internal Server Error', 'सर्वर में त्रुटि'."""
    return bool(_FAULT.search(text))


def is_check(text: str) -> bool:
    """Whether a site asks for a sign that a human reads it, or keeps its reader out."""
    return bool(_CHECK.search(text))


def asks_consent(text: str) -> bool:
    """Whether a site asks its reader to agree to cookies, or to what becomes of his data."""
    return bool(_CONSENT.search(text))


def asks_scripts(text: str) -> bool:
    """Whether a site asks for a browser that runs its scripts."""
    return bool(_SCRIPTS.search(text))


def leads_on(text: str) -> bool:
    """Whether the text sends on to the rest of an article: 'पूरी खबर पढ़ें', 'Continue reading'."""
    return bool(_LEADS_ON.search(text))


def asks_to_pay(text: str) -> bool:
    """Whether one of the sentences of a text is a wall's notice, and does not tell of one."""
    for sentence in SENTENCES.split(text):
        notice = _PAYWALL.search(sentence)
        if notice:
            rest = sentence[: notice.start()] + sentence[notice.end() :]
            if len(rest) < _AROUND or not _TELLS.search(sentence):
                return True
    return False
