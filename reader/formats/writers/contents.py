"""Several articles to choose from, in the terminal: as JSON for scripts, and as text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reader.formats.tidy import visible
from reader.model import Contents, Entry


def contents_json(contents: Contents) -> dict[str, Any]:
    """The list as plain data.

    Keys: kind (book, feed), title, url, entries [{title, source, part, published (ISO 8601
    with offset, or None), summary}].
    """
    return {
        "kind": contents.kind.value,
        "title": contents.title,
        "url": contents.url,
        "entries": [entry_json(entry) for entry in contents.entries],
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry as plain data: title, source, part, published and summary."""
    return {
        "title": entry.title,
        "source": entry.source,
        "part": entry.part,
        "published": entry.published.isoformat() if entry.published else None,
        "summary": entry.summary,
    }


def contents_text(contents: Contents) -> str:
    """The list to read in a terminal: the title, then a numbered entry a block."""
    entries = [f"{n:>3}  {entry_text(e)}" for n, e in enumerate(contents.entries, 1)]
    return "\n".join([visible(contents.title), "", *entries]).strip("\n")


def entry_text(entry: Entry) -> str:
    """An entry in two lines or three: title and day, then where to find it."""
    published = f"{_day(entry.published)}  " if entry.published else ""
    where = f"--part {entry.part}" if entry.part else entry.source
    return visible(f"{published}{entry.title}\n     {where}")


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d")
