"""What can go wrong with a server, in words: what happened, and what helps.

No message made here holds the address, the key or what was sent: only the host.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.keys import variable
from reader.translation.engine import TRY_LATER, ServerTrouble

CHECK_ADDRESS = "Check its address, in Settings or after --address."
OTHER_ENGINE = "Choose another engine for it."
WRONG_PLACE = (404, 405, 410, 501, 505)
"""HTTP statuses of a server of another kind, or of ours at another path."""
_USED_UP = re.compile(r"quota|billing|payment|insufficient balance|credits", re.IGNORECASE)


def key_advice(engine: str) -> str:
    """Where the key of an engine, given by its name, is set."""
    return f"Give it in Settings, or as {variable(engine)}."


def no_key(host: str, engine: str) -> AuthFailed:
    """The error for a server that wants a key where none is set."""
    return AuthFailed(f"{host} wants a key.", key_advice(engine))


def key_refused(host: str, engine: str, also: str = "") -> AuthFailed:
    """The error for a key that the server does not take, or not for this.

    ``also`` says what beside the key may be wrong, '' for nothing.
    """
    where = f"in Settings or in {variable(engine)}."
    return AuthFailed(f"{host} does not take the key.", f"Check it, {where} {also}".strip())


def strange(host: str, label: str, advice: str = CHECK_ADDRESS) -> BadResponse:
    """The error for an answer that is not as those of an engine called ``label`` are."""
    return BadResponse(f"{host} did not answer as {label} does.", advice)


def not_there(status: int, host: str, label: str, advice: str = CHECK_ADDRESS) -> Unavailable:
    """The error for a status in WRONG_PLACE."""
    return Unavailable(f"{host} has no {label} at this address (HTTP status {status}).", advice)


def too_long(host: str) -> TooLong:
    """The error for a sentence that the server does not take for its length."""
    return TooLong(f"{host} finds the sentence too long.", OTHER_ENGINE)


def used_up(host: str) -> Unavailable:
    """The error for a server that gives no more for what it was paid, or unpaid."""
    return Unavailable(
        f"{host} says that its quota is used up, or not paid for.",
        "Choose another engine, or see to your account there.",
    )


def too_many(host: str, retry_after: float | None = None) -> RateLimited:
    """The error for a server that is asked too often; seconds it wants to be left, if told."""
    return RateLimited(f"{host} says there were too many requests.", TRY_LATER, retry_after)


def of_status(status: int, host: str, headers: Mapping[str, str]) -> EngineError | None:
    """The error for a status that says all without the body, None for any other."""
    if status == 429 and (wait := _retry_after(headers.get("Retry-After", ""))) is not None:
        return too_many(host, wait)
    if 300 <= status < 400:
        return BadResponse(
            f"{host} sent us elsewhere instead of translating.",
            f"{CHECK_ADDRESS} It may have moved, or begin with https.",
        )
    if status >= 500 and status not in WRONG_PLACE:
        return ServerTrouble(f"{host} is in trouble (HTTP status {status}).", TRY_LATER)
    return None


def of_words(status: int, host: str, words: str) -> EngineError | None:
    """The error for too many requests or too little money, None for any other answer."""
    found = _USED_UP.search(words)
    if status == 402 or (status == 429 and found) or (status == 403 and "quota" in words):
        return used_up(host)
    return too_many(host) if status == 429 else None


def refusal(
    status: int, host: str, label: str, engine: str = "", *, keyed: bool = False
) -> EngineError:
    """The error for any other status from 400 on.

    ``engine`` is the name of one that can have a key, ``keyed`` whether it was sent one.
    """
    if status in (401, 403) and engine:
        return key_refused(host, engine) if keyed else no_key(host, engine)
    if status in (413, 414):
        return too_long(host)
    if status in (400, 422):
        return BadResponse(f"{host} did not accept the sentence.", OTHER_ENGINE)
    if status in WRONG_PLACE:
        return not_there(status, host, label)
    blocks = status in (401, 403)
    advice = "It may block this network: choose another engine." if blocks else TRY_LATER
    return Unavailable(f"{host} refused the request (HTTP status {status}).", advice)


def of_connection(error: Exception, host: str) -> Unavailable | BadResponse:
    """The error for an answer that did not come, or not whole; ``error`` is requests' own."""
    from requests import exceptions
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    if isinstance(error, exceptions.Timeout | ReadTimeoutError):
        return Unavailable(f"{host} did not answer in time.", TRY_LATER)
    if isinstance(error, HTTPError):  # what is raised while the body comes
        return BadResponse(f"The answer of {host} broke off.", TRY_LATER)
    if isinstance(error, exceptions.ProxyError):
        return Unavailable(
            f"{host} cannot be reached through the proxy.", "Check the system's proxy settings."
        )
    if isinstance(error, exceptions.SSLError):
        return Unavailable(
            f"{host} cannot be reached safely.",
            f"{CHECK_ADDRESS} A server of your own may want http instead of https.",
        )
    return _unreachable(error, host)


def _unreachable(error: Exception, host: str) -> Unavailable:
    causes = {type(cause) for cause in _causes(error)}
    if socket.gaierror in causes:
        return Unavailable(
            f"{host} cannot be found.",
            "Check the network connection, and its address, in Settings or after --address.",
        )
    if ConnectionRefusedError in causes:
        return Unavailable(
            f"{host} cannot be reached: no server listens there.",
            f"See that it is running. {CHECK_ADDRESS}",
        )
    if any(issubclass(cause, ConnectionError) for cause in causes):
        return Unavailable(f"{host} cannot be reached: it ended the connection.", TRY_LATER)
    return Unavailable(
        f"{host} cannot be reached.", "Check the network connection, or choose another engine."
    )


def _causes(error: BaseException) -> list[BaseException]:
    """The error and all that led to it, the last first."""
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in found:
        found.append(following)
        following = following.__cause__ or following.__context__
    return found


def _retry_after(value: str) -> float | None:
    """The header's seconds from now; it holds a number or an HTTP date (RFC 9110, 10.2.3)."""
    if value.strip().isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max((when.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)
