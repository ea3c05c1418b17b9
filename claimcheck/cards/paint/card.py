"""Paint a laid-out card. Preview and export both come here, at any scale of the painter.

Pictures are resampled straight to the device's pixels, once and honestly, whatever the scale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QTransform

from claimcheck.cards.boxes import (
    LEGEND_DISC,
    Fill,
    Layout,
    Panel,
    Polygon,
    Stamp,
    TextBox,
    intersection,
)
from claimcheck.cards.callouts import RING_LENGTH
from claimcheck.cards.colours import INK, opposite
from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.callouts import paint_pin, paint_ring, paint_ringed_disc
from claimcheck.cards.paint.marks import (
    paint_callout,
    paint_marks,
    paint_number,
    paint_place,
)
from claimcheck.cards.paint.panel_images import (
    NOTHING_READY,
    PanelImage,
    Source,
    panel_image,
)
from claimcheck.cards.paint.shapes import paint_polygon, paint_shade, path_of
from claimcheck.cards.paint.stamp import paint_inked_stamp, paint_verdict_stamp
from claimcheck.cards.text.fitting import line_runs
from claimcheck.cards.text.letters import paint_runs
from claimcheck.imaging.pixels import RGB, RGBA
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import CalloutStyle, Cover, MarkKind, Role
from claimcheck.model.review import Mark

FULL_SCREEN = 1.6
SCRIM_FROM = 1480 / 1920
_SCRIM_ALPHA = 0.72
_SCRIM_ABOVE = 0.30
"""Mean luma of the lowest part of a picture from which a white caption needs a scrim."""
PLACE_STROKE = 6.0


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A decoded picture that may be reduced; ``width`` and ``height`` are the full size."""

    source: Source
    width: int
    height: int
    marks: tuple[Mark, ...] = ()
    stickers: Mapping[str, RGBA] = field(default_factory=dict)
    """What stamps show that show a picture, by its evidence's id."""

    @property
    def rgb(self) -> RGB:
        """The pixels that are in memory."""
        return self.source.rgb

    @property
    def size(self) -> tuple[int, int]:
        """Width and height at full size."""
        return self.width, self.height


Artwork = dict[Role, CardPicture]


def paint_card(
    painter: QPainter,
    layout: Layout,
    artwork: Artwork,
    ready: Mapping[Panel, PanelImage] = NOTHING_READY,
) -> None:
    """Paint the whole card in card units; the painter may be scaled and moved, not turned.

    What panels show is resampled here unless it is ``ready`` for just this painter.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _paint_fills(painter, layout.ground)
    for thing in layout.below:
        if isinstance(thing, Polygon):
            paint_polygon(painter, thing)
        else:
            _paint_panel(painter, layout, thing, artwork[thing.role], ready.get(thing))
    for panel in layout.panels:
        _paint_panel(painter, layout, panel, artwork[panel.role], ready.get(panel))
    if any(_needs_scrim(layout, panel, artwork[panel.role]) for panel in _pictures_of(layout)):
        # Over both or over none: a scrim on one side only would make that side look worse.
        _paint_scrim(painter, layout)
    for shade in layout.shades:
        paint_shade(painter, shade)
    for shape in layout.shapes:
        paint_polygon(painter, shape)
    _paint_fills(painter, layout.fills)
    for disc in layout.legend_discs:
        _paint_legend_disc(painter, disc.number, disc.center, layout.accent)
    for text in layout.texts:
        _paint_text(painter, text)
    _paint_callouts(painter, layout)
    _paint_stamps(painter, layout)
    painter.restore()


def _paint_callouts(painter: QPainter, layout: Layout) -> None:
    """Rings first, so that no disc lies under one."""
    for callout in layout.callouts:
        if callout.ring is not None:
            painter.save()
            if callout.panel is not None:
                painter.setClipRect(qt_rect(callout.panel), Qt.ClipOperation.IntersectClip)
            paint_ring(painter, qt_rect(callout.ring))
            painter.restore()
    for callout in layout.callouts:
        disc, target = _qt(callout.disc), _qt(callout.target)
        if callout.style is CalloutStyle.PIN:
            paint_pin(painter, disc, target, callout.number, layout.accent)
        elif callout.style is CalloutStyle.RING:
            away = math.dist(disc.toTuple(), target.toTuple())
            near = away <= RING_LENGTH + 1.0
            paint_ringed_disc(painter, disc, target, callout.number, near, layout.accent)
        else:
            paint_callout(painter, disc, target, callout.number, accent=layout.accent)


def _paint_stamps(painter: QPainter, layout: Layout) -> None:
    """Logo and verdicts."""
    if layout.logo is not None:
        _paint_fills(painter, (layout.logo.plate,) if layout.logo.plate else ())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(qt_rect(layout.logo.rect), layout.logo.image)
    if layout.stamp is not None:
        _paint_stamp(painter, layout.stamp)
    for stamp in layout.inked:
        paint_inked_stamp(painter, stamp.center, stamp.angle, stamp.verdict, stamp.word, stamp.size)


def _pictures_of(layout: Layout) -> tuple[Panel, ...]:
    behind = tuple(thing for thing in layout.below if isinstance(thing, Panel))
    return behind or layout.panels


def _qt(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def qt_rect(rect: Rect) -> QRectF:
    """A rectangle as Qt has it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


# --- pictures ------------------------------------------------------------------------------------


def all_panels(layout: Layout) -> list[Panel]:
    """Those at the bottom, then those on them."""
    return [*(thing for thing in layout.below if isinstance(thing, Panel)), *layout.panels]


def _paint_panel(
    painter: QPainter,
    layout: Layout,
    panel: Panel,
    picture: CardPicture,
    ready: PanelImage | None,
) -> None:
    painter.save()
    painter.setClipRect(qt_rect(panel.rect))
    if panel.outline:
        painter.setClipPath(path_of(panel.outline), Qt.ClipOperation.IntersectClip)
    if panel.background is not None:
        painter.fillRect(qt_rect(panel.rect), QColor(panel.background))
    _paint_picture(painter, panel, picture, ready)
    outer = painter.transform()
    painter.translate(panel.placement.x, panel.placement.y)
    painter.scale(panel.placement.scale, panel.placement.scale)
    size = picture.size
    for place in layout.places:
        if place.role is panel.role:
            paint_place(painter, place.place, size, PLACE_STROKE / panel.placement.scale)
    marks = tuple(mark for mark in picture.marks if not is_destroyed(mark))
    covers = tuple(mark for mark in marks if mark.kind is MarkKind.REDACTION)
    backdrop = Backdrop((picture.rgb,), size, covers, stickers=picture.stickers)
    # What a spotlight dims is all of the panel, also where the picture's edge goes on.
    area = painter.transform().inverted()[0].mapRect(outer.mapRect(qt_rect(panel.rect)))
    paint_marks(painter, marks, size, backdrop, area)
    painter.restore()


def is_destroyed(mark: Mark) -> bool:
    """Whether what ``mark`` covers is gone from the card's pixels before anything is painted."""
    return mark.kind is MarkKind.REDACTION and mark.style.cover is Cover.SOLID


def _paint_picture(
    painter: QPainter, panel: Panel, picture: CardPicture, ready: PanelImage | None
) -> None:
    """Copy what the panel shows to device pixels, without another filter."""
    if ready is None:
        ready = panel_image(panel, picture.source, picture.size, painter.deviceTransform())
    if ready is None:
        return
    painter.save()
    painter.resetTransform()
    ratio = painter.device().devicePixelRatioF()
    painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    painter.drawImage(ready.at, ready.image)
    painter.restore()


def _needs_scrim(layout: Layout, panel: Panel, picture: CardPicture) -> bool:
    """Whether white type on the lowest part of the panel would be hard to read."""
    top = SCRIM_FROM * layout.height
    low = Rect(panel.rect.x, top, panel.rect.width, layout.height - top)
    shown = intersection(low, panel.placement.rect(Rect(0, 0, picture.width, picture.height)))
    # Only what fills a phone's screen has the platform's caption over it.
    if panel.rect.bottom < layout.height - 1 or layout.height < FULL_SCREEN * layout.width:
        return False
    luma, area = 0.0, 0.0
    if shown is not None:
        reduced = picture.rgb.shape[1] / picture.width / panel.placement.scale
        x, y = (shown.x - panel.placement.x) * reduced, (shown.y - panel.placement.y) * reduced
        part = picture.rgb[
            int(y) : int(y + shown.height * reduced) + 1 : 4,
            int(x) : int(x + shown.width * reduced) + 1 : 4,
        ]
        area = shown.width * shown.height / (low.width * low.height)
        mean = cv2.mean(np.ascontiguousarray(part))[:3] if part.size else (0.0,)
        luma = area * sum(mean) / len(mean) / 255.0
    if panel.background is not None:
        luma += (1.0 - area) * QColor(panel.background).lightnessF()
    return luma > _SCRIM_ABOVE


def _paint_scrim(painter: QPainter, layout: Layout) -> None:
    top = SCRIM_FROM * layout.height
    gradient = QLinearGradient(0.0, top, 0.0, float(layout.height))
    clear, dark = QColor(INK), QColor(INK)
    clear.setAlphaF(0.0)
    dark.setAlphaF(_SCRIM_ALPHA)
    gradient.setColorAt(0.0, clear)
    gradient.setColorAt(1.0, dark)
    painter.fillRect(QRectF(0.0, top, layout.width, layout.height - top), gradient)


# --- paper, words, stamp -------------------------------------------------------------------------


def _paint_fills(painter: QPainter, fills: tuple[Fill, ...]) -> None:
    for fill in fills:
        if fill.radius:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill.colour))
            painter.drawRoundedRect(qt_rect(fill.rect), fill.radius, fill.radius)
        else:
            painter.fillRect(qt_rect(fill.rect), QColor(fill.colour))


def _paint_text(painter: QPainter, box: TextBox) -> None:
    painter.setPen(QColor(box.colour))
    for line, x, y in box.lines():
        paint_runs(painter, line_runs(line, box.fitted.style, box.fitted.rtl), QPointF(x, y))


def _paint_legend_disc(painter: QPainter, number: int, center: Point, accent: str) -> None:
    painter.save()
    painter.translate(_qt(center))
    painter.setPen(QPen(QColor(INK), 5.0))
    painter.setBrush(QColor(accent))
    painter.drawEllipse(QPointF(), LEGEND_DISC - 2.0, LEGEND_DISC - 2.0)
    paint_number(painter, number, 38, opposite(QColor(accent)).name())
    painter.restore()


def _paint_stamp(painter: QPainter, stamp: Stamp) -> None:
    painter.save()
    painter.translate(_qt(stamp.center))
    painter.rotate(stamp.angle)
    paint_verdict_stamp(painter, stamp.word, stamp.verdict, stamp.width, stamp.height, stamp.size)
    painter.restore()
