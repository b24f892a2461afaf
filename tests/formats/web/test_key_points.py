import pytest

from tests.formats.web.stories import PROSE, read, texts

POINTS = ("तालाब तीन महीने में साफ़ हुआ", "सौ से अधिक लोग जुड़े", "चार और गाँव तैयार")
LIST = f"<ul>{''.join(f'<li>{point}</li>' for point in POINTS)}</ul>"
LINES = "".join(f"<p>{point}</p>" for point in POINTS)
HEADINGS = (
    "Story Highlights:", "हाइलाइट्स :", "खास बातें :-", "Key Points –", "पांच बड़ी बातें", "TL;DR",
    "खबर का सार (AI)", "मुख्य बिंदु (Key Points)",
)  # fmt: skip
LIST_HEADINGS = ("इस खबर में", "क्या है खबर", "क्यों महत्वपूर्ण है?")


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("points", [LIST, LINES])
def test_points_under_a_heading_of_theirs(heading: str, points: str) -> None:
    article = read(f"<div><p><b>{heading}</b></p>{points}</div>")
    assert (article.key_points, texts(article)) == (POINTS, PROSE)


@pytest.mark.parametrize("heading", LIST_HEADINGS)
def test_a_list_under_a_heading_that_may_be_another_s(heading: str) -> None:
    article = read(f"<details><summary>{heading}</summary>{LIST}</details>")
    assert (article.key_points, texts(article)) == (POINTS, PROSE)


@pytest.mark.parametrize("heading", LIST_HEADINGS)
def test_prose_under_such_a_heading_is_no_box(heading: str) -> None:
    section = f"<section><h2>{heading}</h2><p>{PROSE[1]}</p></section>"
    article = read(body=f"<p>{PROSE[0]}</p>{section}<p>{PROSE[2]}</p>")
    assert (article.key_points, texts(article)) == ((), (PROSE[0], heading, *PROSE[1:]))


def test_a_note_behind_the_heading_on_who_wrote_the_points() -> None:
    note = "<div>AI Summary <small>AI-generated summary, read by our newsroom</small></div>"
    assert read(f"<div>{note}{LIST}</div>").key_points == POINTS


def test_points_on_the_line_of_their_heading() -> None:
    article = read("<p>Highlights: तालाब साफ़ हुआ • लोग जुड़े</p>")
    assert article.key_points == ("तालाब साफ़ हुआ", "लोग जुड़े")


@pytest.mark.parametrize("text", ["- {} - {} - {}", "1. {} 2. {} 3. {}", "• {} • {} • {}"])
def test_points_on_one_line_behind_signs_are_told_apart(text: str) -> None:
    points = ("तालाब साफ़", "सौ लोगों ने हाथ बँटाया", "घरों तक पानी पहुँचा")
    article = read(above=f"<div><h3>मुख्य बातें</h3><p>{text.format(*points)}</p></div>")
    assert article.key_points == points


def test_a_summary_to_unfold_holds_the_key_points() -> None:
    points = "<ul><li>तालाब साफ़</li><li>घरों तक पानी पहुँचा</li></ul>"
    article = read(above=f"<details open><summary>संक्षेप में पढ़ें</summary>{points}</details>")
    assert article.key_points == ("तालाब साफ़", "घरों तक पानी पहुँचा")


def test_the_numbers_of_a_list_of_long_points_are_no_key_points() -> None:
    points = "".join(f"<span>{n}</span><p>{text}</p>" for n, text in enumerate(PROSE, 1))
    article = read(f"<h2>10 बड़ी बातें</h2>{points}")
    assert article.key_points == ()
    assert set(PROSE) <= {paragraph.text for paragraph in article.paragraphs}
