"""DeepL, version 2 of its API, with a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.errors import AuthFailed
from reader.model import HINDI
from reader.translation.engine import Limit, Measure
from reader.translation.engines.http import exchange
from reader.translation.engines.keyed import KeyedEngine, texts_at

ADDRESS = "https://api.deepl.com"
FREE_ADDRESS = "https://api-free.deepl.com"
"""Where keys that end in ``:fx`` are good."""
REQUEST_LIMIT = 30_000
"""Bytes; the service takes 128 KiB a request."""
MOST_TEXTS = 50


class DeepLEngine(KeyedEngine):
    """Sends sentences to DeepL; safe to use from several threads at once."""

    name = "deepl"
    label = "DeepL"
    limit = Limit(REQUEST_LIMIT, Measure.BYTES)
    most = MOST_TEXTS

    def __init__(self, address: str = "", **given: Any) -> None:  # noqa: ANN401
        """``address`` '' for DeepL's paid service; the rest as KeyedEngine."""
        super().__init__(address.strip().rstrip("/") or ADDRESS, **given)

    def hindi(self) -> bool:
        """Whether its list of source languages has Hindi; asks it, with the key."""
        self._open()
        url, headers = self._place("languages")
        content = self.content(
            exchange("GET", url, self._timeouts, params={"type": "source"}, headers=headers)
        )
        try:
            return HINDI.upper() in (code.upper() for code in texts_at(content, "language"))
        except (LookupError, TypeError):
            raise self.strange() from None

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        url, headers = self._place("translate")
        question = {"text": list(sentences), "source_lang": "HI", "target_lang": "EN-GB"}
        answer = exchange("POST", url, self._timeouts, json=question, headers=headers)
        content = self.content(answer)
        try:
            return texts_at(content["translations"], "text")  # type: ignore[index]
        except (LookupError, TypeError):
            raise self.strange() from None

    def _place(self, method: str) -> tuple[str, dict[str, str]]:
        """The address of a method, and the header that carries the key."""
        key = self._given_key()
        if self._address == ADDRESS and key.endswith(":fx"):
            # Not asked there at once: the reader agreed to another receiver.
            raise AuthFailed(
                "This is a key for DeepL's free service.",
                f"Set DeepL's address to {FREE_ADDRESS}, in Settings or after --address.",
            )
        return f"{self._address}/v2/{method}", {"Authorization": f"DeepL-Auth-Key {key}"}
