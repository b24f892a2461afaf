import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.screen import has_screen


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Path]:
    """A socket that answers, as a display server's does."""
    place = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen(1)
        yield place


def test_nothing_named_is_no_screen() -> None:
    assert not has_screen()


def test_a_wayland_display_that_answers(display: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", display.name)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(display.parent))
    assert has_screen()


def test_a_wayland_display_named_by_its_path(
    display: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", str(display))
    assert has_screen()


def test_an_x_display_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X3917")
        server.listen(1)
        monkeypatch.setenv("DISPLAY", ":3917.0")
        assert has_screen()


@pytest.mark.parametrize(
    ("name", "value"),
    [("DISPLAY", ":3918"), ("DISPLAY", "unix:3918"), ("WAYLAND_DISPLAY", "wayland-9")],
)
def test_a_display_that_is_gone(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert not has_screen()


def test_a_display_elsewhere_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "desk.example:10.0")
    assert has_screen()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:configfile=x"])
def test_qt_told_to_draw_nowhere(
    platform: str, display: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", str(display))
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not has_screen()


def test_other_systems_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert has_screen()
