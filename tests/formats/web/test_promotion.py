"""What a page asks of its reader is left out, and what an article tells of such things stays."""

import pytest

from reader.formats.web import promotion
from tests.formats.web.story import STORY, TITLE, marked_up, read, texts

ASKED = [
    "हमारे व्हाट्सएप चैनल से जुड़ने के लिए यहां क्लिक करें",
    "ताज़ा जानकारी के लिए हमारा टेलीग्राम चैनल सब्सक्राइब करें।",
    "खबर कैसी लगी, अपना फीडबैक जरूर दें।",
    "क्या यह सारांश उपयोगी है?",
    "क्या आपको यह खबर पसंद आई?",
    "Was this article helpful?",
    "पोस्ट लोड हो रही है...",
    "छोड़कर सबसे ज़्यादा पढ़ी गईं आगे बढ़ें",
    "End of सबसे ज़्यादा पढ़ी गईं",
    "Be the first to know! Allow Notifications",
    "Latest India News",
    "A post shared by Ghat Samachar (@ghatsamachar)",
    "घाट समाचार के साथ रहें हर दिन अपडेट, पाएँ हर बड़ी खबर।",
    "(घाट समाचार आपकी आवाज़ है। आज ही मेंबर बनें और हमारी पत्रकारिता का साथ दें।)",
    "क्या आपको यह रिपोर्ट अच्छी लगी?",
    "हम बिना विज्ञापन के चलते हैं। हमारी पत्रकारिता के लिए आर्थिक मदद करें।",
    "घाट समाचार के पाठकों से अपील: स्वतंत्र पत्रकारिता बचाने के लिए सहयोग दें।",
    "हम आपकी सुविधा के लिए कुकीज का इस्तेमाल करते हैं। आगे बढ़कर आप हमारी शर्तों से सहमत होते हैं।",
    "We use cookies to serve you. By continuing you agree to our policy.",
]
LAST = [
    "पढ़ें राज्य की ताज़ा खबरें सबसे पहले घाट समाचार पर",
    "हिंदी में पढ़ें खेल की ताज़ा खबरें। सबसे भरोसेमंद वेबसाइट घाट समाचार पर।",
    "वीडियो: तालाब की सफ़ाई की पूरी झलक यहां देखें",
    "घाट समाचार के लिए नदी न्यूज़रूम की ओर से प्रकाशित",
    "घाट समाचार अब टेलीग्राम चैनल पर भी है। अभी जुड़ें और पाएं ताज़ा अपडेट",
    "भाषा राम श्याम",
    "© 2025 घाट समाचार",
]
TOLD = [
    "व्हाट्सएप पर आए संदेश में लोगों से चैनल से जुड़ने को कहा गया था, जिससे ठगी हुई।",
    "ऐप डाउनलोड करें, यह कहकर ठग ने फ़ोन में वायरस डाल दिया।",
    "उन्होंने कहा कि हमारे चैनल पर लगा आरोप ग़लत है और हम अदालत में जवाब देंगे।",
    "मंत्री ने लोगों से कहा कि वे खबर पर अपनी राय जरूर बताएँ और शांति बनाए रखें, यही अपील है।",
    "क्या यह खबर सच है कि तालाब सूख चुका है?",
    "End of an era",
    "हमारी माँग है कि सरकार इन चैनल वालों पर कार्रवाई करे और ऐप बंद करें।",
    "हमारी सरकार एपीएमसी की मंडियों को मज़बूत करें।",
    "“हमारे चैनल को सब्सक्राइब करें।”",
    "आयोग ने कहा कि लोग मसौदे की जानकारी पढ़ें और अपने सुझाव दें।",
    "बाढ़ में लोग परिवार के साथ रहें, हर अपडेट रेडियो पर मिलेगा।",
    "पत्रकारिता के छात्र अब संघ के सदस्य होंगे।",
    "मंदिर समिति ने अपील की है कि लोग तालाब की सफ़ाई के लिए दान दें।",
    "प्रधान ने कहा, हमारे व्हाट्सऐप चैनल से जुड़ें और हर सूचना पाएं।",
    "हमारे व्हाट्सऐप चैनल से जुड़ें, ऐसे संदेश भेजकर ठगों ने दो लाख रुपये ठग लिए।",
    "किसान मौसम विभाग का ऐप डाउनलोड करें और बारिश के अलर्ट पाएं।",
    "अगर आप कुकीज स्वीकार करते हैं तो वेबसाइट आपकी पसंद याद रखती है।",
    "© चिह्न के साथ सर्वाधिकार सुरक्षित लिख देना काफ़ी नहीं, ऐसा अदालत ने कहा था।",
    "यह पुस्तक गाँव की पंचायत की ओर से प्रकाशित की गई है।",
    "पढ़ें-लिखें और आगे बढ़ें, यह नारा गाँव के स्कूल की दीवार पर लिखा है।",
    "टिप्पणी करने से मंत्री ने इनकार कर दिया।",
]


@pytest.mark.parametrize("line", ASKED)
def test_a_line_that_asks_the_reader_is_left_out(line: str) -> None:
    assert promotion.is_promotion(line)
    body = f"{marked_up(STORY[:2])}<p>{line}</p>{marked_up(STORY[2:])}"
    assert texts(f"<h1>{TITLE}</h1>{body}") == STORY


@pytest.mark.parametrize("line", TOLD)
def test_a_line_that_tells_of_such_things_stays(line: str) -> None:
    assert not promotion.is_promotion(line)


@pytest.mark.parametrize("line", TOLD[-9:])
def test_such_a_line_stays_at_the_end_too(line: str) -> None:
    assert texts(f"<h1>{TITLE}</h1>{marked_up((*STORY, line))}") == (*STORY, line)


LABELS = [
    "Open in App",
    "ऐप में पढ़ें",
    "खबर सुनें",
    "Listen to this article",
    "Read Time: 3 mins",
    "Link Copied",
    "Advertisement - Scroll to continue",
    "खबर विज्ञापन के बाद जारी है",
    "लाइव टीवी देखें",
    "संबंधित समाचार",
    "कमेंट करें",
    "घाट समाचार को गूगल पर अपने पसंदीदा समाचार स्रोत के रूप में जोड़ने के लिए क्लिक करें।",
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_between_paragraphs_is_left_out(label: str) -> None:
    parts = f"{marked_up(STORY[:2])}<p>{label}</p>{marked_up(STORY[2:])}"
    assert texts(f"<div><h1>{TITLE}</h1>{parts}</div>") == STORY


@pytest.mark.parametrize("line", ["Disclaimer: यह खबर सिंडिकेट फीड से ली गई है।", LABELS[-1]])
def test_what_asks_the_reader_is_no_deck(line: str) -> None:
    above = f"<h1>{TITLE}</h1><p>{line}</p><p>किरण बघेल | 4 जुलाई 2025</p>"
    assert read(f"{above}{marked_up(STORY)}").lead == ""


@pytest.mark.parametrize("line", LAST)
def test_a_line_that_papers_print_under_an_article_is_left_out(line: str) -> None:
    assert texts(f"<h1>{TITLE}</h1>{marked_up((*STORY, line))}") == STORY


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("घाट समाचार को समर्थन दीजिए", "स्वतंत्र पत्रकारिता आपके साथ से चलती है। आज ही साथ आएँ।"),
        ("Support us", "Independent journalism lives by its readers. Give what you can."),
        ("आपकी राय", "क्या तालाब की सफ़ाई हर साल होनी चाहिए?"),
    ],
)
def test_a_box_that_appeals_is_left_out(heading: str, text: str) -> None:
    box = f"<div><h3>{heading}</h3><p>{text}</p><div>हाँ</div></div>"
    body = f"{marked_up(STORY[:2])}{box}{marked_up(STORY[2:])}"
    assert texts(f"<h1>{TITLE}</h1>{body}") == STORY


def test_a_part_on_giving_stays() -> None:
    told = "प्रधान ने कहा कि हर घर से एक आदमी रोज़ दो घंटे श्रम करे। औज़ार पंचायत देगी।"
    box = f"<div><h3>श्रमदान में सहयोग दें</h3><p>{told}</p></div>"
    assert told in texts(f"<h1>{TITLE}</h1>{marked_up(STORY[:2])}{box}{marked_up(STORY[2:])}")
