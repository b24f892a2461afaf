import pytest

from reader.model import Article, Kind
from tests.formats.web.stories import PROSE, read, texts

CAPTION = "सफ़ाई के बाद तालाब के किनारे बच्चे।"
WAYS = (
    "<div>{img}<span>{text}</span></div>",
    "<div>{img}<p>{text}</p></div>",
    "<div>{img}<p>{text}</p><p>Source : Instagram</p></div>",
    "<figure>{img}<figcaption>{text}</figcaption></figure>",
)


def captions(article: Article) -> list[str]:
    return [each.text for each in article.paragraphs if each.kind is Kind.IMAGE]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "img", ["<img src='https://nadi.example/a.jpg'>", "<img src='a.jpg'>", "<img>"]
)
def test_the_caption_of_the_article_s_picture(way: str, img: str) -> None:
    article = read(way.format(img=img, text=CAPTION))
    assert (article.image.caption, texts(article)) == (CAPTION, PROSE)


@pytest.mark.parametrize("way", WAYS)
def test_the_caption_of_a_picture_in_the_text(way: str) -> None:
    picture = way.format(img="<img src='a.jpg'>", text=CAPTION)
    article = read(body=f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{picture}<p>{PROSE[2]}</p>")
    assert texts(article) == (*PROSE[:2], CAPTION, PROSE[2])
    assert captions(article) == [CAPTION]


@pytest.mark.parametrize(
    "way",
    [
        "{img}<p class=cap>{text}</p>",
        "{img}<span class=img-cap>{text}</span>",
        "<picture>{img}</picture><span class='photo_title'>{text}</span>",
        "<div><a href='/a.jpg'>{img}</a></div><div class='image-description'>{text}</div>",
        "{img}<small>{text}</small>",
        "<p>{img}<br><em>{text}</em></p>",
    ],
)
def test_a_line_named_for_the_picture_over_it_is_its_caption(way: str) -> None:
    picture = way.format(img="<img src='a.jpg' alt='तालाब'>", text="घाट पर बच्चे")
    assert read(picture).image.caption == "घाट पर बच्चे"
    article = read(body=f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{picture}<p>{PROSE[2]}</p>")
    assert captions(article) == ["घाट पर बच्चे"]


@pytest.mark.parametrize(
    "line",
    [
        "<p class='has-drop-cap'>{text}</p>",
        "<p><em>सफ़ाई</em> के बाद सब ख़ुश हैं।</p>",
        "<p>{text}</p>",
    ],
)
def test_other_lines_under_a_picture_are_text(line: str) -> None:
    text = "सफ़ाई के बाद सब ख़ुश हैं।"
    part = "<img src='a.jpg' alt='तालाब'>" + line.format(text=text)
    article = read(body=f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{part}<p>{PROSE[2]}</p>")
    assert text in texts(article)
    assert captions(article) == []


@pytest.mark.parametrize(
    "line", ["लेखक: किरण बघेल, नदी समाचार", "किरण बघेल", "17 अक्टूबर 2025, शाम 5:34"]
)
def test_who_and_when_under_a_picture_is_no_caption(line: str) -> None:
    assert read(f"<div><img src='a.jpg'><p>{line}</p></div>").image.caption == ""


def test_a_caption_under_a_picture_that_says_whose_it_is() -> None:
    body = f"<p>{PROSE[0]}</p><img src='a.jpg'><p>नदी पर बना पुल। (जागृति)</p>"
    article = read(body=f"{body}<p>{PROSE[1]}</p><p>{PROSE[2]}</p>")
    assert captions(article) == ["नदी पर बना पुल। (जागृति)"]


def test_the_captions_of_one_figure_are_one() -> None:
    credit = "<p><span>इमेज स्रोत, </span>Kiran Baghel</p>"
    figure = f"<figure><img src='a.jpg'>{credit}<figcaption>{CAPTION}</figcaption></figure>"
    article = read(body=f"<p>{PROSE[0]}</p>{figure}<p>{PROSE[1]}</p><p>{PROSE[2]}</p>")
    assert captions(article) == [f"{CAPTION} (Kiran Baghel)"]


def test_a_paragraph_under_a_picture_is_text() -> None:
    parts = "".join(
        f"<div><img src='{n}.jpg'><p>{text * 2}</p></div>" for n, text in enumerate(PROSE)
    )
    article = read(body=parts)
    assert texts(article) == tuple(text * 2 for text in PROSE)
    assert captions(article) == []


PICTURE = "https://nadi.example/a.jpg"


@pytest.mark.parametrize(
    "picture",
    [
        f"<img src='{PICTURE}' alt='तालाब'>",
        f"<amp-img src='{PICTURE}' width=800 height=450 alt='तालाब'></amp-img>",
        f"<img src='data:,' data-src='{PICTURE}'>",
        f"<picture><source data-srcset='/s.jpg 9w, {PICTURE} 900w'><img src='data:,'></picture>",
        f"<img src='data:,'><noscript><img src='{PICTURE}'></noscript>",
    ],
)
@pytest.mark.parametrize(
    ("below", "caption"),
    [
        (f"<p class=caption>{CAPTION}</p>", CAPTION),
        ("<span>तालाब के किनारे बच्चे</span>", "तालाब के किनारे बच्चे"),
        ("<p>शेयर करें</p>", ""),
        ("<p>आगे की खबर पढ़ने के लिए स्क्रॉल करें</p>", ""),
    ],
)
def test_the_picture_over_the_text(picture: str, below: str, caption: str) -> None:
    image = read(picture + below).image
    assert (image.address, image.caption) == (PICTURE, caption)


def test_the_portrait_of_the_author_is_not_the_article_s_picture() -> None:
    portrait = f"<img src='{PICTURE}' alt='किरण बघेल'><p>By किरण बघेल</p>"
    assert read(portrait).image.address == ""


@pytest.mark.parametrize(
    "way", ["<p>{0}<br>{1}</p>", "<div>{0}{1}</div>", "<div>{0}<p>{1}</p></div>"]
)
def test_paragraphs_with_a_picture_each_stay_to_the_last(way: str) -> None:
    """Two sentences beside a picture are no caption, in the middle or at the end."""
    text = "घाट की मरम्मत अब पूरी हो गई है। अगले महीने यहाँ मेला लगेगा।"
    pictured = way.format("<img src='https://nadi.example/b.jpg'>", text)
    assert texts(read(body="".join(f"<p>{each}</p>" for each in PROSE) + pictured))[-1] == text
    every = [way.format("<img src='https://nadi.example/b.jpg'>", each) for each in PROSE]
    assert [each for each in texts(read(body="".join(every))) if each] == list(PROSE)


LONG = "पूरी फसल बिकने के बाद समूह ने नया ट्रैक्टर भी खरीदा और उसका बीमा शहर में कराया।"


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("way", ["<p>{0}<br>{1}</p>", "<div>{0}<p>{1}</p></div>"])
def test_a_long_sentence_that_tells_what_happened_is_text_beside_a_picture(
    way: str, end: int
) -> None:
    pictured = way.format("<img src='https://nadi.example/b.jpg'>", LONG)
    parts = [f"<p>{each}</p>" for each in PROSE]
    parts.insert(len(parts) if end else 2, pictured)
    article = read(body="".join(parts))
    assert [each.text for each in article.paragraphs if each.kind is Kind.BODY].count(LONG) == 1
    assert captions(article) == [""]


@pytest.mark.parametrize(
    "line",
    [
        "सोमवार को नए पुल का उद्घाटन करते मुख्यमंत्री, साथ में जिलाधिकारी और विधायक भी खड़े थे।",
        "घाट की सफ़ाई के बाद सीढ़ियों पर दीये जलाती हुई महिलाओं की यह तस्वीर रविवार को ली गई।",
    ],
)
def test_a_long_sentence_that_says_what_is_seen_is_a_caption(line: str) -> None:
    pictured = f"<div><img src='a.jpg'><p>{line}</p></div>"
    article = read(body=f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{pictured}<p>{PROSE[2]}</p>")
    assert captions(article) == [line]


def test_a_paragraph_in_a_figure_is_text_and_a_figcaption_none() -> None:
    text = "घाट की मरम्मत अब पूरी हो गई है। अगले महीने यहाँ मेला लगेगा।"
    for tag, found in (("p", [""]), ("figcaption", [text])):
        figure = f"<figure><img src='https://nadi.example/b.jpg'><{tag}>{text}</{tag}></figure>"
        article = read(body="".join(f"<p>{each}</p>" for each in PROSE) + figure)
        assert captions(article) == found
        assert texts(article)[-1] == text


def test_a_sentence_under_the_last_picture_is_not_lost() -> None:
    picture = f"<div><img src='https://nadi.example/b.jpg'><p>{CAPTION}</p></div>"
    told = texts(read(body="".join(f"<p>{each}</p>" for each in PROSE) + picture))
    assert told == (*PROSE, CAPTION)


def test_prose_that_begins_with_the_words_of_furniture_stays() -> None:
    lines = (
        "और पढ़ें की आदत डालनी चाहिए, यह बात प्रधानाचार्य ने छात्रों से कही।",
        "फोटो: खींचने पर रोक के बावजूद पर्यटक तस्वीरें लेते रहे।",
    )
    body = "".join(f"<p>{each}</p>" for each in (PROSE[0], PROSE[1], *lines, PROSE[2]))
    assert texts(read(body=body)) == (*PROSE[:2], *lines, PROSE[2])
