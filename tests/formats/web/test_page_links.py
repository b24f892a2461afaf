import pytest

from reader.formats.web import page_links
from reader.formats.web.elements import tree

URL = "https://nadi.example/khabar/a"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" href="/rss">',
            "https://nadi.example/rss",
        ),
        ('<link rel="Alternate" type="APPLICATION/ATOM+XML" href="x">', f"{URL[:-1]}x"),
        (
            '<link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="x">',
            f"{URL[:-1]}x",
        ),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', ""),
        ('<link rel="alternate" type="application/rss+xml" href="/comments/feed">', ""),
        ('<link rel="alternate" type="text/html" href="/en">', ""),
        ('<link rel="stylesheet" type="application/rss+xml" href="/rss">', ""),
    ],
)
def test_the_feed_a_page_declares(link: str, expected: str) -> None:
    assert page_links.feed(tree(f"<head>{link}</head><p>x"), URL) == expected


def test_other_forms_of_a_page_are_those_of_its_site() -> None:
    root = tree(
        '<a href="/print/a">प्रिंट करें</a><a href="/x">Print media</a>'
        '<link rel="alternate" media="print" href="?print=1">'
        '<link rel="amphtml" href="https://amp.nadi.example/a">'
        '<link rel="amphtml" href="https://other.example/a"><a href="file:///a">Print</a>'
        f'<a href="{URL}">print</a>'
    )
    assert page_links.variants(root, URL, URL) == (
        "https://amp.nadi.example/a",
        f"{URL}?print=1",
        "https://nadi.example/print/a",
    )


@pytest.mark.parametrize(
    ("address", "host", "is_root"),
    [
        ("https://www.nadi.example/", "nadi.example", True),
        ("https://nadi.example/a", "nadi.example", False),
        ("http://[", "", False),
        ("", "", False),
    ],
)
def test_hosts_and_roots(address: str, host: str, is_root: bool) -> None:
    assert page_links.host(address) == host
    assert page_links.is_root(address) is is_root
