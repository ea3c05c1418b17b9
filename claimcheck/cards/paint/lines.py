"""Lines, arrows and what the hand draws: where they run, and how they are painted."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from claimcheck.cards.colours import opposite
from claimcheck.cards.paint.strokes import (
    CASING,
    EDGED,
    Size,
    edge_colour,
    pen,
    stroke_cased,
    stroke_of,
)
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Dash, MarkKind
from claimcheck.model.review import Mark

DRAWN = frozenset({MarkKind.PEN, MarkKind.HIGHLIGHTER})
"""Kinds that follow the hand."""
ENDED = frozenset({MarkKind.ARROW, MarkKind.LINE, MarkKind.MEASURE})
"""Kinds that run from a tail to a head."""

_HEAD = 4.5
"""An arrow's head is this many strokes long."""
_PIECES = 48
"""A curve is cut into so many straight pieces where only a part of it is painted."""


def spine(mark: Mark) -> QPainterPath:
    """The line that ``mark`` is drawn along: straight, bent once, or smooth through its points."""
    points = [QPointF(p.x, p.y) for p in mark.points]
    if mark.kind in DRAWN:
        return smooth_path(points)
    path = QPainterPath(points[0])
    if len(points) == 3:
        # The control point that makes the curve pass the middle point halfway.
        path.quadTo(points[1] * 2 - (points[0] + points[2]) / 2, points[2])
    else:
        path.lineTo(points[-1])
    return path


def smooth_path(points: list[QPointF]) -> QPainterPath:
    """A Catmull-Rom spline through ``points``, as Bézier curves.

    Catmull, Rom: A class of local interpolating splines (1974); tension 1/2, ends doubled.
    """
    path = QPainterPath(points[0])
    if len(points) == 1 or all(point == points[0] for point in points):
        path.lineTo(points[0] + QPointF(0.01, 0))  # a dot: round ends make it one
        return path
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path


def paint_line(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """A line or what the pen drew: cased, maybe dashed."""
    stroke = stroke_of(mark, picture_size)
    stroke_cased(painter, spine(mark), QColor(mark.style.colour), stroke, mark.style.dash)


def paint_highlight(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """A broad line of one colour, without casing; its opacity lets the picture through."""
    painter.setPen(pen(QColor(mark.style.colour), stroke_of(mark, picture_size)))
    painter.drawPath(spine(mark))


def paint_arrow(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """A shaft with a head at its end, or at both."""
    colour, stroke = QColor(mark.style.colour), stroke_of(mark, picture_size)
    heads = arrow_heads(mark, stroke)
    shaft = _shaft(mark, stroke)
    layers = [(opposite(colour), stroke * (CASING - 1)), (colour, 0.0)]
    edge = edge_colour(colour)
    if edge is not None:
        layers.insert(0, (edge, stroke * (EDGED - 1)))
    for ink, extra in layers:
        painter.setPen(pen(ink, stroke + extra, Dash.SOLID if extra else mark.style.dash))
        painter.setBrush(QBrush())
        painter.drawPath(shaft)
        painter.setPen(pen(ink, stroke / 2 + extra))
        painter.setBrush(QBrush(ink))
        for head in heads:
            painter.drawPath(head)


def paint_measure_line(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """A line with a tick across each end."""
    paint_line(painter, mark, picture_size)
    stroke = stroke_of(mark, picture_size)
    colour = QColor(mark.style.colour)
    for tick in ticks(mark, stroke):
        stroke_cased(painter, tick, colour, stroke)


def ticks(mark: Mark, stroke: float) -> list[QPainterPath]:
    """The short lines across both ends of a measured line."""
    tail, head = mark.points[0], mark.points[-1]
    length = distance(tail, head) or 1.0
    across = QPointF(-(head.y - tail.y), head.x - tail.x) / length * stroke * 3
    made = []
    for end in (tail, head):
        at = QPointF(end.x, end.y)
        path = QPainterPath(at - across)
        path.lineTo(at + across)
        made.append(path)
    return made


def arrow_heads(mark: Mark, stroke: float) -> list[QPainterPath]:
    """The filled outlines of an arrow's heads."""
    path = spine(mark)
    tail, head = mark.points[0], mark.points[-1]
    length = path.length()
    room = length / 2 if mark.style.both_ends else length
    reach = min(stroke * _HEAD, room)
    if reach <= 0:
        return []
    made = [_head(QPointF(head.x, head.y), _at(path, length - reach), reach)]
    if mark.style.both_ends:
        made.append(_head(QPointF(tail.x, tail.y), _at(path, reach), reach))
    return made


def distance(start: Point, end: Point) -> float:
    """How far two points are apart."""
    return math.hypot(end.x - start.x, end.y - start.y)


def _head(tip: QPointF, behind: QPointF, length: float) -> QPainterPath:
    """A triangle from ``tip``, as long as ``length``, pointing away from ``behind``."""
    way = behind - tip
    far = math.hypot(way.x(), way.y()) or 1.0
    base = tip + way / far * length
    across = QPointF(-(base.y() - tip.y()), base.x() - tip.x()) * 0.55
    path = QPainterPath(tip)
    path.lineTo(base + across)
    path.lineTo(base - across)
    path.closeSubpath()
    return path


def _shaft(mark: Mark, stroke: float) -> QPainterPath:
    """The spine without what lies below the heads."""
    path = spine(mark)
    length = path.length()
    room = length / 2 if mark.style.both_ends else length
    cut = min(min(stroke * _HEAD, room) * 0.7, length)
    start, end = (cut if mark.style.both_ends else 0.0), length - cut
    shaft = QPainterPath(_at(path, start))
    if len(mark.points) == 3:
        for piece in range(1, _PIECES):
            shaft.lineTo(_at(path, start + (end - start) * piece / _PIECES))
    shaft.lineTo(_at(path, end))
    return shaft


def _at(path: QPainterPath, length: float) -> QPointF:
    """The place ``length`` along a path."""
    return path.pointAtPercent(min(max(path.percentAtLength(length), 0.0), 1.0))
