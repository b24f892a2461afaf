"""Markdown (CommonMark with tables, strikethrough and footnotes) to an Article."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from itertools import islice

from reader.formats import dates, encoding, legacy
from reader.formats.files import text, whole
from reader.formats.material import Loaded, Material
from reader.formats.tidy import tidy

_FRONT = re.compile(
    r"\s*(---|\+\+\+)[ \t]*\r?\n((?:[^\r\n]*\r?\n){0,100}?)(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)"
)
# A field's value may go on in lines that are set in, or in items.
_FIELD = re.compile(
    r"^(title|author|date)s?[ \t]*[:=][ \t]*([^\n]*(?:\n(?:[ \t]+|-[ \t])\S[^\n]*)*)", re.I | re.M
)
_ITEM = re.compile(r"^(?:-[ \t]+)?(?:\{?[ \t]*name[ \t]*:[ \t]*)?")
_BLOCK = ("", ">", ">-", ">+", "|", "|-", "|+")
_NOTE = re.compile(r"^[ \t]{0,3}\[\^[^\]\s]{1,40}\]:[ \t]*", re.M)
_NOTED = re.compile(r"\[\^[^\]\s]{1,40}\]")
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.M)
_MARK = re.compile(r"(?<!\\)==(?=\S)([^=\n]+)(?<=\S)==")
# Signs that are letters in text typed for a legacy font.
_LETTERS = ["autolink", "backticks", "escape", "html_block", "html_inline", "strikethrough"]
# What takes the parser time: at most five seconds' worth of either is parsed as Markdown.
_SIGN = re.compile(r"[\[\]|*_`<>!&~\\\n]")
_MOST_SIGNS = 100_000
_LONGEST = 2_000_000


def parse(material: Material) -> Loaded:
    """Return the article; title, author and date of its front matter go to their fields.

    HTML in it is read as such. What is too large to be parsed is read as plain text. Raises
    NoArticle when there is no text.
    """
    content = encoding.decode(material.data, material.name, material.charset)
    if len(content) > _LONGEST or any(islice(_SIGN.finditer(content), _MOST_SIGNS, None)):
        return text.parse(_HEADING.sub("", content), material.name)
    front = _FRONT.match(content)
    said = _fields(front[2]) if front else {}
    html = _html(content[front.end() :] if front else content)
    title = said.get("title", "")
    if title and not re.match(rf"<h1>\s*{re.escape(escape(title))}\s*</h1>", html):
        html = f"<h1>{escape(title)}</h1>{html}"
    found = whole.parse(html, material.name, material.url)
    return replace(
        found,
        byline=said.get("author") or found.byline,
        published=dates.parse(said.get("date", "")) or found.published,
    )


def _fields(front: str) -> dict[str, str]:
    """Return the fields of front matter that say what the article is, without their quotes."""
    pairs = ((name.lower(), _value(value)) for name, value in _FIELD.findall(front))
    return {name: value for name, value in pairs if value}


def _value(written: str) -> str:
    """Return a value of YAML or TOML as one line, the items of a list with commas between."""
    first, *others = written.splitlines() or [""]
    lines = [line.strip() for line in ([] if first.strip() in _BLOCK else [first]) + others]
    in_items = any(line.startswith("- ") for line in lines)
    if lines and lines[0].startswith("["):
        lines, in_items = " ".join(lines).strip("[] ").split(","), True
    parts = (_ITEM.sub("", tidy(line)).strip("\"'{} ") for line in lines)
    return (", " if in_items else " ").join(filter(None, parts))


def _html(content: str) -> str:
    """Return Markdown as HTML; words marked with == and notes lose the signs."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    if legacy.converted_lines(content)[1]:
        reader.disable(_LETTERS)
    # An address that leads nowhere of use is dropped later, not shown with its link's words.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    content = _NOTED.sub("", _NOTE.sub("\n", content))
    return str(reader.render(_MARK.sub(r"\1", content)))
