import io
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats import load
from reader.formats.files import docx as docx_reader
from reader.formats.material import Material
from reader.model import Article, Kind, Markup, Paragraph, Span, Style
from tests.formats.files.zips import zipped

NAMESPACES = nsdecls("w", "r", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(build: Callable[[Word], object], title: str = "") -> bytes:
    """A document as python-docx writes it."""
    made = docx.Document()
    made.core_properties.author, made.core_properties.title = "मीना जोशी", title
    made.core_properties.created = made.core_properties.modified = datetime(2024, 6, 19, 12, 4)
    build(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def raw(body: str, files: Mapping[str, str] | None = None, relations: str = "") -> bytes:
    """A document of elements, with only the parts given."""
    return zipped(
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": RELATIONS.format(relations),
            **(files or {}),
        }
    )


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


TITLE = paragraph(run("शीर्षक"), '<w:outlineLvl w:val="0"/>')


def read(data: bytes) -> Article:
    found = docx_reader.parse(Material(data, "a.docx"))
    assert isinstance(found, Article)
    return found


def texts(body: str, files: Mapping[str, str] | None = None, relations: str = "") -> list[str]:
    found = read(raw(TITLE + body, files, relations))
    assert found.title == "शीर्षक"
    return [each.text for each in found.paragraphs]


def refusal(data: bytes) -> str:
    with pytest.raises(NoArticle) as caught:
        read(data)
    assert caught.value.advice
    return caught.value.what


def build(made: Word) -> None:
    made.add_heading("नदी की कथा", 0)
    made.add_heading("पहला भाग", 1)
    first = made.add_paragraph("नदी के किनारे ")
    first.add_run("एक गाँ").bold = True
    first.add_run("व").bold = True
    first.add_run(" था").italic = True
    first.add_run("।")
    for text in ("मछली", "खेती"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("नाव", style="List Bullet")
    made.add_paragraph("उसने कहा: हम आएँगे।", style="Intense Quote")
    made.add_paragraph("चित्र: नाव", style="Caption")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("नाम", "उम्र", "रवि", "१२"), strict=True):
        cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NAMESPACES}/>"))


def test_every_part_comes_to_its_place() -> None:
    found = read(word(build, "कोई और नाम"))
    assert (found.title, found.byline) == ("नदी की कथा", "मीना जोशी")
    assert found.published == found.modified == datetime(2024, 6, 19, 12, 4, tzinfo=UTC)
    assert found.paragraphs == (
        Paragraph("पहला भाग", Kind.HEADING),
        Paragraph(
            "नदी के किनारे एक गाँव था।",
            Kind.BODY,
            (Markup(Span(14, 21), Style.BOLD), Markup(Span(22, 24), Style.ITALIC)),
        ),
        Paragraph("मछली", Kind.ITEM, label="1."),
        Paragraph("खेती", Kind.ITEM, label="2."),
        Paragraph("नाव", Kind.ITEM),
        Paragraph("उसने कहा: हम आएँगे।", Kind.QUOTE),
        Paragraph("चित्र: नाव", Kind.CAPTION),
        Paragraph("नाम\tउम्र", Kind.TABLE_HEAD),
        Paragraph("रवि\t१२", Kind.TABLE_ROW),
    )
    assert load("-", data=word(build, "कोई और नाम")) == found


@pytest.mark.parametrize(
    ("named", "title", "first"),
    [
        ("मेला", "मेला", "पहला वाक्य।"),
        ("पहला वाक्य।", "पहला वाक्य।", "दूसरा वाक्य।"),
        ("", "पहला वाक्य", "पहला वाक्य।"),
    ],
)
def test_the_properties_give_the_title_where_the_text_does_not(
    named: str, title: str, first: str
) -> None:
    def lines(made: Word) -> None:
        made.add_paragraph("पहला वाक्य।")
        made.add_paragraph("दूसरा वाक्य।")

    found = read(word(lines, named))
    assert (found.title, found.paragraphs[0].text) == (title, first)


def test_headings_of_any_language_go_by_their_outline() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="berschrift1">'
        '<w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="mera">'
        '<w:name w:val="मेरा"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="naya"><w:basedOn w:val="mera"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    names = ("berschrift1", "mera", "naya", "a", "gone")
    body = "".join(paragraph(run(name), f'<w:pStyle w:val="{name}"/>') for name in names)
    data = raw(
        TITLE + body,
        {"word/styles.xml": styles},
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="/word/styles.xml"/>',
    )
    kinds = [each.kind for each in read(data).paragraphs]
    assert kinds == [Kind.HEADING] * 3 + [Kind.BODY] * 2


def test_links_lead_to_the_web_alone() -> None:
    targets = {"r1": "https://nadi.example/a", "r2": "file:///etc/passwd", "r3": "javascript:x()"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/hyperlink" Target="{target}"/>'
        for name, target in targets.items()
    )
    links = "".join(f'<w:hyperlink r:id="{name}">{run(name)}</w:hyperlink> ' for name in targets)
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://nadi.example/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        f'</w:r>{run("कड़ी")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:fldSimple w:instr="HYPERLINK &quot;https://nadi.example/c&quot;">'
        f"{run('सरल')}</w:fldSimple>{run('।')}"
    )
    found = read(raw(TITLE + paragraph(links + field), relations=relations)).paragraphs[0]
    assert found.text == "r1r2r3कड़ीसरल।"
    assert [(each.span, each.address) for each in found.markup] == [
        (Span(0, 2), "https://nadi.example/a"),
        (Span(6, 10), "https://nadi.example/b"),
        (Span(10, 13), "https://nadi.example/c"),
    ]


def test_what_was_deleted_is_out_and_what_was_inserted_is_in() -> None:
    body = (
        f"<w:ins>{run('नया ')}</w:ins><w:del><w:r><w:delText>पुराना </w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('गया ')}</w:moveFrom><w:moveTo>{run('आया ')}</w:moveTo>"
        f"{run('छिपा', '<w:vanish/>')}{run('पाठ')}"
    )
    assert texts(paragraph(body)) == ["नया आया पाठ"]
    row = f"<w:tr><w:tc>{paragraph(run('क'))}</w:tc></w:tr>"
    deleted = row.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>").replace("क", "ख")
    assert texts(f"<w:tbl>{row}{deleted}{row}</w:tbl>") == ["क", "क"]


def test_content_controls_are_read() -> None:
    inner = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('भीतर')}</w:sdtContent></w:sdt>"
    )
    outer = f"<w:sdt><w:sdtContent>{paragraph(run('बाहर ') + inner)}</w:sdtContent></w:sdt>"
    assert texts(outer) == ["बाहर भीतर"]


def test_text_boxes_and_pictures_stand_behind_their_paragraph() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1"'
        ' descr="नाव का चित्र"/><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>'
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    inner = paragraph(run("भीतरी"))
    nested = paragraph(run("डिब्बा") + box.format(inner, inner))
    body = paragraph(run("पहला ") + box.format(nested, nested) + run("वाक्य।"))
    found = read(raw(TITLE + body + paragraph(run("दूसरा।")))).paragraphs
    assert [each.text for each in found if each.kind is not Kind.IMAGE] == [
        "पहला वाक्य।",
        "डिब्बा",
        "भीतरी",
        "दूसरा।",
    ]
    assert Paragraph("नाव का चित्र", Kind.IMAGE) in found


def test_notes_come_at_the_end_once() -> None:
    mark = '<w:r><w:{}noteReference w:id="2"/></w:r>'
    note = '<w:{}note w:id="1"><w:p/></w:{}note><w:{}note w:id="2">{}</w:{}note>'
    files = {
        f"word/{kind}notes.xml": f"<w:{kind}notes {NAMESPACES}>"
        + note.format(kind, kind, kind, paragraph(run(text)), kind)
        + f"</w:{kind}notes>"
        for kind, text in (("foot", "पहली टिप्पणी।"), ("end", "दूसरी टिप्पणी।"))
    }
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}notes" Target="{kind}notes.xml"/>'
        for kind in ("foot", "end")
    )
    body = paragraph(run("पहला।") + mark.format("foot") * 3) + paragraph(
        run("दूसरा।") + mark.format("end")
    )
    found = read(raw(TITLE + body, files, relations)).paragraphs
    assert found == (
        Paragraph("पहला।"),
        Paragraph("दूसरा।"),
        Paragraph("पहली टिप्पणी।", Kind.ITEM, label="1."),
        Paragraph("दूसरी टिप्पणी।", Kind.ITEM, label="2."),
    )


def test_a_note_may_refer_to_another() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(text) + mark.format(2))}</w:footnote>'
        for number, text in ((1, "पहली टिप्पणी।"), (2, "दूसरी टिप्पणी।"))
    )
    files = {"word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>"}
    relation = f'<Relationship Id="n" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
    body = paragraph(run("पाठ।") + mark.format(1))
    assert texts(body, files, relation) == ["पाठ।", "पहली टिप्पणी।", "दूसरी टिप्पणी।"]


def test_lists_count_as_word_counts_them() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/></w:lvl>'
    levels = level.format(0, 3, "decimal") + level.format(1, 1, "hindiNumbers")
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>'
    )
    items = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0), (8, 0), (0, 0))
    body = "".join(
        paragraph(
            run("बात"),
            f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
        )
        for number, depth in items
    )
    data = raw(
        TITLE + body,
        {"word/numbering.xml": numbering},
        f'<Relationship Id="n" Type="{OFFICE}/numbering" Target="numbering.xml"/>',
    )
    found = read(data).paragraphs
    assert [each.label for each in found] == [
        "3.", "\u20031.", "\u20032.", "4.", "\u20031.", "9.", "10.", "5.", "", "",
    ]  # fmt: skip
    assert [each.kind for each in found] == [Kind.ITEM] * 9 + [Kind.BODY]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    runs = run("पहली") + "<w:r><w:br/></w:r>" + run("पंक्ति।") + "<w:r><w:br/><w:br/></w:r>"
    found = read(raw(TITLE + paragraph(runs + run("दूसरा पैरा।"))))
    assert [each.text for each in found.paragraphs] == ["पहली पंक्ति।", "दूसरा पैरा।"]


def test_a_line_break_parts_long_sentences_and_their_markup() -> None:
    first = "गाँव के तालाब में इस साल पहली बार बाहर से आए हज़ारों पक्षी देखे गए हैं।"
    second = "ग्रामीणों ने मिलकर उसके किनारे पेड़ लगाए और कचरा फेंकने पर रोक लगा दी है।"
    runs = run(first) + "<w:r><w:br/></w:r>" + run(second, "<w:b/>")
    found = read(raw(TITLE + paragraph(runs))).paragraphs
    assert [each.text for each in found] == [first, second]
    assert [m.span.end for each in found for m in each.markup] == [len(second)]


def test_a_table_of_one_column_in_a_cell_is_its_text() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    name, age = paragraph(run("रवि")), paragraph(run("१२"))
    inner = table((paragraph(run("मीना")),), (paragraph(run("जोशी")),))
    found = read(raw(TITLE + table((name, age), (inner, age))))
    assert found.paragraphs == (
        Paragraph("रवि\t१२", Kind.TABLE_ROW),
        Paragraph("मीना जोशी\t१२", Kind.TABLE_ROW),
    )


def test_a_legacy_word_in_several_runs_is_converted_whole() -> None:
    font = '<w:rFonts w:ascii="Kruti Dev 010"/>'
    runs = [run("xk¡o es", font), run('a o"k', f"{font}<w:b/>"), run("kZ gqbZA", font)]
    found = read(raw(TITLE + paragraph("".join(runs)))).paragraphs[0]
    assert found.text == "गाँव में वर्षा हुई।"
    assert [found.text[m.span.start : m.span.end] for m in found.markup] == ["वर्षा"]


def test_legacy_fonts_are_converted_wherever_they_are_named() -> None:
    font = '<w:rFonts w:ascii="Kruti Dev 010"/>'
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="k"><w:name w:val="k"/>'
        f"<w:rPr>{font}</w:rPr></w:style></w:styles>"
    )
    body = paragraph(run("Hkkjr egku gSA", font)) + paragraph(
        run("Hkkj") + run("r egku gSA"), '<w:pStyle w:val="k"/>'
    )
    data = raw(
        TITLE + body + paragraph(run("Hkkjr")),
        {"word/styles.xml": styles},
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>',
    )
    found = read(data)
    assert [each.text for each in found.paragraphs] == ["भारत महान है।", "भारत महान है।", "Hkkjr"]
    assert found.converted


def test_a_table_of_contents_is_left_out() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="TOC1">'
        '<w:name w:val="toc 1"/></w:style></w:styles>'
    )
    contents = paragraph(run("पहला भाग 3"), '<w:pStyle w:val="TOC1"/>')
    data = raw(
        TITLE + contents + paragraph(run("पाठ।")),
        {"word/styles.xml": styles},
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>',
    )
    assert [each.text for each in read(data).paragraphs] == ["पाठ।"]


def test_a_relationship_that_leads_nowhere_is_passed_over() -> None:
    relations = f'<Relationship Id="i" Type="{OFFICE}/image" Target="NULL"/>' + "".join(
        f'<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="../../{part}.xml"/>'
        for part in ("styles", "numbering", "footnotes")
    )
    assert texts(paragraph(run("पाठ।")), relations=relations) == ["पाठ।"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (raw(""), "a.docx is empty"),
        (zipped({"word/document.xml": "<broken"}), "holds no Word document"),
        (zipped({"word/document.xml": ""}), "holds no Word document"),
        (zipped({"a": "b"}), "holds no Word document"),
        (raw(TITLE)[:-20], "damaged"),
        (raw(TITLE, {"../../a": "b"}), "outside itself"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (raw("<w:p/>" * 800_000), "a.docx is empty"),
        (raw("<w:p/>" * 2_000_000), "too large"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    before = time.process_time()
    assert said in refusal(data)
    assert time.process_time() - before < 5


def test_text_without_end_is_read_or_refused_in_time() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 5000 + paragraph(run("x"))
    before = time.process_time()
    for body in (paragraph(run("क ")) * 90_000, nested, "<w:sdt><w:sdtContent>" * 5000 + TITLE):
        with suppress(NoArticle):
            assert read(raw(TITLE + body)).title
    assert time.process_time() - before < 15


ELEMENTS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "sdtContent", "drawing", "txbxContent", "ins", "numPr", "br"]
)


@given(
    st.recursive(st.text("कa <&", max_size=4), lambda inner: st.tuples(ELEMENTS, st.lists(inner)))
)
def test_any_elements_are_read_or_refused(tree: object) -> None:
    def written(node: object) -> str:
        if isinstance(node, tuple):
            return f"<w:{node[0]}>{''.join(map(written, node[1]))}</w:{node[0]}>"
        return str(node)

    for data in (raw(written(tree)), raw(TITLE + written(tree))):
        with suppress(NoArticle):
            assert read(data).title
