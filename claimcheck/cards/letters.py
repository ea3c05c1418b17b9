"""Letters as shapes: the same wherever, and after whatever else, they are painted.

Qt paints small letters from a cache, each moved by quarters of a pixel, and leaves the last such
move on the font: from then on it hands out every outline moved by up to a thousandth of its size
(FreeType's ``FT_Set_Transform``). Whatever must be painted alike twice, to the byte, therefore goes
through outlines alone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QTextLayout

P = ParamSpec("P")
T = TypeVar("T")

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
        runs += [run] if _is_coloured(run) else _shapes(run)
    return tuple(runs)


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


def _shapes(run: QGlyphRun) -> list[QPainterPath]:
    font = run.rawFont()
    shapes = []
    for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
        shape = font.pathForGlyph(glyph).translated(position)
        shape.setFillRule(Qt.FillRule.WindingFill)  # a variable font's letters overlap themselves
        if not shape.isEmpty():  # a space
            shapes.append(shape)
    return shapes
