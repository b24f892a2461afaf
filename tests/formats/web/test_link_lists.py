"""Lists whose items are nothing but links: the writer's own stay, a site's pointers go."""

import pytest

from reader.formats.web import page
from tests.formats.web.stories import BODY, FIRST, LAST, SECOND, TITLE

OWN = "https://nadi.example/gaon/7"
PLACES = ("जल विभाग की वेबसाइट", "हेल्पलाइन: 1916", "शिकायत भेजने का पता")
OUT = ("https://jal.gov.example/", "tel:1916", "mailto:shikayat@jal.gov.example")
PAPERS = ("/files/niyam.pdf", "/files/form.docx", "https://jal.gov.example/suchi.pdf")
STORIES = ("/gaon/8", "/gaon/9", "https://epaper.nadi.example/10")
SHARED = ("https://www.facebook.com/nadi", "https://t.me/nadi", "mailto:?subject=padhiye")


def links(targets: tuple[str, ...], item: str = "<li><a href='{}'>{}</a></li>") -> str:
    return "".join(item.format(*each) for each in zip(targets, PLACES, strict=True))


def texts(part: str, url: str = OWN, around: str = "") -> list[str]:
    body = f"<p>{FIRST}</p><p>{SECOND}</p>{part}<p>{LAST}</p>"
    html = f"<h1>{TITLE}</h1><article>{body}</article>{around}"
    return [each.text for each in page.parse(html, url).paragraphs]


@pytest.mark.parametrize("targets", [OUT, PAPERS])
@pytest.mark.parametrize("way", ["<ul>{}</ul>", "<div><ol>{}</ol></div>"])
def test_a_list_that_leads_out_of_the_site_stays(targets: tuple[str, ...], way: str) -> None:
    assert texts(way.format(links(targets))) == [FIRST, SECOND, *PLACES, LAST]


def test_the_heading_of_such_a_list_stays_with_it() -> None:
    box = f"<div><h3>ज़रूरी पते</h3><ul>{links(OUT)}</ul></div>"
    assert texts(box) == [FIRST, SECOND, "ज़रूरी पते", *PLACES, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "ये दस्तावेज़ साथ रखें:",
        "इन वेबसाइटों पर आवेदन करें:-",
        "योजना में शामिल गाँव ये हैं।",
        "गाँवों के नाम नीचे दिए गए हैं।",
    ],
)
def test_a_list_that_a_line_introduces_stays(line: str) -> None:
    part = f"<p>{line}</p><ul>{links(STORIES)}</ul>"
    assert texts(part) == [FIRST, SECOND, line, *PLACES, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "<p>ये भी पढ़ें:</p>",
        "<h3>ये भी पढ़ें</h3>",
        "<p>इस विषय पर हमारी और खबरें:</p>",
        "<p>चर्चा में:</p>",
        "<p>सरपंच ने गाँव वालों से कहा:</p>",
    ],
)
def test_a_list_of_the_site_s_own_articles_goes(line: str) -> None:
    told = texts(f"{line}<ul>{links(STORIES)}</ul>")
    assert not set(PLACES) & set(told)
    assert [each for each in told if each in BODY] == [FIRST, SECOND, LAST]


def test_a_list_of_ways_to_share_goes() -> None:
    assert texts(f"<ul>{links(SHARED)}</ul>") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "line", ["<h4>प्रायोजित</h4>", "<p>हमारे पार्टनर:</p>", "<p>इन पर भी नज़र डालें:</p>"]
)
def test_a_list_of_what_others_pay_for_goes(line: str) -> None:
    others = ("https://a.example/1", "https://b.example/2", "https://c.example/3")
    assert not set(PLACES) & set(texts(f"<div>{line}<ul>{links(others)}</ul></div>"))


def test_a_list_in_an_element_beside_the_text_goes() -> None:
    other = links(("https://a.example/1", "https://b.example/2", "https://c.example/3"))
    assert not set(PLACES) & set(texts(f"<div><p>पुराने अंक</p><ul>{other}</ul></div>"))


def test_paragraphs_that_are_links_must_be_introduced() -> None:
    part = links(OUT, "<p><a href='{}'>{}</a></p>")
    assert texts(part) == [FIRST, SECOND, LAST]
    line = "शिकायत यहाँ की जा सकती है:"
    assert texts(f"<p>{line}</p>{part}") == [FIRST, SECOND, line, *PLACES, LAST]


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_line_that_names_a_document_stays(tag: str) -> None:
    words = "गाँव के नए नियमों की पूरी सूची:"
    line = f"<{tag}>{words} <a href='/niyam.pdf'>नियम 2025</a></{tag}>"
    assert texts(line) == [FIRST, SECOND, f"{words} नियम 2025", LAST]
    html = f"<article><h1>{TITLE}</h1>{BODY}{line}</article>"
    assert page.parse(html, OWN).paragraphs[-1].text == f"{words} नियम 2025"


def test_a_saved_page_knows_its_site_by_most_of_its_links() -> None:
    def saved(host: str) -> list[str]:
        part = links(tuple(f"{host}/{n}" for n in range(3)))
        menu = "".join(f"<a href='https://nadi.example/{n}'>खेल</a>" for n in range(9))
        return texts(f"<ul>{part}</ul>", "", f"<nav>{menu}</nav>")

    assert saved("https://jal.gov.example") == [FIRST, SECOND, *PLACES, LAST]
    assert saved("https://nadi.example/gaon") == [FIRST, SECOND, LAST]


def test_the_list_at_the_end_of_an_article_stays_with_its_line() -> None:
    for items in ("<li>a@b.example</li><li>112</li>", "<li><a href='tel:112'>112</a></li>"):
        html = f"<article><h1>{TITLE}</h1>{BODY}<p>शिकायत के लिए:</p><ul>{items}</ul></article>"
        told = [each.text for each in page.parse(html, OWN).paragraphs]
        assert told[3] == "शिकायत के लिए:"
        assert told[-1] == "112"
