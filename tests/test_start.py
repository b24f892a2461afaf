"""What a start imports: not what is only needed later."""

import os
import subprocess
import sys

import pytest

LATER = {
    "urllib3": "translating, or fetching an article",
    "requests": "the same",
    "lxml": "reading a page",
    "langdetect": "telling a language",
    "deep_translator": "translating",
    "importlib.metadata": "versions, for a report",
    "reader.language.gloss": "a gloss",
    "reader.ui.settings_window": "the settings",
    "reader.formats.web.page": "reading a page",
}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules that are there once a window stands, with nothing open."""
    code = (
        "import sys; from reader.__main__ import main; from reader.app import Core;"
        "from reader.ui.window import application; app = application();"
        "from reader.ui.main_window import MainWindow; core = Core(None, None);"
        "window = MainWindow(core); window.show(); app.processEvents();"
        "print(*sys.modules); window.close(); core.close()"
    )
    run = [sys.executable, "-c", code]
    drawn = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(run, capture_output=True, check=True, text=True, env=drawn)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", LATER)
def test_what_is_not_needed_at_the_start_waits(name: str, imported: set[str]) -> None:
    assert name not in imported
