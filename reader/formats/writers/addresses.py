"""Addresses as they may stand in what Setu writes: of the web, or not at all."""

from __future__ import annotations

import re
from urllib.parse import quote

from reader.formats.tidy import visible

_WEB = re.compile(r"https?://[^\s/?#]\S*", re.I)
# What may stand in an address as it is, beside letters and digits (RFC 3986).
_SAFE = "%:/?#[]@!$&'()*+,;=~"


def web_address(address: str) -> str:
    """Return an http or https address in plain ASCII, what is unsafe in it percent-encoded.

    Anything else, such as javascript:, gives ''. Spaces, quotes, angle brackets, bars and
    letters of other scripts are encoded; parentheses and ampersands are not.
    """
    encoded = quote(visible(address).strip(), safe=_SAFE)
    return encoded if _WEB.fullmatch(encoded) else ""
