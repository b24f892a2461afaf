"""The installed model: replaced, checked, taken from files, removed."""

import gzip
import json
from pathlib import Path
from typing import NoReturn

import pytest

from reader.errors import EngineError, ReaderError
from reader.translation.models import Models
from reader.translation.models.manager import YOUR_FILES
from tests.records import FILES, RIGHT, Fault, RecordServer, held

NEWER = {name: (kind, data + b"!") for name, (kind, data) in FILES.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The model's files, as fxtranslate's cache has them."""
    folder = tmp_path / "cache" / "hi-en"
    folder.mkdir(parents=True)
    for name, data in RIGHT.items():
        (folder / name).write_bytes(data)
    (folder / "README").touch()
    return folder


def test_an_update_replaces_the_model_only_once_it_is_whole(
    mine: Models, server: RecordServer
) -> None:
    mine.install(mine.offer())
    assert not mine.is_new(mine.offer())
    server.version = "3.1"
    server.offer(NEWER)
    offer = mine.offer()
    assert mine.is_new(offer)
    server.faults.append(Fault(cut_at=10))
    with pytest.raises(EngineError):
        mine.install(offer)
    assert held(mine) == RIGHT
    assert mine.install(offer).version == "3.1"
    assert held(mine) == {name: data for name, (_, data) in NEWER.items()}
    assert [path.parent.name for path in mine.manifest.parent.glob("*/hi-en")] == ["3.1"]


def test_the_same_version_can_be_got_again(mine: Models) -> None:
    for _ in range(3):
        mine.install(mine.offer())
        assert held(mine) == RIGHT
        assert len(list(mine.manifest.parent.glob("*/hi-en"))) == 1


def test_an_interruption_once_it_is_installed_leaves_it(
    mine: Models, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    mine.install(mine.offer())
    server.version = "3.1"
    server.offer(NEWER)
    monkeypatch.setattr(Models, "_drop_empty", interrupt)
    with pytest.raises(KeyboardInterrupt):
        mine.install(mine.offer())
    assert held(mine) == {name: data for name, (_, data) in NEWER.items()}


def test_nothing_is_left_of_a_removed_model(mine: Models, server: RecordServer) -> None:
    mine.install(mine.offer())
    server.version = "3.1"
    server.offer(NEWER)
    server.faults.append(Fault(cut_at=10))
    with pytest.raises(EngineError):
        mine.install(mine.offer())
    mine.remove()
    assert mine.installed() is None
    assert mine.disk_used() == 0
    mine.remove()


def test_pairs_stand_side_by_side(mine: Models, tmp_path: Path) -> None:
    mine.install(mine.offer())
    other = Models(mine.manifest.parent, pair=("mr", "en"))
    assert other.installed() is None
    other.remove()
    assert held(mine) == RIGHT


def test_a_changed_or_missing_file_is_noticed(mine: Models) -> None:
    path = mine.place(mine.install(mine.offer())) / "vocab.hien.spm"
    path.write_bytes(path.read_bytes()[::-1])
    assert mine.wrong_file() == "vocab.hien.spm"
    path.unlink()
    assert mine.installed() is None


@pytest.mark.parametrize("text", ["", "{}", "[" * 100_000, '{"version": 3}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_no_model(mine: Models, text: str) -> None:
    mine.install(mine.offer())
    mine.manifest.write_text(text)
    assert mine.installed() is None
    mine.install(mine.offer())
    assert held(mine) == RIGHT


def test_the_manifest_tells_what_is_there(mine: Models) -> None:
    mine.install(mine.offer())
    said = json.loads(mine.manifest.read_text())
    assert (said["version"], said["origin"]) == ("3.0", mine.host)
    assert {file["name"]: file["size"] for file in said["files"]} == {
        name: len(data) for name, data in RIGHT.items()
    }


def test_files_at_hand_are_taken(mine: Models, folder: Path, server: RecordServer) -> None:
    told: list[tuple[int, int]] = []
    for paths in ([folder], [folder.parent], sorted(folder.iterdir())):
        installed = mine.install_files(paths, lambda have, size: told.append((have, size)))
        assert held(mine) == RIGHT
        assert installed.origin == YOUR_FILES
        assert installed.version.startswith("own-")
        assert told[-1] == (installed.size, installed.size)
    assert server.paths == []


def test_files_packed_by_gzip_are_taken(mine: Models, folder: Path) -> None:
    for path in list(folder.glob("*.bin")):
        (folder / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    mine.install_files([folder])
    assert held(mine) == RIGHT
    packed = next(folder.glob("model*.gz"))
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(ReaderError, match="broken"):
        mine.install_files([folder])
    assert held(mine) == RIGHT


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["vocab.hien.spm"],
        ["model.hien.intgemm.alphas.bin"],
        ["model.enhi.intgemm.alphas.bin", "vocab.enhi.spm", "lex.50.50.enhi.s2t.bin"],
    ],
)
def test_files_that_are_no_model_are_refused(
    mine: Models, tmp_path: Path, names: list[str]
) -> None:
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ReaderError, match="not the files of a model"):
        mine.install_files([tmp_path])
    assert mine.installed() is None


def test_files_that_are_not_there_are_said(mine: Models, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="is not there"):
        mine.install_files([tmp_path / "nowhere"])
