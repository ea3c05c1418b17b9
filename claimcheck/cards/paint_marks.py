"""Paint marks, places, callouts and verdict shapes: the same on canvas, in preview and in export.

Marks and places are painted in their picture's own pixels; the painter's transform does the rest.
Callouts and shapes are painted in the painter's units, at the sizes of a 1080-pixel-wide card.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from claimcheck.cards.colours import INK, WHITE, YELLOW, opposite
from claimcheck.cards.fonts import BARLOW, face
from claimcheck.cards.paint_text import mark_text_box, paint_mark_text
from claimcheck.cards.verdict_shapes import paint_verdict_shape
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark

__all__ = [
    "callout_bounds",
    "mark_bounds",
    "paint_callout",
    "paint_disc",
    "paint_mark",
    "paint_number",
    "paint_place",
    "paint_verdict_shape",
]

CASING = 13 / 6
"""A line's casing is this many times as wide as the line."""

DISC_RADIUS = 31.0
DISC_RING = 6.0
DISC_HALO_RADIUS = 38.0
DISC_FONT_PX = 44
TARGET_RADIUS = 11.0
TARGET_HALO_RADIUS = 18.0
LEADER = 6.0
LEADER_CASING = 13.0


# --- marks and places, in their picture's pixels -------------------------------------------------


def paint_mark(painter: QPainter, mark: Mark, picture_size: tuple[int, int]) -> None:
    """Paint one mark of any kind; ``picture_size`` is the picture's full width and height."""
    colour = QColor(mark.style.colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.kind is MarkKind.REDACTION:
        # The pixels below are gone from an export as well (imaging.redact); never see-through.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(_frame(mark), QColor(INK))
    elif mark.kind is MarkKind.TEXT:
        paint_mark_text(painter, mark, picture_size)
    elif mark.kind is MarkKind.ARROW:
        _paint_arrow(painter, mark, colour, _stroke(mark, picture_size))
    else:
        path = _outline(mark)
        if mark.style.filled:
            painter.fillPath(path, colour)
        _stroke_cased(painter, path, colour, _stroke(mark, picture_size))
    painter.restore()


def mark_bounds(mark: Mark, picture_size: tuple[int, int]) -> QRectF:
    """The rectangle that ``paint_mark`` paints in, casing included, in picture pixels."""
    if mark.kind is MarkKind.REDACTION:
        return _frame(mark)
    if mark.kind is MarkKind.TEXT:
        return mark_text_box(mark, picture_size)
    stroke = _stroke(mark, picture_size)
    margin = stroke * CASING / 2
    if mark.kind is MarkKind.ARROW:
        tail, head = mark.points[0], mark.points[-1]
        bounds = _arrow_head(tail, head, stroke).boundingRect().united(_frame(mark))
        margin += (LEADER_CASING - LEADER) / LEADER * stroke / 2
    else:
        bounds = _frame(mark)
    return bounds.adjusted(-margin, -margin, margin, margin)


def paint_place(
    painter: QPainter,
    place: Rect,
    picture_size: tuple[int, int],
    stroke_px: float | None = None,
) -> None:
    """Paint the box of a discrepancy that has an area: ink with white casing. A point has no box.

    ``stroke_px`` is the line's width in picture pixels; by default six thousandths of the longer
    side, as for a mark.
    """
    if place.width <= 0 or place.height <= 0:
        return
    stroke = stroke_px if stroke_px is not None else 0.006 * max(picture_size)
    path = QPainterPath()
    radius = min(stroke * 1.5, place.width / 2, place.height / 2)
    path.addRoundedRect(QRectF(place.x, place.y, place.width, place.height), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _stroke_cased(painter, path, QColor(INK), stroke)
    painter.restore()


def _frame(mark: Mark) -> QRectF:
    frame = mark.frame
    return QRectF(frame.x, frame.y, frame.width, frame.height)


def _stroke(mark: Mark, picture_size: tuple[int, int]) -> float:
    return mark.style.stroke * max(picture_size) / 1000


def _outline(mark: Mark) -> QPainterPath:
    path = QPainterPath()
    if mark.kind is MarkKind.ELLIPSE:
        path.addEllipse(_frame(mark))
    else:
        path.addRect(_frame(mark))
    return path


def _stroke_cased(painter: QPainter, path: QPainterPath, colour: QColor, stroke: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, ink in ((stroke * CASING, opposite(colour)), (stroke, colour)):
        painter.setPen(_pen(ink, width))
        painter.drawPath(path)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _paint_arrow(painter: QPainter, mark: Mark, colour: QColor, stroke: float) -> None:
    tail, head = mark.points[0], mark.points[-1]
    tip = _arrow_head(tail, head, stroke)
    neck = _along(head, tail, min(_head_length(tail, head, stroke) * 0.7, _length(tail, head)))
    shaft = QPainterPath(QPointF(tail.x, tail.y))
    shaft.lineTo(neck)
    casing = stroke * (CASING - 1)
    for ink, extra in ((opposite(colour), casing), (colour, 0.0)):
        painter.setPen(_pen(ink, stroke + extra))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shaft)
        painter.setPen(_pen(ink, stroke / 2 + extra))
        painter.setBrush(QBrush(ink))
        painter.drawPath(tip)


def _head_length(tail: Point, head: Point, stroke: float) -> float:
    return min(stroke * 4.5, _length(tail, head))


def _arrow_head(tail: Point, head: Point, stroke: float) -> QPainterPath:
    length = _head_length(tail, head, stroke)
    base = _along(head, tail, length)
    across = QPointF(-(base.y() - head.y), base.x() - head.x) * 0.55
    path = QPainterPath(QPointF(head.x, head.y))
    path.lineTo(base + across)
    path.lineTo(base - across)
    path.closeSubpath()
    return path


def _length(start: Point, end: Point) -> float:
    return math.hypot(end.x - start.x, end.y - start.y)


def _along(start: Point, end: Point, distance: float) -> QPointF:
    """The place ``distance`` away from ``start`` on the way to ``end``."""
    length = _length(start, end) or 1.0
    part = distance / length
    return QPointF(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


# --- callouts, in card units ---------------------------------------------------------------------


def paint_disc(painter: QPainter, center: QPointF, number: int, scale: float = 1.0) -> None:
    """Paint a numbered disc with ring and halo around ``center``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), DISC_RADIUS, DISC_HALO_RADIUS)
    paint_number(painter, number, DISC_FONT_PX)
    painter.restore()


def paint_number(painter: QPainter, number: int, size_px: int) -> None:
    """Paint ``number`` centred on the painter's origin by its inked bounds."""
    text = str(number)
    if len(text) > 1:
        size_px = size_px * 4 // 5
    path = QPainterPath()
    path.addText(QPointF(), face(BARLOW, size_px, 800), text)
    path.translate(-path.boundingRect().center())
    painter.fillPath(path, QColor(INK))


def paint_callout(
    painter: QPainter, disc: QPointF, target: QPointF, number: int, scale: float = 1.0
) -> None:
    """Paint leader, target dot and disc; disc and target are centres, in the painter's units."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Halos first and ink on top, so that the three read as one piece.
    painter.setPen(_pen(QColor(WHITE), LEADER_CASING * scale))
    painter.drawLine(disc, target)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(WHITE))
    painter.drawEllipse(target, TARGET_HALO_RADIUS * scale, TARGET_HALO_RADIUS * scale)
    painter.drawEllipse(disc, DISC_HALO_RADIUS * scale, DISC_HALO_RADIUS * scale)
    painter.setPen(_pen(QColor(INK), LEADER * scale))
    painter.drawLine(disc, target)
    painter.translate(target)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), TARGET_RADIUS, 0.0)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(disc)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), DISC_RADIUS, 0.0)
    paint_number(painter, number, DISC_FONT_PX)
    painter.restore()


def _paint_dot(painter: QPainter, center: QPointF, radius: float, halo_radius: float) -> None:
    if halo_radius:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(WHITE))
        painter.drawEllipse(center, halo_radius, halo_radius)
    painter.setPen(_pen(QColor(INK), DISC_RING))
    painter.setBrush(QColor(YELLOW))
    painter.drawEllipse(center, radius, radius)


def callout_bounds(disc: QPointF, target: QPointF, scale: float = 1.0) -> QRectF:
    """The rectangle that ``paint_callout`` paints in, halos included."""
    big, small = DISC_HALO_RADIUS * scale, TARGET_HALO_RADIUS * scale
    return QRectF(disc - QPointF(big, big), QSizeF(2 * big, 2 * big)).united(
        QRectF(target - QPointF(small, small), QSizeF(2 * small, 2 * small))
    )
