import base64
import quopri
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats import load
from reader.formats.dates import IST
from reader.formats.files import mhtml
from reader.formats.material import Material
from reader.model import Article
from tests.formats.files.zips import PROSE

ADDRESS = "https://nadi.example/katha/1"
PAGE = (
    '<html><head><title>नदी की कथा</title><meta property="og:type" content="article"></head>'
    f'<body><h1>नदी की कथा</h1><p>{PROSE}<a href="/aage">आगे</a></p><p>{PROSE}</p></body></html>'
)
CHROME = """From: <Saved by Blink>\r
Snapshot-Content-Location: {address}\r
Subject: =?utf-8?B?{subject}?=\r
Date: Mon, 1 Jan 2024 10:00:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----MultipartBoundary--x----"\r
\r
\r
------MultipartBoundary--x----\r
Content-Type: text/html\r
Content-ID: <frame-1@mhtml.blink>\r
Content-Transfer-Encoding: {encoding}\r
Content-Location: {address}\r
\r
{body}\r
------MultipartBoundary--x----\r
Content-Type: text/css\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://nadi.example/a.css\r
\r
p {{ color: red }}\r
------MultipartBoundary--x------\r
"""


def chrome(body: bytes, encoding: str) -> bytes:
    """A page as Chrome saves it."""
    subject = base64.b64encode("नदी की कथा".encode()).decode()
    text = CHROME.format(address=ADDRESS, subject=subject, encoding=encoding, body="@")
    return text.encode().replace(b"@\r\n-", body + b"\r\n-", 1)


def read(data: bytes) -> Article:
    found = mhtml.parse(Material(data, "a.mhtml"))
    assert isinstance(found, Article)
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(NoArticle) as caught:
        read(data)
    assert caught.value.advice
    return caught.value.what


def page_of(found: Article) -> tuple[str, str, int]:
    return found.title, found.url, len(found.paragraphs)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring(PAGE.encode()).replace(b"\n", b"\r\n")),
        ("base64", base64.encodebytes(PAGE.encode())),
        ("8bit", PAGE.encode()),
        ("binary", PAGE.encode()),
    ],
)
@pytest.mark.parametrize("line_end", [b"\r\n", b"\n"])
def test_a_page_saved_by_chrome_opens(encoding: str, body: bytes, line_end: bytes) -> None:
    found = read(chrome(body, encoding).replace(b"\r\n", line_end))
    assert page_of(found) == ("नदी की कथा", ADDRESS, 2)
    assert found.paragraphs[1].text == PROSE.strip()
    assert found.paragraphs[0].markup[0].address == "https://nadi.example/aage"


def test_a_page_saved_by_internet_explorer_opens() -> None:
    whole = MIMEMultipart("related", type="multipart/alternative")
    inner = MIMEMultipart("alternative")
    part = MIMEText(PAGE, "html", "utf-16")
    part["Content-Location"] = ADDRESS
    inner.attach(part)
    whole.attach(inner)
    assert page_of(read(b"\xef\xbb\xbf"[:0] + whole.as_bytes())) == ("नदी की कथा", ADDRESS, 2)
    assert load("-", data=whole.as_bytes()) == read(whole.as_bytes())


def test_the_message_says_which_part_it_starts_with() -> None:
    whole = MIMEMultipart("related", start="<main@x>")
    frame = MIMEText("<p>विज्ञापन</p>", "html", "utf-8")
    main = MIMEText(PAGE, "html", "utf-8")
    main["Content-ID"] = "<main@x>"
    whole.attach(frame)
    whole.attach(main)
    assert read(whole.as_bytes()).title == "नदी की कथा"


def test_an_address_of_another_kind_is_dropped() -> None:
    data = chrome(PAGE.encode(), "8bit").replace(ADDRESS.encode(), b"file:///C:/a.html")
    assert read(data).url == ""


def test_a_mail_is_read_with_its_subject_sender_and_date() -> None:
    mail = EmailMessage()
    mail["From"] = "मीना जोशी <meena@nadi.example>"
    mail["Subject"] = "मेले की ख़बर"
    mail["Date"] = datetime(2024, 6, 19, 12, 4, tzinfo=UTC)
    mail.set_content(f"{PROSE}\n\n{PROSE}")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    found = read(bytes(mail))
    assert (found.title, found.byline) == ("मेले की ख़बर", "मीना जोशी")
    assert found.published == datetime(2024, 6, 19, 12, 4, tzinfo=UTC)
    assert [p.text for p in found.paragraphs] == [PROSE.strip()] * 2


def test_a_mail_s_sender_may_be_none() -> None:
    data = f"MIME-Version: 1.0\nFrom: {'(' * 5000}\nSubject: मेला\n\n{PROSE}\n".encode()
    assert (read(data).title, read(data).byline) == ("मेला", "")


@pytest.mark.parametrize(
    ("date", "sent"),
    [
        ("never", None),
        ("Wed, 19 Jun 2024 12:04:00 -0000", datetime(2024, 6, 19, 12, 4, tzinfo=UTC)),
        ("Wed, 19 Jun 2024 12:04:00 +99999999999999", datetime(2024, 6, 19, tzinfo=IST)),
        ("Mon, 1 Jan 0001 00:00:00 +0000", None),
    ],
)
def test_a_mail_s_date_has_its_offset(date: str, sent: datetime | None) -> None:
    data = f"MIME-Version: 1.0\nDate: {date}\nSubject: मेला\n\n{PROSE}\n".encode()
    assert read(data).published == sent


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.mhtml holds no page and no text."),
        (b"MIME-Version: 1.0\r\n", "a.mhtml holds no page and no text."),
        (b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\n\x89PNG", "holds no page"),
        (chrome(b"", "8bit"), "holds no page"),
        (chrome(b"AAAA", "base64"), "a.mhtml is "),
        (b"Content-Type: text/html\r\n\r\n\xd0\xcf\x11\xe0" + bytes(99), "old Office"),
        (b"x" * (20 * 1024 * 1024 + 1), "up to 20 MB"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_a_bomb_of_parts_is_given_up_soon() -> None:
    part = b"--b\r\nContent-Type: multipart/x; boundary=b\r\n\r\n"
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/x; boundary=b\r\n\r\n" + part * 400_000
    before = time.process_time()
    assert "holds no page" in refusal(data)
    assert time.process_time() - before < 5


@pytest.mark.parametrize("filler", [b"\n", b"a: b\n", b"--b\n", b"=\n", b" ", b";a=", b'"'])
def test_long_files_take_no_longer_than_they_should(filler: bytes) -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b"
    before = time.process_time()
    for data in (head + filler * 400_000, head + b"\r\n\r\n" + filler * 400_000):
        assert refusal(data)
    assert time.process_time() - before < 5


@given(st.binary(max_size=300), st.integers(0, 2000), st.integers(0, 255))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int, byte: int) -> None:
    data = bytearray(chrome(PAGE.encode(), "quoted-printable"))
    data[at % len(data)] = byte
    headers = b"Content-Type: multipart/related; boundary=" + noise
    for each in (bytes(data), noise, headers, b"Content-Type: text/html; charset=" + noise):
        with suppress(NoArticle):
            assert read(each).paragraphs
