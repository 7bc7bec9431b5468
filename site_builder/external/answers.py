"""What answers at an address. One request at a time to each host, and none that asks for more than it has to."""

import http.client
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

SECONDS = 20.0
"""How long a server may take; one that needs more keeps readers waiting too."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
MOST_HOSTS = 16
"""Hosts that are asked at once."""
MOST_STEPS = 10
"""Redirects that are followed, as browsers do twice over."""
MOST_TIMEOUTS = 3
"""In a row, of one host: its other addresses are not asked, and nothing is known of them."""
_PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_REDIRECTS = {*_PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_UNTOLD = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS, 999}
"""They say who asks, not whether the page is there: readers may well see it."""


class Outcome(StrEnum):
    """What became of a request."""

    THERE = "there"
    MOVED = "moved"
    """There, for good, under another address."""
    FAILED = "failed"
    UNTOLD = "untold"
    """The server answers people only, or has been silent too often to be asked again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``detail``: the new address of what has moved; of what failed, the status or a word of ``WHY``.

    Of what was not asked any more, why the addresses before it failed.
    """

    outcome: Outcome
    detail: str = ""


WHY = ("address", "certificate", "name", "redirects", "silent", "timeout")
"""What may fail before there is a status."""


_TIMEOUT = Answer(Outcome.FAILED, "timeout")
_NOT_ASKED = Answer(Outcome.UNTOLD, "timeout")


class _Unfollowed(HTTPRedirectHandler):
    """Redirects come back as answers: which of them are for good has to be known."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask_all(
    addresses: Iterable[str], agent: str, *, sleep: Callable[[float], None], seconds: float = SECONDS
) -> dict[str, Answer]:
    """The answer at each address. ``agent``: who asks, as servers log it; ``sleep``: waits between two requests."""
    opener = build_opener(_Unfollowed)
    opener.addheaders = [("User-Agent", agent), ("Accept", "*/*")]
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[_host(address)].append(address)
    asking = _Asking(opener, sleep, seconds)
    with ThreadPoolExecutor(max_workers=MOST_HOSTS) as pool:
        found = pool.map(asking.each, by_host.values())
        return {address: answer for answers in found for address, answer in answers}


def nobody_answered(answers: Mapping[str, Answer]) -> bool:
    """Whether not one server of several said anything: it is this computer that has no network."""
    silent = [answer for answer in answers.values() if answer.detail in WHY]
    return len(answers) > 3 and len(silent) == len(answers)


@dataclass(frozen=True, slots=True)
class _Asking:
    opener: OpenerDirector
    sleep: Callable[[float], None]
    seconds: float

    def each(self, addresses: Sequence[str]) -> list[tuple[str, Answer]]:
        """The answers of one host, one after the other, until it has been silent too often."""
        answers: list[tuple[str, Answer]] = []
        for address in addresses:
            if [answer for _, answer in answers[-MOST_TIMEOUTS:]] == [_TIMEOUT] * MOST_TIMEOUTS:
                break
            if answers:
                self.sleep(PAUSE)
            answers.append((address, self.ask(address)))
        return answers + [(address, _NOT_ASKED) for address in addresses[len(answers) :]]

    def ask(self, address: str) -> Answer:
        """Follows redirects; what has moved for good is so only where each step was."""
        here, is_for_good = address, True
        for _ in range(MOST_STEPS):
            status, to = self._status(here)
            if status not in _REDIRECTS or not to:
                return _judged(status, here if here != address and is_for_good else "")
            is_for_good = is_for_good and status in _PERMANENT
            here = urljoin(here, to)
        return Answer(Outcome.FAILED, "redirects")

    def _status(self, address: str) -> tuple[int | str, str]:
        """The status and where it leads; a word of ``WHY`` where there is none."""
        status, to = self._asked("HEAD", address)
        if isinstance(status, str) or status < HTTPStatus.BAD_REQUEST:
            return status, to
        return self._asked("GET", address)  # many servers answer HEAD in another way than what people ask

    def _asked(self, method: str, address: str) -> tuple[int | str, str]:
        try:
            request = Request(_in_ascii(address), method=method)  # noqa: S310 - see _in_ascii
            with self.opener.open(request, timeout=self.seconds) as response:
                return cast("int", response.status), ""
        except HTTPError as refused:
            with refused:
                return refused.code, refused.headers.get("Location", "")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _why(error), ""


def _judged(status: int | str, moved: str) -> Answer:
    if isinstance(status, str):
        return Answer(Outcome.FAILED, status)
    if status in _UNTOLD:
        return Answer(Outcome.UNTOLD)
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        return Answer(Outcome.FAILED, str(status))
    return Answer(Outcome.MOVED, moved) if moved else Answer(Outcome.THERE)


def _why(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    kinds: tuple[tuple[type[Exception], str], ...] = (
        (TimeoutError, "timeout"),
        (ssl.SSLError, "certificate"),
        (socket.gaierror, "name"),
        (ValueError, "address"),
        (http.client.InvalidURL, "address"),
    )
    return next((word for kind, word in kinds if isinstance(reason, kind)), "silent")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _in_ascii(address: str) -> str:
    """The address as it is sent. Raises ValueError unless it is one of http or https, with a host."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    path, query = (quote(part, safe="%/:=&?~#+!$,;'@()*[]|") for part in (parts.path, parts.query))
    return parts._replace(netloc=f"{host}{port}", path=path, query=query, fragment="").geturl()
