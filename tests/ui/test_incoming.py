"""What a drop or the clipboard holds, told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.errors import InputError, NoArticle
from reader.ui import incoming
from reader.ui.main_window import MainWindow
from tests.ui.conftest import ARTICLE, FakeCore

pytestmark = pytest.mark.usefixtures("qapp")


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def links(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://nadi.example.org/pul", "https://nadi.example.org/pul"),
        ("www.nadi.example.org/hindi/पुल-1", "https://www.nadi.example.org/hindi/पुल-1"),
        ("nadi.example.org:8080/pul", "https://nadi.example.org:8080/pul"),
        ("WWW.nadi.example.org", "https://WWW.nadi.example.org"),
    ],
)
def test_an_address_is_opened(words: str, address: str) -> None:
    assert incoming.read(text(words)).sources == (address,)


@pytest.mark.parametrize(
    "words", ["कि.मी./घंटा", "पुल", "Note: the bridge", "www.a.org is a site", "a.b", "", "a/b", "//"]
)
def test_words_are_no_address(words: str) -> None:
    found = incoming.read(text(words))
    assert found.sources == ()
    assert found.text == words


@pytest.mark.parametrize("scheme", ["ftp", "javascript", "data", "mailto"])
@pytest.mark.parametrize("way", [text, links])
def test_other_links_are_refused_by_name(scheme: str, way: object) -> None:
    slashes = "//" if scheme == "ftp" else ""
    found = way(f"{scheme}:{slashes}nadi.example.org")  # type: ignore[operator]
    assert f"{scheme}:" in incoming.read(found).refusal


def test_a_path_is_opened_and_one_to_nothing_is_text(tmp_path: Path) -> None:
    path = tmp_path / "पुल 1.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert incoming.read(text(str(path))).sources == (str(path),)
    assert incoming.read(text(path.as_uri())).sources == (str(path),)
    for other in (str(tmp_path / "gone.txt"), "/" + "पुल" * 4000, "~nosuchuser/a", "/a\0b"):
        assert incoming.read(text(other)).sources == ()


def test_several_are_several() -> None:
    addresses = ("https://nadi.example.org/1", "https://nadi.example.org/2")
    assert incoming.read(text("\n\n".join(addresses))).sources == addresses
    assert incoming.read(links("ftp://a.org/1", *addresses)).sources == addresses
    assert incoming.read(text(f"{addresses[0]}\nएक पंक्ति")).sources == ()


def test_a_picture_is_refused_as_one() -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    data.setHtml('<img src="https://nadi.example.org/a.jpg" alt="पुल">')
    assert "picture" in incoming.read(data).refusal
    data.setText("पुल खुला")
    assert incoming.read(data).text == "पुल खुला"


@pytest.mark.parametrize(
    "html", ["<html><body></body></html>", '<img src="https://a.org/b.jpg" alt="पुल">']
)
def test_html_without_text_gives_way_to_the_text(html: str) -> None:
    core = FakeCore()
    assert "शिक्षिका" in str(core.paste(ARTICLE, html))
    with pytest.raises(NoArticle):
        core.paste("", html)
    core.close()


def test_the_next_of_several_files_is_offered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    urls = []
    for name in ("पहला", "दूसरा", "तीसरा"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name} लेख\n\nनदी पर बना पुल खोल दिया गया।", encoding="utf-8")
        urls.append(path.as_uri())
    window.opening.take(links(*urls))
    for name, told in (("पहला", "2 more"), ("दूसरा", "1 more"), ("तीसरा", "")):
        qtbot.waitUntil(lambda name=name: window.windowTitle().startswith(name))
        assert window.message.text.startswith(told)
        window.message.answer_message()
    assert window.message.text == ""


def test_what_can_be_pasted_has_a_button(window: MainWindow) -> None:
    window.opening.refuse(InputError("Behind a paywall.", "Open it and paste the text."))
    assert window.message._action.text() == "Paste"
    window.opening.refuse(InputError("Gone.", "Open another page."))
    assert not window.message._action.isVisible()
