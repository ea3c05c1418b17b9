"""A laid-out card as an image of its own: all at once, or begun before its pictures are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform

from claimcheck.cards.boxes import CardWarning, Layout, Panel, Polygon
from claimcheck.cards.colours import INK
from claimcheck.cards.paint.card import SCRIM_FROM, Artwork, all_panels, paint_card, qt_rect
from claimcheck.cards.paint.panel_images import (
    PanelImage,
    SourceOf,
    begin_panel_images,
    panel_images,
)
from claimcheck.model.geometry import Rect

_AIR = 3.0
"""What antialiasing may paint beyond a box, and more."""


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
        ready = panel_images(all_panels(layout), _sources(artwork), to_device)
    painter = QPainter(image)
    if begun is not None:
        done = _beside_pictures(layout, image, to_device)
        painter.setClipRegion(QRegion(image.rect()) - done)
        layout = _without(layout, done, to_device)
    painter.setTransform(to_device)
    paint_card(painter, layout, artwork, ready)
    painter.end()
    return image


def begin_pictures(
    layout: Layout, artwork: Artwork, threads: Executor
) -> Callable[[], dict[Panel, PanelImage]]:
    """Have what the panels show made by ``threads``; the result waits, and is for ``render``."""
    to_device = device_transform(layout, 1.0)
    return begin_panel_images(all_panels(layout), _sources(artwork), to_device, threads)


def _sources(artwork: Artwork) -> SourceOf:
    return lambda role: (artwork[role].source, artwork[role].size)


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
        region -= QRegion(to_device.mapRect(qt_rect(panel.rect)).toAlignedRect())
    below = QRectF(0.0, SCRIM_FROM * layout.height, layout.width, layout.height)
    return region - QRegion(to_device.mapRect(below).toAlignedRect())


def _without(layout: Layout, done: QRegion, to_device: QTransform) -> Layout:
    """The layout without words and papers that lie on the ``done`` part altogether."""

    def is_left(rect: Rect) -> bool:
        touched = to_device.mapRect(qt_rect(rect.grown(_AIR))).toAlignedRect()
        return not (QRegion(touched) - done).isEmpty()

    texts = tuple(box for box in layout.texts if is_left(box.painted()))
    return replace(layout, texts=texts, fills=tuple(f for f in layout.fills if is_left(f.rect)))
