"""What changed between two versions of an article, in the terminal: as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reader.formats.tidy import visible
from reader.model import Change, Document, Sentence


def changes_json(old: Document | None, new: Document, changes: Iterable[Change]) -> dict[str, Any]:
    """The comparison as plain data.

    Keys: kept (when the version before was fetched, ISO 8601, "" when that is not known, None
    when there was none), fetched (the same of this one, or None), changes [{kind, before, after
    {id, text, english}, either of which may be None}].
    """
    kept = old.article.fetched if old else None
    return {
        "kept": kept.isoformat() if kept else "" if old else None,
        "fetched": new.article.fetched.isoformat() if new.article.fetched else None,
        "changes": [
            {
                "kind": change.kind.value,
                "before": _sentence_json(old, change.before),
                "after": _sentence_json(new, change.after),
            }
            for change in changes
        ],
    }


def changes_text(old: Document | None, new: Document, changes: Iterable[Change]) -> str:
    """The comparison to read in a terminal: how much changed, then a change a block."""
    changes = list(changes)
    if old is None:
        return "Nothing was kept from this address before. This version is kept now."
    since = f"the version of {_moment(old.article.fetched)}"
    if not changes:
        return f"Nothing has changed since {since}."
    count = "1 sentence is" if len(changes) == 1 else f"{len(changes)} sentences are"
    blocks = (_block(old, new, change) for change in changes)
    return visible("\n\n".join([f"{count} not as in {since}.", *blocks]))


def _sentence_json(document: Document | None, sentence: Sentence | None) -> dict[str, str] | None:
    if document is None or sentence is None:
        return None
    english = document.english_of(sentence)
    return {"id": sentence.id, "text": sentence.text, "english": english}


def _block(old: Document, new: Document, change: Change) -> str:
    lines = [*_lines("-", old, change.before), *_lines("+", new, change.after)]
    return "\n".join([change.kind.value, *lines])


def _lines(sign: str, document: Document, sentence: Sentence | None) -> list[str]:
    """A sentence under its sign, and its English under it where that is known."""
    if sentence is None:
        return []
    english = document.english_of(sentence)
    return [f"  {sign} {sentence.text}", *([f"    {english}"] if english else [])]


def _moment(time: datetime | None) -> str:
    return time.astimezone().strftime("%Y-%m-%d %H:%M") if time else "a time not known"
