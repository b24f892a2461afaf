"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

from reader.translation.engines import http
from reader.translation.models import download, manager

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty home, so that nobody's settings or library are touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with the seed article and data."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (the seed article and measuring data), which is absent")
    return SHARED


@pytest.fixture(scope="session")
def seed_path(shared: Path) -> Path:
    """The article that started the project."""
    return shared / "seed" / "lokmat-putin-kim.txt"


@pytest.fixture(scope="session")
def data() -> Path:
    """The measuring data: SETU_DATA, else ../shared/data."""
    folder = Path(os.environ.get("SETU_DATA", SHARED / "data"))
    if not folder.is_dir():
        pytest.skip("needs the measuring data: set SETU_DATA or put it at ../shared/data")
    return folder


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server counts as one on this machine."""
    monkeypatch.setenv("NO_PROXY", "*")
    for module in (http, download, manager):
        monkeypatch.setattr(module, "is_this_machine", lambda _: False)


@pytest.fixture
def netrc(far: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader keeps a password for every host."""
    path = tmp_path / "netrc"
    path.write_text("default login meera password secret\n")
    path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))
