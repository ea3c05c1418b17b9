"""Paint a text mark: any script and emoji, with a casing that keeps it readable on any picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from claimcheck.cards.colours import opposite
from claimcheck.cards.paint.strokes import edge_colour
from claimcheck.cards.text.fonts import BARLOW, INTER, face
from claimcheck.cards.text.letters import (
    Runs,
    kept_by_each_thread,
    letter_shapes,
    paint_runs,
    runs_of,
)
from claimcheck.model.kinds import Typeface
from claimcheck.model.review import Mark

LAYOUT_PX = 48
"""Text is laid out at this size and scaled: fonts have whole pixel sizes, marks have any."""

FACES = {Typeface.INTER: (INTER, 700), Typeface.BARLOW: (BARLOW, 800)}
"""Family and weight of what a text is written in."""

_CASING, _EDGE = 0.16, 0.05
_INSET = 0.35
_LINE_HEIGHT = 1.2
_ENDLESS = 1e5


def letter_face(typeface: Typeface, size_px: int) -> QFont:
    """The font of a text mark."""
    family, weight = FACES[typeface]
    return face(family, size_px, weight)


def mark_text_box(mark: Mark, picture_size: tuple[int, int]) -> QRectF:
    """The rectangle that ``paint_mark_text`` paints in, in picture pixels."""
    layout = _lay_out(mark, picture_size)
    scale = _scale(mark, picture_size)
    margin = _margin(mark) * LAYOUT_PX
    box = _bounds(layout).adjusted(-margin, -margin, margin, margin)
    corner = _corner(mark)
    return QRectF(
        corner.x() + box.x() * scale,
        corner.y() + box.y() * scale,
        box.width() * scale,
        box.height() * scale,
    )


def paint_mark_text(painter: QPainter, mark: Mark, picture_size: tuple[int, int]) -> None:
    """Paint the text of ``mark`` from its top-left corner, wrapped at its frame's width.

    A filled mark is a plate of its fill with the text on it (of its colour, when it has no fill of
    its own); else the letters have a casing, unless they are to be plain.
    """
    colour = QColor(mark.style.colour)
    ink = colour
    if mark.style.filled:
        ground = QColor(mark.style.fill) if mark.style.fill else colour
        ink = colour if mark.style.fill else opposite(colour)
        plate = mark_text_box(mark, picture_size)
        radius = plate.height() * 0.06
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, radius, radius)
    scale = _scale(mark, picture_size)
    painter.translate(_corner(mark))
    painter.scale(scale, scale)
    letters = (mark.text, _wrap_width(mark, picture_size), mark.style.typeface)
    if not mark.style.filled and not mark.style.plain:
        edge = edge_colour(colour)
        if edge is not None:
            painter.fillPath(_casing(*letters, _CASING + 2 * _EDGE), edge)
        painter.fillPath(_casing(*letters, _CASING), opposite(colour))
    painter.setPen(ink)
    paint_runs(painter, _runs(*letters), QPointF())


def _margin(mark: Mark) -> float:
    """Around the letters, in parts of their size."""
    if mark.style.filled:
        return _INSET
    return _CASING / 2 + (_EDGE if edge_colour(QColor(mark.style.colour)) else 0.0)


def _corner(mark: Mark) -> QPointF:
    return QPointF(mark.frame.x, mark.frame.y)


def _scale(mark: Mark, picture_size: tuple[int, int]) -> float:
    return max(mark.style.font_size * max(picture_size) / 1000, 0.01) / LAYOUT_PX


def _lay_out(mark: Mark, picture_size: tuple[int, int]) -> QTextLayout:
    """The wrapped text, at ``LAYOUT_PX``."""
    return _laid_out(mark.text, _wrap_width(mark, picture_size), mark.style.typeface)


def _wrap_width(mark: Mark, picture_size: tuple[int, int]) -> float:
    """In units of the layout; a frame narrower than two letters doesn't wrap."""
    width = mark.frame.width / _scale(mark, picture_size)
    return width if width >= LAYOUT_PX else _ENDLESS


@kept_by_each_thread(512)
def _runs(text: str, width: float, typeface: Typeface) -> Runs:
    return runs_of(_laid_out(text, width, typeface))


@kept_by_each_thread(512)
def _casing(text: str, width: float, typeface: Typeface, reach: float) -> QPainterPath:
    """The casing of all letters as one shape: filling it is ten times as fast as stroking."""
    stroker = QPainterPathStroker()
    stroker.setWidth(reach * LAYOUT_PX)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    outline = stroker.createStroke(letter_shapes(_laid_out(text, width, typeface)))
    outline.setFillRule(Qt.FillRule.WindingFill)
    return outline.simplified()


def _laid_out(text: str, width: float, typeface: Typeface) -> QTextLayout:
    # U+2028 breaks a line inside one layout; a newline would not.
    layout = QTextLayout(text.replace("\n", "\u2028"), letter_face(typeface, LAYOUT_PX))
    # Unwrapped, a right-to-left line would hang on the far edge of its endless width.
    endless = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft
    option = QTextOption(endless if width == _ENDLESS else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, y + (_LINE_HEIGHT * LAYOUT_PX - line.height()) / 2))
        y += _LINE_HEIGHT * LAYOUT_PX
    layout.endLayout()
    return layout


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(index) for index in range(layout.lineCount())]


def _bounds(layout: QTextLayout) -> QRectF:
    box = QRectF(0.0, 0.0, 1.0, _LINE_HEIGHT * LAYOUT_PX)
    for line in _lines(layout):
        box = box.united(line.naturalTextRect())
    return QRectF(box.x(), box.y(), math.ceil(box.width()), math.ceil(box.height()))
