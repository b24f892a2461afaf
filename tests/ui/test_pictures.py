"""Pictures: decoded safely, and shown when the reader asks."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.app import document_of
from reader.errors import FetchError, InputError
from reader.model import Article, Document, Kind, Paragraph
from reader.ui.fitted_picture import LARGEST, FittedPicture, decode
from reader.ui.main_window import MainWindow
from reader.ui.rows import LOADING, OFFLINE_PICTURE, SHOW_PICTURE
from tests.ui.conftest import FakeCore

ADDRESS = "https://images.example.org/pul.jpg"
GIF = (
    b"GIF89a\x02\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\xff"
    b"\x2c\x00\x00\x00\x00\x02\x00\x01\x00\x00\x02\x02\x04\x0a\x00"
    b"\x2c\x00\x00\x00\x00\x02\x00\x01\x00\x00\x02\x02\x4c\x0a\x00\x3b"
)


def encoded(kind: str, width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#3366aa"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(data.data())


def vast_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is ``width`` by ``height``."""

    def chunk(name: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 100_000))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_is_decoded(qapp: object, kind: str) -> None:
    image = decode(encoded(kind))
    assert (image.width(), image.height()) == (40, 20)


def test_a_moving_picture_stands_still(qapp: object) -> None:
    image = decode(GIF)
    assert (image.width(), image.height()) == (2, 1)


def test_a_large_picture_that_tells_no_size_is_made_smaller(qapp: object) -> None:
    wide = bytearray(GIF)
    wide[7] = 8
    assert decode(bytes(wide[:32])).width() == LARGEST


def test_a_large_picture_is_made_smaller(qapp: object) -> None:
    image = decode(encoded("jpeg", 5000, 500))
    assert image.width() == LARGEST
    assert image.height() == pytest.approx(LARGEST / 10, abs=1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF8",
        b"RIFF\0\0\0\0WEBP",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"BM" + bytes(60),
        b"%PDF-1.7",
        vast_png(50_000, 50_000),
        vast_png(2**31 - 1, 1),
        vast_png(0, 0),
        vast_png(400, 400),
    ],
)
def test_what_is_no_picture_of_ours_is_refused(qapp: object, data: bytes) -> None:
    with pytest.raises(InputError):
        decode(data)


@pytest.mark.parametrize(
    ("kind", "size"),
    [("png", (4200, 4200)), ("webp", (4200, 4200)), ("jpeg", (8000, 7000))],
)
def test_a_picture_too_large_for_memory_says_so(
    qapp: object, kind: str, size: tuple[int, int]
) -> None:
    with pytest.raises(InputError) as refused:
        decode(encoded(kind, *size))
    assert "too large to show, {} × {} pixels".format(*size) in refused.value.what


@pytest.mark.parametrize("kind", ["png", "webp", "jpeg"])
def test_a_picture_that_memory_allows_is_made_smaller(qapp: object, kind: str) -> None:
    assert decode(encoded(kind, 4000, 4000)).width() == LARGEST


def test_a_picture_cut_short_says_that_it_is_damaged(qapp: object) -> None:
    for kind in ("png", "webp"):
        whole = encoded(kind, 300, 200)
        with pytest.raises(InputError, match="damaged"):
            decode(whole[: len(whole) // 2])


def test_a_png_is_shown_without_a_part_that_it_can_do_without(qapp: object) -> None:
    whole = encoded("png")
    at = whole.index(b"pHYs")
    image = decode(whole[: at + 4] + b"\xff" + whole[at + 5 :])
    assert (image.width(), image.height()) == (40, 20)


def test_nothing_is_said_of_damage_but_in_our_own_words(
    qapp: object, capfd: pytest.CaptureFixture[str]
) -> None:
    for kind in ("png", "jpeg", "webp"):
        whole = encoded(kind, 300, 200)
        flipped = [
            whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]
            for at in range(0, len(whole), len(whole) // 40)
        ]
        for data in (*flipped, *(whole[: len(whole) * n // 9] for n in range(1, 9))):
            with suppress(InputError):
                decode(data)
    for size in ((2**31 - 1, 1), (0, 0), (50_000, 50_000)):
        with suppress(InputError):
            decode(vast_png(*size))
    assert capfd.readouterr().err == ""


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["png", "jpeg", "webp", "gif"]), st.data())
def test_damaged_bytes_give_a_picture_or_an_error(kind: str, data: st.DataObject) -> None:
    whole = bytearray(GIF if kind == "gif" else encoded(kind))
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        image = decode(bytes(whole[:cut]))
    except InputError:
        return
    assert 0 < image.width() <= LARGEST


def test_a_picture_is_sharp_on_a_screen_of_high_density(qapp: object) -> None:
    picture = FittedPicture(decode(encoded("png", 400, 200)))
    picture.fit(300, 500, 1.0)
    pixmap = picture.pixmap(2.0)
    assert (picture.size.width(), picture.size.height()) == (300, 150)
    assert pixmap.width() == 600
    assert pixmap.deviceIndependentSize().width() == 300
    assert picture.pixmap(2.0).cacheKey() == pixmap.cacheKey()


class PictureCore(FakeCore):
    """A core that hands out one picture, or fails, once it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.data = encoded("png", 400, 200)
        self.error: FetchError | None = None
        self.go_on = Event()
        self.asked: list[str] = []

    def picture(self, address: str, cancelled: Event | None = None) -> bytes:
        self.asked.append(address)
        assert self.go_on.wait(5)
        if self.error:
            raise self.error
        return self.data


@pytest.fixture
def core() -> Iterator[PictureCore]:
    made = PictureCore()
    yield made
    made.go_on.set()
    made.close()


def article(title: str = "सरयू पर नया पुल") -> Document:
    caption = Paragraph("पुल का दृश्य, बागेश्वर में", Kind.IMAGE, address=ADDRESS)
    return document_of(Article(title, (Paragraph("नदी पर बना पुल खुल गया।"), caption)))


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.session.show(article())
    qtbot.waitUntil(lambda: window.is_settled)
    return window


def caption(window: MainWindow) -> str:
    """The Hindi side of the caption's row."""
    return window.view.hindi.rows[-1].text


def ask(window: MainWindow) -> None:
    window.view.picture_wanted.emit("p2", ADDRESS)


def test_nothing_is_fetched_unasked(core: PictureCore, reading: MainWindow) -> None:
    assert caption(reading).startswith(SHOW_PICTURE)
    assert core.asked == []


def test_a_picture_comes_when_asked(qtbot: QtBot, core: PictureCore, reading: MainWindow) -> None:
    ask(reading)
    assert caption(reading).startswith(LOADING)
    ask(reading)
    core.go_on.set()
    qtbot.waitUntil(lambda: caption(reading) == "पुल का दृश्य, बागेश्वर में")
    assert core.asked == [ADDRESS]
    assert list(reading.view.hindi.pictures) == [len(reading.view.hindi.rows) - 1]


def test_what_is_found_in_the_caption_stays_under_its_words(
    qtbot: QtBot, core: PictureCore, reading: MainWindow
) -> None:
    def underlined() -> list[str]:
        rows, bands = reading.view.hindi.rows, reading.view.hindi.layer("entities")
        last = len(rows) - 1
        return [rows[last].text[b.span.start : b.span.end] for b in bands[last]]

    assert underlined() == ["बागेश्वर"]
    core.go_on.set()
    ask(reading)
    qtbot.waitUntil(lambda: bool(reading.view.hindi.pictures))
    assert underlined() == ["बागेश्वर"]


def test_a_failure_says_why_and_can_be_tried_again(
    qtbot: QtBot, core: PictureCore, reading: MainWindow
) -> None:
    core.error = FetchError("images.example.org did not answer.", "Try later.")
    core.go_on.set()
    ask(reading)
    qtbot.waitUntil(lambda: caption(reading).startswith("× images.example.org did not answer ·"))
    core.error = None
    ask(reading)
    qtbot.waitUntil(lambda: bool(reading.view.hindi.pictures))


def test_a_damaged_picture_says_so(qtbot: QtBot, core: PictureCore, reading: MainWindow) -> None:
    core.data = core.data[:60]
    core.go_on.set()
    ask(reading)
    qtbot.waitUntil(lambda: caption(reading).startswith("× The picture is damaged"))


def test_a_picture_of_the_article_before_is_not_shown(
    qtbot: QtBot, core: PictureCore, reading: MainWindow
) -> None:
    ask(reading)
    reading.session.show(article("दूसरा पुल"))
    core.go_on.set()
    qtbot.waitUntil(lambda: reading.is_settled)
    assert reading.view.hindi.pictures == {}
    assert caption(reading).startswith(SHOW_PICTURE)


def test_offline_the_offer_says_so(qtbot: QtBot, core: PictureCore, reading: MainWindow) -> None:
    reading.actions_["stay_offline"].trigger()
    assert caption(reading).startswith(OFFLINE_PICTURE)
    reading.actions_["stay_offline"].trigger()
    assert caption(reading).startswith(SHOW_PICTURE)


def test_pictures_in_sight_come_by_keyboard(
    qtbot: QtBot, core: PictureCore, reading: MainWindow
) -> None:
    core.go_on.set()
    reading.actions_["show_pictures"].trigger()
    qtbot.waitUntil(lambda: bool(reading.view.hindi.pictures))
    assert core.asked == [ADDRESS]
