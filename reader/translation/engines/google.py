"""Google Translate's page for small screens, through deep-translator.

deep-translator reads the page; the HTTP exchange is ours, because its own has no time-out
and joins the lines of an answer broken with ``<br>``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from reader.errors import BadResponse, Unavailable
from reader.model import ENGLISH, HINDI
from reader.translation.engine import TRY_LATER, Limit, Manners
from reader.translation.engines.batching import answers
from reader.translation.engines.borrowed import check_length, fetched, within
from reader.translation.engines.http import LOCKED, PLAIN, RemoteEngine, Timeouts, host_of

ADDRESS = "https://translate.google.com/m"
"""The page deep-translator reads."""
REQUEST_LIMIT = 1500
"""Characters a request: each grows to 9 bytes in the address, which servers cap at 16 KiB."""
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_RESULT = re.compile(r"<div[^>]*\bclass=[^>]*\b(?:t0|result-container)\b[^>]*>", re.IGNORECASE)
_USUAL = Timeouts()


class GoogleEngine(RemoteEngine):
    """Sends sentences to Google Translate; safe to use from several threads at once."""

    name = "google"
    label = "Google Translate"
    limit = Limit(REQUEST_LIMIT)
    manners = Manners(at_once=2, interval=0.25)

    def __init__(
        self, address: str = "", *, offline: bool = False, timeouts: Timeouts = _USUAL
    ) -> None:
        """``address`` of a server that speaks like Google's page, '' for Google's own."""
        super().__init__(_page(address), offline=offline, timeouts=timeouts)

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if self.is_locked:
            return LOCKED
        return "" if self.host else f"The address set for Google is not a web address {PLAIN}."

    def hindi(self) -> bool:
        """Whether it translates a Hindi word: Google's page has no list of languages."""
        return bool(list(self.translate(["पानी"])))

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        if reason := self.unavailable_reason():
            raise Unavailable(reason)
        return answers(sentences, self.limit, self._ask, self.host)

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        """The lines that come back for ``sentences`` sent as lines of one text."""
        text = "\n".join(sentences)
        check_length(len(text), REQUEST_LIMIT, self.host)
        with within(self._timeouts):
            return self._fetch(text).split("\n")

    def _fetch(self, text: str) -> str:
        from bs4.builder import ParserRejectedMarkup
        from deep_translator.exceptions import TranslationNotFound

        # One client a call: it keeps the text in itself, so threads sharing it mix theirs.
        client = _client()(source=HINDI, target=ENGLISH)
        client._base_url = self._address
        try:
            return client.translate(text) or ""
        except (TranslationNotFound, ParserRejectedMarkup):
            raise _no_translation(self.host) from None


def _page(address: str) -> str:
    """The page's address: Google's own for '', ``/m`` added to a host alone."""
    address = address.strip() or ADDRESS
    if not host_of(address) or urlsplit(address).path.strip("/"):
        return address
    return f"{address.rstrip('/')}/m"


@cache
def _client() -> Callable[..., Any]:
    """deep-translator's GoogleTranslator, its `requests` replaced by ours."""
    from deep_translator import google

    google.requests = _Requests()
    translator: Callable[..., Any] = google.GoogleTranslator
    return translator


class _Requests:
    """What deep-translator takes for the `requests` library."""

    def get(self, url: str, params: Mapping[str, str], proxies: object = None) -> _Page:
        """The page, cut down to the translation; raises EngineError instead of a bad status."""
        answer = fetched(url, params, GoogleEngine.label)
        return _Page(_result(answer.text, host_of(url)))


@dataclass(frozen=True, slots=True)
class _Page:
    """As much of a response as deep-translator looks at."""

    text: str
    status_code: int = 200

    def close(self) -> None:
        """Nothing: the exchange is over."""


def _result(page: str, host: str) -> str:
    """The element with the translation, whole, its line breaks turned into line feeds."""
    start = _RESULT.search(page)
    if not start:
        raise _no_translation(host)
    end = page.find("</div>", start.end())
    if end < 0:
        raise BadResponse(f"The answer of {host} broke off.", TRY_LATER)
    return _BREAK.sub("\n", page[start.start() : end]) + "</div>"


def _no_translation(host: str) -> BadResponse:
    return BadResponse(
        f"{host} answered with a page that holds no translation.",
        "It may ask for consent or block this network: choose another engine.",
    )
