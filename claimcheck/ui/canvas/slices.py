"""Paint items of a scene onto an image a little at a time, so that nobody has to wait for it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem


def paint_item(painter: QPainter, item: QGraphicsItem, to_device: QTransform, seen: QRectF) -> None:
    """Paint one item as a view does; ``seen`` is the part of the scene that is painted.

    ``to_device`` leads from the scene to the painter's own pixels.
    """
    option = QStyleOptionGraphicsItem()
    option.exposedRect = item.mapRectFromScene(seen).intersected(item.boundingRect())
    painter.save()
    painter.setWorldTransform(item.sceneTransform() * to_device)
    painter.setOpacity(item.effectiveOpacity())
    item.paint(painter, option, None)
    painter.restore()


class Slices:
    """A painting of ``items``, bottom to top, that takes several turns of the event loop."""

    def __init__(
        self,
        image: QImage,
        items: Sequence[QGraphicsItem],
        to_device: QTransform,
        hints: QPainter.RenderHint,
    ) -> None:
        """``image`` has what lies below all items; ``to_device`` leads from the scene onto it."""
        self.image = image
        self._left = list(reversed(items))
        self._to_device, self._hints = to_device, hints
        onto, _ = to_device.inverted()
        size = image.deviceIndependentSize()
        self._seen = onto.mapRect(QRectF(0, 0, size.width(), size.height()))

    @property
    def is_done(self) -> bool:
        """Whether the image shows all of it."""
        return not self._left

    def go_on(self, milliseconds: float | None = None) -> bool:
        """Paint for about so long, or to the end; whether it is done."""
        until = None if milliseconds is None else time.perf_counter() + milliseconds / 1000
        painter = QPainter(self.image)
        painter.setRenderHints(self._hints)
        while self._left:
            paint_item(painter, self._left.pop(), self._to_device, self._seen)
            if until is not None and time.perf_counter() >= until:
                break
        painter.end()
        return self.is_done
