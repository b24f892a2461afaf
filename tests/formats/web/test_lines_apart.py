import pytest

from reader.model import Kind
from tests.formats.web.stories import PROSE, read, texts

HEAD = "कैसे हुई सफ़ाई"


def test_a_bold_line_over_its_paragraph_is_a_heading() -> None:
    article = read(body=f"<p>{PROSE[0]}</p><p><b>{HEAD}</b><br>{PROSE[1]}</p><p>{PROSE[2]}</p>")
    assert texts(article) == (PROSE[0], HEAD, *PROSE[1:])
    assert [each.kind for each in article.paragraphs] == [
        Kind.BODY, Kind.HEADING, Kind.BODY, Kind.BODY,
    ]  # fmt: skip


def test_a_dateline_in_bold_is_no_heading() -> None:
    article = read(body=f"<p><b>सोनपुरा:</b><br>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>")
    assert (article.dateline, texts(article)) == ("सोनपुरा", PROSE)


def test_words_in_bold_within_a_line_part_nothing() -> None:
    first = f"<b>सफ़ाई</b> का काम पूरा हुआ,<br>{PROSE[1]}"
    article = read(body=f"<p>{first}</p><p>{PROSE[0]}</p><p>{PROSE[2]}</p>")
    assert texts(article)[0] == f"सफ़ाई का काम पूरा हुआ, {PROSE[1]}"


VERSE = ("धूप का टुकड़ा आँगन में", "रोज़ सुबह बैठ जाता है", "माँ उसे छूकर कहती है", "चलो, दिन निकल आया है")


@pytest.mark.parametrize("tag", ["p", "blockquote"])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_the_lines_of_a_poem_stay_lines(tag: str, at: int) -> None:
    poem = f"<{tag}>{'<br>'.join(VERSE)}</{tag}>"
    parts = [f"<p>{text}</p>" for text in PROSE]
    article = read(body="".join((*parts[:at], poem, *parts[at:])))
    assert texts(article) == (*PROSE[:at], *VERSE, *PROSE[at:])


def test_prose_broken_into_short_lines_is_one_paragraph() -> None:
    words = PROSE[1].split()
    broken = "<br>".join(" ".join(words[at : at + 5]) for at in range(0, len(words), 5))
    article = read(body=f"<p>{PROSE[0]}</p><p>{broken}</p><p>{PROSE[2]}</p>")
    assert texts(article) == PROSE
