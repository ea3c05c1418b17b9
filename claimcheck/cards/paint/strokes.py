"""Lines with a casing that keeps them readable on any picture; shadows; marks seen through."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPainterPath, QPen, QPixmap

from claimcheck.cards.colours import INK, contrast, opposite
from claimcheck.model.kinds import Dash
from claimcheck.model.review import Mark

Size = tuple[int, int]

CASING = 13 / 6
"""A line's casing is this many times as wide as the line."""
EDGED = CASING + 2 / 3
"""With the edge that colours need which stand out from their casing too little."""
SHADOW_REACH = 9.0
"""How far a shadow goes, in thousandths of the picture's longer side."""

_CONTRAST = 3.0
"""Against any picture (WCAG 2, 1.4.11)."""

_PATTERNS = {Dash.DASHED: [2.4, 2.4], Dash.DOTTED: [0.01, 2.0]}
"""In line widths; round ends make each stroke one width longer."""
_SHADOW_STEPS, _SHADOW_ALPHA = 4, 0.12


def thousandths(value: float, picture_size: Size) -> float:
    """A length of a style, in picture pixels."""
    return value * max(picture_size) / 1000


def stroke_of(mark: Mark, picture_size: Size) -> float:
    """How wide the line of ``mark`` is, in picture pixels."""
    return thousandths(mark.style.stroke, picture_size)


def qrect(mark: Mark) -> QRectF:
    """The frame of a mark's points."""
    frame = mark.frame
    return QRectF(frame.x, frame.y, frame.width, frame.height)


def pen(colour: QColor, width: float, dash: Dash = Dash.SOLID) -> QPen:
    """A pen with round ends and corners."""
    made = QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if dash in _PATTERNS:
        made.setDashPattern(_PATTERNS[dash])
    return made


def edge_colour(colour: QColor) -> QColor | None:
    """What lies around the casing of ``colour``, where colour and casing alone don't do.

    Of two colours with contrast *c*, one always reaches √c against whatever lies below: WCAG's
    contrast is a ratio, so what is closest to both is their geometric mean. Ink and white reach
    4.2 so; a colour that reaches less than 3 with its casing gets an edge of the other one.
    """
    casing = opposite(colour)
    if contrast(colour, casing) >= _CONTRAST**2:
        return None
    return opposite(casing)


def casing_reach(colour: QColor) -> float:
    """How wide a line of ``colour`` is with all that is around it, in widths of the line."""
    return EDGED if edge_colour(colour) is not None else CASING


def stroke_cased(
    painter: QPainter,
    path: QPainterPath,
    colour: QColor,
    stroke: float,
    dash: Dash = Dash.SOLID,
) -> None:
    """Draw ``path`` in ``colour`` on a wider line of its opposite, which is never broken."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = edge_colour(colour)
    if edge is not None:
        painter.setPen(pen(edge, stroke * EDGED))
        painter.drawPath(path)
    painter.setPen(pen(opposite(colour), stroke * CASING))
    painter.drawPath(path)
    painter.setPen(pen(colour, stroke, dash))
    painter.drawPath(path)


def paint_shadow(painter: QPainter, shape: QPainterPath, picture_size: Size) -> None:
    """A soft shadow of the filled ``shape``, falling down and to the right."""
    reach = thousandths(SHADOW_REACH, picture_size)
    ink = QColor(INK)
    ink.setAlphaF(_SHADOW_ALPHA)
    painter.save()
    painter.translate(reach * 0.35, reach * 0.45)
    painter.setBrush(ink)
    for step in range(_SHADOW_STEPS):
        width = reach * step / _SHADOW_STEPS
        painter.setPen(pen(ink, width) if step else QPen(Qt.PenStyle.NoPen))
        if step:
            # Fill and line together would be twice as dark where they overlap.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = QPainterPath(shape)
            painter.drawPath(outline)
        else:
            painter.drawPath(shape)
    painter.restore()


def paint_seen_through(
    painter: QPainter, bounds: QRectF, opacity: float, paint: Callable[[QPainter], None]
) -> None:
    """Call ``paint`` on a layer of its own, and lay that over the picture as one thing.

    Else a line would be seen through its casing. ``bounds`` holds all that is painted.
    """
    world, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
    screen = QRectF(QPointF(), _size_of(painter.device()))
    area = world.mapRect(bounds).intersected(screen.adjusted(-2, -2, 2, 2))
    box = QRect(area.toAlignedRect())
    if box.isEmpty():
        return
    layer = QImage(
        math.ceil(box.width() * ratio),
        math.ceil(box.height() * ratio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    below = QPainter(layer)
    below.setRenderHints(painter.renderHints())
    below.translate(-box.x(), -box.y())
    below.setWorldTransform(world, True)
    paint(below)
    below.end()
    painter.save()
    painter.resetTransform()
    painter.setOpacity(opacity)
    painter.drawImage(QPointF(box.topLeft()), layer)
    painter.restore()


def _size_of(device: QPaintDevice) -> QSizeF:
    """In the painter's units: a picture's own width counts pixels, a widget's doesn't."""
    if isinstance(device, QImage | QPixmap):
        return device.deviceIndependentSize()
    return QSizeF(device.width(), device.height())
