"""The offline engine: with true weights, and with a library that misbehaves."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadResponse, ReaderError, Unavailable
from reader.translation.engines.firefox import FirefoxEngine, engine, process, worker
from reader.translation.engines.firefox.engine import NO_LIBRARY, NO_MODEL
from reader.translation.engines.firefox.pieces import MOST_CHARACTERS, MOST_WORDS, pieces
from reader.translation.models import Models
from reader.translation.models.trial import CannotLoad, loads
from tests import fake_library, weights
from tests.records import FILES, RecordServer, untried

PORTUGUESE = [
    "O presidente chegou à capital na segunda-feira.",
    "O livro está em cima da mesa.",
    "A água do rio é muito fria.",
]
ENGLISH = [
    "The president arrived in the capital on Monday.",
    "The book is on the table.",
    "The water of the river is very cold.",
]


# -- with true weights ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def portuguese(tmp_path_factory: pytest.TempPathFactory) -> Models:
    models = Models(tmp_path_factory.mktemp("models"), pair=weights.PAIR)
    models.install_files([weights.folder()])
    return models


@pytest.fixture
def true(portuguese: Models) -> Iterator[FirefoxEngine]:
    engine = FirefoxEngine(portuguese)
    yield engine
    engine.close()


def test_it_translates_sentence_after_sentence(true: FirefoxEngine) -> None:
    assert true.unavailable_reason() == ""
    assert true.process_id is None
    coming = true.translate(PORTUGUESE)
    assert next(coming) == ENGLISH[0]
    first = true.process_id
    assert list(coming) == ENGLISH[1:]
    assert list(true.translate(PORTUGUESE)) == ENGLISH
    assert true.process_id == first


def test_the_library_itself_finds_the_model_in_the_folder_it_is_kept_in(portuguese: Models) -> None:
    from fxtranslate import Translator

    installed = portuguese.installed()
    assert installed
    cache = portuguese.place(installed).parent
    assert Translator.load(*weights.PAIR, str(cache)).translate(PORTUGUESE[0]) == ENGLISH[0]


def test_a_model_from_a_record_server_is_run(tmp_path: Path) -> None:
    kinds = {"model": "model", "vocab": "vocab", "lex": "lex"}
    found = [path for path in weights.folder().iterdir() if path.name.split(".")[0] in kinds]
    files = {path.name: (path.name.split(".")[0], path.read_bytes()) for path in found}
    with RecordServer(files, weights.PAIR) as server:
        models = Models(tmp_path / "models", server.records_address, pair=weights.PAIR)
        offer = models.offer()
        assert models.install(offer).size == offer.unpacked_size > offer.size > 10_000_000
    engine = FirefoxEngine(models)
    assert list(engine.translate(PORTUGUESE)) == ENGLISH
    assert engine.version == "3.0"
    engine.close()


@pytest.mark.parametrize("joint", [", ", "; ", " e "])
def test_a_long_sentence_comes_whole(true: FirefoxEngine, joint: str) -> None:
    """At once, the model leaves out a third of them."""
    (english,) = true.translate([f"{joint.join(weights.CLAUSES)}."])
    assert [word for word in weights.CLAUSES.values() if word not in english.lower()] == []


def test_threads_can_ask_at_once(true: FirefoxEngine) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: list(true.translate(PORTUGUESE)), range(8))) == [ENGLISH] * 8


def test_killed_in_the_middle_every_sentence_comes_all_the_same(true: FirefoxEngine) -> None:
    texts = [f"{clause}." for clause in weights.CLAUSES] * 3
    expected = list(true.translate(texts))
    coming, came = true.translate(texts), []
    for english in coming:
        came.append(english)
        if len(came) in (1, 20):
            assert true.process_id
            os.kill(true.process_id, signal.SIGKILL)
    assert came == expected


_STRANGER = """
import sys
from pathlib import Path
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.models import Models
engine = FirefoxEngine(Models(Path(sys.argv[1]), pair=("pt", "en")))
assert not engine.unavailable_reason()
assert engine.process_id is None
print(*engine.translate(["O livro está em cima da mesa."]))
engine.close()
print([name for name in sys.modules if "fxtranslate" in name])
"""


def test_the_library_is_never_in_the_program_that_asks(portuguese: Models) -> None:
    """It would hold that program's interpreter for a whole sentence."""
    done = subprocess.run(
        [sys.executable, "-c", _STRANGER, str(portuguese.manifest.parent)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == f"{ENGLISH[1]}\n[]\n"


def test_a_model_cut_short_is_never_loaded(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in weights.folder().glob("*pten*"):
        (broken / path.name).write_bytes(path.read_bytes()[:-1000])
    models = Models(tmp_path / "models", pair=weights.PAIR)
    with pytest.raises(ReaderError, match=r"model\.pten\.\S+ is broken, cut short"):
        models.install_files([broken])
    assert models.installed() is None


# -- with a library that misbehaves ---------------------------------------------------------


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library in the other process is a fake; the file has a letter for every start."""
    return fake_library.put(tmp_path, monkeypatch)


def install(models: Models, folder: Path, model: bytes) -> None:
    folder.mkdir(exist_ok=True)
    for name, (kind, data) in FILES.items():
        (folder / name).write_bytes(model if kind == "model" else data)
    models.install_files([folder])


@pytest.fixture
def models(tmp_path: Path) -> Models:
    models = Models(tmp_path / "models", trial=untried)
    install(models, tmp_path / "files", b"first")
    return models


@pytest.fixture
def fake(models: Models, starts: Path) -> Iterator[FirefoxEngine]:
    engine = FirefoxEngine(models)
    yield engine
    engine.close()


def one(engine: FirefoxEngine, text: str) -> str:
    (english,) = engine.translate([text])
    return english


def test_a_killed_process_is_started_again_and_the_sentence_comes(fake: FirefoxEngine) -> None:
    assert one(fake, "a") == "first: a"
    first = fake.process_id
    assert first
    os.kill(first, signal.SIGSTOP)  # So that it is killed before it has answered.
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(one, fake, "b")
        os.kill(first, signal.SIGKILL)
        assert coming.result(20) == "first: b"
    assert fake.process_id != first


def test_a_process_that_dies_unasked_leaves_no_zombie(fake: FirefoxEngine) -> None:
    assert one(fake, "a")
    number, running = fake.process_id, fake._process
    assert number
    assert running
    os.kill(number, signal.SIGKILL)
    running._listener.join(20)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert one(fake, "b") == "first: b"


def test_a_process_that_dies_over_a_sentence_is_started_again_once(
    fake: FirefoxEngine, starts: Path
) -> None:
    assert one(fake, "die once") == "first: die once"
    assert starts.read_text() == "xx"
    with pytest.raises(BadResponse, match="failed at this sentence"):
        one(fake, "die")
    assert starts.read_text() == "xxx"
    assert fake.unavailable_reason() == ""
    assert one(fake, "a") == "first: a"


@pytest.mark.parametrize("text", ["fail", "panic", "nothing"])
def test_a_sentence_that_cannot_be_translated_is_said(fake: FirefoxEngine, text: str) -> None:
    coming = fake.translate(["a", text, "b"])
    assert next(coming) == "first: a"
    with pytest.raises(BadResponse, match="The offline model"):
        next(coming)
    assert one(fake, "b") == "first: b"


def test_a_process_that_does_not_answer_is_ended(
    fake: FirefoxEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert one(fake, "a") == "first: a"
    monkeypatch.setattr(process, "SENTENCE_SECONDS", 0.2)
    with pytest.raises(BadResponse):
        one(fake, "hang")
    monkeypatch.undo()


def test_a_model_that_kills_its_process_is_given_up(
    fake: FirefoxEngine, models: Models, starts: Path, tmp_path: Path
) -> None:
    install(models, tmp_path / "files", b"dies!")
    assert fake.unavailable_reason() == ""
    for _ in range(2):
        with pytest.raises(Unavailable, match="does not run here"):
            one(fake, "a")
    assert starts.read_text() == "xxx"
    assert "does not run here" in fake.unavailable_reason()
    install(models, tmp_path / "files", b"other")
    assert fake.unavailable_reason() == ""
    assert one(fake, "a") == "other: a"


@pytest.mark.skipif(not hasattr(signal, "SIGILL") or os.name != "posix", reason="needs SIGILL")
def test_a_processor_that_is_too_old_is_told(
    fake: FirefoxEngine, models: Models, tmp_path: Path
) -> None:
    install(models, tmp_path / "files", b"ill!!")
    installed = models.installed()
    assert installed
    with pytest.raises(CannotLoad, match="this computer's processor lacks what it needs"):
        loads(models.place(installed), installed.files)
    with pytest.raises(Unavailable, match="does not run here: this computer's processor"):
        one(fake, "a")


def test_a_model_that_cannot_be_loaded_says_why(
    fake: FirefoxEngine, models: Models, tmp_path: Path
) -> None:
    install(models, tmp_path / "files", b"bad")
    with pytest.raises(Unavailable, match="cannot be loaded: not a model"):
        one(fake, "a")
    assert "cannot be loaded" in fake.unavailable_reason()


def test_a_file_that_was_changed_is_never_loaded(
    fake: FirefoxEngine, models: Models, starts: Path
) -> None:
    installed = models.installed()
    assert installed
    path = models.place(installed) / "vocab.hien.spm"
    path.write_bytes(path.read_bytes()[::-1])
    with pytest.raises(Unavailable, match=r"vocab\.hien\.spm is not what was installed"):
        one(fake, "a")
    assert not starts.exists()


def test_another_model_is_taken_from_the_next_sentence_on(
    fake: FirefoxEngine, models: Models, tmp_path: Path
) -> None:
    coming = fake.translate(["a", "b"])
    assert next(coming) == "first: a"
    before = fake.version
    install(models, tmp_path / "files", b"other")
    assert next(coming) == "other: b"
    assert fake.version != before


def test_a_model_that_goes_while_it_is_loaded_gives_way_to_the_other(
    fake: FirefoxEngine, models: Models, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = process.Process

    def replaced() -> process.Process:
        monkeypatch.setattr(engine, "Process", start)
        install(models, tmp_path / "files", b"other")
        return start()

    monkeypatch.setattr(engine, "Process", replaced)
    assert one(fake, "a") == "other: a"


def test_without_a_model_it_says_where_to_get_one(fake: FirefoxEngine, models: Models) -> None:
    assert one(fake, "a")
    models.remove()
    assert fake.unavailable_reason() == NO_MODEL
    assert fake.version == ""
    with pytest.raises(Unavailable, match="setu-reader models install"):
        one(fake, "b")
    assert fake.process_id is None


def test_where_the_library_cannot_be_installed_it_says_so(
    fake: FirefoxEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    assert fake.unavailable_reason() == NO_LIBRARY
    with pytest.raises(Unavailable, match="on this system"):
        one(fake, "a")


def test_where_no_process_can_be_started_it_says_so(
    fake: FirefoxEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(Unavailable, match="does not run here"):
        one(fake, "a")


def test_closing_ends_the_process_and_what_it_was_at(fake: FirefoxEngine) -> None:
    assert one(fake, "a")
    number = fake.process_id
    assert number
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(one, fake, "hang")
        fake.close()
        with pytest.raises(Unavailable, match="closed"):
            waiting.result(20)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    fake.close()


_PARENT = """
import sys
from pathlib import Path
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.models import Models
engine = FirefoxEngine(Models(Path(sys.argv[1])))
list(engine.translate(["a"]))
print(engine.process_id, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for the process")
@pytest.mark.parametrize("end", ["kill", "stdin"])
def test_no_process_outlives_the_program(
    models: Models, tmp_path: Path, starts: Path, end: str
) -> None:
    path = os.pathsep.join(filter(None, sys.path))
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(tmp_path / "models")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert parent.stdout
    child = os.pidfd_open(int(parent.stdout.readline()))
    if end == "kill":
        parent.kill()
    parent.communicate()
    ended, _, _ = select.select([child], [], [], 20)
    os.close(child)
    assert ended


def test_a_frozen_program_can_be_the_other_process() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", worker.ARGUMENT],
        input=b'{"model": ["nowhere", ""]}\n',
        capture_output=True,
        check=True,
    )
    assert re.fullmatch(rb'\{"error": ".*nowhere.*"\}\n', done.stdout)


# -- long sentences -------------------------------------------------------------------------


@given(st.lists(st.text(st.sampled_from("कखगa,।"), min_size=1, max_size=40), max_size=300))
def test_pieces_are_short_and_make_up_the_sentence(words: list[str]) -> None:
    cut = pieces("  ".join(words))
    assert " ".join(cut) == " ".join(words)
    assert all(len(piece.split()) <= MOST_WORDS for piece in cut)
    assert all(len(piece) <= MOST_CHARACTERS for piece in cut)


def test_a_piece_ends_with_a_clause() -> None:
    cut = pieces("और वह फिर गया, " * 20)
    assert [len(piece.split()) for piece in cut] == [60, 20]
    assert all(piece.endswith(",") for piece in cut)


def test_without_clauses_pieces_are_even() -> None:
    assert [len(piece.split()) for piece in pieces("शब्द " * 61)] == [31, 30]
    assert [len(piece.split()) for piece in pieces("शब्द " * 60)] == [60]


@given(st.text(st.sampled_from("xyz"), min_size=1, max_size=5000))
def test_what_is_no_word_is_cut(word: str) -> None:
    cut = pieces(word)
    assert "".join(cut) == word
    assert all(len(piece) <= MOST_CHARACTERS for piece in cut)


@pytest.mark.parametrize("kind", ["model", "lex", "vocab"])
@pytest.mark.parametrize("keep", [0, 10])
def test_a_file_of_ones_own_that_is_cut_short_is_named(
    tmp_path: Path, kind: str, keep: int
) -> None:
    own = tmp_path / "own"
    shutil.copytree(weights.folder(), own)
    (broken,) = own.glob(f"{kind}.*")
    broken.write_bytes(broken.read_bytes()[:keep])
    models = Models(tmp_path / "models", pair=weights.PAIR)
    with pytest.raises(ReaderError) as caught:
        models.install_files([own])
    assert caught.value.what == f"{broken.name} is broken, cut short, or no file of a model."
    assert "Copy it again" in caught.value.advice
    assert models.installed() is None
