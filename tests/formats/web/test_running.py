import pytest

from reader import formats
from reader.errors import NoArticle
from reader.formats.web import page, page_links
from reader.formats.web.elements import tree
from reader.model import Kind
from tests.formats.web.stories import FIRST, LAST, PROSE, SECOND, TITLE, read, texts

PLAIN = "तालाब के चारों ओर नीम के पौधे लगाए गए।"
FINE = (FIRST, SECOND, PLAIN, LAST)
BREAKS = ("<br>", "<br><br>")


def linked(text: str) -> str:
    return f"<a href='/x'>{text[:-1]}</a>{text[-1]}"


def set_as(tag: str, parts: tuple[str, ...]) -> str:
    if tag.startswith("<br"):
        return f"<div>{tag.join(parts)}</div>"
    return "".join(f"<{tag}>{part}</{tag}>" for part in parts)


def with_part(at: int, part: str, parts: tuple[str, ...] = FINE) -> tuple[str, ...]:
    return (*parts[:at], part, *parts[at:])


@pytest.mark.parametrize("tag", ["p", "div", *BREAKS])
@pytest.mark.parametrize("at", range(4))
def test_a_linked_sentence_of_running_text_stays(tag: str, at: int) -> None:
    parts = (*FINE[:at], linked(FINE[at]), *FINE[at + 1 :])
    assert texts(read(body=set_as(tag, parts))) == FINE


def test_linked_sentences_do_not_take_a_short_article_along() -> None:
    body = f"<p>{linked(FIRST)}</p><p>{linked(PLAIN)}</p><p>{SECOND}</p>"
    assert texts(read(body=body)) == (FIRST, PLAIN, SECOND)


@pytest.mark.parametrize("tag", ["p", *BREAKS])
@pytest.mark.parametrize(
    "link", ["नहर की मरम्मत का काम अगले साल तक टला", "दूसरी खबर पढ़ने के लिए यहाँ आइए।"]
)
def test_a_headline_or_a_request_that_is_a_link_goes(tag: str, link: str) -> None:
    parts = with_part(2, f"<a href='/y'>{link}</a>")
    assert texts(read(body=set_as(tag, parts))) == FINE


@pytest.mark.parametrize("tag", ["p", "div", *BREAKS])
@pytest.mark.parametrize("line", ["कब तक चलेगा काम?", "आगे की योजना", "“पानी ही हमारा धन है”"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_line_in_bold_is_never_dropped(tag: str, line: str, at: int) -> None:
    article = read(body=set_as(tag, with_part(at, f"<b>{line}</b>")))
    assert texts(article) == with_part(at, line)


def test_a_bold_line_over_a_paragraph_between_breaks_is_a_heading() -> None:
    body = f"<div>{FIRST}<br><br><strong>आगे की योजना</strong><br>{SECOND}<br><br>{LAST}</div>"
    article = read(body=body)
    assert texts(article) == (FIRST, "आगे की योजना", SECOND, LAST)
    assert article.paragraphs[1].kind is Kind.HEADING


@pytest.mark.parametrize("tag", ["p", "div", "<br><br>"])
def test_a_short_sentence_is_no_scrap(tag: str) -> None:
    assert texts(read(body=set_as(tag, with_part(2, "जी हाँ।")))) == with_part(2, "जी हाँ।")


def test_paragraphs_parted_by_single_breaks_are_paragraphs() -> None:
    assert texts(read(body=set_as("<br>", FINE))) == FINE


@pytest.mark.parametrize("tag", ["p", "<br><br>"])
@pytest.mark.parametrize("at", [0, 2, 4])
@pytest.mark.parametrize(
    "told",
    [
        "हमारे चैनल से जुड़ें, ऐसे संदेश भेजकर ठगों ने एक किसान से पैसे ले लिए।",
        "आरोपी ने फेसबुक पर लिखा था, हमारे पेज को लाइक करें और इनाम पाएं।",
        "व्हाट्सऐप ने हमारे देश में नया चैनल फीचर शुरू किया है, जिसे लोग फॉलो कर सकते हैं।",
        "© का निशान देखकर भी लोगों ने तस्वीर की नकल कर ली।",
        "सचिव ने कहा कि यहां क्लिक करें लिखे लिंक को कभी न खोलें।",
        "अखबार ने अपना पूरा लेख पढ़ने के लिए सदस्यता जरूरी कर दी है।",
        "वेबसाइट पर पेज नहीं मिला का संदेश आने से लोग परेशान रहे।",
    ],
)
def test_a_sentence_that_tells_of_an_invitation_is_none(tag: str, at: int, told: str) -> None:
    assert texts(read(body=set_as(tag, with_part(at, told)))) == with_part(at, told)


@pytest.mark.parametrize(
    "line",
    [
        "हमारे व्हाट्सऐप चैनल से जुड़ने के लिए यहां क्लिक करें।",
        "ऐसे ही वीडियो देखने के लिए हमारे चैनल को सब्सक्राइब करें।",
        "© 2025 घाट समाचार। सर्वाधिकार सुरक्षित।",
    ],
)
def test_an_invitation_behind_the_text_goes(line: str) -> None:
    assert texts(read(body=set_as("p", (*FINE, line)))) == FINE


def test_an_article_about_paywalls_is_one() -> None:
    told = (
        "कई अखबारों ने पेवॉल लगाया है, यानी पूरा लेख पढ़ने के लिए सदस्यता लेनी होगी।",
        "'पूरा लेख पढ़ने के लिए सब्सक्राइब करें' का संदेश देखते ही अधिकतर पाठक लौट जाते हैं।",
        "संपादक कहते हैं कि विज्ञापन से होने वाली कमाई घट रही है।",
    )
    assert texts(read(body=set_as("p", told))) == told


@pytest.mark.parametrize(
    "notice", ["यह लेख केवल सदस्यों के लिए है।", "पूरा लेख पढ़ने के लिए आपको सदस्यता लेनी होगी।"]
)
def test_a_notice_behind_a_teaser_is_a_wall(notice: str) -> None:
    with pytest.raises(NoArticle, match="paywall"):
        read(body=f"<p>{FIRST}</p><p>{SECOND}</p><p>{notice}</p>")


def test_a_cookie_banner_does_not_hide_a_short_article() -> None:
    banner = "<div><p>हम कुकीज़ का इस्तेमाल करते हैं। कुकीज़ स्वीकार करें।</p></div>"
    html = f"<html><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>{banner}"
    assert texts(page.parse(html)) == (FIRST, SECOND)


def test_what_a_page_shows_of_an_article_told_in_full_stays_as_it_is_shown() -> None:
    told = " ".join(FINE)
    data = f'{{"@type":"NewsArticle","articleBody":"{told}"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    article = read(head=head, body=f"<p><b>{FIRST[:5]}</b>{FIRST[5:]}</p>")
    assert texts(article) == (FIRST, " ".join(FINE[1:]))
    assert article.paragraphs[0].markup


def test_a_long_paragraph_that_ends_no_sentence_is_text() -> None:
    long = " ".join(["पानी"] * 100)
    assert texts(read(body=set_as("p", (*PROSE, long)))) == (*PROSE, long)


@pytest.mark.parametrize(
    "html",
    [
        "<p>तालाब में <b>पानी</b> आया।</p><p>सब खुश हैं।</p>",
        "<html><body><!--StartFragment--><p>तालाब में पानी आया।</p><p>सब खुश हैं।</p></body></html>",
    ],
)
def test_a_selection_is_whole_however_short(html: str) -> None:
    article = formats.load("-", data=html.encode())
    assert texts(article)[-2:] == ("तालाब में पानी आया।", "सब खुश हैं।")


def test_a_short_page_has_no_article() -> None:
    with pytest.raises(NoArticle, match=r"in the input\."):
        formats.load("-", data="<html><body><p>तालाब में पानी आया।</p></body></html>".encode())


def test_a_page_that_could_not_be_opened_says_so() -> None:
    told = "आप जो पेज ढूंढ रहे हैं वह हटा दिया गया है। कृपया पते की जांच करें और दोबारा कोशिश करें।"
    with pytest.raises(NoArticle, match="no such page"):
        read(top="<h1>ओह! कुछ गड़बड़ हो गई</h1>", body=f"<p>{told} {told}</p>")


def test_headlines_alone_are_a_list_of_links() -> None:
    links = "".join(f"<p><a href='/{n}'>{TITLE} {n}</a></p>" for n in range(9))
    with pytest.raises(NoArticle, match="list of links"):
        read(top="<h1>गाँव की बातें</h1>", body=f"<p>गाँव की सब बातें।</p>{links}")


def test_text_that_lies_too_deep_is_named() -> None:
    body = "<blockquote>" * 3000 + f"<p>{FIRST}</p><p>{SECOND}</p>"
    with pytest.raises(NoArticle, match="deeper"):
        read(body=body)


def test_a_page_that_sends_on_names_where() -> None:
    html = "<html><head><meta http-equiv='Refresh' content='0; URL=/b'></head><body></body></html>"
    found = page_links.variants(tree(html), "https://ghat.example/a", "https://ghat.example/a")
    assert found == ("https://ghat.example/b",)
    assert page_links.variants(tree("<meta http-equiv='refresh' content='300'><p>"), "", "") == ()


@pytest.mark.parametrize("line", ["नियम ये हैं:", "(i) तालाब में कपड़े न धोएँ", "२. घाट पर नाव न बाँधें"])
def test_lines_that_introduce_or_count_are_paragraphs_among_divisions(line: str) -> None:
    told = (FIRST, SECOND, line, LAST)
    assert texts(read(body="".join(f"<div>{text}</div>" for text in told))) == told
