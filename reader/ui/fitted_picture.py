"""Pictures: bytes decoded, and set to the column they stand in."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from reader.errors import InputError
from reader.ui import png

MOST_MEGABYTES = 64
"""The largest picture that is unpacked, in MB of memory."""
MOST_MEGAPIXELS = 50
"""The largest JPEG, which is made smaller while it is unpacked: cameras make those of 48."""
LARGEST = 2048
"""Pixels a side that are kept: more than a column shows on a screen of high density."""
_FORMATS = {png.SIGNATURE: b"png", b"\xff\xd8\xff": b"jpeg", b"GIF8": b"gif"}
_DAMAGED = "The picture is damaged."
_ADVICE = "Look at it in a browser."
# What decoders say of damage, which the reader is told in our own words.
_QUIET = "qt.gui.imageio*=false"


def decode(data: bytes) -> QImage:
    """The PNG, JPEG, WebP or GIF (its first frame) in ``data``, LARGEST pixels at most.

    Raises InputError when it is none of these, damaged, or too large.
    """
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    QLoggingCategory.setFilterRules(_QUIET)
    kind = _format(data)
    sound = png.sound(data) if kind == b"png" else data
    if not sound:
        raise InputError(_DAMAGED, _ADVICE)
    buffer = QBuffer()
    buffer.setData(sound)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    _refuse_vast(reader.size(), kind)
    if _is_large(reader.size()):
        reader.setScaledSize(_bounded(reader.size(), LARGEST, LARGEST))
    image = reader.read()
    if image.isNull():
        raise InputError(_DAMAGED, _ADVICE)
    if _is_large(image.size()):  # Not every format tells its size beforehand.
        image = image.scaled(_bounded(image.size(), LARGEST, LARGEST))
    return image


def _refuse_vast(size: QSize, kind: bytes) -> None:
    """Raise InputError for a picture that would take too much memory to unpack."""
    pixels = size.width() * size.height()
    most = MOST_MEGAPIXELS * 10**6 if kind == b"jpeg" else MOST_MEGABYTES * 2**20 // 4
    if size.isValid() and pixels > most:
        told = f"{size.width()} × {size.height()}"
        raise InputError(f"The picture is too large to show, {told} pixels.", _ADVICE)


def _is_large(size: QSize) -> bool:
    return max(size.width(), size.height()) > LARGEST


def _format(data: bytes) -> bytes:
    """The picture's format by its first bytes. Raises InputError if it is none we show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    found = next((name for magic, name in _FORMATS.items() if data.startswith(magic)), b"")
    if not found:
        raise InputError("This is no picture that can be shown.", _ADVICE)
    return found


def _bounded(size: QSize, width: int, height: int) -> QSize:
    """``size`` made to fit, in its own proportions, at least a pixel a side."""
    fitting = size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
    return fitting.expandedTo(QSize(1, 1))


GAP = 10
"""Space between a picture and the text below it, in pixels."""


class FittedPicture:
    """A picture at the size its column gives it; scaled when it is first drawn at that size."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        self._pixmap = QPixmap()
        self.size = QSize()

    def fit(self, width: float, height: float, zoom: float) -> None:
        """Fit into ``width`` by ``height`` pixels, no larger than it is at this zoom."""
        own = self._image.size() * zoom
        room = QSize(round(width), round(height)).expandedTo(QSize(1, 1))
        fits = own.width() <= room.width() and own.height() <= room.height()
        self.size = own if fits else _bounded(own, room.width(), room.height())

    @property
    def height(self) -> int:
        """How much room it takes above its row's text, in pixels."""
        return self.size.height() + GAP

    def pixmap(self, ratio: float) -> QPixmap:
        """The picture for a screen of ``ratio`` device pixels a pixel."""
        wanted = self.size * ratio
        if self._pixmap.size() != wanted:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
            scaled = self._image.scaled(wanted, keep, smooth.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            self._pixmap = QPixmap.fromImage(scaled)
        return self._pixmap
