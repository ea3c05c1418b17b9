"""The file as it was saved: gzip, MHTML or plain HTML, to one document and the pictures in it."""

from __future__ import annotations

import binascii
import quopri
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from urllib.parse import unquote_to_bytes

from claimcheck.errors import ErrorKind, KnownError

LARGEST_FILE = 256 << 20
"""Bytes, unpacked. A page with all its pictures inside is some tens of megabytes."""
LARGEST_DOCUMENT = 16 << 20
"""Bytes of markup that are read, pictures in it not counted. The largest of real shops have 2."""

_GZIP = b"\x1f\x8b"
_MOST_PARTS = 5000
_BOUNDARY = re.compile(rb"""boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))""", re.I)
_MHTML = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,60}\r?\n")
_DATA_URI = re.compile(
    rb"data:image/(png|jpe?g|webp|gif|avif|heic|bmp|svg\+xml)(?:;[a-z-]+=[\w.-]{1,40})*"
    rb"(;base64)?,([A-Za-z0-9+/=%._~!*()\-]*)",
    re.I,
)
_ANY_DATA_URI = re.compile(
    rb"data:(?!image/)[\w.+-]{1,40}/[\w.+-]{1,60}[\w;=.-]{0,80},[A-Za-z0-9+/=%]{200,}"
)
_SMALLEST_PICTURE = 200  # bytes; below are spacers


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One document out of a file."""

    html: bytes
    charset: str = ""
    """From a MIME header; the document itself may say otherwise."""
    url: str = ""
    """Where it was saved from, if the file tells."""
    embedded: tuple[tuple[str, bytes], ...] = ()
    """Pictures by the address that the document names them with."""


def unpack(data: bytes, name: str = "") -> SavedPage:
    """Open what a browser or SingleFile saved, gzip-ed or not.

    Raises ``KnownError``: FILE_EMPTY; PAGE_DAMAGED when it breaks off or is no page at all;
    PAGE_TOO_LARGE past ``LARGEST_FILE`` unpacked.
    """
    for _ in range(3):  # a page may be gzip-ed twice, by the server and by hand
        if not data.startswith(_GZIP):
            break
        data = _gunzip(data, name)
    if not data.strip():
        raise KnownError(ErrorKind.FILE_EMPTY, name or "page")
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    page = _from_mhtml(data, name) if _MHTML.match(data, 0, 20_000) else SavedPage(data)
    html, pictures = _take_out_pictures(page.html)
    html = html[:LARGEST_DOCUMENT]
    return SavedPage(html, page.charset, page.url or _saved_from(html), page.embedded + pictures)


def _too_large(name: str) -> KnownError:
    return KnownError(ErrorKind.PAGE_TOO_LARGE, name or "page", limit=LARGEST_FILE >> 20)


def _gunzip(data: bytes, name: str) -> bytes:
    unpacker = zlib.decompressobj(31)
    try:
        html = unpacker.decompress(data, LARGEST_FILE + 1)
    except zlib.error as error:
        raise KnownError(ErrorKind.PAGE_DAMAGED, name or "page") from error
    if len(html) > LARGEST_FILE:
        raise _too_large(name)
    if not unpacker.eof:
        raise KnownError(ErrorKind.PAGE_DAMAGED, name or "page")
    return html


def _from_mhtml(data: bytes, name: str) -> SavedPage:
    """The first HTML part and all picture parts; nesting is read flat, so depth costs nothing."""
    head_end = _end_of_head(data)
    head = _headers(data[:head_end])
    boundary = _BOUNDARY.search(data, 0, head_end)
    if boundary is None:
        if head.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return SavedPage(_body(head, data[head_end:]), str(head.get_content_charset() or ""))
        raise KnownError(ErrorKind.PAGE_DAMAGED, name or "page")
    page: SavedPage | None = None
    pictures: list[tuple[str, bytes]] = []
    for part in data[head_end:].split(b"--" + (boundary[1] or boundary[2]), _MOST_PARTS)[1:]:
        cut = _end_of_head(part)
        fields = _headers(part[:cut])
        address = _address(fields)
        if fields.get_content_maintype() == "image" and address:
            pictures.append((address, _body(fields, part[cut:])))
            if content_id := str(fields.get("Content-ID") or "").strip("<> \t"):
                pictures.append((f"cid:{content_id}", pictures[-1][1]))
        elif page is None and fields.get_content_type() in {"text/html", "application/xhtml+xml"}:
            url = str(head.get("Snapshot-Content-Location") or "") or address
            charset = str(fields.get_content_charset() or "")
            page = SavedPage(_body(fields, part[cut:]), charset, url.strip())
    if page is None:
        raise KnownError(ErrorKind.PAGE_DAMAGED, name or "page")
    return SavedPage(page.html, page.charset, page.url, tuple(pictures))


def _end_of_head(part: bytes) -> int:
    found = re.search(rb"\r?\n\r?\n", part[:20_000].lstrip(b"\r\n"))
    stripped = len(part[:20_000]) - len(part[:20_000].lstrip(b"\r\n"))
    return stripped + found.end() if found else len(part)


def _headers(head: bytes) -> Message:
    try:
        return message_from_bytes(head[:20_000].strip(b"\r\n") + b"\r\n\r\n")
    except (MessageError, ValueError, LookupError):
        return Message()


def _address(fields: Message) -> str:
    content_id = str(fields.get("Content-ID") or "").strip("<> \t")
    return str(fields.get("Content-Location") or "").strip() or (content_id and f"cid:{content_id}")


def _body(fields: Message, body: bytes) -> bytes:
    coding = str(fields.get("Content-Transfer-Encoding") or "").strip().lower()
    if coding == "base64":
        return _from_base64(body)
    if coding == "quoted-printable":
        return quopri.decodestring(body)
    return body


def _from_base64(text: bytes) -> bytes:
    text = re.sub(rb"[^A-Za-z0-9+/]", b"", text)
    try:
        return binascii.a2b_base64(text[: len(text) - len(text) % 4] + _tail(text))
    except binascii.Error:
        return b""


def _tail(text: bytes) -> bytes:
    rest = text[len(text) - len(text) % 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""


def _take_out_pictures(html: bytes) -> tuple[bytes, tuple[tuple[str, bytes], ...]]:
    """Data URIs, which make a document of megabytes, become short addresses ``embedded:N.png``."""
    if b"data:" not in html:
        return html, ()
    pictures: dict[bytes, str] = {}

    def kept(found: re.Match[bytes]) -> bytes:
        kind, is_base64, text = found[1].lower(), found[2], found[3]
        picture = _from_base64(unquote_to_bytes(text)) if is_base64 else unquote_to_bytes(text)
        if kind == b"svg+xml" or len(picture) < _SMALLEST_PICTURE:
            return b"data:,"
        suffix = kind.decode().replace("jpeg", "jpg")
        return pictures.setdefault(picture, f"embedded:{len(pictures) + 1}.{suffix}").encode()

    html = _ANY_DATA_URI.sub(b"data:,", _DATA_URI.sub(kept, html))
    return html, tuple((url, picture) for picture, url in pictures.items())


_SAVED_FROM: tuple[re.Pattern[bytes], ...] = (
    re.compile(rb"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}?) -->"),  # browsers, "save as"
    re.compile(rb"Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,2000})"),
)


def _saved_from(html: bytes) -> str:
    searches: tuple[Callable[[bytes, int, int], re.Match[bytes] | None], ...] = tuple(
        pattern.search for pattern in _SAVED_FROM
    )
    for search in searches:
        if found := search(html, 0, 8192):
            return found[1].decode("utf-8", "replace")
    return ""
