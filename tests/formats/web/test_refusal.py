"""What is no article is refused with a line that says what it is; an article about it opens."""

import pytest

from reader.errors import NeedsBrowser, NoArticle
from tests.formats.web.story import BODY, OTHER, STORY, marked_up, read, texts

HEADLINES = [
    f"{place} में {what}"
    for place in ("जोधपुर", "बरेली", "उज्जैन")
    for what in (
        "बाज़ार दो दिन बंद, व्यापारी नाराज़",
        "नई पाइप लाइन का काम शुरू हुआ",
        "मेले की तैयारी पूरी, आज उद्घाटन",
    )
]
SHORT = "बारिश के बाद नगर निगम ने सफ़ाई का काम तेज़ कर दिया है।"
TOPIC = (
    "सरयू उत्तर भारत की एक पुरानी नदी है। यह हिमालय से निकलती है और अयोध्या से होकर बहती है।"
    " इसके घाटों पर हर साल मेला लगता है। नदी की सफ़ाई के लिए कई योजनाएँ चल रही हैं।"
)


def teaser(number: int, headline: str) -> str:
    link = f"<a href='/k/{number}'>{headline}</a>"
    return f"<article><h2>{link}</h2><p>{SHORT}</p><span>12 मई 2025</span></article>"


def grid(form: str = "article") -> str:
    if form == "article":
        return "".join(teaser(*each) for each in enumerate(HEADLINES))
    items = (f"<a href='/k/{n}'>{h}</a> <small>12 मई 2025</small>" for n, h in enumerate(HEADLINES))
    return "".join(f"<{form}>{item}</{form}>" for item in items)


def refusal(body: str, title: str = "") -> NoArticle:
    with pytest.raises(NoArticle) as caught:
        read(f"<h1>{title}</h1>{body}" if title else body)
    assert caught.value.advice
    return caught.value


@pytest.mark.parametrize("form", ["article", "li", "div", "p"])
@pytest.mark.parametrize("over", ["", "<h2>ताज़ा खबरें</h2>"])
def test_few_words_on_a_topic_over_many_teasers(form: str, over: str) -> None:
    body = f"<nav><a href='/'>होम</a></nav><h1>सरयू</h1><p>{TOPIC}</p>{over}{grid(form)}"
    assert "the articles on a topic or by an author" in refusal(body).what


def test_a_page_of_an_author() -> None:
    about = "<p>मीरा नौटियाल दस साल से पहाड़ की खबरें लिख रही हैं।</p>"
    assert "by an author" in refusal(f"{about}{grid('div')}", "मीरा नौटियाल").what


@pytest.mark.parametrize("over", ["", "<h3>संबंधित खबरें</h3>", "<h2>पढ़ने लायक</h2>"])
def test_an_article_over_a_grid_of_teasers_opens(over: str) -> None:
    assert texts(f"{BODY}{over}{grid()}") == STORY


def test_a_profile_over_a_list_of_articles_opens() -> None:
    told = "सरयू एक नदी है जिसके किनारे यह गाँव बसा है। यहाँ के लोग खेती करते हैं।"
    body = f"<h1>सरयू</h1>{marked_up((told, *STORY, *OTHER))}{grid('li')}"
    assert texts(body) == (told, *STORY, *OTHER)


CHECKS = [
    ("Just a moment...", "Verifying you are human. This may take a few seconds."),
    ("ghat.example", "Press and hold to confirm you are a human (and not a bot)."),
    ("कृपया सत्यापित करें कि आप इंसान हैं", "आगे बढ़ने के लिए नीचे के डिब्बे पर टिक करें।"),
    ("सुरक्षा जाँच", "हमें आपके नेटवर्क से असामान्य ट्रैफिक मिला है। जारी रखने के लिए टिक करें।"),
    ("One more step", "Please complete the security check to access ghat.example"),
    ("क्या आप मानव हैं?", "नीचे दिए गए चित्र के अक्षर लिखें।"),
    ("403 Forbidden", "nginx"),
]
FAULTS = [
    ("सर्वर में त्रुटि", "तकनीकी कारणों से यह पेज अभी नहीं खुल पा रहा है। कुछ देर बाद कोशिश करें।"),
    ("500", "Internal Server Error"),
    ("503 Service Temporarily Unavailable", "nginx"),
    ("Oops! Something went wrong", "Please try again in a while."),
    ("साइट पर रखरखाव का काम चल रहा है", "हम जल्द लौटेंगे।"),
    ("We are experiencing technical difficulties", "Our team is at work."),
]
SLIDE = "<amp-story-page><h2>पहाड़</h2><p>यहाँ जून में भी तापमान 20 डिग्री रहता है।</p></amp-story-page>"
OTHERS = [
    ("घूमने की सात जगहें", f"<amp-story>{SLIDE * 7}</amp-story>", "shows pictures"),
    ("अपने खाते में लॉग इन करें", "<form><input type='password'></form>", "a page to log in"),
    ("Sign in to your account", "<input type='password'><p>भूल गए?</p>", "a page to log in"),
    ("साइन इन", "<p>अपना मोबाइल नंबर डालें।</p>", "a page to log in"),
    ("ई-पेपर", "<img src='/1.jpg'><p>संस्करण चुनें और तारीख बदलें।</p>", "the printed paper"),
    ("घाट समाचार ई-पेपर: लखनऊ", "<p>पन्ने पलटने के लिए छुएँ।</p>", "the printed paper"),
    ("दिन भर: एपिसोड 214", "<audio src='a.mp3'></audio><p>सुनिए आज की बात।</p>", "listen to"),
    ("पॉडकास्ट", "<p>आज के अंक में पराली पर बात।</p>", "listen to"),
    (
        "We value your privacy",
        "<p>We and our partners store data.</p>",
        "agree to cookies or terms",
    ),
    ("आज का राशिफल", "".join(f"<a href='/{n}'>राशि{n} </a>" for n in range(8)), "a list of links"),
]


@pytest.mark.parametrize(("title", "text"), CHECKS)
def test_a_page_that_asks_for_a_human(title: str, text: str) -> None:
    error = refusal(f"<p>{text}</p>", title)
    assert "wants to know that a person is reading" in error.what
    assert isinstance(error, NeedsBrowser)


@pytest.mark.parametrize(("title", "text"), FAULTS)
def test_a_page_of_a_site_that_fails(title: str, text: str) -> None:
    error = refusal(f"<p>{text}</p>", title)
    assert "has a fault at its end" in error.what
    assert error.advice == "Try again later."


@pytest.mark.parametrize(("title", "body", "what"), OTHERS)
def test_a_page_that_is_for_something_else(title: str, body: str, what: str) -> None:
    assert what in refusal(body, title).what


@pytest.mark.parametrize(
    "headline",
    [
        "सर्वर में गड़बड़ी से परीक्षा टली, छात्र परेशान",
        "ई-पेपर पढ़ने वालों की संख्या दोगुनी हुई",
        "पॉडकास्ट सुनने में भारत तीसरे नंबर पर पहुँचा",
        "लॉगिन की जगह अब अंगूठे का निशान लगेगा",
        "कैप्चा से परेशान लोगों के लिए नया तरीका",
        "500 गाँवों में सर्वर लगाएगी सरकार",
        "क्या आप रोबोट से बात कर रहे हैं? ऐसे पहचानें",
        "तकनीकी कारणों से मेला अब अगले हफ़्ते लगेगा",
    ],
)
def test_an_article_on_such_things_opens(headline: str) -> None:
    player = "<audio src='khabar.mp3'></audio>"
    body = f"<h1>{headline}</h1>{player}{marked_up((*STORY, *OTHER))}<input type='password'>"
    assert texts(body) == (*STORY, *OTHER)


BRIEF = "कानपुर देहात में रविवार तड़के बस पलटने से तीन लोगों की मौत हो गई। पुलिस ने यह जानकारी दी।"


def told(body: str) -> str:
    data = f'{{"@type": "NewsArticle", "headline": "बस पलटी", "articleBody": "{body}"}}'
    return f"<script type='application/ld+json'>{data}</script>"


@pytest.mark.parametrize(
    "body",
    [
        f"{told(BRIEF)}<p>{BRIEF}</p>",
        f"<p>कानपुर, 3 मई (भाषा) {BRIEF}</p>",
        f"<p>{BRIEF}</p>",
        f'<meta property="og:type" content="article"><script>run()</script><p>{BRIEF}</p>',
    ],
)
def test_a_report_of_two_sentences_opens_where_it_is_news_for_certain(body: str) -> None:
    assert texts(f"<h1>बस पलटी, तीन की मौत</h1>{body}") == (BRIEF,)


@pytest.mark.parametrize("body", [f"<p>{BRIEF}</p>", f"{told(BRIEF + BRIEF[:40])}<p>{BRIEF}</p>"])
def test_two_sentences_alone_are_no_article(body: str) -> None:
    with pytest.raises(NoArticle):
        read(f"<h1>बस पलटी, तीन की मौत</h1>{body}" + "<script>run()</script>")


CONSENT = (
    "हम और हमारे 842 साझेदार आपके डिवाइस पर कुकीज़ जैसी जानकारी सहेजते हैं। आप अपनी पसंद कभी भी बदल सकते हैं।",
    "सहमत होने पर आप विज्ञापनों के निजीकरण की अनुमति देते हैं। साइट का कोई हिस्सा इसके बिना नहीं खुलता।",
)


@pytest.mark.parametrize("name", ["class=consent", "class=box", "id=cookie-wall"])
@pytest.mark.parametrize("texts", [CONSENT[:1], CONSENT])
def test_a_wall_that_asks_to_agree_is_named(name: str, texts: tuple[str, ...]) -> None:
    head = "<h2>हम आपकी निजता का सम्मान करते हैं</h2>"
    error = refusal(f"<div {name}>{head}{marked_up(texts)}<button>स्वीकार करें</button></div>")
    assert isinstance(error, NeedsBrowser)
    assert "asks its reader to agree" in error.what


def test_a_notice_over_an_article_or_an_article_on_one_opens() -> None:
    notice = f"<div class=consent>{marked_up(CONSENT)}<button>स्वीकार करें</button></div>"
    assert texts(f"{notice}{BODY}") == STORY
    long = (*STORY, *(f"{each} {each}" for each in OTHER))
    for head in ("<h1>कुकीज़ पर नियम</h1><h2>{}</h2>", "<h1>{}</h1>"):
        headed = head.format("आपकी निजता का क्या होगा?")
        assert texts(f"{headed}{marked_up(long)}")[-len(long) :] == long


HEADLINE = "कानपुर देहात में बस पलटी, तीन की मौत"
ARTICLE = "<meta property='og:type' content='article'>"


@pytest.mark.parametrize("head", ["", f"{ARTICLE}<script>run()</script>"])
def test_two_sentences_that_tell_the_headline_are_a_report(head: str) -> None:
    assert texts(f"{head}<h1>{HEADLINE}</h1><p>{BRIEF}</p>") == (BRIEF,)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("हमारे बारे में जानिए", f"<p>{BRIEF}</p>"),
        (HEADLINE, f"<p>{BRIEF}</p><p><a href='/a'>पूरी खबर पढ़ें</a></p>"),
        (HEADLINE, f"<p>{BRIEF.partition('।')[0]}।</p>"),
    ],
)
def test_what_may_be_a_teaser_is_said_to_be_too_little(headline: str, body: str) -> None:
    error = refusal(body, headline)
    assert "too little text to tell" in error.what
    assert "paste it" in error.advice


@pytest.mark.parametrize("head", ["", f"<meta name='description' content='{BRIEF}'>{ARTICLE}"])
def test_a_summary_on_a_page_of_scripts_may_not_be_all_of_it(head: str) -> None:
    body = f"{head}<p>{BRIEF}</p><script>run()</script>"
    assert isinstance(refusal(body, HEADLINE), NeedsBrowser)


def test_a_page_that_goes_deeper_than_is_read_is_refused_and_not_cut_short() -> None:
    deep = "<b><i>" * 3000
    assert "deeper" in str(refusal(f"{marked_up(STORY)}{deep}{marked_up(OTHER)}"))


def test_a_page_of_more_text_than_an_article_has_is_told_by_its_length_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("reader.formats.web.boxes.without_furniture")
    assert "more text than can be read" in refusal(f"<p>{'पुल खुला। ' * 210_000}</p>", "पुल").what


UNENDED = (
    "सूखे के बाद गाँव वालों ने अपने पुराने तालाब को बचाने का फ़ैसला किया और सब लोग फावड़े लेकर पहुँच गए",
    "तालाब में बीस साल से गाद भर रही थी और पहले ही दिन साठ ट्रॉली गाद निकालकर खेतों में डाली जा चुकी है",
    "ग्राम प्रधान ने बताया कि काम तीन हफ़्ते चलेगा और उसके बाद किनारे पर नीम और जामुन के पेड़ भी लगाए जाएँगे",
)


def test_an_article_without_a_single_danda_opens() -> None:
    assert texts(f"<h1>तालाब की सफ़ाई में जुटा पूरा गाँव</h1>{marked_up(UNENDED)}") == UNENDED


def test_headlines_without_a_danda_are_no_article() -> None:
    heads = [f"<p>{text[:58]}</p>" for text in UNENDED * 3]
    with pytest.raises(NoArticle):
        read(f"<h1>ताज़ा खबरें</h1>{''.join(heads)}")
