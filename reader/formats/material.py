"""What a reader of a format is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reader.errors import InputError, NoArticle
from reader.model import Article, Contents, ContentsKind, Document

Loaded: TypeAlias = Article | Contents | Document
"""An article; several to choose from; or a document saved with its English and marks."""


@dataclass(frozen=True, slots=True)
class Material:
    """Bytes to be read as an article.

    ``name`` is what messages call it, a file's name or a host. ``url`` is where it was
    fetched, ``charset`` what the server said, '' where there was none. ``source`` is what
    the reader opened, and ``part`` which of a book's articles: an Entry's ``part``, ALL for
    the whole book, '' to be offered its contents.
    """

    data: bytes
    name: str
    url: str = ""
    charset: str = ""
    source: str = ""
    part: str = ""


ALL = "all"
"""The part that is a whole book."""


INPUT, TEXT, CLIPBOARD = "The input", "The text", "The clipboard"
"""What messages call what has no name of its own."""


def inside(name: str) -> str:
    """Return the name of a Material as it stands inside a sentence."""
    return name.lower() if name in (INPUT, TEXT, CLIPBOARD) else name


LONGEST = 2_000_000
"""The characters of the longest article: two long novels, analysed in four seconds."""


def no_book(name: str) -> NoArticle:
    """The refusal of a part of what has none."""
    return NoArticle(f"{name} is no book of several articles.", "Leave out --part.")


def too_long(name: str) -> NoArticle:
    """What to say of the Material called ``name`` that holds more than any article."""
    what = f"{name} has more text than can be read as one article."
    return NoArticle(what, "Save a part of it alone, or paste its text.")


def several(contents: Contents) -> InputError:
    """What to say of ``contents`` where one article is wanted."""
    if contents.kind is ContentsKind.BOOK:
        return InputError("This is a book of several articles.", "Choose one with --part.")
    return InputError("This is a list of articles.", "Open one of its addresses.")
