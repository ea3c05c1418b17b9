"""A picture as an adjustment turns it, painted at any place of a widget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF, QTransform

from claimcheck.imaging.adjust import seen_through
from claimcheck.imaging.pixels import RGB
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import NEAREST
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.projection import Projection, in_front
from claimcheck.ui.images import to_qimage


def seen_outline(adjustment: Adjustment) -> tuple[Point, ...]:
    """The picture's edge, before the horizon, in pixels of the turned picture."""
    turning = adjustment.turning
    whole = Rect(0, 0, adjustment.width_px, adjustment.height_px)
    return tuple(turning(at) for at in in_front(whole.corners, turning, NEAREST))


class SeenPicture:
    """Keeps what it painted last, for while a crop is dragged the picture stands still."""

    def __init__(self) -> None:
        self._key: object = None
        self._image = QImage()

    def paint(
        self,
        painter: QPainter,
        rgb: RGB,
        adjustment: Adjustment,
        on_screen: QTransform,
        within: QRectF | None = None,
    ) -> None:
        """Paint ``rgb``; ``on_screen`` leads from the turned picture to the device.

        Only the part ``within`` is painted, by default all of the device.
        """
        device = painter.device()
        ratio = device.devicePixelRatioF()
        box = within or QRectF(0, 0, device.width(), device.height())
        size = round(box.width() * ratio), round(box.height() * ratio)
        turned = replace(adjustment, crop=None)
        key = (id(rgb), turned, on_screen, box, ratio)
        if key != self._key:
            self._key = key
            corner = QTransform.fromTranslate(-box.left(), -box.top())
            onto = _projection(on_screen * corner * QTransform.fromScale(ratio, ratio))
            own = adjustment.width_px, adjustment.height_px
            self._image = to_qimage(seen_through(rgb, own, onto.after(turned.turning), size))
            self._image.setDevicePixelRatio(ratio)
        edge = QPainterPath()
        edge.addPolygon(QPolygonF([on_screen.map(QPointF(p.x, p.y)) for p in seen_outline(turned)]))
        painter.save()
        painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
        painter.drawImage(box.topLeft(), self._image)
        painter.restore()


def _projection(way: QTransform) -> Projection:
    return Projection(way.m11(), way.m21(), way.m31(), way.m12(), way.m22(), way.m32())
