import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import formats
from reader.errors import NoArticle, ReaderError
from reader.formats import dates, tidy
from reader.formats.web import page, page_facts
from reader.model import Article, Kind, Paragraph

TITLE = "गाँव का पुस्तकालय फिर खुला, बच्चों में खुशी"
FIRST = "गाँव के युवाओं ने मिलकर कमरे की सफ़ाई की और पुरानी किताबें सँवारीं। अब यहाँ दो हज़ार किताबें हैं।"
SECOND = "सरपंच ने कहा कि यह सबकी जीत है। शाम को बच्चे यहाँ पढ़ने आते हैं और रविवार को कहानी सुनाई जाती है।"
LAST = "पुस्तकालय सुबह आठ बजे खुलता है और शाम छह बजे बंद होता है। सदस्य बनने का कोई शुल्क नहीं है।"
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#pub", "name": "नदी समाचार"},
        {
            "@type": ["NewsArticle"],
            "headline": f"{TITLE} | Nadi News Hindi",
            "author": [{"@type": "Person", "name": "आरती शर्मा"}, {"name": "रवि &amp; मोहन"}],
            "datePublished": "2025-07-04T09:15:00+05:30",
            "dateModified": "2025-07-04T10:20:30",
            "publisher": {"@id": "#pub"},
            "image": [{"@type": "ImageObject", "caption": "नए कमरे में बच्चे"}],
        },
    ],
}
LINKS = "".join(
    f'<li><a href="/{n}">कोई दूसरी खबर जो यहाँ नहीं है, संख्या {n}।</a></li>' for n in range(30)
)
BODY = f"""
<header><img alt="एक बड़ा सा चिह्न"><nav><ul>{LINKS}</ul></nav></header>
<div style="display: none">यह छिपा हुआ लंबा वाक्य है जो दिखता नहीं। {FIRST * 9}</div>
<main><h1>{TITLE}</h1>
<h2>दस साल से बंद पड़े पुस्तकालय को युवाओं ने फिर खोला है</h2>
<div>By आरती शर्मा | Updated: July 5, 2025 11:00 AM</div>
<figure><img alt="पुस्तकालय के बाहर बच्चे"><figcaption>पुस्तकालय के बाहर खड़े बच्चे</figcaption></figure>
<div><h3>मुख्य बातें</h3><ul><li>पुस्तकालय दस साल से बंद था</li><li>युवाओं ने मरम्मत की</li></ul></div>
<div><p><b>लखनऊ:</b> {FIRST}</p>
<p>ये भी पढ़ें: <a href="/x">दूसरी खबर</a></p><div>विज्ञापन</div>
<h3>सबकी मदद</h3>
<blockquote><p>“{SECOND}”</p></blockquote>
<ul><li>किताबें मुफ़्त हैं</li><li>कमरा खुला है</li></ul>
<p><strong>समय क्या है</strong></p>
{LAST}<br><br>यह आख़िरी पैरा है।<br>इसकी दूसरी पंक्ति भी है।
<p>Web Title: village library opens</p>
<p>हमारे यूट्यूब चैनल को सब्सक्राइब करें।</p></div></main>
<section><h2>और खबरें</h2><ul>{LINKS}</ul></section>
<footer><p>यह सूचना हर पन्ने पर होती है और लंबी है। {FIRST}</p></footer>
"""
PAGE = f"""<!DOCTYPE html><html lang="hi"><head><title>{TITLE} | नदी समाचार</title>
<link rel="canonical" href="/pustakalay">
<script type="application/ld+json">{json.dumps(LD)}</script></head><body>{BODY}</body></html>"""
PLAIN = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"


def load_page(html: str, url: str = "") -> Article:
    return page.parse(html, url, urlsplit(url).hostname or "The page")


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def with_head(head: str) -> str:
    return f"<html><head>{head}</head><body>{PLAIN}</body></html>"


def test_every_part_goes_to_its_own_field() -> None:
    article = load_page(PAGE, "https://www.nadi.example/pustakalay?from=feed")
    assert article.title == TITLE
    assert article.byline == "आरती शर्मा, रवि & मोहन"
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2025-07-04T09:15:00+05:30"
    assert article.modified.isoformat() == "2025-07-04T10:20:30+05:30"
    assert article.source == "नदी समाचार"
    assert article.url == "https://www.nadi.example/pustakalay"
    assert article.lead == "दस साल से बंद पड़े पुस्तकालय को युवाओं ने फिर खोला है"
    assert article.image.alt == "पुस्तकालय के बाहर बच्चे"
    assert article.image.caption == "पुस्तकालय के बाहर खड़े बच्चे"
    assert article.key_points == ("पुस्तकालय दस साल से बंद था", "युवाओं ने मरम्मत की")
    assert article.dateline == "लखनऊ"
    assert article.web_title == "village library opens"


def test_the_body_keeps_its_kinds_and_nothing_else() -> None:
    assert load_page(PAGE).paragraphs == (
        Paragraph(FIRST),
        Paragraph("सबकी मदद", Kind.HEADING),
        Paragraph(f"“{SECOND}”", Kind.QUOTE),
        Paragraph("किताबें मुफ़्त हैं", Kind.ITEM),
        Paragraph("कमरा खुला है", Kind.ITEM),
        Paragraph("समय क्या है", Kind.HEADING),
        Paragraph(LAST),
        Paragraph("यह आख़िरी पैरा है। इसकी दूसरी पंक्ति भी है।"),
    )


def test_a_page_that_says_nothing_of_itself() -> None:
    article = load_page(PLAIN)
    assert article == Article(TITLE, (Paragraph(FIRST), Paragraph(SECOND), Paragraph(LAST)))


def test_a_page_read_from_a_file_and_pasted(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes(PAGE.encode("utf-16"))
    assert formats.load_file(path) == formats.load_text(PAGE) == load_page(PAGE)


def test_what_the_page_prints_stands_in_for_what_it_does_not_say() -> None:
    article = load_page(PAGE.replace("NewsArticle", "Thing"))
    assert article.byline == "आरती शर्मा"
    assert article.modified == dates.parse("2025-07-05T11:00:00+05:30")
    assert article.source == "नदी समाचार"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-07-04T03:45:00Z">', "03:45+00:00"),
        ('<meta itemprop="datePublished" content="2025-07-04 09:15">', "09:15+05:30"),
        ("<script type='application/ld+json'>{broken</script>", ""),
        ('<meta property="article:published_time" content="soon">', ""),
    ],
)
def test_dates_of_meta_elements(head: str, published: str) -> None:
    found = load_page(with_head(head)).published
    assert (found.isoformat("T", "minutes")[11:] if found else "") == published


def test_time_elements() -> None:
    article = load_page(PLAIN.replace("<p>", '<time datetime="2025-07-04">x</time><p>', 1))
    assert article.published == dates.parse("2025-07-04")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("पुल खुला | नदी समाचार", "पुल खुला"),
        ("गाँव में पुल खुला - Hindi News", "गाँव में पुल खुला"),
        ("गाँव में पुल खुला - Lucknow News | Nadi", "गाँव में पुल खुला"),
        ("पुल - एक कहानी", "पुल - एक कहानी"),
        ("पुल खुला | nadi.example", "पुल खुला"),
    ],
)
def test_site_names_are_taken_off_titles(said: str, title: str) -> None:
    source = "Nadi" if "Nadi" in said else "नदी समाचार"
    assert page_facts.split_site(said, source, "nadi.example")[0] == title


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        (" | Nadi Vani", "Nadi Vani"),
        (" - राज्य - नदी वाणी", "नदी वाणी"),
        ("", "nadi.example"),
        (" | Hindi News", "nadi.example"),
        (" | Cricket News", "nadi.example"),
        (" - राज्य", "nadi.example"),
        (" | Villagers open an old library", "nadi.example"),
        (" | क्या कहते हैं गाँव के लोग इस पर", "nadi.example"),
    ],
)
def test_the_name_behind_the_headline_in_the_title_is_the_site_s(behind: str, source: str) -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE})
    head = f"<title>{TITLE}{behind}</title><script type='application/ld+json'>{data}</script>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{PARTS}</body></html>"
    assert page.parse(html, "https://nadi.example/a").source == source


def test_a_headline_that_is_cut_short_gives_way_to_the_heading() -> None:
    said = json.dumps({"@type": "NewsArticle", "headline": TITLE[:30] + "..."})
    head = f"<script type='application/ld+json'>{said}</script>"
    assert load_page(with_head(head)).title == TITLE


def test_article_text_in_json_stands_in_for_a_page_made_by_scripts() -> None:
    said = {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{FIRST}\n\n{SECOND}"}
    html = f"<script type='application/ld+json'>{json.dumps(said)}</script><div id='app'></div>"
    assert texts(load_page(html)) == [FIRST, SECOND]


def test_article_text_in_json_may_be_markup() -> None:
    said = {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"<p>{FIRST}</p><p>{SECOND}"}
    html = f"<script type='application/ld+json'>{json.dumps(said)}</script><div id='app'></div>"
    assert texts(load_page(html)) == [FIRST, SECOND]


def test_a_list_of_links_is_no_article() -> None:
    html = f"<title>नदी समाचार</title><h1>ताज़ा खबरें</h1><ul>{LINKS * 9}</ul><p>{FIRST}{SECOND}</p>"
    with pytest.raises(NoArticle, match=r"nadi\.example is a front page or a list of links"):
        load_page(html, "https://nadi.example/")


def test_a_teaser_is_no_article() -> None:
    with pytest.raises(NoArticle, match=r"The article at nadi\.example is behind a paywall\."):
        load_page(f"<h1>{TITLE}</h1><p>आगे पढ़ने के लिए सदस्य बनें।</p>", "https://nadi.example/a")


def test_linked_headings_over_the_parts_of_an_article_are_no_cards() -> None:
    parts = "".join(
        f'<div><h2><a href="/{n}">फ़िल्म संख्या {n} का पूरा नाम</a></h2><p>{text}</p></div>'
        for n, text in enumerate((FIRST, SECOND, LAST))
    )
    head = f"<script type='application/ld+json'>{json.dumps(LD)}</script>"
    html = f"{head}<h1>{TITLE}</h1>{parts}"
    assert [text for text in texts(load_page(html)) if len(text) > 50] == [FIRST, SECOND, LAST]
    with pytest.raises(NoArticle, match="list of links"):
        load_page(html.removeprefix(head))


@pytest.mark.parametrize("heading", ["आपके लिए क्या बदलेगा", "प्रतिक्रियाएं", "बड़ी खबर"])
def test_a_heading_of_the_article_s_own_stays(heading: str) -> None:
    html = PLAIN.replace(f"<p>{LAST}", f"<h3>{heading}</h3><p>{LAST}")
    assert texts(load_page(html)) == [FIRST, SECOND, heading, LAST]


@pytest.mark.parametrize(
    ("pay", "is_refused"),
    [
        ("पूरा लेख पढ़ने के लिए सब्सक्राइब करें", True),
        ("पूरी ख़बर पढ़ने के लिए ऐप पर लॉगिन करें", False),
        ("हमारे न्यूज़लेटर के लिए साइन अप करें", False),
    ],
)
def test_words_on_paying_under_a_short_article(pay: str, is_refused: bool) -> None:
    html = f"<h1>{TITLE}</h1><p>{FIRST * 4}</p><p>{SECOND * 4}</p><div>{pay}</div>"
    if is_refused:
        with pytest.raises(NoArticle, match="paywall"):
            load_page(html)
    else:
        assert len(texts(load_page(html))) == 2


WALL = "पूरी ख़बर पढ़ने के लिए सब्सक्राइब करें"
PARTS_TEXTS = [f"{text} {text}" for text in (FIRST, SECOND, LAST, f"अब {FIRST}")]
PARTS = "".join(f"<p>{text}</p>" for text in PARTS_TEXTS)


@pytest.mark.parametrize("wall", [f"<div>{WALL}</div>", f"</article><h3>{WALL}</h3>"])
def test_words_on_paying_beside_a_whole_article(wall: str) -> None:
    html = f"<article><h1>{TITLE}</h1>{PARTS}{wall}"
    assert texts(load_page(html))[:4] == PARTS_TEXTS


def test_words_on_paying_in_an_article() -> None:
    said = f"{WALL}, ठग ने यही लिखकर लिंक भेजा था।"
    html = f"<h1>{TITLE}</h1><p>{said}</p>{PARTS}"
    assert texts(load_page(html)) == [said, *PARTS_TEXTS]


def test_words_on_proving_to_be_human_in_an_article() -> None:
    said = "फ़ॉर्म में पूछा जाएगा कि आप रोबोट नहीं हैं, और कैप्चा भरना होगा।"
    html = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{said}</p><p>{LAST}</p>"
    assert texts(load_page(html)) == [FIRST, SECOND, said, LAST]


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("लॉगिन करें", "a page to log in"),
        ("हमारे बारे में", "about the site"),
        ("ताजा खबरें", "a list of links"),
        ("लाइव टीवी", "a video"),
        ("ओह! यह खबर अब उपलब्ध नहीं है", "no such page"),
        ("यह सामग्री आपके क्षेत्र में उपलब्ध नहीं है", "no such page"),
    ],
)
def test_a_page_that_calls_itself_something_else(title: str, message: str) -> None:
    html = PLAIN.replace(TITLE, title)
    with pytest.raises(NoArticle, match=message):
        load_page(html)


def test_a_page_about_a_topic() -> None:
    cards = "".join(f"<h3><a href=/{n}>पुस्तकालय की ख़बर {n}</a></h3>" for n in range(9))
    html = f"<h1>पुस्तकालय</h1><p>{FIRST}</p><p>{LAST}</p><h2>पुस्तकालय से जुड़ी खबरें</h2>{cards}"
    with pytest.raises(NoArticle, match="a list of links"):
        load_page(html)


def test_a_notice_is_no_article() -> None:
    with pytest.raises(NoArticle, match=r"There is no article text in nadi\.example\."):
        load_page(f"<h1>{TITLE}</h1><p>यह पन्ना अभी तैयार हो रहा है।</p>", "https://nadi.example/a")


@pytest.mark.parametrize(
    "html", ["", " ", "<!-- -->", "<?xml version='1.0'?>", "<script>1</script>"]
)
def test_nothing_is_no_article(html: str) -> None:
    with pytest.raises(NoArticle):
        load_page(html)


def test_xhtml_with_its_encoding_declared() -> None:
    html = f"<?xml version='1.0' encoding='utf-8'?><html><body>{PLAIN}</body></html>"
    assert texts(load_page(html)) == [FIRST, SECOND, LAST]


def test_bad_addresses_are_not_kept() -> None:
    for address in ("javascript:alert(1)", "http://[", "file:///etc/passwd"):
        head = f'<link rel="canonical" href="{address}">'
        article = load_page(with_head(head), "https://nadi.example/a")
        assert article.url == "https://nadi.example/a"


@pytest.mark.parametrize(
    ("said", "fetched", "kept"),
    [
        ("https://n.example/", "https://n.example/a?id=1", "https://n.example/a?id=1"),
        ("https://n.example/khabar", "https://n.example/a", "https://n.example/a"),
        ("https://other.example/a", "https://n.example/a", "https://n.example/a"),
        ("https://www.n.example/a/", "https://n.example/a?from=x", "https://www.n.example/a/"),
        ("https://n.example/a", "", "https://n.example/a"),
        ("https://n.example/", "", ""),
        ("https://n.example/hindi/", "", ""),
    ],
)
@pytest.mark.parametrize(
    "head", ['<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">']
)
def test_an_address_the_page_gives_is_kept_where_it_is_its_own(
    head: str, said: str, fetched: str, kept: str
) -> None:
    html = with_head('<meta property="og:type" content="article">' + head.format(said))
    assert load_page(html, fetched).url == kept


@pytest.mark.parametrize("path", ["", "/", "/hindi/", "/index.html", "/index.php"])
def test_a_root_that_calls_itself_no_article_is_a_front_page(path: str) -> None:
    address = f"https://n.example{path}"
    with pytest.raises(NoArticle, match="front page"):
        load_page(PLAIN, address)
    with pytest.raises(NoArticle, match="front page"):
        load_page(with_head(f'<link rel="canonical" href="{address}">'))


def test_deep_nesting_is_read() -> None:
    assert FIRST in texts(load_page("<div>" * 1000 + PLAIN))


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<li>",
        "<h1>",
        "</h1>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<blockquote>",
        "<table>",
    ]
)
KEYS = ["articleBody", "name", "@type", "@id", *LD["@graph"][1]]
JSON = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner),
)


@settings(deadline=None)
@given(st.lists(MARKUP | st.text() | st.just(FIRST)).map("".join))
def test_any_markup_is_an_article_or_a_clear_error(html: str) -> None:
    try:
        article = page.parse(html)
    except ReaderError as error:
        assert error.what.startswith(("The page ", "There is no article"))  # noqa: PT017
        return
    assert article.title
    assert article.paragraphs


@settings(deadline=None)
@given(JSON)
def test_any_linked_data_is_borne(data: object) -> None:
    said = json.dumps(
        {"data": data, "@graph": data, "@type": "NewsArticle", "author": data, "image": data}
    )
    head = f"<script type='application/ld+json'>{said.replace('<', ' ')}</script>"
    assert FIRST in texts(load_page(with_head(head)))


def _spaceless(text: str) -> str:
    return re.sub(r"\s", "", text)


def _expected(path: Path) -> dict[str, Any]:
    """What a page is expected to give, its texts tidied as ours are."""
    found: dict[str, Any] = json.loads(
        path.read_text(encoding="utf-8"),
        object_hook=lambda each: {key: _tidied(value) for key, value in each.items()},
    )
    return found


def _tidied(value: object) -> object:
    if isinstance(value, list):
        return [_tidied(each) for each in value]
    return tidy.tidy(value) if isinstance(value, str) else value


def test_bhaskar(data: Path) -> None:
    article = formats.load_file(data / "pages" / "bhaskar-1.html")
    expected = _expected(data / "pages" / "bhaskar-1.expected.json")["V1"]
    assert article.title == expected["title"]
    assert article.byline == ", ".join(expected["authors"])
    assert str(article.published) == expected["publishing_date"]
    body = [p.text for p in article.paragraphs if p.kind is Kind.BODY]
    assert body == [text for part in expected["body"]["sections"] for text in part["paragraphs"]]


def test_ddnews(data: Path) -> None:
    article = formats.load_file(data / "pages" / "ddnews-1.html")
    expected = _expected(data / "pages" / "ddnews-1.expected.json")
    assert [article.title] == expected["title"]
    assert article.published == dates.parse(expected["published_at"][0])
    lead, *body = [p.text for p in article.paragraphs if p.kind is not Kind.IMAGE]
    assert _spaceless(lead) == _spaceless(expected["description"][0])
    assert _spaceless("".join(body)) == _spaceless(expected["text"][0])


def test_a_newspapers_front_page(data: Path) -> None:
    with pytest.raises(NoArticle, match="is a front page or a list of links") as caught:
        formats.load_file(data / "pages" / "amarujala-home.html")
    assert caught.value.advice == "Open one of its articles."
