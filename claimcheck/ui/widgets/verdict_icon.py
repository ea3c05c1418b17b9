"""A verdict's shape in its colour: never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QPainter, QPixmap

from claimcheck.cards.paint.marks import paint_verdict_shape
from claimcheck.model.kinds import Verdict
from claimcheck.ui.theme import theme


def verdict_qicon(verdict: Verdict, size: int = 16) -> QIcon:
    """The same shape for combo boxes and menus."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        side = round(size * ratio)
        image = QPixmap(side, side)
        image.setDevicePixelRatio(ratio)
        image.fill(theme().tokens.colour("text", 0))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().tokens.verdict(verdict)
        paint_verdict_shape(painter, QRectF(0, 0, size, size), verdict, colour)
        painter.end()
        made.addPixmap(image)
    return made
