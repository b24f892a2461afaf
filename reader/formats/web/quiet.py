"""A requests session that tells a site nothing of the reader, and leaves redirects to us."""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy

import requests

from reader.formats.web import packing


class QuietSession(requests.Session):
    """Sends no cookies, no referrer, and no passwords that are kept for other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.headers["User-Agent"] = "Mozilla/5.0 (compatible; Setu article reader)"
        self.headers["Accept-Language"] = "hi,en;q=0.5"
        self.headers["Accept-Encoding"] = packing.ACCEPTED
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        # Else the host is looked up in the .netrc file, and its password sent.
        self.auth = _unchanged

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Hide redirects from requests, which reads their bodies however long they are."""

    def target(self, response: requests.Response) -> str | None:
        """Return the address that a response redirects to, as it gives it; None if it does not."""
        return super().get_redirect_target(response)


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
