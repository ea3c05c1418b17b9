"""The five steps of a review: the window's only navigation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from claimcheck.ui.icons import paint_icon
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.tokens import DISABLED
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.focus_ring import RADIUS_PROPERTY

_DISC = 18
_HEIGHT = 32
_TROUGH = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key, its word, and what a screen reader adds when it is done."""

    key: str
    text: str


class StepButton(QAbstractButton):
    """Disc and word of one step; done = check, current = yellow, later = its number."""

    def __init__(self, step: Step, number: int, done_word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.step, self._number, self._done_word = step, number, done_word
        self.done, self.count, self.pad, self.bare = False, 0, 14, False
        self.setCheckable(True)
        self.setText(step.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(RADIUS_PROPERTY, 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.tell()

    def tell(self) -> None:
        """Say to screen readers what the disc says to the eye."""
        parts = [f"{self._number}. {self.text()}"]
        if self.count:
            parts.append(str(self.count))
        if self.done:
            parts.append(self._done_word)
        self.setAccessibleName(", ".join(parts))
        self.updateGeometry()
        self.update()

    def width_for(self, pad: int, bare: bool) -> int:
        """How wide the step is with ``pad`` px at its sides; ``bare`` without its word."""
        width = 2 * pad + _DISC
        if not bare or self.isChecked():
            width += 8 + self._text_width(self.text())
            if self.count:
                width += 8 + self._text_width(str(self.count))
        return width

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.pad, self.bare), _HEIGHT)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = f"{self.text()} (Ctrl+{self._number})"
            QToolTip.showText(event.globalPos(), key, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        current = self.isChecked()
        if current:
            painting.plate(painter, QRectF(self.rect()), 8, QColor(colours.yellow))
        elif self.underMouse():
            painting.plate(painter, QRectF(self.rect()), 8, colours.colour("text", 0.06))
        self._paint_disc(painter, current)
        if self.bare and not current:
            return
        painter.setFont(inter(13, 600 if current else 450))
        painter.setPen(QColor(colours.ink if current else colours.text))
        x = self.pad + _DISC + 8
        width = self._text_width(self.text())
        box = QRectF(x, 0, width + 2, self.height())
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, vertical, self.text())
        if self.count:
            painter.setPen(QColor(colours.ink if current else colours.text_2))
            painter.drawText(box.translated(width + 8, 0), vertical, str(self.count))

    def _paint_disc(self, painter: QPainter, current: bool) -> None:
        colours = theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.pad + _DISC / 2, self.height() / 2)
        if self.done and not current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.holds))
            painter.drawEllipse(middle, _DISC / 2, _DISC / 2)
            mark = QColor(colours.surface)
            paint_icon(painter, "check", middle.x() - 6, middle.y() - 6, 12, mark)
            return
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
        else:
            painter.setPen(QPen(QColor(colours.control), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DISC / 2 - 0.6, _DISC / 2 - 0.6)
        painter.setPen(QColor(colours.yellow if current else colours.text_2))
        painter.setFont(inter(12, 600))
        box = QRectF(middle.x() - _DISC, middle.y() - _DISC, 2 * _DISC, 2 * _DISC)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    @staticmethod
    def _text_width(text: str) -> int:
        # The bold width always, so that nothing moves when a step becomes the current one.
        return round(QFontMetricsF(inter(13, 600)).horizontalAdvance(text) + 0.5)


class Stepper(QWidget):
    """The steps in their trough. With less room the words of the other steps go first."""

    chosen = Signal(str)
    """The key of the step that the user clicked."""

    def __init__(
        self, steps: Sequence[tuple[str, str]], done_word: str, parent: QWidget | None = None
    ) -> None:
        """``steps`` are pairs of key and word; ``done_word`` tells screen readers of the check."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(_TROUGH, _TROUGH, _TROUGH, _TROUGH)
        row.setSpacing(0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.buttons: dict[str, StepButton] = {}
        for number, (key, text) in enumerate(steps, 1):
            made = StepButton(Step(key, text), number, done_word, self)
            made.clicked.connect(lambda _=False, key=key: self._on_clicked(key))
            row.addWidget(made)
            self.buttons[key] = made
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        """The key of the current step, or empty."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Make a step the yellow one."""
        for other, made in self.buttons.items():
            made.setChecked(other == key)
        self._fit()

    def set_state(self, key: str, done: bool, count: int = 0) -> None:
        """Check a step off, or not, and show how many things it holds (0 shows nothing)."""
        made = self.buttons[key]
        if (made.done, made.count) != (done, count):
            made.done, made.count = done, count
            made.tell()
            self._fit()

    def sizeHint(self) -> QSize:
        return self._size(14, bare=False)

    def minimumSizeHint(self) -> QSize:
        return self._size(5, bare=True)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.plate(painter, QRectF(self.rect()), 11, QColor(theme().tokens.bg))

    def _size(self, pad: int, bare: bool) -> QSize:
        width = sum(made.width_for(pad, bare) for made in self.buttons.values())
        return QSize(width + 2 * _TROUGH, _HEIGHT + 2 * _TROUGH)

    def _fit(self) -> None:
        choices = ((14, False), (8, False), (12, True), (5, True))
        fitting = (one for one in choices if self._size(*one).width() <= self.width())
        pad, bare = next(fitting, choices[-1])
        for made in self.buttons.values():
            made.pad, made.bare = pad, bare
            made.updateGeometry()
            made.update()

    def _on_clicked(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
