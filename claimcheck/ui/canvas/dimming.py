"""What spotlights leave dark: one layer for all of them, between the picture and the marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.cards.paint.lens import paint_dimming
from claimcheck.model.review import Mark

_HEIGHT = -0.5


class DimmingItem(QGraphicsItem):
    """Dims the picture but for what the spotlights light."""

    def __init__(self) -> None:
        super().__init__()
        self._spotlights: tuple[Mark, ...] = ()
        self._size = (0, 0)
        self.setZValue(_HEIGHT)

    def show_spotlights(self, spotlights: Sequence[Mark], size: tuple[int, int]) -> None:
        """Light these on a picture of this size; none leaves the picture as it is."""
        wanted = tuple(spotlights)
        if (wanted, size) != (self._spotlights, self._size):
            self.prepareGeometryChange()
            self._spotlights, self._size = wanted, size
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, *self._size) if self._spotlights else QRectF()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        area = QRectF(0, 0, *self._size)
        paint_dimming(painter, self._spotlights, self._size, area)
