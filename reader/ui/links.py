"""What is said of an address before anyone follows it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl

from reader.ui.rows import Run

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


def tip(run: Run) -> str:
    """What is said over a link or the offer of a picture, as rich text; else ''."""
    if run.link:
        return f"<p>{escape(described(run.link))}<br>Ctrl+click opens it in your browser</p>"
    return f"<p>from {escape(host(run.address))}</p>" if run.address else ""
