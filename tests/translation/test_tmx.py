"""TMX: what is written is read back, and what others write is understood."""

from collections import Counter
from contextlib import suppress
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
times = st.none() | st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)).map(
    lambda time: time.replace(microsecond=0, fold=0)
)
units = st.builds(
    TranslationUnit,
    id=st.just(""),
    source=texts,
    target=texts,
    engine=texts,
    state=st.sampled_from([State.MACHINE, State.EDITED]),
    created=times,
    version=st.just("") | texts,
    chosen=times,
    aside=st.booleans(),
)


@given(st.lists(units, max_size=5))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_write_then_read_gives_the_same(tmp_path: Path, written: list[TranslationUnit]) -> None:
    path = tmp_path / "memory.tmx"
    tmx.write(path, written)
    read = list(tmx.read(path))
    assert Counter(read) == Counter(written)


def test_units_stand_in_the_order_they_come(tmp_path: Path) -> None:
    some = [TranslationUnit("", s, "x", "google", State.MACHINE) for s in ("ग", "क", "ख")]
    tmx.write(tmp_path / "m.tmx", iter(some))
    assert [unit.source for unit in tmx.read(tmp_path / "m.tmx")] == ["ग", "क", "ख"]


def test_characters_xml_cannot_hold_become_spaces(tmp_path: Path) -> None:
    unit = TranslationUnit("", "क\x00ख", "a\x0bb\rc\ufffe", "g\x01", State.MACHINE)
    tmx.write(tmp_path / "m.tmx", [unit])
    (read,) = tmx.read(tmp_path / "m.tmx")
    assert (read.source, read.target, read.engine) == ("क ख", "a b c", "g ")


def test_what_must_not_be_shown_is_neither_read_nor_written(tmp_path: Path) -> None:
    foreign = tu("hi", "en").replace("नदी", "\u202eनदी")
    (found,) = read(tmp_path, foreign.replace("River", "\u2067River\u200e\ue000"))
    assert (found.source, found.target) == ("नदी", "River")
    assert read(tmp_path, foreign.replace("River", "\u202e")) == []
    unit = TranslationUnit("", "नदी", "\u202eRiver", "google", State.MACHINE)
    tmx.write(tmp_path / "m.tmx", [unit])
    assert "\u202e" not in (tmp_path / "m.tmx").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=r"memory\.tmx could not be written"):
        tmx.write(tmp_path / "file" / "memory.tmx", [])
    with pytest.raises(ExportError, match=r"memory\.tmx could not be written"):
        tmx.write(tmp_path / "nowhere" / "memory.tmx", [])
    assert not (tmp_path / "nowhere").exists()


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

FILE_ENTITY = '<!DOCTYPE t [<!ENTITY f SYSTEM "file:///etc/hostname">]><tmx><body>&f;</body></tmx>'
LAUGHS = "<!DOCTYPE t [<!ENTITY l0 'ha'>{}]><tmx><body>&l9;</body></tmx>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02", "is not a TMX file: it holds no XML"),
        ("नदी = river\n".encode(), "is not a TMX file: it holds no XML"),
        (b"{}", "is not a TMX file: it holds no XML"),
        (b"<tmx>\n<body><tu></body></tmx>", "is broken at line 2"),
        (b"<tmx version='1.4'>\n<body>", "breaks off at line 2"),
        (BOMB.encode(), "declares XML entities"),
        (FILE_ENTITY.encode(), "declares XML entities"),
        (LAUGHS.encode(), "declares XML entities"),
        (b"<?xml version='1.0' encoding='nonsense'?><tmx/>", "is in an encoding"),
        (b"<tmx>\xff\xfe</tmx>", "is broken at line 1"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=rf"^memory\.tmx {said}") as caught:
        list(tmx.read(path))
    assert caught.value.advice


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


# Other tools


def test_translate_toolkit_reads_ours_and_we_read_its(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile

    ours = tmp_path / "ours.tmx"
    pairs = [("नदी शांत है।", "The river is calm."), ("चाय < कॉफ़ी & दूध", "Tea < coffee & milk")]
    written = [TranslationUnit("", h, e, "google", State.EDITED, created=NOON) for h, e in pairs]
    tmx.write(ours, written)
    theirs = tmxfile.parsefile(str(ours))
    assert [(unit.source, unit.target) for unit in theirs.units] == pairs
    made = tmxfile(sourcelanguage="hi", targetlanguage="en")
    for hindi, english in pairs:
        made.addtranslation(hindi, "hi", english, "en")
    made.savefile(str(tmp_path / "theirs.tmx"))
    read = tmx.read(tmp_path / "theirs.tmx")
    assert [(unit.source, unit.target) for unit in read] == pairs


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
   creationtoolversion="6.0.0" segtype="sentence" srclang="HI-IN"/>
  <body>
<!-- Default translations -->
    <tu>
      <note>देख लिया</note>
      <prop type="file">sample.txt</prop>
      <tuv xml:lang="HI-IN">
        <seg>नदी <bpt i="0" x="1">&lt;b1&gt;</bpt>शांत<ept i="0">&lt;/b1&gt;</ept> है।</seg>
      </tuv>
      <tuv xml:lang="EN-US" changeid="meena" changedate="20240619T120000Z"
       creationid="meena" creationdate="20240619T120000Z">
        <seg>The river is <bpt i="0" x="1">&lt;b1&gt;</bpt>calm<ept i="0">&lt;/b1&gt;</ept>.</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_omegat_writes_is_read(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = tmp_path / "project-omegat.tmx"
    text = OMEGAT.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    path.write_bytes(text.replace("\n", line_end).encode(encoding))
    assert list(tmx.read(path)) == [
        TranslationUnit(
            "", "नदी शांत है।", "The river is calm.", "meena", State.MACHINE, created=NOON
        )
    ]


@given(st.integers(0, len(OMEGAT.encode())), st.binary(max_size=4))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_damaged_anywhere_is_read_or_refused(tmp_path: Path, at: int, put: bytes) -> None:
    whole = OMEGAT.encode()
    path = tmp_path / "damaged.tmx"
    path.write_bytes(whole[:at] + put + whole[at + len(put) :])
    found = []
    with suppress(ReaderError):
        found = list(tmx.read(path))
    assert len(found) <= 1


def test_a_file_cut_off_anywhere_gives_no_error_but_ours(tmp_path: Path) -> None:
    whole, path = OMEGAT.rstrip().encode(), tmp_path / "cut.tmx"
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(ReaderError, match=r"cut\.tmx"):
            list(tmx.read(path))
