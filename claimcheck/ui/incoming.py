"""Pictures on their way in: pasted, dropped on the window, or chosen in a file dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model.kinds import Origin, Role
from claimcheck.ui.payload import Payload, read_payload
from claimcheck.ui.session import Session

PICTURE_FILTER = "*.jpg *.jpeg *.png *.webp *.avif *.heic *.heif *.tif *.tiff *.gif *.bmp"


class Incoming(QObject):
    """Hands what the user brings to the session."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def take(self, payload: Payload, role: Role, origin: Origin = Origin.DROP) -> None:
        """Take in what a drop or the clipboard held."""
        if payload.files:
            self._session.add_pictures(payload.files, role, origin)
        elif payload.data:
            self._session.add_picture_bytes(payload.data, payload.name, role, origin)

    def paste(self, role: Role) -> None:
        """Take in the picture on the clipboard, or say that there is none."""
        mime = QGuiApplication.clipboard().mimeData()
        payload = read_payload(mime, self.tr("Pasted picture"))
        if payload.count:
            self.take(payload, role, Origin.PASTE)
        else:
            self._session.problems.emit([KnownError(ErrorKind.CLIPBOARD_EMPTY)])

    def choose(self, role: Role, over: QWidget) -> None:
        """Ask for files, several at once."""
        title = (
            self.tr("Choose listing images") if role is Role.LISTING else self.tr("Choose photos")
        )
        kinds = f"{self.tr('Pictures')} ({PICTURE_FILTER});;{self.tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(over, title, "", kinds)
        if names:
            self._session.add_pictures([Path(name) for name in names], role, Origin.FILE)
