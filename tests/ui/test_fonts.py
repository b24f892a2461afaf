import pytest

from reader.ui import fonts
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.theme import load_theme, stylesheet
from reader.ui.widgets import ElidedLabel


def test_the_bundled_faces_have_hindi_english_and_urdu(qapp: object) -> None:
    assert {fonts.HINDI, fonts.ENGLISH, fonts.URDU} <= set(fonts.load_fonts())
    assert fonts.missing_scripts("नदी का पुल, the bridge, لاہور میں بارش ہوئی ہے۔ 12") == []


def test_a_script_no_face_has_is_named(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.fonts.QFontDatabase.families", lambda system: [])
    assert fonts.missing_scripts("ஆறு 12 …") == ["Tamil"]
    assert fonts.missing_scripts("12 …\u0000\ue000") == []


def test_the_caret_of_a_pane_has_no_ink(qapp: object) -> None:
    theme = load_theme("light")
    pane = Pane("Hindi text", Heights(), {})
    pane.setStyleSheet(stylesheet(theme))
    pane.ensurePolished()
    assert pane.palette().text().color().alpha() == 0


def test_a_label_says_it_in_fewer_words_where_room_is_short(qapp: object) -> None:
    label = ElidedLabel()
    label.setText("nothing leaves this computer")
    assert label.said(400) == "nothing leaves this computer"
    assert label.said(90).endswith("…")
    label.brief = "all here"
    assert label.said(90) == "all here"
    assert label.said(20).endswith("…")
