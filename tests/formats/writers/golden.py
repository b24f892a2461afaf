"""The golden exports; `python -m tests.formats.writers.golden` renews them, to be read by eye."""

from pathlib import Path

from reader.formats import Layout, render
from tests.formats.writers.documents import OPTIONS, document

FOLDER = Path(__file__).resolve().parents[2] / "golden"
NAMES = [f"{layout}.{ending}" for layout in Layout for ending in ("md", "html")]


def golden(name: str) -> str:
    """What the document is expected to give as the file of that name."""
    layout, ending = name.split(".")
    return render(document(), ending, Layout(layout), OPTIONS)


if __name__ == "__main__":
    for name in NAMES:
        (FOLDER / name).write_text(golden(name), encoding="utf-8", newline="\n")
