"""The five verdict shapes, drawn on a grid of 24: their silhouettes differ even without colour."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from claimcheck.model.kinds import Verdict

_GRID = 24.0
_FINE = 100.0
"""Qt makes polygons of curves when it cuts paths, fit for pixels; so paths are built this large."""


def paint_verdict_shape(painter: QPainter, rect: QRectF, verdict: Verdict, colour: QColor) -> None:
    """Paint the verdict's shape in ``colour``, fitted into ``rect``; its cut-outs stay clear."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / _GRID / _FINE, side / _GRID / _FINE)
    painter.fillPath(_outline(verdict), colour)
    painter.restore()


@cache
def _outline(verdict: Verdict) -> QPainterPath:
    """The filled outline of the shape, on a grid of 24 × 24, 100 units each."""
    shapes = {
        Verdict.HOLDS: _disc_with_check,
        Verdict.PARTLY: _half_ring,
        Verdict.MISLEADING: _triangle_with_bang,
        Verdict.FALSE: _octagon_with_cross,
        Verdict.UNPROVEN: _dashed_ring_with_question,
    }
    return shapes[verdict]()


def _stroked(path: QPainterPath, width: float, round_ends: bool = True) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width * _FINE)
    if round_ends:
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    else:
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    return stroker.createStroke(path)


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * _FINE, y * _FINE)


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(_at(*points[0]))
    for point in points[1:]:
        path.lineTo(_at(*point))
    return path


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_at(x, y), radius * _FINE, radius * _FINE)
    return path


def _disc_with_check() -> QPainterPath:
    check = _lines((7.2, 12.4), (10.6, 15.8), (16.8, 8.8))
    return _disc(12, 12, 11).subtracted(_stroked(check, 2.8))


def _half_ring() -> QPainterPath:
    left = QPainterPath()
    left.addRect(QRectF(_at(0, 0), _at(12, _GRID)))
    solid = _disc(12, 12, 11)
    return solid.subtracted(_disc(12, 12, 8.4)).united(solid.intersected(left))


def _triangle_with_bang() -> QPainterPath:
    corners = _lines((12.0, 3.4), (22.0, 20.4), (2.0, 20.4))
    corners.closeSubpath()
    solid = corners.united(_stroked(corners, 3.0))
    bang = _stroked(_lines((12.0, 9.2), (12.0, 13.6)), 2.6)
    return solid.subtracted(bang).subtracted(_disc(12.0, 17.6, 1.6))


def _octagon_with_cross() -> QPainterPath:
    turns = [math.radians(22.5 + 45 * step) for step in range(8)]
    corners = _lines(*((12 + 10.4 * math.cos(t), 12 + 10.4 * math.sin(t)) for t in turns))
    corners.closeSubpath()
    solid = corners.united(_stroked(corners, 1.6))
    for bar in (_lines((8.6, 8.6), (15.4, 15.4)), _lines((15.4, 8.6), (8.6, 15.4))):
        solid = solid.subtracted(_stroked(bar, 2.8))
    return solid


def _dashed_ring_with_question() -> QPainterPath:
    shape = QPainterPath()
    ring = QRectF(_at(1.9, 1.9), _at(22.1, 22.1))
    for step in range(10):
        dash = QPainterPath()
        dash.arcMoveTo(ring, 36 * step + 6)
        dash.arcTo(ring, 36 * step + 6, 24)
        shape = shape.united(_stroked(dash, 2.2, round_ends=False))
    hook = QPainterPath(_at(9.1, 9.4))
    hook.cubicTo(_at(9.8, 6.5), _at(14.9, 6.6), _at(14.9, 10.0))
    hook.cubicTo(_at(14.9, 12.2), _at(12.0, 12.0), _at(12.0, 14.0))
    return shape.united(_stroked(hook, 2.2)).united(_disc(12.0, 17.4, 1.35))
