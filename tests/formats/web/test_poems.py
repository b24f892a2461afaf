"""A page that is a poem and nothing else."""

import pytest

from reader.errors import NoArticle
from reader.formats.web import page

COUPLETS = [
    ("रात के सीने पे लिक्खा है चिराग़ों का सफ़र", "कौन जाने किस गली ठहरे उजालों का सफ़र"),
    ("रेत पर हम ने भी देखे हैं नदी के कुछ निशाँ", "बूँद से पूछा था हम ने भी घटाओं का सफ़र"),
    ("शहर की इस भीड़ में खोया हुआ है गाँव भी", "और पगडंडी पे ठहरा है किसानों का सफ़र"),
]
LINES = [line for couplet in COUPLETS for line in couplet]
MENU = "".join(f"<li><a href='/{n}'>विषय {n}</a></li>" for n in range(9))


def read(body: str) -> list[str]:
    html = f"<nav><ul>{MENU}</ul></nav><article><h1>ग़ज़ल: चिराग़ों का सफ़र</h1>{body}</article>"
    return [paragraph.text for paragraph in page.parse(html).paragraphs]


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{one}<br>{other}</p>" for one, other in COUPLETS),
        "".join(f"<p>{line}</p>" for line in LINES),
        "<p>" + "<br><br>".join("<br>".join(couplet) for couplet in COUPLETS) + "</p>",
    ],
)
def test_each_line_of_a_poem_stays(body: str) -> None:
    assert read(body) == LINES


def test_a_few_lines_are_no_poem() -> None:
    with pytest.raises(NoArticle):
        read("".join(f"<p>{line}</p>" for line in LINES[:3]))


def test_links_are_no_poem() -> None:
    with pytest.raises(NoArticle):
        read("".join(f"<p><a href='/a'>{line}</a></p>" for line in LINES))
