"""What a browser puts in a drag or on the clipboard: a picture's address, and the page's.

Browsers agree on little. Chrome, Edge and Safari give ``text/html`` with the ``<img>`` and, around
it, the link that it stands in; Firefox adds ``text/x-moz-url`` (address, line break, title, in
UTF-16). ``text/uri-list`` is the link's target where there is one, else the picture's address.
Where the page itself is told, it is in ``chromium/x-source-url`` or, on Windows, in the header of
the HTML format (``SourceURL:``). ``DownloadURL`` is what pages give for saving a file by dragging
it to a folder: ``image/jpeg:jar.jpg:https://…``.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from lxml import etree, html

HTML, ADDRESSES, TEXT = "text/html", "text/uri-list", "text/plain"
MOZILLA, CHROMIUM = "text/x-moz-url", "chromium/x-source-url"
WINDOWS_HTML = 'application/x-qt-windows-mime;value="html format"'
DOWNLOAD = "downloadurl"
FORMATS = (HTML, ADDRESSES, TEXT, MOZILLA, CHROMIUM, WINDOWS_HTML, DOWNLOAD)

_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".bmp", ".heic", ".heif", ".tif"}
_BYTES_READ = 4_000_000
_WORDS_AT_MOST = 200
"""A copied article with pictures in it is text; a picture comes with a caption at most."""
_SOURCE = re.compile(rb"^SourceURL:([^\r\n]{8,2000})", re.M)
_WEB = re.compile(r"https?://", re.I)
_DATA = re.compile(r"data:image/[a-z.+-]{2,20}((?:;[^,;]{1,60})*),(.*)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Dragged:
    """Addresses are http or https, or empty."""

    picture_url: str = ""
    picture: bytes = b""
    """Encoded, where the page held it itself."""
    page_url: str = ""
    """Of the page that shows the picture, or that it leads to."""
    address: str = ""
    """Of something that isn't known to be a picture: most likely a page."""


def read_dragged(formats: Mapping[str, bytes]) -> Dragged:
    """Find the addresses in what a drag holds; ``formats`` is its bytes by MIME type.

    Never raises: what can't be read is as good as not there.
    """
    link = _first_address(formats)
    page = _page(formats)
    shown, around = _shown_picture(formats.get(HTML, b"")[:_BYTES_READ], page)
    if match := _DATA.match(shown):
        return Dragged(picture=_data(match), page_url=page or _if_page(around or link))
    shown = shown or _download(formats)
    if not shown and link and _is_picture(link):
        shown, link = link, ""
    if shown:
        return Dragged(shown, page_url=page or _if_page(around) or _if_page(link, shown))
    return Dragged(address=link)


def name_of_picture(url: str) -> str:
    """The file name in an address, printable and not long; may be empty."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    return "".join(letter for letter in name if letter.isprintable())[-80:]


def _first_address(formats: Mapping[str, bytes]) -> str:
    for kind in (MOZILLA, ADDRESSES, TEXT):
        lines = _text(formats.get(kind, b"")[:_BYTES_READ]).split("\n")
        lines = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        if kind == TEXT and len(lines) != 1:
            continue
        found = next((line for line in lines if _is_address(line)), "")
        if found:
            return found
    return ""


def _download(formats: Mapping[str, bytes]) -> str:
    """The address of a picture that a page offers for saving."""
    kind, _, rest = _text(formats.get(DOWNLOAD, b"")).strip().partition(":")
    url = rest.partition(":")[2]
    return url if kind.lower().startswith("image/") and _is_address(url) else ""


def _page(formats: Mapping[str, bytes]) -> str:
    told = _text(formats.get(CHROMIUM, b"")).strip("\0 \r\n")
    if not told and (match := _SOURCE.search(formats.get(WINDOWS_HTML, b"")[:2000])):
        told = match.group(1).decode("utf-8", "replace").strip()
    return told if _is_address(told) else ""


def _shown_picture(markup: bytes, page: str) -> tuple[str, str]:
    """The one picture in a piece of HTML, and where the link around it leads."""
    text = _text(markup)
    if "<img" not in text.lower():
        return "", ""
    try:
        root = html.fromstring(f"<div>{text}</div>")
    except (etree.ParserError, ValueError):
        return "", ""
    pictures = root.findall(".//img")
    if (
        len(pictures) != 1
        or len("".join(str(words) for words in root.itertext()).strip()) > _WORDS_AT_MOST
    ):
        return "", ""
    picture = pictures[0]
    link = next((one.get("href") or "" for one in picture.iterancestors("a")), "")
    names = [picture.get("src") or "", _largest(picture.get("srcset") or "")]
    names.append(picture.get("data-src") or "")
    whole = [urljoin(page, name.strip()) for name in names if name.strip()]
    shown = next((one for one in whole if _is_address(one)), "")
    return shown or next((one for one in whole if _DATA.match(one)), ""), urljoin(page, link)


def _largest(srcset: str) -> str:
    best, widest = "", 0.0
    for part in re.split(r",\s+", srcset):
        words = part.split()
        size = float(words[1][:-1]) if len(words) > 1 and words[1][:-1].isdigit() else 1.0
        if words and size > widest:
            best, widest = words[0], size
    return best


def _data(match: re.Match[str]) -> bytes:
    options, content = match.groups()
    raw = unquote_to_bytes(content)
    if "base64" not in options.lower():
        return raw
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        return b""


def _if_page(url: str, unless: str = "") -> str:
    return url if _is_address(url) and url != unless and not _is_picture(url) else ""


def _is_address(text: str) -> bool:
    if not _WEB.match(text) or len(text) > 2000 or any(one.isspace() for one in text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _is_picture(url: str) -> bool:
    return PurePosixPath(urlsplit(url).path).suffix.lower() in _PICTURES


def _text(data: bytes) -> str:
    """Firefox writes UTF-16 without saying so; the others UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        return data.decode("utf-16-le", "replace").replace("\0", "")
    return data.decode("utf-8", "replace").replace("\0", "").replace("\ufeff", "")
