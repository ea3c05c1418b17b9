"""Where marks are: how far each reaches, its outline, where a click means it, how it is turned."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QTransform

from claimcheck.cards.paint.labels import measure_label, swatch_label, swatch_patch
from claimcheck.cards.paint.lens import lens_link, lens_rects, lens_shape
from claimcheck.cards.paint.lines import DRAWN, ENDED, arrow_heads, spine, ticks
from claimcheck.cards.paint.stamp import sticker_rect
from claimcheck.cards.paint.strokes import (
    SHADOW_REACH,
    Size,
    casing_reach,
    qrect,
    stroke_of,
    thousandths,
)
from claimcheck.cards.paint.text_mark import mark_text_box
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark

FRAMED = frozenset({MarkKind.BOX, MarkKind.ELLIPSE})
SOLID = frozenset({MarkKind.TEXT, MarkKind.REDACTION, MarkKind.STAMP})
"""Kinds that are hit anywhere inside."""


def mark_bounds(mark: Mark, picture_size: Size) -> QRectF:
    """The rectangle that ``paint_mark`` paints in, casing included, in picture pixels."""
    if mark.kind is MarkKind.REDACTION:
        return qrect(mark)
    if mark.kind is MarkKind.SPOTLIGHT:
        return lens_shape(mark, qrect(mark), picture_size).boundingRect()
    bounds = _painted(mark, picture_size)
    if mark.style.shadow:
        reach = thousandths(SHADOW_REACH, picture_size)
        bounds = bounds.adjusted(-reach, -reach, 2 * reach, 2 * reach)
    return turn(mark, picture_size).mapRect(bounds) if mark.angle else bounds


def mark_frame(mark: Mark, picture_size: Size) -> QRectF:
    """What handles are drawn around, before it is turned: the mark's frame, a text's box."""
    if mark.kind is MarkKind.TEXT:
        return mark_text_box(mark, picture_size)
    return qrect(mark)


def turn(mark: Mark, picture_size: Size) -> QTransform:
    """From the mark as it was drawn to how it stands: turned about its middle."""
    middle = mark_frame(mark, picture_size).center()
    return (
        QTransform()
        .translate(middle.x(), middle.y())
        .rotate(mark.angle)
        .translate(-middle.x(), -middle.y())
    )


def mark_outline(mark: Mark, picture_size: Size, tolerance: float = 0.0) -> QPainterPath:
    """Where a click means this mark, ``tolerance`` picture pixels around what is painted."""
    solid = mark.kind in SOLID or (mark.kind in FRAMED and mark.style.filled)
    path = own_outline(mark, picture_size)
    if not solid or tolerance:
        stroker = QPainterPathStroker()
        stroker.setWidth(_line_width(mark, picture_size) + 2 * tolerance)
        stroked = stroker.createStroke(path)
        path = path.united(stroked) if solid else stroked
    for part in _solid_parts(mark, picture_size):
        path.addPath(part)
        path.setFillRule(Qt.FillRule.WindingFill)
    return turn(mark, picture_size).map(path) if mark.angle else path


def own_outline(mark: Mark, picture_size: Size) -> QPainterPath:
    """The line of a mark, or the edge of a solid one, before it is turned."""
    if mark.kind in DRAWN | ENDED:
        return spine(mark)
    path = QPainterPath()
    if mark.kind is MarkKind.ELLIPSE:
        path.addEllipse(qrect(mark))
    elif mark.kind is MarkKind.BOX:
        frame = qrect(mark)
        radius = thousandths(mark.style.radius, picture_size)
        radius = min(radius, frame.width() / 2, frame.height() / 2)
        if radius > 0:
            path.addRoundedRect(frame, radius, radius)
        else:
            path.addRect(frame)
    elif mark.kind is MarkKind.SPOTLIGHT:
        path = lens_shape(mark, qrect(mark), picture_size)
    elif mark.kind is MarkKind.MAGNIFIER:
        path.addPath(lens_shape(mark, lens_rects(mark)[0], picture_size))
        path.addPath(lens_link(mark))
    elif mark.kind is MarkKind.SWATCH:
        path.moveTo(swatch_patch(mark, picture_size).center())
        path.lineTo(swatch_label(mark, picture_size).center())
    elif mark.kind is MarkKind.STAMP:
        path.addRect(sticker_rect(mark))
    else:
        path.addRect(mark_frame(mark, picture_size))
    return path


def silhouette(mark: Mark, picture_size: Size) -> QPainterPath:
    """All that is painted, as one filled shape, before it is turned."""
    outline = own_outline(mark, picture_size)
    if mark.kind in SOLID:
        return outline
    stroker = QPainterPathStroker()
    reach = casing_reach(QColor(mark.style.colour))
    stroker.setWidth(stroke_of(mark, picture_size) * reach)
    path = stroker.createStroke(outline)
    if mark.kind in FRAMED and mark.style.filled:
        path = path.united(outline)
    for part in _solid_parts(mark, picture_size):
        path = path.united(part)
    return path


def _solid_parts(mark: Mark, picture_size: Size) -> list[QPainterPath]:
    """Parts of a mark of lines that are hit anywhere inside."""
    path = QPainterPath()
    if mark.kind is MarkKind.MAGNIFIER:
        return [lens_shape(mark, lens_rects(mark)[1], picture_size)]
    if mark.kind is MarkKind.ARROW:
        return arrow_heads(mark, stroke_of(mark, picture_size))
    if mark.kind is MarkKind.MEASURE:
        path.addRect(measure_label(mark, picture_size))
    elif mark.kind is MarkKind.SWATCH:
        path.addRect(swatch_patch(mark, picture_size))
        path.addRect(swatch_label(mark, picture_size))
    return [] if path.isEmpty() else [path]


def _line_width(mark: Mark, picture_size: Size) -> float:
    return 0.0 if mark.kind in SOLID else stroke_of(mark, picture_size)


def _painted(mark: Mark, picture_size: Size) -> QRectF:
    """The painted bounds before shadow and turning."""
    if mark.kind in (MarkKind.TEXT, MarkKind.STAMP):
        return mark_frame(mark, picture_size)
    stroke = stroke_of(mark, picture_size)
    reach = casing_reach(QColor(mark.style.colour))
    margin = stroke * reach / 2
    box = own_outline(mark, picture_size).boundingRect()
    for part in _solid_parts(mark, picture_size):
        box = box.united(part.boundingRect())
    if mark.kind is MarkKind.ARROW:
        margin += (reach - 1) * stroke / 2
    elif mark.kind is MarkKind.MEASURE:
        for tick in ticks(mark, stroke):
            box = box.united(tick.boundingRect())
    return box.adjusted(-margin, -margin, margin, margin)
