"""ZIP archives, which EPUB and DOCX are, read without trusting what they say of themselves."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO

from reader.errors import NoArticle

MAX_MEMBERS = 5000
"""How many files an archive may hold."""
MAX_MEMBER = 50 * 1024 * 1024
"""The most bytes one file in it may unpack to."""
MAX_TOTAL = 200 * 1024 * 1024
"""The most bytes all its files may unpack to together."""

_ENTRY = b"PK\x01\x02"  # begins each entry of the directory at an archive's end
_ENCRYPTED = 0x1
# bzip2 and LZMA unpack a whole block at once; neither document format allows them.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_AGAIN = "Get the file again, or save it again in the program it comes from."
# What zipfile raises for archives that are broken or made to break it.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)


def member_names(data: bytes) -> frozenset[str]:
    """Return the names in the directory of a ZIP archive, none where it is not one or too large."""
    if data.count(_ENTRY) > MAX_MEMBERS:
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            return frozenset(opened.namelist())
    except _BROKEN:
        return frozenset()


class Archive:
    """A ZIP archive whose directory was found harmless before anything is unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the directory of ``data``; ``name`` is what messages call the file.

        Raises NoArticle for an archive that is broken, encrypted, or built to do harm.
        """
        self._name = name
        if data.count(_ENTRY) > MAX_MEMBERS:
            raise self._refusal("it holds too many files")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise self.broken() from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._by_folded = {name.casefold(): name for name in self._members}
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in the archive, as they are written there."""
        return tuple(self._members)

    def find(self, path: str) -> str:
        """Return the name of the file at ``path``, also where only its case differs, else ''."""
        return path if path in self._members else self._by_folded.get(path.casefold(), "")

    def size(self, path: str) -> int:
        """Return how many bytes a file is said to unpack to; `read` never gives more."""
        return self._members[self.find(path)].file_size

    def read(self, path: str, most: int = MAX_MEMBER) -> bytes:
        """Return the bytes of the file at ``path``, of a longer one the first ``most``.

        Raises NoArticle when it is missing, damaged, or not of the size the directory says.
        """
        name = self.find(path)
        if not name:
            raise NoArticle(f"{self._name} is incomplete: it has no {path}.", _SAVE_AGAIN)
        size = min(self._members[name].file_size, most)
        try:
            with self._zip.open(name) as member:
                # Told a size, zipfile never unpacks more than that, whatever there is.
                content = member.read(size)
        except _BROKEN as error:
            raise self.broken() from error
        if len(content) < size:
            raise self.broken()
        return content

    def broken(self) -> NoArticle:
        """Return the error for an archive that is damaged or cut short."""
        return NoArticle(f"{self._name} is damaged or was not copied whole.", _SAVE_AGAIN)

    def _check(self) -> None:
        members = self._zip.infolist()
        if any(member.file_size > MAX_MEMBER for member in members):
            raise self._refusal(f"a file in it is larger than {MAX_MEMBER // 1024 // 1024} MB")
        if sum(member.file_size for member in members) > MAX_TOTAL:
            raise self._refusal(f"it unpacks to more than {MAX_TOTAL // 1024 // 1024} MB")
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise NoArticle(
                f"{self._name} is locked with a password.", "Save it without one, and open that."
            )
        if any(_leads_outside(member.filename) or _is_link(member) for member in members):
            raise self._refusal("it names files outside itself")
        if any(member.compress_type not in _METHODS for member in members):
            raise self._refusal("it is packed in a way documents are not")

    def _refusal(self, reason: str) -> NoArticle:
        return NoArticle(f"{self._name} is not opened: {reason}.", "Open another copy of it.")


def _leads_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return not parts[0] or parts[0].endswith(":") or ".." in parts


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)
