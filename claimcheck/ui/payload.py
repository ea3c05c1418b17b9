"""What a drop or the clipboard brings: files, a picture without a file, or a web address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage, QImageWriter, QPixmap

from claimcheck.capture.dragged import FORMATS, Dragged, name_of_picture, read_dragged

_ENCODED = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/tiff": ".tif",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
}


@dataclass(frozen=True, slots=True)
class Payload:
    """``files`` as they were dropped, or one picture's encoded bytes, or else an address."""

    files: tuple[Path, ...] = ()
    data: bytes = b""
    name: str = ""
    picture_url: str = ""
    """Where the picture is from, or where it is still to be fetched from."""
    page_url: str = ""
    """The page that showed it."""
    address: str = ""
    """A page, most likely."""

    @property
    def count(self) -> int:
        """How many things there are to take in."""
        return len(self.files) or int(bool(self.data or self.picture_url or self.address))


def has_pictures(mime: QMimeData) -> bool:
    """Whether :func:`read_payload` will find something."""
    if any(url.isLocalFile() for url in mime.urls()) or mime.hasImage() or _encoded(mime):
        return True
    dragged = _dragged(mime)
    return bool(dragged.picture_url or dragged.picture or dragged.address)


def count_pictures(mime: QMimeData) -> int:
    """How many pictures a drop brings, for “Drop 4 photos”."""
    files = sum(1 for url in mime.urls() if url.isLocalFile())
    return files or int(has_pictures(mime))


def read_payload(mime: QMimeData, name: str) -> Payload:
    """What is in ``mime``; ``name`` is for a picture that brings no name of its own.

    Bytes that are encoded already are kept as they are: encoding again would lose what the
    browser sent. Bare pixels become a PNG, unless the picture's address is known: then what the
    server has is better than what the screen showed.
    """
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    dragged = _dragged(mime)
    if files:
        whence = dragged if len(files) == 1 else Dragged()
        return Payload(files, picture_url=whence.picture_url, page_url=whence.page_url)
    called = name_of_picture(dragged.picture_url) if dragged.picture_url else ""
    data, suffix = dragged.picture, ""
    if kind := _encoded(mime):
        data, suffix = bytes(mime.data(kind).data()) or data, _ENCODED[kind]
    if not data and not dragged.picture_url:
        data, suffix = _pixels(mime), ".png"
    if data or dragged.picture_url:
        return Payload((), data, called or name + suffix, dragged.picture_url, dragged.page_url)
    return Payload(address=dragged.address)


def accept_copy(event: QDropEvent) -> None:
    """Accept a drag or a drop as a copy: after a move, a file manager may delete its own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _encoded(mime: QMimeData) -> str:
    return next((kind for kind in _ENCODED if mime.hasFormat(kind)), "")


def _dragged(mime: QMimeData) -> Dragged:
    formats = {form.lower(): form for form in mime.formats()}
    held = {known: bytes(mime.data(formats[known]).data()) for known in FORMATS if known in formats}
    return read_dragged(held)


def _pixels(mime: QMimeData) -> bytes:
    held = mime.imageData() if mime.hasImage() else None
    image = held.toImage() if isinstance(held, QPixmap) else held
    return _as_png(image) if isinstance(image, QImage) and not image.isNull() else b""


def _as_png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
