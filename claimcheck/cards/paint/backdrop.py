"""The pixels that marks show: of their own picture (magnifiers, covers), or of a stamp.

What is redacted is never in them: covers are painted over whatever is handed out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from claimcheck.cards.colours import INK
from claimcheck.imaging.files.stored import StoredPixels
from claimcheck.imaging.pixels import RGB, RGBA
from claimcheck.imaging.resample import crop_resize
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Cover
from claimcheck.model.review import Mark

_BYTES_KEPT = 48 << 20
"""Of images of parts of the picture; the last one is kept whatever its size."""
_BLOCKS = 14
"""Across the longer side of a pixelated or blurred place."""
_BLUR_PX = 96
SHADOW_ROOM = 0.06
"""Of the longer side of a stamp's picture: how far its shadow reaches beyond it."""


class Backdrop:
    """One picture at one or more sizes, largest first; all places are in full-size pixels."""

    def __init__(
        self,
        levels: Sequence[RGB | StoredPixels],
        size: tuple[int, int],
        covers: tuple[Mark, ...] = (),
        enlarges: bool = True,
        stickers: Mapping[str, RGBA] | None = None,
    ) -> None:
        """``covers`` are the redactions that the pixels still show, ``stickers`` the pictures that
        stamps show, by their evidence's id.

        Without ``enlarges``, an image never has more pixels than the picture, which is quick:
        whoever paints it enlarges it.
        """
        self._levels, self._size, self.covers = tuple(levels), size, covers
        self._enlarges = enlarges
        self._stickers = stickers if stickers is not None else {}
        self._images: OrderedDict[tuple[object, ...], QImage] = OrderedDict()

    def covered_by(self, covers: tuple[Mark, ...]) -> Backdrop:
        """The same pixels with other redactions on them."""
        return Backdrop(self._levels, self._size, covers, self._enlarges, self._stickers)

    def sticker(self, evidence_id: str) -> QImage | None:
        """The picture that a stamp shows, with its transparency; ``None`` until it is there."""
        rgba = self._stickers.get(evidence_id)
        if rgba is None:
            return None
        key = ("sticker", evidence_id)
        if key not in self._images:
            self._images[key] = rgba_image(rgba)
        return self._images[key]

    def sticker_shadow(self, evidence_id: str) -> QImage | None:
        """The soft shadow of what is opaque of it, ``SHADOW_ROOM`` larger on every side."""
        rgba = self._stickers.get(evidence_id)
        if rgba is None:
            return None
        key = ("shadow", evidence_id)
        if key not in self._images:
            room = round(SHADOW_ROOM * max(rgba.shape[:2]))
            alpha = cv2.copyMakeBorder(rgba[..., 3], *(room,) * 4, cv2.BORDER_CONSTANT, value=(0,))
            soft = cv2.GaussianBlur(alpha, (0, 0), max(room / 3, 0.5)) * 0.5
            black = np.zeros((*soft.shape, 4), np.uint8)
            black[..., 3] = soft
            self._images[key] = rgba_image(black)
        return self._images[key]

    @property
    def scale(self) -> float:
        """Pixels there are per full-size pixel: below 1 for a reduced decode."""
        return float(self._levels[0].shape[1] / self._size[0])

    def image(self, part: QRectF, width: int, height: int) -> QImage:
        """``part`` at about ``width`` × ``height``, with everything redacted covered."""
        key = (part.getRect(), width, height)
        found = self._images.get(key)
        if found is None:
            found = self._covered(part, width, height)
            self._images[key] = found
            while len(self._images) > 1 and self._bytes() > _BYTES_KEPT:
                self._images.popitem(last=False)
        else:
            self._images.move_to_end(key)
        return found

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())

    def mean(self, part: QRectF) -> QColor:
        """The mean colour of ``part``, of what isn't redacted there as it is shown."""
        box = part.intersected(QRectF(0, 0, *self._size))
        if box.isEmpty():
            return QColor(INK)
        image = self.image(box, max(1, round(box.width())), max(1, round(box.height())))
        image = image.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        rgb = rows[:, : 3 * image.width()].reshape(-1, 3)
        red, green, blue = (int(value) for value in np.rint(rgb.mean(axis=0)))
        return QColor(red, green, blue)

    def paint_cover(self, painter: QPainter, mark: Mark) -> None:
        """Cover the place of a redaction that isn't solid, in full-size pixels."""
        frame = mark.frame
        box = QRectF(frame.x, frame.y, frame.width, frame.height)
        box = box.intersected(QRectF(0, 0, *self._size))
        if box.isEmpty():
            return
        smooth = mark.style.cover is Cover.BLUR
        key = ("cover", smooth, box.getRect())
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = as_qimage(self._obscured(box, smooth))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(box, image)
        painter.restore()

    def _obscured(self, box: QRectF, smooth: bool) -> RGB:
        across = (_BLUR_PX if smooth else _BLOCKS) / max(box.width(), box.height())
        width, height = (max(1, round(side * across)) for side in (box.width(), box.height()))
        rgb = self._pixels(box, width, height)
        if not smooth:
            return rgb
        sigma = _BLUR_PX / _BLOCKS
        blurred = cv2.GaussianBlur(rgb, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
        return np.asarray(blurred, dtype=np.uint8)

    def _covered(self, part: QRectF, width: int, height: int) -> QImage:
        shown = part.intersected(QRectF(0, 0, *self._size))
        across, down = width / max(part.width(), 1e-6), height / max(part.height(), 1e-6)
        if not self._enlarges:
            most = self.scale
            across, down = min(across, most), min(down, most)
        image = QImage(
            max(1, round(part.width() * across)),
            max(1, round(part.height() * down)),
            QImage.Format.Format_RGB32,
        )
        image.fill(QColor(INK))
        if shown.isEmpty():
            return image
        pixels = self._pixels(
            shown, max(1, round(shown.width() * across)), max(1, round(shown.height() * down))
        )
        painter = QPainter(image)
        painter.scale(image.width() / part.width(), image.height() / part.height())
        painter.translate(-part.topLeft())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, as_qimage(pixels))
        for mark in self.covers:
            if mark.style.cover is Cover.SOLID:
                # One pixel more on each side: the ones there are mixed from what lies below.
                frame, more = mark.frame, 1 / min(across, down)
                box = QRectF(frame.x, frame.y, frame.width, frame.height)
                painter.fillRect(box.adjusted(-more, -more, more, more), QColor(INK))
            else:
                self.paint_cover(painter, mark)
        painter.end()
        return image

    def _pixels(self, part: QRectF, width: int, height: int) -> RGB:
        """``part``, which lies on the picture, from the smallest level that is large enough."""
        fine = [
            level
            for level in self._levels
            if level.shape[1] / self._size[0] * part.width() >= width * 0.999
        ]
        level = fine[-1] if fine else self._levels[0]
        across, down = level.shape[1] / self._size[0], level.shape[0] / self._size[1]
        crop = Rect(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        return crop_resize(level, crop, width, height)


def as_qimage(rgb: RGB) -> QImage:
    """A copy of RGB pixels that Qt owns."""
    height, width = rgb.shape[:2]
    rgb = np.ascontiguousarray(rgb)
    image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def rgba_image(rgba: RGBA) -> QImage:
    """A copy of pixels with their transparency that Qt owns."""
    height, width = rgba.shape[:2]
    rgba = np.ascontiguousarray(rgba)
    image = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
