"""Coverage-guided fuzzing of every reader: `python -m benchmarks.fuzz [SECONDS]`, 30 s each.

Whatever the bytes, a reader gives an article or a ReaderError, within 5 s and 500 MB.
Needs the extra ``benchmarks`` (atheris). Each reader runs in a process of its own, in a
scratch folder; inputs that break the rule are left there and named. For what is zipped, the
fuzzed bytes stand for one member, since random bytes are hardly ever a sound archive.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from reader.errors import ReaderError

SECONDS = 30
_LIMITS = ("-timeout=5", "-rss_limit_mb=500", "-max_len=20000", "-verbosity=1")
_SEEDS = Path(__file__).parent / "seeds"


def _seed(name: str) -> bytes:
    return (_SEEDS / name).read_bytes()


def _plain(data: bytes) -> bytes:
    return data


def _zipped(fixed: dict[str, bytes], member: str) -> Callable[[bytes], bytes]:
    """What makes an archive of ``fixed`` members and one, ``member``, of the fuzzed bytes."""

    def archive(data: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            for name, content in {**fixed, member: data}.items():
                made.writestr(name, content)
        return buffer.getvalue()

    return archive


_EPUB = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": _seed("container.xml"),
    "o.opf": _seed("package.opf"),
    "a.xhtml": _seed("chapter.xhtml"),
}
_DOCX = {
    "[Content_Types].xml": _seed("content-types.xml"),
    "_rels/.rels": _seed("rels.xml"),
    "word/document.xml": _seed("document.xml"),
}


def _whole(members: dict[str, bytes]) -> bytes:
    (last, content) = next(reversed(members.items()))
    return _zipped(members, last)(content)


def _wide(data: bytes) -> bytes:
    return data.decode("latin-1").encode("utf-16")


TARGETS: dict[str, tuple[str, Callable[[bytes], bytes], bytes]] = {
    "text": (".txt", _plain, _seed("article.txt")),
    "legacy text": (".txt", _plain, _seed("legacy.txt")),
    "html": (".html", _plain, _seed("page.html")),
    "html, UTF-16": (".html", _wide, _seed("page.html")),
    "mhtml": (".mhtml", _plain, _seed("page.mhtml")),
    "markdown": (".md", _plain, _seed("article.md")),
    "epub chapter": (".epub", _zipped(_EPUB, "a.xhtml"), _EPUB["a.xhtml"]),
    "epub package": (".epub", _zipped(_EPUB, "o.opf"), _EPUB["o.opf"]),
    "epub archive": (".epub", _plain, _whole(_EPUB)),
    "docx body": (".docx", _zipped(_DOCX, "word/document.xml"), _DOCX["word/document.xml"]),
    "docx archive": (".docx", _plain, _whole(_DOCX)),
    "pdf": (".pdf", _plain, _seed("article.pdf")),
    "json": (".json", _plain, _seed("saved.json")),
    "feed": (".rss", _plain, _seed("feed.rss")),
}
"""For each reader: the file's ending, how fuzzed bytes become a file, and a first input."""


def fuzz(name: str, arguments: list[str]) -> None:
    """Run one reader under atheris in this process; does not return."""
    import atheris

    suffix, made, _ = TARGETS[name]
    with atheris.instrument_imports(include=["reader"]):
        from reader import formats
        from reader.formats.material import Material

        # The readers are imported when they are first called, too late to be instrumented.
        for module in pkgutil.walk_packages(formats.__path__, "reader.formats."):
            importlib.import_module(module.name)

    def once(data: bytes) -> None:
        try:
            formats.read(Material(made(data), f"fuzzed{suffix}"), suffix)
        except ReaderError:
            return

    atheris.Setup([name, *arguments], once)
    atheris.Fuzz()


def run(name: str, seconds: int, folder: Path) -> str:
    """Fuzz one reader in a process of its own; what libFuzzer said at its end, in one line."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    (corpus / "first").write_bytes(TARGETS[name][2])
    command = [sys.executable, "-m", "benchmarks.fuzz", "--one", name, str(corpus)]
    limits = [*_LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={folder}/"]
    done = subprocess.run([*command, *limits], capture_output=True, text=True, errors="replace")
    said = re.findall(
        r"(#\d+)\s+(?:DONE|pulse|REDUCE|NEW|RELOAD)\s+(cov: \d+) (ft: \d+)", done.stderr
    )
    memory = re.findall(r"rss: (\d+)Mb", done.stderr)
    figures = "  ".join(
        [*(said[-1] if said else ["nothing said"]), f"rss: {(memory or ['?'])[-1]} MB"]
    )
    broken = sorted(p.name for p in folder.iterdir() if p != corpus)
    if done.returncode or broken:
        (folder / "said.txt").write_text(done.stderr, encoding="utf-8")
        return f"{name:<14} {figures}  BROKEN, see {folder}"
    return f"{name:<14} {figures}  ok"


def main() -> None:
    """Fuzz the readers named, else all of them, one after the other."""
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3:])
    seconds = int(sys.argv[1]) if sys.argv[1:] else SECONDS
    chosen = sys.argv[2:] or list(TARGETS)
    folder = Path(tempfile.mkdtemp(prefix="setu-fuzz-"))
    for name in chosen:
        print(run(name, seconds, folder / name.replace(" ", "-").replace(",", "")), flush=True)


if __name__ == "__main__":
    main()
