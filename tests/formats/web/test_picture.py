import threading

import pytest

from reader.errors import FetchError
from reader.formats.web import picture
from tests.sites import Site, Visit, endless, page, redirect, silence

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
GIF = b"GIF89a\x01\0\x01\0"
WEBP = b"RIFF\x10\0\0\0WEBPVP8 "
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (WEBP, "image/webp"),
        (JPEG, "image/jpg"),
        (WEBP, "image/jpeg"),  # what many servers do for browsers that take it
        (PNG, "application/octet-stream"),
    ],
)
def test_pictures_come_as_they_are(site: Site, data: bytes, kind: str) -> None:
    site.answers["/a.png"] = page(data, Content_Type=kind)
    assert picture.fetch(site.at("/a.png")) == data


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SVG, "image/svg+xml"),
        (SVG, "image/png"),
        (PNG, "text/html"),
        (b"<html>", "image/png"),
        (b"", "image/png"),
        (b"RIFF\x10\0\0\0WAVE", "image/webp"),
        (b"\0\0\0\x20ftypavif", "image/avif"),
    ],
)
def test_anything_else_is_refused_in_plain_words(site: Site, data: bytes, kind: str) -> None:
    site.answers["/a.png"] = page(data, Content_Type=kind)
    with pytest.raises(FetchError, match=r"^127\.0\.0\.1 sent ") as caught:
        picture.fetch(site.at("/a.png?key=secret"))
    assert caught.value.advice == "Look at it in a browser."
    assert "secret" not in str(caught.value)


def test_nothing_is_told_of_the_reader_and_nothing_else_is_loaded(site: Site) -> None:
    site.answers["/a.png"] = redirect("/b.png", Set_Cookie="who=42")
    site.answers["/b.png"] = page(PNG, Content_Type="image/png")
    picture.fetch(site.at("/a.png"))
    assert [asked.path for asked in site.asked] == ["/a.png", "/b.png"]
    for asked in site.asked:
        assert asked.headers["accept"] == "image/webp,image/png,image/jpeg,image/gif"
        assert not {"cookie", "referer"} & set(asked.headers)


def test_a_picture_that_is_not_there(site: Site) -> None:
    with pytest.raises(FetchError, match=r"has no such picture \(404\)"):
        picture.fetch(site.at("/a.png"))


def test_a_picture_without_an_end(site: Site) -> None:
    site.answers["/a.png"] = endless(PNG * 100_000, Content_Type="image/png")
    with pytest.raises(FetchError, match=r"The picture at 127\.0\.0\.1 is larger than the 20 MB"):
        picture.fetch(site.at("/a.png"))


def test_a_picture_is_given_up_when_it_is_cancelled(site: Site) -> None:
    cancelled = threading.Event()

    def stall(visit: Visit) -> None:
        cancelled.set()
        silence(visit)

    site.answers["/a.png"] = stall
    with pytest.raises(FetchError, match=r"^Stopped\.$"):
        picture.fetch(site.at("/a.png"), cancelled)


@pytest.mark.parametrize("address", ["file:///a.png", "data:image/png;base64,eA==", "/a.png"])
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        picture.fetch(address)


def test_a_drawing_is_called_one(site: Site) -> None:
    site.answers["/a.svg"] = page(SVG, Content_Type="image/svg+xml")
    with pytest.raises(FetchError, match="sent an SVG drawing, not a picture"):
        picture.fetch(site.at("/a.svg"))
