"""A row of colours to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from claimcheck.ui.theme import theme
from claimcheck.ui.tokens import DISABLED
from claimcheck.ui.widgets.roles import give_role

_DISC, _PITCH, _ROOM = 24, 32, 4


class Swatches(QWidget):
    """Discs of colour; Left and Right move the choice. The chosen one has a ring."""

    chosen = Signal(str)

    def __init__(
        self, colours: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """``colours`` are pairs of ``#RRGGBB`` and word; ``name`` says what is coloured."""
        super().__init__(parent)
        self._colours = list(colours)
        self._name = name
        self._index = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.ColorChooser)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._tell()

    @property
    def colour(self) -> str:
        """The chosen colour; empty when there is none in common."""
        return self._colours[self._index][0] if self._index >= 0 else ""

    def set_colour(self, colour: str) -> None:
        """Show a choice without telling anyone; one that isn't here shows none."""
        known = [code.upper() for code, _ in self._colours]
        self._index = known.index(colour.upper()) if colour.upper() in known else -1
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(_PITCH * (len(self._colours) - 1) + _DISC + 2 * _ROOM, 32)

    def middle_of(self, index: int) -> QPointF:
        """Where disc ``index`` is painted."""
        return QPointF(_ROOM + _DISC / 2 + _PITCH * index, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and 0 <= at < len(self._colours):
            self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(min(max(self._index + step, 0), len(self._colours) - 1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.isEnabled():
            at = self._at(event.x())
            word = self._colours[at][1] if 0 <= at < len(self._colours) else ""
            QToolTip.showText(event.globalPos(), word, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        for index, (code, _) in enumerate(self._colours):
            disc = QRectF(0, 0, _DISC, _DISC)
            disc.moveCenter(self.middle_of(index))
            painter.setPen(QPen(tokens.colour("control"), 1))
            painter.setBrush(QColor(code))
            painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
            if index == self._index:
                painter.setPen(QPen(tokens.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(disc.adjusted(-2, -2, 2, 2))

    def _at(self, x: float) -> int:
        return int((x - _ROOM - _DISC / 2 + _PITCH / 2) // _PITCH)

    def _choose(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._tell()
            self.chosen.emit(self.colour)

    def _tell(self) -> None:
        word = self._colours[self._index][1] if self._index >= 0 else ""
        self.setAccessibleName(f"{self._name}: {word}" if word else self._name)
        self.update()
