"""What is said of an address before anyone follows it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl

from reader.ui.flags import Offer
from reader.ui.rows import Run, RunKind

LONGEST = 120
"""Characters of an address that are shown."""

Part = QUrl.ComponentFormattingOption


def host(address: str) -> str:
    """The host of an address as the network knows it, so that no letter poses as another."""
    return QUrl(address).host(Part.FullyEncoded)


def described(address: str) -> str:
    """The host, then the address as it is sent, without a user's name or password."""
    whole = QUrl(address).toString(Part.FullyEncoded | QUrl.UrlFormattingOption.RemoveUserInfo)
    shown = whole if len(whole) <= LONGEST else f"{whole[:LONGEST]}…"
    return f"{host(address)} · {shown}"


def tip(run: Run | None) -> str:
    """What is said over a link, a sign or the offer of a picture, as rich text; else ''."""
    if run is None:
        return ""
    if run.kind is RunKind.PENCIL:
        return "<p>Edited by hand</p>"
    if run.tip:
        return f"<p>{escape(run.tip)}<br>More about this English: Ctrl+I</p>"
    if run.offer is Offer.ABOUT:
        return "<p>More about this English: Ctrl+I</p>"
    if run.link:
        return f"<p>{escape(described(run.link))}<br>Ctrl+click opens it in your browser</p>"
    return f"<p>from {escape(host(run.address))}</p>" if run.address else ""
