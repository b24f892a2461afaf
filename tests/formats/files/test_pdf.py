import contextlib
import random
import time
import zlib
from collections.abc import Callable

import pytest

from reader.errors import InputError, NoArticle
from reader.formats import read
from reader.formats.files import pdf
from reader.formats.material import Material
from reader.model import Article, Kind
from tests.formats.files.pdfs import Drawn, assembled
from tests.formats.files.pdfs import pdf as made

TITLE = "मेले में भीड़"
FIRST = ("नदी के किनारे मेला लगा है, जहाँ गाँव के", "लोग सुबह से आ रहे हैं।")
SECOND = ("बच्चे झूले पर हैं और बड़े", "बाज़ार में सामान देख रहे हैं।")


def _parse(data: bytes, name: str = "mela.pdf") -> Article:
    return pdf.parse(Material(data, name))


def _column(lines: tuple[str, ...], x: float, top: float) -> list[Drawn]:
    return [Drawn(line, x, top - 16 * number) for number, line in enumerate(lines)]


def _page(x: float = 60) -> list[Drawn]:
    heading = Drawn("मेले का दूसरा दिन", x, 690, 14)
    return [Drawn(TITLE, x, 780, 22), *_column(FIRST, x, 740), heading, *_column(SECOND, x, 660)]


def test_title_paragraphs_and_headings() -> None:
    article = _parse(made([_page()]))
    assert article.title == TITLE
    assert [paragraph.text for paragraph in article.paragraphs] == [
        " ".join(FIRST),
        "मेले का दूसरा दिन",
        " ".join(SECOND),
    ]
    assert [paragraph.kind for paragraph in article.paragraphs][1] is Kind.HEADING


def test_columns_are_read_one_after_the_other() -> None:
    left = ("पहले खंभे की पहली पंक्ति", "पहले खंभे की दूसरी पंक्ति", "पहले खंभे का अंत है।")
    right = ("दूसरे खंभे की पहली पंक्ति", "दूसरे खंभे की दूसरी पंक्ति", "दूसरे खंभे का अंत है।")
    pairs = zip(_column(left, 50, 700), _column(right, 320, 700), strict=True)
    mixed = [line for pair in pairs for line in pair]
    article = _parse(made([[Drawn(TITLE, 50, 780, 22), *mixed]]))
    assert [paragraph.text for paragraph in article.paragraphs] == [" ".join(left), " ".join(right)]


def test_what_stands_on_every_page_is_dropped_and_a_paragraph_goes_on() -> None:
    pages = []
    for number, line in enumerate(("नदी के किनारे मेला लगा है और", "लोग सुबह से आ रहे", "हैं।"), 1):
        head, foot = Drawn("दैनिक नमूना", 60, 810, 9), Drawn(f"{number}", 290, 30, 9)
        pages.append([head, *_column((line,), 60, 740), foot])
    pages[0].insert(1, Drawn(TITLE, 60, 780, 22))
    article = _parse(made(pages))
    assert article.title == TITLE
    assert [p.text for p in article.paragraphs] == ["नदी के किनारे मेला लगा है और लोग सुबह से आ रहे हैं।"]


@pytest.mark.parametrize(
    "foot",
    [
        "दैनिक नमूना | पृष्ठ 1",
        "पृष्ठ १ · दैनिक नमूना",
        "दैनिक नमूना, पृष्ठ 1 / 4",
        "Page 1 of 4",
        "12 | दैनिक नमूना",
    ],
)
def test_a_foot_with_the_number_of_its_page_is_dropped(foot: str) -> None:
    article = _parse(made([[*_page(), Drawn(foot, 200, 30, 8)]]))
    assert [paragraph.text for paragraph in article.paragraphs][-1] == " ".join(SECOND)


def test_a_last_line_that_names_a_page_is_text() -> None:
    last = "इसकी पूरी कथा है पृष्ठ 12"
    article = _parse(made([[*_page(), Drawn(last, 60, 628)]]))
    assert article.paragraphs[-1].text.endswith(last)


def test_when_a_browser_printed_a_page_is_dropped() -> None:
    printed = Drawn("12/06/2025, 10:30", 20, 825, 8), Drawn("मेला - दैनिक नमूना", 240, 825, 8)
    article = _parse(made([[*printed, *_page()]]))
    assert (article.title, article.published) == (TITLE, None)
    assert article.paragraphs[0].text == " ".join(FIRST)


def test_a_head_of_several_rows_is_dropped() -> None:
    texts = ("नदी के किनारे मेला लगा है और", "लोग सुबह से आ रहे हैं।")
    pages = []
    for number, line in enumerate(texts, 1):
        names = ("दैनिक नमूना", "पहाड़ संस्करण", "सोमवार", "राज्य", f"पृष्ठ {number}")
        heads = [
            Drawn(n, 60 + 180 * (at % 3), 825 - 12 * (at // 3), 8) for at, n in enumerate(names)
        ]
        pages.append([*heads, *_column((line,), 60, 740)])
    pages[0].append(Drawn(TITLE, 60, 780, 22))
    assert [p.text for p in _parse(made(pages)).paragraphs] == [" ".join(texts)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The new govern-", "ment has said so."), "The new government has said so."),
        (("साल 2024-", "25 में मेला लगेगा।"), "साल 2024-25 में मेला लगेगा।"),
        (("The Indo-", "Pacific is wide."), "The Indo-Pacific is wide."),
        (("शहर से गाँव तक -", "सब जगह मेला है।"), "शहर से गाँव तक - सब जगह मेला है।"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(lines: tuple[str, ...], text: str) -> None:
    article = _parse(made([[Drawn(TITLE, 60, 780, 22), *_column(lines, 60, 740)]]))
    assert article.paragraphs[0].text == text


def test_a_hyphen_stays_only_between_words() -> None:
    lines = ("बच्चे सुबह-", "शाम मेले में आ-", "ते हैं, शाम को खाते हैं और सुबह घूमते हैं।")
    article = _parse(made([[Drawn(TITLE, 60, 780, 22), *_column(lines, 60, 740)]]))
    assert article.paragraphs[0].text == ("बच्चे सुबह-शाम मेले में आते हैं, शाम को खाते हैं और सुबह घूमते हैं।")


def test_a_legacy_font_is_converted() -> None:
    lines = [
        Drawn("unh fdukjs esyk", 60, 780, 22, "Kruti Dev 010"),
        Drawn("unh ds fdukjs esyk yxk gSA", 60, 740, font="Kruti Dev 010"),
        Drawn("The fair is on the bank.", 60, 700, font="Helvetica"),
    ]
    article = _parse(made([lines]))
    assert (article.title, article.converted) == ("नदी किनारे मेला", "Kruti Dev")
    assert [p.text for p in article.paragraphs] == [
        "नदी के किनारे मेला लगा है।",
        "The fair is on the bank.",
    ]
    assert read(Material(made([lines]), "mela.pdf")) == article


@pytest.mark.parametrize(
    "name", ["\\(anonymous\\)", "user", "Microsoft Office User", "unknown", "Administrator", "HP"]
)
def test_an_author_that_a_program_made_up_is_none(name: str) -> None:
    assert _parse(made([_page()], f"/Author({name})")).byline == ""


def test_what_the_file_says_of_itself_is_taken_where_a_person_said_it() -> None:
    lines = [*_column(FIRST, 60, 740)]
    said = ("\ufeff" + TITLE).encode("utf-16-be").hex()
    article = _parse(made([lines], f"/Title<{said}>/Author(Asha)"))
    assert (article.title, article.byline) == (TITLE, "Asha")
    article = _parse(made([lines], "/Title(Microsoft Word - mela.doc)/Author(Admin)"))
    assert (article.title, article.byline) == (FIRST[0] + " " + FIRST[1].rstrip("।"), "")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (made([[]]), "has no text in it, only pictures"),
        (made([[Drawn("Â×ê »æß Çkk", 60, 740, font="Shusha")]]), "cannot convert .Shusha."),
        (made([[Drawn("ि लगा ा मेला ी है ् में ु", 60, 740)]]), "text layer is broken"),
        (made([_page()], mapped=False), "text layer is broken"),
        (made([[] for _ in range(501)]), "has 501 pages"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "cannot be read"),
        (b"", "cannot be read"),
    ],
)
def test_what_cannot_be_shown_is_named(data: bytes, message: str) -> None:
    with pytest.raises(NoArticle, match=message):
        _parse(data)


def test_a_locked_file_is_named() -> None:
    encrypted = f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>", encrypted]
    data = assembled(objects, "/Encrypt 3 0 R/ID[<00><00>]")
    with pytest.raises(NoArticle, match="locked with a password"):
        _parse(data)


def _bomb() -> bytes:
    stream = zlib.compress(zlib.compress(b"BT /F 9 Tf (x) Tj ET " * 20_000_000, 1), 9).decode(
        "latin-1"
    )
    body = (
        f"<</Length {len(stream)}/Filter[/FlateDecode/FlateDecode]>>\nstream\n{stream}\nendstream"
    )
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    pages = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return assembled(["<</Type/Catalog/Pages 2 0 R>>", pages, page, body])


def _loop() -> bytes:
    kids = "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]/Parent 3 0 R>>"
    return assembled(["<</Type/Catalog/Pages 2 0 R>>", kids, kids.replace("2 0", "3 0")])


@pytest.mark.parametrize("make", [_bomb, _loop])
def test_a_hostile_file_ends_soon(make: Callable[[], bytes]) -> None:
    data = make()
    start = time.monotonic()
    with pytest.raises(InputError):
        _parse(data)
    assert time.monotonic() - start < 5


def test_broken_copies_of_a_file_end_in_text_or_an_error() -> None:
    whole, lot = made([_page()]), random.Random(5)
    for _ in range(8):
        broken = bytearray(whole[: lot.randrange(len(whole) // 2, len(whole))])
        for _ in range(20):
            broken[lot.randrange(len(broken))] = lot.randrange(256)
        with contextlib.suppress(NoArticle):
            assert _parse(bytes(broken)).title
