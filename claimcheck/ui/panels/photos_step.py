"""Second step: what was photographed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.model.kinds import Role
from claimcheck.ui.panels.picture_board import PictureBoard
from claimcheck.ui.session import Session


class PhotosStep(QWidget):
    """The photos as a grid; one of them is compared."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = PictureBoard(session, Role.PHOTO)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.board)
