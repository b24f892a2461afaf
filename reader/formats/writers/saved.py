"""A Document as JSON, from which `files.saved` makes the very same Document again."""

from __future__ import annotations

from reader import plain
from reader.formats.writers.options import ExportOptions, Layout
from reader.model import Document

VERSION = 1
"""Grows when a document is written that older versions of Setu would misread."""


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as JSON on one line; layout and options leave nothing out."""
    return plain.to_json({"setu": VERSION, "document": document}) + "\n"
