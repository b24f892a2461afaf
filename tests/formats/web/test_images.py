import pytest

from reader.formats.web import images
from reader.formats.web.elements import tree

BASE = "https://nadi.example/khabar/"


def address(attributes: str, source: str = "") -> str:
    root = tree(f"<p><img {attributes}>")
    assert root is not None
    return images.address_of(next(root.iter("img")), source, BASE)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("src=a.jpg", BASE + "a.jpg"),
        ("src='data:image/gif;base64,R0' data-src=/a.jpg", "https://nadi.example/a.jpg"),
        ("src=/placeholder.png data-original=/a.jpg", "https://nadi.example/a.jpg"),
        ("src=/a.jpg data-lazy-src=/b.jpg", "https://nadi.example/b.jpg"),
        ("srcset='a.jpg 300w, b.jpg 1200w,c.jpg 600w'", BASE + "b.jpg"),
        ("data-srcset='a.jpg, b.jpg 2x'", BASE + "b.jpg"),
        ("srcset='/i/w_300,h_200/a.jpg 1x'", "https://nadi.example/i/w_300,h_200/a.jpg"),
        ("src=1x1.gif", ""),
        ("src=/img/site-logo.svg", ""),
        ("src=file:///a.jpg", ""),
        ("src=javascript:x", ""),
        ("alt=x", ""),
    ],
)
def test_the_address_of_a_picture(attributes: str, expected: str) -> None:
    assert address(attributes) == expected


def test_what_a_picture_element_offers_stands_in() -> None:
    assert address("src='data:,'", "a.webp 1x") == BASE + "a.webp"


@pytest.mark.parametrize(
    ("attributes", "is_furniture"),
    [
        ("width=1 height=1", True),
        ("width=32", True),
        ("width='20px'", True),
        ("class='site-logo'", True),
        ("id=share_icon", True),
        ("role=presentation", True),
        ("width=640 height=360", False),
        ("width=100% height=auto", False),
        ("class='lazyload iconic'", False),
        ("role=presentation alt=पुल", False),
        ("", False),
    ],
)
def test_icons_logos_and_trackers(attributes: str, is_furniture: bool) -> None:
    root = tree(f"<p><img {attributes}>")
    assert root is not None
    assert images.is_furniture(next(root.iter("img"))) is is_furniture


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("https://n.example/a.jpg?w=300", "https://n.example/a.jpg?w=900", True),
        ("https://n.example/i?id=1", "https://n.example/i?id=2", False),
        ("https://n.example/a.jpg", "https://n.example/b.jpg", False),
        ("http://[", "http://[", True),
    ],
)
def test_one_picture_in_two_sizes(one: str, other: str, alike: bool) -> None:
    assert (images.same(one) == images.same(other)) is alike
