"""Letters as shapes: the same wherever, and after whatever else, they are painted.

Qt paints small letters from a cache, each moved by quarters of a pixel, and leaves the last such
move on the font: from then on it hands out every outline moved by up to a thousandth of its size
(FreeType's ``FT_Set_Transform``). Whatever must be painted alike twice, to the byte, therefore goes
through outlines alone, and the move is taken back before they are asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QRawFont,
    QTextLayout,
)

P = ParamSpec("P")
T = TypeVar("T")

_WEIGHT = QFont.Tag("wght")
_WEIGHT_CLASS = slice(4, 6)
"""Of the table ``OS/2``: ``usWeightClass``, https://learn.microsoft.com/typography/opentype/spec/os2"""
_REGULAR = 400
_BOLDER = 0.019
"""Of the size, to each side, for a text twice as heavy as a regular one."""
_COLOUR_TABLES = ("CBDT", "COLR", "sbix", "SVG ")


def kept_by_each_thread(at_most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Like ``lru_cache``, but each thread keeps its own: for paths and glyphs.

    Qt works out a path's bounds when they are first asked for, which two threads must not do.
    """

    def keeping(make: Callable[P, T]) -> Callable[P, T]:
        own = threading.local()

        @wraps(make)
        def kept(*args: P.args, **kwargs: P.kwargs) -> T:
            if not hasattr(own, "make"):
                own.make = lru_cache(at_most)(make)
            made: T = own.make(*args, **kwargs)
            return made

        return kept

    return keeping


def letter_shapes(layout: QTextLayout) -> QPainterPath:
    """The outlines of all letters, in the layout's coordinates; colour emoji have none."""
    shapes = QPainterPath()
    for run in layout.glyphRuns():
        if not _is_coloured(run):
            for shape in _shapes(run):
                shapes.addPath(shape)
    return shapes


Runs = tuple[QPainterPath | QGlyphRun, ...]
"""A text's letters: an outline each, or runs of glyphs where those are coloured pictures.

One outline of all letters would take Qt four times as long to fill: a shape of too many edges is
cut into bands, and every band goes through all of its edges.
"""


def runs_of(layout: QTextLayout) -> Runs:
    """All of a laid-out text, ready to be painted more than once, by one thread."""
    runs: list[QPainterPath | QGlyphRun] = []
    for run in layout.glyphRuns():
        if _is_coloured(run):
            runs.append(run)
            continue
        shapes, bolder = _shapes(run), bolder_by(run, layout.font())
        runs += shapes
        if bolder:
            pen = QPainterPathStroker(QPen(Qt.GlobalColor.black, 2 * bolder))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            runs += [_outlined(pen, shape) for shape in shapes]
    return tuple(runs)


def bolder_by(run: QGlyphRun, wanted: QFont) -> float:
    """By how many pixels the letters of a heavy text grow to each side, where the font that has
    them has no heavy ones: those of China, Japan and Korea mostly come in one weight.
    """
    # By its tables: Qt's family name of a font that stands in for another may not exist, and asking
    # for it then ends the program.
    font = run.rawFont()
    if font.fontTable("fvar").size():  # its letters are as heavy as they are asked to be
        return 0.0
    told = bytes(font.fontTable("OS/2").data())[_WEIGHT_CLASS]
    has = max(int.from_bytes(told, "big"), _REGULAR) if told else 1000
    weight = wanted.variableAxisValue(_WEIGHT) if wanted.isVariableAxisSet(_WEIGHT) else 0.0
    weight = weight or float(wanted.weight())
    return max(weight - has, 0.0) / _REGULAR * _BOLDER * font.pixelSize()


def _outlined(pen: QPainterPathStroker, shape: QPainterPath) -> QPainterPath:
    line = pen.createStroke(shape)
    line.setFillRule(Qt.FillRule.WindingFill)
    return line


def paint_runs(painter: QPainter, runs: Runs, origin: QPointF) -> None:
    """Paint letters in the pen's colour with their origin at ``origin``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(origin)
    colour = painter.pen().color()
    for run in runs:
        if isinstance(run, QGlyphRun):
            painter.drawGlyphRun(QPointF(), run)
        else:
            painter.fillPath(run, colour)
    painter.restore()


def _is_coloured(run: QGlyphRun) -> bool:
    """Whether the letters are pictures. Asked for outlines, Qt would forget those pictures."""
    font = run.rawFont()
    return any(font.fontTable(name).size() for name in _COLOUR_TABLES)


def _take_back_moves(font: QRawFont) -> None:
    """Measuring a glyph puts it at its origin, where the font has none measured: as a copy does."""
    copy = QRawFont(font)
    copy.setPixelSize(font.pixelSize() + 1.0)  # another size, or it would share what is measured
    copy.boundingRect(0)


def _shapes(run: QGlyphRun) -> list[QPainterPath]:
    font = run.rawFont()
    _take_back_moves(font)
    shapes = []
    for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
        shape = font.pathForGlyph(glyph).translated(position)
        shape.setFillRule(Qt.FillRule.WindingFill)  # a variable font's letters overlap themselves
        if not shape.isEmpty():  # a space
            shapes.append(shape)
    return shapes
