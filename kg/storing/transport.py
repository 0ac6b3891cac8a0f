"""Requests that write to a server: authenticated, timed, tried again where a second time does no harm.

All requests here may be repeated: POST adds triples to a set, and our updates end in the same state however often they
are made. Redirects are not followed, so that a password goes nowhere else.
"""

import base64
import http.client
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from kg.errors import StoreError
from kg.storing.credentials import Credentials

TRIES = 6
FIRST_PAUSE = 0.25
"""Seconds; doubled after each try."""
BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses after which it is worth while to try again."""


class _NoRedirect(HTTPRedirectHandler):
    """A password that is meant for one server goes to no other."""

    def redirect_request(self, *_: object) -> None:
        """Refuse to follow; the redirection is then an error like any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """The way to one server. `pause` waits the seconds it is given; tests give one that does not."""

    base: str
    credentials: Credentials | None = None
    time_out: float = 60.0
    pause: Callable[[float], None] = time.sleep

    def send(self, method: str, path: str, body: bytes, kind: str, query: Mapping[str, str] | None = None) -> None:
        """Send a body of a media type to a path below the base. Raises `StoreError` when all tries have failed."""
        url = self.base.rstrip("/") + path + (f"?{urlencode(query)}" if query else "")
        request = Request(url, data=body, method=method, headers=self._headers(kind))  # noqa: S310 - checked to be http
        for number in range(TRIES):
            failure = self._tried(request)
            if failure is None:
                return
            if number + 1 < TRIES and _worth_another(failure):
                _close(failure)
                self.pause(FIRST_PAUSE * 2**number)
                continue
            raise _error(url, failure) from failure

    def _tried(self, request: Request) -> Exception | None:
        try:
            with self._opener().open(request, timeout=self.time_out) as answer:
                answer.read()
        except (URLError, OSError, http.client.HTTPException, ValueError) as failure:
            return failure
        return None

    def _headers(self, kind: str) -> dict[str, str]:
        headers = {"Content-Type": kind, "Accept": "*/*", "User-Agent": "pressgraph"}
        known = self.credentials
        if known is not None and known.scheme == "bearer":
            headers["Authorization"] = f"Bearer {known.secret}"
        if known is not None and known.scheme == "basic":
            headers["Authorization"] = "Basic " + base64.b64encode(f"{known.user}:{known.secret}".encode()).decode()
        return headers

    def _opener(self) -> OpenerDirector:
        known = self.credentials
        if known is None or known.scheme != "digest":
            return build_opener(_NoRedirect)
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.base, known.user, known.secret)
        return build_opener(_NoRedirect, HTTPDigestAuthHandler(passwords))


def checked_base(url: str) -> str:
    """Return the base URL of a server. Raises `StoreError` for one that is not http or https."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{url[:80]!r}: write the server as http://… or https://… 服务器网址有误")
    return url.rstrip("/")


def _worth_another(failure: Exception) -> bool:
    return failure.code in BUSY if isinstance(failure, HTTPError) else not isinstance(failure, ValueError)


def _close(failure: Exception) -> None:
    if isinstance(failure, HTTPError):
        failure.close()


def _error(url: str, failure: Exception) -> StoreError:
    where = url.partition("?")[0]
    if not isinstance(failure, HTTPError):
        reason = getattr(failure, "reason", failure)
        return StoreError(f"{where}: {reason}; run the command again, it goes on where it stopped 连接失败，可重试续传")
    if failure.code in (401, 403):
        failure.close()
        return StoreError(f"{where}: not allowed; set PRESSGRAPH_USER and PRESSGRAPH_PASSWORD, or netrc 无权写入")
    with failure:
        said = re.sub(r"\s+", " ", failure.read(2000).decode("utf-8", "replace"))[:300]
    return StoreError(f"{where}: the server answers {failure.code} {said} 服务器拒绝")
