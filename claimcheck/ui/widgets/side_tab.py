"""The two tabs of the code: webshop = white with ink border, real life = yellow with ink border."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.model.kinds import Role
from claimcheck.ui.theme import barlow, theme

_HEIGHT, _EDGE, _INSET = 28, 2, 11


class SideTab(QWidget):
    """``text`` in capitals on the plate of its side."""

    def __init__(self, role: Role, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._text = text.upper()
        self._font = barlow(15, 800, tracking=6)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font).horizontalAdvance(self._text)
        return QSize(width + 2 * (_INSET + _EDGE), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme().tokens
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours.ink), _EDGE, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(QColor(colours.yellow if self.role is Role.PHOTO else "#FFFFFF"))
        half = _EDGE / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.setFont(self._font)
        # Trailing tracking would push the word half a step to the left.
        painter.drawText(self.rect().adjusted(1, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self._text)
