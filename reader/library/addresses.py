"""When two addresses lead to one article."""

from __future__ import annotations

import re

_LOGIN = re.compile(r"(?<=://)[^/?#]*@")
_ROOT = re.compile(r"\w+://[^/?#]*/*")
# What advertisers and newsletters add to count their readers: the page is the same without.
_TRACKING = re.compile(
    r"(?:utm_\w*|mtm_\w*|pk_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid"
    r"|ttclid|igshid|igsh|mc_[ce]id|_ga|_gl)(?:=.*)?",
    re.I | re.S,
)


def place(address: str) -> str:
    """``address`` without login, fragment, tracking parameters and slashes at the path's end.

    The rest of its query stays: on many sites that alone tells one article from another.
    """
    # By hand: urllib raises ValueError for an address such as https://[half.
    path, _, query = _LOGIN.sub("", address.strip()).partition("#")[0].partition("?")
    kept = "&".join(p for p in query.split("&") if p and not _TRACKING.fullmatch(p))
    path = path.rstrip("/")
    return f"{path}?{kept}" if kept else path


def own_place(address: str) -> str:
    """``address`` as `place` writes it; '' for a whole site's, which is no article's own."""
    where = place(address)
    return "" if _ROOT.fullmatch(where) else where
