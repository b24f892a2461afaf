"""The line under a headline and the source line, for exports, the clipboard and the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.formats import dates
from reader.model import Article, Document


def hindi_head(document: Document) -> str:
    """Return dateline, byline and dates, such as 'लखनऊ · आरती शर्मा · 19 जून 2024, शाम 5:34'.

    The time of the last change follows when it is a minute or more from the first.
    """
    article = document.article
    times = _times(article, dates.hindi_date, "अपडेट")
    return " · ".join(filter(None, (article.dateline, article.byline, *times)))


def english_head(document: Document) -> str:
    """Return what `hindi_head` does, in English."""
    times = _times(document.article, dates.english_date, "updated")
    return " · ".join(filter(None, (document.english_dateline, document.english_byline, *times)))


def source_line(document: Document) -> str:
    """Return publisher, day and address, such as 'Nadi Samachar, 19 June 2024, https://…'."""
    article = document.article
    time = article.published or article.modified
    day = dates.english_day(time) if time else ""
    return ", ".join(filter(None, (article.source, day, article.url)))


def _times(article: Article, write: Callable[[datetime], str], updated: str) -> list[str]:
    first, last = article.published, article.modified
    shown = [write(first)] if first else []
    if last and not (first and abs((last - first).total_seconds()) < 60):
        shown.append(f"{updated} {write(last)}")
    return shown
