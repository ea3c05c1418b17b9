"""Lucide's icons in our colours: sharp at every scale, drawn once, dimmed when disabled."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from claimcheck.ui.tokens import DISABLED, in_use

_STROKE = 'stroke-width="2"'


@cache
def _archive() -> ZipFile:
    # In memory: a handle on the package's file would stay open for as long as the program runs.
    return ZipFile(BytesIO((files("lucide") / "lucide.zip").read_bytes()))


def stroke(size_px: int) -> float:
    """Stroke width on Lucide's 24-unit grid; small icons need more to be seen."""
    if size_px >= 18:
        return 1.75
    if size_px >= 16:
        return 2.0
    return 2.5 if size_px >= 13 else 3.0


@lru_cache(maxsize=256)
def svg(name: str, colour: str, width: float = 1.75) -> bytes:
    """The SVG text of icon ``name`` in strokes of ``colour`` (``#RRGGBB``); KeyError if unknown."""
    text = _archive().read(f"{name}.svg").decode("utf-8")
    return (
        text.replace("currentColor", colour)
        .replace(_STROKE, f'stroke-width="{width}"')
        .encode("utf-8")
    )


@lru_cache(maxsize=1024)
def _pixmap(name: str, size_px: int, rgba: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    side = round(size_px * ratio)
    drawing = QSvgRenderer(QByteArray(svg(name, colour.name(), stroke(size_px))))
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(name: str, size: int, colour: QColor | str, ratio: float = 1.0) -> QPixmap:
    """Icon ``name``, ``size`` × ``size`` device-independent pixels, for a screen of ``ratio``."""
    return _pixmap(name, size, QColor(colour).rgba(), ratio)


def paint_icon(
    painter: QPainter, name: str, x: float, y: float, size: int, colour: QColor | str
) -> None:
    """Paint icon ``name`` with its top-left corner at (``x``, ``y``), sharp on this device."""
    ratio = painter.device().devicePixelRatioF()
    # On a whole device pixel, or the strokes blur.
    at_x, at_y = round(x * ratio) / ratio, round(y * ratio) / ratio
    target = QRectF(at_x, at_y, size, size)
    made = pixmap(name, size, colour, ratio)
    painter.drawPixmap(target, made, QRectF(made.rect()))


@lru_cache(maxsize=512)
def _icon(
    name: str, size: int, normal: int, checked: int, ratios: tuple[float, ...], gap: int
) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        for state, rgba in ((QIcon.State.Off, normal), (QIcon.State.On, checked)):
            colour = QColor.fromRgba(rgba)
            clear = _widened(_pixmap(name, size, rgba, ratio), gap)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                made.addPixmap(clear, mode, state)
            colour.setAlphaF(colour.alphaF() * DISABLED)
            dimmed = _widened(_pixmap(name, size, colour.rgba(), ratio), gap)
            made.addPixmap(dimmed, QIcon.Mode.Disabled, state)
    return made


def _widened(made: QPixmap, gap: int) -> QPixmap:
    """``gap`` px more at the right, or at the left when it is negative."""
    if not gap:
        return made
    ratio = made.devicePixelRatio()
    wide = QPixmap(made.width() + round(abs(gap) * ratio), made.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(QPointF(max(-gap, 0), 0), made)
    painter.end()
    return wide


def icon(
    name: str, size: int = 20, role: str = "text", checked_role: str = "ink", gap: int = 0
) -> QIcon:
    """Icon ``name`` for a button, in the token ``role`` of the theme in use.

    ``checked_role`` is the colour while a toggle is on (toggles that are on are yellow: ink).
    ``gap`` is empty room between icon and text: right of the icon, or left when negative.
    """
    colours = in_use()
    ratios = {1.0, 2.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(
        name,
        size,
        colours.colour(role).rgba(),
        colours.colour(checked_role).rgba(),
        tuple(sorted(ratios)),
        gap,
    )
