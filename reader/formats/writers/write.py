"""Documents to files: the table of formats, and what can go wrong on the way to the disk."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from reader.errors import ExportError
from reader.formats.writers.options import ExportOptions, Layout
from reader.model import Document

Writer = Callable[[Document, Layout, ExportOptions], str]
_DEFAULTS = ExportOptions()


def _markdown(document: Document, layout: Layout, options: ExportOptions) -> str:
    from reader.formats.writers import markdown

    return markdown.render(document, layout, options)


def _html(document: Document, layout: Layout, options: ExportOptions) -> str:
    from reader.formats.writers import html as html_export

    return html_export.render(document, layout, options)


def _saved(document: Document, layout: Layout, options: ExportOptions) -> str:
    from reader.formats.writers import saved

    return saved.render(document, layout, options)


WRITERS: dict[str, Writer] = {
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".json": _saved,
}
"""What writes a file of each ending."""


def ending_of(format: str) -> str:
    """The key in WRITERS of a format named by its ending, 'md' or '.md'.

    Raises ExportError for one that is not there, naming those that are.
    """
    ending = f".{format.lower().removeprefix('.')}"
    if ending not in WRITERS:
        wanted = f"{ending} files" if len(ending) > 1 else "a file without an ending"
        raise ExportError(f"Setu cannot write {wanted}.", f"Choose one of {', '.join(WRITERS)}.")
    return ending


def render(
    document: Document,
    format: str,
    layout: Layout = Layout.COLUMNS,
    options: ExportOptions = _DEFAULTS,
) -> str:
    """Return the document in a format named as for `ending_of`. Raises ExportError."""
    return WRITERS[ending_of(format)](document, layout, options)


def export(
    document: Document,
    path: Path,
    layout: Layout = Layout.COLUMNS,
    format: str = "",
    options: ExportOptions = _DEFAULTS,
) -> None:
    """Write the document to ``path``, whole or not at all.

    The format is the path's ending unless ``format`` names another. Raises ExportError
    when it cannot be written; a file that was there before is then untouched.
    """
    from reader.paths import write_whole

    data = render(document, format or path.suffix, layout, options).encode(errors="replace")
    try:
        _check_place(path)
        write_whole(path, data)
    except OSError as error:
        raise _explained(path, error) from error


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise ExportError(f"{path.name or path} is a folder.", "Give the file a name.")
    if not path.parent.is_dir():
        raise ExportError(f"There is no folder {path.parent.name}.", "Choose a folder that exists.")


def _explained(path: Path, error: OSError) -> ExportError:
    name, folder = path.name, path.absolute().parent.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError(f"The disk is full; {name} was not written.", "Make room and try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(
            f"{name} cannot be written: {folder} is read-only.", "Choose another folder."
        )
    return ExportError(f"{name} could not be written.", "Choose another name or folder.")
