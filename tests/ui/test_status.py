"""The line at the foot of the window."""

import pytest

from reader.ui.main_window import MainWindow


@pytest.mark.parametrize("width", [640, 1280])
def test_a_brief_word_has_the_width_until_it_goes(reading: MainWindow, width: int) -> None:
    reading.resize(width, 480)
    status = reading.status
    status.detail("Online · 3 Mar 2025 · machine translated")
    detail = status._detail
    reading.desk.tell_briefly("There is nothing to undo")
    assert status.currentMessage() == "There is nothing to undo"
    assert detail.isHidden()
    status.clearMessage()
    assert detail.isVisible()
