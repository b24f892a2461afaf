"""What a page asks of its reader is left out, and what an article tells of such things stays."""

import pytest

from reader.formats.web import promotion
from tests.formats.web.story import STORY, TITLE, marked_up, texts

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
]


@pytest.mark.parametrize("line", ASKED)
def test_a_line_that_asks_the_reader_is_left_out(line: str) -> None:
    assert promotion.is_promotion(line)
    body = f"{marked_up(STORY[:2])}<p>{line}</p>{marked_up(STORY[2:])}"
    assert texts(f"<h1>{TITLE}</h1>{body}") == STORY


@pytest.mark.parametrize("line", TOLD)
def test_a_line_that_tells_of_such_things_stays(line: str) -> None:
    assert not promotion.is_promotion(line)


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
