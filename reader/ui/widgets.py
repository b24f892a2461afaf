"""Labels and buttons with the name the style sheet knows them by."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton


def label(text: str = "", name: str = "") -> QLabel:
    """A label styled as ``name``."""
    made = QLabel(text)
    made.setObjectName(name)
    return made


def button(text: str = "", name: str = "") -> QPushButton:
    """A push button styled as ``name``."""
    made = QPushButton(text)
    made.setObjectName(name)
    return made
