"""Stickers: the verdict as a stamp, a price tag, a fat arrow. Painted at the size of a card's."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from claimcheck.cards.colours import INK, PAPER, VERDICT_COLOURS, WHITE, YELLOW
from claimcheck.cards.paint.backdrop import SHADOW_ROOM, Backdrop
from claimcheck.cards.paint.strokes import pen, qrect
from claimcheck.cards.paint.verdict_shapes import paint_verdict_shape
from claimcheck.cards.text.fitting import TextStyle, ink, line_runs
from claimcheck.cards.text.fonts import BARLOW
from claimcheck.cards.text.letters import paint_runs
from claimcheck.cards.words import VERDICT_WORDS
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Sticker, Verdict
from claimcheck.model.review import Mark

_WORD = TextStyle(BARLOW, 800, 72, tracking=0.04)
_HALO, _EDGE = 7.0, 6.0
_HEIGHT = 116.0
_WAITING = "#808080"


def paint_verdict_stamp(
    painter: QPainter, word: str, verdict: Verdict, width: float, height: float, size: int
) -> None:
    """A sticker around the origin: ink edge, paper edge, verdict colour, shape and word in paper.

    ``size`` is that of the word; all lengths are those of a 1080-pixel-wide card.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    outer = QRectF(-width / 2, -height / 2, width, height)
    colour = VERDICT_COLOURS[verdict]
    for inset, radius, fill in ((0.0, 20.0, INK), (5.0, 15.0, PAPER), (11.0, 10.0, colour)):
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), radius, radius)
    style = _WORD.sized(size)
    side, gap = 0.86 * size, 0.28 * size
    letters = ink(word, style)
    start = -(side + gap + letters.width) / 2
    shape = QRectF(start, -side / 2, side, side)
    paint_verdict_shape(painter, shape, verdict, QColor(PAPER))
    painter.setPen(QColor(PAPER))
    baseline = -(letters.y + letters.height / 2)
    origin = QPointF(start + side + gap - letters.x, baseline)
    paint_runs(painter, line_runs(word, style, rtl=False), origin)


def inked_size(word: str, size: int) -> tuple[float, float]:
    """Width and height of a stamp inked on paper, before it is turned."""
    letters = ink(word, _WORD.sized(size))
    return letters.width + 0.86 * size + 0.28 * size + 1.0 * size, 1.62 * size


def paint_inked_stamp(
    painter: QPainter, center: Point, angle: float, verdict: Verdict, word: str, size: int
) -> None:
    """A stamp on paper: an outline of ink in the verdict's colour; dashed while unproven."""
    width, height = inked_size(word, size)
    colour = QColor(VERDICT_COLOURS[verdict])
    painter.save()
    painter.translate(center.x, center.y)
    painter.rotate(angle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = QRectF(-width / 2, -height / 2, width, height)
    pen = QPen(colour, 6.0)
    if verdict is Verdict.UNPROVEN:
        pen.setDashPattern([2.2, 1.1])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawRoundedRect(outline.adjusted(3, 3, -3, -3), 10.0, 10.0)
    if verdict is not Verdict.UNPROVEN:
        painter.setPen(QPen(colour, 2.0))
        painter.drawRoundedRect(outline.adjusted(10, 10, -10, -10), 5.0, 5.0)
    style = _WORD.sized(size)
    side, gap = 0.86 * size, 0.28 * size
    letters = ink(word, style)
    start = -(side + gap + letters.width) / 2
    paint_verdict_shape(painter, QRectF(start, -side / 2, side, side), verdict, colour)
    painter.setPen(colour)
    baseline = -(letters.y + letters.height / 2)
    origin = QPointF(start + side + gap - letters.x, baseline)
    paint_runs(painter, line_runs(word, style, rtl=False), origin)
    painter.restore()


def sticker_ratio(mark: Mark) -> float:
    """How many times as wide as high a stamp mark is painted: it follows its words, or a picture
    of one's own, whose frame has its shape."""
    if mark.style.sticker is Sticker.PICTURE:
        frame = mark.frame
        return frame.width / frame.height if frame.width > 0 and frame.height > 0 else 1.0
    return _natural_width(mark.style.sticker, mark.text) / _HEIGHT


def sticker_rect(mark: Mark) -> QRectF:
    """The part of the mark's frame that is painted: as large as fits, in its middle."""
    frame, ratio = qrect(mark), sticker_ratio(mark)
    width = min(frame.width(), frame.height() * ratio)
    height = width / ratio
    middle = frame.center()
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def paint_sticker(painter: QPainter, mark: Mark, backdrop: Backdrop | None = None) -> None:
    """Paint a stamp mark into its frame; the painter is turned already.

    ``backdrop`` has the picture that a stamp shows; a grey plate stands in until it is there.
    """
    rect, sticker = sticker_rect(mark), mark.style.sticker
    if rect.isEmpty():
        return
    if sticker is Sticker.PICTURE:
        _paint_own_picture(painter, rect, mark, backdrop)
        return
    width = _natural_width(sticker, mark.text)
    painter.save()
    painter.translate(rect.center())
    painter.scale(rect.width() / width, rect.width() / width)
    if sticker is Sticker.PRICE:
        _paint_price(painter, mark.text, width)
    elif sticker is Sticker.SHAME:
        _paint_arrow(painter, mark.text, width)
    else:
        verdict = Verdict(sticker.value)
        word = mark.text or VERDICT_WORDS[verdict]
        paint_verdict_stamp(painter, word, verdict, width, _HEIGHT, _WORD.size)
    painter.restore()


def _paint_own_picture(
    painter: QPainter, rect: QRectF, mark: Mark, backdrop: Backdrop | None
) -> None:
    """As large as fits, never stretched."""
    image = backdrop.sticker(mark.picture_id) if backdrop else None
    if image is None or image.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_WAITING))
        radius = min(rect.width(), rect.height()) / 8
        painter.drawRoundedRect(rect, radius, radius)
        return
    scale = min(rect.width() / image.width(), rect.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    middle = rect.center()
    box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    to_device = painter.deviceTransform()
    across = max(1, round(math.hypot(to_device.m11(), to_device.m12()) * width))
    if across * 2 < image.width():  # Qt's own filter looks at four pixels only
        image = image.scaledToWidth(across, Qt.TransformationMode.SmoothTransformation)
    shade = backdrop.sticker_shadow(mark.picture_id) if backdrop and mark.style.shadow else None
    if shade is not None:
        room = SHADOW_ROOM * max(box.width(), box.height())
        painter.drawImage(
            box.adjusted(-room, -room, room, room).translated(room / 3, room / 2), shade
        )
    painter.drawImage(box, image)


@lru_cache(maxsize=256)
def _natural_width(sticker: Sticker, text: str) -> float:
    if sticker is Sticker.PRICE:
        return ink(text or "€", _WORD).width + 190.0
    if sticker is Sticker.SHAME:
        return max(ink(text, _WORD.sized(44)).width + 120.0 if text else 0.0, 240.0)
    word = text or VERDICT_WORDS[Verdict(sticker.value)]
    return ink(word, _WORD).width + 2.1 * _WORD.size + 22.0


def _paint_price(painter: QPainter, text: str, width: float) -> None:
    """A yellow tag with a hole, its point to the left."""
    left, right, top, bottom = (
        -width / 2 + _HALO,
        width / 2 - _HALO,
        -_HEIGHT / 2 + _HALO,
        _HEIGHT / 2 - _HALO,
    )
    tag = QPainterPath(QPointF(left, 0))
    for corner in (
        QPointF(left + 46, top),
        QPointF(right, top),
        QPointF(right, bottom),
        QPointF(left + 46, bottom),
    ):
        tag.lineTo(corner)
    tag.closeSubpath()
    hole = QPainterPath()
    hole.addEllipse(QPointF(left + 50, 0), 10, 10)
    _paint_cut_out(painter, tag.subtracted(hole))
    _paint_word(painter, text or "€", _WORD, QPointF((left + 60 + right) / 2, 0))


def _paint_arrow(painter: QPainter, text: str, width: float) -> None:
    """A fat yellow arrow to the right, with a word on its shaft if there is one."""
    left, right = -width / 2 + _HALO, width / 2 - _HALO
    top, shaft, neck = _HEIGHT / 2 - _HALO, _HEIGHT / 4, right - 62
    arrow = QPainterPath(QPointF(left, -shaft))
    for corner in (
        QPointF(neck, -shaft),
        QPointF(neck, -top),
        QPointF(right, 0),
        QPointF(neck, top),
        QPointF(neck, shaft),
        QPointF(left, shaft),
    ):
        arrow.lineTo(corner)
    arrow.closeSubpath()
    _paint_cut_out(painter, arrow)
    if text:
        _paint_word(painter, text, _WORD.sized(44), QPointF((left + neck) / 2 + 8, 0))


def _paint_cut_out(painter: QPainter, shape: QPainterPath) -> None:
    """Yellow with an ink edge, and white around it: like a callout."""
    painter.setPen(pen(QColor(WHITE), 2 * _HALO))
    painter.setBrush(QColor(WHITE))
    painter.drawPath(shape)
    painter.setPen(pen(QColor(INK), _EDGE))
    painter.setBrush(QColor(YELLOW))
    painter.drawPath(shape)


def _paint_word(painter: QPainter, text: str, style: TextStyle, middle: QPointF) -> None:
    letters = ink(text, style)
    painter.setPen(QColor(INK))
    origin = QPointF(
        middle.x() - letters.x - letters.width / 2, middle.y() - letters.y - letters.height / 2
    )
    paint_runs(painter, line_runs(text, style, rtl=False), origin)
