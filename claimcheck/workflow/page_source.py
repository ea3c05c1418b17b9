"""A product page as it came: opened or fetched, read, and kept as evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from claimcheck.capture.fetch import Fetched, fetch
from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.progress import Progress, silent

_TOLD_HEADERS = ("date", "content-type", "last-modified", "etag", "server", "content-language")
_FILES_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it came, and what it says."""

    page: CapturedPage
    content: bytes = field(repr=False)
    name: str
    origin: Origin
    source: str
    """The address that answered, or the folder of the file."""
    told: tuple[tuple[str, str], ...] = ()
    beside: Mapping[str, Path] = field(default_factory=dict, repr=False)
    """Files that a browser saved along with it, as the page names them."""
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    """UTC."""

    def has(self, image_url: str) -> bool:
        """Whether a picture came with the page, so that nothing need be fetched for it."""
        return image_url in self.page.embedded or image_url in self.beside


def open_page(path: Path, url: str = "", origin: Origin = Origin.FILE) -> Capture:
    """Read a page that a browser saved, with the folder beside it where there is one.

    Raises ``KnownError`` as ``read_page``, and FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE.
    """
    content = _content(path)
    beside = _files_beside(path)
    page = read_page(content, url, path.name, beside=beside)
    return Capture(page, content, path.name, origin, str(path.absolute().parent), (), beside)


def fetch_page(url: str, allow_private: bool = False, progress: Progress = silent) -> Capture:
    """Fetch a page by its address, and read it; ``KnownError`` as ``fetch`` and ``read_page``.

    A page that shows its product only to a browser that runs its scripts is PAGE_BLOCKED: then
    saving it from the browser helps.
    """
    fetched = fetch(url, allow_private=allow_private, progress=progress)
    if fetched.is_picture:
        raise KnownError(ErrorKind.PAGE_WITHOUT_PRODUCT, name_of(fetched.url))
    return page_of(fetched)


def page_of(fetched: Fetched) -> Capture:
    """Read what was fetched as a page; ``KnownError`` as ``read_page``, and PAGE_BLOCKED."""
    name = PurePosixPath(unquote(urlsplit(fetched.url).path)).name or "page"
    try:
        page = read_page(fetched.content, fetched.url, name, charset=fetched.charset)
    except KnownError as error:
        if error.kind is ErrorKind.PAGE_WITHOUT_PRODUCT:
            raise KnownError(ErrorKind.PAGE_BLOCKED, address=fetched.url) from error
        raise
    return Capture(
        page,
        fetched.content,
        name,
        Origin.WEB,
        fetched.url,
        told_by(fetched),
        at=fetched.fetched_at,
    )


def keep_page(originals: Originals, capture: Capture, listing_id: str | None) -> Evidence:
    """Keep the page itself, byte for byte, as evidence of where everything came from."""
    suffix = ".mhtml" if capture.name.lower().endswith((".mht", ".mhtml")) else ".html"
    suffix = ".gz" if capture.content.startswith(b"\x1f\x8b") else suffix
    stored = originals.keep_bytes(capture.content, suffix)
    told = capture.told
    if not told and capture.page.url:  # of a saved page, the address that it tells
        told = (("page", capture.page.url[:500]),)
    return Evidence(
        id=new_id(),
        sha256=stored.sha256,
        role=Role.PAGE,
        name=capture.name,
        suffix=suffix,
        size_bytes=stored.size_bytes,
        width_px=0,
        height_px=0,
        added_at=capture.at,
        origin=capture.origin,
        source=capture.source,
        listing_id=listing_id,
        told=told,
    )


def told_by(fetched: Fetched) -> tuple[tuple[str, str], ...]:
    """What is worth keeping of an answer: never cookies, nor anything long."""
    told = [("asked", fetched.asked)]
    told += [("redirect", hop) for hop in fetched.hops]
    told.append(("status", str(fetched.status)))
    told += [(name, fetched.header(name)[:300]) for name in _TOLD_HEADERS if fetched.header(name)]
    return tuple(told)


def name_of(url: str) -> str:
    """What a file is called by its address."""
    name = PurePosixPath(unquote(url.partition("?")[0].partition("#")[0])).name
    return "".join(c for c in name if c.isprintable())[-80:] or "picture"


def _files_beside(path: Path) -> dict[str, Path]:
    """``Page.html`` lies beside ``Page_files/`` (or ``Page_bestanden``, ``Page-Dateien`` …)."""
    found: dict[str, Path] = {}
    try:
        folders = [one for one in path.parent.iterdir() if one.is_dir()]
    except OSError:
        return found
    for folder in folders:
        rest = folder.name.removeprefix(path.stem)
        if rest == folder.name or rest[:1] not in {"_", "-", ".", ""}:
            continue
        for number, file in enumerate(sorted(folder.rglob("*"))):
            if number == _FILES_AT_MOST:
                break
            if file.is_file() and not file.is_symlink():
                found[file.relative_to(path.parent).as_posix()] = file
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, path) from error
    except IsADirectoryError as error:
        raise KnownError(ErrorKind.FILE_IS_FOLDER, path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
