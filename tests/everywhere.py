"""Every way of Setu to the network, tried one after the other.

``python -m tests.everywhere FOLDER ADDRESS offline|online`` is run by `tests.test_offline` in a
process whose sockets are recorded. Every engine of the table, also one that is new, has ADDRESS
for its own; '' leaves each its usual one. FOLDER has an article, and may be written to.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

from reader import paths, settings
from reader.__main__ import main
from reader.app import Core
from reader.errors import ReaderError
from reader.model import Contents, ContentsKind, Sentence, Span
from reader.settings import ADDRESSED, AUTOMATIC, LISTED
from reader.translation.engines.http import RemoteEngine, host_of
from reader.translation.engines.table import REMOTE, TABLE
from reader.translation.models import Offer
from reader.translation.models.download import text_at
from reader.translation.models.records import ModelFile
from tests.records import RIGHT

SENTENCES = [Sentence("1", "नदी शांत है।", Span(0, 12))]
ONLINE = [name for name in TABLE if name in ADDRESSED]
USUAL = "https://news.example"
Way = Callable[[], object]


def set_up(base: settings.Settings, address: str) -> settings.Settings:
    """All engines at ``address``, set up as far as can be, and agreed to."""
    hosts = (host_of(address or usual) for _, usual in REMOTE.values())
    return replace(
        base,
        allowed=tuple(set(filter(None, hosts))),
        listed=LISTED,
        chat_model="any",
        models_address=address and f"{address}/records",
        **{f"{name}_address": address for name in ADDRESSED},
    )


def ways(core: Core, address: str) -> Iterator[tuple[str, Way]]:
    """Each way of Core out, by name."""
    page = f"{address or USUAL}/article"
    yield "open", lambda: core.open(page)
    yield "document", lambda: core.document(page.replace("http", "HTTP"))
    yield "feed", lambda: core.feed_at(page)
    yield "picture", lambda: core.picture(f"{page}.png")
    for name, engine in core.engines().items():
        yield f"engine {name}", lambda engine=engine: list(engine.translate([SENTENCES[0].text]))
        yield f"flow {name}", lambda name=name: translated(core, name)
        yield f"probe {name}", lambda name=name: core.probe(name, Event())
        if isinstance(engine, RemoteEngine):
            yield f"list {name}", engine.hindi
    for name in ONLINE:
        yield f"spread {name}", lambda name=name: spread(core, name, address or USUAL)
    yield AUTOMATIC, lambda: translated(core, AUTOMATIC)
    yield "models offer", core.models.offer
    file = ModelFile("model.bin", "model", f"{page}.zst", 5, "0" * 64)
    yield "models install", lambda: core.models.install(Offer("3.0", "tiny", (file,)))
    yield "models text", lambda: text_at(page, Event(), core.models.permit)


def commands(address: str, folder: Path) -> Iterator[tuple[str, Way]]:
    """Each way of the command line out, by name."""
    page, text = f"{address or USUAL}/article", str(folder / "article.txt")
    lines: list[list[str]] = [
        ["show", page],
        ["changes", page],
        ["feeds", "add", page],
        ["feeds", "check"],
        ["export", page, "-o", str(folder / "out.md")],
        ["snapshot", page, "-o", str(folder / "out.png")],
        ["translate", page],
        ["translate", text],
        *(["translate", text, "--engine", name] for name in ONLINE),
        *(["translate", text, "--engine", name, "--address", address or USUAL] for name in ONLINE),
        ["models", "install"],
        ["models", "install", "--from", page],
        ["models", "install", "--from", _files(folder / "hi-en")],
        ["models", "update"],
        ["models", "verify", page, page],
    ]
    for words in lines:
        yield f"$ {_shown(words, folder)}", lambda words=words: main(words)


def _shown(words: list[str], folder: Path) -> str:
    """A command without what differs from run to run."""
    places = (word.replace(f"{folder}/", "") for word in words)
    return " ".join("ADDRESS" if word.startswith("http") else word for word in places)


def _files(folder: Path) -> str:
    """A folder with a model that is then there to be updated and verified."""
    folder.mkdir()
    for name, data in RIGHT.items():
        (folder / name).write_bytes(data)
    return str(folder)


def translated(core: Core, name: str) -> object:
    return [unit.reason for unit in core.translate([SENTENCES], core.chain(name), Event())]


def spread(core: Core, name: str, address: str) -> object:
    return list(core.spread(name, [address, f"{address}/b"]).translate([SENTENCES[0].text]))


def go(name: str, way: Way) -> None:
    """Go one way, its name put where the sockets are recorded."""
    with Path(os.environ["SETU_SOCKETS"]).open("a", encoding="utf-8") as record:
        record.write(f"# {name}\n")
    with suppress(ReaderError):
        way()


def run(folder: Path, address: str, *, is_offline: bool) -> None:
    """Go every way, with settings, library and model in the usual places of this home."""
    config = paths.config_file()
    settings.save(set_up(settings.Settings(offline=is_offline), address), config)
    for name in ADDRESSED:
        os.environ[f"SETU_{name.upper()}_KEY"] = "key-of-nobody"
    core = Core(paths.library_file(), config)
    core.subscribe(Contents("दैनिक", ContentsKind.FEED, (), f"{address or USUAL}/feed"))
    for name, way in (*ways(core, address), *commands(address, folder)):
        go(name, way)
    core.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], is_offline=sys.argv[3] == "offline")
