"""What a rectified face will look like, beside the picture on which its corners are set."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.imaging.pixels import RGB
from claimcheck.model.adjustment import Adjustment
from claimcheck.ui.dialogs.seen_picture import SeenPicture
from claimcheck.ui.theme import theme

_WIDTH = 208


class FacePreview(QWidget):
    """The adjusted picture, as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rgb: RGB | None = None
        self._adjustment: Adjustment | None = None
        self._seen = SeenPicture()
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _WIDTH)

    def show_picture(self, rgb: RGB) -> None:
        """The picture itself, not turned, maybe reduced."""
        self._rgb = rgb
        self.update()

    def show_adjustment(self, adjustment: Adjustment) -> None:
        """Show the picture in this way."""
        self._adjustment = adjustment
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._rgb is None or self._adjustment is None:
            return
        painter = QPainter(self)
        frame = self._adjustment.frame
        scale = min(self.width() / frame.width, self.height() / frame.height)
        box = QRectF(0, 0, frame.width * scale, frame.height * scale)
        box.moveCenter(QRectF(self.rect()).center())
        onto = QTransform.fromTranslate(-frame.x, -frame.y)
        onto *= QTransform.fromScale(scale, scale)
        onto *= QTransform.fromTranslate(box.left(), box.top())
        painter.setClipRect(box)
        self._seen.paint(painter, self._rgb, self._adjustment, onto, within=box)
        painter.setPen(QPen(theme().tokens.colour("line"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
