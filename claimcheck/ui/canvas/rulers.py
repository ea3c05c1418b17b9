"""Rulers along a view: in the picture's pixels, or in millimetres where its scale is known."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.canvas.view import PictureView, Pointing
from claimcheck.ui.theme import inter, theme

BREADTH = 20
_CLOSEST_WORDS_PX = 64.0
_CLOSEST_TICKS_PX = 5.0
_STEPS = (1, 2, 5)
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on a ruler."""

    at_px: float
    """On the screen, from the ruler's start."""
    value: float
    """In the ruler's unit."""
    is_long: bool
    """Has its value written beside it."""


def long_step(per_unit: float) -> float:
    """From one written value to the next: 1, 2 or 5 times a power of ten, in units.

    ``per_unit`` is how many screen pixels a unit takes.
    """
    wanted = _CLOSEST_WORDS_PX / per_unit
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(
        (power * step for step in _STEPS if power * step >= wanted * 0.999), power * _STEPS[0] * 10
    )


def ticks(start_px: float, per_unit: float, length_px: float) -> Iterator[Tick]:
    """The ticks of a ruler ``length_px`` long whose zero is at ``start_px``."""
    if per_unit <= 0:
        return
    step = long_step(per_unit)
    parts = 10 if step * per_unit / 10 >= _CLOSEST_TICKS_PX else 5
    if step * per_unit / parts < _CLOSEST_TICKS_PX:
        parts = 2
    short = step / parts
    first = math.floor(-start_px / per_unit / short)
    last = math.ceil((length_px - start_px) / per_unit / short)
    for count in range(first, last + 1):
        yield Tick(start_px + count * short * per_unit, count * short, count % parts == 0)


def told(value: float) -> str:
    """A value as it is written: no more digits than it needs."""
    return f"{value:.6g}".replace("-", "−")


class Ruler(QWidget):
    """One of the two; a cobalt line follows the pointer."""

    def __init__(self, view: PictureView, upright: bool) -> None:
        super().__init__(view)
        self._view, self._upright = view, upright
        self.per_pixel = 1.0
        """Units per picture pixel."""
        self._pointer: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def follow(self, at: QPointF | None) -> None:
        """The pointer is there in the viewport, or nowhere."""
        self._pointer = at
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.setFont(inter(11, 450))
        origin = self._view.screen_point(Point(0, 0))
        start = origin.y() if self._upright else origin.x()
        length = self.height() if self._upright else self.width()
        line, words = colours.colour("control"), colours.colour("text-2")
        for tick in ticks(start, self._view.framing.scale / self.per_pixel, length):
            at = round(tick.at_px) + 0.5
            painter.setPen(QPen(line, 1))
            inner = 4 if tick.is_long else BREADTH - 6
            if self._upright:
                painter.drawLine(QPointF(inner, at), QPointF(BREADTH, at))
            else:
                painter.drawLine(QPointF(at, inner), QPointF(at, BREADTH))
            wide = painter.fontMetrics().horizontalAdvance(told(tick.value)) + 4
            fits = at - wide >= 0 if self._upright else at + wide <= length
            if tick.is_long and fits:
                painter.setPen(words)
                self._paint_words(painter, at, told(tick.value))
        self._paint_edge(painter)

    def _paint_words(self, painter: QPainter, at: float, words: str) -> None:
        painter.save()
        if self._upright:
            painter.translate(0, at)
            painter.rotate(-90)
            box = QRectF(3, 0, 80, BREADTH - 7)
        else:
            box = QRectF(at + 3, 0, 80, BREADTH - 7)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words
        )
        painter.restore()

    def _paint_edge(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme().tokens.colour("line"), 1))
        if self._upright:
            painter.drawLine(QPointF(BREADTH - 0.5, 0), QPointF(BREADTH - 0.5, self.height()))
        else:
            painter.drawLine(QPointF(0, BREADTH - 0.5), QPointF(self.width(), BREADTH - 0.5))
        if self._pointer is None:
            return
        painter.setPen(QPen(COBALT, 1))
        if self._upright:
            y = round(self._pointer.y()) + 0.5
            painter.drawLine(QPointF(0, y), QPointF(BREADTH, y))
        else:
            x = round(self._pointer.x()) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, BREADTH))


class Rulers(QObject):
    """The two rulers of a view, and the corner that says the unit and changes it."""

    unit_chosen = Signal(bool)
    """Whether the user wants pixels also where millimetres are known."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self._mm_per_pixel: float | None = None
        self._in_mm = True
        self.across, self.down = Ruler(view, upright=False), Ruler(view, upright=True)
        self.corner = QToolButton(view)
        self.corner.setProperty("kind", "ruler-corner")
        self.corner.setFixedSize(BREADTH, BREADTH)
        self.corner.setFont(inter(11, 550))
        self.corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.corner.setStyleSheet(
            "QToolButton { border: none; border-radius: 0; padding: 0; min-width: 0;"
            f" background: {theme().tokens.surface}; color: {theme().tokens.text_2}; }}"
        )
        self.corner.clicked.connect(self._change_unit)
        view.reframed.connect(self._update)
        view.moved.connect(self._follow)
        view.left.connect(lambda: self._point_at(None))
        view.installEventFilter(self)
        self.set_shown(False)

    @property
    def unit(self) -> str:
        """``px``, or ``mm``."""
        return "mm" if self._in_mm and self._mm_per_pixel else "px"

    def set_shown(self, shown: bool) -> None:
        """Take room along the view's upper and left edge, or give it back."""
        self._view.leave_room(BREADTH if shown else 0)
        for widget in (self.across, self.down, self.corner):
            widget.setVisible(shown)
        self._lay_out()
        self._update()

    def set_in_pixels(self, in_pixels: bool) -> None:
        """Show pixels also where millimetres are known, or don't."""
        self._in_mm = not in_pixels
        self._update()

    def set_scale(self, mm_per_pixel: float | None) -> None:
        """How large a picture pixel is, where that is known."""
        self._mm_per_pixel = mm_per_pixel
        self._update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        width, height = self._view.width(), self._view.height()
        self.across.setGeometry(BREADTH, 0, max(width - BREADTH, 0), BREADTH)
        self.down.setGeometry(0, BREADTH, BREADTH, max(height - BREADTH, 0))
        self.corner.move(0, 0)
        for widget in (self.across, self.down, self.corner):
            widget.raise_()

    def _change_unit(self) -> None:
        self.unit_chosen.emit(self._in_mm)

    def _update(self) -> None:
        unit = self.unit
        self.corner.setText(unit)
        self.corner.setEnabled(self._mm_per_pixel is not None)
        self.corner.setToolTip(
            self.tr("Millimetres or pixels")
            if self._mm_per_pixel is not None
            else self.tr("Pixels; millimetres once something of known size is measured")
        )
        per_pixel = self._mm_per_pixel if unit == "mm" and self._mm_per_pixel else 1.0
        for ruler in (self.across, self.down):
            ruler.per_pixel = per_pixel
            ruler.update()

    def _follow(self, at: Pointing) -> None:
        self._point_at(at.screen)

    def _point_at(self, at: QPointF | None) -> None:
        for ruler in (self.across, self.down):
            if ruler.isVisible():
                ruler.follow(at)
