"""Pointers of our own: cross hairs with the sign of the tool in hand, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.icons import pixmap

_SIDE, _HOT, _ARM, _GAP = 32, 10, 9, 3
_SIGN, _SIGN_AT = 14, 16
_INK, _PAPER = QColor("#161512"), QColor("#FFFFFF")
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)
_SHAPES = (
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
)
"""Clockwise from upwards, each 45° on."""
_UPWARDS = {
    Handle.N: 0,
    Handle.NE: 1,
    Handle.E: 2,
    Handle.SE: 3,
    Handle.S: 4,
    Handle.SW: 5,
    Handle.W: 6,
    Handle.NW: 7,
}


@lru_cache(maxsize=64)
def aiming_cursor(icon_name: str, ratio: float) -> QCursor:
    """Cross hairs that leave the pixel they aim at free, and an icon at the lower right.

    ``ratio`` is device pixels per pixel. Needs an application.
    """
    made, painter = _begun(ratio)
    middle = QPointF(_HOT + 0.5, _HOT + 0.5)
    arms = [
        QLineF(middle + way * _GAP, middle + way * _ARM)
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1))
    ]
    for colour, width in ((_PAPER, 3.0), (_INK, 1.0)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines(arms)
    _paint_sign(painter, icon_name, _SIGN_AT, _SIGN, ratio)
    painter.end()
    return QCursor(made, _HOT, _HOT)


@lru_cache(maxsize=16)
def sign_cursor(icon_name: str, ratio: float) -> QCursor:
    """Only an icon, its middle is what it points at."""
    made, painter = _begun(ratio)
    _paint_sign(painter, icon_name, (_SIDE - 20) // 2, 20, ratio)
    painter.end()
    return QCursor(made, _SIDE // 2, _SIDE // 2)


def stretching_shape(handle: Handle, angle: float) -> Qt.CursorShape | None:
    """The arrows along which ``handle`` of a frame turned clockwise by ``angle`` stretches it."""
    steps = _UPWARDS.get(handle)
    return None if steps is None else _SHAPES[(steps + round(angle / 45.0)) % 4]


def _begun(ratio: float) -> tuple[QPixmap, QPainter]:
    made = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return made, painter


def _paint_sign(painter: QPainter, name: str, at: int, size: int, ratio: float) -> None:
    """The icon in ink with paper around it, to be seen on anything."""
    light, dark = pixmap(name, size, _PAPER, ratio), pixmap(name, size, _INK, ratio)
    for x, y in _AROUND:
        painter.drawPixmap(QPointF(at + x, at + y), light)
    painter.drawPixmap(QPointF(at, at), dark)
