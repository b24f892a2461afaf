"""The offline model's page, against a real record server and files on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import Core
from reader.translation.engines.firefox.engine import FirefoxEngine
from reader.ui.main_window import MainWindow
from reader.ui.model_page import ModelPage
from reader.ui.settings_window import SettingsWindow
from tests import fake_library
from tests.records import FILES, RIGHT, Fault, RecordServer


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordServer]:
    """Offers a model, which can be loaded, for a library stands in that takes any."""
    fake_library.put(tmp_path, monkeypatch)
    with RecordServer(FILES) as server:
        yield server


@pytest.fixture
def page(qtbot: QtBot, server: RecordServer, settings: SettingsWindow) -> ModelPage:
    """The page, with the server's address set in it."""
    settings.show_page(settings.model)
    settings.model.address.field.setText(server.records_address)
    settings.model.address.field.editingFinished.emit()
    return settings.model


def main_of(page: ModelPage) -> MainWindow:
    window = page.window().parentWidget()
    assert isinstance(window, MainWindow)
    return window


def core_of(page: ModelPage) -> Core:
    core = main_of(page).core
    assert isinstance(core, Core)
    return core


def rest(qtbot: QtBot, page: ModelPage) -> str:
    """Wait until nothing is being done; what is said then."""
    qtbot.waitUntil(lambda: not main_of(page).session.errands.busy and not page.work.is_busy)
    return page.note.said


def installed(qtbot: QtBot, page: ModelPage) -> str:
    page.look.click()
    rest(qtbot, page)
    page.get.click()
    return rest(qtbot, page)


def test_the_size_is_told_before_anything_is_downloaded(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    assert page.state.text() == "No offline model is installed."
    assert not page.get.isVisible()
    page.look.click()
    said = rest(qtbot, page)
    assert "Version 3.0 tiny at 127.0.0.1" in said
    assert "MB to download" in said
    assert "MB on the disk" in said
    assert page.get.text() == "Install"
    assert page.get.hasFocus()
    assert server.ranges == []


def test_a_model_is_installed_and_used_at_once(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    assert installed(qtbot, page) == "Version 3.0 is installed."
    model = core_of(page).models.installed()
    assert model is not None
    assert {file.name for file in model.files} == set(RIGHT)
    assert "Version 3.0 from 127.0.0.1" in page.state.text()
    assert "of the disk" in page.state.text()
    assert not page.get.isVisible()
    card = main_of(page).configuring.window.engines.cards["firefox"]
    assert card.radio.isEnabled()
    assert "nothing leaves it" in card.state.text()


def test_progress_is_shown_here_and_below_the_text(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    page.look.click()
    rest(qtbot, page)
    server.faults.extend([Fault(), Fault(stall=True)])
    page.get.click()
    qtbot.waitUntil(server.stalled.is_set)
    assert page.bar.isVisible()
    assert page.cancel.hasFocus()
    assert not page.remove.isVisible()
    assert main_of(page).status.errand_told == "Getting the offline model …"
    page._progress(12_300_000, 23_000_000)
    assert page.count.text() == "12.3 of 23.0 MB"
    assert page.bar.value() == 1000 * 123 // 230
    page.cancel.click()
    rest(qtbot, page)


@pytest.mark.parametrize("way", ["page", "status", "offline"])
def test_a_download_that_was_cancelled_is_resumed(
    qtbot: QtBot, page: ModelPage, server: RecordServer, way: str
) -> None:
    page.look.click()
    rest(qtbot, page)
    server.faults.extend([Fault(), Fault(stall=True)])
    page.get.click()
    qtbot.waitUntil(server.stalled.is_set)
    main = main_of(page)
    {
        "page": page.cancel.click,
        "status": main.actions_["cancel"].trigger,
        "offline": main.actions_["stay_offline"].trigger,
    }[way]()
    assert "is kept" in rest(qtbot, page)
    qtbot.waitUntil(lambda: page.get.text() == "Resume")
    assert "not finished" in page.state.text()
    asked = len(server.ranges)
    page.get.click()
    assert rest(qtbot, page) == "Version 3.0 is installed."
    assert len(server.ranges) == asked + 2
    assert "not finished" not in page.state.text()


def test_a_cut_is_told_and_gone_on_from(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    server.faults.append(Fault(cut_at=50))
    assert "broke off" in installed(qtbot, page)
    page.get.click()
    assert rest(qtbot, page) == "Version 3.0 is installed."
    assert "bytes=50-" in server.ranges


def test_a_download_of_an_earlier_run_is_resumed_in_one_step(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    server.faults.append(Fault(cut_at=50))
    installed(qtbot, page)
    page._offer = None  # as after a start
    page.work.measure()
    rest(qtbot, page)
    assert page.get.text() == "Resume"
    page.get.click()
    assert rest(qtbot, page) == "Version 3.0 is installed."


def test_what_has_come_of_a_download_can_be_removed(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    server.faults.append(Fault(cut_at=50))
    installed(qtbot, page)
    page.remove.click()
    assert "of the download" in page.question.text()
    page.really.click()
    rest(qtbot, page)
    assert core_of(page).models.begun() == 0
    assert not page.remove.isVisible()


def test_an_update_is_offered_only_when_there_is_one(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    installed(qtbot, page)
    page.look.click()
    assert "is the newest" in rest(qtbot, page)
    assert not page.get.isVisible()
    server.version = "3.1"
    server.offer({name: (kind, data + b"!") for name, (kind, data) in FILES.items()})
    page.look.click()
    assert "Version 3.1" in rest(qtbot, page)
    assert page.get.text() == "Update"
    page.get.click()
    assert rest(qtbot, page) == "Version 3.1 is installed."


def test_files_at_hand_are_taken(
    qtbot: QtBot, page: ModelPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "hi-en"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.files.click()
    assert "not the files of a model" in rest(qtbot, page)
    for name, data in RIGHT.items():
        (folder / name).write_bytes(data)
    page.files.click()
    assert "is installed" in rest(qtbot, page)
    assert "your files" in page.state.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.files.click()
    assert not page.work.is_busy


def test_a_model_is_verified_and_its_sums_shown(qtbot: QtBot, page: ModelPage) -> None:
    installed(qtbot, page)
    page.verify.click()
    assert "by its SHA-256" in rest(qtbot, page)
    model = core_of(page).models.installed()
    assert model is not None
    for file in model.files:
        assert f"{file.name}\n{file.sha256}" in page.sums.toPlainText()
    path = next(paths.models_folder().rglob("vocab.hien.spm"))
    path.write_bytes(path.read_bytes()[::-1])
    page.verify.click()
    assert "vocab.hien.spm is not what was installed" in rest(qtbot, page)
    assert not page.sums.isVisible()


def test_removal_is_asked_in_place(qtbot: QtBot, page: ModelPage) -> None:
    installed(qtbot, page)
    page.remove.click()
    assert "MB are freed" in page.question.text()
    assert page.really_not.hasFocus()
    page.really_not.click()
    assert not page.question.isVisible()
    assert core_of(page).models.installed() is not None
    page.remove.click()
    page.really.click()
    assert rest(qtbot, page) == "Removed."
    assert core_of(page).models.installed() is None
    assert page.state.text() == "No offline model is installed."
    assert not page.remove.isVisible()
    card = main_of(page).configuring.window.engines.cards["firefox"]
    assert not card.radio.isEnabled()


def test_offline_asks_no_mirror_elsewhere(qtbot: QtBot, page: ModelPage) -> None:
    page.address.field.setText("https://models.example.org/records")
    page.address.field.editingFinished.emit()
    main_of(page).actions_["stay_offline"].trigger()
    page.look.click()
    assert "Stay offline is on" in rest(qtbot, page)


def test_a_wrong_mirror_is_told_in_place(qtbot: QtBot, page: ModelPage) -> None:
    before = core_of(page).settings.models_address
    page.address.field.setText("models")
    page.address.field.editingFinished.emit()
    assert "not the address of a server" in page.address.note.said
    assert core_of(page).settings.models_address == before


def test_where_no_model_runs_none_is_offered(
    qtbot: QtBot, page: ModelPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FirefoxEngine, "runs_here", property(lambda _: False))
    page.refresh()
    assert "cannot be run on this system" in page.state.text()
    assert not any(each.isVisible() for each in (page.look, page.get, page.files, page.verify))


def test_the_window_can_be_closed_in_the_middle(
    qtbot: QtBot, page: ModelPage, server: RecordServer
) -> None:
    page.look.click()
    rest(qtbot, page)
    server.faults.append(Fault(stall=True))
    page.get.click()
    qtbot.waitUntil(server.stalled.is_set)
    page.window().close()
    assert main_of(page).status.errand_told == "Getting the offline model …"
    main_of(page).close()
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert core_of(page).models.installed() is None
