"""The time of an article, told from those of comments, other articles and the masthead."""

import pytest

from tests.formats.web import story

STAMP = "<time datetime='2025-10-17'>शुक्रवार</time>"
COMMENT = f"<div><b>By: सुरेश</b> {STAMP}<p>अच्छी खबर है भाई।</p></div>"
CARD = f"<div><a href='/x'>कस्बे की बेकरी के सौ साल पूरे</a> {STAMP} <b>By राकेश</b></div>"
LINE = "17 अक्टूबर 2025"


def said(body: str) -> tuple[str, str, str]:
    """The byline, and the days of publishing and of change, of a page with this body."""
    article = story.read(body)
    assert tuple(each.text for each in article.paragraphs) == story.STORY
    days = (article.published, article.modified)
    return (article.byline, *(f"{day:%d.%m. %H:%M}" if day else "" for day in days))


@pytest.mark.parametrize(
    "stamp",
    [
        STAMP,
        f"<time>{LINE}</time>",
        "<time title='2025-10-17'>3 घंटे पहले</time>",
        f"<div><a href='/gaon'>गाँव</a> <time>{LINE}</time></div>",
        "<abbr class='published' title='2025-10-17T00:00:00+05:30'>शुक्रवार</abbr>",
        "<span property='schema:datePublished' content='2025-10-17'>शुक्रवार</span>",
        f"<span itemprop='datePublished'>{LINE}</span>",
    ],
)
@pytest.mark.parametrize("way", ["under", "over", "behind", "behind, in a box"])
def test_the_time_of_the_article(stamp: str, way: str) -> None:
    headline, text = story.BODY.split("</h1>")
    body = {
        "under": f"{headline}</h1>{stamp}{text}",
        "over": f"<article>{stamp}{headline}</h1>{text}</article>",
        "behind": f"{story.BODY}{stamp}",
        "behind, in a box": f"{story.BODY}<div>पर <p>{stamp}</p></div>",
    }
    assert said(body[way]) == ("", "17.10. 00:00", "")


@pytest.mark.parametrize(
    "body",
    [
        f"{story.BODY}<div>{COMMENT}</div>",
        f"{story.BODY}<div><p>2 टिप्पणियां</p>{COMMENT}{COMMENT}</div>",
        f"{story.BODY}<ol><li><article>{COMMENT}<a href='#r'>जवाब दें</a></article></li></ol>",
        f"{story.BODY}{CARD}",
        f"{story.BODY}<div>{CARD}{CARD}</div>",
        f"{story.BODY}<aside>{STAMP}</aside>",
        f"{CARD}{story.BODY}",
        f"<ul><li>{CARD}</li></ul><article>{story.BODY}</article>",
        f"<header>{STAMP}</header><article>{story.BODY}</article>",
        story.BODY.replace("</h1>", f"</h1>{CARD}"),
    ],
)
def test_other_times_and_names(body: str) -> None:
    assert said(body)[1:] == ("", "")


def test_the_names_behind_the_text_are_not_the_author_s() -> None:
    assert [said(story.BODY + behind)[0] for behind in (COMMENT, CARD)] == ["", ""]
    assert said(f"{story.BODY}<p>By: सुरेश</p>")[0] == "सुरेश"


def test_the_footer_of_a_blog_s_post() -> None:
    stamp = "<abbr class='published' title='2025-10-17T07:30:00+05:30'>7:30 am</abbr>"
    credits = f"प्रस्तुतकर्ता <span>सुरेश राय</span> पर <a href='#'>{stamp}</a> <span>3 टिप्पणियां:</span>"
    footer = f"<div>{credits}<div>लेबल: <a href='/l'>पानी</a>, <a href='/g'>गांव</a></div></div>"
    assert said(story.BODY + footer) == ("सुरेश राय", "17.10. 07:30", "")


@pytest.mark.parametrize("day", [LINE, f"शुक्रवार, {LINE}", f"नई दिल्ली, {LINE}", "October 17, 2025"])
@pytest.mark.parametrize(
    "masthead",
    [
        "<header><div>{}</div></header><article>{}</article>",
        "<div><a href='/'>होम</a> <span>{}</span></div>{}",
        "<div>{}</div>{}",
    ],
)
def test_the_day_in_a_masthead_without_a_word_for_today(day: str, masthead: str) -> None:
    assert said(masthead.format(day, story.BODY)) == ("", "", "")


@pytest.mark.parametrize(
    "line",
    [
        "<span>Published: 17 Oct 2025, 06:05 PM IST</span>"
        "<span>Updated: 17 Oct 2025, 09:40 PM IST</span>",
        "<span>Published On: 17/10/2025 6:05 PM</span><span>Last Updated On: 17/10/2025 9:40 PM"
        "</span>",
        "<b>Published</b> 17 Oct 2025 18:05<b>Updated</b> 17 Oct 2025 21:40",
        "<span>प्रकाशित: 17 अक्टूबर 2025, शाम 6:05 बजे</span>"
        "<span>अपडेटेड: 17 अक्टूबर 2025, रात 9:40 बजे</span>",
        "<time class='published' datetime='2025-10-17T18:05'></time>"
        "<time class='updated' datetime='2025-10-17T21:40'></time>",
    ],
)
def test_when_it_was_changed(line: str) -> None:
    body = story.BODY.replace("</h1>", f"</h1><div>{line}</div>")
    assert said(body) == ("", "17.10. 18:05", "17.10. 21:40")


def test_a_label_right_behind_a_name() -> None:
    for label in ("Published", "प्रकाशित"):
        line = f"<div><span>By सुरेश राय</span><span>{label}: 17 अक्टूबर 2025</span></div>"
        assert said(story.BODY.replace("</h1>", f"</h1>{line}"))[0] == "सुरेश राय"


def test_one_mark_for_both_is_when_it_was_published() -> None:
    stamp = "<time class='entry-date published updated' datetime='2025-10-17'></time>"
    assert said(story.BODY + stamp) == ("", "17.10. 00:00", "")
