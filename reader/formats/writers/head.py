"""The line under a headline and the source line, for exports, the clipboard and the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.formats import dates
from reader.model import Article, Document


def hindi_head(document: Document) -> str:
    """Return dateline, byline and dates, such as 'लखनऊ · आरती शर्मा · 19 जून 2024, शाम 5:34'.

    The time of the last change follows when it is a minute or more from the first, without
    its day when that is the same.
    """
    article = document.article
    times = _times(article, dates.hindi_date, dates.hindi_time, "अपडेट")
    return " · ".join(filter(None, (article.dateline, article.byline, *times)))


def english_head(document: Document) -> str:
    """Return what `hindi_head` does, in English."""
    times = _times(document.article, dates.english_date, dates.english_time, "updated")
    return " · ".join(filter(None, (document.english_dateline, document.english_byline, *times)))


def source_line(document: Document) -> str:
    """Return publisher, day, address and when it was fetched from there.

    Such as 'Nadi Samachar, 19 June 2024, https://…, fetched 20 June 2024, 9:10 am IST'. Where the
    publisher is not known the author stands for it.
    """
    article = document.article
    time = article.published or article.modified
    day = dates.english_day(time) if time else ""
    said = (article.source or article.byline, day, article.url, fetched(document))
    return ", ".join(filter(None, said))


def fetched(document: Document) -> str:
    """Return when the article was fetched; '' where it came from a file."""
    time = document.article.fetched
    return f"fetched {moment(time)}" if time else ""


def moment(time: datetime) -> str:
    """Return when something was done with an article, such as '20 June 2024, 9:10 am IST'.

    It is Indian time, as the times that the article itself names are.
    """
    return f"{dates.english_day(time)}, {dates.english_time(time)} IST"


def _times(
    article: Article,
    whole: Callable[[datetime], str],
    time: Callable[[datetime], str],
    updated: str,
) -> list[str]:
    first, last = article.published, article.modified
    shown = [whole(first)] if first else []
    if last and not (first and abs((last - first).total_seconds()) < 60):
        same_day = first and dates.english_day(first) == dates.english_day(last)
        shown.append(f"{updated} {time(last) if same_day else whole(last)}")
    return shown
