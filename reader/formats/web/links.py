"""The addresses in a page: whole, and http or https alone."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from reader.formats.tidy import visible
from reader.formats.web.elements import Element

_LONGEST = 4096  # characters; what is longer carries data and leads nowhere
_BREAKS = re.compile(r"[\t\r\n]")


def base_of(root: Element, url: str) -> str:
    """Return the address that the links of the page ``root``, fetched from ``url``, start from."""
    said = (element.get("href") for element in root.iter("base"))
    return next(filter(None, (absolute(href, url) for href in said if href)), url)


def absolute(href: str, base: str) -> str:
    """Return where ``href`` leads from ``base``, '' unless it is another http or https address."""
    address = visible(_BREAKS.sub("", href[: _LONGEST + 1])).strip().replace(" ", "%20")
    if not address or address[0] == "#" or len(address) > _LONGEST:
        return ""
    try:
        joined = address if address[:4].lower() == "http" else urljoin(base, address)
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
