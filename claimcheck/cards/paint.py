"""Paint a laid-out card. Preview and export both come here, at any scale of the painter.

Pictures are resampled straight to the device's pixels, once and honestly, whatever the scale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QRegion, QTransform

from claimcheck.cards.backdrop import Backdrop
from claimcheck.cards.boxes import (
    CardWarning,
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
from claimcheck.cards.letters import paint_runs
from claimcheck.cards.paint_callouts import paint_pin, paint_ring, paint_ringed_disc
from claimcheck.cards.paint_marks import (
    paint_callout,
    paint_marks,
    paint_number,
    paint_place,
)
from claimcheck.cards.paint_shapes import paint_polygon, paint_shade, path_of
from claimcheck.cards.paint_stamp import paint_inked_stamp, paint_verdict_stamp
from claimcheck.cards.panel_images import NOTHING_READY, PanelImage, panel_image, panel_images
from claimcheck.cards.parts import LEGEND_DISC
from claimcheck.cards.text import line_runs
from claimcheck.imaging.pixels import RGB, RGBA
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import CalloutStyle, Cover, MarkKind, Role
from claimcheck.model.review import Mark

_FULL_SCREEN = 1.6
_SCRIM_FROM = 1480 / 1920
_SCRIM_ALPHA = 0.72
_AIR = 3.0
"""What antialiasing may paint beyond a box, and more."""
_SCRIM_ABOVE = 0.30
"""Mean luma of the lowest part of a picture from which a white caption needs a scrim."""
PLACE_STROKE = 6.0


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A decoded picture: ``rgb`` may be reduced, ``width`` and ``height`` are the full size."""

    rgb: RGB
    width: int
    height: int
    marks: tuple[Mark, ...] = ()
    stickers: Mapping[str, RGBA] = field(default_factory=dict)
    """What stamps show that show a picture, by its evidence's id."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height at full size."""
        return self.width, self.height


Artwork = dict[Role, CardPicture]


@dataclass(frozen=True, slots=True)
class Painted:
    """One finished picture, and what its creator should know about it."""

    image: QImage
    warnings: tuple[CardWarning, ...] = ()


def render(
    layout: Layout,
    artwork: Artwork,
    scale: float = 1.0,
    begun: QImage | None = None,
    ready: Mapping[Panel, PanelImage] | None = None,
) -> QImage:
    """The card as an opaque image, ``scale`` times its size.

    The image is that of ``begin``, where it is ``begun``, and gets its pictures and all that lies
    on them. What panels show may be ``ready``.
    """
    image = blank(layout, scale) if begun is None else begun
    to_device = device_transform(layout, scale)
    if ready is None:
        panels = [(p, artwork[p.role].rgb, artwork[p.role].size) for p in all_panels(layout)]
        ready = panel_images(panels, to_device)
    painter = QPainter(image)
    if begun is not None:
        done = _beside_pictures(layout, image, to_device)
        painter.setClipRegion(QRegion(image.rect()) - done)
        layout = _without(layout, done, to_device)
    painter.setTransform(to_device)
    paint_card(painter, layout, artwork, ready)
    painter.end()
    return image


def begin(layout: Layout, scale: float = 1.0) -> QImage:
    """The part of a card beside its pictures: it can be painted before they are there.

    Together with ``render`` it gives the same pixels as ``render`` alone.
    """
    image, to_device = blank(layout, scale), device_transform(layout, scale)
    painter = QPainter(image)
    painter.setClipRegion(_beside_pictures(layout, image, to_device))
    painter.setTransform(to_device)
    polygons = tuple(thing for thing in layout.below if isinstance(thing, Polygon))
    paint_card(painter, replace(layout, panels=(), below=polygons, places=()), {})
    painter.end()
    return image


def blank(layout: Layout, scale: float) -> QImage:
    """An image of a card's size, ``scale`` times, in ink."""
    width, height = max(1, round(layout.width * scale)), max(1, round(layout.height * scale))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(INK))
    return image


def device_transform(layout: Layout, scale: float) -> QTransform:
    """From card units to the pixels of ``blank``."""
    width, height = max(1, round(layout.width * scale)), max(1, round(layout.height * scale))
    return QTransform.fromScale(width / layout.width, height / layout.height)


def _beside_pictures(layout: Layout, image: QImage, to_device: QTransform) -> QRegion:
    """Whole pixels that neither a picture nor a scrim over it touches."""
    region = QRegion(image.rect())
    for panel in all_panels(layout):
        region -= QRegion(to_device.mapRect(_qt_rect(panel.rect)).toAlignedRect())
    below = QRectF(0.0, _SCRIM_FROM * layout.height, layout.width, layout.height)
    return region - QRegion(to_device.mapRect(below).toAlignedRect())


def _without(layout: Layout, done: QRegion, to_device: QTransform) -> Layout:
    """The layout without words and papers that lie on the ``done`` part altogether."""

    def is_left(rect: Rect) -> bool:
        touched = to_device.mapRect(_qt_rect(rect.grown(_AIR))).toAlignedRect()
        return not (QRegion(touched) - done).isEmpty()

    texts = tuple(box for box in layout.texts if is_left(box.painted()))
    return replace(layout, texts=texts, fills=tuple(f for f in layout.fills if is_left(f.rect)))


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
                painter.setClipRect(_qt_rect(callout.panel), Qt.ClipOperation.IntersectClip)
            paint_ring(painter, _qt_rect(callout.ring))
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
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_qt_rect(layout.logo.rect), layout.logo.image)
    if layout.stamp is not None:
        _paint_stamp(painter, layout.stamp)
    for stamp in layout.inked:
        paint_inked_stamp(painter, stamp.center, stamp.angle, stamp.verdict, stamp.word, stamp.size)


def _pictures_of(layout: Layout) -> tuple[Panel, ...]:
    behind = tuple(thing for thing in layout.below if isinstance(thing, Panel))
    return behind or layout.panels


def _qt(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def _qt_rect(rect: Rect) -> QRectF:
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
    painter.setClipRect(_qt_rect(panel.rect))
    if panel.outline:
        painter.setClipPath(path_of(panel.outline), Qt.ClipOperation.IntersectClip)
    if panel.background is not None:
        painter.fillRect(_qt_rect(panel.rect), QColor(panel.background))
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
    area = painter.transform().inverted()[0].mapRect(outer.mapRect(_qt_rect(panel.rect)))
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
        ready = panel_image(panel, picture.rgb, picture.size, painter.deviceTransform())
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
    top = _SCRIM_FROM * layout.height
    low = Rect(panel.rect.x, top, panel.rect.width, layout.height - top)
    shown = intersection(low, panel.placement.rect(Rect(0, 0, picture.width, picture.height)))
    # Only what fills a phone's screen has the platform's caption over it.
    if panel.rect.bottom < layout.height - 1 or layout.height < _FULL_SCREEN * layout.width:
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
    top = _SCRIM_FROM * layout.height
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
            painter.drawRoundedRect(_qt_rect(fill.rect), fill.radius, fill.radius)
        else:
            painter.fillRect(_qt_rect(fill.rect), QColor(fill.colour))


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
