"""What a page has to be used is left out; text in elements of the same name stays."""

import pytest

from tests.formats.web.story import STORY, TITLE, marked_up, texts

USED = [
    "<div id='cookie-consent'><p>हम कुकीज़ का उपयोग करते हैं।</p><p>गोपनीयता नीति पढ़ें।</p>"
    "<button>ठीक है</button></div>",
    "<div class='cookie'>हम आपके अनुभव के लिए कुकीज का इस्तेमाल करते हैं। आगे बढ़कर आप हमारी"
    " शर्तों से सहमत होते हैं।</div>",
    "<div class='poll'><h4>जनता की राय</h4><p>क्या मेला हर साल लगना चाहिए?</p>"
    "<button>हाँ</button></div>",
    "<section aria-label='Poll'><p>क्या घाट पक्का होना चाहिए?</p><label>हाँ</label></section>",
    "<div class='newsletter-box'><p>बड़ी खबरें अपने ईमेल पर पाएँ।</p><input type='email'></div>",
    "<div id='comments'><p>अच्छा काम हुआ, सबको बधाई।</p><textarea></textarea></div>",
    "<div class='donate'><h3>साथ दें</h3><p>हमारी पत्रकारिता के लिए सहयोग करें।</p></div>",
    "<div class='video'><h3>देखिए तालाब की सफ़ाई</h3><p>To view this video please enable"
    " JavaScript, and consider a browser that <a href='/v'>supports HTML5 video</a></p></div>",
    "<div><p>इस वीडियो को देखने के लिए कृपया JavaScript चालू करें।</p></div>",
]
TOLD = [
    ("cookie-story", "कंपनी हर वेबसाइट पर कुकीज से आपकी जानकारी जुटाती है और हम बेख़बर रहते हैं।"),
    ("poll", "एग्ज़िट पोल में क्या निकला? साठ फ़ीसदी लोगों ने सफ़ाई को सही बताया।"),
    ("comment", "संपादक की टिप्पणी: तालाब ही गाँव की जान है और इसे बचाना सबका काम है।"),
    ("donation", "गाँव के लोगों ने तालाब के लिए चंदा दिया और दूसरों से कहा कि वे भी मदद करें।"),
    ("lesson", "इस वीडियो में बच्चों को JavaScript सिखाई गई है और वे गाँव का नक़्शा बनाते हैं।"),
]


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("widget", USED)
def test_a_widget_is_left_out(widget: str, place: int) -> None:
    body = f"{marked_up(STORY[:place])}{widget}{marked_up(STORY[place:])}"
    assert texts(f"<div><h1>{TITLE}</h1>{body}</div>") == STORY


@pytest.mark.parametrize(("name", "text"), TOLD)
def test_text_in_an_element_of_such_a_name_stays(name: str, text: str) -> None:
    part = f"<div class='{name}'><p>{text}</p><button>शेयर</button></div>"
    body = f"{marked_up(STORY[:2])}{part}{marked_up(STORY[2:])}"
    assert texts(f"<h1>{TITLE}</h1>{body}") == (*STORY[:2], text, *STORY[2:])
