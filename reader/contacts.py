"""Every address Setu can ever contact, why, and when."""

from __future__ import annotations

from dataclasses import dataclass

from reader.settings import Settings
from reader.translation.engines.http import host_of, is_this_machine
from reader.translation.engines.table import REMOTE
from reader.translation.models.records import ATTACHMENTS, RECORDS

_ASKED = "when you translate with it, after you agreed; when you check it in Settings"
_YOURS = "the address you give"


@dataclass(frozen=True, slots=True)
class Contact:
    """A receiver: ``host`` is a host name, or words for addresses the reader gives."""

    host: str
    why: str
    when: str


def contacts(settings: Settings, records: str = "") -> tuple[Contact, ...]:
    """Who can be contacted with these settings; nobody else is, and none of them unasked.

    ``records`` is the address of the list that the installed model stood in, '' for none.
    """
    return (
        Contact(
            "the addresses you open, and where they lead",
            "to fetch the article, and where it is empty its AMP or print form",
            "when you open an address or a link to one, or look for its changes",
        ),
        Contact(
            "the addresses of pictures in an article", "to show them", "when you ask for a picture"
        ),
        Contact(
            "the addresses of your feeds",
            "to list new articles",
            "when you check them" + (", and every hour" if settings.check_feeds else ""),
        ),
        *(
            Contact(host, f"{label} receives the sentences you translate", _ASKED)
            for label, host in _engines(settings)
        ),
        *(
            Contact(host, "to get the offline model", "when you ask for it or for a newer one")
            for host in _model_hosts(settings, records)
        ),
        Contact(
            "the addresses of sentences",
            "to measure how the offline model translates them",
            "when you name them after models verify",
        ),
    )


def _engines(settings: Settings) -> list[tuple[str, str]]:
    """The engines that can be asked over the network: label and host."""
    found = []
    for name, (label, usual) in REMOTE.items():
        host = host_of(str(getattr(settings, f"{name}_address")).strip() or usual)
        here = " (this computer)" if is_this_machine(host) else ""
        found.append((label, f"{host or _YOURS}{here}"))
    return found


def _model_hosts(settings: Settings, records: str) -> list[str]:
    """The usual place, and where the installed model came from."""
    named = [address for address in (settings.models_address.strip(), records) if address]
    mirrors = dict.fromkeys(host_of(address) or _YOURS for address in named if address != RECORDS)
    usual = [] if settings.models_address.strip() else [host_of(RECORDS), host_of(ATTACHMENTS)]
    return [*usual, *mirrors, *(["the file server that it names"] if mirrors else [])]
