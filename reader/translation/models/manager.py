"""Getting, keeping and removing the offline model."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from reader.errors import BadResponse, ReaderError, Unavailable
from reader.model import ENGLISH, HINDI
from reader.translation.engines.http import LOCKED, host_of, is_this_machine
from reader.translation.models import manifest
from reader.translation.models.download import CHECK_ADDRESS, cancellably, fetch, text_at
from reader.translation.models.lock import Busy, locked
from reader.translation.models.manifest import Installed, InstalledFile
from reader.translation.models.own_files import model_files
from reader.translation.models.records import (
    ATTACHMENTS,
    MODEL,
    RECORDS,
    ModelFile,
    Offer,
    base_address,
    best_offer,
    server_page,
)
from reader.translation.models.storing import Broken, plain_chunks, sha256_of, store, zstd_chunks
from reader.translation.models.trial import CannotLoad, Trial, loads, of_own_files

Progress = Callable[[int, int], None]
"""Hears how many bytes are there, and how many there will be."""
SPARE = 20_000_000
"""Bytes of disk that are to stay free."""
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
YOUR_FILES = "your files"
"""The origin of a model that was installed from files."""
GET_AGAIN = "Get it again, in Settings or with setu-reader models install."


def nobody(_have: int, _size: int) -> None:
    """Hears of progress and tells no one."""


def never() -> bool:
    """Stay offline is off."""
    return False


class Models:
    """The model of one language pair among those in ``folder``.

    ``folder/SOURCE-TARGET.json`` says which is installed. Its files lie in
    ``folder/VERSION/SOURCE-TARGET``, so that each version's folder is laid out as fxtranslate's
    own cache. What has come of a download lies in ``folder/parts`` until the model is whole.

    May be used from any thread, and by several programs at once.
    """

    def __init__(
        self,
        folder: Path,
        records: str = "",
        *,
        offline: Callable[[], bool] = never,
        pair: tuple[str, str] = (HINDI, ENGLISH),
        trial: Trial = loads,
    ) -> None:
        """``records`` is the address of the record list, '' for Mozilla's.

        ``offline`` is asked before a connection is made and while it lasts.
        """
        self._folder = folder
        self._records = records.strip() or RECORDS
        self._offline = offline
        self._source, self._target = pair
        self._pair = "-".join(pair)
        self._trial = trial

    @property
    def manifest(self) -> Path:
        """The file that says which model is installed."""
        return self._folder / f"{self._pair}.json"

    @property
    def host(self) -> str:
        """The host that is asked which models there are, '' for an address that has none."""
        return host_of(self._records)

    def permit(self, host: str) -> None:
        """Raise Unavailable for a host that may not be asked: any other, while offline."""
        if self._offline() and not is_this_machine(host):
            raise Unavailable(LOCKED, "Turn it off to get the model, or install it from files.")

    def installed(self) -> Installed | None:
        """The model that is there, None without; instant, its files are not read."""
        return manifest.read(self.manifest)

    def place(self, installed: Installed) -> Path:
        """The folder with the files of an installed model."""
        return self._folder / installed.folder

    def wrong_file(self) -> str:
        """The name of an installed file that was changed since, '' when none was; reads them."""
        installed = self.installed()
        return manifest.wrong_file(self.place(installed), installed.files) if installed else ""

    def check_loads(self) -> None:
        """Raise ReaderError when the installed model is broken or cannot be loaded here."""
        installed = self.installed()
        if installed is None:
            raise Unavailable("No offline model is installed.", "Install one first.")
        if name := self.wrong_file():
            raise Unavailable(f"{name} is not what was installed.", GET_AGAIN)
        self._trial(self.place(installed), installed.files)

    def is_new(self, offer: Offer) -> bool:
        """Whether the model on offer has other files than the installed one."""
        installed = self.installed()
        known = {file.sha256 for file in installed.files} if installed else set()
        return any(file.sha256 not in known for file in offer.files)

    def disk_used(self) -> int:
        """Bytes of everything kept, half downloads included."""
        folders = os.walk(self._folder)
        return sum(_size(Path(folder, name)) for folder, _, names in folders for name in names)

    def begun(self) -> int:
        """Bytes that are kept of a download that was not brought to its end."""
        return sum(_size(part) for part in self._parts.glob("*.part"))

    def offer(self, cancelled: Event | None = None) -> Offer:
        """The newest model the record service has; raises EngineError or Cancelled."""
        if not self.host:
            raise Unavailable("The address of the models is not a web address.", CHECK_ADDRESS)
        cancelled = cancelled or Event()
        body = text_at(self._records, cancelled, self.permit)
        if not body:
            raise Unavailable(f"{self.host} has no list of models there.", CHECK_ADDRESS)
        offer = best_offer(body, self._base(cancelled), self._source, self._target, self.host)
        if offer is None:
            raise Unavailable(
                f"{self.host} has no model from {self._source} to {self._target}.",
                "Choose another place to get it from.",
            )
        return replace(offer, records=self._records)

    def install(
        self, offer: Offer, cancelled: Event | None = None, progress: Progress = nobody
    ) -> Installed:
        """Get the model of an offer and make it the installed one; the one before goes.

        Raises ReaderError: Cancelled, EngineError, or that the disk is full; what has come of
        the download is kept, and told to be, and the model before is as it was.
        """
        cancelled = cancelled or Event()
        with self._working(), self._telling_what_is_kept():
            came = sum(_size(self._part(file)) for file in offer.files)
            self._check_space(offer.size - came + offer.unpacked_size)
            self._parts.mkdir(exist_ok=True)
            with self._new_folder(offer.version) as folder:
                files = list(self._got(offer, folder, cancelled, progress))
                host = host_of(offer.files[0].address)
                try:
                    installed = self._settle(
                        offer.version, folder, host, files, cancelled, offer.records
                    )
                except CannotLoad:
                    shutil.rmtree(self._parts, ignore_errors=True)
                    raise
            shutil.rmtree(self._parts, ignore_errors=True)
            return installed

    def install_files(
        self, paths: Sequence[Path], progress: Progress = nobody, cancelled: Event | None = None
    ) -> Installed:
        """Make files at hand the installed model: a folder, or its files by Firefox's names.

        Raises ReaderError when they are not a whole model, Cancelled.
        """
        cancelled = cancelled or Event()
        with self._working():
            parts = model_files(paths, self._source, self._target)
            total, done, files = sum(map(_size, parts.values())), 0, []
            self._check_space(total)
            with self._new_folder("own") as folder:
                for kind, path in parts.items():
                    files.append(_copied(path, kind, folder, cancelled))
                    done += _size(path)
                    progress(done, total)
                version = next(f"own-{file.sha256[:8]}" for file in files if file.kind == MODEL)
                try:
                    return self._settle(version, folder, YOUR_FILES, files, cancelled)
                except CannotLoad as error:
                    raise of_own_files(error) from error

    def remove(self) -> None:
        """Delete the model and all half downloads. Raises ReaderError."""
        with self._working():
            self.manifest.unlink(missing_ok=True)
            for path in (self._parts, *self._folder.glob(f"*/{self._pair}")):
                if path.exists():
                    shutil.rmtree(path)
            self._drop_empty()

    # -- inside -------------------------------------------------------------------------

    @property
    def _parts(self) -> Path:
        return self._folder / "parts"

    def _base(self, cancelled: Event) -> str:
        """Where the files of the list lie; a mirror says it itself."""
        if self._records == RECORDS:
            return ATTACHMENTS
        page = text_at(server_page(self._records), cancelled, self.permit)
        return base_address(page, self._records)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Alone in the folder; what the system refuses is told in words."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / "lock"):
                yield
        except Busy:
            raise ReaderError(
                "Another Setu is at work on the model.", "Wait until it is done."
            ) from None
        except OSError as error:
            raise _in_words(error) from error

    @contextmanager
    def _telling_what_is_kept(self) -> Iterator[None]:
        """Say with whatever goes wrong that what has come is kept, if anything has."""
        try:
            yield
        except (ReaderError, OSError) as error:
            told = _in_words(error) if isinstance(error, OSError) else error
            if self.begun():
                told.advice = f"{told.advice} What has come is kept.".strip()
            if told is error:
                raise
            raise told from error

    def _check_space(self, size: int) -> None:
        needed = size + SPARE
        if shutil.disk_usage(self._folder).free < needed:
            raise ReaderError(
                f"There is not enough space: the model needs {needed / 1e6:.0f} MB.",
                "Free some space and try again.",
            )

    def _part(self, file: ModelFile) -> Path:
        """Where a file's download lies, named so that another version's is another file."""
        return self._parts / f"{file.id}.part"

    def _got(
        self, offer: Offer, folder: Path, cancelled: Event, progress: Progress
    ) -> Iterator[InstalledFile]:
        """The files of an offer, downloaded and unpacked to ``folder`` one after the other."""
        done = 0
        for file in offer.files:

            def told(have: int, before: int = done) -> None:
                progress(before + have, offer.size)

            fetch(file.address, self._part(file), file.size, cancelled, self.permit, told)
            yield self._unpacked(file, folder, cancelled)
            done += file.size

    def _unpacked(self, file: ModelFile, folder: Path, cancelled: Event) -> InstalledFile:
        """A downloaded file, unpacked and checked; one that is wrong is thrown away."""
        part = self._part(file)
        try:
            if file.packed_sha256 and sha256_of(part) != file.packed_sha256:
                raise Broken
            size, sha256 = store(zstd_chunks(part), folder / file.name, cancelled)
            if file.sha256 and sha256 != file.sha256:
                raise Broken
        except Broken:
            part.unlink(missing_ok=True)
            host = host_of(file.address)
            raise BadResponse(f"{file.name} came broken from {host}.", "Try again.") from None
        return InstalledFile(file.name, file.kind, size, sha256)

    @contextmanager
    def _new_folder(self, version: str) -> Iterator[Path]:
        """An empty folder beside the installed model's; it goes when the work on it fails."""
        folder = self._folder / version / self._pair
        if self._is_in_use(folder):
            folder = self._folder / f"{version}-again" / self._pair
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        try:
            yield folder
        except BaseException:
            if not self._is_in_use(folder):
                shutil.rmtree(folder, ignore_errors=True)
                self._drop_empty()
            raise

    def _is_in_use(self, folder: Path) -> bool:
        installed = self.installed()
        return installed is not None and self.place(installed) == folder

    def _settle(
        self,
        version: str,
        folder: Path,
        origin: str,
        files: Sequence[InstalledFile],
        cancelled: Event,
        records: str = "",
    ) -> Installed:
        """Make the files in ``folder`` the installed model if they load; drop all others."""
        cancellably(lambda: self._trial(folder, files), cancelled)
        name = folder.relative_to(self._folder).as_posix()
        now = Installed(version, name, origin, datetime.now(UTC), tuple(files), records)
        manifest.write(self.manifest, now)
        for other in self._folder.glob(f"*/{self._pair}"):
            if other != folder:
                # What the system does not let go of now goes the next time.
                shutil.rmtree(other, ignore_errors=True)
        self._drop_empty()
        return now

    def _drop_empty(self) -> None:
        """Drop the folders of versions that hold nothing any more."""
        for folder in self._folder.iterdir():
            with suppress(OSError):  # It is a file, or holds something.
                folder.rmdir()


def _copied(path: Path, kind: str, folder: Path, cancelled: Event) -> InstalledFile:
    name = path.name.removesuffix(".gz")
    try:
        size, sha256 = store(plain_chunks(path), folder / name, cancelled)
    except Broken:
        raise ReaderError(f"{path.name} is broken.", "Get the file again.") from None
    return InstalledFile(name, kind, size, sha256)


def _size(path: Path) -> int:
    """Bytes of a file; 0 for what is none, or went in between."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _in_words(error: OSError) -> ReaderError:
    if error.errno in _FULL:
        return ReaderError("The disk is full.", "Free some space and try again.")
    name = Path(error.filename).name if isinstance(error.filename, str) else "The models' folder"
    is_forbidden = error.errno in _FORBIDDEN
    return ReaderError(
        f"{name} cannot be read or written: {error.strerror}.",
        f"Check {'who may read and write it' if is_forbidden else 'the disk and its limits'}.",
    )
