from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from reader.settings import (
    ALOUD,
    ENGLISH_FONTS,
    HINDI_FONTS,
    RANGES,
    THEMES,
    VIEWS,
    Settings,
    load,
    save,
)

SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    view=st.sampled_from(VIEWS),
    aloud=st.sampled_from(ALOUD),
    hindi_font=st.sampled_from(HINDI_FONTS),
    english_font=st.sampled_from(ENGLISH_FONTS),
    hindi_size=st.integers(*RANGES["hindi_size"]),
    english_line=st.integers(*RANGES["english_line"]),
    column=st.integers(*RANGES["column"]),
    margin=st.integers(*RANGES["margin"]),
    zoom=st.integers(50, 300),
    engine=st.text(max_size=20),
    allowed=st.lists(st.text(max_size=10)).map(tuple),
    offline=st.booleans(),
    google_address=st.text(max_size=30),
    libretranslate_address=st.text(max_size=30),
    split=st.floats(0.2, 0.8),
    sidebar=st.booleans(),
)


@given(SETTINGS)
def test_what_is_saved_is_loaded(settings: Settings) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        save(settings, path)
        assert load(path) == settings


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe not toml [")
    assert load(path) == Settings()


def test_a_bad_value_alone_is_defaulted(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('zoom = "large"\noffline = true\ntheme = "plaid"\nallowed = [1]\n')
    assert load(path) == Settings(offline=True)


def test_a_split_that_is_no_number_is_defaulted(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for value in ("nan", "inf", "true"):
        path.write_text(f"split = {value}\n")
        assert load(path) == Settings()


def test_values_stay_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('zoom = 5000\nsplit = 1\nmargin = -3\nhindi_font = "Comic"\nview = "upside"\n')
    kept = load(path)
    assert (kept.zoom, kept.split, kept.margin) == (300, 0.8, RANGES["margin"][0])
    assert (kept.hindi_font, kept.view) == (HINDI_FONTS[0], VIEWS[0])
