"""Short words on a plate: how long a measured line is, which colour a swatch has."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from claimcheck.cards.colours import INK, WHITE, opposite
from claimcheck.cards.paint.lines import distance, paint_measure_line
from claimcheck.cards.paint.strokes import Size, pen, stroke_cased, stroke_of, thousandths
from claimcheck.cards.text.fonts import INTER, outline
from claimcheck.model.review import Mark

_LETTERS_PX = 48
_PAD, _HEIGHT = 0.32, 1.42
"""Of the size of the type: around the words, and the whole plate."""
_CHIP = 1.42
"""Of the size of the type: how wide the colour beside a swatch's words is."""
_PATCH = 7.0
"""Half the side of the patch that a swatch takes its colour from, in thousandths."""


# --- measured lines ------------------------------------------------------------------------------


def measured_text(mark: Mark) -> str:
    """What stands on a measured line: what was written there, else its length in pixels."""
    return mark.text or f"{distance(mark.points[0], mark.points[-1]):.0f} px"


def measure_label(mark: Mark, picture_size: Size) -> QRectF:
    """The plate in the middle of a measured line."""
    tail, head = mark.points[0], mark.points[-1]
    width, height = _plate_size(measured_text(mark), mark, picture_size)
    middle = QPointF((tail.x + head.x) / 2, (tail.y + head.y) / 2)
    return _kept_inside(_around(middle, width, height), picture_size)


def paint_measure(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """A line with ticks at its ends, and how long it is."""
    paint_measure_line(painter, mark, picture_size)
    plate = measure_label(mark, picture_size)
    colour = QColor(mark.style.colour)
    _paint_plate(painter, plate, colour, picture_size)
    _paint_words(painter, measured_text(mark), plate, opposite(colour))


# --- swatches ------------------------------------------------------------------------------------


def swatch_patch(mark: Mark, picture_size: Size) -> QRectF:
    """Where a swatch takes its colour from; at least three pixels wide."""
    half = max(thousandths(_PATCH, picture_size), 1.5)
    spot = mark.points[0]
    return QRectF(spot.x - half, spot.y - half, 2 * half, 2 * half)


def swatch_label(mark: Mark, picture_size: Size) -> QRectF:
    """The plate with the colour and its name in digits."""
    width, height = _plate_size(_swatch_text(mark), mark, picture_size)
    width += _type_px(mark, picture_size) * _CHIP
    middle = mark.points[-1]
    return _kept_inside(_around(QPointF(middle.x, middle.y), width, height), picture_size)


def paint_swatch(painter: QPainter, mark: Mark, picture_size: Size) -> None:
    """The patch, a line to the plate, and on the plate the colour with its digits."""
    stroke, colour = stroke_of(mark, picture_size), QColor(mark.style.colour)
    patch, plate = swatch_patch(mark, picture_size), swatch_label(mark, picture_size)
    leader = QPainterPath(patch.center())
    leader.lineTo(plate.center())
    painter.save()
    outside = QPainterPath()
    outside.addRect(patch.united(plate).adjusted(-stroke * 9, -stroke * 9, stroke * 9, stroke * 9))
    outside.addRect(patch)
    painter.setClipPath(outside, Qt.ClipOperation.IntersectClip)
    stroke_cased(painter, leader, colour, stroke)
    painter.restore()
    ring = QPainterPath()
    ring.addRect(patch)
    stroke_cased(painter, ring, colour, stroke)
    _paint_plate(painter, plate, QColor(WHITE), picture_size)
    chip = QRectF(plate.topLeft(), plate.bottomRight())
    chip.setWidth(_type_px(mark, picture_size) * _CHIP)
    inset = plate.height() * 0.13
    painter.setPen(QPen(QColor(INK), plate.height() * 0.035))
    painter.setBrush(QColor(_swatch_text(mark)))
    painter.drawRect(chip.adjusted(inset, inset, -inset * 0.4, -inset))
    words = QRectF(plate)
    words.setLeft(chip.right() - inset)
    _paint_words(painter, _swatch_text(mark), words, QColor(INK))


def _swatch_text(mark: Mark) -> str:
    return mark.text if QColor.isValidColorName(mark.text) else "#808080"


# --- plates --------------------------------------------------------------------------------------


def _type_px(mark: Mark, picture_size: Size) -> float:
    return thousandths(mark.style.font_size, picture_size)


def _plate_size(text: str, mark: Mark, picture_size: Size) -> tuple[float, float]:
    size = _type_px(mark, picture_size)
    width = _letters(text).boundingRect().width() * size / _LETTERS_PX
    return width + 2 * _PAD * size, _HEIGHT * size


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _kept_inside(plate: QRectF, picture_size: Size) -> QRectF:
    """The plate on the picture, or as much of it as fits."""
    x = min(max(plate.x(), 0.0), max(picture_size[0] - plate.width(), 0.0))
    y = min(max(plate.y(), 0.0), max(picture_size[1] - plate.height(), 0.0))
    return QRectF(x, y, plate.width(), plate.height())


def _paint_plate(painter: QPainter, plate: QRectF, colour: QColor, picture_size: Size) -> None:
    radius = plate.height() * 0.16
    painter.setPen(pen(opposite(colour), thousandths(2.0, picture_size)))
    painter.setBrush(colour)
    painter.drawRoundedRect(plate, radius, radius)


def _paint_words(painter: QPainter, text: str, plate: QRectF, colour: QColor) -> None:
    letters = _letters(text)
    scale = plate.height() / _HEIGHT / _LETTERS_PX
    painter.save()
    painter.translate(plate.center())
    painter.scale(scale, scale)
    painter.translate(-letters.boundingRect().center())
    painter.fillPath(letters, colour)
    painter.restore()


@lru_cache(maxsize=256)
def _letters(text: str) -> QPainterPath:
    return outline(text, INTER, _LETTERS_PX, 700)
