import pytest

from reader.formats import dates
from reader.model import Article
from tests.formats.web import story
from tests.formats.web.stories import BODY, PROSE, TITLE, read, texts

DAY = dates.parse("17 अक्टूबर 2025")


def who_and_when(article: Article) -> tuple[str, bool]:
    assert texts(article) == PROSE
    return article.byline, article.published == DAY


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        ("<p>किरण बघेल और रेखा साहू</p><p>प्रकाशित: १७ अक्टूबर २०२५</p>", "किरण बघेल और रेखा साहू"),
        ("<div>17.10.2025</div><div>किरण बघेल की रिपोर्ट</div>", "किरण बघेल"),
        ("<p>किरण बघेल</p><time>17 अक्टूबर 2025</time>", "किरण बघेल"),
        ("<p>सोनपुरा, शुक्रवार, 17 अक्टूबर 2025</p>", ""),
        ("<p>नदी ब्यूरो</p><p>शेयर करें</p><p>17.10.2025</p>", "नदी ब्यूरो"),
        ("<div>किरण बघेल <time>17 अक्टूबर 2025</time></div>", "किरण बघेल"),
        ("<div>गाँव <time>17 अक्टूबर 2025</time></div>", ""),
        ("<p>एएनआई</p><p>17.10.2025</p>", "एएनआई"),
        ("<p>भाषा</p><p>17.10.2025</p>", ""),
        ("<p>Edited By: रेखा साहू</p><p>By: किरण बघेल</p><p>17.10.2025</p>", "किरण बघेल"),
        ("<p>तालाब योजना</p><p>शेयर करें</p><p>17.10.2025</p>", ""),
    ],
)
def test_names_and_dates_that_their_place_tells(above: str, byline: str) -> None:
    assert who_and_when(read(above)) == (byline, True)


def test_a_section_s_name_beside_the_date_is_no_byline() -> None:
    top = f"<nav><a href='/up'>उत्तर प्रदेश</a></nav><h1>{TITLE}</h1>"
    assert read("<p>उत्तर प्रदेश</p><p>17.10.2025</p>", top=top).byline == ""


def test_a_date_over_the_headline() -> None:
    top = f"<h2>शुक्रवार, 17 अक्टूबर 2025</h2><h1>{TITLE}</h1>"
    assert who_and_when(read(top=top)) == ("", True)


@pytest.mark.parametrize("today", ["आज: शुक्रवार, 17 अक्टूबर 2025", "Today: 17 October 2025"])
def test_the_day_in_a_masthead_is_not_the_article_s(today: str) -> None:
    assert who_and_when(read(top=f"<div>{today}</div><h1>{TITLE}</h1>")) == ("", False)


@pytest.mark.parametrize(("heading", "is_said"), [("टिप्पणियां", False), ("एक नज़र", True)])
def test_the_time_of_a_comment_is_not_the_article_s(heading: str, is_said: bool) -> None:
    time = f"<h4>{heading}</h4><time datetime='2025-10-17'>17 अक्टूबर 2025</time>"
    article = story.read(f"{story.BODY}{time}<p>अच्छी बात है।</p>")
    assert (article.published == DAY) is is_said


def test_what_says_that_it_is_the_author_goes_before_a_name() -> None:
    above = "<p>नदी डेस्क</p><p>17.10.2025</p><p>By रेखा साहू</p>"
    assert who_and_when(read(above)) == ("रेखा साहू", True)


@pytest.mark.parametrize(
    "element", ["span class='author vcard'", "a rel='author'", "b class='p-author'"]
)
def test_an_author_that_is_marked_as_one(element: str) -> None:
    above = f"<p><{element}>गाँव समाचार</{element.split()[0]}></p>"
    assert read(above).byline == "गाँव समाचार"


def test_two_authors_that_are_marked_side_by_side() -> None:
    above = "<p>द्वारा <a rel='author'>किरण बघेल</a> और <a rel='author'>रेखा साहू</a></p>"
    assert read(above).byline == "किरण बघेल, रेखा साहू"


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (
            "<div><span>Written By: किरण बघेल</span><span>Edited By: रेखा</span></div>",
            "किरण बघेल",
        ),
        ("<strong>Author, </strong><ul><li>किरण बघेल</li><li>पदनाम, पटना से</li></ul>", "किरण बघेल"),
        ("<div><a href='/author/kiran'>नदी स्टाफ़</a> <span>17/10/2025</span></div>", "नदी स्टाफ़"),
        ("<div>Kiran Baghel नदी समाचार, देहरादून<div>17.10.2025</div></div>", "Kiran Baghel"),
    ],
)
def test_names_that_a_label_a_link_or_a_city_tells(above: str, byline: str) -> None:
    assert read(above).byline == byline


def test_an_author_s_link_far_below_is_another_article_s() -> None:
    assert read(body=f"{BODY}<h4><a href='/author/kiran'>किरण बघेल</a></h4>").byline == ""


def test_a_printed_name_goes_before_the_publisher_s() -> None:
    said = """<meta property="og:site_name" content="नदी समाचार">
        <meta name="author" content="नदी समाचार">"""
    above = "<p>लेखक</p><p>किरण बघेल</p>"
    assert read(above, head=said).byline == "किरण बघेल"
    assert read(head=said).byline == "नदी समाचार"


def test_a_time_of_the_same_day_tells_more_than_its_date() -> None:
    time = "<time datetime='{}'>17 अक्टूबर 2025</time>"
    for stamp, hour in (("2025-10-17T10:20:00+05:30", 10), ("2025-10-18T10:20:00+05:30", 0)):
        published = read(f"<div>द्वारा किरण {time.format(stamp)}</div>").published
        assert published is not None
        assert (published.day, published.hour) == (17, hour)


def test_who_wrote_a_comment_is_not_who_wrote_the_article() -> None:
    assert read("<p class='comment-author vcard'>एक पाठक</p>").byline == ""


@pytest.mark.parametrize(
    ("entry", "byline"),
    [
        ("प्रस्तुतकर्ता <span class='fn'>किरण बघेल</span> पर 7:30 am", "किरण बघेल"),
        ("<span class='url fn n'>किरण बघेल</span>", "किरण बघेल"),
        ("<p class='comment-by vcard'><b class='fn'>एक पाठक</b></p>", ""),
        ("<div id='comments'><b class='fn'>एक पाठक</b></div>", ""),
    ],
)
def test_a_name_marked_in_an_entry_is_its_author_s_unless_it_is_a_reader_s(
    entry: str, byline: str
) -> None:
    assert read(body=f"<div class='post hentry'>{BODY}<div>{entry}</div></div>").byline == byline
    assert read(body=f"{BODY}<p><b class='fn'>एक पाठक</b></p>").byline == ""


def test_when_it_was_changed_is_not_when_it_was_published() -> None:
    article = read("<p>Updated: 17 October 2025</p>")
    assert (article.published, article.modified) == (None, DAY)


NOTE = "लेखक दिल्ली विश्वविद्यालय में इतिहास पढ़ाते हैं और छह पुस्तकें लिख चुके हैं।"


@pytest.mark.parametrize(
    "box",
    [
        f"<h5>किरण बघेल</h5><p>{NOTE}</p>",
        f"<p><b>किरण बघेल</b></p><p>{NOTE}</p>",
        f"<img src='a.jpg' alt='किरण बघेल'><h5>किरण बघेल</h5><p>{NOTE}</p><a href='#'>Follow</a>",
        "<a href='/author/k'>किरण बघेल</a><p>किरण बघेल घाट समाचार में वरिष्ठ संवाददाता हैं।</p>",
        "<strong>किरण बघेल</strong><p>Kiran Baghel writes on villages and rivers.</p>",
        "<b>किरण बघेल</b><p>किरण खेती और गाँव पर लिखती हैं। वे दस साल से पत्रकार हैं।</p>",
        f"<h4>लेखक के बारे में</h4><h5>किरण बघेल</h5><p>{NOTE}</p>",
        "<h4>लेखक के बारे में</h4><p><b>किरण बघेल</b> बारह साल से पत्रकारिता में हैं।</p>",
    ],
)
@pytest.mark.parametrize("way", ["<div>{box}</div>{text}", "{text}<div>{box}</div>"])
def test_a_box_on_the_author_tells_the_name(box: str, way: str) -> None:
    text = story.marked_up(story.STORY)
    article = story.read(f"<h1>{story.TITLE}</h1>{way.format(box=box, text=text)}")
    assert (article.byline, article.image.address) == ("किरण बघेल", "")
    assert tuple(each.text for each in article.paragraphs) == story.STORY


def test_a_box_on_somebody_else_is_text() -> None:
    told = "किरण बघेल गाँव की पहली पत्रकार थीं। उन्होंने तालाब पर कई रिपोर्टें लिखीं।"
    text = story.marked_up(story.STORY)
    article = story.read(f"<h1>{story.TITLE}</h1><div><h3>किरण बघेल</h3><p>{told}</p></div>{text}")
    assert article.byline == ""
    assert told in [each.text for each in article.paragraphs]
