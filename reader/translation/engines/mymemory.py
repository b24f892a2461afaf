"""MyMemory, a public translation memory with machine translation, through deep-translator.

API: https://mymemory.translated.net/doc/spec.php, read in 2026. Its errors come with status
200 too, in ``responseStatus``, their words in place of the translation.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.errors import BadResponse, EngineError, Unavailable
from reader.translation.engine import Limit, Manners
from reader.translation.engines.batching import answers
from reader.translation.engines.borrowed import check_length, fetched, within
from reader.translation.engines.http import LOCKED, PLAIN, RemoteEngine, Timeouts, host_of
from reader.translation.engines.troubles import OTHER_ENGINE, strange, too_long

ADDRESS = "https://api.mymemory.translated.net/get"
"""The address deep-translator asks."""
REQUEST_LIMIT = 499
"""Characters; 500 are refused."""
_HINDI, _ENGLISH = "hi-IN", "en-GB"
_USED_UP = re.compile("ALL AVAILABLE FREE TRANSLATIONS|TOO MANY REQUESTS", re.IGNORECASE)
_TOO_LONG = re.compile("QUERY LENGTH LIMIT", re.IGNORECASE)
_USUAL = Timeouts()


class MyMemoryEngine(RemoteEngine):
    """Sends sentences to MyMemory, each by itself; safe to use from several threads at once."""

    name = "mymemory"
    label = "MyMemory"
    limit = Limit(REQUEST_LIMIT)
    manners = Manners(at_once=2, interval=0.25, together=False)

    def __init__(
        self, address: str = "", *, offline: bool = False, timeouts: Timeouts = _USUAL
    ) -> None:
        """``address`` of a server that speaks like MyMemory, '' for MyMemory itself."""
        super().__init__(_asked_at(address), offline=offline, timeouts=timeouts)

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if self.is_locked:
            return LOCKED
        return "" if self.host else f"The address set for MyMemory is not a web address {PLAIN}."

    def hindi(self) -> bool:
        """Whether it translates a Hindi word: it has no list of languages."""
        return bool(list(self.translate(["पानी"])))

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        if reason := self.unavailable_reason():
            raise Unavailable(reason)
        return answers(sentences, self.limit, self._ask, self.host, most=1)

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        (text,) = sentences
        check_length(len(text), REQUEST_LIMIT, self.host)
        # One client a call: it keeps the text in itself, so threads sharing it mix theirs.
        client = _client()(source=_HINDI, target=_ENGLISH)
        client._base_url = self._address
        with within(self._timeouts):
            return [client.translate(text) or ""]


def _asked_at(address: str) -> str:
    """MyMemory's own address for '', ``/get`` added to a host alone."""
    address = address.strip().rstrip("/") or ADDRESS
    return address if address.endswith("/get") else f"{address}/get"


@cache
def _client() -> Callable[..., Any]:
    """deep-translator's MyMemoryTranslator, its `requests` replaced by ours."""
    from deep_translator import mymemory

    mymemory.requests = _Requests()
    translator: Callable[..., Any] = mymemory.MyMemoryTranslator
    return translator


class _Requests:
    """What deep-translator takes for the `requests` library."""

    def get(self, url: str, params: Mapping[str, str], proxies: object = None) -> _Translation:
        """The translation; raises EngineError where the answer is another."""
        host = host_of(url)
        try:
            content = json.loads(fetched(url, params, MyMemoryEngine.label).text)
            english = content["responseData"]["translatedText"]
            status = str(content.get("responseStatus", 200))
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            raise strange(host, MyMemoryEngine.label) from None
        words = f"{content.get('responseDetails', '')} {english}"
        if status != "200" or "MYMEMORY WARNING" in words:
            raise _refusal(status, words, host)
        return _Translation(html.unescape(english) if isinstance(english, str) else "")


def _refusal(status: str, words: str, host: str) -> EngineError:
    if _TOO_LONG.search(words):
        return too_long(host)
    if status == "429" or _USED_UP.search(words):
        return Unavailable(
            f"{host} gives no more free translations today.",
            "Choose another engine, or go on tomorrow.",
        )
    return BadResponse(f"{host} did not accept the sentence.", OTHER_ENGINE)


@dataclass(frozen=True, slots=True)
class _Translation:
    """As much of a response as deep-translator looks at."""

    english: str
    status_code: int = 200

    def json(self) -> object:
        """What the client picks the translation from."""
        return {"responseData": {"translatedText": self.english}, "matches": [_NONE]}

    def close(self) -> None:
        """Nothing: the exchange is over."""


_NONE = {"translation": ""}
