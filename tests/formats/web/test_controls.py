"""Polls and forms for a mail address are known by their controls; an article's questions stay."""

import pytest

from tests.formats.web.story import STORY, TITLE, marked_up, read, texts

BOXES = [
    "<div><p>क्या जुर्माना बढ़ना चाहिए?</p><label><input type='radio'>हाँ</label>"
    "<label><input type='radio'>नहीं</label><button>वोट करें</button></div>",
    "<form><p>तटबंध के लिए कौन ज़िम्मेदार है?</p><label><input type='radio'> सरकार</label>"
    "<label><input type='radio'> ठेकेदार</label></form>",
    "<div><p>Should the toll go?</p><button>Yes</button><button>No</button></div>",
    "<div><h4>सहमत?</h4><span role='button'>हाँ जी</span><span role='button'>ना जी</span></div>",
    "<div><p>हर सुबह की पाँच बड़ी खबरें, सीधे आपके इनबॉक्स में।</p>"
    "<form><input type='email'><button>भेजें</button></form></div>",
    "<section><h4>न्यूज़लेटर</h4><p>दिन की सबसे ज़रूरी खबरें, चाय के साथ।</p><input name='email'></section>",
]
KEPT = [
    "<div><p>क्या तालाब में फिर से पानी भरेगा?</p><button>शेयर</button><button>Print</button></div>",
    "<div><p>क्या होगा? प्रधान ने बताया है कि पानी आएगा।</p><button>१</button><button>२</button></div>",
    "<div><p>गाँव ने तालाब की सफ़ाई के लिए हर घर से चिट्ठी मँगाई थी।</p><input type='email'></div>",
]


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("box", BOXES)
def test_a_box_with_controls_is_left_out(box: str, place: int) -> None:
    body = f"{marked_up(STORY[:place])}{box}{marked_up(STORY[place:])}"
    assert texts(f"<article><h1>{TITLE}</h1>{body}</article>") == STORY


@pytest.mark.parametrize("box", KEPT)
def test_text_beside_controls_stays(box: str) -> None:
    body = f"{marked_up(STORY[:2])}{box}{marked_up(STORY[2:])}"
    assert len(texts(f"<article><h1>{TITLE}</h1>{body}</article>")) == len(STORY) + 1


def test_many_controls_are_looked_at_in_time() -> None:
    deep = "<div>" * 200 + "<button>हाँ</button>" * 20_000 + "</div>" * 200
    article = read(f"<h1>{TITLE}</h1>{marked_up(STORY)}{deep}")
    assert len(article.paragraphs) == len(STORY)
