"""Paint marks and places: the same on canvas, in preview and in export.

Both are painted in their picture's own pixels; the painter's transform does the rest. Each kind
has its painter in a module of its own; here is which. Where marks are is in ``mark_shapes``.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from claimcheck.cards.colours import INK
from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.callouts import (
    DISC_HALO_RADIUS,
    DISC_RADIUS,
    DISC_RING,
    TARGET_HALO_RADIUS,
    callout_bounds,
    paint_callout,
    paint_disc,
    paint_number,
)
from claimcheck.cards.paint.labels import paint_measure, paint_swatch
from claimcheck.cards.paint.lens import paint_dimming, paint_magnifier, paint_redaction
from claimcheck.cards.paint.lines import paint_arrow, paint_highlight, paint_line
from claimcheck.cards.paint.mark_shapes import (
    FRAMED,
    mark_bounds,
    mark_frame,
    mark_outline,
    own_outline,
    silhouette,
    turn,
)
from claimcheck.cards.paint.stamp import paint_sticker
from claimcheck.cards.paint.strokes import (
    Size,
    paint_seen_through,
    paint_shadow,
    stroke_cased,
    stroke_of,
)
from claimcheck.cards.paint.text_mark import paint_mark_text
from claimcheck.cards.paint.verdict_shapes import paint_verdict_shape
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind, Sticker
from claimcheck.model.review import Mark

__all__ = [
    "DISC_HALO_RADIUS",
    "DISC_RADIUS",
    "DISC_RING",
    "TARGET_HALO_RADIUS",
    "callout_bounds",
    "mark_bounds",
    "mark_frame",
    "mark_outline",
    "paint_callout",
    "paint_disc",
    "paint_mark",
    "paint_marks",
    "paint_number",
    "paint_place",
    "paint_verdict_shape",
]

_PLAIN = frozenset({MarkKind.REDACTION, MarkKind.SPOTLIGHT})
"""Kinds that are never seen through and have no shadow."""


def paint_marks(
    painter: QPainter,
    marks: Iterable[Mark],
    picture_size: Size,
    backdrop: Backdrop | None = None,
    area: QRectF | None = None,
) -> None:
    """Paint all marks of a picture, bottom to top.

    Spotlights dim together, below everything else, as far as ``area`` (by default the picture).
    """
    found = tuple(marks)
    spotlights = (mark for mark in found if mark.kind is MarkKind.SPOTLIGHT)
    paint_dimming(painter, spotlights, picture_size, area or QRectF(0, 0, *picture_size))
    for mark in found:
        paint_mark(painter, mark, picture_size, backdrop)


def paint_mark(
    painter: QPainter, mark: Mark, picture_size: Size, backdrop: Backdrop | None = None
) -> None:
    """Paint one mark; ``picture_size`` is the picture's full width and height.

    ``backdrop`` has the picture's pixels, for magnifiers and for redactions that aren't solid.
    A spotlight paints nothing by itself: see :func:`paint_marks`.
    """
    style = mark.style
    if mark.kind is MarkKind.SPOTLIGHT:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if style.opacity < 1 and mark.kind not in _PLAIN:
        bounds = mark_bounds(mark, picture_size)
        paint_seen_through(
            painter, bounds, style.opacity, lambda p: _paint_whole(p, mark, picture_size, backdrop)
        )
    else:
        _paint_whole(painter, mark, picture_size, backdrop)
    painter.restore()


def paint_place(
    painter: QPainter,
    place: Rect,
    picture_size: Size,
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
    stroke_cased(painter, path, QColor(INK), stroke)
    painter.restore()


# --- one mark -------------------------------------------------------------------------------------


def _paint_whole(
    painter: QPainter, mark: Mark, picture_size: Size, backdrop: Backdrop | None
) -> None:
    if mark.angle:
        painter.setTransform(turn(mark, picture_size), True)
    own_picture = mark.kind is MarkKind.STAMP and mark.style.sticker is Sticker.PICTURE
    if mark.style.shadow and mark.kind not in _PLAIN and not own_picture:
        paint_shadow(painter, silhouette(mark, picture_size), picture_size)
    if mark.kind in FRAMED:
        _paint_shape(painter, mark, picture_size)
    elif mark.kind is MarkKind.MAGNIFIER:
        paint_magnifier(painter, mark, picture_size, backdrop)
    elif mark.kind is MarkKind.REDACTION:
        paint_redaction(painter, mark, backdrop)
    elif mark.kind is MarkKind.STAMP:
        paint_sticker(painter, mark, backdrop)
    else:
        _PAINTERS[mark.kind](painter, mark, picture_size)


_PAINTERS = {
    MarkKind.ARROW: paint_arrow,
    MarkKind.HIGHLIGHTER: paint_highlight,
    MarkKind.LINE: paint_line,
    MarkKind.MEASURE: paint_measure,
    MarkKind.PEN: paint_line,
    MarkKind.SWATCH: paint_swatch,
    MarkKind.TEXT: paint_mark_text,
}


def _paint_shape(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    path, colour = own_outline(mark, picture_size), QColor(mark.style.colour)
    if mark.style.filled:
        painter.fillPath(path, QColor(mark.style.fill or colour))
    stroke_cased(painter, path, colour, stroke_of(mark, picture_size), mark.style.dash)
