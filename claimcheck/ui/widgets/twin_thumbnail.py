"""Shop left, real life right: how a review looks in a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from claimcheck.model.review import Evidence
from claimcheck.ui.theme import theme

if TYPE_CHECKING:
    from claimcheck.ui.session import Session

THUMBNAIL_PX = 144
"""Longer side asked for: a 72 × 48 thumbnail at twice the pixels, with room to crop."""


class Thumbnails(QObject):
    """Small pictures that were asked for already; what is missing is made off the GUI thread."""

    arrived = Signal()
    """One more is here: paint again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._images: dict[Evidence, QImage | None] = {}

    def get(self, evidence: Evidence | None) -> QImage | None:
        """The picture, or ``None`` while it is on its way or when it can't be made."""
        if evidence is None:
            return None
        if evidence not in self._images:
            self._images[evidence] = None
            self._session.thumbnail(evidence, THUMBNAIL_PX, partial(self._keep, evidence))
        return self._images[evidence]

    def _keep(self, key: Evidence, image: QImage) -> None:
        self._images[key] = image
        self.arrived.emit()


def paint_twin(
    painter: QPainter, box: QRectF, listing_image: QImage | None, photo: QImage | None
) -> None:
    """Paint both halves: the listing image whole on white, the photo filling its half."""
    colours = theme().tokens
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    shape = QPainterPath()
    shape.addRoundedRect(box, 6, 6)
    painter.setClipPath(shape)
    left = QRectF(box.left(), box.top(), box.width() / 2, box.height())
    right = left.translated(box.width() / 2, 0)
    empty = QColor(colours.bg)
    painter.fillRect(left, QColor("#FFFFFF") if listing_image else empty)
    painter.fillRect(right, empty)
    if listing_image:
        painter.drawImage(_fitted(listing_image, left), listing_image)
    if photo:
        painter.drawImage(right, photo, _filling(photo, right))
    if not (listing_image and photo):
        painter.fillRect(QRectF(right.left() - 0.5, box.top(), 1, box.height()), colours.line)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
    painter.restore()


def _fitted(image: QImage, box: QRectF) -> QRectF:
    size = QSize(image.width(), image.height()).scaled(
        box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
    )
    placed = QRectF(0, 0, size.width(), size.height())
    placed.moveCenter(box.center())
    return placed


def _filling(image: QImage, box: QRectF) -> QRectF:
    scale = min(image.width() / box.width(), image.height() / box.height())
    part = QRectF(0, 0, box.width() * scale, box.height() * scale)
    part.moveCenter(QRectF(image.rect()).center())
    return part
