"""Pictures in a drop or on the clipboard: files, or pixels that have no file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage, QImageWriter, QPixmap

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
    """``files`` as they were dropped, or else one picture's encoded bytes with a name for it."""

    files: tuple[Path, ...] = ()
    data: bytes = b""
    name: str = ""

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return len(self.files) or int(bool(self.data))


def has_pictures(mime: QMimeData) -> bool:
    """Whether :func:`read_payload` will find something; doesn't touch the data itself."""
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasImage() or _encoded(mime) != ""


def count_pictures(mime: QMimeData) -> int:
    """How many pictures a drop brings, for “Drop 4 photos”."""
    files = sum(1 for url in mime.urls() if url.isLocalFile())
    return files or int(has_pictures(mime))


def read_payload(mime: QMimeData, name: str) -> Payload:
    """The pictures in ``mime``; ``name`` is for one that brings no name of its own.

    Bytes that are encoded already are kept as they are: encoding again would lose what the
    browser sent. Only bare pixels become a PNG.
    """
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Payload(files=files)
    kind = _encoded(mime)
    if kind:
        data = bytes(mime.data(kind).data())
        if data:
            return Payload(data=data, name=name + _ENCODED[kind])
    pixels = mime.imageData() if mime.hasImage() else None
    image = pixels.toImage() if isinstance(pixels, QPixmap) else pixels
    if not isinstance(image, QImage) or image.isNull():
        return Payload()
    return Payload(data=_as_png(image), name=f"{name}.png")


def accept_copy(event: QDropEvent) -> None:
    """Accept a drag or a drop as a copy: after a move, a file manager may delete its own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _encoded(mime: QMimeData) -> str:
    return next((kind for kind in _ENCODED if mime.hasFormat(kind)), "")


def _as_png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
