import errno
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reader import paths
from reader.errors import ExportError
from reader.formats import ExportOptions, Layout, export, render, tidy
from reader.formats.writers import content, html_text, markdown_text, pieces
from reader.model import (
    ENGLISH,
    Article,
    Colour,
    Document,
    Entity,
    EntityMention,
    Kind,
    Label,
    Span,
    State,
)
from tests.formats.writers.documents import MADE, MELA, OPTIONS, PUL, alt, document, mark, row, unit
from tests.formats.writers.golden import FOLDER, NAMES, golden

# XML knows no control characters, and no reader writes surrogates.
VISIBLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1)
TAMED = VISIBLE.map(tidy.tidy).filter(bool)


@pytest.mark.parametrize("name", NAMES)
def test_golden_files(name: str) -> None:
    assert golden(name) == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("ending", ["md", "html"])
def test_nothing_hostile_is_alive(ending: str, layout: Layout) -> None:
    text = render(document(), ending, layout, OPTIONS)
    assert "<script" not in text.replace("\\<script", "")


def test_html_loads_nothing_and_says_its_languages() -> None:
    page = html.fromstring(render(document(), "html", Layout.COLUMNS, OPTIONS))
    assert page.xpath("//@src | //link | //script | //iframe | //img | //@style") == []
    assert all(link.get("href").startswith("https://nadi.example/") for link in page.iter("a"))
    assert {link.get("rel") for link in page.iter("a")} == {"noopener noreferrer"}
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "url(" not in page.xpath("string(//style)")
    assert set(page.xpath("//main/table/tr/td/@lang")) == {"hi", "en"}


def test_a_row_a_paragraph() -> None:
    page = html.fromstring(render(document(), "html", Layout.COLUMNS, OPTIONS))
    rows = page.xpath("//table[@class='article']/tr")
    in_table = [r for r in content.body(document()) if r.kind in content.TABLE]
    assert len(rows) == len(content.body(document())) - len(in_table) + 1
    assert rows[0][0].text_content() == " ".join(PUL)


def test_english_alone_holds_no_hindi_but_in_marks_and_names() -> None:
    page = html.fromstring(render(document(), "html", Layout.ENGLISH, OPTIONS))
    assert page.xpath("//main//header//*[@lang='hi'] | //div//*[@lang='hi']") == []


def test_an_untranslated_title_is_shown_in_hindi() -> None:
    bare = replace(document(), units={})
    page = html.fromstring(render(bare, "html", Layout.ENGLISH))
    assert page.xpath("//h1[@lang='hi']/text()") == [bare.article.title]


def test_only_a_web_address_becomes_a_link() -> None:
    there = document()
    url = "javascript:alert(1)"
    bad = replace(there, article=replace(there.article, url=url), rows=there.rows[:1])
    assert "<a " not in render(bad, "html")
    assert "<javascript" not in render(bad, "md")


def test_a_memory_of_human_work_is_not_called_machine_translated() -> None:
    title = row("title", Kind.TITLE, "शीर्षक")
    kept = unit("title.1", "शीर्षक", "Title", State.CACHED, "A. Person")
    bare = Document(Article("शीर्षक", ()), (title,), {"title.1": kept})
    assert list(content.notices(bare, ExportOptions(engines={"google": "Google Translate"}))) == [
        "From a translation memory: A. Person"
    ]


def test_notices_say_how_the_english_was_made() -> None:
    assert list(content.notices(document(), OPTIONS)) == [
        "Text converted from Kruti Dev",
        "Machine translated: Google Translate",
        "Some sentences were corrected by the reader, where marked [edited]",
        "To be checked against the Hindi, where marked [to check]",
        "Dictionary gloss, not a translation, where marked [gloss]",
        "Not translated: 4 of 28 sentences",
        "Exported 5 July 2025, 12:30 pm IST",
    ]


def test_what_the_reader_kept_is_to_be_checked_no_more() -> None:
    there = document()
    kept = replace(there.units["p10.1"], chosen=MADE)
    there = replace(there, units={**there.units, "p10.1": kept})
    assert "[to check]" in render(document(), "html")
    assert "to check" not in render(there, "html")


def test_nothing_is_said_of_an_article_without_english() -> None:
    there = document()
    plain = replace(there.article, converted="")
    bare = replace(there, article=plain, units={}, rows=(row("p1", Kind.BODY, *PUL),))
    assert list(content.notices(bare, ExportOptions())) == ["Not translated: 2 of 2 sentences"]


def test_a_caption_in_the_body_stays_with_its_table() -> None:
    own = row("caption", Kind.CAPTION, "पुल का चित्र")
    table = (row("p1", Kind.CAPTION, "सारणी एक"), row("p2", Kind.TABLE_HEAD, "गाँव\tलोग"))
    shown = Document(Article("पुल", ()), (own, *table))
    assert content.picture(shown) == [own]
    assert content.body(shown) == list(table)


def test_an_alt_text_in_two_languages_stands_on_both_sides() -> None:
    there = document()
    alt = next(r for r in there.rows if r.kind is Kind.ALT)
    assert pieces.hindi(there, alt, OPTIONS) == [pieces.Piece("नया पुल")]
    assert pieces.english(there, alt, OPTIONS) == [pieces.Piece("New bridge")]


def test_what_the_titles_say_is_not_said_again() -> None:
    there = document()
    title, web = "गाँव में नया पुल", "new bridge opens"
    alone = row("web", Kind.WEB_TITLE, web, language=ENGLISH)
    repeated = replace(there, rows=(there.rows[0], alt("New bridge opens", title), alone))
    assert content.picture(repeated) == []
    assert content.web_title(repeated) == [alone]
    other = replace(there, rows=(there.rows[0], alt("New bridge opens", "पुल"), alone))
    assert [r.id for r in content.picture(other)] == ["alt"]
    assert content.web_title(other) == []


def test_a_run_of_gloss_is_labelled_once() -> None:
    there = document()
    p4 = next(r for r in there.rows if r.id == "p4")
    made = [unit(s.id, s.text, s.text, State.GLOSS, "gloss") for s in p4.sentences]
    glossed = replace(there, units={u.id: u for u in made}, annotations=())
    english = pieces.english(glossed, p4, OPTIONS)
    assert "".join(piece.text for piece in english) == " ".join(MELA)
    assert {piece.role for piece in english} == {pieces.Role.GLOSS}
    assert html_text.inline(english).count(content.GLOSS_LABEL) == 1
    assert markdown_text.inline(english).count("gloss") == 1


def test_an_entity_is_spelled_once_where_both_spellings_agree() -> None:
    number = Entity(Label.NUMBER, "24", "24", (EntityMention("p1", Span(0, 1), "24"),) * 2)
    there = replace(document(), entities=(number,))
    assert "\n- 24 ×2\n" in render(there, "md", Layout.COLUMNS, OPTIONS)
    page = html.fromstring(render(there, "html", Layout.COLUMNS, OPTIONS))
    assert [dd.text_content() for dd in page.iter("dd")] == ["24 ×2"]


def test_options_leave_parts_out() -> None:
    bare = ExportOptions(key_points=False, marks=False, entities=False)
    for ending in ("md", "html"):
        text = render(document(), ending, Layout.COLUMNS, bare)
        for heading in ("Key points", "Marks", "Names, dates"):
            assert heading not in text
        assert "<mark" not in text
        assert "==" not in text.replace("==c==", "").replace("\\=\\=", "")


def test_marks_cut_the_hindi_and_colour_whole_english_sentences() -> None:
    there = document()
    p1, p4 = (r for r in there.rows if r.id in ("p1", "p4"))
    hindi = pieces.hindi(there, p1, OPTIONS)
    assert "".join(piece.text for piece in hindi) == p1.text
    assert [piece.colour for piece in hindi] == [None, Colour.MINT, None]
    english = [p.colour for p in pieces.english(there, p4, OPTIONS) if p.text != " "]
    assert english == [Colour.ROSE, None, None]


def test_marks_that_overlap_lose_no_text() -> None:
    marks = (mark("a1", "p4", 0, 9, Colour.AMBER, ""), mark("a2", "p4", 4, 999, Colour.SKY, ""))
    there = replace(document(), annotations=marks)
    p4 = next(r for r in there.rows if r.id == "p4")
    hindi = pieces.hindi(there, p4, OPTIONS)
    assert "".join(piece.text for piece in hindi) == " ".join(MELA)
    assert {piece.colour for piece in hindi} == {Colour.AMBER, Colour.SKY}


@given(TAMED, TAMED)
def test_html_shows_any_text_unchanged(hindi: str, english: str) -> None:
    page = html.fromstring(render(_of(hindi, english), "html"))
    cells = page.xpath("//table[@class='article']//td")
    assert [cell.text_content() for cell in cells] == [hindi, english]


@given(TAMED, TAMED)
def test_markdown_shows_any_text_unchanged(hindi: str, english: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="needs a Markdown reader")
    reader = markdown_it.MarkdownIt("commonmark").enable("table")
    page = html.fromstring(f"<div>{reader.render(render(_of(hindi, english), 'md'))}</div>")
    cells = page.xpath("//tbody//td")
    assert [" ".join(cell.text_content().split()) for cell in cells] == [hindi, english]
    assert page.xpath("//tbody//td//*") == []


@given(st.text())
def test_escaped_text_stays_on_one_line(text: str) -> None:
    assert len(markdown_text.escape(text).splitlines()) <= 1
    assert "<" not in html_text.escape(text)


def _of(hindi: str, english: str) -> Document:
    """A document of one paragraph of one sentence."""
    there = row("p1", Kind.BODY, hindi)
    units = {"p1.1": unit("p1.1", hindi, english, State.MACHINE, "google")}
    return Document(replace(document().article, paragraphs=()), (there,), units)


def test_writes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pul.HTML"
    export(document(), path, Layout.INTERLEAVED, options=OPTIONS)
    assert path.read_text(encoding="utf-8") == golden("interleaved.html")
    assert list(tmp_path.iterdir()) == [path]


def test_a_named_format_goes_before_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "pul.txt"
    export(document(), path, format="md", options=OPTIONS)
    assert path.read_text(encoding="utf-8") == golden("columns.md")


@pytest.mark.parametrize(("name", "said"), [("a.xyz", ".xyz files"), ("a", "without an ending")])
def test_an_unknown_ending_names_the_known_ones(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ExportError, match=said) as caught:
        export(document(), tmp_path / name)
    assert caught.value.advice == "Choose one of .md, .html, .htm, .json."
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder gone"):
        export(document(), tmp_path / "gone" / "a.md")
    assert not (tmp_path / "gone").exists()


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ExportError, match=r"a\.md is a folder"):
        export(document(), tmp_path / "a.md")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full; a.md was not written."),
        (errno.EROFS, "a.md cannot be written: news is read-only."),
        (errno.EACCES, "a.md cannot be written: news is read-only."),
        (errno.EIO, "a.md could not be written."),
    ],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, "as the system says")

    path = tmp_path / "news" / "a.md"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(paths, "os", SimpleNamespace(fsync=fail, getpid=lambda: 1))
    with pytest.raises(ExportError) as caught:
        export(document(), path)
    assert caught.value.what == said
    assert path.read_text(encoding="utf-8") == "old"
    assert list(path.parent.iterdir()) == [path]


def test_a_name_too_long_is_an_error_a_reader_understands(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        export(document(), tmp_path / ("x" * 300 + ".md"))
