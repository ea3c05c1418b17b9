"""From pixels to what Qt paints."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from claimcheck.imaging.pixels import RGB


def to_qimage(rgb: RGB) -> QImage:
    """Copy ``(H, W, 3)`` uint8 sRGB pixels into a ``QImage`` of its own (any thread)."""
    pixels = np.ascontiguousarray(rgb)
    height, width, _ = pixels.shape
    view = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return view.convertToFormat(QImage.Format.Format_RGB32)
