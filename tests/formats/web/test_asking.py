"""What a site asks of its reader is left out, in whatever words; what tells of it stays."""

import pytest

from reader.formats.web import asking
from tests.formats.web.story import STORY, TITLE, marked_up, texts

ASKED = [
    "हर बड़ी खबर सबसे पहले पाने के लिए हमारे व्हाट्सऐप चैनल को फॉलो करना न भूलें।",
    "Telegram par humse judein aur paayein har khabar sabse pehle",
    "Follow us on Google News",
    "Like, share and subscribe to our YouTube channel.",
    "हमारे साप्ताहिक न्यूज़लेटर के लिए साइन अप करें।",
    "लेटेस्ट हिंदी न्यूज़ सबसे पहले घाट समाचार पर। सब्सक्राइब करें।",
    "(घाट समाचार के एंड्रॉएड ऐप के लिए आप यहां क्लिक कर सकते हैं. आप हमें फ़ेसबुक, एक्स और"
    " यूट्यूब पर फ़ॉलो भी कर सकते हैं.)",
    "अगर आप चाहते हैं कि हम ऐसी रिपोर्ट करते रहें, तो यहां क्लिक कर हमें आर्थिक सहयोग दें।",
    "यदि आपको यह रिपोर्ट पसंद आई, तो हमें सहयोग दें ताकि हम ऐसी रिपोर्टें करते रहें।",
    "Independent journalism needs your support. Donate now.",
    "Hum aapke sahyog se chalte hain. Hamari patrakarita ko support karein.",
    "Channel ko subscribe karein aur bell icon dabayein",
    "आपको यह खबर कैसी लगी? कमेंट में जरूर बताएं।",
    "इस खबर को अपने दोस्तों के साथ शेयर करें।",
]
LINKED = [
    "घाट समाचार के <a href='https://whatsapp.com/channel/1'>चैनल</a> से जुड़ने के लिए क्लिक करें",
    "<a href='https://play.google.com/store/apps/x'>घाट समाचार का ऐप डाउनलोड करें</a>",
]
BOXES = [
    "<div><h3>स्वतंत्र पत्रकारिता का साथ दें</h3><p>आपके सहयोग के बिना यह काम संभव नहीं है। आज ही"
    " सदस्य बनें।</p><a href='/d'>₹ 500 का सहयोग दें</a></div>",
    "<div><h4>क्या आपको हमारा काम पसंद है?</h4><p>हम विज्ञापन नहीं लेते। आपके सहयोग से हमारी"
    " रिपोर्टिंग चलती है।</p><a href='/d'>सहयोग करें</a></div>",
    "<div><h3>Never miss a story</h3><p>Get our reporting in your inbox every Sunday.</p></div>",
    "<div><span>प्रायोजित</span><p>सिर्फ़ 199 रुपये में घर लाएं नया मोबाइल!</p></div>",
    "<p>प्रायोजित: घर बैठे कमाएं 50 हज़ार रुपये महीना</p>",
    "<div><h5>Partner Content</h5><a href='/a'>सोलर पंप अभी बुक करें</a><p>अपने खेत के लिए चुनें"
    " सही और सस्ता पंप।</p></div>",
    "<section><h4>आज का सवाल</h4><p>क्या तटबंध समय पर बनेगा?</p><ul><li>हाँ</li><li>नहीं</li>"
    "<li>पता नहीं</li></ul></section>",
]
TOLD = [
    "कंपनी ने अपने न्यूज़लेटर में लिखा है कि ग्राहकों को हर हफ़्ते मौसम की जानकारी मिलेगी।",
    "सर्वे में पूछा गया, क्या आप सरकार के काम से संतुष्ट हैं? 62 फ़ीसदी ने हाँ कहा।",
    "व्हाट्सऐप चैनल बनाने के लिए ऐप खोलें, अपडेट टैब पर जाएं और प्लस के निशान पर टैप करें।",
    "संस्था को 12 करोड़ रुपये का चंदा मिला और उसने अपील की कि लोग सहयोग देते रहें।",
    "उमंग ऐप डाउनलोड करें और अपने आधार नंबर से लॉगिन कर नतीजे देखें।",
    "फर्जी संदेश में लिखा था: हमारे टेलीग्राम चैनल से जुड़ें और रोज 5 हज़ार कमाएं।",
    "मंत्री ने अपील की, हमारे सोशल मीडिया पेज से जुड़ें और सुझाव दें।",
    "आइए, हम सब मिलकर नदी को बचाने में सहयोग करें।",
    "लोग सड़कों पर उतरे. हमें फेसबुक पर फॉलो करें, यही नारा दिया गया.",
    "हम गाँव पहुँचे तो लोग ऐप में फ़ोटो डाल रहे थे। इस पर अपनी राय हमें भेजें।",
    "You can download the app and report to us, the officer said.",
    "We use the app every day to get our news.",
    "प्रायोजित खबरों को लेकर प्रेस परिषद ने नए नियम बनाए हैं।",
    "ट्रोल आर्मी को टास्क मिलता था: पोस्ट को लाइक करें, शेयर करें और हैशटैग चलाएं।",
]


def beside(part: str, place: int) -> str:
    body = f"{marked_up(STORY[:place])}{part}{marked_up(STORY[place:])}"
    return f"<article><h1>{TITLE}</h1>{body}</article>"


@pytest.mark.parametrize("form", ["<p>{}</p>", "<div>{}</div>", "<p><strong>{}</strong></p>"])
@pytest.mark.parametrize("line", [*ASKED, *LINKED])
def test_a_line_that_asks_is_left_out(line: str, form: str) -> None:
    assert texts(beside(form.format(line), 2)) == STORY


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_asks_or_sells_is_left_out(box: str, place: int) -> None:
    assert texts(beside(box, place)) == STORY


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("line", TOLD)
def test_a_line_that_tells_of_asking_stays(line: str, place: int) -> None:
    assert not asking.asks([line])
    assert texts(beside(f"<p>{line}</p>", place)) == (*STORY[:place], line, *STORY[place:])


def test_a_question_of_the_article_s_own_stays() -> None:
    parts = ("क्या गाँव का तालाब फिर भर पाएगा?", "नहीं")
    assert texts(beside(marked_up(parts), 2)) == (*STORY[:2], *parts, *STORY[2:])


def test_a_label_of_an_advertisement_over_paragraphs_takes_none_along() -> None:
    body = f"<div><p>विज्ञापन</p>{marked_up(STORY[2:3])}</div>{marked_up(STORY[3:])}"
    assert texts(f"<h1>{TITLE}</h1>{marked_up(STORY[:2])}{body}") == STORY
