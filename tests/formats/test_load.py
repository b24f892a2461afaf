import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from reader import formats
from reader.errors import InputError, NoArticle
from reader.model import Article

PLAIN = "मेले में भीड़\n\nनदी के किनारे मेला लगा है।\n"


def test_loads_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "mela.txt"
    path.write_text(PLAIN, encoding="utf-16")
    article = formats.load(str(path))
    assert article.title == "मेले में भीड़"
    assert article == formats.load_file(path)


def test_a_file_of_any_other_ending_is_read_as_what_it_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "mela.news"
    path.write_text(PLAIN, encoding="utf-8")
    assert formats.load(str(path)).title == "मेले में भीड़"


def test_loads_standard_input() -> None:
    assert formats.load("-", data=PLAIN.encode()).title == "मेले में भीड़"
    with pytest.raises(NoArticle, match="The input is empty"):
        formats.load("-", data=b"")


def test_a_picture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(InputError, match=r"photo\.png is a picture \(PNG\), not an article\."):
        formats.load(str(path))


def test_pasted_text_may_be_empty() -> None:
    with pytest.raises(NoArticle, match=r"^The text is empty\."):
        formats.load_text("  \n ")


COPIED = "<p style='x'>मेले में <b>भीड़</b> है।</p><p>इससे लाभ होगा, <a href='/a'>मंत्री ने बताया</a>।</p>"


@pytest.mark.parametrize(
    "html",
    [
        COPIED,
        f'<meta charset="utf-8">{COPIED}',
        COPIED.replace("<p style='x'>", "<span>").replace("</p><p>", "</span><br><br>"),
        f"Version:0.9\r\nStartHTML:0\r\nEndHTML:9\r\n<html><body><!--StartFragment-->{COPIED}"
        "<!--EndFragment--></body></html>",
    ],
)
def test_a_part_of_a_page_was_chosen_by_the_reader(html: str, tmp_path: Path) -> None:
    file = tmp_path / "copied.html"
    file.write_text(html, encoding="utf-8")
    read = [formats.load("-", data=html.encode()), formats.load_text(html), formats.load(str(file))]
    for article in read:
        assert isinstance(article, Article)
        texts = [paragraph.text for paragraph in article.paragraphs]
        assert texts == ["मेले में भीड़ है।", "इससे लाभ होगा, मंत्री ने बताया।"]


def test_a_whole_page_on_standard_input_is_judged_as_a_page() -> None:
    page = f"<html><body>{COPIED}</body></html>".encode()
    with pytest.raises(NoArticle, match="There is no article text in the input"):
        formats.load("-", data=page)


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("https://nadi.example/a?b=c", True),
        (" HTTP://nadi.example ", True),
        ("ftp://nadi.example/a", False),
        ("https://", False),
        ("https:// nadi.example", False),
        ("nadi.txt", False),
        ("", False),
    ],
)
def test_addresses_are_http_alone(source: str, known: bool) -> None:
    assert formats.is_address(source) is known


def test_a_path_may_begin_at_a_home(own_home: Path) -> None:
    (own_home / "mela.txt").write_text(PLAIN, encoding="utf-8")
    assert formats.user_path("~/mela.txt") == own_home / "mela.txt"
    assert formats.load("~/mela.txt").title == "मेले में भीड़"


@pytest.mark.parametrize("name", ["nosuchuser", "no\0user"])
def test_a_user_there_is_none_of_is_said(name: str) -> None:
    with pytest.raises(InputError) as caught:
        formats.load(f"~{name}/mela.txt")
    assert caught.value.what == f"There is no user {name}."
    assert caught.value.advice


def test_a_home_nobody_knows_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_uid: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(InputError, match=r"^Your home folder is not known\."):
        formats.user_path("~/mela.txt")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, reader.formats;"
        "heavy = {'trafilatura', 'lxml', 'requests', 'babel', 'PySide6'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_address_of_another_kind_is_no_file_name() -> None:
    for address in (
        "ftp://example.org/a",
        "data:text/html,hi",
        "javascript:alert(1)",
        "mailto:a@b",
    ):
        with pytest.raises(InputError) as caught:
            formats.load(address)
        assert caught.value.what.endswith(f"not with {address.partition(':')[0]}:.")


@pytest.mark.parametrize(
    ("named", "begins"),
    [
        ("127.0.0.1:8765/ok?key=secret", "http://"),
        ("localhost:8765", "http://"),
        ("localhost:8765/ok", "http://"),
        ("nadi.example/ok", "https://"),
        ("www.nadi.example", "https://"),
        ("nadi.example:8080", "https://"),
    ],
)
def test_an_address_without_its_scheme_is_not_guessed(named: str, begins: str) -> None:
    with pytest.raises(InputError) as caught:
        formats.load(named)
    said = ("There is no such file.", f"If it is an address, begin it with {begins}.")
    assert (caught.value.what, caught.value.advice) == said


@pytest.mark.parametrize("named", ["mela.txt", "./nadi.example/ok", "/tmp/nadi.example/ok"])
def test_a_file_that_is_missing_is_missing(named: str) -> None:
    with pytest.raises(InputError, match=r"(?:mela\.txt|ok) is not there"):
        formats.load(named)


def test_a_file_may_be_called_like_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nadi.example").mkdir()
    for name in ("nadi.example/ok", "data:mela", "localhost:80"):
        Path(name).write_text(PLAIN, encoding="utf-8")
        assert formats.load(name).title == "मेले में भीड़"


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    file = tmp_path / "मेला एक.txt"
    file.write_text(PLAIN, encoding="utf-8")
    assert formats.load(file.as_uri()).title == "मेले में भीड़"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("nadi.example/a?b=c", "https://nadi.example/a?b=c"),
        (" localhost:8765/ok ", "http://localhost:8765/ok"),
        ("127.0.0.1:80", "http://127.0.0.1:80"),
        ("[::1]:80/a", "http://[::1]:80/a"),
        ("https://nadi.example", "https://nadi.example"),
        ("javascript:alert.x", ""),
        ("data:text/html,a.b", ""),
        ("ftp://nadi.example", ""),
        ("मेला", ""),
        ("a b.c", ""),
        ("", ""),
    ],
)
def test_what_is_typed_as_an_address(typed: str, address: str) -> None:
    assert formats.address_of(typed) == address


def test_a_device_without_an_end_is_refused() -> None:
    with pytest.raises(NoArticle, match="up to 20 MB"):
        formats.load("/dev/zero")


@pytest.mark.parametrize("start", ["", "# ", "<h1>पुल</h1><p>"])
def test_more_text_than_an_article_has_is_refused(start: str) -> None:
    pasted = f"{start}नदी\n\n{'पुल खुला। ' * 210_000}"
    with pytest.raises(NoArticle, match="more text than can be read as one article"):
        formats.load_text(pasted)


def test_the_parts_of_a_legacy_text_are_told_once_it_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "kruti.txt"
    typed = (
        "unh ij u;k iqy [kqyk\n\nckxs'oj% ljdkj us dgk gS fd unh ij cuk iqy jfookj dks [kqyk gSA"
    )
    path.write_text(typed, encoding="utf-8")
    article = formats.load(str(path))
    assert isinstance(article, Article)
    assert article.title == "नदी पर नया पुल खुला"
    assert article.dateline == "बागेश्वर"
    assert article.converted == "Kruti Dev"
