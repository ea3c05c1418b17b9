"""What panels show, resampled straight to the device's pixels: the slow part of painting a card.

It needs no painter, so all panels of a card are made at the same time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QTransform

from claimcheck.cards.boxes import Panel, intersection
from claimcheck.cards.paint.backdrop import as_qimage
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_quickly, softened, whole_pixels
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_FEATHER = 0.012
"""Of a picture's longer side: where its edge melts into its own studio background."""
_GROUND_TOLERANCE = 28.0
"""Of 255: how far from its colour a pixel may be and still be background."""


@dataclass(frozen=True, slots=True)
class PanelImage:
    """What a panel shows, and where its upper left corner comes, in device pixels."""

    at: QPoint
    image: QImage


class Source:
    """A decoded picture, maybe reduced, that panels show parts of.

    It keeps the part that was made last, for the card of one product in five formats of one size
    shows the same one five times.
    """

    def __init__(self, rgb: RGB) -> None:
        self.rgb = rgb
        self._last: tuple[tuple[Rect, int, int], RGB] | None = None
        self._soft: RGB | None = None
        self._softening = threading.Lock()

    def part(self, crop: Rect, width: int, height: int) -> RGB:
        """``crop``, in the pixels of ``rgb``, at a size; not to be written to."""
        if width <= crop.width and height <= crop.height:
            crop = whole_pixels(crop)  # which is all of it that counts
        asked, last = (crop, width, height), self._last
        if last is not None and last[0] == asked:
            return last[1]
        made = crop_quickly(self.rgb, *asked, self._softened)
        self._last = asked, made
        return made

    def _softened(self, rgb: RGB) -> RGB:
        with self._softening:  # once, for all threads
            if self._soft is None:
                self._soft = softened(rgb)
            return self._soft


NOTHING_READY: Mapping[Panel, PanelImage] = MappingProxyType({})


SourceOf = Callable[[Role], tuple[Source, tuple[int, int]]]
"""The picture of a role, and its full size."""


def panel_images(
    panels: Sequence[Panel], source_of: SourceOf, to_device: QTransform
) -> dict[Panel, PanelImage]:
    """The image of each panel that shows anything, made side by side."""
    with ThreadPoolExecutor(max_workers=2) as side_by_side:
        return begin_panel_images(panels, source_of, to_device, side_by_side)()


def begin_panel_images(
    panels: Sequence[Panel], source_of: SourceOf, to_device: QTransform, threads: Executor
) -> Callable[[], dict[Panel, PanelImage]]:
    """Have the images made by ``threads``, which ask for the sources; the result waits for all."""

    def made(panel: Panel) -> PanelImage | None:
        return panel_image(panel, *source_of(panel.role), to_device)

    begun = [threads.submit(made, panel) for panel in panels]

    def wait() -> dict[Panel, PanelImage]:
        found = zip(panels, (one.result() for one in begun), strict=True)
        return {panel: image for panel, image in found if image is not None}

    return wait


def panel_image(
    panel: Panel, source: Source, size: tuple[int, int], to_device: QTransform
) -> PanelImage | None:
    """What ``panel`` shows of a picture whose full size is ``size``.

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
    rows, columns = source.rgb.shape[:2]
    factor_x = columns / size[0] / placement.scale
    factor_y = rows / size[1] / placement.scale
    crop = Rect(
        (back.x() - placement.x) * factor_x,
        (back.y() - placement.y) * factor_y,
        back.width() * factor_x,
        back.height() * factor_y,
    )
    pixels = _with_border(source, crop, device.width(), device.height())
    if panel.background is not None:
        pixels = _melted(pixels, crop, (columns, rows), QColor(panel.background))
    return PanelImage(device.topLeft(), as_qimage(pixels))


def _with_border(source: Source, crop: Rect, width: int, height: int) -> RGB:
    """``crop`` at a size; where it hangs over the picture's edge the edge goes on."""
    rows, columns = source.rgb.shape[:2]
    inside = crop.clipped_to(columns, rows)
    if inside == crop:
        return source.part(crop, width, height)
    left = round((inside.x - crop.x) / crop.width * width)
    right = round((crop.right - inside.right) / crop.width * width)
    top = round((inside.y - crop.y) / crop.height * height)
    bottom = round((crop.bottom - inside.bottom) / crop.height * height)
    inner = source.part(inside, max(width - left - right, 1), max(height - top - bottom, 1))
    padded = cv2.copyMakeBorder(inner, top, bottom, left, right, cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(padded[:height, :width], np.uint8)


def _melted(pixels: RGB, crop: Rect, size: tuple[int, int], colour: QColor) -> RGB:
    """``pixels`` with the outermost edge of the picture, of ``size``, blended into ``colour``."""
    height, width = pixels.shape[:2]
    band = max(_FEATHER * max(size), 1.0)
    across = _inwards(crop.x, crop.width, width, size[0]) / band
    down = _inwards(crop.y, crop.height, height, size[1]) / band
    ground = np.array([colour.red(), colour.green(), colour.blue()], np.float32)
    melted = pixels.copy()
    everywhere = slice(None)
    for rows, columns in (
        *((band, everywhere) for band in _edges(down)),
        *((everywhere, band) for band in _edges(across)),
    ):
        edge = pixels[rows, columns]
        weight = np.minimum.outer(down[rows], np.repeat(across[columns], 3)).clip(0.0, 1.0)
        # Rows of numbers, not of pixels: NumPy is slow where the last axis is short.
        under = np.tile(ground, edge.shape[1])
        beside = edge.reshape(len(edge), -1) - under
        blended = np.rint(under + beside * weight.astype(np.float32)).astype(np.uint8)
        # A product that touches the picture's edge keeps its own edge.
        is_ground = cv2.inRange(edge, ground - _GROUND_TOLERANCE, ground + _GROUND_TOLERANCE)
        cv2.copyTo(blended.reshape(edge.shape), is_ground, melted[rows, columns])
    return melted


def _inwards(start: float, extent: float, count: int, limit: int) -> NDArray[np.float64]:
    """How far from the picture's nearer edge the middle of each of ``count`` pixels lies."""
    along = start + (np.arange(count) + 0.5) * extent / count
    return np.minimum(along, limit - along)


def _edges(inwards: NDArray[np.float64]) -> Iterator[slice]:
    """Where a line of pixels lies within a band of 1 from either edge; it is at most two spans."""
    near = np.flatnonzero(
        np.diff(np.concatenate(([False], inwards < 1.0, [False])).astype(np.int8))
    )
    yield from (slice(*span) for span in near.reshape(-1, 2).tolist())
