"""The words by which a news page's boxes tell that they are not the article.

Each function looks at the text of one block and knows nothing of its neighbours.
"""

from __future__ import annotations

import re

from reader.formats import marks

_NEWS = r"(?:खबर|ख़बर|खबरें|ख़बरें|समाचार|न्यूज|न्यूज़|लेख|स्टोरी|स्टोरीज|स्टोरीज़|वीडियो|पोस्ट|फोटो|आर्टिकल)"
_BOX_WORDS = (
    rf"(?:संबंधित|सम्बंधित|सम्बन्धित|मिलती[- ]जुलती|रेकमेंडेड|रिकमेंडेड"
    rf"|इससे जुड़ी|जुड़ी|ताज़ा|ताजा|ताज़ातरीन|लेटेस्ट|टॉप|बड़ी|अन्य|और|"
    rf"ट्रेंडिंग|चर्चित|लोकप्रिय|पॉपुलर|प्रमुख|सुर्खियों में|आज की (?:ताज़ा|ताजा|बड़ी|मुख्य))\s+{_NEWS}"
    rf"|(?:सबसे|सर्वाधिक)\s+(?:ज्यादा|ज़्यादा|अधिक)?\s*(?:पढ़ी|पढ़े|देखी"
    rf"|देखे|लोकप्रिय)\s*(?:गई|गए|जाने वाली)?\s*{_NEWS}?"
    rf"|(?:ट्रेंडिंग|ट्रेंडिंग टॉपिक्स?|लेटेस्ट|सुर्खियां|सुर्खियाँ|वेब स्टोरीज?|वेब स्टोरीज़|फोटो गैलरी|वीडियो)"
    r"|आपके लिए(?:\s+(?:चुनी|चुनिंदा|खास|ख़ास|सुझाई).{0,30})?"
    r"|(?:आपको|आप)\s+(?:यह|ये)\s+भी\s+(?:पसंद|पढ़|देख).{0,30}"
    rf"|(?:संबंधित|सम्बंधित)\s*(?:विषय|टॉपिक|टॉपिक्स|लिंक)?"
    r"|(?:latest|top|trending|related|popular|recent|more|other|must read"
    r"|recommended|breaking|live)\s+"
    r"(?:hindi\s+)?(?:news|stories|story|articles?|posts?|topics?|videos?"
    r"|reads?|from .{1,40}|in .{1,40}|on .{1,40})"
    r"|(?:trending|most (?:read|viewed|popular|shared)"
    r"|recommended(?: for you)?|you may (?:also )?like"
    r"|editor'?s? (?:picks?|choice)|top picks|web ?stor(?:y|ies)"
    r"|photo gallery|videos?|in this article|promoted"
    r"|sponsored(?: content| links)?|read more|also read|related)"
    r"|(?:विज्ञापन|advertisement|ad)"
)
_AUTHOR = (
    r"(?:लेखक|लेखिका|रिपोर्टर|संवाददाता)\s+(?:के बारे में|का परिचय|परिचय)"
    r"|(?:about|meet)\s+(?:the\s+)?(?:author|writer|reporter)|author profile"
)
_REMARKS = (
    r"(?:comments?|repl(?:y|ies)|responses?|thoughts?|टिप्पणी|टिप्पणियां|टिप्पणियाँ|कमेंट|कमेंट्स|"
    r"प्रतिक्रिया|प्रतिक्रियाएं|प्रतिक्रियाएँ|कॉमेंट|कॉमेंट्स)"
)
_END = (
    r"(?:post a |leave a |view (?:all )?)?comments?(?: \(?\d+\)?)?|(?:leave|write"
    r"|add) a (?:reply|comment)|(?:टिप्पणियां|टिप्पणियाँ|कॉ?मेंट|कॉ?मेंट्स)(?:\s*\(?\d+\)?)?"
    rf"|(?:[0-9०-९]+|no|one) {_REMARKS}(?: (?:on|to) .+)?|कोई {_REMARKS} नहीं"
    rf"|.+[”\"’'] पर (?:[0-9०-९]+|एक) (?:विचार|{_REMARKS})"
    r"|(?:अपनी |एक )?(?:टिप्पणी|टिप्पणियां|टिप्पणियाँ|प्रा?तिक्रिया|कॉ?मेंट)"
    r"\s+(?:करें|दें|दे|लिखें|देखें|छोड़ें|पोस्ट करें|जोड़ें)|(?:उत्तर|जवाब) छोड़ें"
    r"|पाठकों की (?:राय|प्रतिक्रिया|प्रतिक्रियाएं)"
    r"|(?:चर्चा|बातचीत|बहस) में (?:शामिल हों|भाग लें|हिस्सा लें)|join the (?:conversation|discussion)"
    r"|(?:अगली|अगला|पिछली|पिछला)\s+(?:खबर|ख़बर|लेख|आर्टिकल|स्टोरी|समाचार|पोस्ट)"
    r"|(?:next|previous|prev)\s+(?:article|story|post|news)|end of (?:the )?article|post navigation"
    r"|(?:ब्लॉग\s+)?आर्काइव|blog archive"
)
_BIOGRAPHY = re.compile(
    r"पत्रकार|मीडिया|रिपोर्टर|संवाददाता|स्तंभकार|सं?पादक|लेखन|लेखक|लेखिका|journalis|editor|writer|writes|reporter",
    re.I,
)
_NAME = re.compile(r"^[^\W\d_][^\d,:|।॥?!()\"“”]{3,40}$")
_SPEAKS = re.compile(
    r"(?<![\w\u0900-\u097f])(?:आप|आपको|आपके|हम|हमारा|हमारी|हमारे|हमें|we|our|us|you)"
    r"(?![\w\u0900-\u097f])|^यह (?:वेबसाइट|पोर्टल)\s",
    re.I,
)
# An invitation that is named, not said: 'हमें फॉलो करें का नारा'.
_QUOTED = re.compile(r"(?:करें|जुड़ें)[\"'”’]*\s(?:का|की|के|जैसा|जैसी|जैसे|वाला|वाली|वाले)\s")
_SITE = re.compile(
    r"(?:समाचार|न्यूज़?|ख़?बर|news)\s.{0,20}(?:पोर्टल|वेबसाइट|मंच|खंड|portal|website|section)"
    r"|^यह (?:वेबसाइट|पोर्टल)\s.{0,160}(?:की|का|द्वारा \S+) है।?$"
    r"|(?:हमारी|हमारे|our)\s.{0,10}(?:वेबसाइट|पोर्टल|website|portal)",
    re.I,
)
_COPYRIGHT = re.compile(
    r"^\W*(?:copyright|कॉपीराइट)\W*\d{4}|^\W*©|all rights reserved|सर्वाधिकार सुरक्षित"
    r"|^यह (?:वेबसाइट|पोर्टल)\s.{0,160}(?:की|का) है।?$",
    re.I,
)
_RULE = re.compile(r"[\s*•·_=~#—–-]+")
_DESK = r"[^\s\d/*().,।:-]{1,8}"  # initials
_RELEASE = re.compile(
    rf"[\s*]*{_DESK}(?:\s?/\s?{_DESK}){{2,7}}(?:[-–]\d{{1,5}})?[\s*]*"
    rf"|[*\s]{{3,}}\s{_DESK}(?:/{_DESK}){{0,7}}"
    r"|[(\s*]*(?:रिलीज़?|विज्ञप्ति|release)\s+(?:आई\s?डी|id)\s*[:：].{0,60}"
    r"|[(\s]*(?:आगंतुक पटल|visitor counter)\s*[:：]?\s*\d*[)\s]*"
    r"|(?:इस (?:विज्ञप्ति|रिलीज़?) को (?:इन|निम्न).{0,20} भाषाओं में पढ़ें|read this release in)"
    r"\s*[:：].{0,200}",
    re.I,
)
_TEXT = r"(?:लेख|आलेख|ख़?बर|रिपोर्ट|स्टोरी|साक्षात्कार|इंटरव्यू|पोस्ट|article|story|report|interview|piece)"
_LANGUAGE = r"(?:अंग्रेज़?ी|इंग्लिश|मराठी|बांग्ला|तमिल|english|marathi|bengali)"
_HERE = r"(?:.{0,40}\s)?(?:यहां|यहाँ)\s(?:पढ़ें|पढ़िए|जाएं|क्लिक करें)"
_TRANSLATED = re.compile(
    rf"(?:यह|ये|इस|मूल|this|the)\s(?:\S+\s)?{_TEXT}\s(?=.*{_LANGUAGE}).{{0,40}}"
    r"(?:मूल रूप से|मूलतः|सबसे पहले|पहली बार|originally|first)\s"
    r".{0,80}(?:प्रकाशित|छप[ाी]|लिख[ाी]|published|written|appeared).{0,60}"
    rf"|(?:(?:यह|ये|इस|मूल)\s)?(?:{_TEXT}\s(?:को\s)?{_LANGUAGE}|{_LANGUAGE}\s{_TEXT})\s{_HERE}.{{0,20}}"
    rf"|{_LANGUAGE}\sमें\s(?:(?:यह|ये|इस|मूल)\s)?{_TEXT}\s{_HERE}.{{0,20}}"
    rf"|(?:to )?read\s(?:this|the)\s{_TEXT}\sin\s{_LANGUAGE}\b.{{0,30}}",
    re.I,
)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{words})\W*$", re.I)


_BOX_HEADING, _AUTHOR_HEADING, _END_HEADING = map(_whole, (_BOX_WORDS, _AUTHOR, _END))
_INVITATION = _whole(
    r"(?:newsletter|न्यूज़?लेटर)(?:\s.{0,60})?|subscribe(?: (?:now|today|to (?:our|the) .{1,40}))?"
    r"|sign up(?: (?:now|today|for .{1,40}))?|follow us(?:\s.{0,40})?"
    r"|(?:हमें|हमसे)\s+(?:फॉलो|फ़ॉलो|जुड़ें|सब्सक्राइब)(?:\s.{0,40})?"
)
_OWNER_HEADING = _whole(r"(?:मेरे|हमारे) बारे में|about (?:me|us)")
_REPLY = _whole(
    r"(?:(?:like|share|report|लाइक|शेयर)\W+)*(?:reply|replies)|(?:उत्तर|जवाब|प्रतिक्रिया)(?:\s+(?:दें|दे|करें))?|रिप्लाई(?:\s+करें)?"
)
_TEASER = re.compile(
    r"(?:(?:पढ़ें|पढ़िए)\s+पूर[ीा]\s+(?:खबर|ख़बर|लेख|स्टोरी|समाचार)|पूरी\s+(?:खबर|ख़बर)\s+पढ़ें"
    r"|read\s+(?:the\s+)?full\s+(?:story|article))\W*$",
    re.I,
)
_POSTED = re.compile(r"(?:प्रस्तुतकर्ता|posted by|published by|द्वारा पोस्ट किया गया)\s", re.I)
_SHARES = re.compile(
    r"ई-?मेल करें\s|इसे ब्लॉग करें|पर साझा करें|पर शेयर करें|email this|blogthis!"
    r"|share to (?:x|twitter|facebook)"
    r"|(?:लेबल|labels)\s*:\s",
    re.I,
)
_SYNDICATED = re.compile(
    r"\W*(?:यह|ये|इस|this)\s(?:ख़?बर|लेख|रिपोर्ट|स्टोरी|समाचार|story|article|report)\s"
    r"(?=.*(?:फ़?ीड|एजेंसी|feed|agency)).*"
    r"(?:संपादित नहीं|सम्पादित नहीं|एडिट नहीं|संपादन नहीं|बदलाव नहीं|not been edited|published from a)",
    re.I | re.S,
)
_PATH = re.compile(
    r"(?:home|होम|hindi news|news|हिंदी न्यूज़?|हिन्दी न्यूज़?|समाचार|ख़?बरें|न्यूज़?)"
    r"(?:\s+[/»›>]\s+[^/»›>।]{1,60}){2,6}",
    re.I,
)
_JOINER = re.compile("[\u200c\u200d]")  # which some keyboards put between two letters
_LONGEST_NOTE = 400  # characters
_LONGEST = 80  # characters of a heading
_LONGEST_QUOTING = 250  # of one that quotes the headline


def is_box_heading(text: str) -> bool:
    """Whether the text is the heading over links to other articles, or over an advertisement."""
    return len(text) <= _LONGEST and bool(_BOX_HEADING.match(text))


def is_invitation(text: str) -> bool:
    """Whether the text is the heading over an invitation to receive a newsletter or to follow.

    A sentence that tells of one, and speaks to nobody, is none.
    """
    if len(text) > _LONGEST or not _INVITATION.match(text):
        return False
    return not marks.is_told(text) or bool(_SPEAKS.search(text) and not _QUOTED.search(text))


def is_author_heading(text: str) -> bool:
    """Whether the text is the heading over what the site says of the author."""
    return len(text) <= _LONGEST and bool(_AUTHOR_HEADING.match(text))


def is_owner_heading(text: str) -> bool:
    """Whether the text is the heading over what the owner of a site says of himself."""
    return len(text) <= _LONGEST and bool(_OWNER_HEADING.match(text))


def ends_article(text: str) -> bool:
    """Whether the text is a heading that stands behind an article: comments, the next one."""
    return len(text) <= _LONGEST_QUOTING and bool(_END_HEADING.match(_JOINER.sub("", text)))


def is_teaser(text: str) -> bool:
    """Whether the text ends by sending on to the whole of another article."""
    return len(text) <= 4 * _LONGEST_QUOTING and bool(_TEASER.search(text))


def is_reply(text: str) -> bool:
    """Whether the text is the button under a comment by which one answers it."""
    return len(text) <= _LONGEST and bool(_REPLY.match(text))


def is_name(text: str) -> bool:
    """Whether the text can be a person's name: a few words without a number or a stop."""
    return bool(_NAME.match(text)) and len(text.split()) <= 4


def is_biography(text: str) -> bool:
    """Whether the text tells of somebody who writes or edits."""
    return bool(_BIOGRAPHY.search(text))


def is_self_description(text: str) -> bool:
    """Whether a news site tells its readers of itself in the text."""
    return bool(_SPEAKS.search(text) and _SITE.search(text))


def is_copyright(text: str) -> bool:
    """Whether the text is the line by which a publisher claims its rights."""
    return len(text) <= _LONGEST_QUOTING and bool(_COPYRIGHT.search(text))


def is_post_footer(text: str) -> bool:
    """Whether the text is what a blog prints under a post: who posted it, buttons to share it."""
    return len(text) <= _LONGEST_NOTE and bool(_POSTED.match(text) and _SHARES.search(text))


def is_syndicated(text: str) -> bool:
    """Whether the text is a site's note that it took the article from an agency as it was."""
    return len(text) <= _LONGEST_NOTE and bool(_SYNDICATED.match(text))


def is_path(text: str) -> bool:
    """Whether the text is a site's path to the page: 'Hindi News / Rajasthan / …'."""
    return len(text) <= 2 * _LONGEST and bool(_PATH.fullmatch(text))


def is_rule(text: str) -> bool:
    """Whether the text is signs that part what is above from what is below: '***'."""
    return bool(_RULE.fullmatch(text))


def is_release_note(text: str) -> bool:
    """Whether the text is what an office prints under a release: its desk's initials, its number.

    'एमजी/आरएम/केसी' and '(रिलीज़ आईडी: 2125531) आगंतुक पटल : 214' are.
    """
    is_note = len(text) <= _LONGEST_QUOTING and bool(_RELEASE.fullmatch(text))
    return is_note and not marks.split_sign_off(text)[1]


def is_translation_note(text: str) -> bool:
    """Whether the text, in brackets or alone, says in what language the article was before."""
    inner = text.strip(" ()[]*।.")
    return len(text) <= _LONGEST_QUOTING and bool(_TRANSLATED.fullmatch(inner))
