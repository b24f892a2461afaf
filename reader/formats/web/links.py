"""The addresses in a page: whole, and http or https alone; and where they lead."""

from __future__ import annotations

import re
from collections import Counter
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

from reader.formats.tidy import visible
from reader.formats.web.elements import Element

_LONGEST = 4096  # characters; what is longer carries data and leads nowhere
_BREAKS = re.compile(r"[\t\r\n]")
_PERSON = re.compile(r"tel:\W*\d|mailto:[^?]+@", re.I)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|ods|csv)$", re.I)
# Where papers ask to be followed, their articles are shared, and shops that pay them for links.
_PLATFORMS = (
    "facebook.com fb.com twitter.com x.com instagram.com whatsapp.com wa.me telegram.me t.me "
    "youtube.com youtu.be linkedin.com pinterest.com threads.net google.com apple.com reddit.com "
    "kooapp.com amazon.in amazon.com amzn.to flipkart.com fkrt.it taboola.com outbrain.com"
)
_PLATFORM = frozenset(_PLATFORMS.split())
# The parts of a name under which sites are registered in India and elsewhere, as in 'co.in'.
_SECOND_LEVEL = re.compile(r"(?:co|com|net|org|gov|nic|ac|edu|res|gen|firm|ind|mil)")


def base_of(root: Element, url: str) -> str:
    """Return the address that the links of the page ``root``, fetched from ``url``, start from."""
    said = (element.get("href") for element in root.iter("base"))
    return next(filter(None, (absolute(href, url) for href in said if href)), url)


def absolute(href: str, base: str) -> str:
    """Return where ``href`` leads from ``base``, '' unless it is another http or https address."""
    address = visible(_BREAKS.sub("", href[: _LONGEST + 1])).strip().replace(" ", "%20")
    if not address or address[0] == "#" or len(address) > _LONGEST:
        return ""
    try:
        joined = address if is_web(address) else urljoin(base, address)
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def target(href: str, base: str) -> str:
    """Return where ``href`` leads as in ``absolute``, or the telephone or the mail it names."""
    return href if _PERSON.match(href) and len(href) <= _LONGEST else absolute(href, base)


def is_web(target: str) -> bool:
    """Whether a link leads to a web address."""
    return target[:4].lower() == "http"


def leads_out(target: str, own: str) -> bool:
    """Whether a link leads out of the site registered as ``own``, to inform.

    That is to a person, to a document wherever it lies, or to another site that is no platform
    for sharing.
    """
    if not is_web(target):
        return bool(target)
    try:
        path = urlsplit(target).path
    except ValueError:
        return False
    return bool(_DOCUMENT.search(path)) or site(target) not in ("", own, *_PLATFORM)


def own_site(root: Element, url: str) -> str:
    """Return the name the site of a page is registered under.

    Without the address ``url`` of the page, it is the one that most of its links lead to, ''
    where these name none.
    """
    if url:
        return site(url)
    links = (element.get("href") or "#" for element in root.iter("a"))
    named = Counter(site(href) for href in links if href[0] != "#" and not _PERSON.match(href))
    return max(named, key=named.__getitem__, default="")


def site(url: str) -> str:
    """Return the name a site is registered under: 'paper.example' of 'amp.paper.example'."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    try:
        return str(ip_address(host))
    except ValueError:
        labels = host.split(".")
    deep = len(labels) > 2 and len(labels[-1]) == 2 and _SECOND_LEVEL.fullmatch(labels[-2])
    return ".".join(labels[-3 if deep else -2 :])
