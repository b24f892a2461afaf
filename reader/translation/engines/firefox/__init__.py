"""Firefox's offline translation, run in a process of its own."""

from reader.translation.engines.firefox.engine import FirefoxEngine

__all__ = ["FirefoxEngine"]
