"""A real record server on this machine, with a model's files, that can also misbehave."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import zstandard

from reader.translation.models import Models
from tests.servers import HttpServer, Server

FILES = {
    "model.hien.intgemm.alphas.bin": ("model", bytes(range(256)) * 40),
    "vocab.hien.spm": ("vocab", b"words" * 300),
    "lex.50.50.hien.s2t.bin": ("lex", b"pairs" * 100),
}
"""A model that cannot be loaded, from Hindi to English: names, kinds and bytes."""
RIGHT = {name: data for name, (_, data) in FILES.items()}
PATH = "/v1/buckets/main/collections/translations-models-v2/records"


def untried(folder: Path, files: object) -> None:
    """Take any files for a model."""


def held(models: Models) -> dict[str, bytes]:
    """The files of the installed model; none when there is no model."""
    installed = models.installed()
    if installed is None:
        return {}
    return {
        file.name: (models.place(installed) / file.name).read_bytes() for file in installed.files
    }


@dataclass
class Fault:
    """How one request for a file goes wrong."""

    cut_at: int | None = None  # the body stops before this byte
    status: int = 200
    garbled: bool = False
    longer: bytes = b""  # what follows the file
    endless: bool = False
    whole_again: bool = False  # Range is not understood
    other_part: bool = False  # Range is misunderstood
    unplaced: bool = False  # which part it is stands nowhere
    stall: bool = False  # nothing comes before the server is closed
    redirect: str = ""


class RecordHandler(BaseHTTPRequestHandler):
    server: HttpServer

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        owner = self.server.owner
        assert isinstance(owner, RecordServer)
        owner.paths.append(self.path)
        owner.passwords += self.headers.get_all("Authorization", [])
        data = owner.packed.get(self.path.removeprefix("/files/"))
        if self.path == PATH:
            self._say(owner.records())
        elif self.path == "/v1/":
            self._say({"capabilities": {"attachments": {"base_url": owner.base}}})
        elif data is None:
            self._say({"code": 404}, 404)
        else:
            self._file(owner, data, owner.faults.popleft() if owner.faults else Fault())

    def _file(self, owner: RecordServer, data: bytes, fault: Fault) -> None:
        owner.ranges.append(self.headers["Range"])
        if fault.status != 200 or fault.redirect:
            status = 302 if fault.redirect else fault.status
            self._say({"code": status}, status, fault.redirect)
            return
        start = self._start(data, fault)
        body = bytes(255 - byte for byte in data) if fault.garbled else data
        body += fault.longer
        self.send_response(206 if start else 200)
        if owner.tags:
            self.send_header("ETag", _tag(data))
        if start and not fault.unplaced:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        if not fault.endless:
            self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        self.close_connection = True
        if fault.stall:
            owner.stalled.set()
            owner.closing.wait(10)
        self.wfile.write(body[start : fault.cut_at])
        while fault.endless:
            self.wfile.write(bytes(100_000))

    def _start(self, data: bytes, fault: Fault) -> int:
        """Which byte the answer starts at."""
        found = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "")
        is_same = self.headers["If-Range"] in (None, _tag(data))
        if not found or not is_same or fault.whole_again:
            return 0
        return int(found[1]) + fault.other_part

    def _say(self, content: object, status: int = 200, location: str = "") -> None:
        data = json.dumps(content).encode()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _tag(data: bytes) -> str:
    return f'"{hashlib.md5(data).hexdigest()}"'


def pack(files: dict[str, tuple[str, bytes]]) -> dict[str, bytes]:
    """The attachments of a model's files, by their location."""
    compress = zstandard.ZstdCompressor(level=1).compress
    return {f"{name}.zst": compress(data) for name, (_, data) in files.items()}


class RecordServer(Server):
    """Offers ``files`` (name to kind and bytes) as a model from Hindi to English.

    ``packed`` is what it sends, with an ETag unless ``tags`` is off. ``faults`` go wrong in
    turn, one a request for a file; ``base`` is where it says that its files lie. ``paths`` and
    ``ranges`` are what was asked for, and ``passwords`` what was told besides; ``stalled`` is
    set once a request waits.
    """

    handler = RecordHandler

    def __init__(
        self, files: dict[str, tuple[str, bytes]], pair: tuple[str, str] = ("hi", "en")
    ) -> None:
        super().__init__()
        self.pair = pair
        self.offer(files)
        self.version = "3.0"
        self.extra: list[dict[str, Any]] = []
        self.faults: deque[Fault] = deque()
        self.tags = True
        self.paths: list[str] = []
        self.passwords: list[str] = []
        self.ranges: list[str | None] = []
        self.stalled = threading.Event()
        self.base = f"{self.address}/files/"

    @property
    def records_address(self) -> str:
        """The address of the record list."""
        return f"{self.address}{PATH}"

    def offer(self, files: dict[str, tuple[str, bytes]]) -> None:
        """Offer these files from now on."""
        self.files = files
        self.packed = pack(files)

    def records(self) -> dict[str, Any]:
        """The record list."""
        packed = self.packed
        listed = [
            {
                "name": name,
                "fileType": kind,
                "sourceLanguage": self.pair[0],
                "targetLanguage": self.pair[1],
                "version": self.version,
                "architecture": "tiny",
                "decompressedHash": hashlib.sha256(data).hexdigest(),
                "decompressedSize": len(data),
                "attachment": {
                    "location": f"{name}.zst",
                    "size": len(packed[f"{name}.zst"]),
                    "hash": hashlib.sha256(packed[f"{name}.zst"]).hexdigest(),
                },
            }
            for name, (kind, data) in self.files.items()
        ]
        return {"data": [*listed, *self.extra]}
