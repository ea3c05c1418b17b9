"""Marks that work on the picture itself: magnifier, spotlight, redaction."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from claimcheck.cards.colours import INK
from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.strokes import Size, qrect, stroke_cased, stroke_of, thousandths
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Cover
from claimcheck.model.review import Mark

_WAITING = "#808080"
_LARGEST_INSET_PX = 2400


# --- magnifier -----------------------------------------------------------------------------------


def lens_rects(mark: Mark) -> tuple[QRectF, QRectF]:
    """Source and inset of a magnifier, in picture pixels."""
    source, inset = lens_frames(mark)
    return (
        QRectF(source.x, source.y, source.width, source.height),
        QRectF(inset.x, inset.y, inset.width, inset.height),
    )


def lens_frames(mark: Mark) -> tuple[Rect, Rect]:
    """The same as values of the model. Without points for an inset it lies on its source."""
    points = mark.points
    source = Rect.spanning(points[:2])
    return source, Rect.spanning(points[2:4]) if len(points) >= 4 else source


def lens_shape(mark: Mark, rect: QRectF, picture_size: Size) -> QPainterPath:
    """The outline of a source or inset, or of what a spotlight lights: round or square."""
    path = QPainterPath()
    if mark.style.round:
        path.addEllipse(rect)
    else:
        radius = thousandths(mark.style.radius, picture_size)
        radius = min(radius, rect.width() / 2, rect.height() / 2)
        path.addRoundedRect(rect, radius, radius)
    return path


def lens_link(mark: Mark) -> QPainterPath:
    """The line between source and inset, as far as it lies outside both."""
    source, inset = lens_rects(mark)
    start = _edge(mark, source, inset.center())
    end = _edge(mark, inset, source.center())
    path = QPainterPath(start)
    apart = source.center() - inset.center()
    reach = math.hypot(apart.x(), apart.y())
    covered = _reach(source.center(), start) + _reach(inset.center(), end)
    if reach > covered and not inset.intersected(source).contains(start):
        path.lineTo(end)
    return path


def paint_magnifier(
    painter: QPainter, mark: Mark, picture_size: Size, backdrop: Backdrop | None
) -> None:
    """The source's outline, the line to the inset, and in the inset the source enlarged."""
    source, inset = lens_rects(mark)
    stroke, colour = stroke_of(mark, picture_size), QColor(mark.style.colour)
    stroke_cased(painter, lens_shape(mark, source, picture_size), colour, stroke * 0.75)
    link = lens_link(mark)
    if link.length() > 0:
        stroke_cased(painter, link, colour, stroke * 0.75)
    shape = lens_shape(mark, inset, picture_size)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    if backdrop is None or source.isEmpty() or inset.isEmpty():
        painter.fillRect(inset, QColor(_WAITING))
    else:
        transform, ratio = painter.deviceTransform(), painter.device().devicePixelRatioF()
        scale = math.hypot(transform.m11(), transform.m12()) * max(ratio, 1.0)
        scale = min(scale, _LARGEST_INSET_PX / max(inset.width(), inset.height()))
        width, height = (max(1, round(side * scale)) for side in (inset.width(), inset.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(inset, backdrop.image(source, width, height))
    painter.restore()
    stroke_cased(painter, shape, colour, stroke)


def _edge(mark: Mark, rect: QRectF, towards: QPointF) -> QPointF:
    """Where the way from the middle of ``rect`` to ``towards`` leaves its outline."""
    middle, half_w, half_h = rect.center(), rect.width() / 2, rect.height() / 2
    way = towards - middle
    if (way.x() == 0 and way.y() == 0) or half_w <= 0 or half_h <= 0:
        return middle
    if mark.style.round:
        share = 1 / math.hypot(way.x() / half_w, way.y() / half_h)
    else:
        share = 1 / max(abs(way.x()) / half_w, abs(way.y()) / half_h)
    return middle + way * min(share, 1.0)


def _reach(start: QPointF, end: QPointF) -> float:
    return math.hypot(end.x() - start.x(), end.y() - start.y())


# --- spotlight -----------------------------------------------------------------------------------


def paint_dimming(
    painter: QPainter, spotlights: Iterable[Mark], picture_size: Size, area: QRectF
) -> None:
    """Dim ``area`` once, but for what any of ``spotlights`` lights; nothing without any."""
    lights = [mark for mark in spotlights if mark.points]
    if not lights:
        return
    shade = QColor(INK)
    shade.setAlphaF(min(max(mark.style.opacity for mark in lights), 1.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_dark(tuple(lights), picture_size, area.getRect()), shade)
    painter.restore()


@lru_cache(maxsize=8)
def _dark(
    lights: tuple[Mark, ...], picture_size: Size, area: tuple[float, float, float, float]
) -> QPainterPath:
    """What none of ``lights`` lights: with a hundred of them it takes a while to tell."""
    lit = QPainterPath()
    lit.setFillRule(Qt.FillRule.WindingFill)  # so they add up, also where they overlap
    for mark in lights:
        lit.addPath(lens_shape(mark, qrect(mark), picture_size))
    dark = QPainterPath()
    dark.addRect(*area)
    return dark.subtracted(lit)


# --- redaction -----------------------------------------------------------------------------------


def paint_redaction(painter: QPainter, mark: Mark, backdrop: Backdrop | None) -> None:
    """Solid ink, or what the picture has there in blocks or blurred.

    Solid pixels are gone from an export as well (``imaging.redact``); it is never see-through.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if mark.style.cover is Cover.SOLID or backdrop is None:
        painter.fillRect(qrect(mark), QColor(INK))
    else:
        backdrop.paint_cover(painter, mark)
