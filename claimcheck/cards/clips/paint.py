"""What moves in a clip, painted by Qt at any fraction of a pixel and made into patches."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from claimcheck.cards.boxes import Layout, Stamp
from claimcheck.cards.clips.planes import Patch, Planes, patch_of, planes_of
from claimcheck.cards.colours import INK, YELLOW, opposite
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.paint.card import Artwork, paint_card
from claimcheck.cards.render import render
from claimcheck.model.geometry import Point, Rect

Paint = Callable[[QPainter], None]

SLIDER_WIDTH = 24.0
HANDLE_RADIUS = 47.0
_SLIDER_EDGE = 7.0
_SCRIM_FROM = 1480 / 1920
_SCRIM_ALPHA = 0.72


def paint_patch(bounds: Rect, paint: Paint) -> Patch:
    """Paint in card units onto nothing; ``bounds`` must contain all that is painted."""
    left, top = 2 * math.floor(bounds.x / 2), 2 * math.floor(bounds.y / 2)
    width = max(2 * math.ceil((bounds.right - left) / 2), 2)
    height = max(2 * math.ceil((bounds.bottom - top) / 2), 2)
    image = QImage(width, height, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(-left, -top)
    paint(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return patch_of(rows[:, : 4 * width].reshape(height, width, 4), left, top)


def layout_patch(layout: Layout, bounds: Rect) -> Patch:
    """A layout without pictures as a patch."""
    return paint_patch(bounds, lambda painter: paint_card(painter, layout, {}))


def still(layout: Layout, artwork: Artwork) -> Planes:
    """A whole layout as a frame; its size is even."""
    return planes_of(as_rgb(render(layout, artwork)))


# --- slider --------------------------------------------------------------------------------------


def slider_patches(
    x: float, top: float, bottom: float, handle_y: float, accent: str = YELLOW
) -> tuple[Patch, Patch]:
    """The bar at ``x`` from ``top`` to ``bottom``, and its handle."""
    half = SLIDER_WIDTH / 2
    row = paint_patch(
        Rect(x - half - 1, 0.0, SLIDER_WIDTH + 2, 2.0), lambda p: _paint_bar(p, x, accent)
    )
    height = 2 * round((bottom - top) / 2)
    tall = _repeated(row, 2 * round(top / 2), height)
    reach = HANDLE_RADIUS + 12.0
    handle = paint_patch(
        Rect(x - reach, handle_y - reach, 2 * reach, 2 * reach),
        lambda painter: _paint_handle(painter, QPointF(x, handle_y), accent),
    )
    return tall, handle


def _paint_bar(painter: QPainter, x: float, accent: str) -> None:
    half = SLIDER_WIDTH / 2
    painter.fillRect(QRectF(x - half, -4.0, SLIDER_WIDTH, 12.0), QColor(INK))
    inner = SLIDER_WIDTH - 2 * _SLIDER_EDGE
    painter.fillRect(QRectF(x - inner / 2, -4.0, inner, 12.0), QColor(accent))


def _repeated(row: Patch, y: int, height: int) -> Patch:
    """A patch two pixels high, ``height`` pixels high."""

    def tall(planes: Planes) -> Planes:
        y_plane = np.repeat(planes.y[:1], height, axis=0)
        half = [np.repeat(plane[:1], height // 2, axis=0) for plane in (planes.u, planes.v)]
        return Planes(y_plane, *half)

    return Patch(row.x, y, tall(row.colour), tall(row.free))


def _paint_handle(painter: QPainter, center: QPointF, accent: str) -> None:
    painter.setPen(QPen(QColor(INK), 8.0))
    painter.setBrush(QColor(accent))
    painter.drawEllipse(center, HANDLE_RADIUS, HANDLE_RADIUS)
    pen = QPen(opposite(QColor(accent)), 7.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    for side in (-1, 1):
        tip = center + QPointF(side * 27.0, 0.0)
        path.moveTo(tip + QPointF(-side * 12.0, -12.0))
        path.lineTo(tip)
        path.lineTo(tip + QPointF(-side * 12.0, 12.0))
    path.moveTo(center + QPointF(-27.0, 0.0))
    path.lineTo(center + QPointF(27.0, 0.0))
    painter.drawPath(path)


# --- stamps --------------------------------------------------------------------------------------


def scaled_about(center: Point, scale: float, paint: Paint) -> Paint:
    """The same painting, larger or smaller around a point."""

    def painted(painter: QPainter) -> None:
        painter.translate(center.x, center.y)
        painter.scale(scale, scale)
        painter.translate(-center.x, -center.y)
        paint(painter)

    return painted


def sticker_patch(layout: Layout, stamp: Stamp, scale: float) -> Patch:
    """A card's stamp as a patch, ``scale`` times its size around its middle."""
    bare = Layout(
        layout.width, layout.height, (), (), (), (), (), (), (), stamp, ()
    )  # only the stamp; painted as on the card
    bounds = around(stamp.painted(), scale)
    paint = scaled_about(stamp.center, scale, lambda painter: paint_card(painter, bare, {}))
    return paint_patch(bounds, paint)


def around(bounds: Rect, scale: float) -> Rect:
    """What a painting covers when it is scaled around its middle, with room for soft edges."""
    margin_x, margin_y = bounds.width * (scale - 1) / 2, bounds.height * (scale - 1) / 2
    return Rect(
        bounds.x - margin_x - 4.0,
        bounds.y - margin_y - 4.0,
        bounds.width + 2 * margin_x + 8.0,
        bounds.height + 2 * margin_y + 8.0,
    )


def scrim_rect(layout: Layout) -> Rect:
    """The lowest part of a card, where platforms write their white caption."""
    top = 2.0 * round(_SCRIM_FROM * layout.height / 2)
    return Rect(0.0, top, float(layout.width), layout.height - top)


def paint_scrim(painter: QPainter, layout: Layout) -> None:
    """Ink from nothing to 72 %, as on cards."""
    area = scrim_rect(layout)
    gradient = QLinearGradient(0.0, area.y, 0.0, area.bottom)
    clear, dark = QColor(INK), QColor(INK)
    clear.setAlphaF(0.0)
    dark.setAlphaF(_SCRIM_ALPHA)
    gradient.setColorAt(0.0, clear)
    gradient.setColorAt(1.0, dark)
    painter.fillRect(QRectF(area.x, area.y, area.width, area.height), gradient)
