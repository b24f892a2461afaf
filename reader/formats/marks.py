"""The marks by which a Hindi newspaper's text tells its parts: key points, dateline, footer.

Each function looks at one line (tidied, see `tidy`) and knows nothing of its neighbours.
"""

from __future__ import annotations

import re

ENDS_SENTENCE = re.compile(
    "(?:[।॥.?!…۔؟。！？]|(?<=[\u0900-\u097f])[\"'”’)]?\\s?\\|)[\"'”’»)\\]]*$"
)
"""Matches a line that ends as a sentence does, in Hindi perhaps with a bar typed for a danda."""

_SIGNS = "•●▪■◦‣➤►▶✔☛➡➔✅👉🔹🔸🔷🔶🔴🔵◾◽▫★✦✓"
_BULLET = re.compile(rf"^(?:[{_SIGNS}]\ufe0f?\s*|[·*–—-]\s+)(?=\S)")
_POINT = re.compile("[•●▪■◆►▶➤]")
_DASHED = re.compile(r"(?:^|\s)[-–—]\s+")
_NUMBERED = re.compile(r"(?:^|\s)[0-9०-९]{1,2}[.)]\s+")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]*[^\s*_])\1(?![\w*])")
_TWEET_CREDIT = re.compile(r"^[—–-]\s?\S.{0,60}\(@\w{1,15}\).{0,30}$")
_CRUMBS = re.compile(r"\S\s[»›>/]\s\S")
_NUMBER = re.compile(r"^[(\[]?[0-9०-९]{1,2}[.)\]]\s+(?=\S)")

_KEY_WORD = (
    r"(?:story |key )?highlights?|key (?:points|takeaways)|tl;? ?dr|in short|at a glance|"
    r"quick (?:read|summary|take)|(?:ai|article|story|short)[ -]summary|"
    r"हाइलाइट्स?|हाईलाइट्स?|संक्षेप में(?: (?:पढ़ें|जानें|समझें))?|"
    r"एक नज़र में|एक नजर में|मुख्यांश|(?:(?:इस )?(?:खबर|ख़बर) का )?(?:सारांश|सार)|"
    r"(?:(?:इस )?(?:खबर|ख़बर) की |(?:ये|यह) हैं )?"
    r"(?:(?:[0-9०-९]+|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ|दस) )?"
    r"(?:मुख्य|प्रमुख|खास|ख़ास|अहम|बड़ी|महत्वपूर्ण)\s+(?:बातें|बिंदु|बिन्दु)"
)
_KEY_NOTE = (
    r"\s*(?:\([^()]{1,40}\)|ai[ -]generated\b.{0,60})"  # the same in English, or who wrote them
)
_KEY_HEADING = re.compile(rf"^\W*(?:{_KEY_WORD})(?:{_KEY_NOTE})?[\s:：–-]*$", re.I)
# What is a heading over prose as well counts over a list alone.
_LIST_HEADING = re.compile(
    r"^\W*(?:(?:इस|आज की) (?:खबर|ख़बर) में|क्या है (?:पूरी )?(?:खबर|ख़बर)|"
    r"(?:(?:यह|ये) )?क्यों (?:अहम|महत्वपूर्ण|जरूरी|ज़रूरी) है|why it matters)[\s:：?–-]*$",
    re.I,
)
# Words that stand in prose too ("मुख्य बातें यह हैं") only count with a colon behind them.
_KEY_INLINE = re.compile(
    r"^(?:(?:story |key )?highlights|हाइलाइट्स|हाईलाइट्स)\s*[:：–-]?\s*(?=\S)"
    rf"|^(?:{_KEY_WORD})\s*[:：]\s*(?=\S)"
    r"|^(?:मुख्य|खास|ख़ास)\s+(?:बातें|बिंदु)\s+(?!(?:यह|ये|इस|हैं|थीं|निम्न|को|में|से|की|और|जो|तो|भी)\s)(?=\S)",
    re.I,
)

_WEB_TITLE = re.compile(r"^(?:web\s*title|वेब\s*(?:टाइटल|शीर्षक))\s*[:：-]\s*(.*)$", re.I)

_INLINE_WEB_TITLE = re.compile(
    r"\s*(?<!\w)(?:web\s*title|वेब\s*(?:टाइटल|शीर्षक))\s*[:：]\s*(\S.*)$", re.I
)

_AGENCY = "भाषा|वार्ता|एजेंसी|एजेंसियां|एएनआई|पीटीआई|आईएएनएस|रॉयटर्स|यूनीवार्ता|ब्यूरो|संवाददाता|डेस्क|न्यूज"
_WIRE = (
    "भाषा|वार्ता|यूनीवार्ता|एएनआई|पीटीआई|आईएएनएस|रॉयटर्स|रायटर|एपी|एएफपी|डीपीए|एजेंसी|एजेंसियां|"
    "हि\\.\\s?स\\.?|हिंदुस्थान समाचार|हिन्दुस्थान समाचार|यूएनआई|PTI|ANI|IANS|UNI|Reuters|AFP|AP|DPA"
)
CITIES = (
    "(?:नई दिल्ली|दिल्ली|मुंबई|कोलकाता|चेन्नई|बेंगलुरु|हैदराबाद|अहमदाबाद|पुणे|जयपुर|लखनऊ|कानपुर|वाराणसी|"
    "प्रयागराज|आगरा|मेरठ|नोएडा|गाजियाबाद|गाज़ियाबाद|गुरुग्राम|फरीदाबाद|पटना|गया|मुजफ्फरपुर|भागलपुर|रांची|"
    "जमशेदपुर|धनबाद|भोपाल|इंदौर|ग्वालियर|जबलपुर|उज्जैन|रायपुर|बिलासपुर|देहरादून|हरिद्वार|नैनीताल|हल्द्वानी|"
    "शिमला|चंडीगढ़|अमृतसर|लुधियाना|जालंधर|श्रीनगर|जम्मू|जोधपुर|उदयपुर|कोटा|अजमेर|बीकानेर|गोरखपुर|बरेली|"
    "मुरादाबाद|अलीगढ़|अयोध्या|मथुरा|गुवाहाटी|भुवनेश्वर|सूरत|नागपुर|वाशिंगटन|वॉशिंगटन|लंदन|इस्लामाबाद|काठमांडू)"
)
"""Matches the places that begin an article with a danda or a stop behind them: 'लखनऊ। …'."""

_CITY_BEHIND = re.compile(rf"(?:^|,\s*){CITIES}$")
_SIGN_OFF = re.compile(
    r"\s?[(\[](?:(?:इनपुट|स्रोत|साभार|input|(?:समाचार|न्यूज|न्यूज़) एजेंसी)s?\s*[:：-]?\s*)?"
    rf"((?:{_AGENCY}|{_WIRE})(?:(?:[/,-]|\s+(?:और\s+)?)\s*(?:{_AGENCY}|{_WIRE}))*)"
    r"(?:\s(?:(?:के|से)\s)?(?:इनपुट\S*\s?)?(?:के साथ|से|पर आधारित)?)?[)\]][।.]?$",
    re.I,
)
_WIRE_NOTE = re.compile(
    r"\d{4}(?:\s\d{4})?(?:\s[\u0900-\u0963]+)?$"
    r"|[(\[].*(?:सिंडिकेट|syndicated|(?<!\w)feed|फ़?ीड).*[)\]]$",
    re.I,
)
_INPUT = re.compile(
    r"[\s(\[–—-]*(?:"
    r"(?:(?:इनपुट|inputs?)\s*[:：–—-]+\s*|with (?:agency )?inputs? from\s+)(?P<from>.{2,60}?)"
    rf"|(?:समाचार )?(?P<named>{_WIRE}|एजेंसियों)\s(?:के\s|से\s)?इनपुट(?:्?स)?"
    r"(?:\s(?:के साथ|पर आधारित|से|सहित))?)[)\]\s।.]*",
    re.I,
)
_NAMED_WIRE = re.compile(rf"(?<!\w)(?:{_WIRE}|agencies|एजेंसियों)(?![\w\u0900-\u0963])", re.I)
_SOME_WIRE = frozenset(("एजेंसी", "एजेंसियां", "एजेंसियों", "agencies"))
_DESK_NAMES = re.compile(r"^(भाषा|वार्ता|एएनआई|पीटीआई|आईएएनएस)(?:\s[^\s।.?!,:]+){1,4}$")
_DATELINE_AGENCY = re.compile(
    rf"\s*\(((?:{_WIRE})(?:[/,-](?:{_WIRE}))*)\)$|^({_WIRE}),\s*|,\s*({_WIRE})$"
)
_DESK = "संवाद|संवाद सूत्र|संवाद सहयोगी|संवाददाता|प्रतिनिधि|ब्यूरो|डेस्क|नेटवर्क|टीम"
_DATELINE_DESK = re.compile(
    rf"^((?:\S+\s){{0,2}}(?:{_DESK}|{_AGENCY})(?:,\s[^,]+)?),\s([^,।]+)[।.]?$"
)
_DASHED_WIRE = re.compile(rf"\s?[-–—]{{1,2}}\s?((?:{_WIRE}))(?:[/\s]\S{{1,20}}){{0,2}}[।.]?$")
_BARE_WIRE = re.compile(
    rf"^[\s(\[–—-]*((?:{_WIRE})(?:/(?:{_WIRE}))*)(?:/[^\s/]{{1,12}}){{0,3}}[)\]।.]*$"
)
_WORD = r"[^\s:：,।()\[\]|–—\"'“”‘’!?0-9०-९]+"
_PLACE = rf"{_WORD}(?:\s{_WORD}){{0,2}}"
_MONTHS = (
    "(?:जनवरी|फ़?रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर)"
)
_DATELINE_WITHIN = 120  # code points
_DATELINE = re.compile(
    rf"^({_PLACE}(?:/{_PLACE})?(?:,\s?[^\s:：।|()]+(?:\s[^\s:：।|()]+){{0,2}})?"
    rf"(?:\s?\([^()]{{1,25}}\))?)\s?(?:[:：]\s?[–—-]?|\s[–—-]+\s|[–—])\s*(?=\S)"
    rf"|^({_PLACE},\s?[0-9०-९]{{1,2}}\s\S+\s?\((?:{_AGENCY}|{_WIRE})\))[।.]?\s+(?=\S)"
    rf"|^({_PLACE}\s?\((?:{_AGENCY})\))[।.]?\s+(?=\S)"
    rf"|^({CITIES})[।.]\s+(?=\S)"
    rf"|^({_PLACE},\s?(?:[0-9०-९]{{1,2}}\s{_MONTHS}|{_MONTHS}\s[0-9०-९]{{1,2}})(?:,?\s[0-9०-९]{{4}})?)"
    rf"(?:[।.]\s+|\s?/\s?)(?=\S)"
    rf"|^((?:\S+\s)?(?:{_AGENCY}),\s{_PLACE}|{_PLACE},\s(?:\S+\s)?(?:{_AGENCY}))।\s*(?=\S)"
    rf"|^((?:{_WORD}\s){{0,2}}(?:{_DESK}),\s(?:{_PLACE},\s)?{_PLACE})[।.:]\s*(?=\S)"
)
_PLACE_ALONE = re.compile(rf"({_PLACE})\s?[।.:：]")
_LOCATED = re.compile(r"\s(?:में|के|से|की|का|को)(?!\S)")
# A place stands before a colon without any of these; a speaker or a clause has them.
_NOT_PLACES = (
    "है हैं था थी थे हो होगा होगी होंगे कहा कहते कहती कहना बोले बोला बोलीं बताया बताते पूछा लिखा "
    "जानें जानिए देखें पढ़ें करें ने को से में पर का की के कि यह ये वह वे इस उस जो क्या क्यों कैसे कब कहां "
    "सवाल जवाब प्रश्न उत्तर नोट सूचना फोटो तस्वीर वीडियो कैप्शन अपडेट लाइव ब्रेकिंग बयान आरोप दावा "
    "वजह कारण नतीजा उदाहरण मसलन यानी जैसे लेकिन मगर और या शीर्षक लेखक स्रोत दरअसल समय दिन नाम "
    "रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार "
    "आज पहला दूसरा तीसरा चौथा पहली दूसरी तीसरी विषय कीमत स्थान मुद्दा तारीख "
    "q a note photo video update live source title by question answer http https breaking"
)
_NOT_PLACE = frozenset(_NOT_PLACES.split())

_ALSO_READ = re.compile(
    r"^\W*(?:(?:ये|यह|इसे|इन्हें|इसको)\s+(?:(?:खबर|ख़बर|खबरें|ख़बरें|लेख|स्टोरी|वीडियो)\s+)?"
    r"भी\s+(?:जरूर\s+|ज़रूर\s+)?(?:पढ़ें|पढ़े|पढ़िए|देखें|जानें)|(?:पढ़ें|पढ़िए|देखें)\s+(?:ये|यह|इसे)\s+भी"
    r"|और\s+(?:भी\s+)?(?:पढ़ें|पढ़े|देखें)|also\s+(?:read|watch|see)"
    r"|also\s+check(?:\s+out)?(?=\s*[:：–—|-]|\s*$)|read\s+(?:more|also))"
    r"(?![\w\u0900-\u097f]|\s*,|\s+(?:तो|कि)\s)\s*[:：–—|.…-]*\s*"
    r"|^\W*(?:पढ़ें|पढ़िए|पढ़े|(?:वीडियो|video)\s+देखें|(?:देखें|watch)\s+(?:वीडियो|video))"
    r"(?!-\S*ें\s)\s*[:：|–—-]+\s*",
    re.I,
)
_POINTER = re.compile(
    r"\s*[(\[]\s*(?:(?:ये|यह|इसे)\s+भी\s+(?:पढ़ें|देखें)|also\s+read)[^()\[\]]*[)\]][\s।.]*$"
    r"|(?<=[।॥.?!…])\s*(?:(?:और|आगे)\s+पढ़ें|read\s+more)[\s.…]*$",
    re.I,
)
_BUTTON = re.compile(
    r"^\W*(?:advertisement|sponsored|विज्ञापन|कॉपी लिंक|copy link|share|शेयर(?: करें)?|लाइक(?: करें)?|"
    r"कमेंट(?: करें)?|facebook|twitter|whats ?app|telegram|linkedin|pinterest|e-?mail|x|"
    r"फेसबुक|ट्विटर|व्हाट्सऐप|व्हाट्सएप|प्रिंट|print|next|prev|previous"
    r"|view all|follow|follow us|हमें फॉलो करें|subscribe|सब्सक्राइब करें|loading\W*|tags?|टैग्स?"
    r"|(?:संबंधित|सम्बंधित|सम्बन्धित|मिलती-जुलती|(?:इससे|इसी से) जुड़[ीे]|related)"
    r"(?:\s+(?:ख़?बर(?:ें)?|समाचार|लेख|वीडियो|news|stor(?:y|ies)|articles?|posts?)|\s*[:：])"
    r"|लाइव (?:अपडेट्?स?|ब्लॉग)|live (?:updates?|blog)|(?:फॉलो|फ़ॉलो) करें|टिप्पणी करें"
    r"|(?:open|read|continue) (?:in|on) (?:the )?app|(?:ऐप|एप) (?:पर|में) (?:पढ़ें|खोलें|देखें)"
    r"|(?:(?:यह|ये) )?(?:खबर|ख़बर|लेख|स्टोरी) सुनें|listen to (?:this )?(?:article|story|news)"
    r"|read(?:ing)? time\W*\d{1,2} min\w*|\d{1,2} min(?:ute)?s? read|trending (?:videos?|photos?)"
    r"|share this(?: (?:article|story|post))?|like this|इसे (?:साझा|शेयर) करें"
    r"|(?:खबर|ख़बर|स्टोरी|लेख|पोस्ट)(?: को)? शेयर करें"
    r"|आगे पढ़ें|(?:खबरें|ख़बरें) और भी हैं|scroll to continue (?:with content|reading)"
    r"|link copied|(?:show )?quick read|लाइव टीवी(?: देखें)?|(?:watch )?live tv"
    r"|(?:advertisement\W+)?scroll to continue"
    r"|(?:story continues|continue reading) below (?:this )?(?:ad|advertisement)"
    r"|(?:खबर|ख़बर|स्टोरी|लेख) विज्ञापन के बाद जारी है"
    r"|आगे की (?:खबर|ख़बर) (?:पढ़ने )?के लिए (?:नीचे )?स्क्रॉल करें"
    r"|join our (?:\w+ )?(?:channel|group)|subscribe to notifications)\W*$",
    re.I,
)
_FINITE = re.compile(
    r"(?<![\w\u0900-\u097f])(?:है|हैं|था|थी|थे|थीं|गया|गई|गए|गयी|गये|हुआ|हुई|कहा|बताया|"
    r"[\u0900-\u0963]+(?:ेगा|ेगी|ेंगे|ेंगी|ोगा|ोगी|ोंगे|ोंगी))(?![\w\u0900-\u0963])"
)
_CLOSING = " \"'”’)"
# What is a finite verb at the end of a sentence, and may be something else within one.
_LAST_WORD = re.compile(
    r"(?<!\S)(?:दि(?:या|ए)|दीं?|लि(?:या|ए)|लीं?|कि(?:या|ए)|कीं?|रह(?:ा|ी|े|ीं)|कह(?:ी|े|ीं)|पड़(?:ा|ी|े|ीं)"
    r"|चुक(?:ा|ी|े)|सक(?:ा|ी|े)|लग(?:ा|ी|े|ीं)|मिल(?:ा|ी|े|ीं)|आ(?:या|ए|ई|ईं)|बन(?:ा|ी|े)|हुए|हुईं|गईं"
    r"|(?:उठ|कर|घट|चल|जत|ठहर|दिख|दिल|पहुंच|बच|बढ़|बत|बन|बुल|मन|लग|समझ|सुन|हट)ा(?:या|ए|ई|ईं))"
    r"[।॥\s\"'”’)]*$"
)
_FULL_STOP = re.compile(r"[।॥][\"'”’)]*$")
_COLON = (":", "：", "–", "—", "-", "|", ".", "…")
_SCRIPTS = (re.compile("[A-Za-z]"), re.compile("[\u0904-\u0939\u0958-\u0961]"))


def bullet(line: str, numbers: bool = False) -> str:
    """Return the text behind a bullet (with ``numbers``, also a list number), else ''."""
    match = _BULLET.match(line) or (_NUMBER.match(line) if numbers else None)
    return line[match.end() :] if match else ""


def without_emphasis(line: str) -> str:
    """Return the line without the stars and underscores that messengers write for bold type."""
    return _EMPHASIS.sub(r"\2", line)


def is_tweet_credit(line: str) -> bool:
    """Whether the line says who wrote the post above it: '— Name (@name) June 29, 2024'."""
    return bool(_TWEET_CREDIT.match(line))


def is_crumbs(line: str) -> bool:
    """Whether the line, over the headline, is a site's path to it: 'Home » State', 'Hindi News'."""
    if len(line) > 60 or ENDS_SENTENCE.search(line):
        return False
    return bool(_CRUMBS.search(line)) or (not has_hindi(line) and len(line.split()) <= 4)


def is_full_story(line: str) -> bool:
    """Whether the line is the heading विस्तार, over the story that a summary (सार) opened."""
    return line.strip(" :：-") == "विस्तार"


def input_credit(line: str) -> str:
    """Return the agencies of a line such as 'इनपुट- एजेंसी के साथ भाषा', '' if it is none."""
    match = _INPUT.fullmatch(line) if len(line) < 100 else None
    names = _NAMED_WIRE.findall(match["from"] or match["named"]) if match else []
    named = [name for name in names if name not in _SOME_WIRE] or names
    return ", ".join(dict.fromkeys(named))


def split_sign_off(line: str) -> tuple[str, str]:
    """Split '… (भाषा)' into the text and the agency; 'भाषा अमित रंजन' alone is all agency."""
    if told := input_credit(line):
        return "", told
    if match := _DESK_NAMES.match(line):
        return "", match[1]
    if match := _BARE_WIRE.match(line):
        return "", match[1]
    match = _SIGN_OFF.search(line) or _DASHED_WIRE.search(line)
    return (line[: match.start()], match[1]) if match else (line, "")


def is_wire_note(line: str) -> bool:
    """Whether the line is a wire's own, '1203 1604 दिल्ली', or says in brackets that it is one's."""
    return bool(_WIRE_NOTE.match(line))


def split_agency(dateline: str) -> tuple[str, str]:
    """Split 'नई दिल्ली, 4 जुलाई (भाषा)' or 'पीटीआई, नई दिल्ली' into the place and the agency."""
    match = _DATELINE_AGENCY.search(dateline)
    if match is None:
        return dateline, ""
    place = (dateline[: match.start()] + dateline[match.end() :]).strip(" ,।-–—")
    return place, match[1] or match[2] or match[3]


def split_desk(dateline: str) -> tuple[str, str]:
    """Split 'जागरण संवाददाता, पटना' or 'संवाद सूत्र, जागरण, पटना' into the place and the desk."""
    match = _DATELINE_DESK.match(dateline)
    return (match[2], match[1]) if match else (dateline, "")


def place_alone(line: str, text: str) -> str:
    """Return the place that a line such as 'श्रीहरिकोटा:' names and nothing else, '' if none.

    It is a known city, or ``text``, which it stands over, says that something is there.
    """
    match = _PLACE_ALONE.fullmatch(line)
    if match is None or is_clause(match[1].split()) or is_key_heading(line):
        return ""
    place = match[1]
    known = re.fullmatch(CITIES, place) or re.search(re.escape(place) + _LOCATED.pattern, text)
    return place if known else ""


def is_desk(line: str) -> bool:
    """Whether the line is a desk's initials, as agencies print them: 'एसकेपी/एबीएम', 'अमित'."""
    return len(line) <= 30 and len(line.split()) == 1 and not ENDS_SENTENCE.search(line)


def split_web_title(line: str) -> tuple[str, str]:
    """Split '… Web Title: …' into the text and the title, '' if there is none."""
    match = _INLINE_WEB_TITLE.search(line)
    return (line[: match.start()], match[1]) if match else (line, "")


def split_bullets(points: str) -> list[str]:
    """Split points on one line at their bullets; without bullets they stay one string.

    Dashes and numbers are bullets where the line begins with one.
    """
    signs = [sign for sign in (_DASHED, _NUMBERED) if sign.match(points)]
    for sign in (_POINT, *signs):
        told = [point.strip() for point in sign.split(points) if point.strip()]
        if len(told) > 1:
            break
    return told


def is_key_heading(line: str) -> bool:
    """Whether the line is a heading such as 'Highlights' or 'मुख्य बातें', alone."""
    return len(line) < 120 and bool(_KEY_HEADING.match(line))


def is_list_heading(line: str) -> bool:
    """Whether the line, over a list, is the heading of key points: 'इस खबर में', 'क्या है खबर'."""
    return len(line) < 120 and bool(_LIST_HEADING.match(line))


def inline_key_points(line: str) -> str:
    """Return what follows 'Highlights' or 'मुख्य बातें' on the same line, '' if nothing does."""
    match = None if is_key_heading(line) else _KEY_INLINE.match(line)
    return line[match.end() :] if match else ""


def web_title(line: str) -> str | None:
    """Return the text of a 'Web Title:' line, or None if it is no such line."""
    match = _WEB_TITLE.match(line)
    return match[1] if match else None


def is_alt(line: str) -> bool:
    """Whether the line is a picture's alt text in two languages, 'English | Hindi' or reversed."""
    halves = line.split(" | ")
    return len(halves) == 2 and {_script(half) for half in halves} == {0, 1}


def split_dateline(paragraph: str) -> tuple[str, str]:
    """Split 'नई दिल्ली: …' into the dateline and the rest; the dateline is '' if there is none.

    One to three words without a verb, perhaps with a date or an agency, before a colon or dash.
    """
    match = _DATELINE.match(paragraph, 0, _DATELINE_WITHIN)
    if match is None:
        return "", paragraph
    place = next(group for group in match.groups() if group)
    words = {word.strip(",()").lower() for word in place.split()}
    rest = paragraph[match.end() :]
    label = has_hindi(rest) and not has_hindi(place)  # 'Special Trains:' over a text in Hindi
    if label or words & _NOT_PLACE or len(place) > 60 or len(rest.split()) < 3:
        return "", paragraph
    return place, rest


def without_city(names: str) -> str:
    """Return the names of a byline without the city behind them: 'राम कुमार, लखनऊ'."""
    return _CITY_BEHIND.sub("", names)


def is_clause(words: list[str]) -> bool:
    """Whether among the words is a verb, a postposition or an order, which no name has."""
    return not _NOT_PLACE.isdisjoint(words) or any(word.endswith(("ें", "िए")) for word in words)


def is_told(line: str) -> bool:
    """Whether the line is a sentence that tells something: with a finite verb, ended by a danda."""
    return is_finite(line) and bool(_FULL_STOP.search(line))


def is_finite(line: str) -> bool:
    """Whether the line has a finite verb."""
    return bool(_FINITE.search(line) or _LAST_WORD.search(line))


def ends_told(line: str) -> bool:
    """Whether the line ends in a finite verb, as a sentence does whose danda was left out."""
    return bool(_LAST_WORD.search(line) or _FINITE.match(line.rstrip(_CLOSING).rpartition(" ")[2]))


def is_also_read(line: str, is_link: bool = False) -> bool:
    """Whether the line points to another article: 'ये भी पढ़ें: …', 'Also read …'.

    A sentence that goes on from these words does not, unless it is a link.
    """
    match = _ALSO_READ.match(line) if len(line) < 300 else None
    if match is None:
        return False
    return is_link or match[0].rstrip().endswith(_COLON) or not is_told(line)


def is_bare_also_read(line: str) -> bool:
    """Whether the line is 'ये भी पढ़ें' alone, so that the links stand below it."""
    match = _ALSO_READ.match(line)
    return match is not None and match.end() == len(line)


def without_pointer(paragraph: str) -> str:
    """Return the paragraph without '(ये भी पढ़ें: …)' or 'और पढ़ें' at its end."""
    match = _POINTER.search(paragraph)
    return paragraph[: match.start()] if match else paragraph


def is_button(line: str) -> bool:
    """Whether the line is a button's or an advertisement's label and nothing else."""
    return len(line) < 60 and bool(_BUTTON.match(line))


def has_hindi(line: str) -> bool:
    """Whether the line has a Devanagari letter in it."""
    return bool(_SCRIPTS[1].search(line))


def _script(text: str) -> int | None:
    """0 for mostly Latin, 1 for mostly Devanagari, None for neither."""
    latin, hindi = (len(pattern.findall(text)) for pattern in _SCRIPTS)
    if latin == hindi:
        return None
    return 0 if latin > hindi else 1
