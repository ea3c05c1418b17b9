"""Fetching a page or picture that the user asked for by its address, and nothing else.

http and https only; every redirect is checked as the first address was; no cookies, no scripts,
no second file. What came is told with its headers, its final address and the time, so that it can
be kept as evidence.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from claimcheck import __version__
from claimcheck.capture.addresses import GuardedNetwork
from claimcheck.errors import ErrorKind, KnownError

Progress = Callable[[int, int, str], None]
"""``progress(bytes so far, bytes in all or 0, address)``; it may raise ``Cancelled``."""

BYTES_AT_MOST = 25_000_000
SECONDS_AT_MOST = 30.0
REDIRECTS_AT_MOST = 8
_SILENCE_AT_MOST = 10.0
_REDIRECTS = {301, 302, 303, 307, 308}
_BLOCKED = {401, 403, 405, 406, 409, 418, 429, 451, 503, 999}
_SAID: dict[bytes | str, bytes | str] = {
    "User-Agent": f"Mozilla/5.0 (compatible; claimcheck/{__version__}; one page, for a person)",
    "Accept": "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,nl;q=0.9,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
# What shops send instead of the page when they take the asker for a robot; by its title alone, for
# ordinary pages load the same guards' scripts and have captchas in their forms.
_WALL = re.compile(
    rb"<title[^>]{0,80}>\s*(?:just a moment|access (?:to this page )?(?:has been )?denied"
    rb"|attention required|pardon our interruption|robot or human|are you (?:a )?(?:human|robot)"
    rb"|robot check|security check|human verification|verify(?:ing)? (?:that )?you are)",
    re.I,
)
_WALL_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave for an address."""

    asked: str
    hops: tuple[str, ...]
    """The addresses it led to, in order; the last one answered. Empty without redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    """Decompressed."""
    fetched_at: datetime
    """UTC."""

    @property
    def url(self) -> str:
        """The address that answered."""
        return self.hops[-1] if self.hops else self.asked

    @property
    def charset(self) -> str:
        """What the server says that the text is written in, or nothing."""
        kind = Message()
        kind["content-type"] = self.header("content-type")
        return str(kind.get_content_charset() or "")

    def header(self, name: str) -> str:
        """The first header of this name, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def is_picture(self) -> bool:
        """Whether the content begins as pictures do; what the server calls it doesn't count."""
        head = self.content[:32]
        return (
            head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*", b"BM"))
            or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
            or (head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"heic", b"heix", b"mif1"})
        )


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    progress: Progress = lambda _done, _total, _what: None,
    seconds: float = SECONDS_AT_MOST,
    bytes_at_most: int = BYTES_AT_MOST,
) -> Fetched:
    """Get one page or picture.

    Raises ``KnownError``: ADDRESS_INVALID, ADDRESS_PRIVATE (a machine of the user's own network,
    unless ``allow_private``), PAGE_UNREACHABLE, PAGE_SLOW, PAGE_TOO_LARGE, PAGE_MISSING,
    PAGE_BLOCKED (the shop lets no program in: save the page from the browser instead). When
    ``progress`` raises ``Cancelled`` the connection is closed and it comes through.
    """
    asked = clean_url(url)
    network = GuardedNetwork(seconds, allow_private)
    hops: list[str] = []
    with httpcore.ConnectionPool(network_backend=network, retries=0) as pool:
        at = asked
        for _ in range(REDIRECTS_AT_MOST + 1):
            progress(0, 0, at)
            with (
                _told(at, bytes_at_most),
                pool.stream("GET", at, headers=_SAID, extensions={"timeout": _TIMEOUTS}) as answer,
            ):
                onward = _redirect(at, answer)
                if not onward:
                    content = _read(answer, at, bytes_at_most, progress)
                    return _judged(asked, tuple(hops), answer, content)
            at = clean_url(onward)
            hops.append(at)
    raise KnownError(ErrorKind.PAGE_UNREACHABLE, address=asked, reason="it leads round in circles")


def clean_url(text: str) -> str:
    """An http or https address in plain ASCII; ``KnownError`` ADDRESS_INVALID when it is none."""
    text = text.strip()
    if "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError) as error:
        raise KnownError(ErrorKind.ADDRESS_INVALID, address=text) from error
    if parts.scheme.lower() not in {"http", "https"} or not host or parts.username:
        raise KnownError(ErrorKind.ADDRESS_INVALID, address=text)
    place = f"[{host}]" if ":" in host else host
    place += f":{port}" if port is not None else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


_TIMEOUTS = {
    "connect": _SILENCE_AT_MOST,
    "read": _SILENCE_AT_MOST,
    "write": _SILENCE_AT_MOST,
    "pool": _SILENCE_AT_MOST,
}


class _told:  # noqa: N801 - reads as a verb: ``with _told(url)``
    """Turns what goes wrong on the way into the user's errors."""

    def __init__(self, url: str, bytes_at_most: int) -> None:
        self._url, self._limit = url, bytes_at_most

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, httpcore.TimeoutException):
            raise KnownError(ErrorKind.PAGE_SLOW, address=self._url) from error
        if isinstance(error, httpcore.NetworkError | httpcore.ProtocolError | zlib.error | OSError):
            raise KnownError(
                ErrorKind.PAGE_UNREACHABLE, address=self._url, reason=str(error)
            ) from error


def _redirect(at: str, answer: httpcore.Response) -> str:
    if answer.status not in _REDIRECTS:
        return ""
    to = next((value for key, value in answer.headers if key.lower() == b"location"), b"")
    return urljoin(at, to.decode("utf-8", "replace"))


def _read(answer: httpcore.Response, at: str, limit: int, progress: Progress) -> bytes:
    total = next((value for key, value in answer.headers if key.lower() == b"content-length"), b"")
    in_all = int(total) if total.isdigit() else 0
    parts: list[bytes] = []
    size = came = 0
    for part in _decompressed(answer):
        came += part[0]
        size += len(part[1])
        parts.append(part[1])
        if size > limit:
            raise KnownError(ErrorKind.PAGE_TOO_LARGE, at, limit=limit // 1_000_000)
        progress(came, max(in_all, came) if in_all else 0, at)
    return b"".join(parts)


def _decompressed(answer: httpcore.Response) -> Iterator[tuple[int, bytes]]:
    """Bytes as they come with what they unfold to, never more than a megabyte at once."""
    encoding = next(
        (value.lower() for key, value in answer.headers if key.lower() == b"content-encoding"), b""
    )
    if encoding not in {b"gzip", b"x-gzip", b"deflate"}:
        for count, part in enumerate(answer.iter_stream()):
            if not count and encoding not in {b"", b"identity"}:
                _check_unpacked(part, encoding)
            yield len(part), part
        return
    unfolding = zlib.decompressobj(zlib.MAX_WBITS | 32)  # either wrapping, by its first bytes
    for part in answer.iter_stream():
        came, rest = len(part), part
        while rest:
            yield came, unfolding.decompress(rest, 1 << 20)
            came, rest = 0, unfolding.unconsumed_tail
    yield 0, unfolding.flush(1 << 20)


def _check_unpacked(first: bytes, encoding: bytes) -> None:
    """Nobody asked for another encoding than ours; some say so and send plain text all the same."""
    if not first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xd8\xff", b"\x89PNG")):
        name = encoding.decode("ascii", "replace")[:20]
        raise httpcore.RemoteProtocolError(f"it is packed as “{name}”, which nobody asked for")


def _judged(
    asked: str, hops: tuple[str, ...], answer: httpcore.Response, content: bytes
) -> Fetched:
    headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in answer.headers)
    fetched = Fetched(asked, hops, answer.status, headers, content, datetime.now(UTC))
    walled = len(content) < _WALL_BYTES and not fetched.is_picture and _WALL.search(content)
    if answer.status in _BLOCKED or walled:
        raise KnownError(ErrorKind.PAGE_BLOCKED, address=fetched.url)
    if answer.status >= 400:
        raise KnownError(ErrorKind.PAGE_MISSING, address=fetched.url, status=answer.status)
    if not content:
        raise KnownError(ErrorKind.PAGE_UNREACHABLE, address=fetched.url, reason="it is empty")
    return fetched
