"""Microsoft Translator, version 3.0 of its text API, with a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.model import ENGLISH, HINDI
from reader.translation.engine import Limit
from reader.translation.engines.http import exchange
from reader.translation.engines.keyed import KeyedEngine, texts_at

ADDRESS = "https://api.cognitive.microsofttranslator.com"
REQUEST_LIMIT = 5000
"""Characters; the service takes 50,000, but would keep the reader waiting for them."""
_VERSION = {"api-version": "3.0"}


class MicrosoftEngine(KeyedEngine):
    """Sends sentences to Microsoft; safe to use from several threads at once."""

    name = "microsoft"
    label = "Microsoft Translator"
    limit = Limit(REQUEST_LIMIT)
    most = 1000
    also = "A key of one region wants that region, in Settings or in SETU_MICROSOFT_REGION."

    def __init__(self, address: str = "", *, region: str = "", **given: Any) -> None:  # noqa: ANN401
        """``region`` of the key's resource, '' for a global one; the rest as KeyedEngine."""
        super().__init__(address.strip().rstrip("/") or ADDRESS, **given)
        self._region = region

    def hindi(self) -> bool:
        """Whether its list of languages has Hindi and English; asks it, without the key."""
        self._open()
        url = f"{self._address}/languages"
        content = self.content(
            exchange("GET", url, self._timeouts, params={**_VERSION, "scope": "translation"})
        )
        languages = content.get("translation") if isinstance(content, dict) else None
        if not isinstance(languages, dict):
            raise self.strange()
        return HINDI in languages and ENGLISH in languages

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        headers = {"Ocp-Apim-Subscription-Key": self._given_key()}
        if self._region:
            headers["Ocp-Apim-Subscription-Region"] = self._region
        answer = exchange(
            "POST",
            f"{self._address}/translate",
            self._timeouts,
            params={**_VERSION, "from": HINDI, "to": ENGLISH},
            json=[{"Text": sentence} for sentence in sentences],
            headers=headers,
        )
        content = self.content(answer)
        try:
            lists = [item["translations"] for item in content]  # type: ignore[attr-defined]
            return [texts_at(translations, "text")[0] for translations in lists]
        except (LookupError, TypeError):
            raise self.strange() from None
