"""What points to another article is left out, wherever a page puts it."""

import pytest

from reader.formats import marks
from reader.model import Kind
from tests.formats.web.story import OTHER, STORY, TITLE, marked_up, read, texts

LINK = '<a href="/b">सौ साल की बेकरी</a>'


def around(pointer: str) -> str:
    return f"<h1>{TITLE}</h1>{marked_up(STORY[:2])}{pointer}{marked_up(STORY[2:])}"


@pytest.mark.parametrize(
    "pointer",
    [
        f"<p>ये खबर भी पढ़ें...</p><p>{LINK}</p>",
        "<p>ये खबर भी पढ़ें...</p><p>सौ साल की बेकरी</p>",
        f"<h3>पढ़ें ये भी</h3><p>{LINK}</p>",
        f"<blockquote><p>इसे भी पढ़ें:-</p><p>{LINK}</p></blockquote>",
        "<p>वीडियो देखें: बेकरी की भट्ठी कैसे जलती है</p>",
        f"<p>Also check:</p><p>{LINK}</p>",
        f"<p><b>इससे जुड़ी:</b></p><p>{LINK}</p>",
        f"<p>इससे जुड़ी ख़बर:</p><ul><li>{LINK}</li></ul>",
        "<p>इसे साझा करें:</p>",
        "<p>एजेंसी</p>",
        "<p>(भाषा)</p>",
    ],
)
def test_a_pointer_between_paragraphs_is_left_out(pointer: str) -> None:
    assert texts(around(pointer)) == STORY


def test_a_teaser_goes_with_its_heading() -> None:
    text = f"{OTHER[0]} <a href='/b'>पढ़ें पूरी खबर...</a>"
    teaser = f"<p>ये खबर भी पढ़ें...</p><p>सौ साल की बेकरी</p><p>{text}</p>"
    assert texts(around(f"<div>{teaser}</div>")) == STORY
    assert texts(around(teaser)) == STORY


@pytest.mark.parametrize("pointer", [f" (यह भी पढ़ें: {LINK})", " <a href='/b'>और पढ़ें</a>"])
def test_a_pointer_behind_a_paragraph_is_cut_off(pointer: str) -> None:
    told = texts(around(f"<p><b>{OTHER[0]}</b>{pointer}</p>"))
    assert told == (*STORY[:2], OTHER[0], *STORY[2:])


@pytest.mark.parametrize("name", ["विषय सूची", "Table of Contents [<a href='#'>hide</a>]"])
def test_a_table_of_contents_goes_with_its_name(name: str) -> None:
    links = "<ul><li><a href='#a'>तालाब</a></li><li><a href='#b'>बेकरी</a></li></ul>"
    assert texts(around(f"<div><p>{name}</p>{links}</div>")) == STORY
    assert texts(around(f"<div><p>{name}</p></div>"))[2] == name.replace(
        "<a href='#'>", ""
    ).replace("</a>", "")


@pytest.mark.parametrize("pointer", ["(ये भी पढ़ें: और खबर)", "और पढ़ें", "[Also read: more]"])
def test_a_pointer_alone_is_no_paragraph(pointer: str) -> None:
    assert texts(around(f"<p>{pointer}</p>")) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "और पढ़ें, आगे बढ़ें: प्रधान ने बच्चों को यही संदेश दिया।",
        "यह भी देखें तो समझ आता है कि तालाब कितना ज़रूरी है।",
        "बच्चे और पढ़ें। यही तालाब का संदेश है।",
    ],
)
def test_prose_that_begins_so_stays(line: str) -> None:
    assert line in texts(around(f"<p>{line}</p>"))
    assert marks.without_pointer(line) == line


def test_the_line_of_an_editor_is_cut_off_the_last_paragraph() -> None:
    assert texts(around(f"<p>{OTHER[0]}<br>Edited by : Ramdin Yadav</p>"))[2] == OTHER[0]


def test_a_date_behind_the_desk_goes_to_the_article() -> None:
    desk = "<p>खेल डेस्क, लखनऊ। Published: 3 दिसंबर 2023 22:58 IST</p>"
    article = read(f"<h1>{TITLE}</h1>{desk}{marked_up(STORY)}")
    assert tuple(paragraph.text for paragraph in article.paragraphs) == STORY
    assert article.published is not None
    assert article.published.isoformat() == "2023-12-03T22:58:00+05:30"


@pytest.mark.parametrize(
    "sentence",
    [
        "ये भी पढ़ें जैसे बक्से पाठकों को भटकाते हैं, एक अध्ययन में कहा गया।",
        "Read more कहने वाला बटन भी हिंदी में होगा।",
        "Also read the order carefully, न्यायमूर्ति ने वकील से कहा।",
        "फोटो: यह शब्द अब हर एआई तस्वीर के नीचे लिखना होगा।",
        "तस्वीर: ऐसे वायरल हुई थी फर्जी खबर।",
        "न्यूज़लेटर भेजकर ठगी करने वाला गिरोह पकड़ा गया।",
    ],
)
def test_a_sentence_that_begins_as_furniture_stays(sentence: str) -> None:
    assert texts(around(f"<p>{sentence}</p>")) == (*STORY[:2], sentence, *STORY[2:])


@pytest.mark.parametrize(
    "line",
    [
        "ये भी पढ़ें: बेकरी के सौ साल पूरे होने पर बिस्कुट बाँटा गया।",
        "<a href='/b'>ये भी पढ़ें बेकरी के सौ साल पूरे होने पर बिस्कुट बाँटा गया।</a>",
        f"<a href='/b'>Read more {OTHER[1]}</a>",
        "फोटो: सौ साल की बेकरी।",
        "न्यूज़लेटर हमारे पाठकों के लिए मुफ़्त है।",
    ],
)
def test_what_begins_and_goes_on_as_furniture_is_left_out(line: str) -> None:
    assert texts(around(f"<p>{line}</p>")) == STORY


def test_a_sentence_with_a_label_beside_a_picture_is_its_caption() -> None:
    caption = "तस्वीर: ऐसे हुई थी तालाब की सफ़ाई।"
    shown = read(around(f"<img src='/a.jpg' alt='तालाब'><p>{caption}</p>")).paragraphs
    assert [each.kind for each in shown if each.text == caption] == [Kind.IMAGE]


@pytest.mark.parametrize(
    "line", ["<b>भाषा</b>", "Also check the old well, it is open.", "इससे जुड़ी नहर सूखी है।"]
)
def test_a_line_that_only_begins_as_a_label_does_stays(line: str) -> None:
    assert len(texts(around(f"<p>{line}</p>"))) == len(STORY) + 1


def test_an_agency_between_paragraphs_is_in_the_byline() -> None:
    article = read(around("<p>भाषा</p>"))
    assert (article.byline, len(article.paragraphs)) == ("भाषा", len(STORY))
