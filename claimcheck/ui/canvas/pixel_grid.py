"""Lines between the pixels of a picture, once they are large enough to be told apart."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

FROM_SCALE = 8.0
"""Screen pixels per picture pixel: 800 %."""
_GREY = QColor(128, 128, 128, 120)
"""Seen on black and on white."""


class PixelGridItem(QGraphicsItem):
    """Above the picture and below everything that lies on it."""

    def __init__(self) -> None:
        super().__init__()
        self._size = (0, 0)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(-0.5)

    def show_size(self, size: tuple[int, int]) -> None:
        """The picture has this size."""
        self.prepareGeometryChange()
        self._size = size

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, *self._size)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < FROM_SCALE:
            return
        seen = option.exposedRect.intersected(self.boundingRect())
        left, top = math.floor(seen.left()), math.floor(seen.top())
        right, bottom = math.ceil(seen.right()), math.ceil(seen.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(_GREY, 0))
        upright = [QLineF(x, top, x, bottom) for x in range(left, right + 1)]
        level = [QLineF(left, y, right, y) for y in range(top, bottom + 1)]
        painter.drawLines(upright + level)
