"""What a reader of a format is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reader.errors import InputError
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


def in_sentence(name: str) -> str:
    """Return a Material's ``name`` as it stands inside a sentence: 'the input'."""
    return "t" + name[1:] if name.startswith("The ") and "." not in name else name


ALL = "all"
"""The part that is a whole book."""


def several(contents: Contents) -> InputError:
    """What to say of ``contents`` where one article is wanted."""
    if contents.kind is ContentsKind.BOOK:
        return InputError("This is a book of several articles.", "Choose one with --part.")
    return InputError("This is a list of articles.", "Open one of its addresses.")
