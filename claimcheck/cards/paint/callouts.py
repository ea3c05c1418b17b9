"""Paint numbered discs and callouts, in the painter's units, as on a 1080-pixel-wide card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from claimcheck.cards.colours import INK, WHITE, YELLOW, opposite
from claimcheck.cards.paint.strokes import pen
from claimcheck.cards.text.fonts import BARLOW, outline

DISC_RADIUS = 31.0
DISC_RING = 6.0
DISC_HALO_RADIUS = 38.0
DISC_FONT_PX = 44
TARGET_RADIUS = 11.0
TARGET_HALO_RADIUS = 18.0
LEADER = 6.0
LEADER_CASING = 13.0


def paint_disc(painter: QPainter, center: QPointF, number: int, scale: float = 1.0) -> None:
    """Paint a numbered disc with ring and halo around ``center``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), DISC_RADIUS, DISC_HALO_RADIUS)
    paint_number(painter, number, DISC_FONT_PX)
    painter.restore()


def paint_number(painter: QPainter, number: int, size_px: int, colour: str = INK) -> None:
    """Paint ``number`` centred on the painter's origin by its inked bounds."""
    text = str(number)
    if len(text) > 1:
        size_px = size_px * 4 // 5
    path = outline(text, BARLOW, size_px, 800)
    path.translate(-path.boundingRect().center())
    painter.fillPath(path, QColor(colour))


def paint_callout(
    painter: QPainter,
    disc: QPointF,
    target: QPointF,
    number: int,
    scale: float = 1.0,
    accent: str = YELLOW,
) -> None:
    """Paint leader, target dot and disc; disc and target are centres, in the painter's units."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Halos first and ink on top, so that the three read as one piece.
    painter.setPen(pen(QColor(WHITE), LEADER_CASING * scale))
    painter.drawLine(disc, target)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(WHITE))
    painter.drawEllipse(target, TARGET_HALO_RADIUS * scale, TARGET_HALO_RADIUS * scale)
    painter.drawEllipse(disc, DISC_HALO_RADIUS * scale, DISC_HALO_RADIUS * scale)
    painter.setPen(pen(QColor(INK), LEADER * scale))
    painter.drawLine(disc, target)
    painter.translate(target)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), TARGET_RADIUS, 0.0, accent)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(disc)
    painter.scale(scale, scale)
    _paint_dot(painter, QPointF(), DISC_RADIUS, 0.0, accent)
    paint_number(painter, number, DISC_FONT_PX, opposite(QColor(accent)).name())
    painter.restore()


def paint_pin(
    painter: QPainter, disc: QPointF, target: QPointF, number: int, accent: str = YELLOW
) -> None:
    """Paint a disc whose point touches ``target``: as a callout, for discs right at their spot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    point = _point_of_pin(disc, target)
    for colour, width in ((WHITE, 14.0), (INK, 0.0)):
        painter.setPen(pen(QColor(colour), width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPath(point)
    painter.translate(disc)
    _paint_dot(painter, QPointF(), DISC_RADIUS, DISC_HALO_RADIUS, accent)
    painter.restore()
    # Once more, over the halo: point and disc are one piece.
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(point, QColor(INK))
    painter.translate(disc)
    _paint_dot(painter, QPointF(), DISC_RADIUS, 0.0, accent)
    paint_number(painter, number, DISC_FONT_PX, opposite(QColor(accent)).name())
    painter.restore()


def _point_of_pin(disc: QPointF, target: QPointF) -> QPainterPath:
    """A triangle from the disc's sides to the target."""
    way = target - disc
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
    across = QPointF(-way.y(), way.x()) / length * 0.7 * DISC_RADIUS
    along = way / length * 0.6 * DISC_RADIUS
    path = QPainterPath(target)
    path.lineTo(disc + along + across)
    path.lineTo(disc + along - across)
    path.closeSubpath()
    return path


def paint_ring(painter: QPainter, place: QRectF) -> None:
    """Paint a ring around a spot: ink in a white casing, as every line on a picture."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((WHITE, LEADER_CASING + 1.0), (INK, LEADER + 1.0)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawEllipse(place)
    painter.restore()


def paint_ringed_disc(
    painter: QPainter,
    disc: QPointF,
    target: QPointF,
    number: int,
    near: bool,
    accent: str = YELLOW,
) -> None:
    """Paint the disc on its ring or outline; with a leader to it where it couldn't stand there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not near:
        for colour, width in ((WHITE, LEADER_CASING), (INK, LEADER)):
            painter.setPen(pen(QColor(colour), width))
            painter.drawLine(disc, target)
    painter.translate(disc)
    _paint_dot(painter, QPointF(), DISC_RADIUS, DISC_HALO_RADIUS, accent)
    paint_number(painter, number, DISC_FONT_PX, opposite(QColor(accent)).name())
    painter.restore()


def _paint_dot(
    painter: QPainter, center: QPointF, radius: float, halo_radius: float, colour: str = YELLOW
) -> None:
    if halo_radius:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(WHITE))
        painter.drawEllipse(center, halo_radius, halo_radius)
    painter.setPen(pen(QColor(INK), DISC_RING))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(center, radius, radius)


def callout_bounds(disc: QPointF, target: QPointF, scale: float = 1.0) -> QRectF:
    """The rectangle that ``paint_callout`` paints in, halos included."""
    big, small = DISC_HALO_RADIUS * scale, TARGET_HALO_RADIUS * scale
    return QRectF(disc - QPointF(big, big), QSizeF(2 * big, 2 * big)).united(
        QRectF(target - QPointF(small, small), QSizeF(2 * small, 2 * small))
    )
