"""Who, when and which picture, in the vocabularies that meta elements and properties use."""

import pytest

from reader.formats import dates
from reader.model import Article
from tests.formats.web import story

WHEN, LATER = "2025-10-17T18:05:00+05:30", "2025-10-17T21:40:00+05:30"
PICTURE = "https://n.example/a.jpg"


def read(head: str, above: str = "") -> Article:
    text = story.BODY.replace("</h1>", f"</h1>{above}")
    return story.read(f"{head}{text}")


def meta(said: dict[str, str]) -> str:
    return "".join(f"<meta name='{name}' content='{text}'>" for name, text in said.items())


@pytest.mark.parametrize(
    ("author", "published", "image"),
    [
        ("author", "article:published_time", "og:image"),
        ("DC.creator", "DC.date.issued", "thumbnail"),
        ("parsely-author", "parsely-pub-date", "parsely-image-url"),
        ("sailthru.author", "sailthru.date", "sailthru.image.full"),
        ("og:article:author", "og:article:published_time", "image"),
        ("byl", "date", "twitter:image"),
    ],
)
def test_meta_elements(author: str, published: str, image: str) -> None:
    article = read(meta({author: "By किरण बघेल", published: WHEN, image: PICTURE}))
    assert (article.byline, article.image.address) == ("किरण बघेल", PICTURE)
    assert article.published == dates.parse(WHEN)


@pytest.mark.parametrize("name", ["dcterms.modified", "og:article:modified_time", "lastmod"])
def test_when_it_was_changed(name: str) -> None:
    assert read(meta({name: LATER})).modified == dates.parse(LATER)


def test_seconds_since_1970() -> None:
    said = {"article:published_time": "1760704500", "article:modified_time": "1760717400000"}
    article = read(meta(said))
    assert (article.published, article.modified) == (dates.parse(WHEN), dates.parse(LATER))


MICRODATA = f"""<div><span itemprop="author" itemscope><b itemprop="name">किरण बघेल</b></span>
<time itemprop="datePublished" datetime="{WHEN}">17</time>
<meta itemprop="dateModified" content="{LATER}"><link itemprop="image" href="{PICTURE}"></div>"""
RDFA = f"""<p><span property="schema:author">किरण बघेल</span>
<span property="schema:datePublished" content="{WHEN}">17</span>
<span property="schema:dateModified" content="{LATER}">17</span></p><img src="{PICTURE}">"""
HATOM = f"""<p>by <span class="author vcard"><a href="/k">किरण बघेल</a></span>
<time class="entry-date published" datetime="{WHEN}">17</time>
<time class="updated" datetime="{LATER}">17</time></p><img src="{PICTURE}">"""


@pytest.mark.parametrize("above", [MICRODATA, RDFA, HATOM])
def test_properties_of_elements(above: str) -> None:
    article = read("", above)
    assert (article.byline, article.image.address) == ("किरण बघेल", PICTURE)
    assert (article.published, article.modified) == (dates.parse(WHEN), dates.parse(LATER))
    assert tuple(each.text for each in article.paragraphs) == story.STORY


def test_several_authors_whose_names_lead_to_their_pages() -> None:
    above = "<p>By <a href='/author/1'>किरण बघेल</a>, <a href='/author/2'>रेखा साहू</a></p>"
    assert read("", above).byline == "किरण बघेल, रेखा साहू"
