from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from reader.ui.theme import NAMES, Theme, load_theme, palette, stylesheet

TEXTS = ("hindi", "english", "muted", "accent", "warning", "error", "fine")
GROUNDS = ("paper", "panel", "linked", "hover", "found")


def luminance(color: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(name: str, ground: str, text: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_text_on_the_accent_can_be_read(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.color("on_accent"), theme.color("accent")) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mark", ["amber", "mint", "sky", "rose"])
@pytest.mark.parametrize("text", ["hindi", "english"])
def test_marked_text_can_be_read(name: str, mark: str, text: str) -> None:
    theme = load_theme(name)
    over, under = theme.mark(mark), theme.color("paper")
    share = over.alphaF()
    mixed = QColor.fromRgbF(
        *(
            share * getattr(over, part)() + (1 - share) * getattr(under, part)()
            for part in ("redF", "greenF", "blueF")
        )
    )
    assert contrast(theme.color(text), mixed) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_has_no_token_left(name: str) -> None:
    theme = load_theme(name)
    assert "%(" not in stylesheet(theme)
    assert palette(theme).window().color() == theme.color("paper")


def test_system_is_one_of_the_two(qapp: object) -> None:
    assert load_theme("system").name in NAMES


def test_every_token_is_a_colour() -> None:
    for name in NAMES:
        theme = load_theme(name)
        for field in fields(Theme):
            if field.name not in ("name", "mark_opacity"):
                assert QColor.isValidColorName(getattr(theme, field.name)), field.name
