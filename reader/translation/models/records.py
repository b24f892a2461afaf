"""Which offline models there are: the record list of Firefox's translation models.

The list is that of a Remote Settings server (https://remote-settings.readthedocs.io, its
``/records`` of a collection); the files are its attachments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from reader.errors import BadResponse

RECORDS = (
    "https://firefox.settings.services.mozilla.com"
    "/v1/buckets/main/collections/translations-models-v2/records"
)
"""Mozilla's own list, as ``fxtranslate.discovery.records_url`` has it."""
ATTACHMENTS = "https://firefox-settings-attachments.cdn.mozilla.net/"
"""Where the files of Mozilla's list lie."""
MAJOR = 3
"""The major version of model files that fxtranslate loads."""
LARGEST = 500_000_000
"""Bytes; a file that is larger belongs to no model. Those from Hindi have 23 MB in all."""
MODEL, LEX, VOCAB, SOURCE_VOCAB, TARGET_VOCAB = "model", "lex", "vocab", "srcvocab", "trgvocab"
KINDS = (MODEL, LEX, VOCAB, SOURCE_VOCAB, TARGET_VOCAB)
_BUCKETS = "/buckets/"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}[A-Za-z0-9.-]{0,20}")
_RELEASED = re.compile(r"[\d.]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model: ``size`` and ``packed_sha256`` are of the download, zstd-packed.

    ``sha256`` is that of the file unpacked. Of the two hashes one may be '', where the list
    does not tell it, and ``unpacked_size`` 0.
    """

    name: str
    kind: str
    address: str
    size: int
    sha256: str
    packed_sha256: str = ""
    unpacked_size: int = 0

    @property
    def id(self) -> str:
        """What tells this file from every other."""
        return self.packed_sha256 or self.sha256


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be had: its version and files, and the address of the list it stands in."""

    version: str
    architecture: str
    files: tuple[ModelFile, ...]
    records: str = ""

    @property
    def size(self) -> int:
        """Bytes to be downloaded."""
        return sum(file.size for file in self.files)

    @property
    def unpacked_size(self) -> int:
        """Bytes the files will take; twice those downloaded where the list does not tell."""
        return sum(file.unpacked_size or 2 * file.size for file in self.files)


def server_page(records: str) -> str:
    """The address of the page where a record server tells of itself: ``…/v1/``.

    For a list that lies in a plain folder it is that folder.
    """
    root, is_server, _ = records.partition(_BUCKETS)
    return f"{root}/" if is_server else urljoin(records, ".")


def base_address(page: str, records: str) -> str:
    """Where attachments lie: as the text of the `server_page` tells, else beside the records."""
    try:
        told = json.loads(page)["capabilities"]["attachments"]["base_url"]
    except (ValueError, LookupError, TypeError, RecursionError):
        told = ""
    if isinstance(told, str) and re.match("https?://", told):
        return told if told.endswith("/") else f"{told}/"
    return urljoin(records, "/" if _BUCKETS in records else ".")


def best_offer(body: str, base: str, source: str, target: str, host: str) -> Offer | None:
    """The newest whole model from ``source`` to ``target`` in a record list, the smallest of it.

    Released versions go before others. None when the list has none that can be loaded; raises
    BadResponse when it is no list.
    """
    groups: dict[tuple[str, str], dict[str, ModelFile]] = {}
    for record in _records(body, host):
        if isinstance(record, dict) and _is_of(record, source, target):
            file = _file(record, base)
            if file:
                key = (record["version"], str(record.get("architecture") or ""))
                groups.setdefault(key, {})[file.kind] = file
    offers = []
    for (version, architecture), own in groups.items():
        # What is of no architecture serves them all.
        files = groups.get((version, ""), {}) | own
        if is_whole(files):
            offers.append(Offer(version, architecture, tuple(files.values())))
    return min(offers, key=lambda o: (*_age(o.version), o.size), default=None)


def is_whole(kinds: Iterable[str]) -> bool:
    """Whether these kinds of files make a model that can be loaded."""
    kinds = set(kinds)
    return MODEL in kinds and (VOCAB in kinds or {SOURCE_VOCAB, TARGET_VOCAB} <= kinds)


def _records(body: str, host: str) -> list[object]:
    try:
        records = json.loads(body)["data"]
    except (ValueError, LookupError, TypeError, RecursionError):
        records = None
    if not isinstance(records, list):
        raise BadResponse(
            f"{host} did not answer as a list of models does.",
            "Check the address, in Settings or after --from.",
        )
    return records


def _age(version: str) -> tuple[bool, list[int]]:
    """What versions are in order by, the newest first; '3.0a1' comes after all released."""
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    return not _RELEASED.fullmatch(version), [-number for number in numbers]


def _is_of(record: Mapping[str, Any], source: str, target: str) -> bool:
    """Whether a record is of the pair and of a version that can be loaded."""
    version = record.get("version")
    return (
        (record.get("sourceLanguage"), record.get("targetLanguage")) == (source, target)
        and record.get("fileType") in KINDS
        and isinstance(version, str)
        and _VERSION.fullmatch(version) is not None
        and int(re.split(r"\D", version)[0]) == MAJOR
    )


def _file(record: Mapping[str, Any], base: str) -> ModelFile | None:
    """The file of a record; None when anything needed to get it safely is not there."""
    attachment = record.get("attachment")
    if not isinstance(attachment, dict):
        return None
    name, location = str(record.get("name") or ""), attachment.get("location")
    size, unpacked = _size(attachment.get("size")), _size(record.get("decompressedSize"))
    sha256, packed = _hash(record.get("decompressedHash")), _hash(attachment.get("hash"))
    is_safe = _NAME.fullmatch(name) and isinstance(location, str) and size and (sha256 or packed)
    if not is_safe:
        return None
    address = urljoin(base, str(location).lstrip("/"))
    return ModelFile(name, record["fileType"], address, size, sha256, packed, unpacked)


def _hash(value: object) -> str:
    return value.lower() if isinstance(value, str) and _SHA256.fullmatch(value.lower()) else ""


def _size(value: object) -> int:
    """A number of bytes, 0 for what is none that a file of a model has."""
    return value if isinstance(value, int) and 0 < value <= LARGEST else 0
