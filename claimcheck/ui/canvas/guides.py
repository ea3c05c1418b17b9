"""The guides of snapping: dashed lines across the picture, one pixel wide at every zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.canvas.snapping import Guide

GUIDES_HEIGHT = 9e8


class GuidesItem(QGraphicsItem):
    """Drawn above all marks, below the handles."""

    def __init__(self) -> None:
        super().__init__()
        self.guides: tuple[Guide, ...] = ()
        self._size = (0, 0)
        self.setZValue(GUIDES_HEIGHT)

    def show_guides(self, guides: Sequence[Guide], size: tuple[int, int]) -> None:
        """Show these, on a picture of this size."""
        wanted = tuple(guides)
        if (wanted, size) != (self.guides, self._size):
            self.prepareGeometryChange()
            self.guides, self._size = wanted, size
            self.update()

    def boundingRect(self) -> QRectF:
        if not self.guides:
            return QRectF()
        return QRectF(0, 0, *self._size).adjusted(-9, -9, 9, 9)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        pen = QPen(COBALT, 0)  # one pixel of the screen, whatever the zoom
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width, height = self._size
        for guide in self.guides:
            if guide.upright:
                painter.drawLine(QLineF(guide.at, 0, guide.at, height))
            else:
                painter.drawLine(QLineF(0, guide.at, width, guide.at))
