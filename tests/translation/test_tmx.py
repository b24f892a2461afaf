"""TMX: what is written is read back, and what others write is understood."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ExportError, ReaderError
from reader.model import State, TranslationUnit
from reader.translation import tmx

NOON = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)

texts = st.text(
    st.characters(exclude_categories=["C"]) | st.sampled_from("<>&\"'\u200d।"), min_size=1
)
texts = texts.map(str.strip).filter(bool)
units = st.builds(
    TranslationUnit,
    id=st.just(""),
    source=texts,
    target=texts,
    engine=texts,
    state=st.sampled_from([State.MACHINE, State.EDITED]),
    created=st.none()
    | st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)).map(
        lambda time: time.replace(microsecond=0, fold=0)
    ),
)


@given(st.lists(units, max_size=5))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_write_then_read_gives_the_same(tmp_path: Path, written: list[TranslationUnit]) -> None:
    path = tmp_path / "memory.tmx"
    tmx.write(path, written)
    read = list(tmx.read(path))
    assert Counter(read) == Counter(written)


def test_the_order_given_does_not_change_the_file(tmp_path: Path) -> None:
    some = [TranslationUnit("", s, "x", "google", State.MACHINE) for s in ("ग", "क", "ख")]
    tmx.write(tmp_path / "one.tmx", some)
    tmx.write(tmp_path / "two.tmx", reversed(some))
    assert (tmp_path / "one.tmx").read_bytes() == (tmp_path / "two.tmx").read_bytes()


def test_characters_xml_cannot_hold_become_spaces(tmp_path: Path) -> None:
    unit = TranslationUnit("", "क\x00ख", "a\x0bb\rc\ufffe", "g\x01", State.MACHINE)
    tmx.write(tmp_path / "m.tmx", [unit])
    (read,) = tmx.read(tmp_path / "m.tmx")
    assert (read.source, read.target, read.engine) == ("क ख", "a b c", "g ")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"memory\.tmx could not be written"):
        tmx.write(tmp_path / "file" / "memory.tmx", [])


def read(tmp_path: Path, body: str, header: str = "<header/>") -> list[TranslationUnit]:
    path = tmp_path / "foreign.tmx"
    head = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
    path.write_text(f"{head}{header}<body>{body}</body></tmx>", "utf-8")
    return list(tmx.read(path))


def tu(hindi: str, english: str, attributes: str = "", extra: str = "") -> str:
    return (
        f"<tu>{extra}<tuv xml:lang='{hindi}'><seg>नदी</seg></tuv>"
        f"<tuv xml:lang='{english}' {attributes}><seg>River</seg></tuv></tu>"
    )


@pytest.mark.parametrize(
    ("hindi", "english"), [("hi", "en"), ("hi-IN", "en-GB"), ("HI-in", "EN_us"), ("hi", "en-US")]
)
def test_countries_and_case_of_languages_do_not_matter(
    tmp_path: Path, hindi: str, english: str
) -> None:
    assert read(tmp_path, tu(hindi, english)) == [
        TranslationUnit("", "नदी", "River", "tmx", State.MACHINE)
    ]


@pytest.mark.parametrize(("hindi", "english"), [("mr", "en"), ("hi", "de"), ("his", "en")])
def test_other_languages_are_left_out(tmp_path: Path, hindi: str, english: str) -> None:
    assert read(tmp_path, tu(hindi, english)) == []


def test_english_may_come_first_in_a_group_with_the_old_attribute(tmp_path: Path) -> None:
    body = "<tu><tuv lang='en'><seg>River</seg></tuv><tuv lang='hi'><seg> नदी\n</seg></tuv></tu>"
    assert [(u.source, u.target) for u in read(tmp_path, body)] == [("नदी", "River")]


def test_inline_codes_go_and_highlighted_text_stays(tmp_path: Path) -> None:
    body = (
        "<tu><tuv xml:lang='hi'><seg>शांत <ph x='1'>{0}</ph>नदी</seg></tuv><tuv xml:lang='en'><seg>"
        "Calm <bpt i='1'>&lt;b></bpt><hi>river</hi><ept i='1'>&lt;/b></ept>.</seg></tuv></tu>"
    )
    assert [(u.source, u.target) for u in read(tmp_path, body)] == [("शांत नदी", "Calm river.")]


def test_maker_time_and_edit_are_read(tmp_path: Path) -> None:
    attributes = "creationid='meena' creationtool='OmegaT' creationdate='20240619T120000Z'"
    edited = "<prop type='x-state'>edited</prop>"
    assert read(tmp_path, tu("hi", "en", attributes, edited)) == [
        TranslationUnit("", "नदी", "River", "meena", State.EDITED, created=NOON)
    ]


@pytest.mark.parametrize(
    ("attributes", "engine"), [("creationtool='OmegaT'", "OmegaT"), ("", "Virtaal")]
)
def test_the_tool_stands_in_for_an_unnamed_maker(
    tmp_path: Path, attributes: str, engine: str
) -> None:
    body = tu("hi", "en", f"{attributes} creationdate='yesterday'")
    (unit,) = read(tmp_path, body, "<header creationtool='Virtaal'/>")
    assert (unit.engine, unit.created) == (engine, None)


def test_units_without_words_are_left_out(tmp_path: Path) -> None:
    empty = "<tu/><tu><tuv xml:lang='hi'/><tuv xml:lang='en'><seg>River</seg></tuv></tu>"
    assert read(tmp_path, empty) == []


BOMB = '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"<tmx><body><tu></body></tmx>",
        b"<tmx version='1.4'><body>",
        BOMB.encode(),
        b"<?xml version='1.0' encoding='nonsense'?><tmx/>",
        b"<tmx>\xff\xfe</tmx>",
    ],
)
def test_a_broken_file_is_said_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.tmx"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=r"broken\.tmx is broken: it is not XML to its end"):
        list(tmx.read(path))


def test_another_kind_of_xml_is_said(tmp_path: Path) -> None:
    path = tmp_path / "page.tmx"
    path.write_text("<html><body/></html>")
    with pytest.raises(ReaderError, match=r"page\.tmx is not a TMX file"):
        list(tmx.read(path))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"gone\.tmx cannot be read"):
        list(tmx.read(tmp_path / "gone.tmx"))


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.tmx"
    tmx.write(path, [TranslationUnit("", "नदी", "River", "google", State.MACHINE)])
    monkeypatch.setattr(tmx, "LARGEST", path.stat().st_size)
    assert len(list(tmx.read(path))) == 1
    monkeypatch.setattr(tmx, "LARGEST", path.stat().st_size - 1)
    with pytest.raises(ReaderError, match=r"huge\.tmx is larger than"):
        list(tmx.read(path))


def test_a_deeply_nested_segment_is_no_trouble(tmp_path: Path) -> None:
    seg = "<hi>" * 5000 + "River" + "</hi>" * 5000
    body = f"<tu><tuv lang='hi'><seg>नदी</seg></tuv><tuv lang='en'><seg>{seg}</seg></tuv></tu>"
    assert [u.target for u in read(tmp_path, body)] == ["River"]
