import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader import formats
from reader.errors import FetchError, NeedsBrowser, NoArticle
from reader.formats.material import Loaded, Material
from reader.formats.web import address
from reader.model import Article, Contents, ContentsKind, Document, Entry, Paragraph
from tests.sites import Site, page, redirect

ARTICLE = Article("मेले में भीड़", (Paragraph("नदी के किनारे मेला लगा है।"),))


class Reads:
    """A reader of formats that knows what each path holds, and notes what it was given."""

    def __init__(self, holdings: Mapping[str, Loaded | NoArticle]) -> None:
        self.holdings = holdings
        self.given: list[tuple[Material, str]] = []

    def __call__(self, material: Material, suffix: str) -> Loaded:
        self.given.append((material, suffix))
        held = self.holdings[material.data.decode()]
        if isinstance(held, NoArticle):
            raise held
        return held


def serve(site: Site, *names: str, kind: str = "text/html; charset=utf-8") -> None:
    for name in names:
        site.answers[f"/{name}"] = page(name, Content_Type=kind)


def load(site: Site, reads: Reads, path: str = "/page", cancelled: object = None) -> Loaded:
    return address.load(site.at(path), reads, cancelled, None)


def paths(site: Site) -> list[str]:
    return [asked.path for asked in site.asked]


def test_an_article_knows_where_and_when_it_was_fetched(site: Site) -> None:
    site.answers["/short"] = redirect("/page?id=1")
    serve(site, "page")
    before = datetime.now(UTC)
    article = load(site, Reads({"page": ARTICLE}), "/short")
    assert isinstance(article, Article)
    assert (article.asked, article.url) == (site.at("/short"), site.at("/page?id=1"))
    assert article.fetched.utcoffset() == timedelta(0)
    assert before <= article.fetched <= datetime.now(UTC)


def test_a_password_in_the_address_is_not_kept(site: Site) -> None:
    serve(site, "page")
    reads = Reads({"page": ARTICLE})
    named = site.at("/page").replace("://", "://reader:secret@")
    article = address.load(named, reads, None, None)
    assert isinstance(article, Article)
    assert article.asked == article.url == reads.given[0][0].url == site.at("/page")


def test_a_page_may_say_itself_where_it_lives(site: Site) -> None:
    serve(site, "page")
    own = Article("मेला", (), url=site.at("/page"))
    assert load(site, Reads({"page": own}), "/page?from=mail").url == site.at("/page")


def test_no_page_takes_the_place_of_another(site: Site) -> None:
    serve(site, "page")
    posing = Article("मेला", (), url="https://nadi.example/mela")
    assert load(site, Reads({"page": posing})).url == site.at("/page")


def test_of_a_saved_document_on_the_web_the_article_alone_is_read(site: Site) -> None:
    serve(site, "page")
    posing = replace(ARTICLE, url="https://nadi.example/mela")
    found = load(site, Reads({"page": Document(posing, ())}))
    assert isinstance(found, Article)
    assert (found.url, found.asked) == (site.at("/page"), site.at("/page"))


def test_the_reader_of_the_format_is_told_all_that_is_known(site: Site) -> None:
    serve(site, "page")
    reads = Reads({"page": ARTICLE})
    address.load(site.at("/page"), reads, None, None, "chapter-2")
    expected = Material(
        b"page", "127.0.0.1", site.at("/page"), "utf-8", site.at("/page"), "chapter-2"
    )
    assert reads.given == [(expected, "")]


@pytest.mark.parametrize(("part", "known"), [("2", False), (formats.ALL, True), ("", True)])
def test_a_chapter_does_not_live_at_the_address_of_its_book(
    site: Site, part: str, known: bool
) -> None:
    serve(site, "page")
    article = address.load(site.at("/page"), Reads({"page": ARTICLE}), None, None, part)
    assert isinstance(article, Article)
    assert (article.url, article.asked) == ((site.at("/page"),) * 2 if known else ("", ""))
    assert article.fetched


@pytest.mark.parametrize(
    ("path", "kind", "suffix"),
    [
        ("/a.md", "text/plain", ".md"),
        ("/a.MD?raw=1", "text/plain; charset=utf-8", ".md"),
        ("/a", "text/markdown", ".md"),
        ("/a.md", "text/html", ""),
        ("/a", "text/plain", ""),
        ("/a.pdf", "application/pdf", ""),
    ],
)
def test_the_ending_of_an_address_counts_for_plain_text(
    site: Site, path: str, kind: str, suffix: str
) -> None:
    site.answers[path.partition("?")[0]] = page("page", Content_Type=kind)
    reads = Reads({"page": ARTICLE})
    load(site, reads, path)
    assert reads.given[0][1] == suffix


def test_contents_come_as_they_are(site: Site) -> None:
    serve(site, "page")
    contents = Contents("समाचार", ContentsKind.FEED, (Entry("क", "https://nadi.example/1"),))
    assert load(site, Reads({"page": contents})) is contents


# -- other forms of a page -----------------------------------------------------------------


def test_the_other_form_of_an_empty_page_is_opened(site: Site) -> None:
    serve(site, "page", "amp")
    reads = Reads({"page": NoArticle("Empty.", variants=(site.at("/amp"),)), "amp": ARTICLE})
    article = load(site, reads)
    assert isinstance(article, Article)
    assert (article.title, article.url, article.asked) == (
        ARTICLE.title,
        site.at("/page"),
        site.at("/page"),
    )
    assert paths(site) == ["/page", "/amp"]


def test_the_article_keeps_its_pages_address_whatever_the_other_form_says(site: Site) -> None:
    serve(site, "page", "amp")
    amp = Article("मेला", (), url="https://nadi.example/amp")
    article = load(site, Reads({"page": NeedsBrowser("Scripts.", variants=("/amp",)), "amp": amp}))
    assert article.url == site.at("/page")


def test_two_other_forms_are_tried_at_most(site: Site) -> None:
    serve(site, "page", "a", "b", "c")
    error = NoArticle(
        "Empty.", "Do this.", variants=("/page#top", "/a", "/a", "/b", "/c"), feed="f"
    )
    reads = Reads({"page": error, "a": NoArticle("A.", variants=("/c",)), "b": NoArticle("B.")})
    with pytest.raises(NoArticle) as caught:
        load(site, reads)
    assert caught.value is error
    assert paths(site) == ["/page", "/a", "/b"]


def test_another_form_that_is_not_there_is_passed_over(site: Site) -> None:
    serve(site, "page", "print")
    reads = Reads({"page": NoArticle("Empty.", variants=("/amp", "/print")), "print": ARTICLE})
    assert load(site, reads).title == ARTICLE.title
    assert paths(site) == ["/page", "/amp", "/print"]


def test_contents_are_no_other_form_of_an_article(site: Site) -> None:
    serve(site, "page", "amp")
    error = NoArticle("Empty.", variants=("/amp",))
    with pytest.raises(NoArticle) as caught:
        load(site, Reads({"page": error, "amp": Contents("समाचार", ContentsKind.FEED, ())}))
    assert caught.value is error


@pytest.mark.parametrize(
    "variant",
    [
        "https://mela.example/amp",
        "http://localhost/amp",
        "file:///etc/hosts",
        "javascript:alert(1)",
        "http://[::1",
        "",
    ],
)
def test_other_sites_are_not_asked(site: Site, variant: str) -> None:
    serve(site, "page")
    error = NoArticle("Empty.", variants=(variant,))
    with pytest.raises(NoArticle) as caught:
        load(site, Reads({"page": error}))
    assert caught.value is error
    assert paths(site) == ["/page"]


def test_no_other_form_is_asked_for_once_it_is_cancelled(site: Site) -> None:
    serve(site, "page", "amp")
    cancelled = threading.Event()
    error = NoArticle("Empty.", variants=("/amp",))

    def cancelling(material: Material, suffix: str) -> Loaded:
        cancelled.set()
        raise error

    with pytest.raises(NoArticle) as caught:
        address.load(site.at("/page"), cancelling, cancelled, None)
    assert caught.value is error
    assert paths(site) == ["/page"]


@pytest.mark.parametrize(
    ("page_url", "variant", "asked"),
    [
        ("https://www.nadi.example/1", "https://nadi.example/1/amp", True),
        ("https://hindi.nadi.example/1", "https://amp.nadi.example/1", True),
        ("https://www.nadi.co.in/1", "https://m.nadi.co.in/1", True),
        ("https://www.nadi.co.in/1", "https://www.mela.co.in/1", False),
        ("https://nadi.example/1", "https://nadi.example.org/1", False),
        ("https://nadi.example/1", "https://notnadi.example/1", False),
        ("https://nadi.example/1", "http://nadi.example/amp", False),
        ("http://nadi.example/1", "http://nadi.example/amp", True),
        ("http://10.0.0.1/1", "http://20.0.0.1/1", False),
        ("http://10.0.0.1/1", "http://10.0.0.1/amp", True),
    ],
)
def test_what_counts_as_the_same_site(page_url: str, variant: str, asked: bool) -> None:
    assert list(address.other_forms(page_url, (variant,))) == [variant] * asked


def test_the_error_of_the_page_itself_is_told(site: Site) -> None:
    with pytest.raises(FetchError, match=r"no such page \(404\)"):
        load(site, Reads({}))


# -- with the real readers -----------------------------------------------------------------

FEED = """<rss version="2.0"><channel><title>नदी समाचार</title>
<item><title>मेले में भीड़</title><link>/khabar/1</link></item></channel></rss>"""


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", "text/plain"])
def test_a_feed_opens_whatever_it_is_called(site: Site, kind: str) -> None:
    site.answers["/feed"] = page(FEED, Content_Type=kind)
    contents = formats.load(site.at("/feed"))
    assert isinstance(contents, Contents)
    assert contents.url == site.at("/feed")
    assert contents.entries == (Entry("मेले में भीड़", site.at("/khabar/1")),)


def test_a_text_in_utf_16_without_a_mark(site: Site) -> None:
    text = "मेले में भीड़\n\nनदी के किनारे मेला लगा है।\n"
    site.answers["/a.txt"] = page(text.encode("utf-16-le"), Content_Type="text/plain")
    assert formats.load(site.at("/a.txt")).title == "मेले में भीड़"


def test_progress_is_told_of_an_address(site: Site) -> None:
    told: list[tuple[int, int]] = []
    site.answers["/feed"] = page(FEED, Content_Type="text/xml")
    formats.load(site.at("/feed"), progress=lambda *size: told.append(size))
    assert told == [(len(FEED.encode()), len(FEED.encode()))]
