"""Bytes to text: what a file is, how it is encoded, and why it cannot be read."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from pathlib import Path

from reader.errors import InputError, NoArticle

MAX_BYTES = 20 * 1024 * 1024
"""The largest file or page that is opened, in bytes."""

_MAGIC = (
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"%PDF-", "a damaged PDF"),
    (b"AT&TFORM", "a scanned book (DjVu)"),
    (b"ITSF", "a help file (CHM)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"Rar!", "an archive (RAR)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"ID3", "a sound file (MP3)"),
    (b"\xff\xfb", "a sound file (MP3)"),
    (b"OggS", "a sound or video file (Ogg)"),
    (b"fLaC", "a sound file (FLAC)"),
    (b"\x1aE\xdf\xa3", "a video (Matroska or WebM)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_RIFF = {b"WEBP": "a picture (WebP)", b"WAVE": "a sound file (WAV)", b"AVI ": "a video (AVI)"}
_ZIPPED = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "a spreadsheet (XLSX)"),
    (b"ppt/", "a presentation (PPTX)"),
    (b"epub+zip", "an e-book (EPUB)"),
    (b"opendocument", "an OpenDocument file"),
    (b"Index/Document.iwa", "a document of Pages, Numbers or Keynote"),
    (b"Index.zip", "a document of Pages, Numbers or Keynote"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
# Control characters that no text file holds; Latin small letters in odd encodings lie above.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_ASCII = bytes(range(128))
TEXT_ADVICE = "Open a text, HTML, Markdown, EPUB, Word or PDF file, or paste the text."
"""What to do where a file of another kind was opened."""

_OFFICE_ADVICE = "Save it as DOCX, HTML or text in the program it comes from, and open that."
_UNPACK_ADVICE = "Unpack it, and open a file that is in it."
_BOOK_ADVICE = "Save it as EPUB in a program for e-books, such as Calibre, and open that."
_ADVICE = {
    "a rich text document (RTF)": _OFFICE_ADVICE,
    "an old Office document": _OFFICE_ADVICE,
    "an OpenDocument file": _OFFICE_ADVICE,
    "a document of Pages, Numbers or Keynote": _OFFICE_ADVICE,
    "an e-book for Kindle": _BOOK_ADVICE,
    "an archive (ZIP)": _UNPACK_ADVICE,
    "an archive (RAR)": _UNPACK_ADVICE,
    "an archive (7z)": _UNPACK_ADVICE,
    "a compressed file (gzip)": _UNPACK_ADVICE,
    "a compressed file (bzip2)": _UNPACK_ADVICE,
    "a compressed file (xz)": _UNPACK_ADVICE,
}


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises NoArticle when it is larger than MAX_BYTES (it is not read then), and
    InputError when it is missing, a folder, or may not be read.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path.name or path} is a folder.", "Choose a file inside it.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise too_large(path.name, size)
        with path.open("rb") as file:
            # A device or a pipe has no size; one byte too many makes `decode` refuse it.
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path.name} is not there.", "Check the name and the folder.") from error
    except PermissionError as error:
        raise InputError(
            f"{path.name} may not be read.", "Ask its owner for permission, or paste the text."
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name} cannot be read.", "Check the name and the disk.") from error


def too_large(name: str, size: int) -> NoArticle:
    """Return the error for something of ``size`` bytes, more than MAX_BYTES."""
    megabytes = max(round(size / 1024 / 1024), MAX_BYTES // 1024 // 1024 + 1)
    return NoArticle(
        f"{name} is {megabytes} MB; Setu opens articles up to {MAX_BYTES // 1024 // 1024} MB.",
        "Save the article alone, or paste its text.",
    )


def decode(data: bytes, name: str, charset: str = "") -> str:
    """Return ``data`` as text.

    ``name`` is the file or host for messages, ``charset`` what an HTTP header said. A byte
    order mark wins, then UTF-8 with hardly a fault, then the header unless it says Latin-1,
    then what the page says of itself.
    Raises NoArticle for an empty file and for data that is not text, saying what it is.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    kind = binary_kind(data)
    if kind:
        raise NoArticle(f"{name} is {kind}, not an article.", _ADVICE.get(kind, TEXT_ADVICE))
    text = _unmangle(_to_text(data, charset))
    if not text.strip(" \t\r\n\f\v\0\ufeff"):
        raise NoArticle(f"{name} is empty.", TEXT_ADVICE)
    return text


def binary_kind(data: bytes) -> str:
    """Say what ``data`` is when it is not text, such as 'a picture (PNG)', else ''."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        return _RIFF[data[8:12]]
    if data[4:8] == b"ftyp":
        return "a picture (HEIC or AVIF)" if data[8:11] in (b"hei", b"avi") else "a video (MP4)"
    if data[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "an e-book for Kindle"
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    # "BM" and "MZ" may begin an honest text; a binary file has control characters soon after.
    if kind and (kind in ("a damaged PDF", "a rich text document (RTF)") or _has_controls(data)):
        return kind
    return "" if _bom(data) or _wide(data) or not _mostly_controls(data) else "not a text file"


def _zip_kind(data: bytes) -> str:
    from reader.formats.files.archive import member_names

    held = data[:4096] + "\n".join(member_names(data)).encode(errors="replace")
    return next((kind for sign, kind in _ZIPPED if sign in held), "an archive (ZIP)")


def _has_controls(data: bytes) -> bool:
    return len(data[:512].translate(None, _CONTROLS)) < len(data[:512])


def _mostly_controls(data: bytes) -> bool:
    sample = data[:65536]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * 0.02


def _bom(data: bytes) -> str:
    return next((name for mark, name in _BOMS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """Name the UTF-16 order of unmarked ``data``: high bytes are 00 (Latin) or 09 (Hindi)."""
    sample = data[: 4096 & ~1]
    if b"\0" not in sample:
        return ""
    for order, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        plain = high.count(0) + high.count(9) + high.count(0x20)
        if plain > 0.9 * len(high) and sample.count(0) < 0.6 * len(sample):
            return order
    return ""


def _to_text(data: bytes, charset: str) -> str:
    sure = _bom(data) or _wide(data)
    if sure:
        return data.decode(sure, errors="replace").removeprefix("\ufeff")
    text = data.decode("utf-8", errors="replace")
    if _is_nearly_utf_8(data, text):
        return text
    declared = _DECLARED.search(data[:4096])
    names = [_codec(charset), _codec(declared[1].decode("ascii") if declared else "")]
    # What many servers say of every page; the page knows better.
    if names[0] == "cp1252":
        names.reverse()
    for name in filter(None, names):
        with suppress(LookupError, ValueError):
            return data.decode(name)
    return data.decode("cp1252", errors="c1")


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Read five bytes that Windows leaves out as the control characters browsers make of them.

    In Hindi typed for a Chanakya font they are letters.
    """
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("c1", _as_control)


def _is_nearly_utf_8(data: bytes, text: str) -> bool:
    """Whether at most one in 20 of the bytes beyond ASCII is broken in ``text``, ``data`` read
    as UTF-8.
    """
    return text.count("\ufffd") * 20 <= len(data.translate(None, _ASCII))


def _codec(charset: str) -> str:
    """Name the codec for a declared charset, '' if there is none. Browsers' Latin-1 is cp1252."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    # These are for program text, and warn of what is none.
    return "" if "escape" in name else name


_BACK = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_LATER = "[\x80-\xbf" + "".join(map(chr, _BACK)) + "]"
# A space once was U+00A0 where ठ needs it.
_MANGLED = re.compile(f"(?:à¤ |[Â-ß]{_LATER}|[à-ï]{_LATER}{{2}}|[ð-ô]{_LATER}{{3}})+")


def _unmangle(text: str) -> str:
    """Mend Devanagari whose UTF-8 bytes were once read as Windows Latin ('à¤¨à¤ˆ' for 'नई')."""
    if "à¤" not in text and "à¥" not in text:
        return text
    return _MANGLED.sub(_mend, text)


def _mend(run: re.Match[str]) -> str:
    text = run[0].replace("à¤ ", "à¤\xa0").translate(_BACK)
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return run[0]
