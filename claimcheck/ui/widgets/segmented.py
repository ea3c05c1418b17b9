"""One choice of a few, side by side in a trough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.ui.theme import inter, theme
from claimcheck.ui.tokens import DISABLED
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.roles import give_role

_HEIGHT, _INSET = 32, 3


class SegmentedControl(QWidget):
    """Mutually exclusive segments; Left and Right move the choice."""

    chosen = Signal(str)
    """The key of the segment that the user chose."""

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None
    ) -> None:
        """``options`` are pairs of key and text; ``name`` says what is chosen here."""
        super().__init__(parent)
        self._options = list(options)
        self._index = -1
        self._hovered = -1
        self._name = name
        self._font, self._strong = inter(13, 450), inter(13, 600)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.ComboBox)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def key(self) -> str:
        """The chosen key, or empty."""
        return self._options[self._index][0] if self._index >= 0 else ""

    def set_key(self, key: str) -> None:
        """Show a choice without telling anyone; an unknown key shows none."""
        keys = [option for option, _ in self._options]
        self._index = keys.index(key) if key in keys else -1
        self._tell()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._strong)
        widest = max((metrics.horizontalAdvance(text) for _, text in self._options), default=0)
        return QSize((widest + 20) * len(self._options) + 2 * _INSET, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._strong)
        widths = [metrics.horizontalAdvance(text) + 12 for _, text in self._options]
        return QSize(sum(widths) + 2 * _INSET, _HEIGHT)

    def segment_rect(self, index: int) -> QRectF:
        """Where segment ``index`` is painted; equal widths unless a long word needs more."""
        room = self.width() - 2 * _INSET
        metrics = QFontMetrics(self._strong)
        needs = [metrics.horizontalAdvance(text) + 12 for _, text in self._options]
        share = room / len(self._options)
        if max(needs) > share:
            extra = (room - sum(needs)) / len(needs)
            widths = [need + extra for need in needs]
        else:
            widths = [share] * len(needs)
        return QRectF(
            _INSET + sum(widths[:index]), _INSET, widths[index], self.height() - 2 * _INSET
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().x()))

    def leaveEvent(self, _event: object) -> None:
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
        }
        step = steps.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self._index + step, 0), len(self._options) - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        painting.plate(painter, QRectF(self.rect()), 8, QColor(colours.bg))
        for index, (_, text) in enumerate(self._options):
            box = self.segment_rect(index)
            if index == self._index:
                painting.plate(painter, box, 6, QColor(colours.raised), QColor(colours.line))
            elif index == self._hovered:
                painting.plate(painter, box, 6, colours.colour("text", 0.05))
            painter.setFont(self._strong if index == self._index else self._font)
            painter.setPen(QColor(colours.text if index == self._index else colours.text_2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _at(self, x: float) -> int:
        rects = (self.segment_rect(i) for i in range(len(self._options)))
        return next((i for i, box in enumerate(rects) if box.left() <= x < box.right()), -1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _choose(self, index: int) -> None:
        if 0 <= index != self._index:
            self._index = index
            self._tell()
            self.chosen.emit(self.key)

    def _tell(self) -> None:
        text = self._options[self._index][1] if self._index >= 0 else ""
        self.setAccessibleName(f"{self._name}: {text}" if text else self._name)
        self.update()
