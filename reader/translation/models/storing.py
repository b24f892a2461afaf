"""Writing a model's files: unpacked in a stream, counted and hashed on the way."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from reader.translation.models.download import Cancelled
from reader.translation.models.records import LARGEST

_CHUNK = 1024 * 1024


class Broken(Exception):
    """What was read is not what it should be: cut short, garbled, or far too large."""


def zstd_chunks(path: Path) -> Iterator[bytes]:
    """The content of a zstd file, unpacked as it is read. Raises Broken, OSError."""
    # fxtranslate could unpack it too, but all at once and holding the interpreter's lock.
    import zstandard

    with path.open("rb") as file:
        try:
            yield from zstandard.ZstdDecompressor().read_to_iter(file, write_size=_CHUNK)
        except zstandard.ZstdError as error:
            raise Broken from error


def plain_chunks(path: Path) -> Iterator[bytes]:
    """The content of a file that is not packed, or by gzip. Raises Broken, OSError."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Broken from error


def store(chunks: Iterable[bytes], target: Path, cancelled: Event) -> tuple[int, str]:
    """Write the chunks to ``target``, down to the disk; the file's size and SHA-256.

    Raises Broken when it is larger than any file of a model, Cancelled, OSError.
    """
    size, digest = 0, hashlib.sha256()
    with target.open("wb") as file:
        for chunk in chunks:
            if cancelled.is_set():
                raise Cancelled
            size += len(chunk)
            if size > LARGEST:
                raise Broken
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
