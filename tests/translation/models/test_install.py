"""Getting a model: whole or not at all, whatever the server or the disk does."""

import errno
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import BadResponse, EngineError, ReaderError, Unavailable
from reader.translation.models import Models, Offer, download, storing
from reader.translation.models.download import Cancelled
from reader.translation.models.records import ModelFile
from tests.records import FILES, RIGHT, Fault, RecordServer, held, pack, untried

MODEL = "model.hien.intgemm.alphas.bin"
SERVED: Any = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],  # One server serves them all.
}


def left(models: Models) -> list[str]:
    """What lies in the models' folder, but for the lock."""
    folder = models.manifest.parent
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name != "lock")


def test_an_offer_tells_its_size_before_anything_is_fetched(
    mine: Models, server: RecordServer
) -> None:
    offer = mine.offer()
    assert (offer.version, offer.architecture) == ("3.0", "tiny")
    assert offer.size == sum(map(len, server.packed.values()))
    assert offer.unpacked_size == sum(map(len, RIGHT.values()))
    assert server.ranges == []
    assert mine.installed() is None


def test_a_model_is_got_checked_and_kept(mine: Models) -> None:
    told: list[tuple[int, int]] = []
    offer = mine.offer()
    assert mine.is_new(offer)
    installed = mine.install(offer, progress=lambda have, size: told.append((have, size)))
    assert held(mine) == RIGHT
    assert mine.installed() == installed
    assert (installed.version, installed.origin) == ("3.0", mine.host)
    assert installed.size == sum(map(len, RIGHT.values()))
    assert told[-1] == (offer.size, offer.size)
    assert told == sorted(told)
    assert mine.wrong_file() == ""
    assert not mine.is_new(offer)
    assert left(mine) == sorted(["hi-en.json", *(f"3.0/hi-en/{name}" for name in RIGHT)])
    assert mine.disk_used() == installed.size + mine.manifest.stat().st_size


@given(st.data())
@settings(max_examples=40, **SERVED)
def test_a_cut_at_any_byte_is_gone_on_from(
    tmp_path_factory: pytest.TempPathFactory, server: RecordServer, data: st.DataObject
) -> None:
    mine = Models(tmp_path_factory.mktemp("m"), server.records_address, trial=untried)
    offer = mine.offer()
    size = offer.files[0].size
    cuts = data.draw(st.lists(st.integers(0, size - 1), max_size=3).map(sorted))
    server.faults.extend(Fault(cut_at=cut) for cut in cuts)
    server.ranges.clear()
    for _ in cuts:
        with pytest.raises(EngineError, match="broke off"):
            mine.install(offer)
        assert mine.installed() is None
    mine.install(offer)
    assert held(mine) == RIGHT
    wanted = [f"bytes={cut}-" if cut else None for cut in cuts]
    assert server.ranges == [None, *wanted, None, None]


@pytest.mark.parametrize("whole_again", [False, True], ids=["ranges", "no ranges"])
@pytest.mark.parametrize("tags", [True, False], ids=["tags", "no tags"])
def test_a_connection_that_breaks_after_every_single_byte_gets_there(
    mine: Models, server: RecordServer, tags: bool, whole_again: bool
) -> None:
    """From before the first byte to before the last."""
    server.tags = tags
    offer = mine.offer()
    size = offer.files[0].size
    server.faults.extend(Fault(cut_at=cut, whole_again=whole_again) for cut in range(size))
    for cut in range(size):
        with pytest.raises(Unavailable, match="broke off"):
            mine.install(offer)
        assert mine.installed() is None
        assert next(mine.manifest.parent.glob("parts/*.part")).stat().st_size == cut
    mine.install(offer)
    assert held(mine) == RIGHT
    assert server.ranges[1:size] == [f"bytes={have}-" if have else None for have in range(size - 1)]


@given(st.data())
@settings(max_examples=40, **SERVED)
def test_whatever_goes_wrong_no_wrong_model_is_kept(
    tmp_path_factory: pytest.TempPathFactory, server: RecordServer, data: st.DataObject
) -> None:
    mine = Models(tmp_path_factory.mktemp("m"), server.records_address, trial=untried)
    offer = mine.offer()
    faults = st.builds(
        Fault,
        cut_at=st.none() | st.integers(0, 2000),
        status=st.sampled_from([200, 200, 404, 416, 500]),
        garbled=st.booleans(),
        longer=st.binary(max_size=3),
        whole_again=st.booleans(),
        other_part=st.booleans(),
        unplaced=st.booleans(),
    )
    server.faults.extend(data.draw(st.lists(faults, max_size=6)))
    while server.faults:
        try:
            mine.install(offer)
        except EngineError:
            assert mine.installed() is None
        else:
            assert held(mine) == RIGHT
            mine.remove()
    for _ in range(2):  # What is broken already is noticed by the first.
        try:
            mine.install(offer)
        except EngineError:
            continue
    assert held(mine) == RIGHT


@pytest.mark.parametrize("fault", [Fault(whole_again=True), Fault(other_part=True)])
def test_a_server_that_cannot_go_on_is_begun_anew(
    mine: Models, server: RecordServer, fault: Fault
) -> None:
    offer = mine.offer()
    server.faults.extend([Fault(cut_at=50), fault])
    with pytest.raises(Unavailable):
        mine.install(offer)
    if fault.other_part:
        with pytest.raises(BadResponse, match="another part"):
            mine.install(offer)
    mine.install(offer)
    assert held(mine) == RIGHT


@pytest.mark.parametrize("tags", [True, False], ids=["tags", "no tags"])
def test_a_file_that_changed_in_between_is_begun_anew(
    mine: Models, server: RecordServer, tags: bool
) -> None:
    server.tags = tags
    offer = mine.offer()
    server.faults.append(Fault(cut_at=50))
    with pytest.raises(Unavailable):
        mine.install(offer)
    kind, data = FILES[MODEL]
    server.offer({**FILES, MODEL: (kind, data[::-1])})
    with pytest.raises(EngineError):
        mine.install(offer)
    assert mine.installed() is None
    mine.install(mine.offer())
    assert held(mine)[MODEL] == data[::-1]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(garbled=True), "came broken"),
        (Fault(status=404), "HTTP status 404"),
        (Fault(status=500), "HTTP status 500"),
        (Fault(longer=b"more"), "sent more"),
        (Fault(endless=True), "sent more"),
        (Fault(redirect="file:///etc/passwd"), "an address that is not taken"),
        (Fault(redirect="ftp://localhost/x"), "an address that is not taken"),
    ],
)
def test_what_is_wrong_is_told_and_never_installed(
    mine: Models, server: RecordServer, fault: Fault, words: str
) -> None:
    offer = mine.offer()
    server.faults.append(fault)
    with pytest.raises(EngineError, match=words):
        mine.install(offer)
    assert mine.installed() is None
    mine.install(offer)
    assert held(mine) == RIGHT


def test_a_redirect_is_followed(mine: Models, server: RecordServer) -> None:
    server.faults.append(Fault(redirect=f"/files/{MODEL}.zst"))
    mine.install(mine.offer())
    assert held(mine) == RIGHT


def test_redirects_without_end_are_given_up(mine: Models, server: RecordServer) -> None:
    server.faults.extend([Fault(redirect=f"/files/{MODEL}.zst")] * 20)
    with pytest.raises(BadResponse, match="from address to address"):
        mine.install(mine.offer())


@pytest.mark.parametrize("told", ["decompressedHash", "hash"])
@pytest.mark.parametrize("other", [b"never", b"x" * 10_240])
def test_another_file_than_the_list_says_is_never_installed(
    mine: Models, server: RecordServer, told: str, other: bytes
) -> None:
    """It has the right size, and one hash is enough to tell."""
    records = server.records()["data"]
    server.packed = pack({MODEL: ("model", other)}) | pack(dict(list(FILES.items())[1:]))
    for record in records:
        record["version"] = "3.1"
        record["attachment"]["size"] = len(server.packed[f"{record['name']}.zst"])
        record.pop("decompressedHash") if told == "hash" else record["attachment"].pop("hash")
    server.extra = records
    with pytest.raises(BadResponse, match="came broken"):
        mine.install(mine.offer())
    assert left(mine) == sorted(name for name in left(mine) if name.startswith("parts/"))


def test_a_file_that_unpacks_without_end_is_stopped(
    mine: Models, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "LARGEST", 5_000)
    with pytest.raises(BadResponse, match="came broken"):
        mine.install(mine.offer())
    assert mine.installed() is None


def test_cancelling_is_quick_though_the_server_is_silent(
    mine: Models, server: RecordServer
) -> None:
    offer, cancelled = mine.offer(), threading.Event()
    server.faults.append(Fault(stall=True))
    when: list[float] = []

    def cancel() -> None:
        server.stalled.wait(5)
        when.append(monotonic())
        cancelled.set()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        mine.install(offer, cancelled)
    assert monotonic() - when[0] < 0.1
    thread.join()
    mine.install(offer)
    assert held(mine) == RIGHT


def test_cancelling_in_the_middle_keeps_what_has_come(mine: Models, server: RecordServer) -> None:
    offer, cancelled = mine.offer(), threading.Event()

    def told(have: int, size: int) -> None:
        if have > offer.files[0].size:
            cancelled.set()

    with pytest.raises(Cancelled):
        mine.install(offer, cancelled, told)
    assert left(mine)
    assert all(name.startswith("parts/") for name in left(mine))
    server.ranges.clear()
    mine.install(offer)
    assert held(mine) == RIGHT
    assert len(server.ranges) < 3


def test_cancelling_while_the_model_is_tried_is_quick(tmp_path: Path, server: RecordServer) -> None:
    cancelled, over = threading.Event(), threading.Event()

    def trial(folder: Path, files: object) -> None:
        cancelled.set()
        over.wait(10)

    mine = Models(tmp_path / "models", server.records_address, trial=trial)
    with pytest.raises(Cancelled):
        mine.install(mine.offer(), cancelled)
    over.set()
    assert mine.installed() is None
    assert all(name.startswith("parts/") for name in left(mine))


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


class FullDisk:
    """A file on a disk that has no room for more than some bytes."""

    def __init__(self, file: IO[bytes], room: int) -> None:
        self._file, self._room = file, room

    def write(self, data: bytes) -> int:
        fits = data[: self._room]
        self._file.write(fits)
        self._room -= len(fits)
        if len(fits) < len(data):
            full()
        return len(data)

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *exception: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


@pytest.mark.parametrize("writing", ["ab", "wb"])
@given(room=st.integers(0, 100))
@settings(max_examples=15, **SERVED)
def test_a_disk_that_fills_up_is_said_and_gone_on_from(
    tmp_path_factory: pytest.TempPathFactory,
    server: RecordServer,
    monkeypatch: pytest.MonkeyPatch,
    writing: str,
    room: int,
) -> None:
    """While the download is written (ab), or what it is unpacked to (wb)."""
    mine = Models(tmp_path_factory.mktemp("m"), server.records_address, trial=untried)
    offer = mine.offer()
    server.faults.append(Fault(cut_at=40))
    with pytest.raises(Unavailable):
        mine.install(offer)
    whole = Path.open

    def opened(path: Path, mode: str = "r", **named: Any) -> object:  # noqa: ANN401
        file = whole(path, mode, **named)
        return FullDisk(file, room) if mode == writing and path.name != "lock" else file

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", opened)
        with pytest.raises(ReaderError, match="The disk is full"):
            mine.install(offer)
    assert all(name.startswith("parts/") for name in left(mine))
    mine.install(offer)
    assert held(mine) == RIGHT


def test_a_disk_that_is_too_small_is_said_before(
    mine: Models, server: RecordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = mine.offer()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 100}))
    with pytest.raises(ReaderError, match="not enough space"):
        mine.install(offer)
    assert server.ranges == []
    for name, data in RIGHT.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ReaderError, match="not enough space"):
        mine.install_files([tmp_path])
    assert left(mine) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, server: RecordServer) -> None:
    (tmp_path / "models").touch()
    mine = Models(tmp_path / "models", server.records_address, trial=untried)
    with pytest.raises(ReaderError, match="models cannot be read or written"):
        mine.install(mine.offer())


_INSTALL = """
import sys
from pathlib import Path
from reader.errors import ReaderError
from reader.translation.models import Models
models = Models(Path(sys.argv[1]), sys.argv[2], trial=lambda folder, files: None)
offer = models.offer()
print("ready", flush=True)
sys.stdin.readline()
try:
    print(models.install(offer).version)
except ReaderError as error:
    print(error.what)
"""


@pytest.fixture
def others(tmp_path: Path, server: RecordServer) -> Iterator[list[subprocess.Popen[str]]]:
    """Two more programs, about to install the model that ``mine`` has to do with."""
    command = [sys.executable, "-c", _INSTALL, str(tmp_path / "models"), server.records_address]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    programs = [subprocess.Popen(command, **pipes) for _ in range(2)]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    yield programs
    for program in programs:
        program.kill()
        program.communicate()


def test_of_two_programs_one_gets_the_model_and_the_other_says_so(
    mine: Models, server: RecordServer, others: list[subprocess.Popen[str]]
) -> None:
    server.faults.append(Fault(stall=True))
    first, second = others
    assert first.stdin
    first.stdin.write("\n")
    first.stdin.flush()
    assert server.stalled.wait(10)
    assert second.communicate("\n")[0] == "Another Setu is at work on the model.\n"
    server.closing.set()
    assert first.communicate()[0] == "3.0\n"
    assert held(mine) == RIGHT


def test_two_programs_at_once_never_break_the_model(
    mine: Models, others: list[subprocess.Popen[str]]
) -> None:
    for program in others:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    said = sorted(program.communicate()[0] for program in others)
    assert "3.0\n" in said
    assert set(said) <= {"3.0\n", "Another Setu is at work on the model.\n"}
    assert held(mine) == RIGHT


def test_a_program_killed_in_the_middle_leaves_the_way_open(
    mine: Models, server: RecordServer, others: list[subprocess.Popen[str]]
) -> None:
    server.faults.append(Fault(stall=True))
    first = others[0]
    assert first.stdin
    first.stdin.write("\n")
    first.stdin.flush()
    assert server.stalled.wait(10)
    first.kill()
    first.wait()
    assert mine.installed() is None
    mine.install(mine.offer())
    assert held(mine) == RIGHT


def on() -> bool:
    return True


@pytest.mark.usefixtures("far")
def test_a_download_under_way_ends_when_stay_offline_is_turned_on(
    tmp_path: Path, server: RecordServer
) -> None:
    locked = threading.Event()
    mine = Models(tmp_path, server.records_address, offline=locked.is_set, trial=untried)
    offer = mine.offer()
    server.faults.append(Fault(stall=True))
    with ThreadPoolExecutor(1) as pool:
        under_way = pool.submit(mine.install, offer)
        assert server.stalled.wait(20)
        locked.set()
        with pytest.raises(Unavailable, match="Stay offline is on"):
            under_way.result(20)
    locked.clear()
    mine.install(offer)
    assert held(mine) == RIGHT


def test_staying_offline_fetches_nothing(mine: Models, tmp_path: Path) -> None:
    away = Models(tmp_path, "https://models.example.org/records", offline=on, trial=untried)
    with pytest.raises(Unavailable, match="Stay offline is on"):
        away.offer()
    file = ModelFile("model.bin", "model", "https://models.example.org/a", 5, "0" * 64)
    with pytest.raises(Unavailable, match="Stay offline is on"):
        away.install(Offer("3.0", "tiny", (file,)))


def test_staying_offline_no_server_here_can_lead_elsewhere(
    tmp_path: Path, server: RecordServer
) -> None:
    here = Models(tmp_path, server.records_address, offline=on, trial=untried)
    server.faults.append(Fault(redirect="http://models.example.org/a"))
    with pytest.raises(Unavailable, match="Stay offline is on"):
        here.install(here.offer())
    here.install(here.offer())
    assert held(here) == RIGHT


@pytest.mark.usefixtures("netrc")
def test_no_password_kept_for_other_programs_is_told(mine: Models, server: RecordServer) -> None:
    mine.install(mine.offer())
    assert server.passwords == []


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with RecordServer(FILES) as gone:
        address = gone.records_address
    with pytest.raises(Unavailable, match="cannot be reached"):
        Models(tmp_path, address).offer()


def refuse(_host: str) -> None:
    raise Unavailable("It cannot be reached.", "Try again.")


def test_only_what_has_come_is_said_to_be_kept(mine: Models, server: RecordServer) -> None:
    offer = mine.offer()
    mine.permit = refuse  # type: ignore[method-assign]
    with pytest.raises(Unavailable) as caught:
        mine.install(offer)
    assert "kept" not in str(caught.value)
    part = mine.manifest.parent / "parts" / f"{offer.files[0].id}.part"
    part.parent.mkdir(exist_ok=True)
    part.write_bytes(b"x")
    with pytest.raises(Unavailable) as caught:
        mine.install(offer)
    assert str(caught.value).endswith(" What has come is kept.")


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    for address in ("nonsense", "file:///etc/passwd", "http://", "https://a b/", "http://[::1"):
        with pytest.raises(Unavailable, match="not a web address"):
            Models(tmp_path, address).offer()


def test_what_is_no_list_is_said(tmp_path: Path, server: RecordServer) -> None:
    with pytest.raises(BadResponse, match="list of models"):
        Models(tmp_path, f"{server.address}/v1/").offer()
    with pytest.raises(Unavailable, match="no list of models"):
        Models(tmp_path, f"{server.address}/nowhere").offer()


def test_a_list_that_is_refused_is_said(tmp_path: Path, server: RecordServer) -> None:
    server.faults.append(Fault(status=503))
    with pytest.raises(Unavailable, match="HTTP status 503"):
        Models(tmp_path, f"{server.base}{MODEL}.zst").offer()


def test_a_list_without_end_is_given_up(
    tmp_path: Path, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults.append(Fault(endless=True))
    monkeypatch.setattr(download, "LONGEST_LIST", 1_000_000)
    with pytest.raises(BadResponse, match="far too large"):
        Models(tmp_path, f"{server.base}{MODEL}.zst").offer()


def test_a_pair_that_is_not_there_is_said(tmp_path: Path, server: RecordServer) -> None:
    other = Models(tmp_path, server.records_address, pair=("mr", "en"))
    with pytest.raises(Unavailable, match="no model from mr to en"):
        other.offer()


def test_what_cannot_be_loaded_is_not_installed(tmp_path: Path, server: RecordServer) -> None:
    """With the true trial: these files are no model."""
    pytest.importorskip("fxtranslate")
    mine = Models(tmp_path / "models", server.records_address)
    with pytest.raises(ReaderError, match="cannot be loaded"):
        mine.install(mine.offer())
    assert mine.installed() is None
    assert all(name.startswith("parts/") for name in left(mine))
