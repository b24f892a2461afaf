import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader import formats
from reader.errors import NoArticle
from reader.formats.material import Material
from reader.formats.web import feed
from reader.model import Contents, ContentsKind, Entry
from tests.patience import quickest

URL = "https://nadi.example/feed/rss.xml"
INDIA = timezone(timedelta(hours=5, minutes=30))
EVENING = datetime(2024, 6, 19, 17, 34, tzinfo=INDIA)


def parse(xml: str | bytes, url: str = URL, charset: str = "") -> Contents:
    data = xml.encode() if isinstance(xml, str) else xml
    return feed.parse(Material(data, "nadi.example", url, charset, source=url))


def rss(
    *items: str, head: str = "<title>नदी समाचार</title><link>https://nadi.example/</link>"
) -> str:
    body = "".join(f"<item>{item}</item>" for item in items)
    declaration = "<?xml version='1.0' encoding='UTF-8'?>"
    return f"{declaration}<rss version='2.0'><channel>{head}{body}</channel></rss>"


def entry(item: str) -> Entry:
    (only,) = parse(rss(item)).entries
    return only


def title(markup: str) -> str:
    return entry(f"<title>{markup}</title><link>https://nadi.example/1</link>").title


def test_rss_2() -> None:
    contents = parse(
        rss(
            "<title>मेले में भीड़</title><link>https://nadi.example/1</link>"
            "<description>नदी के किनारे मेला लगा।</description>"
            "<pubDate>Wed, 19 Jun 2024 17:34:00 +0530</pubDate>",
            "<title>बारिश थमी</title><link>https://nadi.example/2</link>",
        )
    )
    assert contents == Contents(
        "नदी समाचार",
        ContentsKind.FEED,
        (
            Entry(
                "मेले में भीड़",
                "https://nadi.example/1",
                published=EVENING,
                summary="नदी के किनारे मेला लगा।",
            ),
            Entry("बारिश थमी", "https://nadi.example/2"),
        ),
        URL,
    )


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="hi">
<title type="text">नदी समाचार</title>
<link rel="self" href="https://nadi.example/atom.xml"/><link href="https://nadi.example/"/>
<entry><title type="html">&lt;b&gt;मेले&lt;/b&gt; में भीड़</title>
<link rel="edit" href="https://nadi.example/edit/1"/>
<link rel="alternate" type="application/json" href="https://nadi.example/1.json"/>
<link rel="alternate" type="text/html" href="https://nadi.example/1"/>
<published>2024-06-19T17:34:00+05:30</published><updated>2024-06-20T09:00:00Z</updated>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>पहला</p><p>दूसरा</p></div></summary>
</entry></feed>"""


def test_atom() -> None:
    contents = parse(ATOM)
    assert (contents.title, contents.url) == ("नदी समाचार", URL)
    assert contents.entries == (
        Entry("मेले में भीड़", "https://nadi.example/1", published=EVENING, summary="पहला दूसरा"),
    )


def test_atom_0_3() -> None:
    xml = ATOM.replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
    xml = xml.replace("published>", "issued>").replace("updated>", "modified>")
    assert parse(xml).entries == parse(ATOM).entries


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {home}
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>नदी समाचार</title><link>https://nadi.example/</link></channel>
<image><title>चित्र</title><link>https://nadi.example/logo</link></image>
<item><title>मेले में भीड़</title><link>https://nadi.example/1</link>
<dc:title>और कुछ</dc:title><dc:date>2024-06-19T17:34+05:30</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize(
    "home",
    ['xmlns="http://purl.org/rss/1.0/"', 'xmlns="http://my.netscape.com/rdf/simple/0.9/"', ""],
)
def test_rss_1_and_0_9(home: str) -> None:
    contents = parse(RDF.format(home=home))
    assert contents.title == "नदी समाचार"
    assert contents.entries == (Entry("मेले में भीड़", "https://nadi.example/1", published=EVENING),)


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("मेला &amp; बाज़ार", "मेला & बाज़ार"),
        ("<![CDATA[मेला & बाज़ार]]>", "मेला & बाज़ार"),
        ("मेला &amp;amp; बाज़ार", "मेला & बाज़ार"),
        ("राम ने कहा, &amp;#8216;आओ&amp;#8217;", "राम ने कहा, ‘आओ’"),
        ("&amp;#2344;&amp;#2342;&amp;#2368;", "नदी"),
        ("मेला &amp;nbsp; आज", "मेला आज"),
        ("मेला&nbsp;आज &rsquo;", "मेला आज ’"),  # names that XML does not know
        ("&lt;b&gt;मेला&lt;/b&gt; आज", "मेला आज"),
        ("&amp;lt;b&amp;gt;मेला&amp;lt;/b&amp;gt; आज", "मेला आज"),
        ("<![CDATA[<p>मेला</p><p>आज</p>]]>", "मेला आज"),
        ("<b>मे</b>ला आज", "मेला आज"),
        ("<![CDATA[मेला<script>alert('x')</script> आज<style>p{}</style>]]>", "मेला आज"),
        ("<![CDATA[मेला <!-- न दिखे --> आज]]>", "मेला आज"),
        ("तापमान 5 &lt; 6 रहा", "तापमान 5 < 6 रहा"),
        ("A&B & C", "A&B & C"),  # not XML, but written all the same
        ("\n  मेला \u200b\n आज  ", "मेला आज"),
        ("क्&zwj;ष", "क्\u200dष"),
    ],
)
def test_titles_become_plain_text(markup: str, plain: str) -> None:
    assert title(markup) == plain


@pytest.mark.parametrize(
    ("links", "source"),
    [
        ("<link>/khabar/1</link>", "https://nadi.example/khabar/1"),
        ("<link>\n https://nadi.example/1?a=1&amp;b=2 \n</link>", "https://nadi.example/1?a=1&b=2"),
        ("<link>https://nadi.example/1?a=1&b=2</link>", "https://nadi.example/1?a=1&b=2"),
        ("<link><![CDATA[https://nadi.example/1]]></link>", "https://nadi.example/1"),
        ("<guid>https://nadi.example/2</guid>", "https://nadi.example/2"),
        ("<guid isPermaLink='true'>https://nadi.example/2</guid>", "https://nadi.example/2"),
        ("<link/><guid>https://nadi.example/2</guid>", "https://nadi.example/2"),
        (
            "<link>https://feeds.example/~r/1</link><feedburner:origLink "
            "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>"
            "https://nadi.example/3</feedburner:origLink>",
            "https://nadi.example/3",
        ),
        (
            "<link>https://feeds.example/~r/1</link>"
            "<feedburner:origLink>https://nadi.example/3</feedburner:origLink>",
            "https://nadi.example/3",
        ),
        (
            "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='https://nadi.example/4'/>",
            "https://nadi.example/4",
        ),
        ("<link xml:base='https://mela.example/x/'>5</link>", "https://mela.example/x/5"),
        ("<link xml:base='//['>/6</link>", "https://nadi.example/6"),
    ],
)
def test_the_address_of_an_item(links: str, source: str) -> None:
    assert entry(f"<title>क</title>{links}").source == source


@pytest.mark.parametrize(
    "links",
    [
        "",
        "<link/>",
        "<link> </link>",
        "<link>javascript:alert(1)</link>",
        "<link>data:text/html,x</link>",
        "<link>file:///etc/hosts</link>",
        "<link>ftp://nadi.example/1</link>",
        "<link>https://</link>",
        "<link>http://[::1</link>",
        f"<link>https://nadi.example/{'x' * 5000}</link>",
        "<guid isPermaLink='false'>https://nadi.example/2</guid>",
        "<guid>1234</guid>",
        "<enclosure url='https://nadi.example/a.mp3'/>",
    ],
)
def test_items_without_an_address_are_left_out(links: str) -> None:
    good = "<title>ख</title><link>https://nadi.example/1</link>"
    assert [e.title for e in parse(rss(f"<title>क</title>{links}", good)).entries] == ["ख"]


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<pubDate>Wed, 19 Jun 2024 12:04:00 GMT</pubDate>", EVENING),
        ("<pubDate>19 Jun 24 17:34 +0530</pubDate>", EVENING),
        ("<pubDate>Wed, 19 Jun 2024 08:04:00 EDT</pubDate>", EVENING),
        ("<pubDate>Wed, 19 Jun 2024 17:34:00 IST</pubDate>", EVENING),
        ("<pubDate>Wed, 19 Jun 2024 17:34:00</pubDate>", EVENING),
        ("<pubDate>2024-06-19T12:04:00Z</pubDate>", EVENING),
        ("<pubDate>2024-06-19 17:34:00</pubDate>", EVENING),
        ("<pubDate>19 जून 2024, शाम 5:34</pubDate>", EVENING),
        ("<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>", None),
        ("<pubDate>Wed, 19 Jun 2024 +9999999999</pubDate>", EVENING.replace(hour=0, minute=0)),
        ("<pubDate>कल</pubDate>", None),
        ("<pubDate/>", None),
    ],
)
def test_dates_have_their_offset(markup: str, published: datetime | None) -> None:
    found = entry(f"<link>https://nadi.example/1</link>{markup}").published
    assert found == published
    assert found is None or found.astimezone(UTC) == published


def test_a_summary_is_short() -> None:
    words = "नदी के किनारे मेला लगा है और दूर-दूर से लोग आए हैं। " * 20
    got = entry(f"<link>/1</link><description>{words}</description>").summary
    assert 250 < len(got) <= feed.MAX_SUMMARY
    assert got.endswith("…")
    assert words.startswith(got[:-1] + " ")
    assert len(entry(f"<link>/1</link><description>{'क' * 900}</description>").summary) == 300


def test_what_stands_in_for_a_title() -> None:
    assert entry("<link>/1</link><description>मेला लगा।</description>").title == "मेला लगा।"
    assert entry("<link>/1</link>").title == "https://nadi.example/1"


def test_the_text_of_an_item_stands_in_for_its_summary() -> None:
    content = "<content:encoded><![CDATA[<p>मेला लगा।</p>]]></content:encoded>"
    assert entry(f"<link>/1</link>{content}").summary == "मेला लगा।"


def test_parts_of_other_vocabularies_are_not_the_items_own() -> None:
    media = "<media:title>चित्र</media:title><media:group><title>और</title></media:group>"
    assert entry(f"{media}<title>मेला</title><link>/1</link>").title == "मेला"


def test_each_address_once_in_the_order_of_the_feed() -> None:
    items = [f"<title>{n}</title><link>/{n % 3}</link>" for n in range(7)]
    assert [e.title for e in parse(rss(*items)).entries] == ["0", "1", "2"]


def test_five_hundred_items_at_most() -> None:
    items = [f"<title>{n}</title><link>/{n}</link>" for n in range(600)]
    assert len(parse(rss(*items)).entries) == feed.MAX_ITEMS


def test_a_feed_in_a_file_knows_its_address_and_its_site() -> None:
    atom = 'xmlns:atom="http://www.w3.org/2005/Atom"'
    head = f'<link>https://nadi.example/</link><atom:link {atom} rel="self" href="/rss" />'
    contents = parse(rss("<link>/1</link>", head=head), url="")
    assert contents.url == "https://nadi.example/rss"
    assert contents.entries[0].source == "https://nadi.example/1"


def test_a_feed_without_a_title_goes_by_its_host() -> None:
    assert parse(rss("<link>/1</link>", head="")).title == "nadi.example"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_feeds_in_every_unicode_encoding(codec: str) -> None:
    assert parse(ATOM.encode(codec)).entries == parse(ATOM).entries


def test_a_feed_in_the_charset_of_its_header() -> None:
    xml = rss("<title>café</title><link>/1</link>").replace("UTF-8", "latin1")
    assert parse(xml.replace("नदी समाचार", "").encode("latin-1")).entries[0].title == "café"


def test_a_feed_that_declares_entities_and_lists_nothing_says_both() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy">]><rss><channel><title>&x;</title></channel></rss>'
    with pytest.raises(NoArticle, match="lists no articles; it declares entities"):
        parse(bomb)


@pytest.mark.parametrize(
    "xml", [rss(), ATOM.partition("<entry>")[0], "<rss>", "<rss version='2.0'><channel>", "नदी"]
)
def test_a_feed_of_nothing_says_so(xml: str) -> None:
    with pytest.raises(
        NoArticle, match=r"^The feed of nadi\.example lists no articles\."
    ) as caught:
        parse(xml)
    assert caught.value.advice


def test_a_feed_that_breaks_off_lists_what_came() -> None:
    whole = rss("<title>क</title><link>/1</link>", "<title>ख</title><link>/2</link>")
    assert parse(whole[: whole.index("<link>/2")]).entries[0].title == "क"


def test_control_characters_do_no_harm() -> None:
    assert title("मे\x00\x08ला\ufffe आज") == "मेला आज"


def test_entities_a_feed_declares_are_not_used() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    doctype = f'<!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/hosts">{bomb}]>'
    xml = rss("<title>मेला &a8;&f;</title><link>/1</link>").replace("?>", "?>" + doctype)
    assert parse(xml).entries[0].title == "मेला &a8;&f;"


FLOOD = """
import re, sys
from pathlib import Path
from reader.errors import NoArticle
from reader.formats.material import Material
from reader.formats.web import feed
start, unit = "<rss version='2.0'><channel>" + sys.argv[1], sys.argv[2]
size = 19_000_000 // len(unit)
try:
    feed.parse(Material((start + unit * size).encode(), "nadi.example"))
except NoArticle:
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
    print(int(peak[1]) // 1024)
"""


@pytest.mark.parametrize(
    ("start", "unit"),
    [
        ("", "<x/>"),
        ("", "<item/>"),
        ("", "<item><title>x</title></item>"),
        ("<item>", "<title/>"),
        ("<item><title>", "&nbsp;"),
        ("", "<item>"),
        ("<item><title>", "x"),
        ("<!DOCTYPE rss [", "<!ENTITY a 'b'>"),
    ],
)
def test_floods_of_19_mb_end_within_ten_seconds_and_500_mb(start: str, unit: str) -> None:
    command = [sys.executable, "-c", FLOOD, start, unit]

    def seconds() -> float:
        began = perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        assert int(done.stdout) < 500
        return perf_counter() - began

    assert quickest(seconds, bound=10) < 10


def test_a_feed_is_read_as_one_wherever_it_comes_from() -> None:
    contents = formats.load("-", data=ATOM.encode())
    assert isinstance(contents, Contents)
    assert contents.url == "https://nadi.example/atom.xml"


PIECES = (
    *("<item>", "</item>", "<title>", "</title>", "<link>http://a.b/", "</link>", "<pubDate>"),
    *("<![CDATA[", "]]>", "&amp;lt;", "<!DOCTYPE", "[", "]>", "<a:link xml:base='//['>"),
    *("<entry xmlns='http://www.w3.org/2005/Atom'>", "<link href='/x' rel='self'/>", "\0"),
)
TEXTS = st.text(max_size=20) | st.sampled_from(PIECES)


@example(["\ud800"])
@given(st.lists(TEXTS, max_size=30))
def test_any_text_is_a_feed_or_a_clear_error(texts: list[str]) -> None:
    data = ("<rss version='2.0'><channel>" + "".join(texts)).encode(errors="replace")
    try:
        contents = feed.parse(Material(data, "nadi.example"))
    except NoArticle:
        return
    assert all(e.source.startswith(("http://", "https://")) for e in contents.entries)
    assert all(e.title and len(e.summary) <= feed.MAX_SUMMARY for e in contents.entries)


@pytest.mark.parametrize("fault", ["\x01", "<p>बारिश", "</b>"])
def test_signs_after_a_fault_are_kept(fault: str) -> None:
    first = f"<title>मेला{fault}</title><link>https://nadi.example/1</link>"
    second = (
        "<title>राम &amp; श्याम &#8216;यहाँ&#8217;</title>"
        "<link>https://nadi.example/2?a=1&amp;b=2</link>"
        "<description>&lt;p&gt;पहला &amp;amp; दूसरा&lt;/p&gt;</description>"
    )
    *_, last = parse(rss(first, second)).entries
    assert (last.title, last.summary) == ("राम & श्याम ‘यहाँ’", "पहला & दूसरा")
    assert last.source == "https://nadi.example/2?a=1&b=2"
