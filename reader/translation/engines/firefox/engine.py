"""Firefox Translations, offline: the model that Firefox translates Hindi pages with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from threading import Lock

from reader.errors import BadResponse, Unavailable
from reader.harmless import harmless
from reader.translation.engine import Limit, Manners
from reader.translation.engines.firefox.pieces import pieces
from reader.translation.engines.firefox.process import Process, ProcessDied, ProcessError
from reader.translation.models import Installed, Models
from reader.translation.models.manager import GET_AGAIN
from reader.translation.models.trial import NOT_AGAIN

MOST_FAILED_STARTS = 3
"""Deaths at the start in a row after which a model is not tried again."""
NO_LIBRARY = "Firefox's models cannot be run on this system."
NO_MODEL = "No offline model is installed. Get it in Settings, or with setu-reader models install."
_AGAIN = "Try again, or choose another engine."


class FirefoxEngine:
    """Translates in a process of its own, which is started at the first sentence and kept.

    Safe to use from several threads: sentences are done one at a time. Another model that is
    installed meanwhile is taken from the next sentence on.
    """

    name = "firefox"
    label = "Firefox, offline"
    sends_to = None
    limit = Limit(1_000_000)  # It works a sentence at a time; nothing is sent.
    manners = Manners(at_once=1, together=False)

    def __init__(self, models: Models) -> None:
        self._models = models
        self._lock = Lock()
        self._process: Process | None = None
        self._loaded: Installed | None = None
        self._fault = ""  # why the model loaded last cannot be used
        self._failed_starts = 0
        self._closed = False

    @property
    def version(self) -> str:
        """The version of the installed model, '' without one."""
        installed = self._models.installed()
        return installed.version if installed else ""

    @property
    def process_id(self) -> int | None:
        """The system's number of the running process, None while there is none."""
        process = self._process
        return process.id if process else None

    @property
    def runs_here(self) -> bool:
        """Whether the library that runs models is there; it has no packages for some systems."""
        return find_spec("fxtranslate") is not None

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if not self.runs_here:
            return NO_LIBRARY
        installed = self._models.installed()
        if installed is None:
            return NO_MODEL
        return self._fault if installed == self._loaded else ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        for sentence in sentences:
            yield " ".join(map(self._translated, pieces(sentence)))

    def close(self) -> None:
        """End the process, for good; a sentence it is at fails with Unavailable."""
        self._closed = True
        if process := self._process:
            process.kill()
        with self._lock:
            self._end()

    def _translated(self, text: str) -> str:
        """The English of one piece, by a process started anew if it dies over it once."""
        if not text:
            return ""
        with self._lock:
            try:
                english = self._asked(text)
            except ProcessDied:
                self._end()
                english = self._asked_again(text)
        if not english:
            raise BadResponse("The offline model gave no English.", _AGAIN)
        return english

    def _asked_again(self, text: str) -> str:
        try:
            return self._asked(text)
        except ProcessDied:
            self._end()
            raise BadResponse("The offline model failed at this sentence.", _AGAIN) from None

    def _asked(self, text: str) -> str:
        """Raises ProcessDied, EngineError."""
        process = self._running()
        try:
            return harmless(process.translate(text)).strip()
        except ProcessDied:
            raise
        except ProcessError:
            raise BadResponse("The offline model failed at this sentence.", _AGAIN) from None

    def _running(self) -> Process:
        """The process with the installed model. Raises Unavailable."""
        while True:
            # Asked each time: while one is loaded, another may take its place.
            installed = self._models.installed()
            if installed != self._loaded:
                self._end()
                self._loaded, self._fault, self._failed_starts = installed, "", 0
            if self._process:
                return self._process
            if self._closed:
                raise Unavailable("The offline engine has been closed.")
            reason = self.unavailable_reason()
            if reason or installed is None:
                raise Unavailable(reason or NO_MODEL)
            self._start(installed)

    def _start(self, installed: Installed) -> None:
        """Start the process and load the model; notes what goes wrong."""
        try:
            self._process = Process()
            self._process.load(self._models.place(installed), installed.files)
        except (OSError, ProcessDied) as error:
            self._end()
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:
                why = error.strerror if isinstance(error, OSError) else error
                self._fault = self._told(f"The offline model does not run here: {why}.")
        except ProcessError as error:
            self._end()
            self._fault = self._told(f"The offline model cannot be loaded: {error}.")
        else:
            self._failed_starts = 0

    def _told(self, what: str) -> str:
        """What happened, and what helps: to get it again only where its files were changed."""
        return f"{what} {GET_AGAIN if self._models.wrong_file() else NOT_AGAIN}"

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.close()
