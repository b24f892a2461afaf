"""The errors a reader can meet.

::

    ReaderError               what happened, and what to do next
    ├── InputError            this cannot be read as an article        (exit status 3)
    │   ├── NoArticle         empty, a picture, too large, no article in the page …
    │   │   └── NeedsBrowser  the page's scripts make its text
    │   ├── FetchError        the address did not give a page
    │   └── NotHindi          readable, but in another language; can be opened anyway
    ├── EngineError           no English from this engine              (exit status 4)
    │   ├── Unavailable       not reachable, switched off, not installed
    │   ├── RateLimited       asked to wait; ``retry_after`` seconds when it says so
    │   ├── TooLong           the sentence is longer than the engine takes
    │   ├── AuthFailed        key missing or refused
    │   └── BadResponse       answered something that is not a translation
    ├── ExportError           the file could not be written
    └── LibraryError          the library file could not be opened or written
"""


class ReaderError(Exception):
    """Something the person can be told in one line.

    ``what`` says what happened, ``advice`` what to do next (may be empty). Neither
    ever holds article text, keys, or an address with a query in it.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what, advice)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class InputError(ReaderError):
    """What was given cannot be read as an article."""


class NoArticle(InputError):
    """There is no article in what was given: empty, a picture, too large, a front page.

    ``variants`` are addresses where the page says it stands in another form (AMP, print),
    ``feed`` is that of the site's list of articles, '' where none is declared.
    """

    def __init__(
        self, what: str, advice: str = "", variants: tuple[str, ...] = (), feed: str = ""
    ) -> None:
        super().__init__(what, advice)
        self.variants = variants
        self.feed = feed


class NeedsBrowser(NoArticle):
    """The page is put together by its scripts: its text can be pasted from a browser."""


class FetchError(InputError):
    """An address could not be fetched."""


class NotHindi(InputError):
    """The text is readable but not Hindi; ``language`` is its ISO 639-1 code, or ''."""

    def __init__(self, what: str, advice: str = "", language: str = "") -> None:
        super().__init__(what, advice)
        self.language = language


class EngineError(ReaderError):
    """A translation engine gave no English."""


class Unavailable(EngineError):
    """The engine cannot be reached, is switched off, or is not installed."""


class RateLimited(EngineError):
    """The engine asks to wait; ``retry_after`` is in seconds, None when it did not say."""

    def __init__(self, what: str, advice: str = "", retry_after: float | None = None) -> None:
        super().__init__(what, advice)
        self.retry_after = retry_after


class TooLong(EngineError):
    """A sentence is longer than the engine accepts."""


class AuthFailed(EngineError):
    """The engine refused the key, or wants one."""


class BadResponse(EngineError):
    """The engine answered with something that is not a translation."""


class ExportError(ReaderError):
    """A document could not be written; what was at that path before is untouched."""


class LibraryError(ReaderError):
    """The library file could not be opened or written."""
