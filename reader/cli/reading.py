"""Opening what a command names; the copy kept stands in for an address that gives nothing."""

from __future__ import annotations

from argparse import Namespace

from reader import formats
from reader.app import Core
from reader.errors import FetchError, NoArticle
from reader.formats import dates
from reader.model import Article, Contents, Document
from reader.terminal import complain


def opened(core: Core, options: Namespace, source: str) -> Document | Contents:
    """What is at ``source``: an article, or the list where there are several.

    Where an address gives no article, the copy kept of it if there is one; a line on stderr
    says so. Raises InputError.
    """
    try:
        return core.open(source, part=options.part, any_language=options.any_language)
    except (FetchError, NoArticle) as error:
        is_address = formats.is_address(source) and not options.part
        kept = core.kept_at(source) if is_address else None
        if kept is None:
            raise
        complain(f"{error} This is the copy {_of(kept)}.")
        return core.lay_out(kept)


def document_at(core: Core, options: Namespace, source: str) -> Document:
    """The one article at ``source``. Raises InputError where there are several."""
    found = opened(core, options, source)
    if isinstance(found, Contents):
        raise formats.several(found)
    return found


def _of(kept: Article) -> str:
    return f"of {dates.english_day(kept.fetched.astimezone())}" if kept.fetched else "kept"
