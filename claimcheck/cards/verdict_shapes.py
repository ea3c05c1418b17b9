"""The five verdict shapes, drawn on a grid of 24: their silhouettes differ even without colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from claimcheck.model.kinds import Verdict

_GRID = 24.0
_CURVE_TOLERANCE = 0.01  # Qt's 0.25 is meant for pixels, not for a grid of 24
_MIDDLE = QPointF(12.0, 12.0)


def paint_verdict_shape(painter: QPainter, rect: QRectF, verdict: Verdict, colour: QColor) -> None:
    """Paint the verdict's shape in ``colour``, fitted into ``rect``; its cut-outs stay clear."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / _GRID, side / _GRID)
    painter.fillPath(verdict_outline(verdict), colour)
    painter.restore()


def verdict_outline(verdict: Verdict) -> QPainterPath:
    """The filled outline of the shape on a grid of 24 × 24."""
    shapes = {
        Verdict.HOLDS: _disc_with_check,
        Verdict.PARTLY: _half_ring,
        Verdict.MISLEADING: _triangle_with_bang,
        Verdict.FALSE: _octagon_with_cross,
        Verdict.UNPROVEN: _dashed_ring_with_question,
    }
    return shapes[verdict]()


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setCurveThreshold(_CURVE_TOLERANCE)
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path)


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _disc(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_MIDDLE, radius, radius)
    return path


def _disc_with_check() -> QPainterPath:
    check = _lines((7.2, 12.4), (10.6, 15.8), (16.8, 8.8))
    return _disc(11.0).subtracted(_stroked(check, 2.8))


def _half_ring() -> QPainterPath:
    ring = _disc(11.0).subtracted(_disc(8.4))
    left = QPainterPath()
    left.addRect(0.0, 0.0, 12.0, _GRID)
    return ring.united(_disc(11.0).intersected(left))


def _triangle_with_bang() -> QPainterPath:
    corners = _lines((12.0, 3.4), (22.0, 20.4), (2.0, 20.4))
    corners.closeSubpath()
    solid = corners.united(_stroked(corners, 3.0))
    bang = _stroked(_lines((12.0, 9.2), (12.0, 13.6)), 2.6)
    dot = QPainterPath()
    dot.addEllipse(QPointF(12.0, 17.6), 1.6, 1.6)
    return solid.subtracted(bang).subtracted(dot)


def _octagon_with_cross() -> QPainterPath:
    corners = _lines(
        *(
            (
                12.0 + 10.4 * math.cos(math.radians(22.5 + 45 * step)),
                12.0 + 10.4 * math.sin(math.radians(22.5 + 45 * step)),
            )
            for step in range(8)
        )
    )
    corners.closeSubpath()
    solid = corners.united(_stroked(corners, 1.6))
    for bar in (_lines((8.6, 8.6), (15.4, 15.4)), _lines((15.4, 8.6), (8.6, 15.4))):
        solid = solid.subtracted(_stroked(bar, 2.8))
    return solid


def _dashed_ring_with_question() -> QPainterPath:
    path = QPainterPath()
    ring = QRectF(1.2, 1.2, 21.6, 21.6)
    for step in range(10):
        dash = QPainterPath()
        dash.arcMoveTo(ring, 36 * step + 8.5)
        dash.arcTo(ring, 36 * step + 8.5, 19)
        stroker = QPainterPathStroker()
        stroker.setCurveThreshold(_CURVE_TOLERANCE)
        stroker.setWidth(2.2)
        path = path.united(stroker.createStroke(dash))
    hook = QPainterPath(QPointF(9.2, 9.3))
    hook.cubicTo(9.9, 6.6, 14.9, 6.6, 14.9, 10.0)
    hook.cubicTo(14.9, 12.3, 12.0, 12.2, 12.0, 14.2)
    dot = QPainterPath()
    dot.addEllipse(QPointF(12.0, 17.5), 1.35, 1.35)
    return path.united(_stroked(hook, 2.2)).united(dot)
