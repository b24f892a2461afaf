"""Rules, a release's numbers, notes on translation, credits to agencies: no text of the body."""

import pytest

from reader.formats import marks
from tests.formats.web.story import STORY, TITLE, marked_up, read, texts

NOTES = [
    "***",
    "* * *",
    "-----",
    "एमजी/आरएम/केसी",
    "*****  एमजी/आरएम/केसी",
    "(रिलीज़ आईडी: 2125531) आगंतुक पटल : 214",
    "(Release ID: 2100123) Visitor Counter : 77",
    "(यह लेख मूल रूप से अंग्रेज़ी में प्रकाशित हुआ था।)",
    "(यह स्टोरी सबसे पहले हमारी अंग्रेजी वेबसाइट पर प्रकाशित हुई थी)",
    "इस लेख को अंग्रेज़ी में पढ़ने के लिए <a href='/en'>यहां क्लिक करें</a>।",
    "इस विज्ञप्ति को इन भाषाओं में पढ़ें: <a href='/en'>English</a>, <a href='/ur'>Urdu</a>",
]
TOLD = [
    "यह उपन्यास मूल रूप से बांग्ला में प्रकाशित हुआ था और 1932 में इसका अनुवाद आया।",
    "यह लेख मूल रूप से अंग्रेज़ी में प्रकाशित हुआ था और उस पर मुक़दमा चला।",
    "हिंदी/उर्दू दोनों में लिखे गए इस बोर्ड को गाँव वालों ने ख़ुद लगाया है।",
    "इनपुट लागत बढ़ने से किसान परेशान हैं और तालाब का पानी ही सहारा है।",
]


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_left_out(note: str, place: int) -> None:
    body = f"{marked_up(STORY[:place])}<p>{note}</p>{marked_up(STORY[place:])}"
    assert texts(f"<article><h1>{TITLE}</h1>{body}</article>") == STORY


@pytest.mark.parametrize("line", TOLD)
def test_a_sentence_of_such_things_stays(line: str) -> None:
    body = f"{marked_up(STORY[:2])}<p>{line}</p>{marked_up(STORY[2:])}"
    assert line in texts(f"<h1>{TITLE}</h1>{body}")


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("इनपुट- एजेंसी के साथ भाषा", "भाषा"),
        ("इनपुट: आईएएनएस", "आईएएनएस"),
        ("(भाषा इनपुट के साथ)", "भाषा"),
        ("एजेंसी इनपुट के साथ", "एजेंसी"),
        ("With inputs from PTI", "PTI"),
    ],
)
def test_an_agency_that_helped_is_credited(line: str, agency: str, place: int) -> None:
    assert marks.input_credit(line) == agency
    body = f"{marked_up(STORY[:place])}<p>{line}</p>{marked_up(STORY[place:])}"
    article = read(f"<article><h1>{TITLE}</h1>{body}</article>")
    assert article.byline == agency
    assert tuple(each.text for each in article.paragraphs) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "प्रस्तुतकर्ता अनिल शर्मा पर 7:30 am इसे ईमेल करें इसे ब्लॉग करें! लेबल: गांव",
        "(यह खबर सिंडिकेट फीड से ली गई है, हमारी टीम ने इसे संपादित नहीं किया है।)",
        "Hindi News / Rajasthan / Jaipur / तालाब की सफ़ाई",
        "लेटेस्ट अपडेट्स के लिए प्रभात ऐप डाउनलोड करें",
        "स्टोरी शेयर करें",
        "आगे पढ़ें",
        "खबरें और भी हैं...",
        "Scroll to continue with content",
        "Continue reading below Advertisement...",
        "Content owned by District Office. Last Updated: 12-03-2025",
    ],
)
def test_what_sites_print_between_paragraphs_goes(line: str) -> None:
    told = f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{line}</p><p>{STORY[2]}</p>"
    assert texts(told) == STORY[:3]


@pytest.mark.parametrize(
    "line",
    [
        "प्रस्तुतकर्ता अनिल शर्मा ने मंच पर सबको बधाई दी और कहा कि गाँव ने मिसाल कायम की है।",
        "यह खबर एजेंसी की फीड में आते ही बाज़ार में हलचल मच गई और शेयर दो फ़ीसदी गिर गए।",
        "समाचार / विचार / मनोरंजन: तीनों के लिए अब गाँव में एक ही केंद्र होगा, प्रधान ने कहा।",
        "आगे पढ़ें या खेलें, यह बच्चों को ख़ुद तय करना होगा, शिक्षक ने अभिभावकों से कहा।",
        "सोमवार, 3 मई। इस दिन गाँव में पहली बार बिजली आई थी, लोग आज भी याद करते हैं।",
        "हमें फॉलो करें का नारा अब गांव तक पहुंच चुका है।",
        "ये भी पढ़ें और वो भी पढ़ें, पिता ने बेटी को समझाया।",
    ],
)
def test_paragraphs_with_such_words_stay(line: str) -> None:
    told = f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{line}</p><p>{STORY[2]}</p>"
    assert texts(told) == (*STORY[:2], line, STORY[2])
