"""All marks of a picture on one image without the picture: what a moving zoom shows of them."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem

from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.model.kinds import Cover, MarkKind
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.items import MarkItem
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.slices import Slices

OVERVIEW_PX = 2048
"""Longer side: 12 MB, and sharp as long as many marks fit into a view."""

_OF_PIXELS = frozenset({MarkKind.MAGNIFIER, MarkKind.STAMP})

ASCENDING = Qt.SortOrder.AscendingOrder


class MarksOverview:
    """The marks of a scene as they are now; stale as soon as they are others."""

    def __init__(self, scene: PictureScene, hints: QPainter.RenderHint) -> None:
        self._shown = shown_marks(scene)
        width, height = scene.size
        self._scale = min(1.0, OVERVIEW_PX / max(width, height, 1))
        image = QImage(
            max(1, math.ceil(width * self._scale)),
            max(1, math.ceil(height * self._scale)),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.fill(Qt.GlobalColor.transparent)
        marks: list[QGraphicsItem] = [
            item for item in scene.items(ASCENDING) if isinstance(item, MarkItem)
        ]
        self.slices = Slices(image, marks, QTransform.fromScale(self._scale, self._scale), hints)
        self._half: QImage | None = None

    def is_of(self, scene: PictureScene) -> bool:
        """Whether it still shows what the scene has."""
        return self._shown == shown_marks(scene)

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """Paint the part ``seen``; it and the painter are in the picture's pixels.

        ``scale`` is device pixels per picture pixel.
        """
        image, across = self.slices.image, self._scale
        if scale <= across / 2:  # shrunk further, thin lines would fall between its pixels
            image, across = self._halved(), across / 2
        part = QRectF(_scaled(seen, across).toAlignedRect()).intersected(QRectF(image.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_scaled(part, 1 / across), image, part)

    def _halved(self) -> QImage:
        if self._half is None:
            self._half = self.slices.image.scaled(
                self.slices.image.size() / 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._half


def shown_marks(scene: PictureScene) -> tuple[tuple[Mark, ...], Backdrop | None]:
    """What decides how the marks look, apart from the zoom; the picture only if one shows it."""
    seen = tuple(item.mark for item in scene.marks.values() if item.isVisible())
    return seen, scene.backdrop if any(map(_shows_pixels, seen)) else None


def _shows_pixels(mark: Mark) -> bool:
    covers = mark.kind is MarkKind.REDACTION and mark.style.cover is not Cover.SOLID
    return covers or mark.kind in _OF_PIXELS


def _scaled(rect: QRectF, by: float) -> QRectF:
    return QRectF(rect.x() * by, rect.y() * by, rect.width() * by, rect.height() * by)
