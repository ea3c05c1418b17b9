"""What panels show, resampled straight to the device's pixels: the slow part of painting a card.

It needs no painter, so all panels of a card are made at the same time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QTransform

from claimcheck.cards.backdrop import as_qimage
from claimcheck.cards.boxes import Panel, intersection
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_quickly
from claimcheck.model.geometry import Rect

_FEATHER = 0.012
"""Of a picture's longer side: where its edge melts into its own studio background."""
_GROUND_TOLERANCE = 28.0
"""Of 255: how far from its colour a pixel may be and still be background."""


@dataclass(frozen=True, slots=True)
class PanelImage:
    """What a panel shows, and where its upper left corner comes, in device pixels."""

    at: QPoint
    image: QImage


NOTHING_READY: Mapping[Panel, PanelImage] = MappingProxyType({})


def panel_images(
    panels: Sequence[tuple[Panel, RGB, tuple[int, int]]], to_device: QTransform
) -> dict[Panel, PanelImage]:
    """The image of each panel that shows anything; arguments as ``panel_image``, side by side."""

    def made(one: tuple[Panel, RGB, tuple[int, int]]) -> tuple[Panel, PanelImage | None]:
        panel, rgb, size = one
        return panel, panel_image(panel, rgb, size, to_device)

    with ThreadPoolExecutor(max_workers=2) as side_by_side:
        return {panel: image for panel, image in side_by_side.map(made, panels) if image}


def panel_image(
    panel: Panel, rgb: RGB, size: tuple[int, int], to_device: QTransform
) -> PanelImage | None:
    """What ``panel`` shows of ``rgb``, a picture of ``size`` that may be reduced.

    ``to_device`` leads from card units to device pixels. ``None`` when nothing shows.
    """
    placement = panel.placement
    shown = intersection(panel.rect, placement.rect(Rect(0, 0, *size)))
    if shown is None:
        return None
    on_card = QRectF(shown.x, shown.y, shown.width, shown.height)
    device = to_device.mapRect(on_card).toAlignedRect()
    back = to_device.inverted()[0].mapRect(QRectF(device))
    # Of the reduced picture that is in memory, not of the full-size one.
    factor_x = rgb.shape[1] / size[0] / placement.scale
    factor_y = rgb.shape[0] / size[1] / placement.scale
    crop = Rect(
        (back.x() - placement.x) * factor_x,
        (back.y() - placement.y) * factor_y,
        back.width() * factor_x,
        back.height() * factor_y,
    )
    pixels = _with_border(rgb, crop, device.width(), device.height())
    if panel.background is not None:
        pixels = _melted(pixels, crop, rgb.shape[:2], QColor(panel.background))
    return PanelImage(device.topLeft(), as_qimage(pixels))


def _with_border(rgb: RGB, crop: Rect, width: int, height: int) -> RGB:
    """``crop`` at a size; where it hangs over the picture's edge the edge goes on."""
    rows, columns = rgb.shape[:2]
    inside = crop.clipped_to(columns, rows)
    if inside == crop:
        return crop_quickly(rgb, crop, width, height)
    left = round((inside.x - crop.x) / crop.width * width)
    right = round((crop.right - inside.right) / crop.width * width)
    top = round((inside.y - crop.y) / crop.height * height)
    bottom = round((crop.bottom - inside.bottom) / crop.height * height)
    inner = crop_quickly(rgb, inside, max(width - left - right, 1), max(height - top - bottom, 1))
    padded = cv2.copyMakeBorder(inner, top, bottom, left, right, cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(padded[:height, :width], np.uint8)


def _melted(pixels: RGB, crop: Rect, shape: tuple[int, ...], colour: QColor) -> RGB:
    """``pixels`` with the picture's outermost edge blended into the background around it."""
    height, width = pixels.shape[:2]
    band = max(_FEATHER * max(shape), 1.0)
    along_x = crop.x + (np.arange(width) + 0.5) * crop.width / width
    along_y = crop.y + (np.arange(height) + 0.5) * crop.height / height
    weight_x = np.clip(np.minimum(along_x, shape[1] - along_x) / band, 0.0, 1.0)
    weight_y = np.clip(np.minimum(along_y, shape[0] - along_y) / band, 0.0, 1.0)
    ground = np.array([colour.red(), colour.green(), colour.blue()], np.float32)
    melted = pixels.copy()
    # Two bands each way: what lies between them is the picture as it is.
    for rows, columns in ((weight_y < 1.0, slice(None)), (slice(None), weight_x < 1.0)):
        band_pixels = pixels[rows, columns]
        weight = np.minimum(weight_x[None, columns], weight_y[rows, None])[..., None]
        # A product that touches the picture's edge keeps its own edge.
        product = np.abs(band_pixels - ground).max(axis=2, keepdims=True) > _GROUND_TOLERANCE
        weight = np.where(product, 1.0, weight.astype(np.float32))
        melted[rows, columns] = np.rint(band_pixels * weight + ground * (1.0 - weight))
    return melted
