"""What a person names to be opened: an address, a path, or neither, and the word for that."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from reader.errors import InputError

OTHER_SCHEME = "Setu opens files and addresses that begin with https:// or http://, not with {}:."

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.I)
_LONGEST = 4096  # bytes of an address on standard input
_SCHEME = re.compile(
    r"([a-z][a-z0-9+.-]+)://|(javascript|data|mailto|tel|blob|about|view-source|ftp|file|urn):",
    re.I,
)
_PORT = r"(?::[0-9]{1,5})"
_NAME = r"[^\W_](?:[\w-]*[^\W_])?"
_BARE = re.compile(
    rf"(?P<host>localhost|{_NAME}(?:\.{_NAME})+|\[[0-9a-f:.]+\]){_PORT}?(?:[/?#]\S*)?", re.I
)
# A name alone is more likely a file's: 'mela.txt'.
_PLAINLY = re.compile(rf"www\.|[^/?#]*{_PORT}(?:[/?#]|$)|[^/?#]+[/?#]", re.I)
_HERE = re.compile(r"localhost|127\.[\d.]+|\[::1\]", re.I)


def is_address(source: str) -> bool:
    """Whether ``source`` is an http or https address."""
    return bool(_ADDRESS.fullmatch(source.strip()))


def address_of(text: str) -> str:
    """Return what a person typed as an address, with https:// put before it if need be.

    Before an address of this very computer it is http://. '' where it is no address.
    """
    text = text.strip()
    bare = _BARE.fullmatch(text)
    if bare:
        return f"{'http' if _HERE.fullmatch(bare['host']) else 'https'}://{text}"
    return text if is_address(text) else ""


def address_in(data: bytes) -> str:
    """Return the address that ``data`` is and nothing else, '' for anything more."""
    text = data.decode("utf-8-sig", errors="replace").strip() if len(data) <= _LONGEST else ""
    return text if is_address(text) else ""


def scheme_of(source: str) -> str:
    """Return the scheme that ``source`` begins with, '' for a path."""
    found = _SCHEME.match(source.strip())
    return (found[1] or found[2]).lower() if found else ""


def path_of(source: str) -> Path:
    """Return the path a person named, also as a file: address.

    Raises InputError where it is something else: an address of a kind that Setu does not
    open, or one that lacks its scheme, which is not guessed, for a mistyped name of a file
    would be asked of the network.
    """
    text, scheme = source.strip(), scheme_of(source)
    if scheme == "file":
        from urllib.request import url2pathname  # slow to load

        return Path(url2pathname(urlsplit(text).path))
    path = user_path(source)
    if _is_there(path):
        return path
    if scheme:
        raise InputError(OTHER_SCHEME.format(scheme), "Give the address or file of an article.")
    if _PLAINLY.match(text) and (address := address_of(text)):
        begins = address.partition("//")[0] + "//"
        raise InputError("There is no such file.", f"If it is an address, begin it with {begins}.")
    return path


def user_path(text: str) -> Path:
    """Return the path a person typed, with ``~`` and ``~user`` made home folders.

    Raises InputError when there is no such user.
    """
    try:
        return Path(text).expanduser()
    except (RuntimeError, ValueError) as error:
        name = Path(text).parts[0].removeprefix("~")
        what = f"There is no user {name}." if name else "Your home folder is not known."
        raise InputError(what, "Give the whole path, from its first folder.") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
